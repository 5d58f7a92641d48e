"""Who is at the phone: languages, for whom it is, whether the phone is safe. A session keeps these as variables of their own."""
from dataclasses import dataclass
from typing import Annotated, get_args

from docassemble.immdef_selfhelp.law.facts import facts
from docassemble.immdef_selfhelp.law.typed import Key
from docassemble.immdef_selfhelp.names import LANGUAGES
from docassemble.immdef_selfhelp.story.told.basics import NO, UNKNOWN, YES, About, Language, OneOf, Pairs, SomeOf

INDIGENOUS_CHOICES = ('mam', 'kiche', 'qanjobal', 'qeqchi', 'ixil', 'nahuatl', 'mixtec', 'zapotec', 'chuj', 'akateko', 'popti',
                      'kaqchikel', 'kichwa', 'quechua', 'indigenous')
BEST_LANGUAGES = ('spanish', 'garifuna', 'miskito', 'haitian_creole', 'english', *INDIGENOUS_CHOICES, 'other')
BEST_OF = {'es': 'spanish', 'en': 'english'}
"""The language of a paper or of the screens, as it is called among the best languages."""


@dataclass(frozen=True)
class OwnTold:
    """What is told once for the whole family, beside the people and the place."""
    language: Annotated[Language, Key('user_language'), About('of the screens')] = LANGUAGES[0]
    best_language: Annotated[str, OneOf(BEST_LANGUAGES), About('an indigenous language is asked on the same screen')] = ''
    best_language_detail: Annotated[str, About('variety and town, or the name of another language')] = ''
    preparing_for: Annotated[str, OneOf(('self', 'other', 'witness', 'sponsor')),
                             About('other: somebody helps; the answers are still the person\'s; witness, sponsor: writes a letter of their own')] = ''
    phone: Annotated[str, Key('phone_safety'), OneOf(get_args(facts.PhoneSafety)),
                     About('asked again on each phone, never carried to another')] = ''
    reads: Annotated[str, OneOf(get_args(facts.Reads)), About('screening')] = ''
    circumstances: Annotated[tuple[tuple[str, str], ...], Pairs((YES, NO, UNKNOWN)),
                             About('screening: for each id of `law/data/lists/circumstances.yml` that was asked')] = ()
    danger_facts: Annotated[tuple[str, ...], SomeOf(), About('ids of `law/data/lists/lawyer_first.yml`')] = ()

    @property
    def helped(self) -> bool:
        """Whether somebody else holds the phone for the person."""
        return self.preparing_for == 'other'

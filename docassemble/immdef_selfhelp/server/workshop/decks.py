# do not pre-load: belongs to the local server's web application
"""The deck of this server: the pure slides of `workshop/slides.py`, with the phone's own screens read from the interview."""
from functools import cache

from docassemble.base.interview_cache import get_interview

from docassemble.immdef_selfhelp.interview.answers import today_here
from docassemble.immdef_selfhelp.interview.on_paper import blank_screen
from docassemble.immdef_selfhelp.law.rules.fear_interview import FearInterview
from docassemble.immdef_selfhelp.names import INTERVIEW, LANGUAGES
from docassemble.immdef_selfhelp.workshop import slides

FEAR_INTERVIEWS: tuple[FearInterview, FearInterview] = ('credible', 'reasonable')


@cache
def deck() -> slides.Deck:
    """Every slide, in the order of the phones. Read once: a day changes the wording of a text, hardly how long it is."""
    return slides.make_deck(phone_screens(get_interview(INTERVIEW)), today_here())


def phone_screens(interview: object) -> dict[str, slides.PhoneScreen]:
    """The screens of the phone that are also slides."""
    found = {}
    for question in interview.all_questions:  # type: ignore[attr-defined]
        if (name := getattr(question, 'id', None)) in slides.PHONE_SCREENS:
            credible, reasonable = ({code: blank_screen(question, code, today_here(), fear) for code in LANGUAGES} for fear in FEAR_INTERVIEWS)
            found[name] = slides.PhoneScreen(name, {code: one.title for code, one in credible.items()}, credible[LANGUAGES[0]].provisions,
                                             {code: one.title for code, one in reasonable.items()}, reasonable[LANGUAGES[0]].provisions)
    return found

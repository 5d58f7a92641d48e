"""What a sponsor, or a family that looks for one, keeps for itself: who decides, which papers go with the letter, what to ask, and the risks.

Everything is dated law data by channel (`law.provisions.sponsors`). Where no current list of papers was found, there is none on the sheet.
"""
from datetime import date

from docassemble.immdef_selfhelp.documents.making.paper import ME, Paper, of_case, screen_language_first
from docassemble.immdef_selfhelp.documents.making.parts import Context, law_note, law_sentences
from docassemble.immdef_selfhelp.law.provisions import legal_help, sponsors
from docassemble.immdef_selfhelp.law.provisions.sponsors import Channel
from docassemble.immdef_selfhelp.story.case import SPONSOR, Case

WHAT = ('sponsor_is', 'sponsor_is_not')
RISKS = ('sponsor_never', 'orr_warning', 'sponsor_status')


def channels_of(case: Case) -> tuple[Channel, ...]:
    """Who decides, as the sponsor or the family told it."""
    told = (case.sponsor_offer.channel,) if case.preparing_for == SPONSOR else case.family_profile.channels
    return tuple(sponsors.channels()[one] for one in told if one)


def channel_context(channel: Channel, language: str, on: date) -> Context:
    """One channel: what is known of it, the papers with the day their source was checked, what to ask."""
    checked = law_note([channel.papers_from], language, on)['checked'] if channel.papers_from else ''
    return {'title': channel.title[language], 'rules': law_sentences(channel.rules, language, on),
            'papers': [one.words[language] for one in channel.papers], 'checked': checked, 'ask': [one.words[language] for one in channel.ask]}


def steps_context(case: Case, language: str, on: date) -> Context:
    """The sheet. Keys: `what`, `risks`, `channels` (`title`, `rules`, `papers`, `checked`, `ask`), `own` (a sponsor reads it), `help`, `law`."""
    found = channels_of(case)
    every = (*WHAT, *RISKS, *(one for channel in found for one in channel.provisions))
    return {'what': law_sentences(WHAT, language, on), 'risks': law_sentences(RISKS, language, on),
            'channels': [channel_context(one, language, on) for one in found], 'own': case.preparing_for == SPONSOR,
            'help': law_sentences([one.id for one in legal_help.places()], language, on), 'law': law_note(every, language, on)}


PAPER = Paper(
    'sponsor_steps', title={'es': 'Patrocinador: papeles y preguntas', 'en': 'Sponsor: papers and questions'},
    file_names={'es': 'pasos', 'en': 'steps'}, offered=lambda case, person: screen_language_first(case, person) if channels_of(case) else (),
    context=of_case(steps_context), use=ME, of_family=True,
)

"""The screens about sponsors: who decides and what the law data says of it, and the profile as its reader sees it."""
from docassemble.base.util import get_language, word

from docassemble.immdef_selfhelp.documents.papers.sponsor_profile import PAPER as PROFILE
from docassemble.immdef_selfhelp.documents.papers.sponsor_steps import channels_of
from docassemble.immdef_selfhelp.interview.answers import case_now
from docassemble.immdef_selfhelp.interview.legal import law_list, where_it_comes_from
from docassemble.immdef_selfhelp.interview.look import other_phone
from docassemble.immdef_selfhelp.interview.papers import LANGUAGE_NAMES, documents_now, page_of
from docassemble.immdef_selfhelp.interview.text import items
from docassemble.immdef_selfhelp.law.provisions import dated, sponsors, wording
from docassemble.immdef_selfhelp.law.provisions.sponsors import Channel

INVITATION_PAGE = 'nota'


def channel_choices() -> list[dict[str, str]]:
    """Who can decide, in the words of the law data."""
    return [{channel.id: channel.title[get_language()]} for channel in sponsors.channels().values()]


def papers_words(channel: Channel) -> str:
    """The papers that go with the letter and the day their source was looked at; nothing where no current list was found."""
    if not channel.papers:
        return ''
    checked = wording.day_text(dated.provision(channel.papers_from).checked, get_language())
    lead = word('Papers that go with the letter (source checked on {day}):').format(day=checked)
    return f'<p>{lead}</p>{items([one.words[get_language()] for one in channel.papers])}'


def questions_words(channel: Channel) -> str:
    """What to ask the child's case manager, where that is the one to ask."""
    lead = word("Ask the child's case manager:")
    return f'<p>{lead}</p>{items([one.words[get_language()] for one in channel.ask])}' if channel.ask else ''


def one_channel(channel: Channel) -> str:
    """Who decides, what is known of it, the papers and what to ask."""
    return (f'<h2>{channel.title[get_language()]}</h2>{law_list(*channel.rules)}{papers_words(channel)}{questions_words(channel)}'
            f'{where_it_comes_from(*channel.provisions)}')


def channel_words() -> str:
    """Each channel the family marked; all of them, folded, for whoever does not know."""
    if found := channels_of(case_now()):
        return ''.join(map(one_channel, found))
    return ''.join(f'<details><summary>{one.title[get_language()]}</summary>{one_channel(one)}</details>' for one in sponsors.channels().values())


def profile_words() -> str:
    """The profile as its reader sees it: the paper itself, in the language of the screen, and folded under it in the other."""
    found = sorted((one for one in documents_now() if one.id == PROFILE.id), key=lambda one: one.language != get_language())
    if not found:
        return f'<p>{word("Nothing is on it yet.")}</p>'
    first, *others = found
    folded = ''.join(f'<details><summary>{word(LANGUAGE_NAMES[one.language])}</summary>{page_of(one)}</details>' for one in others)
    return f'{page_of(first)}{folded}'


def invitation_link() -> str:
    """The link to the page that makes a link for a sponsor (`server/coming_back/invitations.py`)."""
    return other_phone(INVITATION_PAGE, word('Make a link for a sponsor'))

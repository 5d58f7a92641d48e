"""What tests of changing and erasing do at the screens: a link of the review, an answer, the way back to the papers."""
from typing import Any

from docassemble.immdef_selfhelp.walk.links import Link, links_of
from docassemble.immdef_selfhelp.walk.outcome import docx_text, papers_of
from docassemble.immdef_selfhelp.walk.posting import CONTINUE
from docassemble.immdef_selfhelp.walk.session import Session


def open_link(session: Session, action: str, **arguments: Any) -> None:
    """Tap the link with this action on the screen that stands there."""
    assert session.screen is not None
    found = [link for link in links_of(session.screen) if action in (link.action, link.arguments.get('_action'))
             and arguments.items() <= (link.arguments | link.arguments.get('_arguments', {})).items()]
    assert found, f'{session.screen.id} has no link {action} {arguments}'
    session.act(found[0].action, **found[0].arguments)


def answer(session: Session, screen_id: str, **values: Any) -> None:
    """Answer the screen that must stand there: what is told anew, the rest as it stood. Names are the last parts of the variables."""
    screen = session.screen
    assert screen is not None and screen.id == screen_id, screen
    given = {entry.name: entry.default for entry in screen.entries if entry.kind != 'checkboxes'}
    given |= {entry.name: values[entry.variable.rpartition('.')[2]] for entry in screen.entries if entry.variable.rpartition('.')[2] in values}
    session.submit(given)


def go_on(session: Session) -> None:
    """After a change the review stands there again; its button leads on."""
    assert session.screen is not None and session.screen.id == 'my_answers', session.screen
    session.submit({CONTINUE: 'continue'})


def back_at_the_papers(session: Session) -> None:
    """Nothing is left to ask."""
    if session.screen is not None and session.screen.id == 'my_answers':
        go_on(session)
    assert session.screen is not None and session.screen.id == 'packet', session.screen


def texts(session: Session) -> dict[str, str]:
    """The papers by document and language."""
    return {f'{paper.document} {paper.language}': paper.text for paper in papers_of(session)}


def named_papers(session: Session) -> dict[str, Link]:
    """The links to the Word files by document and language; nothing is made."""
    assert session.screen is not None
    return {f'{link.arguments["document"]} {link.arguments["language"]}': link for link in links_of(session.screen)
            if link.action == 'download' and link.arguments.get('format') == 'docx'}


def text_of(session: Session, name: str) -> str:
    """One of the papers. The others are not made: there are some thirty, and making them takes longer than the rest of a test."""
    link = named_papers(session)[name]
    shown = session.glance(link.action, **link.arguments)
    assert shown is not None and shown.file is not None
    return docx_text(shown.file)


def erase(session: Session, list_name: str, number: int) -> None:
    """Erase one of a list from the review, as its two links do."""
    open_link(session, 'ask_remove', list=list_name, number=number)
    open_link(session, 'remove', list=list_name, number=number)


def kinds_of_paper(session: Session) -> set[str]:
    """Which papers there are now; none is made."""
    session.act('packet')
    assert session.screen is not None and session.screen.id == 'packet'
    return {link.arguments['document'] for link in named_papers(session).values()}

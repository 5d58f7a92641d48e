# do not pre-load: belongs to the local server's web application
"""The papers of a room, to open and print from the leader's page: for when phones, projector or power fail, and for whoever writes better by hand."""
from flask import Response
from werkzeug.wrappers import Response as AnyResponse

from docassemble.immdef_selfhelp.interview.answers import today_here
from docassemble.immdef_selfhelp.names import LANGUAGES
from docassemble.immdef_selfhelp.server.workshop import room_papers
from docassemble.immdef_selfhelp.server.workshop.common import Leader, for_helpers, page, pages, store
from docassemble.immdef_selfhelp.workshop.plan import Step

AGENDA, CARDS = 'agenda', 'cards'
GONE = 404


@pages.get('/taller/hojas')
@for_helpers
def room_sheets(leader: Leader) -> AnyResponse:
    """Every paper of the room, in both languages; those of the agenda first."""
    first = [step.task for step in steps_of(leader)]
    return page('room_sheets', names=[*first, *(name for name in room_papers.BY_ID if name not in first)], leader=leader)


@pages.get('/taller/hojas/<name>_<any(es, en):language>.pdf')
@for_helpers
def room_sheet(leader: Leader, name: str, language: str) -> AnyResponse:
    """One paper, made now."""
    if language in LANGUAGES and (content := made(leader, name, language)):
        return Response(content, mimetype='application/pdf', headers={'Content-Disposition': f'inline; filename={name}_{language}.pdf'})
    return page('not_leader', GONE)


def made(leader: Leader, name: str, language: str) -> bytes:
    """The paper of this name; nothing for an unknown one."""
    today = today_here()
    if name == AGENDA:
        return room_papers.agenda(steps_of(leader) or [room_papers.step_of(one, '') for one in room_papers.BY_ID], language, today)
    if name == CARDS:
        return room_papers.problem_cards(language, today)
    return room_papers.worksheet(room_papers.BY_ID[name], language, today) if name in room_papers.BY_ID else b''


def steps_of(leader: Leader) -> list[Step]:
    """The agenda of the workshop that is open; none before one is."""
    kept = (one.partition(':') for one in store().about(leader.workshop).get('agenda', '').split()) if leader.workshop else ()
    return [Step(task, int(minutes)) for task, _, minutes in kept]

# do not pre-load: belongs to the local server's web application
"""The print station: a family chooses papers and copies and says yes; whoever stands at the printer prints them, one family at a time.

Between the two they lie sealed in the cache, under a key that the cache does not hold.
"""
import io
from collections.abc import Iterable
from typing import Any

import pikepdf
from docassemble.base.language.control import set_language
from docassemble.webapp.extensions import db
from flask import Response, request
from werkzeug.wrappers import Response as AnyResponse

from docassemble.immdef_selfhelp.documents import catalog
from docassemble.immdef_selfhelp.documents.making import render
from docassemble.immdef_selfhelp.interview.answers import answers_of, today_here
from docassemble.immdef_selfhelp.interview.look import people_names
from docassemble.immdef_selfhelp.server.coming_back import sealing
from docassemble.immdef_selfhelp.server.coming_back.open_session import Session, server_secret
from docassemble.immdef_selfhelp.server.coming_back.routes import language
from docassemble.immdef_selfhelp.server.workshop.common import BOARD_SECONDS, Leader, for_helpers, go, my_place, page, pages, part, store
from docassemble.immdef_selfhelp.story import case_facts
from docassemble.immdef_selfhelp.story.case import Case, case_from_answers
from docassemble.immdef_selfhelp.workshop import print_hold
from docassemble.immdef_selfhelp.workshop.store import Place

MOST_COPIES, MOST_PAGES = 9, 150
WRONG, GONE, UNAVAILABLE = 422, 404, 503


def keys_for(place: Place) -> sealing.CodeKeys:
    """The key of the papers of one family in one workshop; they open at no other number."""
    return sealing.keys_of(f'print {place.workshop} {place.number}', server_secret())


# The family

def case_of(open_now: Session) -> Case:
    """The case as this phone's own session tells it."""
    return case_facts.as_of(case_from_answers(answers_of(open_now.variables)), today_here())


def name_of(document: Any) -> str:
    """What the form calls a paper."""
    return f'{document.id}:{document.person_key}:{document.language}'


@pages.get('/taller/papeles')
def papers() -> AnyResponse:
    """Which papers a family may print."""
    return show_papers()


def show_papers(problem: str = '', status: int = 200) -> AnyResponse:
    """The papers with the copies to choose."""
    place, open_now = my_place(), Session.open()
    if place is None or open_now is None:
        return go('taller')
    found = [(name_of(one), one) for one in catalog.documents_for(case_of(open_now), today_here())]
    set_language(language())
    applicant, family = open_now.variables.get('applicant'), open_now.variables.get('family')
    people = people_names(applicant, family) if applicant is not None and family is not None else {}
    return page('papers', status, problem=problem, found=found, people=people, most=MOST_COPIES)


@pages.post('/taller/papeles')
def print_papers() -> AnyResponse:
    """Yes, print: make the papers as one file and let it wait at the printer."""
    place, open_now = my_place(), Session.open()
    if place is None or open_now is None:
        return go('taller')
    case, on = case_of(open_now), today_here()
    wanted = [(one, max(0, min(MOST_COPIES, request.form.get(name_of(one), 0, int)))) for one in catalog.documents_for(case, on)]
    chosen = [(one, copies) for one, copies in wanted if copies]
    if not chosen or not request.form.get('yes'):
        return show_papers('nothing' if not chosen else 'yes', WRONG)
    db.session.close()  # LibreOffice takes seconds, and others want the connection
    try:
        made = render.pdf_bytes([render.docx_bytes(one, case, on) for one, _ in chosen])
    except render.PdfUnavailable:
        return show_papers('no_pdf', UNAVAILABLE)
    file, number = as_one(zip(made, (copies for _, copies in chosen), strict=True))
    if number > MOST_PAGES:
        return show_papers('too_many', WRONG)
    print_hold.hold(store(), place, sealing.sealed(file, keys_for(place)), number)
    return go('taller')


def as_one(files: Iterable[tuple[bytes, int]]) -> tuple[bytes, int]:
    """The papers in order, each as many times as copies are wanted, as one file; and its pages."""
    whole, out = pikepdf.new(), io.BytesIO()
    for content, copies in files:
        with pikepdf.open(io.BytesIO(content)) as one:
            for _ in range(copies):
                whole.pages.extend(one.pages)
    whole.save(out)
    return out.getvalue(), len(whole.pages)


@pages.post('/taller/papeles/no')
def take_back() -> AnyResponse:
    """Do not print them."""
    if place := my_place():
        print_hold.take_back(store(), place)
    return go('taller')


# The printer

@pages.get('/taller/imprimir')
@for_helpers
def station(leader: Leader) -> AnyResponse:
    """Whose papers wait, one family after the other."""
    return page('station', held=print_hold.held(store(), leader.workshop)) if store().about(leader.workshop) else go('board')


@pages.get('/taller/imprimir/parte')
@for_helpers
def station_part(leader: Leader) -> AnyResponse:
    """What changes at the printer."""
    return part('station_part', BOARD_SECONDS[1], held=print_hold.held(store(), leader.workshop))


@pages.get('/taller/imprimir/<int:number>.pdf')
@for_helpers
def station_file(leader: Leader, number: int) -> AnyResponse:
    """The papers of one family that has said yes."""
    place = Place(leader.workshop, number)
    content = print_hold.sealed_of(store(), place)
    if content is None:
        return page('station', GONE, held=print_hold.held(store(), leader.workshop))
    return Response(sealing.opened(content, keys_for(place)), mimetype='application/pdf')


@pages.post('/taller/imprimir')
@for_helpers
def came_out(leader: Leader) -> AnyResponse:
    """Did it come out? Then it is deleted."""
    if number := request.form.get('came_out', 0, int):
        print_hold.came_out(store(), Place(leader.workshop, number))
    return go('station')

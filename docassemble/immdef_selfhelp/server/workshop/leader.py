# do not pre-load: belongs to the local server's web application
"""What leaders and helpers do: sign in, open a workshop, see the board, answer, and close. None of these pages can show an answer of a family."""
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from flask import Response, request, session, url_for
from werkzeug.wrappers import Response as AnyResponse

from docassemble.immdef_selfhelp.interview.tasks import TASKS
from docassemble.immdef_selfhelp.server import qr
from docassemble.immdef_selfhelp.server.run import network
from docassemble.immdef_selfhelp.server.workshop.common import (
    BOARD_SECONDS,
    SIGNED_IN,
    Leader,
    addresses,
    for_helpers,
    for_leaders,
    go,
    page,
    pages,
    part,
    sign_in,
    signed_in,
    store,
    titles,
)
from docassemble.immdef_selfhelp.workshop import counts
from docassemble.immdef_selfhelp.workshop.plan import BOTH, LONGEST_HOURS, LONGEST_PLACE, LONGEST_WIFI, Plan, agenda_of, wifi_text
from docassemble.immdef_selfhelp.workshop.rows import by_need
from docassemble.immdef_selfhelp.workshop.store import HELPER, LEADER, REVIEWER, ROLES, Place, seconds_now

USUAL_MINUTES, USUAL_HOURS = 20, 3
LONGEST_NAME = 3
WRONG = 422


# Signing in

@pages.get('/taller/llave')
def key_page() -> AnyResponse:
    """The page of a one-time address. Looking at it uses nothing up."""
    return page('key', key=request.args.get('llave', '')[:80], problem='')


@pages.post('/taller/llave')
def use_key() -> AnyResponse:
    """Sign in with a one-time key."""
    name = ''.join(letter for letter in request.form.get('name', '').upper() if letter.isalnum())[:LONGEST_NAME]
    found = store().use_key(request.form.get('llave', ''))
    if found is None:
        return page('key', WRONG, key='', problem='used')
    role, workshop = found
    sign_in(role, workshop, name or role[:1].upper())
    return go('review_codes' if role == REVIEWER else 'board')


@pages.post('/taller/fin')
def sign_out() -> AnyResponse:
    """Sign out of the workshop on this browser."""
    session.pop(SIGNED_IN, None)
    return go('key_page')


# Opening

def show_open(leader: Leader, problem: str = '', status: int = 200) -> AnyResponse:
    """The page that opens a workshop. Only a leader can; a helper's workshop is over then."""
    if not leader.leads:
        session.pop(SIGNED_IN, None)
        return page('not_leader', 403)
    now = datetime.now()
    hours = [(number, f'{now + timedelta(hours=number):%H:%M}') for number in range(1, LONGEST_HOURS + 1)]
    rows = [(task.id, sum(one.minutes for one in task.parts) or USUAL_MINUTES) for task in TASKS]
    running = [(one, store().about(one)) for one in store().opened()]
    return page('open_workshop', status, problem=problem, hours=hours, usual=USUAL_HOURS, rows=rows, addresses=addresses(), running=running,
                only_here=network.only_here(addresses()))


@pages.get('/taller/abrir')
@for_leaders
def open_page(leader: Leader) -> AnyResponse:
    """The page that opens a workshop, also after another one was closed."""
    return show_open(leader)


@pages.post('/taller/abrir')
@for_leaders
def open_workshop(leader: Leader) -> AnyResponse:
    """Open a workshop; or take part as a leader in one that is open."""
    form = request.form
    if (one := form.get('join', '')) in store().opened():
        sign_in(LEADER, one, leader.name)
        return go('board')
    hours, language, address = form.get('hours', 0, int), form.get('language', ''), form.get('address', '')
    place = ' '.join(form.get('place', '').split())[:LONGEST_PLACE]
    if not place or not 1 <= hours <= LONGEST_HOURS or language not in ('es', 'en', BOTH) or address not in addresses():
        return show_open(leader, 'missing', WRONG)
    agenda = agenda_of(zip(form.getlist('task'), form.getlist('minutes'), strict=False), titles())
    opened = store().open(Plan(place, language, address, seconds_now() + hours * 3600, agenda, form.get('wifi', '').strip()[:LONGEST_WIFI],
                               form.get('wifi_password', '')[:LONGEST_WIFI]))
    sign_in(LEADER, opened, leader.name)
    return go('board')


# The board

def board_told(leader: Leader) -> dict[str, Any]:
    """What the board shows."""
    about, now = store().about(leader.workshop), seconds_now()
    agenda = [one.partition(':')[::2] for one in about.get('agenda', '').split()]
    return {'leader': leader, 'about': about, 'rows': by_need(store().rows(leader.workshop), now), 'now': now, 'agenda': agenda,
            'at': int(about.get('agenda_at', 0)), 'over': int(about['closes']) <= now,
            'closes': f'{datetime.fromtimestamp(int(about["closes"])):%H:%M}'}


@pages.get('/taller/mesa')
@for_helpers
def board(leader: Leader) -> AnyResponse:
    """The board; before a workshop is open, the page that opens one; after it was closed, its counts."""
    if store().about(leader.workshop):
        return page('board', **board_told(leader))
    return go('report') if store().report(leader.workshop) else show_open(leader)


@pages.get('/taller/mesa/parte')
@for_helpers
def board_part(leader: Leader) -> AnyResponse:
    """The rows of the board: small, and nothing at all while nothing changes."""
    if not store().about(leader.workshop):
        return go('board')
    lowest, highest = BOARD_SECONDS
    watchers = store().watching(leader.workshop, leader.name.encode().hex())
    return part('board_part', max(lowest, min(highest, watchers)), **board_told(leader))


@pages.post('/taller/mesa')
@for_helpers
def act(leader: Leader) -> AnyResponse:
    """A button of the board: go to a family, its hand was answered, a message, the next step of the agenda, joining open or closed."""
    form, kept, last = request.form, store(), len(store().about(leader.workshop).get('agenda', '').split()) - 1
    if number := form.get('going', 0, int):
        kept.help(Place(leader.workshop, number), leader.name)
    elif number := form.get('answered', 0, int):
        kept.answered(Place(leader.workshop, number))
    elif 'agenda' in form:
        kept.move(leader.workshop, 'agenda_at', 1 if form['agenda'] == 'next' else -1, max(0, last))
    elif 'send' in form:
        kept.send(leader.workshop, form.get('message', ''), form.get('to', 0, int))
    elif 'joining' in form and leader.leads:
        kept.set_about(leader.workshop, joining=int(form['joining'] == 'open'))
    return go('board')


@pages.post('/taller/invitar')
@for_leaders
def invite(leader: Leader) -> AnyResponse:
    """A one-time address for another leader, a helper or a reviewer, to scan or to open."""
    asked = request.form.get('role', '')
    role = asked if asked in ROLES else HELPER
    about = store().about(leader.workshop)
    if not about:
        return go('board')
    address = about['address'].rstrip('/') + url_for('workshop.key_page', llave=store().new_key(role, leader.workshop))
    return page('invite', role=role, address=address, code=qr.drawing(address))


# The projector and the sheet

def joining_address(about: dict[str, str]) -> str:
    """What the large QR code holds: the address by number, and the code. No session, no key."""
    return about['address'].rstrip('/') + url_for('workshop.taller', c=about['code'])


@lru_cache(maxsize=4)
def drawn_code(text: str, on_paper: bool) -> str:
    """A code of the wall, drawn once: the wall asks each second, and a drawing takes longer than everything else on it."""
    return qr.drawing(text, on_paper=on_paper)


def codes_told(about: dict[str, str], *, on_paper: bool = False) -> dict[str, Any]:
    """The two QR codes, and what is written beside them."""
    wifi = drawn_code(wifi_text(about['wifi'], about['wifi_password']), on_paper) if about['wifi'] else ''
    return {'about': about, 'address': about['address'].removeprefix('http://').rstrip('/') + url_for('workshop.taller'),
            'join_code': drawn_code(joining_address(about), on_paper), 'wifi_code': wifi}


@pages.get('/taller/hoja')
@for_helpers
def sheet(leader: Leader) -> AnyResponse:
    """How to join, as a sheet to print in both languages."""
    about = store().about(leader.workshop)
    return page('sheet', **codes_told(about, on_paper=True)) if about else go('board')


# Closing

@pages.get('/taller/cerrar')
@for_leaders
def close_page(leader: Leader) -> AnyResponse:
    """What closing does, before it is done."""
    return page('close', about=store().about(leader.workshop)) if store().about(leader.workshop) else go('board')


@pages.post('/taller/cerrar')
@for_leaders
def close(leader: Leader) -> AnyResponse:
    """Close: keep the counts, delete everything else. Families keep their own sessions."""
    store().close(leader.workshop)
    drawn_code.cache_clear()
    return go('report')


def report_lines(workshop: str) -> tuple[str, str, list[counts.Line]]:
    """Day, place and lines of a report that is kept."""
    kept = store().report(workshop)
    day = f'{datetime.fromtimestamp(int(kept.pop("day"))):%Y-%m-%d}'
    place = kept.pop('place')
    return day, place, [counts.Line(*name.partition(':')[::2], number) for name, number in sorted(kept.items())]


@pages.get('/taller/cuentas')
@for_leaders
def report(leader: Leader) -> AnyResponse:
    """The counts, on one page to print."""
    if not store().report(leader.workshop):
        return show_open(leader)
    day, place, lines = report_lines(leader.workshop)
    return page('report', day=day, place=place, lines=lines, fewest=counts.FEWEST)


@pages.get('/taller/cuentas.csv')
@for_leaders
def report_file(leader: Leader) -> AnyResponse:
    """The counts as a table."""
    if not store().report(leader.workshop):
        return go('board')
    day, place, lines = report_lines(leader.workshop)
    name = f'attachment; filename=workshop-{day}.csv'
    return Response(counts.as_csv(day, place, lines), mimetype='text/csv', headers={'Content-Disposition': name})


@pages.get('/taller/<any(invitar, fin):_form>')
def leader_form(_form: str) -> AnyResponse:
    """The address of a form, typed or kept: back to the page it stands on."""
    return go('board' if signed_in() else 'key_page')

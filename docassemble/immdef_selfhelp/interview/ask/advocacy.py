"""What is asked of officers: who holds whom, who signs, each request, and what became of the letters."""
from typing import Any

from docassemble.immdef_selfhelp.interview.advocacy import may_say_where, request_people
from docassemble.immdef_selfhelp.interview.answers import phone_now
from docassemble.immdef_selfhelp.interview.ask import look_at
from docassemble.immdef_selfhelp.interview.ask.health import ask_health, health_told
from docassemble.immdef_selfhelp.interview.task import Variables
from docassemble.immdef_selfhelp.story.told import advocacy as told


def ask_holder(advocacy: Any, phone: str) -> None:
    """Who holds whom, where and since when, and who asks."""
    look_at(advocacy.rules_read, advocacy.held_by)
    if advocacy.held_by != told.NOBODY:
        look_at(advocacy.held)
        if may_say_where(phone):
            if advocacy.held_by == told.ICE:
                look_at(advocacy.held_at)
            look_at(advocacy.held_place)
        look_at(advocacy.held_since.year)
    look_at(advocacy.signer, advocacy.written)


def holder_told(variables: Variables) -> bool:
    """Whether it is known who holds whom, and who asks."""
    return variables.has('advocacy', 'written')


def ask_requests(variables: Variables) -> None:
    """Every request, one after the other; at least one. The family's own requests are asked once, with those of staying together."""
    requests = variables.advocacy.requests
    for request in requests.elements:
        if 'complete' not in vars(request):
            ask_request(request)
            request.complete = True
    requests.there_are_any = True
    requests.gather()
    if any(request.kind == told.TOGETHER for request in requests.elements):
        look_at(variables.family_plan.asks)


def ask_request(request: Any) -> None:
    """One request. Before anything of a bond hearing comes the lawyer; what is urgent comes before the facts."""
    if request.kind == told.BOND:
        look_at(request.lawyer_read)
    choices = request_people(request.kind)
    if len(choices) == 1:
        request.person = choices[0]
    look_at(request.person)
    if request.kind not in (told.CORRECTION, told.BOND):
        look_at(request.urgent)
        if request.urgent.any_true():
            look_at(request.today_read)
    ask_of_kind(request)
    if not is_urgent(request):
        look_at(request.by_when)
        if request.by_when == told.DAY:
            look_at(request.by_day.year)
    look_at(request.attachments_read)


def is_urgent(request: Any) -> bool:
    """Whether something urgent was ticked: then it is for today."""
    return 'urgent' in vars(request) and bool(request.urgent.any_true())


def ask_of_kind(request: Any) -> None:
    """What only this kind of request needs, then what is happening in own words."""
    match request.kind:
        case told.CHILD_NEEDS:
            look_at(request.needs)
        case told.PAROLE | told.BOND:
            if may_say_where(phone_now()):
                look_at(request.would_live)
        case told.INTERPRETER:
            look_at(request.speaks)
        case told.PROPERTY:
            look_at(request.office, request.taken, request.taken_when.year)
        case told.CORRECTION:
            look_at(request.office, request.wrong)
    look_at(request.facts)


def requests_told(variables: Variables) -> bool:
    """Whether the requests were gone through."""
    if not variables.has('advocacy', 'requests') or 'gathered' not in vars(variables.advocacy.requests):
        return False
    together = any(vars(one).get('kind') == told.TOGETHER for one in variables.advocacy.requests.elements)
    return not together or variables.has('family_plan', 'asks')


def wants_doctor(variables: Variables) -> bool:
    """Whether a doctor is asked for: then the medicines are copied from their boxes."""
    requests = vars(variables.advocacy).get('requests') if variables.has('advocacy') else None
    return requests is not None and any(vars(one).get('kind') == told.MEDICAL for one in requests.elements)


def ask_medicines(variables: Variables) -> None:
    """The medicines and what a nurse should know, when a doctor is asked for."""
    if wants_doctor(variables):
        ask_health(variables.health)


def medicines_told(variables: Variables) -> bool:
    """Whether they were gone through, or no doctor is asked for."""
    return requests_told(variables) and (not wants_doctor(variables) or health_told(variables))


def ask_deliveries(advocacy: Any) -> None:
    """What became of the letters until now."""
    advocacy.deliveries.gather()


def deliveries_told(variables: Variables) -> bool:
    """Whether it was asked what became of the letters."""
    return variables.has('advocacy', 'deliveries') and 'gathered' in vars(variables.advocacy.deliveries)

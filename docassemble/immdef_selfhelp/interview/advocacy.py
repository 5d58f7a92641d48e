"""The screens of asking officers for something: who can be held, what can be asked for, a child's needs by age, and the papers that go along."""
from typing import Any

from docassemble.base.util import get_language, word

from docassemble.immdef_selfhelp.documents.making.addressee import NOT_FOUND, call_of, line_of, provision_of
from docassemble.immdef_selfhelp.documents.papers.advocacy_letter import RULES
from docassemble.immdef_selfhelp.interview.answers import case_now, plain, today_here
from docassemble.immdef_selfhelp.interview.documents import line_label, person_words
from docassemble.immdef_selfhelp.interview.legal import TELEPHONE, can_be_tapped, law, law_list, trace, where_it_comes_from
from docassemble.immdef_selfhelp.interview.text import items
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.story import children
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.document_lines import attachable
from docassemble.immdef_selfhelp.story.told import advocacy as told
from docassemble.immdef_selfhelp.story.told.advocacy import Request
from docassemble.immdef_selfhelp.story.told.reader import read
from docassemble.immdef_selfhelp.story.told.watched import WATCHED
from docassemble.immdef_selfhelp.story.wording import names


def worded(group: str, codes: tuple[str, ...]) -> list[dict[str, str]]:
    """Choices in the words of the letters."""
    words = names(group, get_language())
    return [{code: words[code]} for code in codes]


def people(keys: list[str]) -> list[dict[str, str]]:
    """People of the family as choices."""
    case = case_now()
    return [{key: person_words(case, key)} for key in keys]


def held_choices() -> list[dict[str, str]]:
    """Who can be held: the applicant, and whoever is with them or in the United States."""
    return people([one.key for one in case_now().people if children.is_here(one)])


def facility_choices() -> list[dict[str, str]]:
    """The places of ICE whose address the law data has, and another one."""
    known = [{place: str(dated.value(place, today_here())['name'])} for place in told.FACILITIES]
    return [*known, {'other': word('Another place, or I do not know')}]


def request_kind_choices() -> list[dict[str, str]]:
    """What can be asked for: of who is free, an interpreter, things and a correction."""
    return worded('advocacy_kinds', told.OF_WHO_IS_FREE if case_now().advocacy.held_by == told.NOBODY else told.KINDS)


def request_people(kind: str) -> list[str]:
    """The keys of the people whom a request of this kind can be about: who is held, for a child's needs the children among them; else everybody."""
    case, on = case_now(), today_here()
    everybody = [one.key for one in case.people if children.is_here(one)]
    held = [key for key in case.advocacy.held if key in everybody]
    if kind in told.OF_WHO_IS_FREE or not held:
        return everybody
    young = [one.key for one in case.people if one.key in held and children.in_plan(one, on)]
    return young if kind == told.CHILD_NEEDS and young else held


def people_of_request(kind: str) -> list[dict[str, str]]:
    """Those people as choices."""
    return people(request_people(kind))


def request_now(request: Any) -> Request:
    """A request of the interview as far as it was told."""
    return read(Request, plain(request))


def need_choices(person: str) -> list[dict[str, str]]:
    """What can be ticked for a child of this age; all of it, when the age is not known."""
    case, on = case_now(), today_here()
    ages = children.ages_of((case.person(person),), on) if children.in_plan(case.person(person), on) else ()
    wanted = [need for age in ages or told.NEEDS_BY_AGE for need in told.NEEDS_BY_AGE[age]]
    return worded('advocacy_needs', tuple(dict.fromkeys(wanted)))


def urgent_line(request: Any) -> str:
    """First the telephone line of whoever holds the person, also one nobody checked, which says so; what holds in every emergency; else what was
    not found and what can be done now, and a way to ask.
    """
    asked = case_now().advocacy, request_now(request)
    line, call, always = line_of(*asked, today_here()), call_of(*asked), ('rights_custody_needs', 'support_danger')
    said = (line, *always) if TELEPHONE.search(law(line)) else (*filter(None, [call]), *always, NOT_FOUND, line)
    return items([can_be_tapped(law(one)) for one in said]) + trace() + where_it_comes_from(*said)


def request_rules(request: Any) -> str:
    """What the family should know about this kind of request, and whom the letter goes to: folded, so that the question comes first."""
    found = request_now(request)
    rules = (*RULES[found.kind], provision_of(case_now().advocacy, found))
    return f'<details><summary>{word("What to know about this request")}</summary>{law_list(*rules)}{where_it_comes_from(*rules)}</details>'


def attachment_fields(variable: str) -> list[dict[str, Any]]:
    """The papers that are there, to tick, and a box for others."""
    lines = [line for line, _ in attachable(case_now(), today_here())]
    more = {'label': word('Other papers, one on each line'), 'field': f'{variable}.more_attachments', 'input type': 'area', 'datatype': 'typed',
            'rows': 2, 'required': False}
    if not lines:
        return [more]
    return [{'label': word('These go with the letter'), 'field': f'{variable}.attachments', 'datatype': 'checkboxes',
             'none of the above': word('None of these'), 'choices': [{line_name(line): line.key} for line in lines]}, more]


def line_name(line: Any) -> str:
    """How a paper is called here: with whose it is."""
    case: Case = case_now()
    whose = f' · {person_words(case, line.person)}' if line.event < 0 and not line.kind.startswith('us_') else ''
    return f'{line_label(line)}{whose}'


def requests_told(requests: Any) -> str:
    """The requests that are written already, as a list."""
    words, case = names('advocacy_kinds', get_language()), case_now()
    return items([f'{words[one.kind]}: {person_words(case, one.person)}' for one in requests.complete_elements()])


def delivery_choices() -> list[dict[str, str]]:
    """The letters there are, to say which one was handed over."""
    return worded('advocacy_kinds', tuple(dict.fromkeys(one.kind for one in case_now().advocacy.requests if one.kind)) or told.KINDS)


def may_say_where(phone: str) -> bool:
    """Whether this phone may hold where somebody is, or would live."""
    return phone != WATCHED

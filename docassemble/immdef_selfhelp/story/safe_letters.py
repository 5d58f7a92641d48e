"""Which letters may be made for a family. None goes to an office of a government that is feared, or may be, and none is made on a watched phone.

Follows `docs_consulate_last` and `consulate_risk` of the project's legal research: such a letter can show where the family is.
"""
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.told.basics import YES
from docassemble.immdef_selfhelp.story.told.documents import CLINIC, COURT_FILE, OFFICER_FILE, PLACES, REGISTRY, SCHOOL, PaperRequest
from docassemble.immdef_selfhelp.story.told.watched import WATCHED

OFFICIAL, OTHERS = 'official', {'private', 'with_officials'}
HARM = 'harm'
GOVERNMENT, NOT_KNOWN, WATCHED_PHONE = 'government', 'not_known', 'watched'


def government_feared(case: Case) -> bool:
    """Whether anybody of the family told that officials themselves did harm or are feared, or fears torture by them and told of no other harm.

    Somebody harmed by a gang with which officials worked still finds the ways through a relative and the registry, the consulate last and
    after a lawyer. Having gone to the police is not harm by them; a threat by whoever took the report is.
    """
    return case.documents.feared == OFFICIAL or any(
        OFFICIAL in harm or (telling.fear.torture == YES and not harm & OTHERS)
        for telling in case.tellings
        for harm in [{event.who_official for event in telling.events if event.kind == HARM}
                     | {OFFICIAL for event in telling.events if event.report_threat == YES}])


def why_none_home(case: Case) -> str:
    """Why no letter goes to the own country: its government is feared, nobody said whom they fear, or the phone is watched; empty when one may."""
    if case.phone == WATCHED:
        return WATCHED_PHONE
    if government_feared(case):
        return GOVERNMENT
    return '' if case.documents.feared in OTHERS else NOT_KNOWN


def kinds(case: Case) -> tuple[str, ...]:
    """The kinds of letters this family may be offered."""
    why = why_none_home(case)
    if why == WATCHED_PHONE:
        return ()
    return (*(() if why else (REGISTRY,)), CLINIC, SCHOOL, COURT_FILE, OFFICER_FILE)


def may_be_made(case: Case, request: PaperRequest) -> bool:
    """Whether this letter may be made: a clinic or school at home may belong to the government, so then only one in the United States is asked."""
    at_home = request.kind in PLACES and request.in_united_states != YES
    return request.kind in kinds(case) and not (at_home and why_none_home(case))


def letters(case: Case, *wanted: str) -> list[PaperRequest]:
    """The letters of these kinds that were asked for and may be made."""
    return [request for request in case.documents.requests if request.kind in wanted and may_be_made(case, request)]

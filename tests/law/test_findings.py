"""What holds for every finding whatever the facts: reasons that exist, authority, words in both languages, a next step, and the nevers."""
import re
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings, strategies as st
from law.expert_cases import NAMES, expert_case
from law.test_sentences import NAMES_OF_POLICIES, NEVER, TU

from docassemble.immdef_selfhelp.law import strict
from docassemble.immdef_selfhelp.law.facts import words as fact_words
from docassemble.immdef_selfhelp.law.facts.facts import Facts, Person, Telling, read_facts
from docassemble.immdef_selfhelp.law.facts.said import was_answered
from docassemble.immdef_selfhelp.law.facts.spans import UNTOLD, Span, in_month, in_year, on_day
from docassemble.immdef_selfhelp.law.findings import texts as finding_texts
from docassemble.immdef_selfhelp.law.findings.found import RULES, deadlines, explain, findings
from docassemble.immdef_selfhelp.law.findings.words import named
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.names import LANGUAGES

ON = date(2026, 11, 25)
DAYS = st.dates(date(2015, 1, 1), date(2029, 12, 31))
SPANS = st.one_of(st.just(UNTOLD), st.builds(on_day, DAYS, st.booleans()), DAYS.map(lambda day: in_month(day.year, day.month)),
                  DAYS.map(lambda day: in_year(day.year)))
TEXTS = {'nationality': ['Honduras', 'Mexico', 'Cuba', 'Haiti', ''], 'best_language': ['spanish', 'mam', 'unknown']}
KEYS = ('applicant', 'family_0', 'family_1')


def anything(kind: Any, name: str) -> st.SearchStrategy[Any]:
    """Any value of one fact."""
    if name in ('to', 'person'):
        return st.sampled_from(KEYS)
    if kind is Span:
        return SPANS
    if kind is bool:
        return st.booleans()
    if kind is str:
        return st.sampled_from(TEXTS.get(name, ['x']))
    if get_origin(kind) is tuple:
        return st.lists(anything(get_args(kind)[0], name), max_size=2).map(tuple)
    return case_parts(kind) if is_dataclass(kind) else st.sampled_from(get_args(kind))


def case_parts(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of one part of the facts."""
    hints = get_type_hints(kind)
    return st.builds(kind, **{part.name: anything(hints[part.name], part.name) for part in fields(kind)})


def family(parts: list[Person]) -> tuple[Person, ...]:
    named_parts = zip(KEYS, parts, strict=True)
    return tuple(replace(person, key=key, relation='applicant' if key == 'applicant' else person.relation) for key, person in named_parts)


def with_people(facts: Facts, people: tuple[Person, ...]) -> Facts:
    tellings: tuple[Telling, ...] = tuple(replace(telling, person=key) for telling, key in zip(facts.tellings, KEYS, strict=False))
    return replace(facts, people=people, tellings=tellings)


FACTS = st.builds(with_people, case_parts(Facts), st.lists(case_parts(Person), min_size=3, max_size=3).map(family))


@settings(max_examples=150)
@given(FACTS, st.dates(date(2026, 11, 1), date(2027, 12, 31)))
def test_every_finding_explains_itself(facts: Facts, on: date) -> None:
    for finding in findings(facts, on):
        assert finding.because, finding.code
        for language in LANGUAGES:
            said = explain(finding, facts, language, on)
            assert said.title and said.say and said.next and said.authorities
            # What was never answered is no reason: nobody is told "you answered" about it
            assert {one.path for one in said.reasons} <= {path for path in finding.because if was_answered(fact_words.value_at(facts, path))}
            assert all(one.said.strip() and not re.search(r'[{}]', one.said) for one in said.reasons)
            assert not re.search(r'[{}]', said.title + said.say + said.next)


@settings(max_examples=100)
@given(FACTS)
def test_every_date_has_a_name_a_rule_and_the_fact_it_is_counted_from(facts: Facts) -> None:
    for deadline in deadlines(findings(facts, ON)):
        assert dated.provision(deadline.rule)
        assert fact_words.value_at(facts, deadline.counted_from).known
        assert all(named(deadline, language, ON).when for language in LANGUAGES)


def test_nothing_told_gives_nothing() -> None:
    assert findings(Facts(), ON) == ()


def leaf_paths(facts: Any, path: str = '') -> list[str]:
    """Every answer that is a code, by its path."""
    if is_dataclass(facts) and not isinstance(facts, Span):
        return [found for part in fields(facts) for found in leaf_paths(getattr(facts, part.name), f'{path}{part.name}.')]
    if isinstance(facts, tuple) and facts and is_dataclass(facts[0]):
        return [found for number, item in enumerate(facts) for found in leaf_paths(item, f'{path}{number}.')]
    return [path.rstrip('.')] if facts in ('yes', 'no') else []


def put(facts: Any, path: list[str], value: str) -> Any:
    """The same facts with another value at a path."""
    if not path:
        return value
    head, *rest = path
    if isinstance(facts, tuple):
        return tuple(put(item, rest, value) if number == int(head) else item for number, item in enumerate(facts))
    return replace(facts, **{head: put(getattr(facts, head), rest, value)})


@pytest.mark.parametrize('name', NAMES)
def test_unknown_is_never_taken_for_no(name: str) -> None:
    """A finding that stands because something was told as "no" says so; when it is not known, the finding goes, or asks."""
    case = expert_case(name)
    for path in leaf_paths(case.facts):
        if fact_words.value_at(case.facts, path) != 'no':
            continue
        unknown = put(case.facts, path.split('.'), 'unknown')
        for finding in findings(unknown, case.on):
            if path in finding.because and finding.kind in ('described', 'deadline'):
                other = [one for one in finding.because if one != path and fact_words.value_at(unknown, one) not in ('unknown', (), UNTOLD)]
                assert other, f'{finding.code} rests on {path} alone, which is not known'


@pytest.mark.parametrize('name', NAMES)
def test_more_facts_never_make_a_known_date_vanish(name: str) -> None:
    """Whatever else becomes known of the needs, the limits and the story, a date that stood still stands."""
    case = expert_case(name)
    before = {deadline.id for deadline in deadlines(case.found)}
    for path in leaf_paths(case.facts):
        unknown = put(case.facts, path.split('.'), 'unknown')
        if path.split('.')[0] in ('needs', 'limits', 'tellings') and path != 'alone_under_18':
            assert {deadline.id for deadline in deadlines(findings(unknown, case.on))} <= before, path


@pytest.mark.parametrize('language', LANGUAGES)
def test_no_finding_of_the_ten_cases_says_what_must_never_be_said(language: str) -> None:
    said = [f'{case.name} {finding.code}: {text}' for case in map(expert_case, NAMES) for finding in case.found
            for found in [explain(finding, case.facts, language, case.on)] for text in (found.title, found.say, found.next)]
    assert len(said) > 100
    patterns = [pattern for pattern in NEVER[language] if pattern not in NAMES_OF_POLICIES] + ([TU] if language == 'es' else [])
    assert [line for line in said for pattern in patterns if re.search(pattern, line.partition(': ')[2], re.IGNORECASE)] == []


def test_every_rule_can_fire() -> None:
    """No rule is dead: each gives a finding for one of the ten cases, or for the facts below."""
    more = [
        {'court': {'has_case': 'yes', 'decision': 'removal', 'decision_served': '2026-11-20', 'moved': 'yes', 'filed_asylum': 'yes',
                   'fee_notice': '2026-11-01', 'asylum_received': '2026-06-01'}},
        {'court': {'missed_hearing': 'yes', 'has_case': 'yes', 'date_soon': 'yes', 'i589_due': '2027-01-15'}},
        {'limits': {'more_than_ten_months': 'yes'}},
        {'needs': {'in_mpp': 'yes', 'disability': 'yes'}}, {'place': 'released'},
        {'entries': [{'manner': 'port_of_entry', 'outcome': 'turned_back'}]},
        {'people': [{'key': 'applicant'}, {'key': 'family_0', 'relation': 'son', 'birth': '2006-01-10'}]},
        {'people': [{'key': 'applicant'}, {'key': 'family_0', 'relation': 'son', 'birth': '2016-01-10', 'us_citizen': 'yes'}]},
        {'entries': [{'outcome': 'paroled', 'parole_until': '2026-04-01'}], 'tellings': [{'harms': [{'actor': 'community'}]}]},
        {'place': 'released', 'entries': [{'when': '2024-03-01', 'outcome': 'released'}], 'needs': {'relative_with_status': 'yes'},
         'limits': {'paid_helper': 'yes', 'stayed_without_permission': 'yes', 'gave_to_armed_group': 'yes'}},
    ]
    cases = [(case.facts, case.on) for case in map(expert_case, NAMES)] + [(read_facts(tree), ON) for tree in more]
    # The pause of USCIS was stopped by courts on August 24, 2026; the rule waits for the list to fill again.
    cases.append((read_facts({'people': [{'key': 'applicant', 'nationality': 'Venezuela'}]}), date(2026, 8, 23)))
    cases.append((read_facts({'place': 'released', 'people': [{'key': 'applicant', 'nationality': 'El Salvador'}],
                              'entries': [{'when': '2024-03-01', 'outcome': 'released'}]}), ON))
    silent = {rule.__name__ for rule in RULES if not any(list(rule(facts, on)) for facts, on in cases)}
    assert silent == set()


def test_a_day_more_does_not_hide_a_date_still_ahead() -> None:
    facts = expert_case('09_cu_july11_deadline_soon').facts
    for away in range(0, 30):
        assert 'hearing' in {deadline.id for deadline in deadlines(findings(facts, date(2027, 1, 20) + timedelta(days=away)))}


def test_a_sentence_cut_at_a_comma_is_refused() -> None:
    """In a YAML mapping on one line, a comma without quotes ends the sentence and makes its rest a key."""
    words = {'es': 'Un menor sin su mamá', 'papá o tutor legal': None, 'en': 'A child'}
    entry = {'code': 'CUT', 'title': words, 'say': words, 'next': words, 'authority': ['must_attend']}
    with pytest.raises(strict.LawDataError, match='papá o tutor legal'):
        finding_texts.read_text(entry, 'findings_cut')

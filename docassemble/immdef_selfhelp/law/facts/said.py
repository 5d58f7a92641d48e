"""What was answered, as the end of a sentence ("You answered that you have a case in immigration court"); empty for what was never answered.

The words are `law/data/words/said_words.yml`: for each fact one entry, with words for any answer (`any`) or for one of them.
"""
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from docassemble.immdef_selfhelp.law import strict
from docassemble.immdef_selfhelp.law.facts import words
from docassemble.immdef_selfhelp.law.facts.facts import Facts
from docassemble.immdef_selfhelp.law.facts.spans import Span
from docassemble.immdef_selfhelp.law.provisions import dated

ANY = 'any'
YES_AND_NO = {True: 'yes', False: 'no'}
"""YAML reads a bare `yes` or `no` as true or false; both are answers here."""
NOT_SAID = frozenset({'people.key', 'people.name'})
"""Facts that are nobody's answer to a question of law."""
BEGIN = {'es': 'Usted contestó que {said}.', 'en': 'You answered that {said}.'}
AND = {'es': 'También contestó que {said}.', 'en': 'You also answered that {said}.'}


@cache
def endings() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """The words by the name of the fact and the answer. Raises LawDataError, also when a fact has none or nobody has such a fact."""
    found: dict[str, Mapping[str, Mapping[str, str]]] = {}
    for entry in dated.groups_in('words/said_words'):
        name = strict.text_in(entry, 'fact', 'said_words.yml')
        strict.need(name not in found, 'said_words.yml', f'{name} stands twice')
        answers = {YES_AND_NO[key] if isinstance(key, bool) else str(key): said for key, said in entry.items() if key != 'fact'}
        found[name] = MappingProxyType({key: strict.both_languages(said, f'said_words.yml, {name}, {key}') for key, said in answers.items()})
    strict.need(set(found) == set(words.fact_names()) - NOT_SAID, 'said_words.yml',
                f'facts without words, or words without a fact: {", ".join(sorted(set(found) ^ (set(words.fact_names()) - NOT_SAID)))}')
    return MappingProxyType(found)


def was_answered(value: Any) -> bool:
    """Whether there is an answer: `unknown`, no day, nothing chosen and nothing written are none, whether or not it was asked."""
    return value.known if isinstance(value, Span) else bool(value) and value not in ('unknown', ('unknown',))


def said(facts: Facts, path: str, language: str) -> str:
    """What was answered at a path, without the beginning of the sentence; empty for no answer. Raises LookupError when there is no such fact."""
    value, name = words.value_at(facts, path), words.name_of(path)
    ways = endings().get(name)
    if ways is None or not was_answered(value):
        return ''
    answer = ('yes' if value else 'no') if isinstance(value, bool) else str(value)
    way = ways.get(answer) or ways.get(ANY)
    return way[language].format(value=words.value_words(value, language, name), who=who(facts, path, language)) if way else ''


def who(facts: Facts, path: str, language: str) -> str:
    """Whose answer it is about: the name of a person, or what they are to the applicant; `you` for the applicant without a name."""
    room, _, rest = path.partition('.')
    if room != 'people':
        return ''
    person = facts.people[int(rest.partition('.')[0])]
    return person.name or words.value_words(person.relation, language, 'people.relation')


def sentence(ending: str, language: str, first: bool = True) -> str:
    """An ending as a whole sentence; the second of a list says "also"."""
    return (BEGIN if first else AND)[language].format(said=ending)

"""Every text about the law that a family can read, in one shape: what the attorney reads in the book, signs, and what the record guards."""
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from docassemble.immdef_selfhelp.law import strict
from docassemble.immdef_selfhelp.law.findings import texts as finding_texts
from docassemble.immdef_selfhelp.law.findings.texts import FindingText
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.law.provisions.dated import Provision
from docassemble.immdef_selfhelp.names import LANGUAGES

TextKind = Literal['provision', 'finding', 'words']
DIGEST_LETTERS = 16
LABELS = {'title': 'Title'}
WITH_WORDS = ('lists', 'words')


@dataclass(frozen=True)
class Passage:
    """One piece of a text in both languages; `label` says in English which piece it is, where that is not plain."""
    label: str
    words: Mapping[str, str]


@dataclass(frozen=True)
class Text:
    """A text with an id nobody else has. `group` is its data file.

    `digest` stands for the words and the authority: it changes with any of them, and not when the text was only checked again.
    `checked` and `source` are those of a provision; other texts have none of their own and rest on the provisions in `authority` (ids),
    if they say what the law is.
    """
    id: str
    kind: TextKind
    group: str
    passages: tuple[Passage, ...]
    digest: str
    authority: tuple[str, ...] = ()
    checked: date | None = None
    source: str = ''


def plain(value: Any) -> Any:
    """A value as JSON can write it."""
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def digest(*content: Any) -> str:
    """A short name for exactly this content (SHA-256, the first letters)."""
    written = json.dumps(plain(content), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()[:DIGEST_LETTERS]


def since(day: date) -> str:
    """The label of a version."""
    return f'From {day.isoformat()}'


def provision_text(provision: Provision) -> Text:
    """A provision with every version, whether in force or not."""
    passages = tuple(Passage(since(version.from_), {language: dated.filled(version, language, provision.checked) for language in LANGUAGES})
                     for version in provision.versions)
    said = digest(provision.citation, [(version.from_, version.text, version.value) for version in provision.versions],
                  [(other.value, other.from_, other.source, other.confidence) for other in provision.also_reported])
    return Text(provision.id, 'provision', provision.group, passages, said, (), provision.checked, provision.source)


def finding_text(found: FindingText) -> Text:
    """What a finding says: title, sentence and next step."""
    passages = Passage('Title', found.title), Passage('What it says', found.say), Passage('What to do next', found.next)
    said = digest(found.title, found.say, found.next, found.authority, *([found.today] if found.today else []))
    return Text(found.id, 'finding', found.group, passages, said, (*found.authority, *found.today))


def passages_in(written: Any, label: str = '') -> Iterator[Passage]:
    """Every text in both languages within the `groups` of a data file, in its order."""
    if isinstance(written, Mapping):
        if set(LANGUAGES) <= set(written):
            yield Passage(label, strict.both_languages(written, label))
        for key, item in written.items():
            yield from passages_in(item, LABELS.get(key, ''))
    elif isinstance(written, list):
        for item in written:
            yield from passages_in(item)


def group_name(entry: Mapping[str, Any]) -> str:
    """Under which name an entry of `groups` is read and signed: screens by their id, the words of facts by the part of the case."""
    if 'fact' in entry:
        return str(entry['fact']).partition('.')[0]
    return 'names' if set(LANGUAGES) <= set(entry) else str(entry['id'])


def word_texts(place: str) -> Iterator[Text]:
    """What is asked and how things are called: the `groups` of a data file, one text for each screen or part."""
    parts: dict[str, list[Passage]] = {}
    stem = place.rpartition('/')[2]
    for entry in dated.groups_in(place):
        parts.setdefault(group_name(entry), []).extend(passages_in(entry))
    for name, passages in parts.items():
        yield Text(f'{stem}.{name}', 'words', place, tuple(passages), digest([passage.words for passage in passages]))


def provision_texts(provisions: Mapping[str, Provision]) -> tuple[Text, ...]:
    """The texts of these provisions, in their order."""
    return tuple(provision_text(provision) for provision in provisions.values())


def by_id(texts: Iterable[Text]) -> dict[str, Text]:
    """Texts by their id. Raises LawDataError when an id stands twice."""
    found: dict[str, Text] = {}
    for text in texts:
        strict.need(text.id not in found, f'{text.group}.yml', f'{text.id} stands twice')
        found[text.id] = text
    return found


def every_text() -> dict[str, Text]:
    """Every text of the program's law by its id: provisions, findings, what is asked and how things are called. Raises LawDataError."""
    findings = map(finding_text, finding_texts.all_texts().values())
    places = (f'{folder}/{path.stem}' for folder in WITH_WORDS for path in sorted((dated.DATA / folder).glob('*.yml')))
    return by_id((*provision_texts(dated.all_provisions()), *findings, *(text for place in places for text in word_texts(place))))

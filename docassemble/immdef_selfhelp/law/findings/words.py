"""How findings are put into words wherever they are shown: the mark of a level, the name of a date, when an authority was checked, the doubt left."""
from dataclasses import dataclass
from datetime import date

from docassemble.immdef_selfhelp.law.facts.facts import Facts
from docassemble.immdef_selfhelp.law.facts.words import span_words
from docassemble.immdef_selfhelp.law.findings.found import Explained, explain, findings
from docassemble.immdef_selfhelp.law.provisions import lists
from docassemble.immdef_selfhelp.law.rules.finding import Deadline

LEVEL = {
    'es': {'urgent': 'URGENTE', 'high': 'ESTE MES', 'medium': 'BUENO SABER', 'info': 'BUENO SABER'},
    'en': {'urgent': 'URGENT', 'high': 'THIS MONTH', 'medium': 'GOOD TO KNOW', 'info': 'GOOD TO KNOW'},
}
WORDS = {
    'es': {'dates': 'FECHAS', 'next': 'Siguiente paso', 'from': 'De dónde viene', 'checked': 'revisado el',
           'received': 'debe llegar ese día o antes', 'passed': 'esta fecha ya pasó',
           'maybe_passed': 'puede haber pasado ya: pregunte hoy la fecha exacta', 'nothing': 'Estas respuestas no dan ningún aviso.',
           'unverified': 'falta que un abogado lo confirme',
           'note': 'Esto es información, no consejo legal. Pregunte a un abogado o representante acreditado.'},
    'en': {'dates': 'DATES', 'next': 'Next step', 'from': 'Where it comes from', 'checked': 'checked on',
           'received': 'must arrive by that day', 'passed': 'this date has passed',
           'maybe_passed': 'it may have passed already: ask today for the exact date', 'nothing': 'These answers give no notice.',
           'unverified': 'to be confirmed by a lawyer',
           'note': 'This is information, not legal advice. Ask a lawyer or accredited representative.'},
}


@dataclass(frozen=True)
class NamedDate:
    """A date in words: what it is, when (as sharp as it was told), and a note: papers must arrive by then, or it has or may have passed.

    `who`: the name of the person it is about, where the facts were given; empty for a date of the whole family.
    """
    deadline: Deadline
    name: str
    when: str
    received: bool
    passed: bool
    maybe_passed: bool
    note: str
    who: str = ''

    @property
    def title(self) -> str:
        """What the date is, and whose."""
        return f'{self.who}: {self.name[:1].lower()}{self.name[1:]}' if self.who else self.name

    @property
    def line(self) -> str:
        """The date on one line."""
        return f'{self.title}: {self.when}' + (f' ({self.note})' if self.note else '')


def whose(deadline: Deadline, facts: Facts) -> str:
    """The name of the person a date is about; empty for a date of the whole family."""
    room, _, rest = deadline.counted_from.partition('.')
    return facts.people[int(rest.partition('.')[0])].name if room == 'people' else ''


def named(deadline: Deadline, language: str, on: date, facts: Facts | None = None) -> NamedDate:
    """A date with its name, as it stands on this day, and whose it is when `facts` are given. Raises KeyError when it has none."""
    ends = deadline.nature != 'first_day'
    passed = ends and deadline.span.surely_before(on)
    maybe_passed = ends and not passed and deadline.rely_on < on
    state = 'passed' if passed else 'maybe_passed' if maybe_passed else 'received' if deadline.received else ''
    when = span_words(deadline.span, language)
    note, who = WORDS[language][state] if state else '', whose(deadline, facts) if facts else ''
    return NamedDate(deadline, lists.named('words/deadline_names')[deadline.id][language], when, deadline.received, passed, maybe_passed, note, who)


def doubt(confidence: str, language: str) -> str:
    """That a lawyer must still confirm a provision whose authority was not read; empty when it was."""
    return '' if confidence == 'verified' else WORDS[language]['unverified']


def checked(day: str, confidence: str, language: str) -> str:
    """When an authority was checked, and the doubt that is left."""
    return '; '.join(filter(None, (f'{WORDS[language]["checked"]} {day}', doubt(confidence, language))))


def explained(facts: Facts, language: str, on: date) -> tuple[Explained, ...]:
    """Every finding of a case in words, the most urgent first."""
    return tuple(explain(finding, facts, language, on) for finding in findings(facts, on))

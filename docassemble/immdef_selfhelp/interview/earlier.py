"""What was told before, and what does not say the same: the choices, the two lines side by side."""
from typing import Any

from docassemble.base.util import get_language, word

from docassemble.immdef_selfhelp.interview.answers import case_now, event_of
from docassemble.immdef_selfhelp.interview.fields import date_told
from docassemble.immdef_selfhelp.interview.text import told
from docassemble.immdef_selfhelp.story.checks import ASKED_TOO, differences
from docassemble.immdef_selfhelp.story.checks.result import PERSON, SERIOUS, Difference
from docassemble.immdef_selfhelp.story.told.basics import ALOUD, SKIPPED, UNDATED
from docassemble.immdef_selfhelp.story.told.earlier import NOT_TOLD_HERE

SHORT = 60


def told_event_choices(telling: Any) -> list[dict[str, str]]:
    """The things told here, as choices for "which one is it", and that it is none of them. What was skipped is no choice."""
    found = []
    for number, event in enumerate(telling.events.elements):
        fact = event_of(event)
        if fact.told != SKIPPED:
            what = word('Something you will say aloud') if fact.told == ALOUD else told(fact.what, SHORT)
            found.append({str(number): ': '.join(filter(None, (date_told(fact.when) if fact.when != UNDATED else '', what)))})
    return [*found, {NOT_TOLD_HERE: word('None of these: I did not tell it here')}]


def is_asked(found: Difference) -> bool:
    """Whether a difference is asked about on the phone, and not only printed."""
    return found.seriousness == SERIOUS or found.code in ASKED_TOO


def next_difference(telling: Any) -> Difference | None:
    """The gravest difference inside this person's own words that its screen has not shown yet.

    What does not agree with another adult's story stands on the paper only: while one adult holds the phone the other's words stay off it.
    """
    case, seen = case_now(), vars(telling).get('differences_seen', ())
    own = next((one for one in case.tellings if one.person == telling.person), None)
    found = differences(case, own) if own else ()
    return next((one for one in found if is_asked(one) and one.right.source != PERSON and one.key not in seen), None)


def difference_title(telling: Any) -> str:
    """What the two lines speak of, in the language of the screen."""
    found = next_difference(telling)
    return found.title(get_language()) if found else word('Two answers side by side')


def difference_lines(telling: Any) -> str:
    """Both lines side by side under where each stands, and the open question."""
    found, language = next_difference(telling), get_language()
    if found is None:
        return ''
    sides = (found.left, found.right)
    both = ''.join(f'<div><dt>{told(side.where(language))}</dt><dd>{told(side.says(language))}</dd></div>' for side in sides)
    return f'<dl class="sides">{both}</dl><p><strong>{found.question(language)}</strong></p>'


def explanation_fields(telling: Any) -> list[dict[str, Any]]:
    """Where the person writes about both lines; it may stay empty."""
    found = next_difference(telling)
    key = found.key if found else 'none'
    return [{'label': word('My explanation, if I want to write one'), 'field': f'{telling.instanceName}.explanations[{key!r}]', 'input type': 'area',
             'datatype': 'typed', 'rows': 4, 'required': False}]

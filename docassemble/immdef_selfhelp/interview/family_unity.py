"""The screens of staying together: who could be separated and why, the drawing of kinship, and what to tell a child."""
import html
from typing import Any

from docassemble.base.util import get_language, word

from docassemble.immdef_selfhelp.interview.answers import case_now, member_told, today_here
from docassemble.immdef_selfhelp.interview.situation import finding_card
from docassemble.immdef_selfhelp.interview.text import items, told
from docassemble.immdef_selfhelp.law.findings import words as finding_words
from docassemble.immdef_selfhelp.law.findings.found import each_step_once, findings
from docassemble.immdef_selfhelp.law.findings.together import at_risk
from docassemble.immdef_selfhelp.law.provisions import kinship
from docassemble.immdef_selfhelp.story import children, private
from docassemble.immdef_selfhelp.story.wording import say

NON_PARENT = 'SEPARATION_NON_PARENT'
LETTERS, BOX, STEP_X, STEP_Y, TOP = 11, (80, 74), 86, 90, 4
CHILD, PARENT = (3, 1), (2, 1)
# From which box to which a line goes, each as row and column.
LINES = (((0, 1), (1, 1)), ((1, 1), PARENT), (PARENT, CHILD), (PARENT, (3, 0)), ((1, 1), (2, 2)), ((2, 2), (3, 2)), ((0, 1), (1, 3)),
         ((1, 3), (2, 3)), ((2, 3), (3, 3)))


def unity_risks() -> str:
    """Who could be separated and why: each thing with the answers and the rules it came from. Never a score."""
    case, language = case_now(), get_language()
    facts = private.facts_for_screen(case)
    found = [one for one in at_risk(finding_words.explained(facts, language, today_here())) if private.on_screen(one.finding.code, case)]
    cards = ''.join(finding_card(one, heading='h2') for one in each_step_once(found))
    return cards or f'<p>{word("Your answers bring up no notices here. You can still write a plan.")}</p>'


def is_with_a_relative() -> bool:
    """Whether a child could be separated because the adult is no parent: what such an adult can carry is then told."""
    facts = private.facts_for_screen(case_now())
    return any(found.code == NON_PARENT for found in findings(facts, today_here()))


def tie_choices() -> list[dict[str, str]]:
    """What somebody can be to a child, in the words of the law data."""
    return [{tie.id: tie.name[get_language()]} for tie in kinship.ties()]


def wrapped(text: str) -> list[str]:
    """A name in short lines for its box, broken between words."""
    lines = ['']
    for piece in text.split():
        longer = f'{lines[-1]} {piece}'.strip()
        lines = [*lines[:-1], longer] if len(longer) <= LETTERS + 1 or not lines[-1] else [*lines, piece]
    return lines


def corner(place: tuple[int, int]) -> tuple[int, int]:
    """The upper left corner of a box, by its row and column."""
    return place[1] * STEP_X + 1, place[0] * STEP_Y + TOP


def box(place: tuple[int, int], name: str, degree: str, look: str) -> str:
    """One box with a name and how many steps away it is. `look`: `own` for the child and parent, `in`, `out`, or `chosen`."""
    x, y = corner(place)
    stroke, width, ground = {'own': ('#555', 1, '#eef1f6'), 'in': ('#1f2a44', 1.5, '#fff'), 'out': ('#555', 1, '#fff'),
                             'chosen': ('#1f2a44', 4, '#ffe9a8')}[look]
    dashes = ' stroke-dasharray="5 4"' if look == 'out' else ''
    lines = wrapped(name)
    texts = ''.join(f'<text x="{x + BOX[0] / 2}" y="{y + 13 + number * 12.5}">{html.escape(line)}</text>' for number, line in enumerate(lines))
    number = f'<text x="{x + BOX[0] / 2}" y="{y + BOX[1] - 4}" font-weight="bold" font-size="14">{degree}</text>' if degree else ''
    return (f'<rect x="{x}" y="{y}" width="{BOX[0]}" height="{BOX[1]}" rx="6" fill="{ground}" stroke="{stroke}" stroke-width="{width}"{dashes}/>'
            f'{texts}{number}')


def line(start: tuple[int, int], end: tuple[int, int]) -> str:
    """A line from the foot of one box to the head of another."""
    (x1, y1), (x2, y2) = corner(start), corner(end)
    half, middle = BOX[0] / 2, y1 + BOX[1] + 8
    return f'<path d="M{x1 + half} {y1 + BOX[1]}V{middle}H{x2 + half}V{y2}" fill="none" stroke="#555"/>'


def kinship_drawing(chosen: str) -> str:
    """The family of a child with the steps to each relative, and the same as a list for whoever does not see it. `chosen`: the tie to mark."""
    language, on = get_language(), today_here()
    boxes = [box(CHILD, word('The child'), '', 'own'), box(PARENT, word('Mother or father'), '1', 'own')]
    listed = []
    for tie in kinship.ties():
        if tie.place:
            look = 'chosen' if tie.id == chosen else 'in' if kinship.counted(tie.id, on) == kinship.WITHIN else 'out'
            boxes.append(box(tie.place, tie.name[language], str(tie.degree), look))
            listed.append(f'{tie.name[language]}: {tie.degree}')
    title = word('How many steps from the child to each relative')
    drawing = (f'<svg viewBox="0 0 340 352" width="100%" role="img" aria-label="{title}" xmlns="http://www.w3.org/2000/svg" font-size="11" '
               f'fill="#1f2a44" text-anchor="middle">{"".join(line(*ends) for ends in LINES)}{"".join(boxes)}</svg>')
    return f'<div class="kinship">{drawing}</div><details><summary>{word("The drawing as a list")}</summary>{items(listed)}</details>'


def kinship_words(tie_id: str) -> str:
    """What the law counts for this tie: the steps, and the limit; never whether a paper may be used."""
    return f'<p><strong>{kinship.said(tie_id, get_language(), today_here())}</strong></p>'


def is_child_case(applicant: Any) -> bool:
    """Whether the applicant is a child, who is then spoken to as one."""
    return children.in_plan(member_told(applicant, 'applicant'), today_here())


def plan_children(applicant: Any, family: Any) -> list[Any]:
    """The objects of the children the plan is about, in the order told."""
    on, own = today_here(), [applicant] if is_child_case(applicant) else []
    return own + [member for member in family.elements if children.in_plan(member_told(member), on)]


def ages_told(applicant: Any, family: Any) -> tuple[str, ...]:
    """For which ages there is a child."""
    return children.ages_of(tuple(member_told(child) for child in plan_children(applicant, family)), today_here())


def tell_words(age: str) -> str:
    """What can be said to a child of this age, as an example to change."""
    language = get_language()
    return told(say('tell_a_child', age, language, carer=say('tell_a_child', 'carer', language)))

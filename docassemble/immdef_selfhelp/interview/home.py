"""The home screen: a card for each task, what fits this family first; the papers there are; and why a card is not offered."""
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docassemble.base.util import all_variables, url_action, word

from docassemble.immdef_selfhelp.interview import task as kinds
from docassemble.immdef_selfhelp.interview.answers import case_now, today_here
from docassemble.immdef_selfhelp.interview.ask.tellers import tellings_of
from docassemble.immdef_selfhelp.interview.legal import law
from docassemble.immdef_selfhelp.interview.papers import documents_now
from docassemble.immdef_selfhelp.interview.progress import BEGUN, NOT_BEGUN, TOLD, minutes_left, state, task_of
from docassemble.immdef_selfhelp.interview.task import Card, Task, Variables
from docassemble.immdef_selfhelp.interview.tasks import TASKS
from docassemble.immdef_selfhelp.interview.text import items
from docassemble.immdef_selfhelp.story.case_facts import facts_for

PROGRESS_WORDS = {NOT_BEGUN: 'Not started', BEGUN: 'Started', TOLD: 'All parts told'}


def variables_now() -> Variables:
    """The variables of the running interview, from a screen."""
    return Variables(all_variables(simplify=False))


@dataclass(frozen=True)
class Shown:
    """One task as this family sees it."""
    task: Task
    card: Card
    state: str
    minutes: int
    follows: bool = False

    @property
    def first(self) -> bool:
        """Whether the card stands before others: it fits now or often follows what is told, and something of it is left."""
        return self.state != TOLD and (self.card.fits or self.follows)


def shown(variables: Variables) -> list[Shown]:
    """Every task with its card for this family, as it is now."""
    facts, on = facts_for(case_now()), today_here()
    states = {task.id: state(task, variables) for task in TASKS}
    following = {name for task in TASKS if states[task.id] == TOLD for name in task.next}
    return [Shown(task, task.card(facts, on), states[task.id], minutes_left(task, variables), task.id in following) for task in TASKS]


def story_begun(variables: Variables) -> bool:
    """Whether the applicant has begun to tell what happened: that stays within reach whatever is told later."""
    return any('began' in vars(telling) for telling in tellings_of(variables))


def offered(found: Sequence[Shown], begun: bool) -> list[Shown]:
    """The cards that are offered: the groups in their order, but first those in which something fits now; in a group what fits first."""
    cards = [one for one in found if not one.card.why_not or (begun and one.task.of_each)]
    fitting = {one.card.group for one in cards if one.first}
    order = list(kinds.GROUPS)
    return sorted(cards, key=lambda one: (one.card.group not in fitting, order.index(one.card.group), not one.first))


def state_words(one: Shown) -> str:
    """How long the task takes and how far it is, never a percentage; of what is only read, that nothing is asked."""
    if one.task.only_read:
        return word('To read. We do not ask you anything.')
    if one.state == TOLD:
        return word(PROGRESS_WORDS[TOLD])
    time = word('About {minutes} minutes') if one.state == NOT_BEGUN else word('About {minutes} minutes left')
    return f'{time.format(minutes=one.minutes)} · {word(PROGRESS_WORDS[one.state])}'


def label(one: Shown, heading: str) -> str:
    """The words of one card; the first of a group brings the group's name, which stands above it."""
    group = f'<span class="group">{heading}</span> ' if heading else ''
    follows = f'<span class="follows">{word("What often comes next")}</span> ' if one.follows and one.state != TOLD else ''
    return (f'{group}{follows}<span class="title">{word(one.card.title)}</span> <span class="leaves">{word(one.card.leaves_with)}</span> '
            f'<span class="state">{state_words(one)}</span>')


def buttons(cards: Sequence[Shown]) -> Iterator[dict[str, str]]:
    """The cards as docassemble's buttons."""
    group = ''
    for one in cards:
        begins = one.card.group != group
        group = one.card.group
        yield {one.task.id: label(one, word(kinds.GROUPS[group]) if begins else ''), 'css class': 'card-button begins' if begins else 'card-button'}


def task_cards() -> list[dict[str, str]]:
    """The cards of the tasks that are offered."""
    variables = variables_now()
    return list(buttons(offered(shown(variables), story_begun(variables))))


def not_offered() -> str:
    """Folded, the tasks that are not offered to this family and the law that says why; nothing when all are."""
    variables = variables_now()
    found = shown(variables)
    cards = offered(found, story_begun(variables))
    lines = [f'<strong>{word(one.card.title)}.</strong> {" ".join(map(law, one.card.why_not))}' for one in found if one not in cards]
    return f'<details class="not-offered"><summary>{word("Why is something not here?")}</summary>{items(lines)}</details>' if lines else ''


def my_papers() -> str:
    """The way to the papers as soon as there is one, and whether more will stand in them."""
    number = len({(one.id, one.person_key) for one in documents_now()})  # a paper in two languages is one
    if not number:
        return ''
    left = any(one.state == BEGUN for one in shown(variables_now()))
    said = word('Not finished: what you have not told us yet is missing') if left else word('To read, print or send')
    return (f'<a class="my-papers" href="{url_action("packet")}"><span class="title">{word("My documents")} ({number})</span> '
            f'<span class="state">{said}</span></a>')


def time_left() -> str:
    """For the pause: how many minutes the task that is open still takes; nothing when none is open or all is told."""
    variables = variables_now()
    minutes = minutes_left(task_of(variables.task), variables) if variables.has('task') else 0
    return word('About {minutes} minutes are left in this task. You can go on another day.').format(minutes=minutes) if minutes else ''

"""The screens of the practice for a hearing: the kinds of hearing, the drawing of the room, what to say, the questions, and both clocks."""
import html
from datetime import time
from typing import Any

from docassemble.base.util import get_language, word

from docassemble.immdef_selfhelp.interview.answers import case_now, today_here
from docassemble.immdef_selfhelp.interview.fields import date_told
from docassemble.immdef_selfhelp.interview.legal import law_list, where_it_comes_from
from docassemble.immdef_selfhelp.interview.text import told
from docassemble.immdef_selfhelp.law.provisions import hearings
from docassemble.immdef_selfhelp.names import LANGUAGES
from docassemble.immdef_selfhelp.story import hearing_clock, practice_court
from docassemble.immdef_selfhelp.story.told.basics import ALOUD, UNDATED, UNKNOWN
from docassemble.immdef_selfhelp.story.told.court_practice import PAPERS
from docassemble.immdef_selfhelp.story.told.hearing_day import OTHER, QUARTERS

SHORT = 60
# Where each person of the drawing is: the middle of the figure, and the table in front of it.
FIGURES = {'judge': (160, 34), 'clerk': (270, 52), 'interpreter': (58, 128), 'you': (120, 150), 'government_lawyer': (234, 150),
           'benches': (160, 226)}
TABLES = ('M90 52h140v26h-140z', 'M244 70h52v16h-52z', 'M56 168h96v16h-96z', 'M198 168h72v16h-72z', 'M50 244h220v10h-220z', 'M50 264h220v10h-220z')


def hearing_choices() -> list[dict[str, str]]:
    """The kinds of hearing by what the notice calls them, and that one does not know."""
    language = get_language()
    found = [{one.id: f'{one.notice[language]}: {one.title[language]}'} for one in hearings.hearings().values()]
    return [*found, {UNKNOWN: word('I do not know, or I have no notice')}]


def court_choices() -> list[dict[str, str]]:
    """The courts whose address the data holds, another one, and that one does not know."""
    found = [{one.id: f'{one.name} · {one.address}'} for one in hearings.courts(today_here()).values()]
    return [*found, {OTHER: word('Another one')}, {UNKNOWN: word('I do not know')}]


def hour_choices() -> list[dict[str, str]]:
    """The hours a notice can give, as it writes them."""
    return [{hour: hearing_clock.hour_text(time.fromisoformat(hour))} for hour in QUARTERS]


def clock_choices() -> list[dict[str, str]]:
    """Places by the clock they go by, and another one."""
    return [*({one.id: one.title[get_language()]} for one in hearings.clocks().values()), {OTHER: word('Another place')}]


def hearing_words(kind: str) -> str:
    """How one kind of hearing goes, and where that comes from; of an unknown one, each of the four folded."""
    language = get_language()
    if kind in hearings.hearings():
        found = hearings.hearings()[kind]
        return f'<h2>{html.escape(found.title[language])}</h2>{law_list(*found.goes)}{where_it_comes_from(*found.goes)}'
    return ''.join(f'<details class="answer"><summary>{html.escape(one.notice[language])}: {html.escape(one.title[language])}</summary>'
                   f'{law_list(*one.goes)}{where_it_comes_from(*one.goes)}</details>' for one in hearings.hearings().values())


def figure(number: int, seat: hearings.Seat) -> str:
    """One person of the drawing, with a number that leads to the words below."""
    x, y = FIGURES[seat.id]
    title = html.escape(seat.title[get_language()])
    return (f'<a href="#seat-{seat.id}" aria-label="{title}"><path d="M{x - 24} {y - 24}h48v48h-48z" fill="none" stroke="none" pointer-events="all"/>'
            f'<circle cx="{x}" cy="{y}" r="16" fill="{"#ffe9a8" if seat.id == "you" else "#fff"}" '
            f'stroke-width="2"/><text x="{x}" y="{y + 6}" stroke="none" fill="#1f2a44">{number}</text></a>')


def court_room() -> str:
    """The drawing of the room, and who is who: each name opens what that person does. Works without a script."""
    language = get_language()
    figures = ''.join(figure(number, seat) for number, seat in enumerate(hearings.seats(), 1))
    tables = ''.join(f'<path d="{table}" fill="#eef1f6"/>' for table in TABLES)
    drawing = (f'<svg viewBox="0 0 320 288" width="100%" role="group" aria-label="{word("A drawing of the courtroom")}" '
               f'xmlns="http://www.w3.org/2000/svg" font-size="17" font-weight="bold" text-anchor="middle" stroke="#1f2a44">'
               f'<path d="M2 2h316v284h-316z" fill="none" stroke-width="2"/><path d="M2 204h134M184 204h134" stroke-width="2"/>'
               f'{tables}{figures}</svg>')
    names = ''.join(f'<details class="answer" id="seat-{seat.id}"><summary>{number}. {html.escape(seat.title[language])}</summary>'
                    f'<p>{html.escape(seat.does[language])}</p></details>' for number, seat in enumerate(hearings.seats(), 1))
    sources = dict.fromkeys(name for seat in hearings.seats() for name in seat.rests_on)
    return f'<div class="kinship">{drawing}</div>{names}{law_list("courtroom_people")}{where_it_comes_from(*sources)}'


def court_sentences() -> str:
    """What to say to ask for something: both languages together, large enough to show, English first because the judge reads it."""
    said = ''.join(
        f'<h2>{html.escape(one.title[get_language()])}</h2><div class="say">'
        + ''.join(f'<p lang="{language}">{html.escape(one.say[language])}</p>' for language in sorted(LANGUAGES)) + '</div>'
        for one in hearings.sentences())
    return said + where_it_comes_from(*dict.fromkeys(name for one in hearings.sentences() for name in one.rests_on))


def hearing_both_clocks() -> str:
    """The hearing by the clock of the court and by that of the place the family is in; that a clock is not known is said."""
    lines = hearing_clock.clock_lines(case_now(), get_language(), today_here())
    return ''.join(f'<p><strong>{html.escape(line)}</strong></p>' for line in lines)


# --- the practice ----------------------------------------------------------------------------------------------------------------------

def own_telling(telling: Any) -> tuple[Any, Any] | None:
    """The case, and this adult's telling as a fact; None before there is any."""
    case = case_now()
    return next(((case, one) for one in case.tellings if one.person == telling.person), None)


def practice_screens(telling: Any) -> tuple[tuple[practice_court.Question, ...], ...]:
    """The questions of this adult, a few on each screen."""
    found = own_telling(telling)
    return practice_court.screens(*found) if found else ()


def practice_event_choices(telling: Any) -> list[dict[str, str]]:
    """What happened, as choices of what the practice may ask about; nothing is ticked before. And what earlier papers tell of it."""
    found = own_telling(telling)
    if not found:
        return []
    choices = []
    for number, event in practice_court.events_to_choose(found[1]):
        what = word('Something you will say aloud') if event.told == ALOUD else told(event.what or event.where, SHORT)
        choices.append({str(number): ': '.join(filter(None, (date_told(event.when) if event.when != UNDATED else '', what)))})
    papers = any(one.text.strip() or any(event.told_event is None for event in one.events) for one in found[1].earlier)
    return [*choices, {PAPERS: word('What my earlier papers say happened')}] if papers else choices


def practice_topic(telling: Any, number: int) -> str:
    """What the questions of one screen are about."""
    group = practice_screens(telling)[number:number + 1]
    return practice_court.topic_name(group[0][0].topic, get_language()) if group else word('Practice out loud')


def is_hard_screen(telling: Any, number: int) -> bool:
    """Whether a rest is offered after this screen: it asks about what happened."""
    group = practice_screens(telling)[number:number + 1]
    return any(one.chosen for one in group[0]) if group else False


def practice_question_fields(telling_number: int, telling: Any, number: int) -> list[dict[str, Any]]:
    """Each question of one screen with its three ticks, and a place for key words where they are wanted."""
    fields: list[dict[str, Any]] = []
    ticks = [{word('I said it my way'): 'own_way'}, {word('I want to practice this again'): 'again'},
             {word('I do not remember, and I can say so'): 'not_remembered'}]
    for group in practice_screens(telling)[number:number + 1]:
        for one in group:
            fields.append({'note': f'<p class="ask"><strong>{told(one.text(get_language()))}</strong></p>'})
            fields.append({'label': word('For yourself:'), 'field': f'tellings[{telling_number}].court_ticks[{one.key!r}]',
                           'datatype': 'checkboxes', 'choices': ticks, 'none of the above': False, 'required': False})
            if vars(telling).get('court_words_wanted') == 'yes':
                fields.append({'label': word('Key words only'), 'field': f'tellings[{telling_number}].court_words[{one.key!r}]',
                               'datatype': 'typed', 'required': False, 'maxlength': 80})
    return fields

"""The one bridge between the interviews and the rooms that know nothing of docassemble.

Answers flow one way: docassemble's variables -> `answers` -> `story.reading.case_from_answers` -> documents and screens.
Only this package imports docassemble for the interviews; YAML files load it with `modules:`.
"""
from docassemble.immdef_selfhelp.interview.answers import answers_of, case_now, chosen_keys, marriage_matters
from docassemble.immdef_selfhelp.interview.earlier import difference_lines, difference_title, explanation_fields, told_event_choices
from docassemble.immdef_selfhelp.interview.fear_interview import fear_interview, for_interview
from docassemble.immdef_selfhelp.interview.fields import (
    check_date,
    check_future_date,
    check_name,
    circumstance_choices,
    circumstance_groups,
    circumstance_title,
    country_choices,
    danger_choices,
    danger_groups,
    danger_title,
    date_fields,
    family_adults,
    has_children,
    person_label,
    practice_fields,
    practice_groups,
    reason_choices,
    sync_tellings,
)
from docassemble.immdef_selfhelp.interview.legal import (
    careful_list,
    law,
    law_list,
    legal_help_list,
    support_lines,
    where_it_comes_from,
    why_we_ask,
)
from docassemble.immdef_selfhelp.interview.look import harmless_page, open_link, other_phone_links, people_names, set_look, task_cards
from docassemble.immdef_selfhelp.interview.order import (
    ask_circumstances,
    ask_court,
    ask_declaration,
    ask_earlier,
    ask_earlier_statement,
    ask_event,
    ask_fears,
    ask_people,
    ask_practice,
    ask_situation,
    ask_story,
    ask_to_stop,
)
from docassemble.immdef_selfhelp.interview.papers import (
    document_title,
    paper_buttons,
    paper_list,
    paper_words,
    preview_of,
    send_document,
    translation_fields,
    translation_links,
)
from docassemble.immdef_selfhelp.interview.review import event_cards, event_lines, hint_list, remove_told, review_list, told_count
from docassemble.immdef_selfhelp.interview.situation import send_calendar, situation_words, stop_words
from docassemble.immdef_selfhelp.interview.text import told
from docassemble.immdef_selfhelp.interview.typed import Typed

__all__ = [
    'Typed', 'answers_of', 'ask_circumstances', 'ask_court', 'ask_declaration', 'ask_earlier', 'ask_earlier_statement', 'ask_event', 'ask_fears',
    'ask_people', 'ask_practice', 'ask_situation', 'ask_story', 'ask_to_stop', 'careful_list', 'case_now', 'check_date', 'check_future_date',
    'check_name', 'chosen_keys', 'circumstance_choices', 'circumstance_groups', 'circumstance_title', 'country_choices', 'danger_choices',
    'danger_groups', 'danger_title', 'date_fields', 'difference_lines', 'difference_title', 'document_title', 'event_cards', 'event_lines',
    'explanation_fields', 'family_adults', 'fear_interview', 'for_interview', 'harmless_page', 'has_children',
    'hint_list', 'law', 'law_list', 'legal_help_list',
    'marriage_matters', 'open_link', 'other_phone_links', 'paper_buttons', 'paper_list', 'paper_words', 'people_names', 'person_label',
    'practice_fields', 'practice_groups', 'preview_of', 'reason_choices', 'remove_told', 'review_list', 'send_calendar', 'send_document', 'set_look',
    'situation_words', 'stop_words', 'support_lines', 'sync_tellings', 'task_cards', 'told', 'told_count', 'told_event_choices', 'translation_fields',
    'translation_links', 'where_it_comes_from', 'why_we_ask',
]

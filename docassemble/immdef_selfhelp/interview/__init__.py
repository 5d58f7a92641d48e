"""The one bridge between the interviews and the rooms that know nothing of docassemble.

Answers flow one way: docassemble's variables -> `answers` -> `story.case.case_from_answers` -> documents and screens.
Only this package imports docassemble for the interviews; YAML files load it with `modules:`.
"""
from docassemble.immdef_selfhelp.interview.advocacy import (
    attachment_fields,
    delivery_choices,
    facility_choices,
    held_choices,
    need_choices,
    people_of_request,
    request_kind_choices,
    request_rules,
    requests_told,
    urgent_line,
)
from docassemble.immdef_selfhelp.interview.answers import (
    answers_of,
    case_now,
    chosen_keys,
    marriage_matters,
    still_in_own_country,
)
from docassemble.immdef_selfhelp.interview.ask.advocacy import (
    ask_request,
)
from docassemble.immdef_selfhelp.interview.ask.custody import (
    ask_moment,
)
from docassemble.immdef_selfhelp.interview.ask.documents import (
    ask_letter,
)
from docassemble.immdef_selfhelp.interview.ask.earlier import (
    ask_earlier_statement,
)
from docassemble.immdef_selfhelp.interview.ask.events import (
    ask_event,
)
from docassemble.immdef_selfhelp.interview.ask.sponsor_offer import (
    ask_sponsor,
)
from docassemble.immdef_selfhelp.interview.ask.witness import (
    ask_witness,
)
from docassemble.immdef_selfhelp.interview.by_heart import (
    compare_number,
    keep_mark,
    practise_anew,
)
from docassemble.immdef_selfhelp.interview.court_training import (
    clock_choices,
    court_choices,
    court_room,
    court_sentences,
    hearing_both_clocks,
    hearing_choices,
    hearing_words,
    hour_choices,
    practice_event_choices,
    practice_question_fields,
    practice_screens,
    practice_topic,
)
from docassemble.immdef_selfhelp.interview.custody import (
    custody_age_unknown,
    custody_child_reads,
    custody_date_fields,
    custody_held_people,
    custody_moment_lines,
    custody_of_child,
    custody_people,
    custody_read_aloud,
    custody_topic_question,
    custody_why_stop,
)
from docassemble.immdef_selfhelp.interview.declaration import (
    drawings_note,
    is_read_in_its_language,
)
from docassemble.immdef_selfhelp.interview.documents import (
    detail_fields,
    group_lead,
    group_title,
    letter_kind_choices,
    letter_person_choices,
    line_title,
    no_letters_home,
    number_name,
    paper_owner_choices,
    state_fields,
    ways_to_ask,
)
from docassemble.immdef_selfhelp.interview.earlier import (
    difference_lines,
    difference_title,
    explanation_fields,
    told_event_choices,
)
from docassemble.immdef_selfhelp.interview.erasing import (
    remove_told,
    told_count,
)
from docassemble.immdef_selfhelp.interview.erasing_whole import (
    remove_whole,
)
from docassemble.immdef_selfhelp.interview.family_unity import (
    ages_told,
    is_child_case,
    is_with_a_relative,
    kinship_drawing,
    kinship_words,
    tell_words,
    tie_choices,
    unity_risks,
)
from docassemble.immdef_selfhelp.interview.fear_interview import (
    fear_interview,
    for_interview,
)
from docassemble.immdef_selfhelp.interview.fields import (
    check_a_number,
    check_date,
    check_future_date,
    check_name,
    country_choices,
    country_of_child,
    date_fields,
    family_adults,
    has_children,
    has_two_words,
    is_younger,
    other_parent_choices,
    person_label,
    practice_fields,
    practice_groups,
    reason_choices,
)
from docassemble.immdef_selfhelp.interview.home import (
    my_papers,
    not_offered,
    task_cards,
    time_left,
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
from docassemble.immdef_selfhelp.interview.lists import (
    is_list,
    list_choices,
    list_lead,
    list_title,
)
from docassemble.immdef_selfhelp.interview.look import (
    harmless_page,
    hide_about,
    open_link,
    other_phone_links,
    people_names,
    set_look,
    show_about,
    show_about_entry,
)
from docassemble.immdef_selfhelp.interview.papers import (
    declarations_to_read,
    document_title,
    paper_buttons,
    paper_list,
    paper_words,
    preview_of,
    send_document,
    translation_fields,
    translation_links,
)
from docassemble.immdef_selfhelp.interview.progress import (
    ask_task,
)
from docassemble.immdef_selfhelp.interview.review.events import (
    event_lines,
    hint_list,
    quoted_before,
)
from docassemble.immdef_selfhelp.interview.review.whole import (
    review_list,
)
from docassemble.immdef_selfhelp.interview.rights import (
    handout_links,
    handout_lists,
    handout_of,
    rights_screen,
    rights_title,
    send_handout,
    situation_links,
)
from docassemble.immdef_selfhelp.interview.since import (
    changed_since,
    note_visit,
)
from docassemble.immdef_selfhelp.interview.situation import (
    send_calendar,
    situation_words,
    stop_words,
    stops_before_signing,
)
from docassemble.immdef_selfhelp.interview.sponsor import (
    channel_choices,
    channel_words,
    invitation_link,
    profile_words,
)
from docassemble.immdef_selfhelp.interview.text import (
    told,
)
from docassemble.immdef_selfhelp.interview.time_line import (
    time_line_words,
)
from docassemble.immdef_selfhelp.interview.turn_in import (
    known_today,
    near_children,
    near_choices,
    proof_fields,
    sentences_to_say,
    telephone_field,
)
from docassemble.immdef_selfhelp.interview.typed import (
    Typed,
)

__all__ = [
    'Typed',
    'ages_told',
    'answers_of',
    'ask_earlier_statement',
    'ask_event',
    'ask_letter',
    'ask_moment',
    'ask_request',
    'ask_sponsor',
    'ask_task',
    'ask_witness',
    'attachment_fields',
    'careful_list',
    'case_now',
    'changed_since',
    'channel_choices',
    'channel_words',
    'check_a_number',
    'check_date',
    'check_future_date',
    'check_name',
    'chosen_keys',
    'clock_choices',
    'compare_number',
    'country_choices',
    'country_of_child',
    'court_choices',
    'court_room',
    'court_sentences',
    'custody_age_unknown',
    'custody_child_reads',
    'custody_date_fields',
    'custody_held_people',
    'custody_moment_lines',
    'custody_of_child',
    'custody_people',
    'custody_read_aloud',
    'custody_topic_question',
    'custody_why_stop',
    'date_fields',
    'declarations_to_read',
    'delivery_choices',
    'detail_fields',
    'difference_lines',
    'difference_title',
    'document_title',
    'drawings_note',
    'event_lines',
    'explanation_fields',
    'facility_choices',
    'family_adults',
    'fear_interview',
    'for_interview',
    'group_lead',
    'group_title',
    'handout_links',
    'handout_lists',
    'handout_of',
    'harmless_page',
    'has_children',
    'has_two_words',
    'hearing_both_clocks',
    'hearing_choices',
    'hearing_words',
    'held_choices',
    'hide_about',
    'hint_list',
    'hour_choices',
    'invitation_link',
    'is_child_case',
    'is_list',
    'is_read_in_its_language',
    'is_with_a_relative',
    'is_younger',
    'keep_mark',
    'kinship_drawing',
    'kinship_words',
    'known_today',
    'law',
    'law_list',
    'legal_help_list',
    'letter_kind_choices',
    'letter_person_choices',
    'line_title',
    'list_choices',
    'list_lead',
    'list_title',
    'marriage_matters',
    'my_papers',
    'near_children',
    'near_choices',
    'need_choices',
    'no_letters_home',
    'not_offered',
    'note_visit',
    'number_name',
    'open_link',
    'other_parent_choices',
    'other_phone_links',
    'paper_buttons',
    'paper_list',
    'paper_owner_choices',
    'paper_words',
    'people_names',
    'people_of_request',
    'person_label',
    'practice_event_choices',
    'practice_fields',
    'practice_groups',
    'practice_question_fields',
    'practice_screens',
    'practice_topic',
    'practise_anew',
    'preview_of',
    'profile_words',
    'proof_fields',
    'quoted_before',
    'reason_choices',
    'remove_told',
    'remove_whole',
    'request_kind_choices',
    'request_rules',
    'requests_told',
    'review_list',
    'rights_screen',
    'rights_title',
    'send_calendar',
    'send_document',
    'send_handout',
    'sentences_to_say',
    'set_look',
    'show_about',
    'show_about_entry',
    'situation_links',
    'situation_words',
    'state_fields',
    'still_in_own_country',
    'stop_words',
    'stops_before_signing',
    'support_lines',
    'task_cards',
    'telephone_field',
    'tell_words',
    'tie_choices',
    'time_left',
    'time_line_words',
    'told',
    'told_count',
    'told_event_choices',
    'translation_fields',
    'translation_links',
    'unity_risks',
    'urgent_line',
    'ways_to_ask',
    'where_it_comes_from',
    'why_we_ask',
]

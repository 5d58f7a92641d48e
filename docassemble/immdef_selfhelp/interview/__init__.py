"""The one bridge between the interviews and the rooms that know nothing of docassemble.

Answers flow one way: docassemble's variables -> `answers` -> `story.case.case_from_answers` -> documents and screens.
Only this package imports docassemble for the interviews; YAML files load it with `modules:`.
"""
from docassemble.immdef_selfhelp.interview.a_number import (
    check_a_number_of as check_a_number_of,
    declaration_number as declaration_number,
    relative_number as relative_number,
)
from docassemble.immdef_selfhelp.interview.address_form import address_form_words as address_form_words, send_address_form as send_address_form
from docassemble.immdef_selfhelp.interview.advocacy import (
    attachment_fields as attachment_fields,
    delivery_choices as delivery_choices,
    facility_choices as facility_choices,
    held_choices as held_choices,
    need_choices as need_choices,
    people_of_request as people_of_request,
    request_kind_choices as request_kind_choices,
    request_rules as request_rules,
    requests_told as requests_told,
    urgent_line as urgent_line,
)
from docassemble.immdef_selfhelp.interview.answers import (
    chosen_keys as chosen_keys,
    marriage_matters as marriage_matters,
    still_in_own_country as still_in_own_country,
)
from docassemble.immdef_selfhelp.interview.application import (
    add_one as add_one,
    box_fields as box_fields,
    entry_words as entry_words,
    explanation_words as explanation_words,
    form_people_choices as form_people_choices,
    form_person as form_person,
    gap_list as gap_list,
    gate_words as gate_words,
    home_title as home_title,
    is_on_form as is_on_form,
    kin_title as kin_title,
    known_explanation as known_explanation,
    on_form as on_form,
    on_form_of as on_form_of,
    question_words as question_words,
    time_title as time_title,
)
from docassemble.immdef_selfhelp.interview.ask.advocacy import ask_request as ask_request
from docassemble.immdef_selfhelp.interview.ask.application import (
    ask_home as ask_home,
    ask_job as ask_job,
    ask_kin as ask_kin,
    ask_relative as ask_relative,
    ask_school as ask_school,
)
from docassemble.immdef_selfhelp.interview.ask.custody import ask_moment as ask_moment
from docassemble.immdef_selfhelp.interview.ask.documents import ask_letter as ask_letter
from docassemble.immdef_selfhelp.interview.ask.earlier import ask_earlier_statement as ask_earlier_statement
from docassemble.immdef_selfhelp.interview.ask.events import ask_event as ask_event
from docassemble.immdef_selfhelp.interview.ask.sponsor_offer import ask_sponsor as ask_sponsor
from docassemble.immdef_selfhelp.interview.ask.witness import ask_witness as ask_witness
from docassemble.immdef_selfhelp.interview.begun_boxes import (
    allergies_told as allergies_told,
    held_since as held_since,
    parent_on_form as parent_on_form,
    parent_told as parent_told,
    told_for as told_for,
)
from docassemble.immdef_selfhelp.interview.beside import helper_offered as helper_offered, who_is_with_us as who_is_with_us
from docassemble.immdef_selfhelp.interview.by_heart import compare_number as compare_number, keep_mark as keep_mark, practise_anew as practise_anew
from docassemble.immdef_selfhelp.interview.court_training import (
    clock_choices as clock_choices,
    court_choices as court_choices,
    court_room as court_room,
    court_sentences as court_sentences,
    hearing_both_clocks as hearing_both_clocks,
    hearing_choices as hearing_choices,
    hearing_words as hearing_words,
    hour_choices as hour_choices,
    practice_event_choices as practice_event_choices,
    practice_question_fields as practice_question_fields,
    practice_screens as practice_screens,
    practice_topic as practice_topic,
)
from docassemble.immdef_selfhelp.interview.custody import (
    custody_age_unknown as custody_age_unknown,
    custody_child_reads as custody_child_reads,
    custody_date_fields as custody_date_fields,
    custody_held_people as custody_held_people,
    custody_moment_lines as custody_moment_lines,
    custody_of_child as custody_of_child,
    custody_people as custody_people,
    custody_read_aloud as custody_read_aloud,
    custody_topic_question as custody_topic_question,
    custody_why_stop as custody_why_stop,
)
from docassemble.immdef_selfhelp.interview.declaration import drawings_note as drawings_note, is_read_in_its_language as is_read_in_its_language
from docassemble.immdef_selfhelp.interview.documents import (
    detail_fields as detail_fields,
    group_lead as group_lead,
    group_title as group_title,
    letter_kind_choices as letter_kind_choices,
    letter_person_choices as letter_person_choices,
    line_title as line_title,
    no_letters_home as no_letters_home,
    number_name as number_name,
    paper_owner_choices as paper_owner_choices,
    state_fields as state_fields,
    ways_to_ask as ways_to_ask,
)
from docassemble.immdef_selfhelp.interview.earlier import (
    difference_lines as difference_lines,
    difference_title as difference_title,
    explanation_fields as explanation_fields,
    told_event_choices as told_event_choices,
)
from docassemble.immdef_selfhelp.interview.erasing import remove_told as remove_told, told_count as told_count
from docassemble.immdef_selfhelp.interview.erasing_whole import remove_whole as remove_whole
from docassemble.immdef_selfhelp.interview.family_unity import (
    ages_told as ages_told,
    is_child_case as is_child_case,
    is_with_a_relative as is_with_a_relative,
    kinship_drawing as kinship_drawing,
    kinship_words as kinship_words,
    tell_words as tell_words,
    tie_choices as tie_choices,
    unity_risks as unity_risks,
)
from docassemble.immdef_selfhelp.interview.fear_interview import fear_interview as fear_interview, for_interview as for_interview
from docassemble.immdef_selfhelp.interview.fields import (
    check_date as check_date,
    check_future_date as check_future_date,
    check_name as check_name,
    country_choices as country_choices,
    country_of_child as country_of_child,
    date_fields as date_fields,
    family_adults as family_adults,
    has_children as has_children,
    has_two_words as has_two_words,
    is_older_child as is_older_child,
    is_younger as is_younger,
    other_parent_choices as other_parent_choices,
    own_story_law as own_story_law,
    person_label as person_label,
    practice_fields as practice_fields,
    practice_title as practice_title,
    reason_choices as reason_choices,
)
from docassemble.immdef_selfhelp.interview.filing import (
    check_numbers as check_numbers,
    filing_gate as filing_gate,
    notice_choices as notice_choices,
    number_fields as number_fields,
    page_fields as page_fields,
    send_filing as send_filing,
)
from docassemble.immdef_selfhelp.interview.home import (
    my_papers as my_papers,
    not_offered as not_offered,
    task_cards as task_cards,
    time_left as time_left,
)
from docassemble.immdef_selfhelp.interview.legal import (
    careful_list as careful_list,
    law as law,
    law_list as law_list,
    legal_help_list as legal_help_list,
    support_lines as support_lines,
    where_it_comes_from as where_it_comes_from,
    why_we_ask as why_we_ask,
)
from docassemble.immdef_selfhelp.interview.lists import (
    is_list as is_list,
    list_choices as list_choices,
    list_lead as list_lead,
    list_title as list_title,
)
from docassemble.immdef_selfhelp.interview.look import (
    harmless_page as harmless_page,
    hide_about as hide_about,
    open_link as open_link,
    other_phone_links as other_phone_links,
    people_names as people_names,
    set_look as set_look,
    show_about as show_about,
    show_about_entry as show_about_entry,
)
from docassemble.immdef_selfhelp.interview.official_form import official_form_words as official_form_words, send_official_form as send_official_form
from docassemble.immdef_selfhelp.interview.papers import (
    declarations_to_read as declarations_to_read,
    document_title as document_title,
    paper_buttons as paper_buttons,
    paper_list as paper_list,
    paper_words as paper_words,
    preview_of as preview_of,
    send_document as send_document,
    translation_fields as translation_fields,
    translation_links as translation_links,
)
from docassemble.immdef_selfhelp.interview.progress import ask_task as ask_task
from docassemble.immdef_selfhelp.interview.reading import (
    easy_note as easy_note,
    papers_note as papers_note,
    reading_note as reading_note,
    reads_it as reads_it,
)
from docassemble.immdef_selfhelp.interview.review.application import forms_list as forms_list
from docassemble.immdef_selfhelp.interview.review.events import event_lines as event_lines, hint_list as hint_list, quoted_before as quoted_before
from docassemble.immdef_selfhelp.interview.review.whole import review_list as review_list
from docassemble.immdef_selfhelp.interview.reviewed import looked_at as looked_at
from docassemble.immdef_selfhelp.interview.rights import (
    handout_links as handout_links,
    handout_lists as handout_lists,
    handout_of as handout_of,
    rights_screen as rights_screen,
    rights_title as rights_title,
    send_handout as send_handout,
    situation_links as situation_links,
)
from docassemble.immdef_selfhelp.interview.since import changed_since as changed_since, note_visit as note_visit
from docassemble.immdef_selfhelp.interview.situation import (
    send_calendar as send_calendar,
    situation_words as situation_words,
    stop_words as stop_words,
    stops_before_signing as stops_before_signing,
)
from docassemble.immdef_selfhelp.interview.sponsor import (
    channel_choices as channel_choices,
    channel_words as channel_words,
    invitation_link as invitation_link,
    profile_words as profile_words,
)
from docassemble.immdef_selfhelp.interview.text import told as told
from docassemble.immdef_selfhelp.interview.time_line import time_line_words as time_line_words
from docassemble.immdef_selfhelp.interview.told_before import written_before as written_before
from docassemble.immdef_selfhelp.interview.told_marked import (
    list_told_before as list_told_before,
    marked_before as marked_before,
    moves_told_before as moves_told_before,
    question_told_before as question_told_before,
)
from docassemble.immdef_selfhelp.interview.turn_in import (
    known_today as known_today,
    near_children as near_children,
    near_choices as near_choices,
    proof_fields as proof_fields,
    sentences_to_say as sentences_to_say,
    telephone_field as telephone_field,
)
from docassemble.immdef_selfhelp.interview.typed import Typed as Typed
from docassemble.immdef_selfhelp.interview.watched import forget_when_watched as forget_when_watched, not_on_this_phone as not_on_this_phone
from docassemble.immdef_selfhelp.law.provisions.questions import practice_groups as practice_groups

# What is imported here is what a screen can call: docassemble takes the names of `__all__`.
__all__ = [name for name, value in vars().items() if callable(value)]

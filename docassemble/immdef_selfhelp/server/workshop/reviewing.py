# do not pre-load: belongs to the local server's web application
"""A lawyer looked: a reviewer takes a code on their own phone and gives it on the family's, with a note. No page here shows an answer."""
from docassemble.base.language.control import set_language
from docassemble.base.thread_context import this_thread
from docassemble.webapp.lock import lock_context
from flask import request
from werkzeug.wrappers import Response as AnyResponse

from docassemble.immdef_selfhelp.interview.answers import FORGET_EARLIER, answers_of, today_here
from docassemble.immdef_selfhelp.interview.reviewed import LONGEST_NOTE, looked_words
from docassemble.immdef_selfhelp.server.coming_back import addresses, throttle
from docassemble.immdef_selfhelp.server.coming_back.open_session import INTERVIEW, Session, server_secret
from docassemble.immdef_selfhelp.server.coming_back.routes import language
from docassemble.immdef_selfhelp.server.coming_back.sealing import mark_of
from docassemble.immdef_selfhelp.server.web.saving import fetch_user_dict, save_user_dict
from docassemble.immdef_selfhelp.server.workshop.common import Leader, for_reviewers, go, page, pages, store
from docassemble.immdef_selfhelp.story.case import case_from_answers
from docassemble.immdef_selfhelp.story.looked_at import answers_mark
from docassemble.immdef_selfhelp.workshop import codes, reviews

WRONG, TOO_MANY = 422, 429
NAME = 'reviewed'


def mark(name: str) -> str:
    """A code as the cache holds it."""
    return mark_of(name, server_secret())


# On the reviewer's phone

@pages.get('/taller/revisar')
@for_reviewers
def review_codes(_leader: Leader) -> AnyResponse:
    """The page of a reviewer: a button that makes a code for one family."""
    return page('review_codes', code='')


@pages.post('/taller/revisar')
@for_reviewers
def new_review_code(leader: Leader) -> AnyResponse:
    """A code for one family, shown this once."""
    return page('review_codes', code=reviews.new_review(store(), leader.workshop, leader.name, mark))


# On the family's phone

@pages.get('/taller/revision')
def review_page() -> AnyResponse:
    """Where a reviewer gives the code on the family's phone, and what the last one left."""
    return show_review()


def show_review(problem: str = '', status: int = 200, minutes: int = 0) -> AnyResponse:
    """The page on the family's phone."""
    open_now = Session.open()
    set_language(language())  # the mark is drawn before the page is
    looked = looked_words(case_from_answers(answers_of(open_now.variables))) if open_now else ''
    return page('review', status, problem=problem, minutes=minutes, open=open_now is not None, looked=looked, longest=LONGEST_NOTE,
                note=request.form.get('note', '')[:LONGEST_NOTE])


@pages.post('/taller/revision')
def review() -> AnyResponse:
    """Leave the mark in the answers of this phone. Guessed codes are counted like wrong words."""
    open_now = Session.open()
    if open_now is None:
        return show_review()
    counted = throttle.place_of(addresses.address_of(request), server_secret())
    if minutes := throttle.minutes_to_wait(counted):
        return show_review('wait', TOO_MANY, minutes)
    if not request.form.get('shown'):
        return show_review('not_shown', WRONG)
    try:
        initials = reviews.use_review(store(), codes.read_code(request.form.get('code', '')), mark)
    except codes.NoCode:
        return show_review('not_six', WRONG)
    if not initials:
        throttle.count_wrong(counted)
        return show_review('no_such', WRONG)
    leave_mark(open_now, initials, ' '.join(request.form.get('note', '').split())[:LONGEST_NOTE])
    return go('review_page')


@pages.post('/taller/revision/borrar')
def erase_mark() -> AnyResponse:
    """The family takes the mark out of its answers."""
    if open_now := Session.open():
        leave_mark(open_now)
    return go('review_page')


@pages.get('/taller/revision/borrar')
def erase_form() -> AnyResponse:
    """The address of the form, typed or kept."""
    return go('review_page')


def leave_mark(open_now: Session, initials: str = '', note: str = '') -> None:
    """Keep the mark with the answers, or none. "Back" must not take it away or bring one back that was erased, so the steps before it go."""
    with lock_context(open_now.number, INTERVIEW):
        # Read again: what the family told since then must not be lost
        steps, variables, _ = fetch_user_dict(open_now.number, INTERVIEW, secret=open_now.key)
        variables.pop(NAME, None)
        if initials:
            told = answers_mark(case_from_answers(answers_of(variables)))
            variables[NAME] = {'initials': initials, 'day': today_here().isoformat(), 'note': note, 'answers': told}
        this_thread.misc[FORGET_EARLIER] = True
        save_user_dict(open_now.number, variables, INTERVIEW, secret=open_now.key, changed=False, steps=steps)

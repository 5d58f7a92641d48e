# do not pre-load: belongs to the local server's web application
"""Importing this shortens what docassemble 1.10.13 does each time it looks for the next question, twice for each answer. What is found is the same.

1. It goes through every question of the interview, several hundreds, to find the few that act by themselves: those that bring modules or are
   mandatory. They are known once the interview is read.
2. The name of the thing that is asked about, as `tellings[0].events[3]`, is compiled as Python several times for each screen.
3. Before it takes an answer it looks for the screen that was answered once more, to know its fields. The session tells what that screen was asked
   for, so what comes before it is not looked at again; and nobody sees it, so its sentences are not made. All that is done once the answer is in.
4. It asks the store whether the interview has changed. This server reads its interview once, when it starts.
"""
import builtins
import copy
import re
from collections.abc import Callable
from functools import lru_cache
from types import CodeType, SimpleNamespace
from typing import Any

from docassemble.base import interview_cache, parse
from docassemble.base.error import DANameError
from docassemble.base.thread_context import this_thread
from flask import g, has_request_context, request

# Only names and their numbers are kept: nothing that somebody typed can stand between these.
NAMES = re.compile(r"[A-Za-z_][\w.\[\]]*(?: = [A-Za-z_0-9][\w.\[\]]*)?")
# As `from docassemble.base.util import *`
MODULES = re.compile(r'(?:from [\w.]+ )?import (?:[\w.]+|\*)')
KEPT = 4096

NO_WORDS = SimpleNamespace(text=lambda _variables: '')

# In what docassemble keeps of a session: the question that was shown, and the variable it was asked for.
ASKED = 'selfhelp_asked'
# In what is kept for the time of a request.
FORM = 'selfhelp_form'

_assemble, _ask, _run = parse.Interview.assemble, parse.Question.ask, parse.exec_with_trap


def acts_by_itself(question: parse.Question) -> bool:
    """Whether docassemble does something with a question that nobody looked for: bring modules, forget a variable, run or ask it."""
    return (question.question_type in ('imports', 'modules', 'reset') or question.is_mandatory or question.mandatory_code is not None
            or (question.question_type == 'code' and (question.is_initial or question.initial_code is not None)))


def assemble(self: parse.Interview, variables: dict[str, Any], interview_status: Any = None, *rest: Any, **more: Any) -> None:
    """Look for the next question, as docassemble does, among those that act by themselves. All of them are in `every_question`."""
    if 'every_question' not in vars(self):
        self.every_question = self.questions_list
        self.questions_list = [question for question in self.every_question if acts_by_itself(question)]
    status = interview_status or parse.InterviewStatus()
    _assemble(self, variables, status, *rest, **more)
    variables['_internal'][ASKED] = [status.question.name, getattr(status, 'orig_sought', None)]  # a copy for another phone takes lists


def run(question: parse.Question, variables: dict[str, Any], *rest: Any, **more: Any) -> None:
    """Run a block of code, as docassemble does. The one that asks for everything goes straight to what the form that has come was asked for."""
    name, sought = variables['_internal'].get(ASKED, (None, None))
    if question.is_mandatory and sought and is_form_of(name) and 'went_straight' not in form_that_came():
        form_that_came()['went_straight'] = True  # once: when it leads elsewhere, everything is looked at
        raise DANameError(f"name '{sought}' is not defined")
    _run(question, variables, *rest, **more)


def is_form_of(name: str | None) -> bool:
    """Whether a form has come that answers the question of this name, and it was not yet found again. One that leads elsewhere names no question."""
    form = form_that_came()
    return name is not None and 'found_again' not in form and form.get('of') == name


def form_that_came() -> dict[str, Any]:
    """Of which question the form is that this request answers (`of`), and what was done about it until now. A walk says it without the web."""
    if not has_request_context():
        form: dict[str, Any] = this_thread.misc.get(FORM, {})
        return form
    if FORM not in g:
        setattr(g, FORM, {'of': request.form.get('_question_name') if request.method == 'POST' else None})
    kept: dict[str, Any] = getattr(g, FORM)
    return kept


def ask(self: parse.Question, *rest: Any, **more: Any) -> Any:
    """The screen of a question, as docassemble makes it."""
    if not is_form_of(self.name):
        return _ask(self, *rest, **more)
    form_that_came()['found_again'] = True
    unseen = copy.copy(self)
    unseen.content = NO_WORDS
    if self.subcontent is not None:
        unseen.subcontent = NO_WORDS
    return _ask(unseen, *rest, **more)


@lru_cache(KEPT)
def compiled(source: str, mode: str) -> CodeType:
    """A name or an import as code. Raises SyntaxError as Python does."""
    return compile(source, '<string>', mode)


def keeping(run: Callable[..., Any], mode: str) -> Callable[..., Any]:
    """`eval` or `exec` that compiles the name of a thing once."""
    def run_kept(source: Any, variables: dict[str, Any] | None = None) -> Any:
        if variables is None:
            return run(source)
        if isinstance(source, str) and (NAMES.fullmatch(source) or MODULES.fullmatch(source)):
            source = compiled(source, mode)
        return run(source, variables)
    return run_kept


def is_read(path: str) -> bool:
    """Whether the interview was read since the server started."""
    return path in interview_cache.cache


parse.Interview.assemble = assemble
parse.Question.ask = ask
parse.exec_with_trap = run
vars(parse)['eval'] = keeping(builtins.eval, 'eval')  # noqa: S307
vars(parse)['exec'] = keeping(builtins.exec, 'exec')
interview_cache.cache_valid = is_read

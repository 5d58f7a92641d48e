"""What the web application does with an answered screen, step for step (`docassemble.webapp.interview.views.index`, 1.10.13)."""
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from bs4 import BeautifulSoup

from docassemble.immdef_selfhelp.walk.engine import engine_globals
from docassemble.immdef_selfhelp.walk.screens import Entry, entries_of, full_name

USER = {'is_anonymous': True, 'is_authenticated': False, 'theid': 1, 'the_user_id': 't1', 'roles': ['user'], 'session_uid': 'session',
        'device_id': 'device', 'email': None, 'firstname': '', 'lastname': ''}

# The name of a button that sets no variable: `continue`, or one that leaves
CONTINUE = ''


class Refused(Exception):
    """A check of the screen refused an answer. `field` is the full name of the field, if the check named one."""

    def __init__(self, sentence: str, field: str = '') -> None:
        super().__init__(sentence)
        self.field = field


class Request:
    """One request: the interview, the dictionary taken from the last copy, and docassemble's status after `assemble()`.

    `answered` are the variables set by this request, and `before` what they were.
    """

    def __init__(self, interview: Any, name: str, dictionary: dict[str, Any], action: Mapping[str, Any]) -> None:
        from docassemble.base.parse import InterviewStatus
        self.interview, self.dictionary, self.action = interview, dictionary, dict(action)
        self.answered: list[str] = []
        self.before: dict[str, Any] = {}
        # No `action` key before it is meant: its mere presence runs an action
        information = {'user': dict(USER), 'session': 'session', 'yaml_filename': name, 'interface': 'web', 'encrypted': True,
                       'url': 'http://localhost/interview', 'url_root': 'http://localhost'}
        self.status = InterviewStatus(current_info=information, tracker=dictionary['_internal']['tracker'])

    def assemble(self) -> None:
        """Let docassemble decide on the screen; the action of the request runs once."""
        from docassemble.base import thread_context
        self.status.current_info.update(self.action)
        self.action = {}
        thread_context.this_thread.current_info = self.status.current_info
        self.interview.assemble(self.dictionary, self.status)

    def answers_form_of(self, question: str) -> None:
        """Say which question's form this request brings, so that it is found as our own server finds it."""
        from docassemble.base import thread_context

        from docassemble.immdef_selfhelp.server.web.assembling import FORM
        thread_context.this_thread.misc[FORM] = {'of': question}

    def run(self, code: Any) -> None:
        """Run code of the interview, or the assignment of an answer, in the family's dictionary."""
        exec(code, self.dictionary)  # as the web application itself does: names come from the interview, values through repr()

    def value(self, expression: str) -> Any:
        """The value of a variable. Raises what docassemble raises for one that is not answered."""
        return eval(expression, self.dictionary)


@contextmanager
def running(interview: Any, name: str, dictionary: dict[str, Any], action: Mapping[str, Any]) -> Iterator[Request]:
    """One request with docassemble's thread variables around it."""
    from docassemble.base import thread_context
    with engine_globals(), thread_context.user_dict_context(dictionary), thread_context.old_user_dict_context({}):
        yield Request(interview, name, dictionary, action)


def typed(text: Any, kind: str, datatype: str) -> Any:
    """A text as the web application keeps it: sent as a browser sends it, then read by the datatype, or else as HTML without its backslashes."""
    from docassemble.base.functions import custom_types
    sent = re.sub(r'\r\n|\r|\n', '\r\n' if kind == 'area' else '', str(text))
    if datatype in custom_types:
        return custom_types[datatype]['class'].call_transform(sent, '', {})
    return BeautifulSoup(sent, 'html.parser').get_text('\n').replace('\\', '')


def apply(request: Request, values: Mapping[str, Any]) -> bool:
    """Put the answers of the screen into the dictionary. Returns whether anything was answered. Raises `Refused`."""
    from docassemble.base.parse import safeid
    question = request.status.question
    if question.question_type == 'fields':
        entries, _ = entries_of(request.status, request.dictionary)
        datatypes = request.status.get_field_info()['datatypes']
        for entry in entries:
            if entry.visible(values):
                keep(request, entry, values.get(entry.name), datatypes.get(safeid(entry.name), 'text'))
        if getattr(question, 'fields_saveas', None):
            assign(request, question.fields_saveas, 'True')
    elif question.question_type in ('multiple_choice', 'settrue'):
        for name, value in values.items():
            if name != CONTINUE:
                assign(request, name, repr(value))
    if question.question_type == 'multiple_choice' and CONTINUE in values:
        pop_events(request, set())
        return True
    if not request.answered:
        return False
    if question.name and question.name not in request.dictionary['_internal']['answers']:
        question.mark_as_answered(request.dictionary)
    pop_events(request, {*request.answered, *(full_name(name, request.dictionary) for name in request.answered)})
    check(request, question)
    for name in request.answered:
        if name in request.interview.invalidation_todo or name in request.interview.onchange_todo:
            request.interview.invalidate_dependencies(name, request.dictionary, request.before)
        request.dictionary['_internal']['dirty'].pop(name, None)
    return True


def keep(request: Request, entry: Entry, value: Any, datatype: str) -> None:
    """Keep the answer of one field; a field left alone is kept as empty, as a browser sends it."""
    if entry.kind == 'checkboxes':
        keep_ticks(request, entry, value or ())
    elif entry.kind == 'yesno':
        assign(request, entry.name, repr(value if isinstance(value, bool) else None))
    elif entry.kind in ('radio', 'dropdown'):
        assign(request, entry.name, repr('' if value is None else str(value)))
    else:
        assign(request, entry.name, repr(typed('' if value is None else value, entry.kind, datatype)))


def keep_ticks(request: Request, entry: Entry, ticked: Any) -> None:
    """Keep the ticks of a list of checkboxes in docassemble's own dictionary of choices."""
    from docassemble.base.parse import parse_var_name
    core, last = parse_var_name(entry.name)['final_parts']
    try:
        request.value(entry.name)
    except Exception:  # docassemble raises several kinds for "not answered"
        request.run('import docassemble.base.util')
        made = 'docassemble.base.util.DADict, auto_gather=False, gathered=True)'
        if last.startswith('.'):
            request.run(f'{core}.initializeAttribute({last[1:]!r}, {made}')
        elif last.startswith('['):
            request.run(f'{core}.initializeObject({last[1:-1]}, {made}')
        else:
            request.run(f'{entry.name} = docassemble.base.util.DADict({entry.variable!r}, auto_gather=False, gathered=True)')
    for choice in entry.choices:
        assign(request, f'{entry.name}[{choice.value!r}]', repr(choice.value in ticked))
    assign(request, f'{entry.name}.gathered', 'True')
    request.answered.append(entry.name)


def assign(request: Request, name: str, source: str) -> None:
    """Set one variable and remember what it was."""
    try:
        request.before[name] = request.value(name)
    except Exception:  # docassemble raises several kinds for "not answered"
        request.before.pop(name, None)
    request.run(f'{name} = {source}')
    request.answered.append(name)


def pop_events(request: Request, names: set[str]) -> None:
    """Take what was just answered off docassemble's stack of questions asked out of turn."""
    internal, sought = request.dictionary['_internal'], request.status.orig_sought
    stack = internal.get('event_stack', {}).get(USER['session_uid'], [])
    if stack and sought is not None and stack[0]['action'] == sought:
        stack.pop(0)
        if request.status.current_info.get('action') == sought:
            del request.status.current_info['action']
            request.status.current_info.pop('arguments', None)
    while stack and stack[0]['action'] in names:
        stack.pop(0)


def check(request: Request, question: Any) -> None:
    """Run the screen's own check. Raises `Refused` with its sentence."""
    from docassemble.base.error import DAValidationError
    if not question.validation_code:
        return
    try:
        request.run(question.validation_code)
    except DAValidationError as refusal:
        raise Refused(str(refusal), str(refusal.field or '')) from refusal

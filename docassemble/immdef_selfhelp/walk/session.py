"""One family's session with the interview: the web application's requests, without the web.

Each request takes the saved dictionary, does what `docassemble.webapp.interview.views.index` (1.10.13) does with it under
`restrict input variables`, and saves a new copy. Going back is what it is there: the last copy is thrown away.
"""
import pickle
from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Any

from docassemble.immdef_selfhelp.names import INTERVIEW
from docassemble.immdef_selfhelp.walk import posting
from docassemble.immdef_selfhelp.walk.engine import engine_globals, start
from docassemble.immdef_selfhelp.walk.screens import Screen, screen_of

ITERATORS = ('x', 'i', 'j', 'k', 'l', 'm', 'n', '__DANEWOBJECT')
LOCALS = ('session_local', 'device_local', 'user_local')
LEAVING = ('exit', 'logout', 'exit_logout', 'leave')


class Unsteady(Exception):
    """The interview asks another question when nothing has changed: on a server, the answer would be lost."""


class Session:
    """A session from its first screen on. `screen` is what stands there now; it is None after the session was left and erased."""

    def __init__(self, interview: str = INTERVIEW) -> None:
        start()
        from docassemble.base.interview_cache import get_interview
        from docassemble.base.parse import get_initial_dict
        self.name = interview
        with engine_globals():
            self._interview = get_interview(interview)
            self._saved = [self._packed(get_initial_dict())]
        self.screen: Screen | None = None
        self._asked = ''
        self._request(changed=False)

    @property
    def steps(self) -> int:
        """How many copies are kept; one more with each answer."""
        return len(self._saved)

    def answers(self) -> dict[str, Any]:
        """The answers until now, in the shape of docs/answers.md."""
        from docassemble.immdef_selfhelp.interview.answers import answers_of
        with engine_globals():
            return answers_of(self._dictionary())

    def value(self, expression: str) -> Any:
        """The value of a variable now; None when it is not answered."""
        with self._running() as request:
            try:
                return request.value(expression)
            except Exception:  # docassemble raises several kinds for "not answered"
                return None

    def submit(self, values: Mapping[str, Any]) -> None:
        """Answer the screen: a value by the `name` of each field, or by the button's or continue button's variable.

        A button without a variable (`continue`, `exit_logout`) is pressed with the name `posting.CONTINUE`.

        Raises `posting.Refused` with the sentence of the screen when its own check refuses an answer; then nothing is kept.
        Raises Unsteady when docassemble would throw the answer away because it no longer asks this question.
        """
        if values.get(posting.CONTINUE) in LEAVING:
            self._leave()
            return
        with self._running() as request:
            request.answers_form_of(self._asked)
            request.assemble()
            if request.status.question.name != self._asked:
                raise Unsteady(f'The screen "{self.screen.id if self.screen else ""}" is "{request.status.question.id}" when it is asked again')
            changed = posting.apply(request, values)
            self._finish(request, changed=changed)

    def act(self, action: str, **arguments: Any) -> None:
        """Follow an action link."""
        self._request(changed=True, action=action, arguments=arguments)

    def glance(self, action: str, **arguments: Any) -> Screen | None:
        """The screen that an action link leads to. The session stays where it is, as if the link opened a tab that was closed again."""
        kept, screen, asked = list(self._saved), self.screen, self._asked
        self.act(action, **arguments)
        shown = self.screen
        self._saved, self.screen, self._asked = kept, screen, asked
        return shown

    def back(self) -> None:
        """Press Back: the last copy is thrown away. Does nothing on the first screen."""
        if len(self._saved) > 1:
            self._saved.pop()
            self._request(changed=False)

    def reload(self) -> None:
        """Load the page again."""
        self._request(changed=False)

    def _request(self, changed: bool, **action: Any) -> None:
        with self._running(**action) as request:
            self._finish(request, changed=changed)

    def _running(self, **action: Any) -> AbstractContextManager['posting.Request']:
        return posting.running(self._interview, self.name, self._dictionary(), action)

    def _finish(self, request: 'posting.Request', changed: bool) -> None:
        """Decide on the next screen and save."""
        request.assemble()
        status, dictionary = request.status, request.dictionary
        if status.question.question_type in LEAVING:
            self._leave()
            return
        if not status.followed_mc:
            dictionary['_internal']['answers'].clear()
        parts = self._interview.get_title(dictionary, status=status, converter=lambda content, part: content)
        self.screen = screen_of(status, dictionary, parts)
        self._asked = status.question.name
        if changed:
            self._saved.append(self._packed(dictionary))
        else:
            self._saved[-1] = self._packed(dictionary)

    def _leave(self) -> None:
        """The session is over, and the web application erases it."""
        self._saved, self.screen = [], None

    def _dictionary(self) -> dict[str, Any]:
        return pickle.loads(self._saved[-1])

    @staticmethod
    def _packed(dictionary: dict[str, Any]) -> bytes:
        from docassemble.base.functions import pickleable_objects
        kept = {key: value for key, value in dictionary.items() if key not in (*ITERATORS, *LOCALS)}
        kept['_internal']['objselections'] = {}
        return pickle.dumps(pickleable_objects(kept))

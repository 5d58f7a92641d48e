"""A family's browser without JavaScript: reads docassemble's screens and answers them over HTTP.

    phone = Phone('http://127.0.0.1:8080/')
    phone.open()
    phone.press('Español')
    phone.answer({'preparing_for': 'self'})
    phone.answer({'Given names': 'Marisol', 'applicant.first_surname': 'Ejemplo'})

A field is named by its variable or by its label as shown, a choice by its value or by its label. Used by the server tests and by the bench.
"""
import base64
import json
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

import requests
from bs4 import BeautifulSoup, Tag
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

Answer = str | bool | list[str]
HIDDEN = 'input[type=hidden]'


def decoded(name: str) -> str:
    """docassemble's field name (base64 without padding) as a Python expression; other names as they are."""
    try:
        text = base64.b64decode(name + '=' * (-len(name) % 4), validate=True).decode()
    except ValueError:
        return name
    return text if text.isprintable() and text else name


def words(tag: Tag | None) -> str:
    """The text of an element with single spaces."""
    return ' '.join(tag.get_text(' ').split()) if tag else ''


@dataclass
class Field:
    """One field: the `variable` it answers, its label, `choices` (form value -> label), and what the form would send untouched."""

    variable: str
    name: str
    kind: str
    label: str = ''
    choices: dict[str, str] = field(default_factory=dict)
    sent: list[tuple[str, str]] = field(default_factory=list)
    condition: tuple[str, str, bool] | None = None

    def pairs(self, answer: Answer) -> list[tuple[str, str]]:
        """What the form sends for an answer. Raises KeyError for a choice that is not there."""
        if self.kind == 'checkboxes':
            chosen = answer if isinstance(answer, list) else [str(answer)]
            return [(self._choice(one), 'True') for one in chosen]
        if isinstance(answer, bool):
            answer = str(answer)
        return [(self.name, self._choice(str(answer)) if self.choices else str(answer))]

    def _choice(self, wanted: str) -> str:
        for value, label in self.choices.items():
            if wanted in (value, label) or (self.kind == 'checkboxes' and _key_of(value) == wanted):
                return value
        raise KeyError(f'{self.variable} offers {self.choices}, not {wanted!r}')


def _key_of(checkbox: str) -> str:
    """The key of a checkbox: its form name decodes to `variable[B'<base64 of the key>']`."""
    return decoded(decoded(checkbox).partition("[B'")[2].removesuffix("']"))


class Screen:
    """One screen as received: its title, fields, buttons and links."""

    def __init__(self, response: requests.Response) -> None:
        self.status, self.url, self.size, self.html = response.status_code, response.url, len(response.content), response.text
        self.headers, self.content = response.headers, response.content
        self.page = BeautifulSoup(response.text, 'lxml')
        self.form = self.page.find('form', id='daform') or self.page.new_tag('form', action='/no-form')
        self.title = words(self.page.find('h1'))
        self.text = words(self.page.find(id='daquestion') or self.page.body)
        self.identity = self._hidden().get('_question_name', '').removeprefix('ID ')
        self.fields = self._fields()

    def _hidden(self) -> dict[str, str]:
        return {str(one['name']): str(one.get('value', '')) for one in self.form.select(HIDDEN) if one.get('name')}

    def _fields(self) -> list[Field]:
        names = {decoded(short): decoded(long) for short, long in json.loads(decoded(self._hidden().get('_varnames', '')) or '{}').items()}
        found: dict[str, Field] = {}
        for control in self.form.select('input:not([type=hidden]):not([type=submit]), select, textarea'):
            name = str(control.get('name', ''))
            if not name or name.startswith('_ignore'):
                continue
            kind = str(control.get('type', 'text')) if control.name == 'input' else control.name
            expression = names.get(decoded(name), decoded(name))
            group = kind == 'checkbox' and "[B'" in expression
            variable = expression.partition("[B'")[0] if group else expression
            kind_of_field = 'checkboxes' if group else kind
            one = found.setdefault(variable, Field(variable, name, kind_of_field, self._label(control), condition=self._condition(control)))
            if kind in ('radio', 'checkbox'):
                value = name if group else str(control.get('value', 'True'))
                if group or kind == 'radio':
                    one.choices[value] = words(self.form.find('label', attrs={'for': str(control.get('id'))}))
                if control.has_attr('checked'):
                    one.sent.append((name, str(control.get('value', 'True'))))
            elif kind == 'select':
                one.choices = {str(option.get('value', '')): words(option) for option in control.select('option')}
                selected = control.select_one('option[selected]') or control.select_one('option')
                one.sent = [(name, str(selected.get('value', '')))] if selected else []
            else:
                one.sent = [(name, control.get_text() if kind == 'textarea' else str(control.get('value', '')))]
        return list(found.values())

    def _label(self, control: Tag) -> str:
        container = control.find_parent(class_='da-field-container')
        return words(container.select_one('.da-legend, .da-form-label, label.form-label, label') if container else None)

    def _condition(self, control: Tag) -> tuple[str, str, bool] | None:
        """The variable, value and sign of an enclosing `show if`; a browser does not send a field that it hides."""
        hidden = control.find_parent(class_='dashowif')
        if hidden is None:
            return None
        return decoded(str(hidden['data-showif-var'])), str(hidden['data-showif-val']), str(hidden['data-showif-sign']) == '1'

    def field(self, name: str) -> Field:
        """The field with this variable or label. Raises KeyError with what there is."""
        for one in self.fields:
            if name in (one.variable, one.label):
                return one
        raise KeyError(f'{name!r} is not on "{self.title}" ({self.identity}), which has {[(one.variable, one.label) for one in self.fields]}')

    def buttons(self) -> dict[str, tuple[str, str]]:
        """Submit buttons: label -> (form name, value)."""
        return {words(one): (str(one.get('name', '')), str(one.get('value', ''))) for one in self.form.select('button[type=submit]')}

    def links(self) -> dict[str, str]:
        """Links of the page: text -> address."""
        return {words(one): str(one['href']) for one in self.page.select('a[href]')}

    def payload(self, answers: dict[str, Answer], button: tuple[str, str] | None) -> list[tuple[str, str]]:
        """What the form sends with these answers; fields that are not named are sent as they stand."""
        given = {self.field(name).variable: answer for name, answer in answers.items()}
        sent = {one.variable: one.pairs(given[one.variable]) if one.variable in given else one.sent for one in self.fields}
        values = {variable: pairs[0][1] if pairs else '' for variable, pairs in sent.items()}
        shown = [one.variable for one in self.fields if one.variable in given or one.condition is None
                 or (values.get(one.condition[0]) == one.condition[1]) == one.condition[2]]
        # The page's script tells which controls the person saw: only of those does docassemble believe that nothing was ticked.
        seen = [name for one in self.fields if one.variable in shown for name in (one.choices if one.kind == 'checkboxes' else (one.name,))]
        hidden = self._hidden() | {'_visible': base64.b64encode(json.dumps(seen).encode()).decode()}
        pairs = [*hidden.items(), *(pair for variable in shown for pair in sent[variable])]
        return [*pairs, button] if button and button[0] else pairs


class Phone:
    """One family's phone: its cookies, the screen it shows, and how long the server took for it (`seconds`)."""

    def __init__(self, server: str, interview: str | None = None) -> None:
        self.server, self.interview = server, interview
        self.http = requests.Session()
        self.http.trust_env = False
        self.http.headers['Accept'] = 'text/html,application/xhtml+xml,*/*;q=0.8'
        # As a browser does when a kept connection has died: ask again, but never send a form twice.
        self.http.mount('http://', HTTPAdapter(max_retries=Retry(total=2, allowed_methods={'GET'}, backoff_factor=0.1)))
        self.seconds = 0.0
        self.screen: Screen

    def open(self, **query: str) -> Screen:
        """Open the interview, or come back to it."""
        asked = {'i': self.interview, **query} if self.interview else query
        return self._show('GET', '/interview' if asked else '/', params=asked)

    def answer(self, answers: dict[str, Answer] | None = None, press: str | None = None) -> Screen:
        """Answer the screen and continue, with the button of that label or value if several are there."""
        buttons = self.screen.buttons()
        if press is None and len(buttons) == 1:
            press = next(iter(buttons))
        chosen = next((pair for label, pair in buttons.items() if press in (label, pair[1])), None)
        if press and chosen is None:
            raise KeyError(f'{press!r} is not a button of "{self.screen.title}", which has {list(buttons)}')
        return self._show('POST', str(self.screen.form['action']), data=self.screen.payload(answers or {}, chosen))

    def press(self, label: str) -> Screen:
        """Press a button that is an answer by itself."""
        return self.answer(press=label)

    def follow(self, label: str) -> Screen:
        """Follow a link by its text."""
        links = self.screen.links()
        if label not in links:
            raise KeyError(f'{label!r} is not a link of "{self.screen.title}", which has {list(links)}')
        return self._show('GET', links[label])

    def back(self) -> Screen:
        """docassemble's own way back, as its script sends it."""
        token = self.screen._hidden()['csrf_token']
        return self._show('POST', str(self.screen.form['action']), data={'csrf_token': token, '_back_one': '1'})

    def _show(self, method: str, address: str, **more: Any) -> Screen:
        began = time.perf_counter()
        came_from = {'Referer': self.screen.url} if hasattr(self, 'screen') else {}
        response = self.http.request(method, urljoin(self.server, address), timeout=60, headers=came_from, **more)
        self.seconds = time.perf_counter() - began
        self.screen = Screen(response)
        return self.screen


def named(server: str, given_names: str, first_surname: str = 'Ejemplo') -> Phone:
    """A phone whose family has told the applicant's name and stands at the date of birth."""
    phone = Phone(server)
    phone.open()
    phone.press('Español')
    phone.answer({'preparing_for': 'self'})
    phone.answer({'best_language': 'spanish'})
    phone.answer({'phone_safety': 'private'})
    phone.answer()
    phone.press('agreed')
    phone.press('credible_fear')
    phone.answer({'applicant.given_names': given_names, 'applicant.first_surname': first_surname})
    assert phone.screen.identity == 'applicant_birth', phone.screen.text
    return phone

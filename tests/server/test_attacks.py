"""What somebody else can try against a family's session: over a link, from another web site, from another phone, with cookies set beforehand.

docs/use/threat-model.md names these tests. Closed routes, headers of every page and what is kept on disk: test_closed.py, test_private.py.
"""
import base64
import json
from collections.abc import Iterator

import pytest
import requests
from bs4 import BeautifulSoup
from server.client import Phone, named
from server.live import LiveServer

pytestmark = pytest.mark.server
MAIN = 'docassemble.immdef_selfhelp:data/questions/main.yml'
ELSEWHERE = 'https://elsewhere.example'


def action(name: str, **arguments: object) -> dict[str, str]:
    """The arguments of an address that asks docassemble for an action."""
    packed = base64.urlsafe_b64encode(json.dumps({'action': name, 'arguments': arguments}).encode()).decode().rstrip('=')
    return {'i': MAIN, 'action': packed}


def sessions(server: LiveServer) -> set[object]:
    return {key for (key,) in server.query('SELECT DISTINCT key FROM userdict')}


def own_session(server: LiveServer, given_names: str) -> tuple[Phone, str]:
    """A phone and the number of its session, as only the database knows it."""
    before = sessions(server)
    phone = named(server.url, given_names)
    (mine,) = sessions(server) - before
    return phone, str(mine)


@pytest.fixture
def family(server: LiveServer) -> Iterator[Phone]:
    """A family at its date of birth. After the test it is still there, with its name."""
    phone = named(server.url, 'Nayeli')
    yield phone
    assert phone.open().identity == 'applicant_birth'
    assert 'Nayeli' in phone.back().html


# Addresses that nobody went to

PICTURE = {'Accept': 'image/avif,image/webp,*/*;q=0.8'}


@pytest.mark.parametrize('headers', [PICTURE, {'Accept': '*/*'}, {'Accept': 'text/css,*/*;q=0.1'}, {'Sec-Fetch-Dest': 'image'},
                                     {'Sec-Fetch-Dest': 'iframe'},
                                     {'Sec-Purpose': 'prefetch'}, {'Purpose': 'prefetch'}, {**PICTURE, 'Sec-Fetch-Dest': 'document'}])
def test_a_picture_a_frame_or_a_look_ahead_of_our_own_page_changes_nothing(server: LiveServer, headers: dict[str, str]) -> None:
    phone = named(server.url, 'Nayeli')
    home = phone.screen.url
    before = phone.open().html
    asked, came_from = action('change_language', language='en'), {'Referer': home, **headers}
    answer = phone.http.get(server.url + 'interview', params=asked, headers=came_from, timeout=30)
    assert answer.status_code == 200
    assert '<html lang="es"' in phone.open().html.replace("'", '"')
    assert words_of(before) == words_of(phone.screen.html)


def test_a_link_that_somebody_taps_is_obeyed(server: LiveServer) -> None:
    phone = named(server.url, 'Nayeli')
    for headers in ({}, {'Sec-Fetch-Dest': 'document', 'Sec-Fetch-Mode': 'navigate'}):
        english, back = action('change_language', language='en'), action('change_language', language='es')
        for asked, title in ((english, 'My answers'), (back, 'Mis respuestas')):
            came_from = {'Referer': phone.screen.url, **headers}
            assert title in phone.http.get(server.url + 'interview', params=asked, headers=came_from, timeout=30).text


def words_of(page: str) -> str:
    """The question that stands on a page."""
    title = BeautifulSoup(page, 'lxml').h1
    return title.get_text(' ') if title else ''


# Session fixation

def test_a_key_set_beforehand_is_not_the_key_of_the_answers(server: LiveServer) -> None:
    victim = Phone(server.url)
    victim.http.cookies.set('secret', 'A' * 16, domain='127.0.0.1', path='/')
    victim.http.cookies.set('session', 'ffffffffffffffff_6b06912b.' + 'A' * 27, domain='127.0.0.1', path='/')
    victim.open()
    assert victim.http.cookies['secret'] != 'A' * 16
    assert not victim.http.cookies['session'].startswith('ffffffffffffffff')


def test_whoever_planted_a_running_session_sees_nothing_after_the_first_answer(server: LiveServer) -> None:
    stranger = Phone(server.url)
    stranger.open()
    planted = {cookie.name: str(cookie.value) for cookie in stranger.http.cookies}
    assert {'session', 'secret'} <= set(planted)
    victim = Phone(server.url)
    for name, value in planted.items():
        victim.http.cookies.set(name, value, domain='127.0.0.1', path='/')
    assert victim.open().identity == 'choose_language'
    assert victim.http.cookies['session'] == planted['session'], 'the planted session was taken up'
    victim.press('Español')
    assert victim.http.cookies['session'] != planted['session']
    victim.answer({'preparing_for': 'self'})
    assert victim.screen.identity == 'best_language'
    assert stranger.open().identity == 'choose_language', 'the stranger begins anew'


# Cross-site request forgery

def test_a_form_of_another_site_is_refused_even_with_the_token(server: LiveServer, family: Phone) -> None:
    family.open()
    for origin in (ELSEWHERE, 'null', f'http://127.0.0.1:{server.port + 1}', server.url.rstrip('/') + '.elsewhere.example'):
        hidden = {**family.screen._hidden(), '_back_one': '1'}
        answer = family.http.post(server.url + 'interview', params={'i': MAIN}, data=hidden, headers={'Origin': origin}, timeout=30)
        assert answer.status_code == 403, origin
        assert 'No se cambió nada.' in answer.text
        assert family.open().identity == 'applicant_birth'


def test_a_form_without_a_token_or_with_that_of_another_phone_changes_nothing(server: LiveServer, family: Phone) -> None:
    family.open()
    other = named(server.url, 'Otra')
    for token in (None, '', other.screen._hidden()['csrf_token']):
        sent = {name: value for name, value in family.screen._hidden().items() if name != 'csrf_token'} | {'_back_one': '1'}
        sent |= {} if token is None else {'csrf_token': token}
        family.http.post(server.url + 'interview', params={'i': MAIN}, data=sent, timeout=30)
        assert family.open().identity == 'applicant_birth', token


def test_a_form_of_our_own_page_is_taken(server: LiveServer) -> None:
    phone = Phone(server.url)
    phone.http.headers['Origin'] = server.url.rstrip('/')
    phone.open()
    phone.press('Español')
    assert phone.screen.identity == 'preparing_for'


@pytest.mark.parametrize('path', ['exit', 'exit_logout', 'new_session', 'leave', 'restart_session', 'interview?reset=1', 'interview?reset=2',
                                  'interview?new_session=1', '?reset=1', '?new_session=1', 'interview?cache=0'])
def test_a_link_cannot_erase_or_begin_anew(server: LiveServer, path: str) -> None:
    phone, mine = own_session(server, 'Xitlali')
    for referrer in ({}, {'Referer': ELSEWHERE}, {'Referer': server.url}):
        phone.http.get(server.url + path, params={'i': MAIN}, headers=referrer, timeout=30)
        assert mine in sessions(server)
    assert phone.open().identity == 'applicant_birth'
    assert 'Xitlali' in phone.back().html


@pytest.mark.parametrize('name', ['_da_exit', 'erase', 'change_language', 'my_answers', 'pause'])
def test_an_action_in_a_link_from_elsewhere_only_opens_the_interview(server: LiveServer, family: Phone, name: str) -> None:
    asked = action(name, language='en')
    for referrer in ({}, {'Referer': ELSEWHERE + '/' + server.url}, {'Referer': f'http://127.0.0.1.elsewhere.example:{server.port}/'}):
        answer = family.http.get(server.url + 'interview', params=asked, headers=referrer, timeout=30)
        assert answer.status_code == 200
        assert family.open().identity == 'applicant_birth'
        assert 'lang="es"' in family.screen.html


def test_an_action_of_our_own_page_is_obeyed(server: LiveServer) -> None:
    phone = named(server.url, 'Marisol')
    assert phone.follow('Borrar').identity == 'erase'


# One family and the session of another

def test_the_number_of_a_session_opens_nothing(server: LiveServer) -> None:
    _, number = own_session(server, 'Quetzalli')
    stranger = named(server.url, 'Ajena')
    for more in ({}, {'new_session': '1'}, {'reset': '1'}, {'from_list': '1'}):
        asked = {'i': MAIN, 'session': number, **more}
        answer = stranger.http.get(server.url + 'interview', params=asked, headers={'Referer': server.url}, timeout=30)
        assert 'Quetzalli' not in answer.text
        assert stranger.open().identity == 'applicant_birth'
    assert 'Ajena' in stranger.back().html
    assert number in sessions(server)


def test_the_key_of_a_family_opens_nothing_without_its_browser_session(server: LiveServer) -> None:
    phone, number = own_session(server, 'Quetzalli')
    stranger = Phone(server.url)
    stranger.http.cookies.set('secret', phone.http.cookies['secret'], domain='127.0.0.1', path='/')
    stranger.http.cookies.set('ds', phone.http.cookies['ds'], domain='127.0.0.1', path='/')
    assert stranger.open(i=MAIN, session=number).identity == 'choose_language'
    assert 'Quetzalli' not in stranger.screen.html


@pytest.mark.parametrize('path', ['uploadedfile/1', 'uploadedfile/1/file.pdf', 'uploadedpage/1/1', 'uploadsignature', 'storedfile/{}/1/a.pdf',
                                  'tempfile/1', 'serve_stored_file/{}/1/a.pdf', 'attachment',
                                  'vars?session={}', 'checkin?session={}', 'observer', 'updatesession',
                                  'api/session?session={}', 'api/session/action', 'api/file/1', 'api/stash_data', 'api/resume_url', 'api/interviews',
                                  'api/secret', 'speakfile?session={}', 'fax_callback', 'sms', 'webrtc_token', 'interviews?action=delete&session={}'])
def test_no_way_to_files_variables_or_programs_of_another_session(server: LiveServer, path: str) -> None:
    phone, number = own_session(server, 'Quetzalli')
    for browser in (requests.Session(), phone.http):
        for method in ('GET', 'POST', 'DELETE', 'PATCH'):
            answer = browser.request(method, server.url + path.format(number), timeout=30, allow_redirects=False,
                                     headers={'X-API-Key': 'x', 'Referer': server.url})
            assert answer.status_code == 404, (method, path)
            assert 'Quetzalli' not in answer.text


def test_a_page_is_no_script_for_another_site(server: LiveServer, family: Phone) -> None:
    for face in ({'js_target': 'x'}, {'json': '1'}, {'js_target': ''}):
        answer = family.http.get(server.url + 'interview', params={'i': MAIN, **face}, headers={'Referer': server.url}, timeout=30)
        assert answer.status_code == 404
        assert 'Nayeli' not in answer.text


# Templates, headers, addresses

TEMPLATES = ['${ 7*191 }', '{{ 7*191 }}', '{% if 1 %}1337{% endif %}', '<% 1337 %>', '#{7*191}', '[FILE 1]', '[TARGET x]', '[EMOJI smile]']


@pytest.mark.parametrize('text', TEMPLATES)
def test_what_is_typed_is_text_and_no_template(server: LiveServer, text: str) -> None:
    phone = named(server.url, f'Ana {text}')
    assert phone.screen.status == 200
    assert '1337' not in phone.screen.text
    phone.back()
    assert phone.screen.field('applicant.given_names').sent[0][1] == f'Ana {text}'
    assert '1337' not in phone.screen.text


@pytest.mark.parametrize('text', [*TEMPLATES, 'x\r\nSet-Cookie: planted=1', '<script>1337</script>'])
def test_an_address_is_no_template_and_no_header(server: LiveServer, text: str) -> None:
    phone = named(server.url, 'Nayeli')
    for asked in ({'i': MAIN, 'name': text}, {text: text}, {'i': MAIN, 'action': text}, action(text), action('_da_define', variables=[text])):
        answer = phone.http.get(server.url + 'interview', params=asked, headers={'Referer': server.url}, timeout=30)
        assert answer.status_code in (200, 404, 501)
        assert '1337' not in answer.text
        assert 'planted' not in str(answer.headers)
        assert phone.open().status == 200


DOCASSEMBLES_OWN = ['_da_set', '_da_define', '_da_compute', '_da_undefine', '_da_invalidate', '_da_force_ask', '_da_list_add', '_da_list_edit',
                    '_da_list_remove', '_da_list_complete', '_da_list_ensure_complete', '_da_dict_add', '_da_dict_edit', '_da_dict_remove',
                    '_da_dict_ensure_complete', '_da_priority_action', 'my_answers']


@pytest.mark.parametrize('name', [*DOCASSEMBLES_OWN, None])
def test_an_action_with_code_in_it_is_not_run(server: LiveServer, name: str | None) -> None:
    """docassemble 1.10.13 ran what `_da_define` named (server/web/guards.py): anybody who reached the server could run anything on it."""
    made = server.data / 'tmp' / f'made-{name}'
    code = f'__import__("os").mkdir("{made}")'
    phone = named(server.url, 'Nayeli')
    token = phone.screen._hidden()['csrf_token']
    for arguments in ({'variables': [code]}, {'variables': [[code, code]]}, {'list': code, 'item': code}, {'dict': code, 'item': code}, {code: code},
                      {'items': [code]}, {'items': [{'follow up': [code]}]}, {'group': code}, {'_action': code, '_arguments': {'variables': [code]}},
                      {'_action': '_da_define', '_arguments': {'variables': [code]}}):
        asked = action(name or code, **arguments)
        by_address = phone.http.get(server.url + 'interview', params=asked, headers={'Referer': server.url}, timeout=30)
        form = {'csrf_token': token, '_action': asked['action']}
        by_form = phone.http.post(server.url + 'interview', params={'i': MAIN}, data=form, timeout=30)
        phone.open()
        assert not made.exists(), arguments
        assert by_address.status_code == 404
        assert by_form.status_code in (400, 404, 500)
    assert phone.open().identity == 'applicant_birth'


@pytest.mark.parametrize('name', ['Host', 'X-Forwarded-Host', 'X-Forwarded-Server', 'X-Original-URL', 'X-Rewrite-URL', 'Forwarded', 'SCRIPT_NAME'])
def test_a_name_in_a_header_comes_back_in_no_link(server: LiveServer, name: str) -> None:
    value = '/vars' if 'URL' in name else 'elsewhere.example'
    answer = requests.get(server.url, headers={name: value}, timeout=30)
    assert answer.status_code == 200
    assert 'elsewhere.example' not in answer.text + str(answer.headers)
    redirected = requests.get(server.url + 'interview/', headers={name: value}, timeout=30, allow_redirects=False)
    assert 'elsewhere.example' not in redirected.headers.get('Location', '')


@pytest.mark.parametrize('path', ['?next={}', 'interview?next={}', 'exit?next={}', 'leave?next={}', 'exit_logout?next={}', 'user/sign-in?next={}',
                                  '/{}', 'interview?i={}', 'interview?exit_url={}', 'interview?url={}', 'goto?c={}',
                                  'static/../{}', 'packagestatic/{}'])
def test_no_address_leads_to_another_site(server: LiveServer, path: str) -> None:
    for target in (ELSEWHERE, '//elsewhere.example', '/\\elsewhere.example', 'javascript:alert(1)', '%0d%0aLocation:%20https://elsewhere.example'):
        answer = requests.get(server.url + path.format(target), timeout=30, allow_redirects=False)
        assert 'elsewhere.example' not in answer.headers.get('Location', '')
        assert not answer.headers.get('Location', '').startswith('javascript')
        assert 'href="https://elsewhere' not in answer.text


@pytest.mark.parametrize('method', ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'CONNECT'])
def test_other_methods_are_closed(server: LiveServer, method: str) -> None:
    for path in ('', 'interview', 'static/app/bundle.css'):
        assert requests.request(method, server.url + path, timeout=30).status_code in (404, 405), path


def test_headers_stand_on_every_kind_of_answer(server: LiveServer, family: Phone) -> None:
    paths = ('', 'interview', 'nothing', 'static/app/bundle.css', 'favicon.ico', 'packagestatic/docassemble.immdef_selfhelp/recetas.html')
    answers = [family.http.get(server.url + path, timeout=30, allow_redirects=False) for path in paths]
    answers.append(family.http.post(server.url + 'interview', headers={'Origin': ELSEWHERE}, timeout=30))
    for answer in answers:
        for name, value in {'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'same-origin', 'Cross-Origin-Opener-Policy': 'same-origin',
                            'Cross-Origin-Resource-Policy': 'same-origin', 'X-Robots-Tag': 'noindex, nofollow'}.items():
            assert answer.headers[name] == value, answer.url
        policy = dict(part.split(' ', 1) for part in answer.headers['Content-Security-Policy'].split('; '))
        assert policy['default-src'] == policy['form-action'] == policy['frame-ancestors'] == policy['base-uri'] == "'self'"
        assert policy['object-src'] == "'none'"
        assert 'Access-Control-Allow-Origin' not in answer.headers

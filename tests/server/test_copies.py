"""The code of five words and the two locks, without a server."""
import re
import secrets
import unicodedata
from pathlib import Path

import mnemonic
import pytest
from flask import Request
from werkzeug.test import EnvironBuilder

from docassemble.immdef_selfhelp.server.coming_back import addresses, code_words, sealing
from docassemble.immdef_selfhelp.server.coming_back.code_words import LEFT_OUT, LIST, UnknownWord, new_code, plain, read_code, secret_of

SERVER, OTHER_SERVER = 'a' * 64, 'b' * 64
CODE = ('abeja', 'camino', 'niño', 'huevo', 'zapato')


def test_every_word_is_told_by_its_first_four_letters() -> None:
    assert len({word[:code_words.DISTINCT] for word in LIST}) == len(LIST)
    assert len(LIST) ** code_words.WORDS > 2 ** 54, 'docs/adr/012 counts with 54 bits'


def test_words_that_wound_are_not_drawn_and_none_of_them_is_a_misspelling_in_our_list() -> None:
    published = {unicodedata.normalize('NFC', word) for word in mnemonic.Mnemonic('spanish').wordlist}
    assert published >= LEFT_OUT
    assert not LEFT_OUT & set(LIST.values())
    assert {'muerte', 'cárcel', 'sangre', 'violín'} & set(LIST.values()) == {'violín'}


def test_a_new_code_is_five_words_of_the_list_and_reads_back_as_itself() -> None:
    codes = [new_code() for _ in range(200)]
    assert len(set(codes)) == 200
    assert all(read_code(' '.join(code)) == secret_of(code) for code in codes)
    assert all(len(code) == 5 and set(code) <= set(LIST.values()) for code in codes)


@pytest.mark.parametrize('typed', [
    'abeja camino niño huevo zapato', 'ABEJA  CAMINO NINO\nhuevo\tZapato ', '1. abeja 2. camino 3. niño 4. huevo 5. zapato',
    'abeja, camino, niño, huevo, zapato.', 'abejita caminos ninos huevito zapatos', 'aveja kamino ninio uebo sapatos',
    unicodedata.normalize('NFD', 'abeja camino niño huevo zapato'),
])
def test_what_a_tired_hand_writes_is_the_same_code(typed: str) -> None:
    assert read_code(typed) == secret_of(CODE)


def test_a_word_that_is_not_on_the_list_is_named_by_its_place() -> None:
    with pytest.raises(UnknownWord) as found:
        read_code('abeja camino xyxyxy huevo zapato')
    assert (found.value.number, found.value.typed) == (3, 'xyxyxy')


@pytest.mark.parametrize('typed', ['', '   ', '1 2 3 4 5', 'abeja camino niño huevo', 'abeja camino niño huevo zapato zapato'])
def test_fewer_or_more_than_five_words_are_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r'^\d$'):
        read_code(typed)


def test_two_words_that_are_as_near_are_not_guessed_between() -> None:
    with pytest.raises(UnknownWord):
        read_code('pixo camino niño huevo zapato')  # pico, pino, piso


def test_a_copy_opens_with_its_code_on_its_server_in_its_row_only() -> None:
    keys = sealing.code_keys(secret_of(CODE), SERVER)
    box = sealing.sealed('Xochitl y su niña'.encode(), keys)
    assert sealing.opened(box, sealing.code_keys(read_code('ABEJA camino nino huevo zapato'), SERVER)).decode() == 'Xochitl y su niña'
    assert box != sealing.sealed('Xochitl y su niña'.encode(), keys), 'another nonce each time'
    assert b'Xochitl' not in box
    for code, server in ((('abeja', 'camino', 'niño', 'huevo', 'zorro'), SERVER), (CODE, OTHER_SERVER)):
        other = sealing.code_keys(secret_of(code), server)
        assert other.row != keys.row
        with pytest.raises(sealing.NotOurs):
            sealing.opened(box, other)
    with pytest.raises(sealing.NotOurs):
        sealing.opened(box, sealing.CodeKeys('0' * 64, keys.key))


def test_the_row_tells_neither_the_key_nor_the_words() -> None:
    keys = sealing.code_keys(secret_of(CODE), SERVER)
    assert keys.key.hex() != keys.row
    assert len(keys.row) == 64
    assert not any(plain(word).encode().hex() in keys.row for word in CODE)


@pytest.mark.parametrize('change', ['first byte', 'salt', 'nonce', 'content', 'tag', 'shorter', 'longer', 'empty', 'header only', 'noise', 'zip'])
def test_a_file_that_was_changed_or_made_elsewhere_is_refused(change: str) -> None:
    file = sealing.sealed_file(b'{"answers": {}}', 'mi perro come pan', SERVER)
    assert sealing.opened_file(file, 'mi perro come pan', SERVER) == b'{"answers": {}}'
    places = {'first byte': 0, 'salt': 3, 'nonce': 20, 'content': 35, 'tag': -1}
    if change in places:
        forged = bytearray(file)
        forged[places[change]] ^= 1
    else:
        forged = bytearray({'shorter': file[:-1], 'longer': file + b'\0', 'empty': b'', 'header only': file[:30], 'noise': secrets.token_bytes(4096),
                            'zip': b'PK\x03\x04' + secrets.token_bytes(200)}[change])
    with pytest.raises(sealing.NotOurs):
        sealing.opened_file(bytes(forged), 'mi perro come pan', SERVER)


def test_a_file_needs_its_password_and_its_server() -> None:
    file = sealing.sealed_file(b'content', 'mi perro come pan', SERVER)
    for password, server in (('mi perro come pa', SERVER), ('', SERVER), ('mi perro come pan', OTHER_SERVER)):
        with pytest.raises(sealing.NotOurs):
            sealing.opened_file(file, password, server)


def test_a_mark_is_the_same_each_time_and_says_nothing_without_the_servers_secret() -> None:
    assert sealing.mark_of('192.0.2.7', SERVER) == sealing.mark_of('192.0.2.7', SERVER)
    assert sealing.mark_of('192.0.2.7', SERVER) != sealing.mark_of('192.0.2.7', OTHER_SERVER)


@pytest.mark.parametrize('typed', ['mi  perro come pan', 'mi perro come pan ', 'mi perro. come pan', 'mi perro come pan.', 'mi perro\u00a0come pan'])
def test_a_password_is_the_same_on_every_keyboard(typed: str) -> None:
    file = sealing.sealed_file(b'content', 'mi perro come pan', SERVER)
    assert sealing.opened_file(file, typed, SERVER) == b'content'
    assert sealing.plain_password('d’Aragón “x”') == sealing.plain_password('d\'Arago\u0301n "x"')


def test_a_file_of_before_opens_with_what_was_typed_then(monkeypatch: pytest.MonkeyPatch) -> None:
    before = 'mi  perro ’come’ pan.'
    with monkeypatch.context() as then:
        then.setattr(sealing, 'plain_password', lambda typed: typed)
        file = sealing.sealed_file(b'content', before, SERVER)
    assert sealing.opened_file(file, f'{before} ', SERVER) == b'content'


@pytest.mark.parametrize('page', ['copy', 'open'])
def test_no_keyboard_helps_with_a_secret(page: str) -> None:
    text = (Path(sealing.__file__).parent / 'pages' / f'{page}.html').read_text(encoding='utf-8')
    fields = re.findall(r'<input[^>]*type="password"[^>]*>', text)
    assert fields
    for field in fields:
        assert all(f' {attribute}' in field for attribute in ('autocapitalize="none"', 'autocorrect="off"', 'spellcheck="false"'))


@pytest.mark.parametrize(('peer', 'forwarded', 'taken'), [
    ('127.0.0.1', '203.0.113.9', '203.0.113.9'), ('127.0.0.1', '6.6.6.6, 203.0.113.9', '203.0.113.9'), ('::1', '2001:db8::1', '2001:db8::1'),
    ('127.0.0.1', '', '127.0.0.1'), ('192.168.1.5', '203.0.113.9', '192.168.1.5'), ('192.168.1.5', '', '192.168.1.5')])
def test_only_the_last_address_a_proxy_on_this_computer_adds_is_believed(peer: str, forwarded: str, taken: str) -> None:
    headers = {'X-Real-IP': '6.6.6.6', **({'X-Forwarded-For': forwarded} if forwarded else {})}
    asked = EnvironBuilder(headers=list(headers.items()), environ_base={'REMOTE_ADDR': peer}).get_environ()
    assert addresses.address_of(Request(asked)) == taken

"""How many people a few words speak of, and whose names a list has: what is not certain has no count, and kinship is no name."""
import pytest

from docassemble.immdef_selfhelp.story.checks.counts import count
from docassemble.immdef_selfhelp.story.checks.names import like_name, names_in, same_name

KNOWN = ['Juana Ejemplo Ramírez', 'Pedro Ejemplo Ruiz', 'Elena Ejemplo Ruiz', 'Q’anil Ixcoy', "B'alam Tum", "María José D'Ávila Quishpe"]


@pytest.mark.parametrize(('text', 'expected'), [
    ('dos hijos y una hija', (3, 3)),
    ('dos hijos, y una hija', (3, 3)),
    ('un hijo y una hija', (2, 2)),
    ('una hija', (1, 1)),
    ('dos niñas y un niño', (3, 3)),
    ('two sons and a daughter', (3, 3)),
    ('a boy and two girls', (3, 3)),
    ('tres hijos: dos niños y una niña', (3, 3)),
    ('tres hijos (dos varones y una hembra)', (3, 3)),
    ('dos hijos, un niño y una niña', (2, 2)),
    ('tres', (3, 3)),
    ('3', (3, 3)),
    ('uno', (1, 1)),
    ('una', (1, 1)),
    ('2 y 1', (3, 3)),
    ('dos varones y una', (3, 3)),
    ('mi hijo y mi hija', (2, 2)),
    ('mis hijos', None),
    ('mi hijo y dos hijas', None),
    ('ninguno', (0, 0)),
    ('no tengo hijos', (0, 0)),
    ('dos hijos de 5 y 7 años', (2, 2)),
    ('un hijo de 17 y otro de 9', (2, 2)),
    ('dos hijos y una sobrina', None),
    ('tres hombres, uno con pistola', None),
    ('cuatro hombres en una moto', (4, 4)),
    ('dos hombres y una mujer', (3, 3)),
    ('un grupo de cuatro hombres', (4, 4)),
    ('una banda', None),
    ('un hombre', (1, 1)),
    ('a man and two women', (3, 3)),
    ('tres hombres y los vecinos', None),
    ('varios hombres', None),
    ('más de tres', None),
    ('al menos 3 hombres', None),
    ('cuatro o cinco', (4, 5)),
    ('entre 4 y 5 hombres', (4, 5)),
    ('four to five men', (4, 5)),
    ('4-5', (4, 5)),
    ('DIECISÉIS', (16, 16)),
    ('20', (20, 20)),
    ('la 18', None),
    ('MS-13', None),
    ('tres de la 18', (3, 3)),
    ('cuatro personas, dos hombres y dos mujeres', (4, 4)),
    ('tres hombres, una mujer', (4, 4)),
    ('dos meninos e uma menina', (3, 3)),
    ('dois filhos e uma filha', (3, 3)),
    ('deux garçons et une fille', (3, 3)),
    ('de pitit gason ak yon fi', (3, 3)),
    ('once hombres', (11, 11)),
    ('una hija y dos hijos varones', (3, 3)),
    ('gemelos', (2, 2)),
    ('dos hijas, un hijo', (3, 3)),
    ('3 hijos, 1 hija', None),
    ('one daughter', (1, 1)),
    ('twin boys', None),
    ('three children', (3, 3)),
    ('Dos pandilleros y un policía', (3, 3)),
    ('1 niño, 2 niñas', (3, 3)),
    ('four or five men', (4, 5)),
    ('Cuatro o cinco', (4, 5)),
    ('unos cuatro', (4, 4)),
    ('tengo tres hijos', (3, 3)),
    ('Tengo una niña de 8 años y un niño de 3', (2, 2)),
    ('tres, dos niños y una niña', (3, 3)),
    ('dos hijos y un bebé', (3, 3)),
    ('tres hijos menores', (3, 3)),
    ('dos hijos y otra hija', (3, 3)),
    ('uno o dos', (1, 2)),
    ('2 hijos + 1 hija', (3, 3)),
    ('dos hombres a mi casa', (2, 2)),
    ('el jefe y dos hombres', None),
    ('dos (2)', (2, 2)),
    ('4 (cuatro)', (4, 4)),
    ('three (3) children', (3, 3)),
])
def test_people_are_counted_only_when_it_is_certain(text: str, expected: tuple[int, int] | None) -> None:
    assert count(text) == expected


def kinds(text: str) -> list[str]:
    """Of each name of a list: of somebody known, like somebody known, or of nobody."""
    return ['same' if any(same_name(name, known) for known in KNOWN) else 'like' if any(like_name(name, known) for known in KNOWN) else 'other'
            for name in names_in(text, KNOWN)]


@pytest.mark.parametrize(('text', 'expected'), [
    ('mi hijo Pedro\nmi hija Elena', ['same', 'same']), ('Pedro, Elena', ['same', 'same']), ('Pedro y Elena', ['same', 'same']),
    ('Pedro Elena', ['same', 'same']), ('Pedro/Elena', ['same', 'same']), ('• Pedro\t• Elena', ['same', 'same']),
    ('1. Pedro (hijo)\n2. Elena - hija, 9 años', ['same', 'same']), ('my son Pedro; my daughter Elena', ['same', 'same']),
    ('Pedro Ejemplo Ruiz, Elena Ejemplo Ruiz', ['same', 'same']), ('mi esposa Juana, mi hijo Pedro e hija Elena', ['same', 'same', 'same']),
    ('hijo: Pedro Ejemplo Ruiz', ['same']), ('EJEMPLO RUIZ, PEDRO', ['same']), ('Exemplo, Pedro', ['like']), ('mi nieto Pedro', ['same']),
    ('hijo', []), ('el esposo de mi hija', []), ('mi sobrino Kevin', ['other']), ('Rosa Méndez', ['other']),
    ('QANIL IXCOY', ['same']), ('BALAM TUM', ['same']), ('Qʼanil Ixcoy', ['same']), ('Q`anil', ['same']), ('Bꞌalam Tum', ['same']),
    ('D AVILA QUISHPE MARIA JOSE', ['same']), ('Maria Jose Davila', ['same']), ('Pedro Exemplo', ['like']), ('Helena', ['like']),
])
def test_whose_names_a_list_has(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(('typed', 'known'), [
    ('Mateo Caysa', 'Mateo Caiza Quishpe'), ('Yeferson Lopes', 'Jefferson López Paz'), ('Katerin Mejía', 'Katherine Mejía Paz'),
    ('Mateo', 'Matteo Caiza'), ('Brayan Gonsales', 'Bryan González'),
])
def test_a_name_written_as_it_sounds_may_be_of_the_same_person(typed: str, known: str) -> None:
    assert not same_name(typed, known)
    assert like_name(typed, known)

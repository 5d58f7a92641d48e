"""The code a person writes down: five Spanish words, forgiving when they are typed again.

The list is the Spanish one of BIP-39 (`mnemonic`), made to be written by hand: 2,048 common words that differ in their first four letters, where an
accented letter counts as the plain one (https://github.com/bitcoin/bips/blob/master/bip-0039/bip-0039-wordlists.md). Words that wound somebody who
fled are left out. What is left gives 10.9 bits a word; docs/adr/012 has the arithmetic.
"""
import re
import secrets
import unicodedata

import mnemonic
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

WORDS = 5
# Letters that tell two words of the list apart.
DISTINCT = 4
# Death, violence, prison, sex, insults, illness: nobody should have to carry these on a piece of paper.
LEFT_OUT = frozenset("""
    aborto abuso acoso acusar adicto agonía ahogo alarma arpón asno ataque ateo azote batalla bestia bobina bobo bruja brusco bruto buitre cadáver
    caer calvo cáncer cárcel celda cerdo chivo ciego cochino coger cojo combate crimen cripta crisis cruz culebra culpa débil delito derrota
    desnudo detener deuda diablo diente dolor droga duelo ebrio enano enemigo enfermo engaño espada espía exilio falso feo fiera fosa fracaso
    fraude fuga furia fusil gemir golpe gordo gorila grito guerra hembra herir hostil huida huir hundir hurto ilegal infiel inútil ira juez juicio
    jurar lacra ladrón lágrima lamer lesión letal llaga llanto llorar loco locura lombriz lucha luto macho mafia maldad malo mamut matar miedo
    miseria momia monja moreno morir mortal muerte mugre mula mundo náusea necio negar negro obeso odiar odio ofensa ogro orgía pánico pecado
    pegar pelea peligro pena piojo policía preso prisión privar pulga puñal pupa queja quemar rabia rapto rehén rencor riesgo ruina sanción sangre
    satán secta sexo sordo sufrir susto temor terror testigo tieso tonto tos tóxico trauma triste tuerto tumba tumor vampiro veneno vengar vicio
    víctima virgo viudo vulgar
""".split())  # noqa: SIM905


SOUNDS = (('ch', 'x'), ('qu|k|c(?![ei])', 'q'), ('c|z', 's'), ('v', 'b'), ('ll', 'y'), ('h', ''), ('g(?=[ei])', 'j'), ('gu(?=[ei])', 'g'))


def plain(text: str) -> str:
    """Small letters without accents; ñ as n."""
    apart = unicodedata.normalize('NFD', text.casefold())
    return ''.join(letter for letter in apart if not unicodedata.combining(letter))


def sound(word: str) -> str:
    """How a word sounds in Latin America, from its plain letters: b as v, c and z as s, ll as y, no h. Spelling is what tired people miss first."""
    for letters, spoken in SOUNDS:
        word = re.sub(letters, spoken, word)
    return word


def _list() -> dict[str, str]:
    words = (unicodedata.normalize('NFC', word) for word in mnemonic.Mnemonic('spanish').wordlist)
    return {plain(word): word for word in words if word not in LEFT_OUT}


LIST = _list()
_BY_BEGINNING = {word[:DISTINCT]: word for word in LIST}
_BY_SOUND = {word: sound(word) for word in LIST}


class UnknownWord(ValueError):
    """A word that is not on the list. `number` counts from one, `typed` is as it was typed."""

    def __init__(self, number: int, typed: str) -> None:
        super().__init__(number)
        self.number, self.typed = number, typed


def new_code() -> tuple[str, ...]:
    """Five words as they are shown, with their accents, drawn by the system's secure generator; a word may come twice."""
    words = list(LIST.values())
    return tuple(secrets.choice(words) for _ in range(WORDS))


def secret_of(words: tuple[str, ...]) -> str:
    """The code as the key is made from it: what `read_code` returns for it."""
    return ' '.join(map(plain, words))


def read_code(typed: str) -> str:
    """The code as typed, made what it was when it was given: capitals, accents, numbers, commas, spaces and a misspelt end do not matter.

    Raises UnknownWord for the first word that cannot be one of the list, ValueError when there are not five.
    """
    words = re.findall(r'[^\W\d_]+', unicodedata.normalize('NFC', typed))
    if len(words) != WORDS:
        raise ValueError(len(words))
    return ' '.join(_known(number, word) for number, word in enumerate(words, start=1))


def _known(number: int, typed: str) -> str:
    """The word of the list that was meant: the same, the one with that beginning, or the only one that sounds like it but for a single letter."""
    word = plain(typed)
    if word in LIST:
        return word
    if len(word) >= DISTINCT and word[:DISTINCT] in _BY_BEGINNING:
        return _BY_BEGINNING[word[:DISTINCT]]
    near = process.extract(sound(word), _BY_SOUND, scorer=DamerauLevenshtein.distance, score_cutoff=1, limit=None)
    closest = [found for _, distance, found in near if distance == near[0][1]]
    if len(closest) != 1:
        raise UnknownWord(number, typed)
    return str(closest[0])

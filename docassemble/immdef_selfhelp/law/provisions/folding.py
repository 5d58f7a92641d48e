"""A text as it is compared: accents, capitals and every kind of apostrophe make no difference."""
import unicodedata

APOSTROPHES = '\'’‘‛`´′ʼʻʽʾʿʹˈꞌꞋ＇՚'
"""Signs people and systems write for one sound of Maya languages, or between D and Ávila. Papers of the United States often leave them out."""
WITHOUT_APOSTROPHES = str.maketrans('', '', APOSTROPHES)


def folded(text: str) -> str:
    """A text without accents, capitals and apostrophes."""
    plain = unicodedata.normalize('NFKD', text.translate(WITHOUT_APOSTROPHES))
    return ''.join(character for character in plain if not unicodedata.combining(character)).casefold()

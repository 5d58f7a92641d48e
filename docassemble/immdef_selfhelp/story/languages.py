"""Which language somebody speaks, when its name was typed: every indigenous language counts as one, however it is spelled."""
import re

from rapidfuzz import fuzz

from docassemble.immdef_selfhelp.law.facts.facts import ANOTHER_INDIGENOUS
from docassemble.immdef_selfhelp.law.facts.folding import folded

WORD = re.compile(r'[^\W\d_]+')
ALMOST, SHORTEST_MISSPELT = 84, 6
WITH_A_CODE = {
    'mam': 'mam', 'kiche': 'kiche quiche quitche', 'qanjobal': 'qanjobal kanjobal canjobal qanjoval kanjoval', 'qeqchi': 'qeqchi kekchi queqchi ketchi',
    'ixil': 'ixil ixhil', 'nahuatl': 'nahuatl nahua nahuat mexicano nawat nawatl', 'mixtec': 'mixteco mixteca mixtec', 'garifuna': 'garifuna garinagu',
    'zapotec': 'zapoteco zapoteca zapotec', 'miskito': 'miskito misquito mosquito', 'chuj': 'chuj chuh chuje', 'akateko': 'akateko acateco acateko akateco',
    'popti': 'popti jakalteko jacalteco jakalteco poptii', 'kaqchikel': 'kaqchikel cakchiquel kakchikel kaqchiquel', 'kichwa': 'kichwa quichua kichua',
    'quechua': 'quechua kechua qichwa',
}
"""Spellings of the languages that the screen offers, by their code."""
WITHOUT_A_CODE = frozenset(["tzutujil", "tzutuhil", "poqomam", "pocomam", "poqomchi", "pocomchi", "achi", "awakateko", "aguacateco", "chorti", "sipakapense", "sipacapense", "sakapulteko", "sacapulteco", "tektiteko", "tectiteco", "uspanteko", "uspanteco", "mopan", "itza", "xinka", "xinca", "tzotzil", "tsotsil", "tzeltal", "tseltal", "chol", "tojolabal", "zoque", "mixe", "ayuujk", "mazateco", "mazateca", "chinanteco", "chinanteca", "triqui", "trique", "amuzgo", "tlapaneco", "mephaa", "purepecha", "tarasco", "otomi", "hnahnu", "mazahua", "totonaco", "totonaca", "huasteco", "teenek", "yucateco", "maya", "mayas", "raramuri", "tarahumara", "yoreme", "yaqui", "huichol", "wixarika", "nayeri", "tepehuan", "tepehuano", "odam", "chatino", "huave", "ikoots", "cuicateco", "popoloca", "popoluca", "matlatzinca", "seri", "kumiai", "paipai", "chontal", "lacandon", "tepehua", "lenca", "tolupan", "jicaque", "pech", "tawahka", "mayangna", "sumo", "ulwa", "rama", "ngabe", "ngobe", "guaymi", "kuna", "guna", "dule", "embera", "wounaan", "waunan", "bribri", "cabecar", "naso", "teribe", "boruca", "wayuu", "wayuunaiki", "guajiro", "nasa", "paez", "misak", "guambiano", "arhuaco", "kogui", "warao", "pemon", "yukpa", "yanomami", "piaroa", "shuar", "achuar", "waorani", "huaorani", "tsachila", "chachi", "chapalaa", "awa", "cofan", "siona", "secoya", "aymara", "aimara", "guarani", "ashaninka", "shipibo", "aguaruna", "awajun", "mapuche", "mapudungun", "qom", "toba", "wichi", "chiquitano", "moxeno", "tsimane", "indigena", "indigenous", "originario", "nativo", "native", "dialecto"])
"""Other languages of indigenous peoples of the Americas, and the words with which people say that it is one."""


def is_written(word: str, name: str) -> bool:
    """Whether a word is this name, or written almost so."""
    return word == name or (min(len(word), len(name)) >= SHORTEST_MISSPELT and fuzz.ratio(word, name) >= ALMOST)


def language_code(code: str, detail: str) -> str:
    """The code of the best language: of "another language" or "an indigenous one", what was typed says which; one without a code is `indigenous`."""
    if code not in ('other', ANOTHER_INDIGENOUS):
        return code
    words = WORD.findall(folded(detail))
    for known, spellings in WITH_A_CODE.items():
        if any(is_written(word, name) for word in words for name in spellings.split()):
            return known
    return ANOTHER_INDIGENOUS if any(is_written(word, name) for word in words for name in WITHOUT_A_CODE) else code

"""What people type into a box when they have nothing to tell: "no", "nada", "no aplica", "I don't remember". It is read as an empty box.

A box is a box for telling. Whoever writes "No" under "What was wrong, and what is right" says that nothing was, and must not be made to swear to it
as a paragraph of its own. Only a text that says this and no more is taken so; "I do not know who they were, they had covered faces" is told.
The session keeps what was typed, and "My answers" shows it.
"""
import re
import unicodedata
from enum import Enum
from functools import lru_cache

LONGEST = 80
APOSTROPHES = re.compile("['’ʼ`´]")
NO_LETTERS = re.compile(r'[\W_]+')
AROUND = '|'.join(sorted((
    'pues', 'bueno', 'este', 'eh', 'ay', 'ah', 'uy', 'la verdad', 'en verdad', 'de verdad',
    'gracias', 'muchas gracias', 'por favor', 'senor', 'senora', 'senorita',
    'licenciado', 'licenciada', 'abogado', 'abogada', 'creo', 'creo que', 'pienso que', 'que yo sepa', 'que sepa', 'que yo recuerde', 'que recuerde',
    'que me acuerde', 'que yo me acuerde', 'por ahora', 'por ahorita', 'por el momento',
    'todavia', 'aun', 'hasta ahora', 'hasta ahorita', 'hasta el momento',
    'ahora', 'ahorita', 'hoy', 'en realidad', 'realmente', 'disculpe', 'perdon', 'lo siento', 'sinceramente', 'honestamente', 'yo', 'nosotros',
    'ya', 'es que',
    'well', 'so', 'oh', 'thanks', 'thank you', 'sir', 'madam', 'maam', 'please', 'sorry', 'i think', 'i guess', 'i believe', 'as far as i know',
    'that i know of',
    'for now', 'yet', 'at the moment', 'right now', 'now', 'honestly', 'actually', 'really', 'still', 'im afraid',
), key=len, reverse=True))
LEADING, TRAILING = re.compile(f'(?:{AROUND}) (?=.)'), re.compile(f'(?<=.) (?:{AROUND})$')
TO_SAY = r'que (?:yo )?(?:decir|agregar|anadir|corregir|contar|declarar|explicar|reportar|aclarar|poner|escribir|mencionar|comentar)(?:les?)?'
TO_SAY_EN = r'(?:to|i want to|i can) (?:say|add|correct|tell|explain|report|declare|write|mention|put)'
THINGS = (r'(?:nacionalidad(?:es)?|nombres?|apellidos?|apodos?|correccion(?:es)?|errores|heridas?|lesion(?:es)?|testigos?|pruebas?'
          r'|papel(?:es)?|documentos?'
          r'|razon(?:es)?|motivos?|problemas?|cambios?|diferencias?|dudas?|respuestas?|comentarios?|cosas?|idiomas?|telefonos?|direccion|hijos?'
          r'|nationalit(?:y|ies)|names?|surnames?|nicknames?|corrections?|mistakes?|injur(?:y|ies)|witness(?:es)?|proof|papers?|documents?'
          r'|reasons?|problems?|changes?|differences?|questions?|answers?|comments?|things?|languages?|phones?|address|children)')
WITH_NONE = (rf'(?:mas|otr[oa]s?(?: {THINGS})?|{THINGS}|otra cosa|de eso|de nada|de ell[oa]s|nuev[oa]|especial|{TO_SAY}|else|more|other'
    rf'|at all|of them|new|{TO_SAY_EN})')
KNOWN = (r'(?:bien|mucho|muy|nada|exactamente|exacto|ahora|ya|de|en|eso|esto|ello|todo|un|una|las?|los?|el|que|cual(?:es)?|como|palabras?'
    r'|decir(?:l[eo])?s?'
         r'|responder|contestar|me|nos|dij(?:o|eron)|fue|era|eran|fueron|ser|fecha|dia|mes|ano|hora|nombre|pregunta|respuesta|detalles?|con'
         r'|exactitud|claridad|precision|seguridad)')
KNOWN_EN = (r'(?:it|that|this|them|exactly|exact|well|anything|any|much|the|words?|date|day|name|details?|clearly|very|really|of|about|what'
    r'|how|to|they|he|she'
            r'|said|say|was|were|now|anymore|for|sure|question|answer)')
CANNOT = r'(?:do not|dont|did not|didnt|can not|cannot|cant|could not|couldnt)'

NO = r'(?:no|nop|nope|nel|nah|na|non|nao|not|nein)(?: (?:no|para nada|nada|ningun[oa]?|nunca|nadie|not at all|nothing|none|never|que va|de eso))*'
NOT_AT_ALL = r'(?:para nada|de ninguna (?:manera|forma)|en absoluto|tampoco|not at all|neither|negativo|negative)'
NONE = rf'(?:no )?(?:ningun[oa]?s?|none|cero|zero|0|nil|null|okenn)(?: {WITH_NONE})*'
NOTHING = rf'(?:no )?(?:nada|nadie|nunca|jamas|nothing|nobody|no one|noone|never|anyen)(?: {WITH_NONE})*'
WITHOUT = (rf'(?:sin (?:{THINGS}|novedad(?:es)?|nada)(?: {TO_SAY})?|no (?:tengo|hay|hubo|tuve|tuvimos|tenemos|existen?|habia|traigo|poseo'
    rf'|uso|ha habido)'
           rf'(?: (?:nada|ningun[oa]?s?|algun[oa]s?|otr[oa]s?|segund[oa]|mas|doble|un|una|{THINGS}|{TO_SAY}))*'
           rf'|(?:i|we) (?:have|had|got|use) (?:no|none|nothing)(?: (?:other|more|second|else|{THINGS}|{TO_SAY_EN}))*'
           rf'|(?:i|we) (?:do not|dont|did not|didnt) (?:have|use)(?: (?:any|one|anything|other|another|more|a|second|else|{THINGS}|{TO_SAY_EN}))*'
           rf'|there (?:is|was|are|were) (?:no|none|nothing|not any|not)(?: (?:other|more|any|else|{THINGS}|{TO_SAY_EN}))*)')
NOT_KNOWN = (rf'(?:no (?:me |lo |la |los |las |nos |le )*(?:acuerdo|acordamos|acordaba|acorde|recuerdo|recordamos|recorde|recordaba|se'
    rf'|sabemos|sabria|sabia|supe'
             rf'|entendi|entiendo|entendimos|escuche|oi|alcance a oir)(?: {KNOWN})*|no estoy segur[oa]|ni idea|no tengo (?:ni )?idea'
             rf'|quien sabe|desconozco|lo desconozco'
             rf'|(?:se me )?(?:lo |me )?olvid[eo]|no se decir(?:le)?|no puedo (?:recordar|acordarme|decir)(?:lo)?(?: {KNOWN})*'
             rf'|(?:i )?{CANNOT} (?:remember|recall|know|understand|hear|say)(?: {KNOWN_EN})*|(?:im |i am )?not sure(?: {KNOWN_EN})*'
             rf'|(?:i have )?no idea|i forgot(?: it)?'
             r'|idk|dunno|unknown|pa konnen|mwen pa konnen|nao sei|nao lembro)')
NOT_FOR_ME = (r'(?:n ?a|n ?s|n ?c|n ?s ?n ?c|s ?n|ning|no (?:se )?(?:me )?(?:aplica|corresponde|procede|contesto|contesta|responde|respondo'
    r'|es mi caso)'
              r'|(?:prefiero no|no quiero) (?:decir|contestar|responder|hablar|contar)(?:l[eo])?(?: (?:aqui|ahora|de eso|eso))*'
              r'|not applicable|(?:it )?(?:does not|doesnt) apply'
              r'(?: to me)?|no answer|skip|pass|paso|saltar)')
SAID_NOTHING = (r'(?:(?:nadie|ellos|ellas|ella|el|they|he|she|nobody|no one) )?(?:(?:no |nunca )?(?:me |nos |le |les |se )*(?:dij(?:o|eron)'
    r'|hablo|hablaron|decian?)'
                r'(?: (?:nada|palabras?|ni una|ni|una|sola|alguna|ninguna|a mi|a nadie|mas))+|no (?:me |nos |le |les |se )*(?:dij(?:o|eron)'
                r'|hablo|hablaron|decian?)'
                r'|(?:did not|didnt) (?:say|speak|talk)(?: (?:anything|a|single|word|words|to|me|us))*|said (?:nothing|not a word'
                r'|no words?)(?: to (?:me|us))?)')
NOTHING_HAPPENED = (r'(?:no (?:me |nos |le |ha |han |se )*(?:paso|pasado|sucedio|sucedido|ocurrio|ocurrido|cambio|cambiado)(?: (?:nada|mas'
    r'|nuevo|desde|entonces|malo|grave))*'
                    r'|nada (?:ha |me ha |nos ha |me |nos )?(?:pasado|paso|sucedido|sucedio|cambiado|cambio|nuevo)(?: (?:desde|entonces|mas))*'
                    r'|nothing (?:has |else |more |new )*(?:happened|changed)(?: (?:since|then|to me|to us))*)')
PLACEHOLDER = r'x+'


class Silence(Enum):
    """Which of these ways to say nothing count as an empty box; the rest is an answer there."""
    ANY = (NO, NOT_AT_ALL, NONE, NOTHING, WITHOUT, NOT_KNOWN, NOT_FOR_ME, SAID_NOTHING, NOTHING_HAPPENED, PLACEHOLDER)
    OUTCOME = (NO, NOT_AT_ALL, WITHOUT, NOT_KNOWN, NOT_FOR_ME, PLACEHOLDER)
    """Where it is asked what somebody did: "Nada" is what they did."""
    REASON = (NO, NOT_AT_ALL, NOT_FOR_ME, PLACEHOLDER, r'no (?:lo )?(?:se|sabemos)|quien sabe|(?:i )?(?:do not|dont) know|idk')
    """Where it is asked why something was not done: "No sabía" and "I forgot" are reasons."""
    NAME = (WITHOUT, r'ningun[oa]|none', r'n a|s n|no (?:aplica|corresponde|procede)|not applicable')
    """"No", "Nada", "Na" and "Ning" are names of people."""
    NEVER = ()
    """Where "none" is an answer, or the text is a code."""

    @property
    def pattern(self) -> re.Pattern[str]:
        """Matches the whole of a folded text that says nothing."""
        return compiled(self)


@lru_cache
def compiled(kind: Silence) -> re.Pattern[str]:
    """The pattern of one kind."""
    return re.compile('|'.join(f'(?:{one})' for one in kind.value) or r'(?!)')


def plain_words(text: str) -> str:
    """A text without accents, capitals, signs and emoji, its words a space apart."""
    unaccented = ''.join(sign for sign in unicodedata.normalize('NFKD', APOSTROPHES.sub('', text)) if not unicodedata.combining(sign))
    return NO_LETTERS.sub(' ', unaccented.casefold()).strip()


def without_courtesies(words: str) -> str:
    """Plain words without those that people put around an answer: "pues", "gracias", "todavía", "as far as I know"."""
    before = ''
    while before != words:
        before = words
        words = TRAILING.sub('', LEADING.sub('', words, count=1) if LEADING.match(words) else words)
    return words


@lru_cache(maxsize=4096)
def says_nothing(text: str, kind: Silence = Silence.ANY) -> bool:
    """Whether a text says that there is nothing to tell, and no more than that. Signs without a letter or digit say nothing."""
    if kind is Silence.NEVER:
        return not text.strip()
    if len(text) > LONGEST:
        return False
    words = plain_words(text)
    return not words or any(kind.pattern.fullmatch(one) for one in (words, without_courtesies(words)))

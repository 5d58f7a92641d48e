"""Every English phrase of the compiled interview, exactly as docassemble looks it up in the translation file."""
from dataclasses import dataclass

from docassemble.immdef_selfhelp.names import INTERVIEW
from docassemble.immdef_selfhelp.walk.engine import engine_globals, start


@dataclass(frozen=True)
class Phrase:
    """One phrase to translate: its exact text (white space counts), the file and the id of the block it first stands in."""
    text: str
    file: str
    block: str


def interview_phrases(interview: str = INTERVIEW) -> list[Phrase]:
    """The phrases of an interview in the order of its blocks, each once, trailing newlines included.

    As docassemble's own translation download lists them (`docassemble.webapp.translation.views`, 1.10.13), but for the codes that a
    `show if` compares with, that a choice starts on and that style a field: docassemble calls them phrases, and a translation of one would hide
    its field for good, choose nothing, or lose its keyboard.
    """
    start()
    from docassemble.base.interview_source import interview_source_from_string
    from docassemble.base.parse import Interview, TextObject
    found: dict[str, Phrase] = {}
    with engine_globals():
        source = interview_source_from_string(interview)
        source.update()
        source.translating = True
        for question in Interview(source=source).all_questions:
            name = str(question.from_source.get_name()).rpartition('data/questions/')[2]
            codes = {field.extras['show_if_val'].original_text for field in question.fields if 'show_if_val' in getattr(field, 'extras', {})}
            defaults = [getattr(field, 'default', None) for field in question.fields if hasattr(field, 'choicetype')]
            codes |= {default.original_text for default in defaults if isinstance(default, TextObject)}
            codes |= {field.extras['css class'].original_text for field in question.fields if 'css class' in getattr(field, 'extras', {})}
            for text in (text for text in getattr(question, 'translations', ()) if text not in codes):
                found.setdefault(text, Phrase(text, name, str(getattr(question, 'id', '') or question.name)))
    return list(found.values())

"""Every English phrase of the compiled interview, exactly as docassemble looks it up in the translation file."""
from dataclasses import dataclass

from docassemble.immdef_selfhelp.walk.engine import MAIN_INTERVIEW, engine_globals, start


@dataclass(frozen=True)
class Phrase:
    """One phrase to translate: its exact text (white space counts), the file and the id of the block it first stands in."""
    text: str
    file: str
    block: str


def interview_phrases(interview: str = MAIN_INTERVIEW) -> list[Phrase]:
    """The phrases of an interview in the order of its blocks, each once, trailing newlines included.

    This is how docassemble's own translation download lists them (`docassemble.webapp.translation.views`, 1.10.13).
    """
    start()
    from docassemble.base.interview_source import interview_source_from_string
    from docassemble.base.parse import Interview
    found: dict[str, Phrase] = {}
    with engine_globals():
        source = interview_source_from_string(interview)
        source.update()
        source.translating = True
        for question in Interview(source=source).all_questions:
            name = str(question.from_source.get_name()).rpartition('data/questions/')[2]
            for text in getattr(question, 'translations', ()):
                found.setdefault(text, Phrase(text, name, str(getattr(question, 'id', '') or question.name)))
    return list(found.values())

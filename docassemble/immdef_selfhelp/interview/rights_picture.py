"""Our drawing of two papers: a warrant from a judge and an ICE paper, with the places to look at numbered. Small lines, no real seal."""
import html

from docassemble.base.util import word

from docassemble.immdef_selfhelp.law.provisions import rights
from docassemble.immdef_selfhelp.law.provisions.rights import PaperShown

# What stands at the head of each paper, what in its middle, and under its signature: the real ones are in English.
HEAD = {
    'paper_judge': '<path d="M45 24h24M47 22V14M53 22V14M61 22V14M67 22V14M43 12h28L57 5z" fill="none" stroke-width="2"/>',
    'paper_ice': '<path d="M57 4l13 4v8q0 7-13 10q-13-3-13-10V8z" fill="none" stroke-width="2"/>',
}
WORDS = {'paper_judge': ('COURT', '123 Street', 'Judge'), 'paper_ice': ('DHS', 'I-200  I-205', 'Officer')}
MARKS = (36, 64, 106)


def drawing(paper: PaperShown, language: str) -> str:
    """One paper as SVG, in one line: docassemble reads a screen's text as Markdown."""
    head, middle, signed = WORDS[paper.id]
    marks = ''.join(f'<circle cx="12" cy="{y - 4}" r="8" stroke="none"/><text x="12" y="{y}" fill="#fff" stroke="none" font-size="11">{number}</text>'
                    for number, y in enumerate(MARKS, 1))
    lines = ('<path d="M26 72h62M26 80h62M26 88h40M26 112h52" stroke-width="1"/>'
             '<path d="M28 104q6-12 10 0t10-4t12 2t10-6" fill="none" stroke-width="2"/>')
    texts = ''.join(f'<text x="57" y="{y}" font-size="11">{said}</text>' for y, said in ((38, head), (64, middle), (122, signed)))
    return (f'<svg class="drawing" role="img" aria-label="{html.escape(paper.title[language])}" viewBox="0 0 100 130" fill="currentColor" '
            f'stroke="currentColor" text-anchor="middle" font-family="sans-serif" font-weight="700">'
            f'<path d="M1 1h98v128H1z" fill="#fff" stroke-width="2"/>{HEAD[paper.id]}{lines}<g stroke="none">{texts}</g>{marks}</svg>')


def two_papers(language: str) -> str:
    """Both papers, each with what to look for, in words beside it."""
    shown = ''.join(f'<div class="told-apart">{drawing(paper, language)}<div><h3>{html.escape(paper.title[language])}</h3><ol>'
                    f'{"".join(f"<li>{html.escape(part[language])}</li>" for part in paper.parts)}</ol></div></div>'
                    for paper in rights.papers_shown())
    return f'<h3>{word("How to tell the papers apart")}</h3>{shown}'

"""The papers on the screen: previewed, downloaded, shared and printed. Each is made on demand and kept nowhere."""
from typing import Any

from docassemble.base.util import force_ask, get_language, response, url_action, word

from docassemble.immdef_selfhelp.documents import catalog
from docassemble.immdef_selfhelp.documents.making import render
from docassemble.immdef_selfhelp.documents.making.paper import CARERS, COURT, FAMILY, HANDED_IN, LAWYER, ME, OFFICER, USES
from docassemble.immdef_selfhelp.documents.making.sworn import told_language
from docassemble.immdef_selfhelp.interview.answers import case_now, save_again, save_nothing, today_here
from docassemble.immdef_selfhelp.interview.filing import filing_cards
from docassemble.immdef_selfhelp.interview.text import as_it_stands, told
from docassemble.immdef_selfhelp.story import paragraphs

PARAGRAPHS_A_PAGE = 5
DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
MOST_LOST = 20
LANGUAGE_NAMES = {'es': 'Spanish', 'en': 'English'}
USE_NAMES = {ME: 'For me', HANDED_IN: 'To hand in', FAMILY: 'For the family', CARERS: 'For the person who cares for the children, and the school',
             OFFICER: 'For officers', LAWYER: 'For the lawyer', COURT: 'For the court'}


def documents_now() -> list[Any]:
    """Every paper the answers allow, in the order people need them."""
    return list(catalog.documents_for(case_now(), today_here()))


def find_document(document: str, person: str, language: str) -> Any:
    """The paper asked for. When the answers do not allow it (any more: a person was erased, an old link), the screen of the papers comes instead."""
    for found in documents_now():
        if (found.id, found.person_key, found.language) == (document, person, language):
            return found
    return force_ask('packet', forget_prior=True)


def document_title(document: str, person: str, language: str) -> str:
    """The title of one paper in the language of the screen."""
    return str(find_document(document, person, language).title[get_language()])


def paper_buttons(document: str, person: str, language: str, pdf: bool = True) -> str:
    """The links of one paper, by its name."""
    return buttons_of(find_document(document, person, language), pdf)


def buttons_of(found: Any, pdf: bool = True) -> str:
    """The links of one paper. They work without JavaScript; sharing and printing are added by the page's own script."""
    stem = found.filename.rsplit('.', 1)[0]
    arguments = {'document': found.id, 'person': found.person_key, 'language': found.language}
    links = []
    if pdf:
        address = url_action('download', format='pdf', **arguments)
        # Without LibreOffice the link leads to a screen that says so; as a download that screen would be saved as a broken PDF
        save = f' download="{stem}.pdf"' if render.office_program() else ''
        links.append(f'<a class="paper-link" href="{address}"{save} data-paper="pdf">{word("PDF, to print or show")}</a>')
    address = url_action('download', format='docx', **arguments)
    links.append(f'<a class="paper-link" href="{address}" download="{stem}.docx" data-paper="docx">{word("Word, to change it")}</a>')
    return f'<p class="paper-links">{" ".join(links)}</p>'


def paper_words() -> str:
    """The words that the page's own script needs for the buttons it adds."""
    return f'<span hidden data-words data-share="{word("Send the PDF")}" data-print="{word("Print this page")}"></span>'


def paper_list(people: dict[str, str]) -> str:
    """The papers by use: a card for each, in the language of the screen; the other language is folded under it."""
    found = documents_now()
    shown = [lost_in_pdf()]
    for use in USES:
        cards = {(document.person_key, document.id): document for document in found if document.paper.use == use}
        if cards:
            shown.append(f'<h2>{word(USE_NAMES[use])}</h2>')
            shown.append(filing_cards() if use == COURT else '')
            shown += [paper_card([one for one in found if (one.person_key, one.id) == card], people) for card in cards]
    return ''.join(shown)


def paper_card(versions: list[Any], people: dict[str, str]) -> str:
    """One paper of one person: its title, whose it is, and its links, first in the language of the screen when it exists in it."""
    first, *others = sorted(versions, key=lambda document: document.language != get_language())
    whose = people.get(first.person_key, '')
    subtitle = ' · '.join(part for part in (word(LANGUAGE_NAMES[first.language]), whose) if part)
    folded = ''.join(f'<details class="other-language"><summary>{word(LANGUAGE_NAMES[other.language])}</summary>{paper_links(other)}</details>'
                     for other in others)
    return f'<section class="paper"><h3>{first.title[get_language()]}</h3><p>{subtitle}</p>{paper_links(first)}{card_link(first)}{folded}</section>'


def declarations_to_read(people: dict[str, str]) -> str:
    """A link to each declaration as it will be printed: what is signed is read whole, not in the short lines of the review."""
    label = word('Read the declaration of %s as it will be printed')
    return ''.join(f'<p><a class="paper-link" href="{read_here(found)}">{label % people.get(found.person_key, "")}</a></p>'
                   for found in documents_now() if found.id == 'declaration')


def read_here(document: Any) -> str:
    """The address under which a paper is read on the screen."""
    return str(url_action('preview', document=document.id, person=document.person_key, language=document.language))


def paper_links(document: Any) -> str:
    """To read a paper here, and to save it."""
    return f'<p><a href="{read_here(document)}" class="paper-link">{word("Read it here")}</a></p>{buttons_of(document)}'


def card_link(document: Any) -> str:
    """What else can be opened from the card of a paper (`Paper.link`), or nothing."""
    link = document.paper.link
    if link is None:
        return ''
    arguments = {'list': link.adds_to} if link.adds_to else {'person': document.person_key}
    return f'<p><a class="paper-link" href="{url_action(link.action, **arguments)}">{link.words[get_language()]}</a></p>'


def lost_in_pdf() -> str:
    """A warning with the letters that no font here can draw; empty when there are none. Looked for in all that was told."""
    lost = render.undrawn(repr(case_now()))
    if not lost:
        return ''
    said = word('The PDF cannot show these symbols that you wrote. The Word file has them. Write them in words, or use the Word file:')
    return f'<p class="alert alert-warning"><strong>{said}</strong> {told(" ".join(lost[:MOST_LOST]))}</p>'


def preview_of(document: str, person: str, language: str) -> str:
    """One paper as safe HTML, made from the very Word file that is downloaded."""
    return page_of(find_document(document, person, language))


def page_of(found: Any) -> str:
    """A paper that there is, as its reader sees it."""
    page = render.preview_html(render.docx_bytes(found, case_now(), today_here()))
    return f'<div class="preview" lang="{found.language}">{as_it_stands(page)}</div>'


def send_document(document: str, person: str, language: str, file_format: str) -> None:
    """Answer the request with one paper as a file. It is made in memory and kept nowhere.

    Raises docassemble's ResponseError (its way to answer). When no PDF can be made, the screen that says so is shown.
    """
    save_nothing()
    found = find_document(document, person, language)
    word_file = render.docx_bytes(found, case_now(), today_here())
    send_file(word_file, file_format, {'action': 'no_pdf', 'arguments': {'document': document, 'person': person, 'language': language}})


def send_file(word_file: bytes, file_format: str, without_pdf: dict[str, Any]) -> None:
    """Answer the request with a Word file, or its PDF. `without_pdf` is the action to ask for when no PDF can be made.

    Raises docassemble's ResponseError (its way to answer).
    """
    if file_format != 'pdf':
        response(binaryresponse=word_file, content_type=DOCX_TYPE)
    try:
        pdf_file = render.pdf_bytes([word_file])[0]
    except render.PdfUnavailable:
        save_again()
        force_ask(without_pdf)
    response(binaryresponse=pdf_file, content_type='application/pdf')


def paragraph_pages(person: str) -> list[list[Any]]:
    """The paragraphs of a declaration, a few to a screen, for the human translator."""
    case = case_now()
    telling = next(telling for telling in case.tellings if telling.person == person)
    found = paragraphs.each_text_once(paragraphs.declaration_sections(case, telling, told_language(case, telling)))
    return [found[start:start + PARAGRAPHS_A_PAGE] for start in range(0, len(found), PARAGRAPHS_A_PAGE)]


def translation_fields(telling_number: int, person: str, page_number: int) -> list[dict[str, Any]]:
    """One field under each paragraph of a page, where the translator types the English."""
    return [{'label': f'{paragraph.number}&#46; {told(paragraph.text)}', 'field': f'tellings[{telling_number}].translations[{paragraph.key!r}]',
             'input type': 'area', 'datatype': 'typed', 'rows': 4, 'required': False} for paragraph in paragraph_pages(person)[page_number]]


def translation_links(tellings: Any, person: str) -> str:
    """The pages of one person's English version, each with the word "done" once every paragraph on it has its English."""
    telling_number = [telling.person for telling in tellings.elements].index(person)
    typed = dict(tellings[telling_number].translations.elements)
    lines = []
    for number, page in enumerate(paragraph_pages(person)):
        done = word('done') if all(str(typed.get(paragraph.key) or '').strip() for paragraph in page) else ''
        address = url_action(f'tellings[{telling_number}].translation_pages[{number}]')
        lines.append(f'<li><a href="{address}">{word("Part")} {number + 1}</a> {done}</li>')
    return f'<ol class="plain">{"".join(lines)}</ol>'

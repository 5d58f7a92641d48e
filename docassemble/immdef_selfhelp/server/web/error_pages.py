"""The plain page in both languages that stands in place of an error: nothing of the error, and what became of the answers."""
from pathlib import Path

from docassemble.immdef_selfhelp.server.run import full_disk

SERVER_ERROR, NO_ROOM = 500, 507
ERRORS = {
    403: ('Esto no viene de una página nuestra. No se cambió nada.', 'That did not come from one of our pages. Nothing was changed.'),
    404: ('No existe esta página.', 'There is no such page.'),
    413: ('Eso es demasiado grande para esta página. No se guardó.', 'That is too large for this page. It was not saved.'),
    503: ('El servidor está ocupado. Lo que envió en las páginas anteriores está guardado; lo de esta página, tal vez no. Espere un momento y siga.',
          'The server is busy. What you sent on earlier pages is saved; what is on this page may not be. Wait a moment and go on.'),
    507: ('El disco de esta computadora está lleno. Lo que envió en las páginas anteriores está guardado; lo de esta página, tal vez no. '
          'Avise a la persona que dirige el taller. Cuando haya lugar, siga aquí.',
          "This computer's disk is full. What you sent on earlier pages is saved; what is on this page may not be. "
          'Tell the person who runs the workshop. When there is room, go on here.'),
    500: ('Algo falló. Lo que escribió en las páginas anteriores está guardado.', 'Something went wrong. What you wrote on earlier pages is saved.'),
}
ERROR_PAGE = """<!DOCTYPE html>
<html lang="es"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>·</title>
<style>body {{ font: 1.2rem/1.5 sans-serif; margin: 2rem auto; max-width: 30rem; padding: 0 1rem }}
a {{ display: inline-block; padding: .8rem 0 }}</style>
</head><body><p>{es}</p><p><a href="/">Seguir</a></p><p lang="en">{en}</p><p lang="en"><a href="/">Go on</a></p></body></html>
"""


def error_page(folder: Path, code: int) -> str:
    """A plain page in both languages: docassemble's own shows the error, which can quote an answer, and a link to sign in."""
    said = NO_ROOM if code >= SERVER_ERROR and full_disk.is_full(folder) else code
    spanish, english = ERRORS.get(said, ERRORS[SERVER_ERROR])
    return ERROR_PAGE.format(es=spanish, en=english)

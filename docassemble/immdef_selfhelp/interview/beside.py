"""Who sits with the family: shown on its home screen, and offered where a screen asks who helped (`story/told/beside.py`)."""
from collections.abc import Iterator

from docassemble.base.util import url_action, word

from docassemble.immdef_selfhelp.interview.answers import case_now
from docassemble.immdef_selfhelp.interview.text import told
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.private import another_adult_tells
from docassemble.immdef_selfhelp.story.told.declaration import Helper

INTERPRETER, DRAFTER = 'interpreter', 'drafter'
ROLES = {INTERPRETER: 'Interprets', DRAFTER: 'Writes'}


def helpers_told(case: Case, role: str) -> Iterator[Helper]:
    """Everybody told for a role, who sits here first; then who was told for another paper. Whoever interprets is the one who can also translate."""
    yield getattr(case.beside, role)
    if another_adult_tells(case):
        return  # who helped one adult with their own paper is not for another who holds this phone
    if role == INTERPRETER:
        for telling in case.tellings:
            yield from (telling.interpreter, telling.translator)
        yield case.custody.interpreter
    else:
        for telling in case.tellings:
            preparer = telling.application.preparer
            yield Helper(preparer.name, telephone=preparer.telephone)


def helper_offered(role: str, part: str, name: str = '') -> str:
    """What a box about a helper begins with: a part of the first one told who has a name, or of the one who is called `name`. Empty without one."""
    wanted = name.strip()
    found = (one for one in helpers_told(case_now(), role) if one.name.strip() and wanted in ('', one.name.strip()))
    return str(getattr(next(found, Helper()), part))


def roles_told(case: Case) -> dict[str, str]:
    """Who sits with the family, by role; only who has a name."""
    return {role: name for role in ROLES if (name := getattr(case.beside, role).name.strip())}


def who_is_with_us() -> str:
    """On the home screen: who sits with the family and as what, and the way to say so or change it."""
    roles = roles_told(case_now())
    said = ' · '.join(f'{word(ROLES[role])}: {told(name)}' for role, name in roles.items())
    link = f'<a href="{url_action("ask_beside")}">{word("Who is sitting with us") if not roles else word("Change who is sitting with us")}</a>'
    return f'<p class="beside">{f"<strong>{word('With us')}</strong>: {said}. " if said else ""}{link}</p>'

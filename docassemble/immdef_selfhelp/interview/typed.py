"""The datatype of everything a person types: kept letter for letter.

docassemble's own text fields read what was typed as HTML: "<3" loses its heart, a backslash goes, "&lt;" turns into "<". And when
an answer is shown again to be changed, docassemble 1.10.13 puts it into the page unescaped. Both are wrong for words that will be sworn to.
docassemble finds a datatype only when this module is loaded before the interview is read (`preloaded modules`).
"""
import html

from docassemble.base.functions import CustomDataType


class Typed(CustomDataType):
    """`datatype: typed`, on one line or with `input type: area` on several."""
    name = 'typed'
    input_type = 'text'

    @classmethod
    def transform(cls, item: str) -> str:
        """What is kept: the text as typed; browsers send each end of a line as two characters, one is kept."""
        return item.replace('\r\n', '\n')

    # For a variable with a key in brackets (`practice['who_harmed']`) docassemble 1.10.13 calls both of these with one argument less.
    @classmethod
    def call_validate(cls, item: str, variable_name: str = '', data: object = None) -> bool:
        """Whatever is typed is taken; a screen that knows better has its own check."""
        return True

    @classmethod
    def call_transform(cls, item: str, variable_name: str = '', data: object = None) -> str:
        """See `transform`."""
        return cls.transform(item)

    @classmethod
    def default_for(cls, item: object) -> str:
        """What is put back into the field: the same letters, as HTML."""
        return html.escape(str(item), quote=False)

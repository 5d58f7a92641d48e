"""The constants everybody needs. This module imports nothing."""

PACKAGE = 'docassemble.immdef_selfhelp'
INTERVIEW = f'{PACKAGE}:data/questions/main.yml'
LANGUAGES = ('es', 'en')
"""The languages of screens and papers; the first is the one shown before any is chosen."""

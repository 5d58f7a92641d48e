"""Who is what to the applicant, and what a tie means in law: the one place where relations are put into groups.

How old somebody is does not stand here: `ages` says who is a child on a day.
"""
from docassemble.immdef_selfhelp.law.facts.facts import Relation

OWN: tuple[Relation, ...] = ('son', 'daughter')
STEP: tuple[Relation, ...] = ('stepchild',)
CARED_FOR: tuple[Relation, ...] = ('grandchild', 'niece_nephew')
"""Younger relatives whom the applicant brings up or brings along."""
YOUNGER: tuple[Relation, ...] = (*OWN, *STEP, *CARED_FOR)
"""The children of a family as people speak of them, whatever their age."""
COUPLE: tuple[Relation, ...] = ('spouse', 'partner', 'other_parent')
GROWN: tuple[Relation, ...] = (*COUPLE, 'parent', 'sibling', 'other')
"""Who is taken for an adult as long as no birth was told."""
CHILD_IN_LAW: tuple[Relation, ...] = (*OWN, *STEP)
"""Whom INA 101(b)(1) calls a child of the applicant, while unmarried and under 21."""
NOT_A_PARENT_OF: tuple[Relation, ...] = ('niece_nephew', 'grandchild', 'sibling', 'stepchild')
"""Children with whom the applicant is no parent for the border (project's legal research, `uac_definition`)."""
IN_CARE: tuple[Relation, ...] = (*STEP, *CARED_FOR, 'sibling', 'other')
"""Children for whom a paper shows who cares for them, not whose child they are."""
NEVER_INCLUDED: tuple[Relation, ...] = ('niece_nephew', 'grandchild', 'sibling', 'parent', 'partner', 'other_parent', 'other')
"""Relatives who ask for asylum in an application of their own (INA 208(b)(3))."""

"""Which points to be careful with come first for a family: those its answers touch, then those for everybody who signs a story."""
from docassemble.immdef_selfhelp.law.facts.facts import Facts

FIRST = 3
FOR_EVERYBODY = ('careful_truth', 'careful_no_guess', 'careful_sign')


def fitting(facts: Facts) -> tuple[str, ...]:
    """The provisions of `careful_points` to read first, three of them. No point is dropped: the screen folds the others."""
    limits, needs = facts.limits, facts.needs
    touched = {
        'careful_payments': limits.gave_to_armed_group == 'yes',
        'careful_bars': 'yes' in (limits.arrest_or_conviction, limits.accused_abroad, limits.armed_role),
        'careful_false': limits.false_papers_or_claim == 'yes',
        'careful_who_helps': limits.paid_helper == 'yes',
        'careful_correct': facts.interview.notes_wrong == 'yes',
        'careful_other_countries': limits.third_country_status == 'yes' or any(telling.countries for telling in facts.tellings),
        'careful_other_parent': needs.other_parent_may_object == 'yes',
        'careful_consulate': any(harm.actor in ('official', 'with_officials') for telling in facts.tellings for harm in telling.harms),
        'careful_not_filing': facts.court.filed_asylum == 'no',
    }
    return (*(code for code, told in touched.items() if told), *FOR_EVERYBODY)[:FIRST]

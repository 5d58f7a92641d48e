"""Every dated value of the law the day before it begins, that day and the day after: no gap between two, none early, none late."""
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import pytest

from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.names import LANGUAGES

DAY = timedelta(days=1)
LAST_LOOK = date(2027, 12, 31)


def edges() -> Iterator[tuple[dated.Provision, dated.Version | None, dated.Version]]:
    """Each version with the one it replaces; none before the first."""
    for provision in dated.all_provisions().values():
        yield provision, None, provision.versions[0]
        yield from ((provision, before, after) for before, after in pairwise(provision.versions))


def test_there_are_edges_to_look_at() -> None:
    assert sum(1 for _, before, _ in edges() if before is not None) > 60


def test_each_value_begins_on_its_day_and_the_one_before_ends_the_day_before() -> None:
    for provision, before, after in edges():
        assert dated.version_on(provision, after.from_) is after, provision.id
        if before is None:
            with pytest.raises(LookupError):
                dated.version_on(provision, after.from_ - DAY)
        else:
            assert dated.version_on(provision, after.from_ - DAY) is before, provision.id


def test_the_day_after_a_value_began_it_still_stands() -> None:
    for provision, _, after in edges():
        later = [version.from_ for version in provision.versions if version.from_ > after.from_]
        if after.from_ + DAY not in later:
            assert dated.version_on(provision, after.from_ + DAY) is after, provision.id


def test_no_day_between_two_values_is_without_words() -> None:
    for provision in dated.all_provisions().values():
        if len(provision.versions) > 1:
            day = provision.versions[0].from_
            while day <= LAST_LOOK:
                assert dated.version_on(provision, day).text['es'], f'{provision.id} on {day}'
                day += timedelta(days=7)


@pytest.mark.parametrize('language', LANGUAGES)
def test_a_sentence_changes_on_its_day_and_not_a_day_before(language: str) -> None:
    for provision, before, after in edges():
        if before is not None:
            said = dated.sentence(provision.id, language, after.from_)
            assert said != dated.sentence(provision.id, language, after.from_ - DAY), f'{provision.id}: a version that changes nothing a family reads'


def test_a_figure_never_appears_before_it_is_owed_or_vanishes_after() -> None:
    """A provision that has a value keeps having one, unless it says in words that the figure is not known (`cf_consult_time`)."""
    gone = {provision.id for provision, before, after in edges() if before is not None and before.value is not None and after.value is None}
    assert gone <= {'cf_consult_time', 'ms_l', 'cbp_one'}, gone


def test_two_values_of_one_day_stand_side_by_side_from_that_day_on() -> None:
    both = 0
    for provision in dated.all_provisions().values():
        for other in provision.also_reported:
            assert other not in dated.conflicts_on(provision, other.from_ - DAY) or other.from_ <= provision.versions[0].from_, provision.id
            differs = other.value != dated.version_on(provision, other.from_).value
            for day in (other.from_, other.from_ + DAY):
                assert (other in dated.conflicts_on(provision, day)) is differs, provision.id
                for language in LANGUAGES:
                    assert (dated.LOOK[language] in dated.sentence_with_note(provision.id, language, day)) is differs, provision.id
            both += differs
    assert both >= 3

"""Which six cases a learner gets."""

import pytest

from lentera.solar.diagnosis import parts_of
from lentera.solar.diagnosis.rota import LEVELS, cases_for
from lentera.solar.faults import Shows, case


def hands(learner):
    return [{fault.id for fault in one.faults} for one in cases_for(learner)]


def parts_at_fault(learner):
    return [set().union(*map(parts_of, one.faults)) for one in cases_for(learner)]


@pytest.mark.parametrize("group", ["SM", "CM", "TAMU"])
def test_neighbours_never_have_the_same_fault_in_cases_of_one_number(group):
    for number in range(40):
        here, beside = hands(f"{group}-{number:02d}"), hands(f"{group}-{number + 1:02d}")
        assert all(one != other for one, other in zip(here, beside, strict=True)), number


@pytest.mark.parametrize("learner", ["SM-07", "SM-08", "CD-99", "SM-100", "", "TAMU-00", "tanpa angka"])
def test_six_cases_have_six_different_parts_and_rise_in_level(learner):
    parts = parts_at_fault(learner)
    assert sum(map(len, parts)) == len(set().union(*parts))
    assert tuple(one.level for one in cases_for(learner)) == LEVELS
    assert all(fault.shows is Shows.READINGS for one in cases_for(learner) for fault in one.faults)


def test_a_learner_has_the_same_cases_every_time_and_each_comes_again_by_its_code():
    # Written down: a learner who reinstalls must meet the cases that are in her answer.
    assert [one.code for one in cases_for("SM-07")] == [
        "B1-2745",
        "B1-4453",
        "B1-6162",
        "B2-7876",
        "B2-9586",
        "B3-1303",
    ]
    for one in cases_for("SM-07"):
        assert case(one.code).faults == one.faults


def test_another_task_draws_other_cases():
    assert cases_for("SM-07", "s10-ulangan") != cases_for("SM-07")

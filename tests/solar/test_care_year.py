"""A year of care: what is due when, and what leaving it undone costs in hours of light."""

from dataclasses import replace
from itertools import pairwise

import pytest

from lentera.solar.battery import WORN_OUT
from lentera.solar.care_year import (
    CAUSES,
    MONTHS,
    Month,
    Outcome,
    due_in,
    first_day,
    house,
    live,
    minutes_in_month,
    neglect_in,
    worth,
)
from lentera.solar.installation import Battery
from lentera.solar.lamp import simulate_year
from lentera.solar.maintenance import ScheduleError, conditions_after, schedule
from lentera.solar.maintenance.read_procedures import packaged
from lentera.solar.weather import SEPAKU, year


def due(kit, done):
    return [task.id for task, _days in due_in(kit, done)]


def lived(kit, months, choose):
    """Live some months; `choose` picks from what is due."""
    year = []
    for _month in range(months):
        year.append(live(kit, year, choose(due(kit, [month.done for month in year]))))
    return year


@pytest.fixture(scope="module")
def neglected():
    return {kit: lived(kit, MONTHS, lambda _due: ()) for kit in "ab"}


@pytest.fixture(scope="module")
def cared():
    return {kit: lived(kit, MONTHS, lambda due: due) for kit in "ab"}


# --- what is due


def test_a_well_kept_year_follows_the_intervals(cared):
    done = [month.done for month in cared["b"]]
    months = {name: [at + 1 for at, jobs in enumerate(done) if name in jobs] for name in schedule("b").tasks}
    assert months["wash_panel"] == list(range(1, 13))
    assert months["tighten"] == months["prune"] == [4, 7, 10]
    assert months["clean_terminals"] == months["switch_contact"] == [6, 12]
    assert months["capacity"] == months["fuse_holder"] == [12]
    assert months["replace_battery"] == []
    assert months["water_level"] == []  # the house has a sealed battery


def test_what_is_left_undone_stays_due_and_counts_its_days():
    rows = {task.id: days for task, days in due_in("b", [()] * 4)}
    assert rows["tighten"] == (first_day(4) - first_day(0)).days + 17
    assert due("b", [()] * 4) == due("b", [(), (), (), ()])
    assert "tighten" not in due("b", [(), (), (), ("tighten",)])


def test_a_weekly_job_takes_its_minutes_four_times():
    tasks = schedule("b").tasks
    assert minutes_in_month(tasks["glance"]) == 30
    assert minutes_in_month(tasks["look_panel"]) == 20
    assert minutes_in_month(tasks["tighten"]) == 20


def test_every_process_of_neglect_has_a_cause():
    tasks = {row["task"] for row in packaged("neglect.toml")["process"].values()} - {"water_level"}
    assert tasks == {task for names in CAUSES.values() for task in names}


def test_neglect_is_that_of_the_middle_of_the_month():
    found = neglect_in("b", [("wash_panel",), ("wash_panel",), ()])
    # Washed on 1 February, pruned on 15 December; the middle of March is 16 March at noon, whole days count.
    expected = conditions_after({"wash_panel": 43, "prune": 91}, kit="b")
    assert (found.soiling, found.shade) == (expected.soiling, expected.shade)


# --- what it costs


@pytest.mark.parametrize("kit", ["a", "b"])
def test_care_keeps_light_and_neglect_loses_it(neglected, cared, kit):
    for month in cared[kit]:
        assert month.own == month.kept
        assert all(month.own == outcome for outcome in month.spared.values())
    lost = [month.lost for month in neglected[kit]]
    assert sum(lost) > 100
    assert sum(lost[6:]) > 3 * sum(lost[:6])
    assert [month.kept for month in neglected[kit]] == [month.kept for month in cared[kit]]


@pytest.mark.parametrize("kit", ["a", "b"])
def test_every_evening_hour_is_either_lit_or_dark(neglected, kit):
    for at, month in enumerate(neglected[kit]):
        hours = 5.0 * (first_day(at + 1) - first_day(at)).days
        for outcome in (month.own, month.kept, *month.spared.values()):
            assert outcome.light + outcome.dark == pytest.approx(hours)


def test_washing_pays_most_on_a_house_nobody_looks_after(neglected):
    for kit in "ab":
        back = worth(neglected[kit])
        assert next(iter(back)) == "dirt"
        assert all(hours > 0 for hours in back.values())
        assert max(back.values()) <= sum(month.lost for month in neglected[kit])


def test_the_worth_of_a_job_is_what_doing_it_brings(neglected):
    washed = lived("b", MONTHS, lambda due: [name for name in due if name == "wash_panel"])
    gain = sum(month.own.light for month in washed) - sum(month.own.light for month in neglected["b"])
    assert gain == pytest.approx(worth(neglected["b"])["dirt"])


def test_months_joined_are_the_year_of_the_simulator():
    # An untouched house in the real minutes of January: coarse steps change little.
    installation = house("b").installation
    units = {
        name: replace(unit, soc=0.8) if isinstance(unit, Battery) else unit
        for name, unit in installation.units.items()
    }
    worn = neglect_in("b", [()]).apply(replace(installation, units=units))
    whole = simulate_year(worn, year(SEPAKU, 2025, 0), house("b").habits, compiled=False)
    january = live("b", [], ()).own
    assert january.light == pytest.approx(whole.months[0].light, abs=1.0)


def test_batteries_age_with_the_months_and_never_younger(cared):
    healths = [1.0, *(month.health for month in cared["b"])]
    assert all(older < newer for newer, older in pairwise(healths))
    assert WORN_OUT - 0.1 < healths[-1] < 0.95


def test_the_year_is_the_same_each_time():
    again = lived("b", 2, lambda due: due[:2])
    assert again == lived("b", 2, lambda due: due[:2])


# --- what is refused


def test_no_thirteenth_month():
    month = Month((), Outcome(1, 0), Outcome(1, 0), {}, 1.0)
    with pytest.raises(ValueError, match="12 months"):
        live("b", [month] * 12, ())


def test_a_job_that_is_not_due_is_refused():
    with pytest.raises(ValueError, match="'fuse_holder' is not due in month 1"):
        live("b", [], ["fuse_holder"])


def test_an_unknown_kit_is_refused():
    with pytest.raises(ScheduleError):
        house("c")


def test_nothing_lived_is_worth_nothing():
    assert worth([]) == {}

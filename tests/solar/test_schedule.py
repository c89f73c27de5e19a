"""The calendar of care and what happens to a lamp without it."""

import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pvlib.soiling import kimber

from lentera.course.style import TextKind, lint_text
from lentera.solar.installation import Conditions, kit_a, kit_b, settle
from lentera.solar.maintenance import (
    Climate,
    Danger,
    Entry,
    Reading,
    ScheduleError,
    Season,
    ServiceLog,
    Who,
    calendar,
    certainty,
    conditions_after,
    due,
    procedures,
    schedule,
)
from lentera.solar.maintenance.read_procedures import packaged
from lentera.solar.panel import UNSHADED, Shade
from lentera.solar.parts import Certainty

TODAY = date(2026, 11, 22)
TASKS = {task.id: task for kit in "ab" for task in schedule(kit).tasks.values()}


def logged(*rows):
    """Keep a log with one row for each (days ago, tasks)."""
    log = ServiceLog()
    for ago, tasks in rows:
        reading = (Reading("battery", 12.6, "V"),)
        day = TODAY - timedelta(days=ago)
        log = ServiceLog(
            (*log.entries, Entry(day, "rutin", "routine", reading, "rawat", "self", (), 0, "Bu Ani", tasks))
        )
    return log


def all_done(ago):
    return logged((ago, tuple(TASKS)))


def test_the_intervals_are_those_of_the_reference():
    every = {name: task.every for name, task in schedule("b").tasks.items()}
    assert every["glance"] == 1
    assert every["look_panel"] == 7
    assert {name for name, days in every.items() if days == 28} == {
        "wash_panel",
        "dawn_voltage",
        "dry_terminals",
        "water_level",
    }
    assert {name for name, days in every.items() if days == 91} == {"tighten", "vents", "mount", "prune"}
    assert {name for name, days in every.items() if days == 182} == {
        "clean_terminals",
        "noon_panel",
        "voltage_drop",
        "switch_contact",
    }
    assert {name for name, days in every.items() if days == 364} == {
        "capacity",
        "fuse_holder",
        "junction_box",
        "labels",
    }
    assert 3 * 364 <= every["replace_battery"] <= 5 * 364


def test_the_plug_kit_has_no_screws_to_tighten_and_no_fuse():
    plug = schedule("a").tasks
    assert not {"tighten", "fuse_holder", "water_level", "clean_terminals", "capacity"} & set(plug)
    assert {"wash_panel", "plugs", "prune", "run_time"} <= set(plug)


def test_every_visit_falls_on_the_same_day_of_the_week():
    assert all(task.every % 7 == 0 for task in TASKS.values() if task.every > 1)


def test_what_is_high_up_or_inside_is_for_the_technician():
    assert {name for name, task in TASKS.items() if task.who is Who.CALL} == {
        "mount", "junction_box", "replace_battery", "lamp_battery",
    }  # fmt: skip
    assert all(task.danger is not Danger.CARE for task in TASKS.values() if task.who is Who.CALL)


def test_tasks_with_a_procedure_name_one_of_the_same_kit():
    for kit in "ab":
        for task in schedule(kit).tasks.values():
            if task.procedure is not None:
                assert kit in procedures()[task.procedure].kits


def test_a_new_lamp_owes_nothing_before_its_first_week():
    assert due(schedule("b"), ServiceLog(), TODAY, since=TODAY, ahead=0)[0].task.id in {
        "glance",
        "look_panel",
    }
    assert not any(entry.overdue for entry in due(schedule("b"), ServiceLog(), TODAY, since=TODAY, ahead=27))


def test_the_longest_overdue_comes_first_with_its_days():
    log = logged((400, tuple(TASKS)), (30, ("wash_panel", "dry_terminals")), (100, ("tighten",)))
    found = due(schedule("b"), log, TODAY)
    days = [entry.days for entry in found]
    assert days == sorted(days, reverse=True)
    by_task = {entry.task.id: entry for entry in found}
    assert by_task["dawn_voltage"].days == 400 - 28
    assert by_task["wash_panel"].days == 2
    assert by_task["tighten"].days == 9
    assert by_task["tighten"].last == TODAY - timedelta(days=100)
    assert by_task["capacity"].days == 36
    assert "replace_battery" not in by_task
    # Equally overdue: what can hurt comes first.
    assert [entry.task.id for entry in found if entry.days == 372] == ["water_level", "dawn_voltage"]


def test_due_today_and_due_soon():
    found = {entry.task.id: entry for entry in due(schedule("b"), all_done(25), TODAY)}
    assert found["wash_panel"].days == -3
    assert found["wash_panel"].on == TODAY + timedelta(days=3)
    assert not found["wash_panel"].overdue
    assert "tighten" not in found
    ((today, *_),) = [
        [entry for entry in due(schedule("b"), all_done(28), TODAY, ahead=0) if entry.task.logged]
    ]
    assert (today.days, today.overdue) == (0, False)


def test_a_task_never_done_counts_from_the_day_the_lamp_was_put_up_or_is_due_now():
    since = TODAY - timedelta(days=365)
    known = {entry.task.id: entry.days for entry in due(schedule("b"), ServiceLog(), TODAY, since=since)}
    assert (known["capacity"], known["tighten"]) == (1, 274)
    unknown = {entry.task.id: entry.days for entry in due(schedule("b"), ServiceLog(), TODAY)}
    assert (unknown["capacity"], unknown["tighten"], unknown["glance"]) == (0, 0, 0)


def test_a_row_dated_after_today_does_not_count_yet():
    log = logged((100, ("tighten",)), (-5, ("tighten",)))
    assert {entry.task.id: entry.days for entry in due(schedule("b"), log, TODAY)}["tighten"] == 9


def test_unlogged_tasks_come_round_by_themselves():
    for ahead in range(7):
        days = [
            entry.days
            for entry in due(schedule("b"), ServiceLog(), TODAY, since=TODAY - timedelta(days=ahead))
            if entry.task.id == "look_panel"
        ]
        assert days == [-((7 - ahead) % 7)]


def test_the_calendar_of_a_year():
    visits = calendar(schedule("b"), date(2026, 1, 1), 364)
    assert len(visits) == 364  # the daily glance
    assert visits[0].day == date(2026, 1, 2)
    assert visits[-1].day == date(2026, 12, 31)
    count = {name: sum(name in {task.id for task in visit.tasks} for visit in visits) for name in TASKS}
    assert (
        count["look_panel"],
        count["wash_panel"],
        count["tighten"],
        count["noon_panel"],
        count["capacity"],
    ) == (52, 13, 4, 2, 1)
    assert count["replace_battery"] == 0
    week = next(visit for visit in visits if visit.day == date(2026, 1, 29))
    assert {task.id for task in week.tasks} == {
        "glance",
        "look_panel",
        "wash_panel",
        "dawn_voltage",
        "dry_terminals",
        "water_level",
    }
    assert week.minutes == 1 + 5 + 20 + 5 + 5 + 15
    assert week.tasks[0].danger is Danger.INJURY
    assert calendar(schedule("a"), date(2026, 1, 1), 0) == []


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(0, 200))
@settings(max_examples=30, deadline=None, derandomize=True)
def test_who_follows_the_calendar_is_never_overdue(start, days):
    plan = schedule("b")
    log = ServiceLog(tuple(
        Entry(visit.day, "rutin", "routine", (Reading("battery", 12.6, "V"),), "rawat", "self", (), 0, "Bu Ani", tuple(task.id for task in visit.tasks))
        for visit in calendar(plan, start, days)
    ))  # fmt: skip
    assert not any(
        entry.overdue for entry in due(plan, log, start + timedelta(days=days), since=start, ahead=5000)
    )


def test_refused():
    with pytest.raises(ScheduleError, match="kit is 'c'; choose one of a, b"):
        schedule("c")
    with pytest.raises(ScheduleError, match="ahead is -1 days"):
        due(schedule("b"), ServiceLog(), TODAY, ahead=-1)
    with pytest.raises(ScheduleError, match="days is -1"):
        calendar(schedule("b"), TODAY, -1)


def test_every_number_has_a_mark():
    for name in TASKS:
        assert certainty("task", name, "every") in Certainty
        assert certainty("task", name, "minutes") in Certainty
    assert certainty("task", "lamp_battery", "every") is Certainty.SEEN
    assert certainty("task", "wash_panel", "every") is Certainty.KNOWLEDGE
    assert certainty("process", "dust", "per_day") is Certainty.READ
    for name, row in packaged("neglect.toml")["process"].items():
        for quantity, number in row.items():
            if isinstance(number, dict):
                assert certainty("process", name, quantity) in Certainty
            elif isinstance(number, float | int):
                pytest.fail(f"{name}.{quantity} has no mark")
        assert row["source"]
    with pytest.raises(KeyError):
        certainty("task", "wash_panel", "weight")


WORDS = [
    (words.id, kind)
    for task in TASKS.values()
    for words, kind in [
        (task.text, TextKind.STEP),
        (task.why, TextKind.LESSON),
        *((hint, TextKind.LESSON) for hint in task.hints.values()),
    ]
]


@pytest.mark.parametrize(("text", "kind"), WORDS)
def test_texts_are_plain(text, kind):
    assert lint_text(text, kind) == []
    assert max(len(part.split()) for part in text.replace("?", ".").split(".")) <= 12


def test_hints_tell_the_seasons_apart():
    hints = schedule("b").tasks["wash_panel"].hints
    assert set(hints) == {Season.DRY, Season.RAINY}
    assert hints[Season.DRY].id.startswith("Musim kering")


# --- neglect


def nothing_since(days, kit="b"):
    return dict.fromkeys(schedule(kit).tasks, days)


def test_a_lamp_just_looked_after_is_like_new():
    new = conditions_after(nothing_since(0))
    assert (new.soiling, new.shade, new.holder, new.water) == (0, 0, 0, 0)
    assert set(new.joints.values()) == {0.0}
    assert conditions_after({}) == new


def test_numbers_of_a_neglected_month_and_year():
    month = conditions_after(nothing_since(30))
    assert month.soiling == pytest.approx(1 - (1 - 0.033) * (1 - 0.012))
    assert month.shade == pytest.approx(0.02)
    assert month.joints["battery_fuse"] == pytest.approx(0.01)
    assert month.joints["panel_plus"] == pytest.approx(0.02)
    assert month.joints["lamp1_minus"] == pytest.approx(0.015)
    assert month.joints["switch_lamp1"] == pytest.approx(0.015 + 0.02)  # its screws and the switch behind it
    year = conditions_after(nothing_since(360))
    assert year.soiling == pytest.approx(1 - 0.7 * 0.9)  # dust and droppings both at their limits
    assert year.holder == pytest.approx(0.12)
    assert year.water == 0.0


def test_every_lead_of_the_kit_can_age_and_no_other():
    assert set(conditions_after({}).joints) == {
        "panel_plus", "panel_minus", "battery_fuse", "fuse_controller", "battery_minus", "load_switch", "switch_lamp1", "lamp1_minus",
    }  # fmt: skip


def test_one_task_heals_only_what_it_is_for():
    year = nothing_since(360)
    washed = conditions_after(year | {"wash_panel": 0})
    assert washed.soiling == 0
    assert washed.shade == conditions_after(year).shade
    cleaned = conditions_after(year | {"clean_terminals": 0})
    assert cleaned.joints["battery_minus"] == 0
    assert cleaned.joints["panel_plus"] == conditions_after(year).joints["panel_plus"]


def test_salt_air_and_flooded_cells():
    year = nothing_since(360)
    assert conditions_after(year, Climate(by_the_sea=True)).joints["panel_plus"] == pytest.approx(3 * 0.24)
    assert conditions_after(year, Climate(flooded=True)).water == pytest.approx(0.36)


def test_the_air_stays_clean_for_two_weeks_after_heavy_rain():
    for ago, dusty in ((0, 0), (13, 0), (14, 1), (20, 7), (59, 46)):
        rain = Climate(rain=tuple(20.0 if day == ago else 0.0 for day in reversed(range(60))))
        clear = 1 - conditions_after({"wash_panel": 60}, rain).soiling
        assert clear == pytest.approx((1 - dusty * 0.0011) * (1 - 60 * 0.0004)), ago


def test_rain_takes_dust_off_but_not_droppings():
    rainy = conditions_after({"wash_panel": 60}, Climate(rain=(0.0,) * 59 + (20.0,)))
    assert rainy.soiling == pytest.approx(60 * 0.0004)
    drizzle = conditions_after({"wash_panel": 60}, Climate(rain=(3.0,) * 60))
    assert drizzle == conditions_after({"wash_panel": 60})


@given(
    st.integers(2, 400),
    st.dictionaries(st.integers(0, 399), st.sampled_from([2.0, 5.9, 6.0, 6.1, 40.0]), max_size=6),
    st.integers(0, 399),
)
@settings(max_examples=60, deadline=None, derandomize=True)
def test_dust_is_that_of_pvlib(length, wet, washed):
    rain = [wet.get(day, 0.0) for day in range(length)]
    washed = min(washed, len(rain) - 1)
    days = pd.date_range("2026-01-01", periods=len(rain), freq="D")
    theirs = kimber(
        pd.Series(rain, index=days), cleaning_threshold=6, soiling_loss_rate=0.0011, grace_period=14, max_soiling=0.3,
        manual_wash_dates=[days[-1 - washed].date()],
    ).iloc[-1]  # fmt: skip
    ours = conditions_after({"wash_panel": washed}, Climate(rain=tuple(rain)))
    dust = 1 - (1 - ours.soiling) / (1 - min(washed * 0.0004, 0.1))
    assert dust == pytest.approx(theirs, abs=1e-12)


@given(st.floats(0, 5000), st.floats(0, 5000), st.booleans(), st.sampled_from("ab"))
@settings(max_examples=100, deadline=None, derandomize=True)
def test_longer_neglect_is_never_better(one, other, sea, kit):
    less, more = sorted((one, other))
    climate = Climate(by_the_sea=sea, flooded=True)
    a, b = (conditions_after(nothing_since(days, kit), climate, kit) for days in (less, more))
    for field in ("soiling", "shade", "holder", "water"):
        assert 0 <= getattr(a, field) <= getattr(b, field)
    assert all(a.joints[lead] <= b.joints[lead] for lead in a.joints)
    assert max(b.soiling, b.shade, b.water) <= 1


def test_the_plug_kit_has_plugs_instead_of_terminals():
    plugs = conditions_after({"plugs": 30}, kit="a")
    assert set(plugs.joints.values()) == {0.05}
    assert set(plugs.joints) == {"panel_plus", "panel_minus"}
    assert plugs.holder == 0


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        ({"terbang": 3}, "'terbang' is not a task of kit b; choose from glance, "),
        ({"plugs": 3}, "'plugs' is not a task of kit b"),
        ({"tighten": -1}, "days since tighten is -1; give a number from 0 up"),
        ({"tighten": float("nan")}, "days since tighten is nan"),
        ({"tighten": float("inf")}, "days since tighten is inf"),
    ],
)
def test_refused_neglect(days, sentence):
    with pytest.raises(ScheduleError) as refused:
        conditions_after(days)
    assert sentence in str(refused.value)


@pytest.mark.parametrize("rain", [(1.0, -1.0), (0.0, float("nan")), (float("inf"),)])
def test_refused_rain(rain):
    with pytest.raises(ScheduleError, match="rain of day"):
        Climate(rain=rain)


# --- a neglected installation

SUN = Conditions(irradiance=800.0, cell_temperature=45.0)


def charging(kit, days, done=()):
    """Give the current into the first battery of a kit that nobody looked after [A]."""
    neglect = conditions_after(nothing_since(days, kit) | dict.fromkeys(done, 0), kit=kit)
    plain = (kit_a() if kit == "a" else kit_b()).installation
    name = "lamp1_cell" if kit == "a" else "battery"
    return settle(neglect.apply(plain), SUN).solution.currents[name]


@pytest.mark.parametrize("kit", ["a", "b"])
def test_months_without_care_charge_less_and_a_wash_helps(kit):
    fresh, quarter, year = (charging(kit, days) for days in (0, 90, 360))
    assert fresh > quarter > year > 0
    assert quarter == pytest.approx(0.81 * fresh, rel=0.05)
    assert (
        year
        < charging(kit, 360, done=["wash_panel"])
        < charging(kit, 360, done=["wash_panel", "prune"])
        < fresh
    )


def test_a_lamp_just_looked_after_is_left_as_it_is():
    for kit in (kit_a(), kit_b()):
        assert conditions_after({}, kit=kit.id).apply(kit.installation) == kit.installation


def test_neglect_comes_on_top_of_what_is_wrong_already():
    lamp = kit_b().installation
    lamp = lamp.with_lead(replace(lamp.lead("panel_plus"), joint=2.0))
    lamp = lamp.with_unit("fuse", replace(lamp.unit("fuse"), holder=3.0))
    lamp = lamp.with_unit("panel", replace(lamp.unit("panel"), soiling=0.5))
    older = conditions_after(nothing_since(30)).apply(lamp)
    assert older.lead("panel_plus").joint == pytest.approx(2.02)
    assert older.lead("battery_minus").joint == pytest.approx(0.01)
    assert older.unit("fuse").holder == pytest.approx(3.01)
    assert older.unit("panel").soiling == pytest.approx(1 - 0.5 * 0.967 * 0.988)
    assert older.unit("panel").shade == Shade(None, 0.98)
    assert lamp.unit("panel").shade == UNSHADED  # what was given is not changed


def test_plants_beside_a_shadow_take_light_from_the_rest():
    lamp, month = kit_b().installation, conditions_after({"prune": 30})
    tree = lamp.with_unit("panel", replace(lamp.unit("panel"), shade=Shade((3,), 0.2)))
    assert month.apply(tree).unit("panel").shade == Shade((3,), 0.2)
    assert month.apply(tree).unit("panel").soiling == pytest.approx(0.02)
    wood = lamp.with_unit("panel", replace(lamp.unit("panel"), shade=Shade(None, 0.5)))
    assert month.apply(wood).unit("panel").shade == Shade(None, 0.49)


def test_the_calendar_and_the_service_log_open_without_the_circuit():
    code = "import lentera.solar.maintenance, sys; print('numpy' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_every_lamp_of_a_kit_ages():
    older = conditions_after(nothing_since(30)).apply(kit_b(lamps=3).installation)
    assert [older.lead(f"switch_lamp{lamp}").joint for lamp in (1, 2, 3)] == pytest.approx([0.035] * 3)
    assert older.lead("lamp3_minus").joint == pytest.approx(0.015)


def test_a_lead_that_is_not_there_is_passed_over():
    lamp = kit_b().installation.without_lead("panel_plus")
    older = conditions_after(nothing_since(30)).apply(lamp)
    assert [lead.name for lead in older.leads] == [lead.name for lead in lamp.leads]

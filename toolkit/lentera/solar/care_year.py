"""A year with a lamp at a house: what is due each month, and what leaving it undone costs; model values."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Final, NamedTuple

from lentera.solar.battery import age
from lentera.solar.installation import Battery, Installation, kit_a, kit_b
from lentera.solar.lamp import Brightness, Habits, Span, simulate_year
from lentera.solar.maintenance import Neglect, Task, conditions_after, schedule
from lentera.solar.weather import SEPAKU, Weather, year

YEAR: Final = 2025
"""The year that is played; its weather is made from a seed and is the same for everyone."""
MONTHS: Final = 12
CARED_FOR: Final = date(2024, 12, 15)
"""The day before the year on which everything had been looked after."""
STEP: Final = 10
"""Minutes of the weather's steps: twelve months in seconds on a weak laptop."""
NEAR: Final = 14
"""A task belongs to a month when it is due before this many days of it have gone [days]."""
START_CHARGE: Final = 0.8
"""State of charge on the first of January."""

CAUSES: Final[Mapping[str, tuple[str, ...]]] = {
    "dirt": ("wash_panel",),
    "plants": ("prune",),
    "joints": ("tighten", "clean_terminals", "fuse_holder", "switch_contact", "plugs"),
}
"""What takes light hours away when it is let go, and the tasks that keep it off."""
_ELSEWHERE: Final = frozenset({"water_level"})
"""Tasks for batteries that these houses do not have."""


class House(NamedTuple):
    """Be a house with its lamps: the kit as it stands, and what the family does with it."""

    installation: Installation
    habits: Habits
    lamps: int


@cache
def house(kit: str) -> House:
    """Give the house of kit ``a``, four plug-in lamps, or ``b``, three lamps of 3 W at 12 V.

    Raises
    ------
    ScheduleError
        When there is no such kit.
    """
    schedule(kit)
    evening = (Span.of("18:00-23:00"),)
    if kit == "a":
        habits = Habits(light=evening, brightness=Brightness.MEDIUM, phone_energy=0.0)
        return House(kit_a().installation, habits, 4)
    return House(kit_b(lamps=3, lamp="driver3w").installation, Habits(light=evening, phone_energy=0.0), 3)


def prepare() -> None:
    """Make the year's weather now, so that the first month is answered as quickly as the others."""
    _months()


def first_day(month: int) -> date:
    """Give the first day of a month, 0 to 12; month 12 is next January."""
    return date(YEAR + month // MONTHS, month % MONTHS + 1, 1)


def due_in(kit: str, done: Sequence[Collection[str]]) -> list[tuple[Task, int]]:
    """List what is due in the month after those in `done`, with the days since it was last done.

    Work is done on the first of a month. What comes round every day or week is due in each month; what was
    left undone stays due.

    Parameters
    ----------
    kit : str
        ``a`` or ``b``.
    done : sequence of collection of str
        Tasks done in each month so far, January first.
    """
    today = first_day(len(done))
    last = _last_done(kit, done)
    return [
        (task, (today - last[name]).days)
        for name, task in schedule(kit).tasks.items()
        if name in last and last[name] + timedelta(days=task.every) <= today + timedelta(days=NEAR)
    ]


def minutes_in_month(task: Task) -> int:
    """Give how long a task takes in a month in which it is due [min]: a weekly one comes four times."""
    return task.minutes * max(1, 30 // task.every)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Tell how a lamp came through a month; model values.

    Attributes
    ----------
    light, dark : float
        Hours of wanted light with light and without [h].
    charge : float
        State of charge at the month's end, 0 to 1.
    """

    light: float
    dark: float
    charge: float = START_CHARGE


@dataclass(frozen=True, slots=True)
class Month:
    """Hold a lived month: what was done, and what became of the lamp, of its twins and of the panel.

    Attributes
    ----------
    done : tuple of str
        Tasks done on its first day.
    own, kept : Outcome
        Her lamp, and one on which every task was done when it was due.
    spared : mapping of str to Outcome
        Her lamp if the tasks of one of `CAUSES` had all been done when due.
    health : float
        Share of the rated capacity that the batteries have left at the month's end, 0 to 1.
    """

    done: tuple[str, ...]
    own: Outcome
    kept: Outcome
    spared: Mapping[str, Outcome]
    health: float

    @property
    def lost(self) -> float:
        """Give the hours of light that care would have saved in this month [h]."""
        return self.own.dark - self.kept.dark


def live(kit: str, lived: Sequence[Month], jobs: Collection[str]) -> Month:
    """Live the month after those in `lived`, with these tasks done on its first day.

    The weather is the same for every lamp; rain is not in it, so dirt leaves a panel by washing only. All
    batteries age as that of the well-kept lamp: what standing empty does to one is not in the model, and a
    neglected battery, which works less, would look younger.

    Raises
    ------
    ValueError
        When the year is over or a task is not due in this month.
    """
    if len(lived) >= MONTHS:
        raise ValueError("the year has 12 months; begin a new one")
    done = [month.done for month in lived]
    due = [task.id for task, _days in due_in(kit, done)]
    unknown = sorted(set(jobs) - set(due))
    if unknown:
        raise ValueError(f"{unknown[0]!r} is not due in month {len(lived) + 1}; choose from {', '.join(due)}")
    done.append(tuple(name for name in due if name in jobs))
    before = lived[-1] if lived else None
    health = before.health if before else 1.0
    spared = {
        cause: _outcome(kit, _spared(kit, done, tasks), before.spared[cause] if before else None, health)
        for cause, tasks in CAUSES.items()
        if set(tasks) & schedule(kit).tasks.keys()
    }
    own = _outcome(kit, done, before.own if before else None, health)
    all_done = _spared(kit, done, schedule(kit).tasks)
    kept, used = _simulated(kit, _entering(kit, all_done, before.kept if before else None), health)
    return Month(done[-1], own, kept, spared, _older(kit, health, used, len(done) - 1))


def worth(lived: Sequence[Month]) -> dict[str, float]:
    """Give the hours of light that each cause alone would have given back [h], the most first.

    They do not add up to the whole loss: a clean panel helps most where nothing shades it.
    """
    if not lived:
        return {}
    back = {
        cause: sum(month.own.dark - month.spared[cause].dark for month in lived) for cause in lived[-1].spared
    }
    return dict(sorted(back.items(), key=lambda row: -row[1]))


def neglect_in(kit: str, done: Sequence[Collection[str]]) -> Neglect:
    """Give what neglect has come to in the middle of the last month of `done`; a model value."""
    month = len(done) - 1
    middle = first_day(month) + (first_day(month + 1) - first_day(month)) / 2
    last = _last_done(kit, done)
    return conditions_after({name: (middle - day).days for name, day in last.items()}, kit=kit)


def _last_done(kit: str, done: Sequence[Collection[str]]) -> dict[str, date]:
    last = dict.fromkeys((name for name in schedule(kit).tasks if name not in _ELSEWHERE), CARED_FOR)
    for month, jobs in enumerate(done):
        last |= dict.fromkeys((name for name in jobs if name in last), first_day(month))
    return last


def _spared(kit: str, done: Sequence[Collection[str]], tasks: Collection[str]) -> list[tuple[str, ...]]:
    """Give the same months with some tasks done whenever they were due."""
    kept: list[tuple[str, ...]] = []
    for jobs in done:
        due = [task.id for task, _days in due_in(kit, kept)]
        kept.append(tuple(name for name in due if name in jobs or name in tasks))
    return kept


class _Strain(NamedTuple):
    """Be what a lamp enters a month with, in a form that can be looked up."""

    month: int
    soiling: float
    shade: float
    joints: tuple[tuple[str, float], ...]
    holder: float
    charge: float


class _Use(NamedTuple):
    """Be what a month asked of a battery: charge drawn [Ah] and mean depth, 0 to 1."""

    drawn: float
    depth: float


def _entering(kit: str, done: Sequence[Collection[str]], start: Outcome | None) -> _Strain:
    found = neglect_in(kit, done)
    joints = tuple(sorted(found.joints.items()))
    charge = start.charge if start else START_CHARGE
    return _Strain(len(done) - 1, found.soiling, found.shade, joints, found.holder, charge)


def _outcome(kit: str, done: Sequence[Collection[str]], start: Outcome | None, health: float) -> Outcome:
    return _simulated(kit, _entering(kit, done, start), health)[0]


@lru_cache(maxsize=256)
def _simulated(kit: str, strain: _Strain, health: float) -> tuple[Outcome, _Use]:
    home = house(kit)
    found = Neglect(strain.soiling, strain.shade, dict(strain.joints), strain.holder, 0.0)
    worn = found.apply(home.installation)
    units = {
        name: replace(unit, soc=strain.charge, health=health) if isinstance(unit, Battery) else unit
        for name, unit in worn.units.items()
    }
    result = simulate_year(replace(worn, units=units), _months()[strain.month], home.habits, compiled=False)
    depth = 1.0 - sum(result.daily_lowest) / len(result.daily_lowest)
    # As an answer file keeps them: a year that was closed and opened again goes on alike.
    outcome = Outcome(
        round(result.total.light, 4), round(result.total.dark, 4), round(result.final_charge, 6)
    )
    return outcome, _Use(result.charge_out, min(max(depth, 0.0), 1.0))


def _older(kit: str, health: float, used: _Use, month: int) -> float:
    battery = next(unit for unit in house(kit).installation.units.values() if isinstance(unit, Battery))
    years = _months()[month].days / 365.0
    return round(age(battery.spec, health, used.drawn, years, battery.temperature, used.depth), 6)


@cache
def _months() -> tuple[Weather, ...]:
    """Make the year's weather and cut it into months of coarse steps."""
    fine = year(SEPAKU, YEAR, 0)
    first = date(YEAR, 1, 1)
    cut = []
    for month in range(MONTHS):
        low, high = ((first_day(at) - first).days * 1440 for at in (month, month + 1))
        parts = (
            values[low:high].reshape(-1, STEP).mean(axis=1)
            for values in (fine.ghi, fine.poa, fine.air_temperature, fine.cell_temperature)
        )
        cut.append(Weather(fine.start + timedelta(minutes=low), STEP, *parts))
    return tuple(cut)

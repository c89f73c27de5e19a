"""What is saved of the calendar of care: two played years, orders of steps, the day a lamp was put up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from math import isfinite
from typing import Any, Final

from lentera.solar.care_year import CAUSES, MONTHS, Month, Outcome, due_in
from lentera.solar.maintenance import Procedure, procedures, schedule

KITS: Final = ("b", "a")
LONGEST_ORDER: Final = 60


@dataclass(frozen=True)
class Played:
    """Hold one year: the months lived and what is ticked for the next one."""

    months: tuple[Month, ...] = ()
    ticked: tuple[str, ...] = ()

    @property
    def done(self) -> list[tuple[str, ...]]:
        """Return what was done in each month."""
        return [month.done for month in self.months]

    @property
    def over(self) -> bool:
        """Tell whether all twelve months are lived."""
        return len(self.months) == MONTHS


@dataclass(frozen=True)
class CareState:
    """Hold what is saved.

    Attributes
    ----------
    kit : str
        The kit on the screen.
    years : mapping of str to Played
        The year of each kit.
    job : str
        The procedure on the screen.
    orders : mapping of str to tuple of str
        The learner's order of steps, by procedure.
    put_up : date or None
        The day her own lamp was put up, or fully looked after.
    """

    kit: str = "b"
    years: Mapping[str, Played] = field(default_factory=lambda: dict.fromkeys(KITS, Played()))
    job: str = "rawat-panel"
    orders: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    put_up: date | None = None

    @property
    def year(self) -> Played:
        """Return the year of the kit on the screen."""
        return self.years[self.kit]

    @property
    def order(self) -> tuple[str, ...]:
        """Return the order of steps of the procedure on the screen."""
        return self.orders.get(self.job, ())

    def with_year(self, year: Played) -> "CareState":
        """Return the state with another year of this kit."""
        return replace(self, years={**self.years, self.kit: year})

    def with_order(self, order: Sequence[str]) -> "CareState":
        """Return the state with another order of steps of this procedure."""
        return replace(self, orders={**self.orders, self.job: tuple(order)})

    def to_content(self) -> dict[str, Any]:
        """Return the answer file's content."""
        return {
            "kit": self.kit,
            "tahun": {
                kit: {"bulan": [_month(month) for month in year.months], "pilihan": list(year.ticked)}
                for kit, year in self.years.items()
            },
            "pekerjaan": self.job,
            "urutan": {job: list(order) for job, order in self.orders.items()},
            "dipasang": self.put_up.isoformat() if self.put_up else "",
        }

    @classmethod
    def from_content(cls, content: Mapping[str, Any]) -> "CareState":
        """Read an answer file's content; raise ValueError when a year in it cannot be followed."""
        years = _mapping(content.get("tahun"))
        kit, job = content.get("kit"), content.get("pekerjaan")
        orders = _mapping(content.get("urutan"))
        return cls(
            kit if kit in KITS else "b",
            {name: _read_year(name, _mapping(years.get(name))) for name in KITS},
            job if job in jobs_of(kit if kit in KITS else "b") else "rawat-panel",
            {name: _read_order(name, orders[name]) for name in procedures() if name in orders},
            read_day(content.get("dipasang")),
        )


def jobs_of(kit: str) -> dict[str, Procedure]:
    """Return the procedures that the kit's calendar names, in its order."""
    named = dict.fromkeys(task.procedure for task in schedule(kit).tasks.values() if task.procedure)
    return {name: procedures()[name] for name in named}


def read_day(given: object) -> date | None:
    """Return a day; None where there is none."""
    try:
        return date.fromisoformat(given) if isinstance(given, str) and given else None
    except ValueError:
        return None


def _mapping(given: object) -> Mapping[str, Any]:
    return given if isinstance(given, Mapping) else {}


def _month(month: Month) -> dict[str, Any]:
    return {
        "dirawat": list(month.done),
        "sendiri": _outcome(month.own),
        "terawat": _outcome(month.kept),
        "tanpa": {cause: _outcome(outcome) for cause, outcome in month.spared.items()},
        "sehat": month.health,
    }


def _outcome(outcome: Outcome) -> dict[str, float]:
    return {"terang": outcome.light, "gelap": outcome.dark, "isi": outcome.charge}


def _read_year(kit: str, given: Mapping[str, Any]) -> Played:
    rows = given.get("bulan", [])
    if not isinstance(rows, list) or len(rows) > MONTHS:
        raise ValueError("the year has no list of up to 12 months; begin it anew")
    months: list[Month] = []
    for row in rows:
        due = [task.id for task, _days in due_in(kit, [month.done for month in months])]
        months.append(_read_month(kit, _mapping(row), due))
    due = [task.id for task, _days in due_in(kit, [month.done for month in months])]
    ticked = given.get("pilihan")
    chosen = ticked if isinstance(ticked, list) else []
    return Played(tuple(months), tuple(name for name in due if name in chosen))


def _read_month(kit: str, row: Mapping[str, Any], due: Sequence[str]) -> Month:
    spared = _mapping(row.get("tanpa"))
    causes = [cause for cause, tasks in CAUSES.items() if set(tasks) & schedule(kit).tasks.keys()]
    done = row.get("dirawat")
    if not isinstance(done, list) or set(spared) != set(causes):
        raise ValueError("a month does not tell what was done; begin the year anew")
    return Month(
        tuple(name for name in due if name in done),
        _read_outcome(row.get("sendiri")),
        _read_outcome(row.get("terawat")),
        {cause: _read_outcome(spared[cause]) for cause in causes},
        _share(row.get("sehat")),
    )


def _read_outcome(given: object) -> Outcome:
    row = _mapping(given)
    light, dark = (_number(row.get(name)) for name in ("terang", "gelap"))
    return Outcome(light, dark, _share(row.get("isi")))


def _number(given: object) -> float:
    if isinstance(given, bool) or not isinstance(given, int | float) or not isfinite(given) or given < 0:
        raise ValueError(f"a month holds {given!r}; it wants a number from 0 up")
    return float(given)


def _share(given: object) -> float:
    if _number(given) > 1.0:
        raise ValueError(f"a month holds {given!r}; it wants a share from 0 to 1")
    return _number(given)


def _read_order(job: str, given: object) -> tuple[str, ...]:
    known = procedures()[job].steps
    steps = given if isinstance(given, list) else []
    return tuple(step for step in steps if isinstance(step, str) and step in known)[:LONGEST_ORDER]

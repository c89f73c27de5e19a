"""Read faults from TOML, refusing what does not fit, with the fault and the field in the sentence."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from math import inf
from typing import Any, Final, TypeVar

from lentera.rules import Saying
from lentera.solar.faults.changes import Change, Hang, LeadChange, Swap, Touch, UnitChange
from lentera.solar.faults.fault import (
    Advice,
    Cost,
    Danger,
    DangerLevel,
    Decision,
    Fault,
    Shows,
)
from lentera.solar.installation import Kit
from lentera.solar.parts import Certainty


class CatalogueError(ValueError):
    """Tell that a fault of the catalogue cannot be read; the sentence names the fault and the field."""


_FIELDS: Final = frozenset(
    {
        "number",
        "kits",
        "level",
        "name",
        "symptom",
        "where",
        "cause",
        "points",
        "fix",
        "tools",
        "cost",
        "minutes",
        "danger",
        "decision",
        "prior",
        "source",
        "certainty",
        "changes",
    }
)
_OPTIONAL: Final = frozenset({"not_a_fault", "shows", "also"})
_LEVELS: Final = (1, 2, 3)


def read_faults(table: Mapping[str, Any], kits: Mapping[str, Kit]) -> tuple[Fault, ...]:
    """Read the faults of one table and try each on its kits.

    Parameters
    ----------
    table
        Fault id to its row, as TOML gives it.
    kits
        The kits by letter; a fault's changes, its place and its test points must be there.

    Raises
    ------
    CatalogueError
        At the first row that cannot be read.
    """
    return tuple(_fault(id_, row, kits) for id_, row in table.items())


def _fault(id_: str, row: Mapping[str, Any], kits: Mapping[str, Kit]) -> Fault:
    if not isinstance(row, dict):
        raise CatalogueError(f"fault {id_!r} is {row!r}; write a table")
    missing = sorted(_FIELDS - set(row))
    unknown = sorted(set(row) - _FIELDS - _OPTIONAL)
    if missing:
        raise CatalogueError(f"fault {id_!r}: {missing[0]} is missing; add it")
    if unknown:
        raise CatalogueError(f"fault {id_!r}: {unknown[0]} is not a field; the fields are {_names(_FIELDS)}")
    read = _Row(id_, row)
    cost = read.marked("cost")
    low, high = read.at("cost", lambda: _price(cost["value"]))
    danger, decision, prior = row["danger"], row["decision"], read.marked("prior")
    fault = Fault(
        id=id_,
        number=read.whole("number", row["number"]),
        kits=read.at("kits", lambda: _kits(row["kits"], kits)),
        level=read.at("level", lambda: _one_of(row["level"], _LEVELS)),
        real=not row.get("not_a_fault", False),
        shows=read.at("shows", lambda: Shows(row.get("shows", "readings"))),
        where=read.word("where"),
        name=read.text("name"),
        symptom=read.text("symptom"),
        cause=read.text("cause"),
        points=read.listed("points", str),
        fix=read.text("fix"),
        tools=read.listed("tools", str),
        cost=Cost(low, high, read.at("cost.mark", lambda: Certainty(cost["mark"]))),
        minutes=read.whole("minutes", row["minutes"]),
        danger=Danger(read.at("danger.level", lambda: DangerLevel(danger["level"])), read.text("danger")),
        advice=Advice(read.at("decision.do", lambda: Decision(decision["do"])), read.text("decision")),
        prior=read.at("prior", lambda: _weight(prior["value"])),
        prior_certainty=read.at("prior.mark", lambda: Certainty(prior["mark"])),
        source=read.word("source"),
        certainty=read.at("certainty", lambda: Certainty(row["certainty"])),
        changes=tuple(
            read.at(f"changes[{k}]", partial(read_change, change))
            for k, change in enumerate(read.listed("changes", dict))
        ),
        also=read.listed("also", str) if "also" in row else (),
    )
    if not fault.changes:
        raise CatalogueError(f"fault {id_!r}: changes is empty; give at least one")
    for letter in fault.kits:
        _try(fault, kits[letter])
    return fault


Value = TypeVar("Value")


class _Row:
    """Read the fields of one fault, naming it in every error."""

    def __init__(self, id_: str, row: Mapping[str, Any]) -> None:
        self._id, self._row = id_, row

    def at(self, field: str, read: Callable[[], Value]) -> Value:
        try:
            return read()
        except (ValueError, KeyError, TypeError) as error:
            said = f"{error.args[0]!r} is missing" if isinstance(error, KeyError) else str(error)
            raise CatalogueError(f"fault {self._id!r}: {field}: {said}") from error

    def text(self, field: str) -> Saying:
        row = self._row[field]
        for code in ("id", "en"):
            if not isinstance(row, dict) or not str(row.get(code, "")).strip():
                raise CatalogueError(f"fault {self._id!r}: {field}.{code} is empty; write a sentence")
        return Saying(row["id"], row["en"])

    def marked(self, field: str) -> Mapping[str, Any]:
        row = self._row[field]
        if not isinstance(row, dict) or set(row) != {"value", "mark"}:
            raise CatalogueError(f"fault {self._id!r}: {field} is {row!r}; write {{ value = …, mark = … }}")
        return row

    def listed(self, field: str, kind: type[Value]) -> tuple[Value, ...]:
        row = self._row[field]
        if not isinstance(row, list) or not all(isinstance(entry, kind) for entry in row):
            raise CatalogueError(f"fault {self._id!r}: {field} is {row!r}; give a list")
        return tuple(row)

    def word(self, field: str) -> str:
        found = self._row[field]
        if not isinstance(found, str) or not found.strip():
            raise CatalogueError(f"fault {self._id!r}: {field} is {found!r}; write a text")
        return found

    def whole(self, field: str, value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            raise CatalogueError(f"fault {self._id!r}: {field} is {value!r}; give a whole number above 0")
        return value


def _names(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))


def _kits(wanted: Any, kits: Mapping[str, Kit]) -> tuple[str, ...]:
    if not wanted:
        raise ValueError("there is none; name at least one kit")
    return tuple(_one_of(letter, tuple(kits)) for letter in wanted)


def _one_of(value: Any, allowed: tuple[Any, ...]) -> Any:
    if value not in allowed:
        raise ValueError(f"{value!r} is unknown; there are {', '.join(map(str, allowed))}")
    return value


def _price(value: Any) -> tuple[int, int]:
    low, high = value
    if not (isinstance(low, int) and isinstance(high, int) and 0 <= low <= high):
        raise ValueError(f"it is {value!r} Rp; give two whole numbers, the lower one first")
    return low, high


def _weight(value: Any) -> float:
    if not 0.0 < float(value) < inf:
        raise ValueError(f"it is {value!r}; give a number above 0")
    return float(value)


def _try(fault: Fault, kit: Kit) -> None:
    """Refuse a fault whose kit has not got what it names."""
    installation = kit.installation
    for k, change in enumerate(fault.changes):
        try:
            installation = change.apply(installation)
        except ValueError as error:
            raise CatalogueError(f"fault {fault.id!r}: changes[{k}]: {error}") from error
    places = {*installation.units, *(lead.name for lead in installation.leads)}
    for field, place in (("where", fault.where), *(("also", place) for place in fault.also)):
        if place not in places:
            raise CatalogueError(f"fault {fault.id!r}: {field}: kit {kit.id} has no unit or lead {place!r}")
    for point in fault.points:
        if point not in {*kit.test_points, *AMMETERS}:
            raise CatalogueError(
                f"fault {fault.id!r}: points: kit {kit.id} has no test point {point!r}; "
                f"there are {_names((*kit.test_points, *AMMETERS))}"
            )


AMMETERS: Final = ("I_pv", "I_battery", "I_lamp")
"""Currents that are measured beside the voltages."""


def read_change(row: Mapping[str, Any]) -> Change:
    """Read one change.

    Parameters
    ----------
    row
        `{ lead, joint | open }`, `{ swap = [a, b] }`, `{ bridge = [a, b], ohm }`, `{ add, part,
        count, plus, minus }` or `{ unit, <condition> = <value>, … }`.

    Raises
    ------
    ValueError
        When it is none of these, or a number of it cannot be.
    """
    rest = dict(row)
    for key, make in _MAKERS.items():
        if key in rest:
            first = rest.pop(key)
            try:
                change: Change = make(first, rest)
            except TypeError as error:
                raise ValueError(f"{key} with {_names(rest) or 'nothing'} is not a change") from error
            return change
    raise ValueError(f"{_names(row) or 'nothing'} is not a change; begin with one of {_names(_MAKERS)}")


def _unit(name: str, condition: dict[str, Any]) -> Change:
    if not condition:
        raise ValueError("the unit gets no condition; give at least one")
    return UnitChange(name, tuple((key, _frozen(value)) for key, value in condition.items()))


def _frozen(value: Any) -> Any:
    """Make a value from TOML fit for a frozen change."""
    if isinstance(value, dict):
        return tuple((key, _frozen(inner)) for key, inner in value.items())
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def _pair(kind: Any, pair: Any, rest: dict[str, Any]) -> Change:
    if not isinstance(pair, list) or len(pair) != 2 or pair[0] == pair[1]:  # noqa: PLR2004  a pair is two
        raise ValueError(f"{pair!r} is no pair; give two terminals")
    change: Change = kind(*pair, **rest)
    return change


_MAKERS: Final[Mapping[str, Any]] = {
    "lead": lambda name, rest: LeadChange(name, **rest),
    "swap": lambda pair, rest: _pair(Swap, pair, rest),
    "bridge": lambda pair, rest: _pair(Touch, pair, rest),
    "add": lambda kind, rest: Hang(kind, **rest),
    "unit": _unit,
}

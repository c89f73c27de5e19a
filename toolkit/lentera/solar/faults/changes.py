"""What a fault does to an installation: a small vocabulary of changes, read from data.

Each change can be applied in any company. Where two of them touch the same quantity the outcome does not hang
on their order: resistances add up, the worse of two conditions stays.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from math import inf
from types import MappingProxyType
from typing import Any, Final, Protocol

from lentera.solar.faults.joins import joins_of
from lentera.solar.installation import (
    Bridge,
    Installation,
    Lamp,
    Lead,
    Switch,
    Unit,
    UsbPort,
)
from lentera.solar.parts import LAMPS, USB_PORTS


class ChangeError(ValueError):
    """Tell that a change cannot be read or does not fit an installation."""


class Change(Protocol):
    """Be one thing that a fault changes."""

    @property
    def rank(self) -> int:
        """Give its place among the changes of several faults, the lowest first."""

    @property
    def touches(self) -> frozenset[str]:
        """Give the leads, units and terminals that it changes."""

    def apply(self, installation: Installation) -> Installation:
        """Change an installation; raise ChangeError when it lacks a part."""

    def restore(self, installation: Installation, healthy: Installation) -> Installation:
        """Take the change back: make what it touched as it is in `healthy`."""


@dataclass(frozen=True, slots=True)
class LeadChange:
    """Add `joint` [ohm] to a lead, or open it."""

    lead: str
    joint: float = 0.0
    open: bool = False

    rank = 0

    def __post_init__(self) -> None:
        if not isinstance(self.joint, int | float) or not 0.0 <= self.joint < inf:
            raise ChangeError(f"joint is {self.joint!r} ohm; give a number from 0 up")
        if not isinstance(self.open, bool):
            raise ChangeError(f"open is {self.open!r}; give true or false")

    @property
    def touches(self) -> frozenset[str]:
        """Give the lead."""
        return frozenset({self.lead})

    def apply(self, installation: Installation) -> Installation:
        """Put the lead in its worse condition."""
        lead = installation.lead(self.lead)
        return installation.with_lead(
            replace(lead, joint=lead.joint + self.joint, open=lead.open or self.open)
        )

    def restore(self, installation: Installation, healthy: Installation) -> Installation:
        """Make both its joints sound again; which terminals it ends at stays."""
        sound = healthy.lead(self.lead)
        lead = installation.lead(self.lead)
        return installation.with_lead(replace(lead, joint=sound.joint, open=sound.open))


@dataclass(frozen=True, slots=True)
class Swap:
    """Exchange whatever is joined to terminal `a` with whatever is joined to terminal `b`."""

    a: str
    b: str

    rank = 1

    @property
    def touches(self) -> frozenset[str]:
        """Give both terminals."""
        return frozenset({self.a, self.b})

    def apply(self, installation: Installation) -> Installation:
        """Move the ends of the leads."""
        other = {self.a: self.b, self.b: self.a}
        _known_terminals(installation, self.touches)
        for lead in installation.leads:
            start, end = (other.get(place, place) for place in lead.pair)
            if (start, end) != lead.pair:
                installation = installation.with_lead(replace(lead, start=start, end=end))
        return installation

    def restore(self, installation: Installation, healthy: Installation) -> Installation:  # noqa: ARG002  twice is none
        """Exchange them once more."""
        return self.apply(installation)


@dataclass(frozen=True, slots=True)
class Touch:
    """Let terminals `a` and `b` touch by way of `ohm` [ohm]."""

    a: str
    b: str
    ohm: float

    rank = 2

    def __post_init__(self) -> None:
        if not isinstance(self.ohm, int | float) or not 0.0 < self.ohm < inf:
            raise ChangeError(f"ohm is {self.ohm!r} ohm; give a number above 0")

    @property
    def name(self) -> str:
        """Give the name of the bridge."""
        return f"{self.a}~{self.b}"

    @property
    def touches(self) -> frozenset[str]:
        """Give both terminals."""
        return frozenset({self.a, self.b})

    def apply(self, installation: Installation) -> Installation:
        """Put the path in, beside one that is there already."""
        _known_terminals(installation, self.touches)
        siemens = 1.0 / self.ohm
        siemens += sum(1.0 / bridge.ohm for bridge in installation.bridges if bridge.name == self.name)
        return _without_bridge(installation, self.name).with_bridge(
            Bridge(self.name, self.a, self.b, 1.0 / siemens)
        )

    def restore(self, installation: Installation, healthy: Installation) -> Installation:  # noqa: ARG002  no sound kit has one
        """Take the path away."""
        return _without_bridge(installation, self.name)


@dataclass(frozen=True, slots=True)
class UnitChange:
    """Put a unit in another condition, given by the fields of its dataclass."""

    unit: str
    condition: tuple[tuple[str, Any], ...]

    rank = 0

    def __post_init__(self) -> None:
        # A comparison with NaN is never true, so NaN would be passed over as the milder condition.
        for name, value in self.condition:
            if value != value:  # noqa: PLR0124  only NaN differs from itself
                raise ChangeError(f"{name} is {value}; give a number")

    @property
    def touches(self) -> frozenset[str]:
        """Give the unit."""
        return frozenset({self.unit})

    def apply(self, installation: Installation) -> Installation:
        """Join the condition with the one that the unit is in already."""
        unit = installation.unit(self.unit)
        joins = joins_of(unit)
        changed: dict[str, Any] = {}
        for name, value in self.condition:
            if name not in joins:
                known = ", ".join(sorted(joins)) or "nothing"
                raise ChangeError(f"{name} is not a condition of unit {self.unit!r}; it has {known}")
            field = _FIELD.get(name, name)
            try:
                changed[field] = joins[name](getattr(unit, field), value)
            except (KeyError, TypeError, ValueError) as error:
                raise ChangeError(
                    f"{name} is {value!r}, which a {type(unit).__name__} cannot have"
                ) from error
        return installation.with_unit(self.unit, replace(unit, **changed))  # type: ignore[type-var]

    def restore(self, installation: Installation, healthy: Installation) -> Installation:
        """Put a sound unit in its place, as in `healthy`; a switch stays as it is turned."""
        sound = healthy.unit(self.unit)
        now = installation.unit(self.unit)
        if isinstance(sound, Switch) and isinstance(now, Switch):
            sound = replace(sound, on=now.on)
        return installation.with_unit(self.unit, sound)


@dataclass(frozen=True, slots=True)
class Hang:
    """Hang `count` more lamps or USB ports with a phone on terminals `plus` and `minus`."""

    kind: str
    part: str
    plus: str
    minus: str
    count: int = 1

    rank = 3

    def __post_init__(self) -> None:
        if self.kind not in _HUNG:
            raise ChangeError(f"add is {self.kind!r}; it can be {', '.join(_HUNG)}")
        if not isinstance(self.count, int) or not 0 < self.count < _MANY:
            raise ChangeError(f"count is {self.count!r}; give a number from 1 to {_MANY - 1}")

    @property
    def touches(self) -> frozenset[str]:
        """Give both terminals."""
        return frozenset({self.plus, self.minus})

    def apply(self, installation: Installation) -> Installation:
        """Add sound ones, each on short leads."""
        _known_terminals(installation, self.touches)
        table, make = _HUNG[self.kind]
        if self.part not in table:
            raise ChangeError(f"there is no {self.kind} {self.part!r}; there are {', '.join(table)}")
        for _ in range(self.count):
            name = f"{self._prefix}{1 + len(self._hung(installation))}"
            installation = installation.with_unit(name, make(table[self.part]))
            for pole, terminal in (("plus", self.plus), ("minus", self.minus)):
                lead = Lead(f"{name}_{pole}", terminal, f"{name}.{pole}", _SHORT)
                installation = installation.with_lead(lead)
        return installation

    def restore(self, installation: Installation, healthy: Installation) -> Installation:
        """Take away what `healthy` does not have."""
        extra = [name for name in self._hung(installation) if name not in healthy.units]
        units = {name: unit for name, unit in installation.units.items() if name not in extra}
        leads = tuple(
            lead
            for lead in installation.leads
            if not any(end.rpartition(".")[0] in extra for end in lead.pair)
        )
        return replace(installation, units=units, leads=leads)

    @property
    def _prefix(self) -> str:
        return f"added_{self.kind}"

    def _hung(self, installation: Installation) -> list[str]:
        return [name for name in installation.units if name.startswith(self._prefix)]


_HUNG: Final[Mapping[str, tuple[Mapping[str, Any], Callable[[Any], Unit]]]] = MappingProxyType(
    {"lamp": (LAMPS, Lamp), "usb": (USB_PORTS, lambda spec: UsbPort(spec, drawing=True))}
)

_SHORT: Final = 0.1
"""Lead to something hung on a terminal [m]."""

_MANY: Final = 20

_FIELD: Final = MappingProxyType({"part": "spec"})


def _without_bridge(installation: Installation, name: str) -> Installation:
    kept = tuple(bridge for bridge in installation.bridges if bridge.name != name)
    return replace(installation, bridges=kept)


def _known_terminals(installation: Installation, terminals: frozenset[str]) -> None:
    for terminal in sorted(terminals.difference(installation.terminals)):
        raise ChangeError(f"there is no terminal {terminal!r}; there are {', '.join(installation.terminals)}")


def combine(changes: tuple[Change, ...], installation: Installation) -> Installation:
    """Apply the changes of one fault or several; the order in which they are given does not matter.

    Raises
    ------
    ChangeError, UnknownNameError
        When the installation lacks a part.
    """
    for change in sorted(changes, key=lambda change: change.rank):
        installation = change.apply(installation)
    return installation

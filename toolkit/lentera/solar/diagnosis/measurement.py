"""What a learner can look at or measure on a kit, and how close two readings are for her meter."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, Final

from lentera.rules import Saying
from lentera.solar.bench import TERMINALS
from lentera.solar.faults import Situation
from lentera.solar.installation import Battery, Controller, Kit, Lamp, MeasuringPoint, Panel


class Kind(StrEnum):
    """Name how one finds out."""

    LOOK = "look"
    VOLTS = "volts"
    COMPARE = "compare"
    AMPS = "amps"
    OHMS = "ohms"


LAMP_CABLE = "lamp_cable"
"""Place of the ohm measurement."""
DISPLAY = "display"
"""Place where the controller's display is looked at."""


@dataclass(frozen=True, slots=True)
class Measurement:
    """Be one look or one measurement.

    Attributes
    ----------
    id : str
        Situation and place, as "night_on:TP3".
    place : str
        Test point, current, lamp, or `DISPLAY`, or `LAMP_CABLE`; two test points as "TP5-TP4" to compare; two
        screws as "switch.b~lamp1.minus", red probe first, where a learner puts the probes elsewhere.
    seconds : float
        What it takes [s].
    """

    id: str
    kind: Kind
    situation: Situation
    place: str
    seconds: float
    name: Saying


@dataclass(frozen=True, slots=True)
class Tolerance:
    """Hold how far two readings may lie apart and still be one for a meter."""

    least: float
    share: float

    def of(self, first: float, second: float) -> float:
        """Give the distance within which the two count as equal."""
        return max(self.least, self.share * max(abs(first), abs(second)))


@cache
def _table() -> dict[str, Any]:
    text = files("lentera.solar.diagnosis").joinpath("measurements.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def tolerance(kind: Kind) -> Tolerance:
    """Give how close two readings of a kind may lie."""
    row = _table()["tolerance"][kind]
    return Tolerance(row["least"]["value"], row["share"]["value"])


_NOWHERE = Saying("", "")


def _named(row: Mapping[str, str], situation: Situation, where: Saying = _NOWHERE) -> Saying:
    when = situation.name_in_words
    said = {name: text[:1].lower() + text[1:] for name, text in (("id", when.id), ("en", when.en))}
    return Saying(
        row["id"].format(where=where.id, when=said["id"]), row["en"].format(where=where.en, when=said["en"])
    )


_POLES: Final = {"I_pv": Panel, "I_battery": Battery, "I_lamp": Lamp}


def currents_of(kit: Kit) -> tuple[str, ...]:
    """Give the currents that a learner can measure without opening a part.

    An ammeter goes into a lead to the plus pole that ends at a test point. Nobody opens a plug-in lamp: there
    is a lithium cell in it.
    """
    reached = {terminal for point in kit.test_points.values() for terminal in (point.red, point.black)}
    units = kit.installation.units
    plus = {
        current: {f"{name}.plus" for name, unit in units.items() if isinstance(unit, kind)}
        for current, kind in _POLES.items()
    }
    return tuple(
        current
        for current, poles in plus.items()
        if any(poles & set(lead.pair) and reached & set(lead.pair) for lead in kit.installation.leads)
    )


def _on_panel(kit: Kit, point: MeasuringPoint) -> bool:
    return isinstance(kit.installation.units.get(point.red.rpartition(".")[0]), Panel)


def _neighbours(kit: Kit) -> tuple[tuple[MeasuringPoint, MeasuringPoint], ...]:
    """Give the test points to compare: the charging plugs of lamps side by side, as second and first."""
    plugs = [point for point in kit.test_points.values() if point.red.endswith(".pv_plus")]
    return tuple(zip(plugs[1::2], plugs[::2], strict=False))


def measurements_of(kit: Kit) -> tuple[Measurement, ...]:
    """List everything that can be looked at or measured on a kit, in all situations."""
    table = _table()
    found: list[Measurement] = []

    def put(kind: Kind, situation: Situation, place: str, name: Saying, effort: str = "seconds") -> None:
        seconds = table[kind][effort]["value"]
        found.append(Measurement(f"{situation}:{place}", kind, situation, place, seconds, name))

    units = kit.installation.units
    lamps = [name for name, unit in units.items() if isinstance(unit, Lamp)]
    for situation in Situation:
        for number, lamp in enumerate(lamps, start=1):
            where = (
                Saying(f"lampu {number}", f"lamp {number}") if len(lamps) > 1 else Saying("lampu", "the lamp")
            )
            put(Kind.LOOK, situation, lamp, _named(table["look"]["lamp"], situation, where))
        if isinstance(units.get("controller"), Controller):
            put(Kind.LOOK, situation, DISPLAY, _named(table["look"][DISPLAY], situation))
        for point in kit.test_points.values():
            where = Saying(point.name, point.name_en)
            effort = "panel_seconds" if _on_panel(kit, point) else "seconds"
            put(Kind.VOLTS, situation, point.id, _named(table["volts"]["name"], situation, where), effort)
        for one, other in _neighbours(kit):
            where = Saying(f"{other.name}, {one.name}", f"{other.name_en}, {one.name_en}")
            name = _named(table["compare"]["name"], situation, where)
            put(Kind.COMPARE, situation, f"{one.id}-{other.id}", name)
        for current in currents_of(kit):
            put(Kind.AMPS, situation, current, _named(table["amps"][current], situation))
    if "switch" in units and "fuse" in units:
        put(Kind.OHMS, Situation.NIGHT_ON, LAMP_CABLE, _named(table["ohms"]["name"], Situation.NIGHT_ON))
    return tuple(found)


_APART: Final = "~"


def volts_id(kit: Kit, situation: Situation, red: str, black: str) -> str:
    """Give the id of measuring volts between two screws: a test point's where they are its own.

    Raises
    ------
    ValueError
        When the kit has no such screw, or both are one.
    """
    for point in kit.test_points.values():
        if (point.red, point.black) == (red, black):
            return f"{situation}:{point.id}"
    id_ = f"{situation}:{red}{_APART}{black}"
    if pair_named(kit, id_) is None:
        raise ValueError(f"{red!r} and {black!r} are no two screws of kit {kit.id}; choose both in the list")
    return id_


def ends_of(place: str) -> tuple[str, str] | None:
    """Give the two screws of a place such as "switch.b~lamp1.minus", red first; None for any other place."""
    red, apart, black = place.partition(_APART)
    return (red, black) if apart else None


def pair_named(kit: Kit, id_: str) -> Measurement | None:
    """Give the measurement between two screws that an id names; None when it is no such id."""
    situation, _, place = id_.partition(":")
    ends = ends_of(place)
    if ends is None or situation not in set(Situation) or not set(ends) <= set(screws_of(kit)):
        return None
    red, black = (TERMINALS[end] for end in ends)
    if red is black:
        return None
    where = Saying(f"{red.name} dan {black.name}", f"{red.name_en} and {black.name_en}")
    table, when = _table()["volts"], Situation(situation)
    effort = "panel_seconds" if place.startswith("panel.") or f"{_APART}panel." in place else "seconds"
    return Measurement(
        id_, Kind.VOLTS, when, place, table[effort]["value"], _named(table["name"], when, where)
    )


def screws_of(kit: Kit) -> tuple[str, ...]:
    """Give the screws of a kit that a probe can touch; empty for a kit of plugs, which has no controller."""
    there = kit.installation.terminals if "controller" in kit.installation.units else ()
    return tuple(name for name in TERMINALS if name in there)

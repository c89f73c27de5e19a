"""What is seen of a circuit at one moment, and how it is put into words for a board."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

from lentera.solar.bench import LampCondition
from lentera.solar.heating import Heat
from lentera.solar.parts import FUSES, BatterySpec
from lentera.widgets.drawing.words import heat_word, lamp_word, sky_words
from lentera.words import _, number

BARS: Final = 4
"""Bars of the battery on the controller's screen."""

_CELL_VOLTS: Final = {"vrla": 2.0, "lfp": 3.2}
"""What a cell is sold as, by chemistry [V]."""


@dataclass(frozen=True)
class Drawn:
    """Hold one lead as it is drawn.

    Attributes
    ----------
    colour : str
        "plus", "minus", or "pair" for a cable with both wires.
    heat : Heat
        How warm it is.
    mark, tone : str
        A word beside it and its kind ("stop" for danger, "yet" for a lead to change).
    open : bool
        Whether it hangs loose.
    """

    id: str
    start: str
    end: str
    colour: str
    number: str
    heat: Heat = Heat.COOL
    mark: str = ""
    tone: str = ""
    open: bool = False

    def marked(self) -> "Drawn":
        """Give the lead with the word of its warmth, which goes before any other mark."""
        word = heat_word(self.heat)
        if not word:
            return self
        return replace(self, mark=word, tone="stop" if self.heat is not Heat.WARM else "yet")

    def to_json(self) -> dict[str, Any]:
        """Return it as the board reads it."""
        label = _("Lead {wire}").format(wire=self.number)
        return {**asdict(self), "label": label, "heat": self.heat.value}


@dataclass(frozen=True)
class Shining:
    """Hold one lamp as it is drawn, with its word; `brightness` is 1 at its rated current.

    A plug-in lamp has a pull switch of its own, `on` or not, and may be `charging`.
    """

    name: str
    word: str
    brightness: float = 0.0
    dead: bool = False
    alarm: bool = False
    on: bool | None = None
    charging: bool = False

    def to_json(self) -> dict[str, Any]:
        """Return it as the board reads it."""
        return {**asdict(self), "brightness": round(self.brightness, 3)}


@dataclass(frozen=True)
class Face:
    """Hold the controller's face: `volts` on its screen [V], None when it is dark, and its two lights."""

    volts: float | None
    soc: float
    charging: bool
    feeding: bool

    def to_json(self) -> dict[str, Any]:
        """Return it as the board reads it."""
        name = _("Charge controller")
        return {
            "volts": "" if self.volts is None else number(settled(self.volts, 1), 1),
            "bars": max(1, min(BARS, round(self.soc * BARS))),
            "charging": self.charging,
            "feeding": self.feeding,
            "title": name if self.volts is not None else _("{name}: screen dark").format(name=name),
        }


@dataclass(frozen=True)
class Scene:
    """Hold all that a board shows.

    Attributes
    ----------
    sky : str
        "cerah", "mendung", "hujan" or "malam".
    sun_height : float
        0 at the horizon, 1 overhead.
    fuse : str
        "in", "blown" or "out".
    probes : mapping, optional
        Terminal of the "red" and of the "black" probe; None for a board without a meter.
    """

    wires: Sequence[Drawn]
    lamps: Sequence[Shining]
    controller: Face | None
    covered: bool
    sky: str
    sun_height: float
    fuse: str = "in"
    fuse_word: str = ""
    switch_on: bool = False
    battery_word: str = ""
    panel_word: str = ""
    probes: Mapping[str, str | None] | None = None

    def to_json(self, *, kit: str, title: str, description: str = "") -> dict[str, Any]:
        """Return the picture; `title` and `description` name it for those who do not see it."""
        return {
            "kit": kit,
            "title": title,
            "description": description,
            "wires": [wire.to_json() for wire in self.wires],
            "lamps": [lamp.to_json() for lamp in self.lamps],
            "controller": self.controller and self.controller.to_json(),
            "covered": self.covered,
            "sky": self.sky,
            "sky_word": sky_words()[self.sky],
            "sun_height": round(self.sun_height, 3),
            "fuse": self.fuse,
            "fuse_word": self.fuse_word,
            "switch_on": self.switch_on,
            "battery_word": self.battery_word,
            "panel_word": self.panel_word,
            "probes": None if self.probes is None else dict(self.probes),
        }


def settled(value: float, decimals: int) -> float:
    """Return zero for what would be written as minus zero."""
    return 0.0 if abs(value) < 0.5 * 10**-decimals else value


def fuse_word(rating: float | None) -> str:
    """Return what is written beside the fuse holder; a pulled fuse has no rating [A]."""
    if rating is None:
        return _("Fuse holder, empty")
    return _("Fuse {amps} A").format(amps=number(rating))


def fuse_named(name: str | None) -> str:
    """Return what is written beside the holder of a fuse of the catalogue."""
    return fuse_word(None if name is None else FUSES[name].rating)


def battery_word(spec: BatterySpec) -> str:
    """Return the print on a battery: nominal volts and capacity."""
    volts = spec.cells * _CELL_VOLTS[spec.chemistry]
    decimals = 0 if volts.is_integer() else 1
    return _("{volts} V {ah} Ah").format(volts=number(volts, decimals), ah=number(spec.capacity))


def panel_word(power: float) -> str:
    """Return the word beside the panel with its power [W]."""
    return _("Panel {watts} Wp").format(watts=number(round(power)))


def shining(name: str, condition: LampCondition, brightness: float) -> Shining:
    """Return a lamp as it is drawn."""
    return Shining(
        name,
        lamp_word(condition),
        brightness,
        dead=condition is LampCondition.BROKEN,
        alarm=condition in {LampCondition.OVERBRIGHT, LampCondition.BROKEN},
    )


def lamp_name(n: int) -> str:
    """Return the name of a lamp by its number."""
    return _("Lamp {n}").format(n=n)

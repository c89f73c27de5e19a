"""The eighteen screws and posts that a learner can join on the bench."""

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping


class Part(StrEnum):
    """Name the thing on the table that a terminal belongs to."""

    PANEL = "panel"
    CONTROLLER = "controller"
    BATTERY = "battery"
    FUSE = "fuse"
    SWITCH = "switch"
    LAMP1 = "lamp1"
    LAMP2 = "lamp2"


class Polarity(StrEnum):
    """Say which pole a terminal is; a fuse or a switch has none."""

    PLUS = "plus"
    MINUS = "minus"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Terminal:
    """Describe one terminal: what it belongs to and how it is written and spoken."""

    id: str
    part: Part
    polarity: Polarity
    name: str
    spoken: str
    name_en: str
    spoken_en: str


# Capital BATERAI is printed on the controller, "Baterai" is the battery itself. A screen reader does not
# tell the case of letters, so the spoken names carry the word "pengatur".
_ROWS: Final = (
    ("battery.plus", "Baterai +", "baterai plus", "Battery +", "battery plus"),
    ("battery.minus", "Baterai −", "baterai minus", "Battery −", "battery minus"),
    ("fuse.a", "Sekering kiri", "sekering kiri", "Fuse left", "fuse left"),
    ("fuse.b", "Sekering kanan", "sekering kanan", "Fuse right", "fuse right"),
    (
        "controller.battery_plus",
        "BATERAI +",
        "pengatur baterai plus",
        "BATTERY +",
        "controller battery plus",
    ),
    (
        "controller.battery_minus",
        "BATERAI −",
        "pengatur baterai minus",
        "BATTERY −",
        "controller battery minus",
    ),
    ("panel.plus", "Panel +", "panel plus", "Panel +", "panel plus"),
    ("panel.minus", "Panel −", "panel minus", "Panel −", "panel minus"),
    ("controller.pv_plus", "PANEL +", "pengatur panel plus", "PANEL +", "controller panel plus"),
    ("controller.pv_minus", "PANEL −", "pengatur panel minus", "PANEL −", "controller panel minus"),
    ("controller.load_plus", "BEBAN +", "pengatur beban plus", "LOAD +", "controller load plus"),
    ("controller.load_minus", "BEBAN −", "pengatur beban minus", "LOAD −", "controller load minus"),
    ("switch.a", "Sakelar kiri", "sakelar kiri", "Switch left", "switch left"),
    ("switch.b", "Sakelar kanan", "sakelar kanan", "Switch right", "switch right"),
    ("lamp1.plus", "Lampu 1 +", "lampu 1 plus", "Lamp 1 +", "lamp 1 plus"),
    ("lamp1.minus", "Lampu 1 −", "lampu 1 minus", "Lamp 1 −", "lamp 1 minus"),
    ("lamp2.plus", "Lampu 2 +", "lampu 2 plus", "Lamp 2 +", "lamp 2 plus"),
    ("lamp2.minus", "Lampu 2 −", "lampu 2 minus", "Lamp 2 −", "lamp 2 minus"),
)


def _polarity(terminal_id: str) -> Polarity:
    for polarity in (Polarity.PLUS, Polarity.MINUS):
        if terminal_id.endswith(polarity):
            return polarity
    return Polarity.NONE


TERMINALS: "Final[Mapping[str, Terminal]]" = MappingProxyType(
    {row[0]: Terminal(row[0], Part(row[0].split(".")[0]), _polarity(row[0]), *row[1:]) for row in _ROWS}
)
"""Terminal id to `Terminal`, in the order in which lists offer them (battery first)."""

"""What a learner can join: the eighteen screws and posts of kit B, the sixteen sockets of kit A."""

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Part(StrEnum):
    """Name the thing on the table that a terminal belongs to; box, hubs and lamps 3 and 4 are kit A's."""

    PANEL = "panel"
    CONTROLLER = "controller"
    BATTERY = "battery"
    FUSE = "fuse"
    SWITCH = "switch"
    LAMP1 = "lamp1"
    LAMP2 = "lamp2"
    LAMP3 = "lamp3"
    LAMP4 = "lamp4"
    BOX = "box"
    HUB1 = "hub1"
    HUB2 = "hub2"


class Polarity(StrEnum):
    """Say which pole a terminal is; a fuse or a switch has none."""

    PLUS = "plus"
    MINUS = "minus"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Terminal:
    """Describe one terminal: what it belongs to and how it is written and spoken.

    A socket of kit A has two `poles`; its plug fits one way round only, so it has no polarity.
    """

    id: str
    part: Part
    polarity: Polarity
    name: str
    spoken: str
    name_en: str
    spoken_en: str
    poles: int = 1

    @property
    def takes(self) -> bool:
        """Say whether a socket takes power in; the others of its kind give it out."""
        return self.id.endswith(".in")


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
"""Terminal id of kit B to `Terminal`, in the order in which lists offer them (battery first)."""


def _plugs() -> "Iterator[Terminal]":
    yield _socket("panel.out", "Panel", "Panel")
    yield _socket("box.in", "Kotak utama masuk", "Main box inlet")
    for number in (1, 2):
        yield _socket(f"box.out{number}", f"Kotak utama lubang {number}", f"Main box socket {number}")
    for hub in (1, 2):
        yield _socket(f"hub{hub}.in", f"Kotak cabang {hub} masuk", f"Hub {hub} inlet")
        for number in (1, 2, 3):
            name = f"Kotak cabang {hub} lubang {number}"
            yield _socket(f"hub{hub}.{number}", name, f"Hub {hub} socket {number}")
    for lamp in (1, 2, 3, 4):
        yield _socket(f"lamp{lamp}.in", f"Lampu {lamp}", f"Lamp {lamp}")


def _socket(id_: str, name: str, name_en: str) -> Terminal:
    part = Part(id_.partition(".")[0])
    spoken, spoken_en = (words[0].lower() + words[1:] for words in (name, name_en))
    return Terminal(id_, part, Polarity.NONE, name, spoken, name_en, spoken_en, poles=2)


_OF_KIT: "Final[Mapping[str, Mapping[str, Terminal]]]" = MappingProxyType(
    {"a": MappingProxyType({socket.id: socket for socket in _plugs()}), "b": TERMINALS}
)
KITS: Final = tuple(_OF_KIT)
EVERY_TERMINAL: "Final[Mapping[str, Terminal]]" = MappingProxyType({**TERMINALS, **_OF_KIT["a"]})
"""The terminals of both kits; no id stands for two things."""


def terminals_of(kit: str) -> "Mapping[str, Terminal]":
    """Give the terminals of kit "a" or "b" in the order in which lists offer them.

    Kit A is plugged, not screwed. Its sockets have both poles: ``panel.out``, the main box ``box.in``,
    ``box.out1``, ``box.out2``, both hubs ``hub1.in``, ``hub1.1``, ``hub1.2``, ``hub1.3`` and so on, and the
    lamps ``lamp1.in`` to ``lamp4.in``. A cable goes from one that gives to one that takes (`Terminal.takes`).
    The USB port sits inside hub 2 and needs no cable.

    Raises
    ------
    ValueError
        When there is no such kit.
    """
    if kit not in _OF_KIT:
        raise ValueError(f"kit is {kit!r}; choose one of {', '.join(KITS)}")
    return _OF_KIT[kit]

"""The fixed words of a board: names of terminals and parts, the key, zooming, and how things look."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from lentera.solar.bench import LampCondition, Part, Polarity, Terminal, terminals_of
from lentera.solar.heating import Heat
from lentera.words import _, language

_PART_ORDER: Final = (
    Part.BATTERY,
    Part.FUSE,
    Part.CONTROLLER,
    Part.PANEL,
    Part.SWITCH,
    Part.BOX,
    Part.HUB1,
    Part.HUB2,
    Part.LAMP1,
    Part.LAMP2,
    Part.LAMP3,
    Part.LAMP4,
)
"""The order in which lists offer parts, as a learner joins them."""


def shown_name(terminal: Terminal) -> str:
    """Return a terminal's name as it is printed."""
    return terminal.name_en if language() == "en" else terminal.name


def spoken_name(terminal: Terminal) -> str:
    """Return a terminal's name for the ear, where capitals cannot tell two parts apart."""
    return terminal.spoken_en if language() == "en" else terminal.spoken


def _option(terminal: Terminal) -> str:
    """Name a terminal in a list: sign and word, and the controller by name."""
    name = shown_name(terminal)
    if terminal.part is Part.CONTROLLER:
        name = _("Controller {name}").format(name=name)
    if terminal.polarity is Polarity.PLUS:
        return _("{name} (plus)").format(name=name)
    if terminal.polarity is Polarity.MINUS:
        return _("{name} (minus)").format(name=name)
    return name


def part_name(part: Part) -> str:
    """Return the name of a thing on the table."""
    return _part_names(language())[part]


@cache
def _part_names(_code: str) -> dict[Part, str]:
    """Name every thing once for each language: the summary asks for them with each gesture."""
    return {
        Part.PANEL: _("Panel"),
        Part.CONTROLLER: _("Charge controller"),
        Part.BATTERY: _("Battery"),
        Part.FUSE: _("Fuse"),
        Part.SWITCH: _("Switch"),
        Part.LAMP1: _("Lamp 1"),
        Part.LAMP2: _("Lamp 2"),
        Part.LAMP3: _("Lamp 3"),
        Part.LAMP4: _("Lamp 4"),
        Part.BOX: _("Main box"),
        Part.HUB1: _("Hub 1"),
        Part.HUB2: _("Hub 2"),
    }


def sky_words() -> dict[str, str]:
    """Return the word of each sky."""
    return {"cerah": _("clear"), "mendung": _("cloudy"), "hujan": _("rain"), "malam": _("night")}


def heat_word(heat: Heat) -> str:
    """Return what a hand would tell of a cable; a cool one has no word."""
    return heat_words()[heat.value] if heat is not Heat.COOL else ""


def heat_words() -> dict[str, str]:
    """Return the word of each warmth, by its value."""
    return {
        Heat.COOL.value: "",
        Heat.WARM.value: _("warm"),
        Heat.HOT.value: _("hot"),
        Heat.SOFTENING.value: _("softening"),
        Heat.MELTING.value: _("melting"),
    }


def lamp_word(condition: LampCondition) -> str:
    """Return the word for how a lamp looks."""
    return {
        LampCondition.DARK: _("unlit"),
        LampCondition.DIM: _("dim"),
        LampCondition.LIT: _("lit"),
        LampCondition.OVERBRIGHT: _("too bright"),
        LampCondition.BROKEN: _("broken"),
    }[condition]


def terminal_words(terminals: Mapping[str, Terminal]) -> dict[str, dict[str, str]]:
    """Return the names of terminals: as printed, for the ear, and in a list."""
    return {
        row.id: {"name": shown_name(row), "spoken": spoken_name(row), "option": _option(row)}
        for row in terminals.values()
    }


def board_words(kit: str = "b", *, lamps: int = 2) -> dict[str, Any]:
    """Return the fixed words of a board; it offers the terminals that are named here and no others.

    Parameters
    ----------
    kit : str
        "a" or "b".
    lamps : int
        Lamps on a board of kit B: 2 on the bench, 1 in a house.
    """
    absent = {Part.LAMP2} if kit == "b" and lamps == 1 else set()
    terminals = {name: row for name, row in terminals_of(kit).items() if row.part not in absent}
    return {
        "kit": kit,
        "terminals": terminal_words(terminals),
        "groups": [
            {
                "label": part_name(part),
                "terminals": [row.id for row in terminals.values() if row.part is part],
            }
            for part in _PART_ORDER
            if any(row.part is part for row in terminals.values())
        ],
        "sky": sky_words(),
        "heat": heat_words(),
        "covered": _("under the cloth"),
        "box": _("Main box"),
        "hubs": [_("Hub 1"), _("Hub 2")],
        "usb": _("USB port"),
        "charging": _("charging"),
        "pull": _("pull switch"),
        "switch": _("Switch"),
        "on": _("switched on"),
        "off": _("switched off"),
        "battery": _("Battery"),
        "blown": _("blown"),
        "pulled": _("pulled out"),
        "led_charge": _("charge"),
        "led_load": _("load"),
        "controller_pairs": [_("PANEL"), _("BATTERY"), _("LOAD")],
        "key_plus": _("plus: red, plain"),
        "key_minus": _("minus: black, striped"),
        "key_pair": _("cable with both wires"),
        "chosen": _("{name} is chosen. Press the second terminal."),
        "unchosen": _("The choice is cancelled."),
        "dropped": _("No lead was joined. Let go on another terminal."),
        "missed": _("The probe is back where it was. Let go on a terminal."),
        "red": _("red probe"),
        "black": _("black probe"),
        "views_title": _("How the circuit is drawn"),
        "views": {"board": _("Picture"), "schematic": _("Diagram")},
        "zoom_title": _("Size of the picture"),
        "zoom_in": _("Enlarge"),
        "zoom_out": _("Make smaller"),
        "zoom_all": _("Whole picture"),
        "zoomed": _("Enlarged {n} times."),
        "zoomed_all": _("The whole picture is there."),
        "move": {
            "left": _("Move left"),
            "right": _("Move right"),
            "up": _("Move up"),
            "down": _("Move down"),
        },
        "moved": {
            "left": _("Moved left."),
            "right": _("Moved right."),
            "up": _("Moved up."),
            "down": _("Moved down."),
        },
        "edge": _("Here the picture ends."),
    }

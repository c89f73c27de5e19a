"""The fixed words of the bench, handed to its picture and list in one piece."""

from typing import Any

from lentera.solar.bench import TERMINALS, Part, Polarity, Terminal
from lentera.widgets.frame import frame_words
from lentera.words import _, language

_PART_ORDER = (Part.BATTERY, Part.FUSE, Part.CONTROLLER, Part.PANEL, Part.SWITCH, Part.LAMP1, Part.LAMP2)


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
    return {
        Part.PANEL: _("Panel"),
        Part.CONTROLLER: _("Charge controller"),
        Part.BATTERY: _("Battery"),
        Part.FUSE: _("Fuse"),
        Part.SWITCH: _("Switch"),
        Part.LAMP1: _("Lamp 1"),
        Part.LAMP2: _("Lamp 2"),
    }[part]


def sky_words() -> dict[str, str]:
    """Return the word of each sky."""
    return {"siang": _("daylight"), "mendung": _("cloudy"), "malam": _("night")}


def bench_words() -> dict[str, Any]:
    """Return every fixed word the bench shows, in the interface language."""
    rows = list(TERMINALS.values())
    return {
        **frame_words(_("Wiring bench")),
        "undo": _("Undo"),
        "redo": _("Redo"),
        "switch_on": _("Switch on"),
        "switch_off": _("Switch off"),
        "cover": _("Put the cloth on"),
        "uncover": _("Take the cloth off"),
        "join_title": _("Join a lead"),
        "from": _("From"),
        "to": _("To"),
        "colour": _("Colour of the lead"),
        "colours": [["", _("automatic")], ["plus", _("red, plain")], ["minus", _("black, striped")]],
        "pick": _("Choose a terminal"),
        "pick_both": _("Choose both ends of the lead: From and To."),
        "join": _("Join the lead"),
        "remove": _("Take off"),
        "hot": _("hot"),
        "wrong": _("not right yet"),
        "remove_lead": _("Remove lead {n}"),
        "no_wires": _("No leads yet. Start with the battery."),
        "hint_number": _("Hint {n} of 3"),
        "repair": _("Broken parts"),
        "replace_fuse": _("Replace the 5 A fuse"),
        "replace_lamp": _("Replace the lamp"),
        "state_title": _("State of the circuit"),
        "table_title": _("Set the table"),
        "sky_title": _("Sky"),
        "skies": [[key, word] for key, word in sky_words().items()],
        "sky": sky_words(),
        "start_over": _("Start over"),
        "start_over_ask": _("Start again from an empty table? Finished rounds stay saved."),
        "start_over_yes": _("Yes, start over"),
        "chosen": _("{name} is chosen. Press the second terminal."),
        "unchosen": _("The choice is cancelled."),
        "dropped": _("No lead was joined. Let go on another terminal."),
        "panel": _("Panel 10 Wp"),
        "covered": _("under the cloth"),
        "lamps": [_("Lamp 1"), _("Lamp 2")],
        "fuse": _("Fuse 5 A"),
        "blown": _("blown"),
        "switch": _("Switch"),
        "on": _("switched on"),
        "off": _("switched off"),
        "battery": _("Battery"),
        "battery_size": _("12 V 7 Ah"),
        "led_charge": _("charge"),
        "led_load": _("load"),
        "controller_pairs": [_("PANEL"), _("BATTERY"), _("LOAD")],
        "key_plus": _("plus: red, plain"),
        "key_minus": _("minus: black, striped"),
        "terminals": {
            row.id: {"name": shown_name(row), "spoken": spoken_name(row), "option": _option(row)}
            for row in rows
        },
        "groups": [
            {"label": part_name(part), "terminals": [row.id for row in rows if row.part is part]}
            for part in _PART_ORDER
        ],
    }

"""The fixed words of the bench, handed to its picture and list in one piece."""

from typing import Any, Final

from lentera.solar.bench import (
    CONNECTOR_CHOICES,
    LEAD_CABLE,
    LEAD_CONNECTOR,
    LEAD_LENGTH,
    LEAD_LENGTHS,
)
from lentera.solar.parts import CABLES, CONNECTORS, FUSES
from lentera.widgets.bench.shelf import LONGEST_NAME
from lentera.widgets.drawing.words import board_words
from lentera.widgets.frame import frame_words
from lentera.words import _, language, number

FUSES_OFFERED: Final = ("fuse2a", "fuse3a", "fuse5a", "fuse10a", "fuse15a", "wire")
"""Fuses in the box beside the bench; the wire is what people take when no fuse is at hand."""


def cable_word(cable: str) -> str:
    """Return the size of a cable: "0,75 mm²"."""
    area = CABLES[cable].area
    decimals = next(n for n in (0, 1, 2) if round(area, n) == area)
    return f"{number(area, decimals)}\u00a0mm²"


def connector_word(connector: str) -> str:
    """Return the name of a connector."""
    spec = CONNECTORS[connector]
    return spec.name_en if language() == "en" else spec.name


def kit_words() -> dict[str, str]:
    """Return the name of each kit."""
    return {"b": _("Kit B, 12 V parts"), "a": _("Kit A, plug-in lamps")}


def bench_words(*, free: bool = False) -> dict[str, Any]:
    """Return every fixed word the bench shows, in the interface language.

    ``boards`` holds the words of each kit's board; ``board`` is that of kit B. Free play has no Check.
    """
    boards = {kit: board_words(kit) for kit in kit_words()}
    return {
        **frame_words(_("Wiring bench")),
        "board": boards["b"],
        "boards": boards,
        **_tools(),
        **_joining(),
        **_state(),
        **_judging(free=free),
        **_keeping(),
    }


def _tools() -> dict[str, Any]:
    return {
        "undo": _("Undo"),
        "redo": _("Redo"),
        "switch_on": _("Switch on"),
        "switch_off": _("Switch off"),
        "cover": _("Put the cloth on"),
        "uncover": _("Take the cloth off"),
        "start_over": _("Start over"),
        "start_over_ask": _("Start again from an empty table? Finished rounds stay saved."),
        "start_over_yes": _("Yes, start over"),
        "hint_number": _("Hint {n} of 3"),
    }


def _joining() -> dict[str, Any]:
    return {
        "join_title": _("Join a lead"),
        "from": _("From"),
        "to": _("To"),
        "colour": _("Colour of the lead"),
        "colours": [["", _("automatic")], ["plus", _("red, plain")], ["minus", _("black, striped")]],
        "pick": _("Choose a terminal"),
        "pick_both": _("Choose both ends of the lead: From and To."),
        "join": _("Join the lead"),
        "lead_title": _("Choose the cable"),
        "cable": _("Size of the cable"),
        "cables": [[key, cable_word(key)] for key in CABLES],
        "length": _("Length"),
        "length_unit": "m",
        "length_bad": _("Write the length as a number of metres."),
        "length_range": {"min": LEAD_LENGTHS.low, "max": LEAD_LENGTHS.high, "step": 0.1},
        "connector": _("Connector at the ends"),
        "connectors": [[key, connector_word(key)] for key in CONNECTOR_CHOICES],
        "usual": {"cable": LEAD_CABLE, "length": LEAD_LENGTH, "connector": LEAD_CONNECTOR},
        "change": _("Change"),
        "change_lead": _("Change the cable of lead {n}"),
        "change_done": _("Use this cable"),
        "remove": _("Take off"),
        "remove_lead": _("Remove lead {n}"),
        "no_wires": _("No leads yet. Start with the battery."),
        "no_cables": _("No cables yet. Start with the panel."),
    }


def _state() -> dict[str, Any]:
    return {
        "repair": _("Broken parts"),
        "replace_fuse": _("Replace the fuse"),
        "replace_lamp": _("Replace the lamp"),
        "fuse_title": _("Fuse in its holder"),
        "pull_fuse": _("Pull the fuse out"),
        "put_fuse": _("Put this fuse in"),
        "fuse_size": _("Size of the fuse"),
        "fuses": [[key, _fuse_option(key)] for key in FUSES_OFFERED],
        "lamp_switches": _("Switch of each lamp"),
        "state_title": _("State of the circuit"),
        "table_title": _("Set the table"),
        "sky_title": _("Sky"),
        "skies": [["cerah", _("clear")], ["mendung", _("cloudy")], ["hujan", _("rain")]],
        "clock": _("Hour of the day"),
        "kit_title": _("Kit on the table"),
        "kits": [[key, name] for key, name in kit_words().items()],
        "kit_ask": _("Take the other kit? The table is cleared. Undo brings it back."),
        "kit_yes": _("Yes, take the other kit"),
    }


def _judging(*, free: bool) -> dict[str, Any]:
    silent = _("not judged") if free else _("only with Check")
    return {
        "judging_title": _("When to judge"),
        "judgings": [["end", silent], ["live", _("while joining")]],
        "watch": _("Note while joining"),
    }


def _keeping() -> dict[str, Any]:
    return {
        "kept_title": _("Kept benches"),
        "kept_name": _("Name of the kept bench"),
        "keep": _("Keep this bench"),
        "none_kept": _("Nothing is kept yet."),
        "open": _("Open"),
        "drop": _("Throw away"),
        "shared_title": _("Share with others"),
        "share_name": _("Name of the file"),
        "share": _("Save as a file"),
        "list_shared": _("Show the files"),
        "none_shared": _("There is no file in the folder yet."),
        "shared_where": _("Files lie in the folder “bagikan” beside this notebook."),
        "longest_name": LONGEST_NAME,
    }


def _fuse_option(key: str) -> str:
    spec = FUSES[key]
    if key == "wire":
        return _("wire, not a fuse")
    return _("{amps} A").format(amps=number(spec.rating))

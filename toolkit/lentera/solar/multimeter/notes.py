"""What the meter tells beside its number, in words."""

import tomllib
from enum import StrEnum
from importlib.resources import files
from typing import Final

from lentera.solar.multimeter.meter import Socket
from lentera.words import language

_TEXTS: Final[dict[str, dict[str, dict[str, str]]]] = tomllib.loads(
    files("lentera.solar.multimeter").joinpath("notes.toml").read_text(encoding="utf-8")
)


class Note(StrEnum):
    """Name what is worth telling about a reading."""

    METER_OFF = "meter_off"
    PROBE_OFF = "probe_off"
    SAME_PLACE = "same_place"
    NO_COMMON = "no_common"
    PLUGS_SWAPPED = "plugs_swapped"
    WRONG_SOCKET = "wrong_socket"
    OVER_RANGE = "over_range"
    NO_PATH = "no_path"
    REVERSED = "reversed"
    CURRENT_BACKWARDS = "current_backwards"
    LIVE = "live"
    CONNECTED = "connected"
    BEEPS_LIVE = "beeps_live"
    METER_FUSE_BLEW = "meter_fuse_blew"
    METER_FUSE_OPEN = "meter_fuse_open"
    KIT_FUSE_BLEW = "kit_fuse_blew"
    LAMP_BROKE = "lamp_broke"
    LOAD_CUT = "load_cut"
    NOT_IN_LINE = "not_in_line"


def told(note: Note, wanted: Socket = Socket.VOLT_OHM) -> str:
    """Tell a note in the interface language; `wanted` is the socket that the reading needs."""
    tongue = "en" if language() == "en" else "id"
    return _TEXTS["note"][note][tongue].format(socket=_TEXTS["socket"][wanted][tongue])

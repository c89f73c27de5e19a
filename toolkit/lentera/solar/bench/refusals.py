"""Why something cannot be done on the bench."""

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lentera.solar.bench.events import Event


class Refusal(StrEnum):
    """Name why an action was refused; each has its sentence in `sentences.toml`."""

    UNKNOWN_TERMINAL = "unknown_terminal"
    SAME_TERMINAL = "same_terminal"
    ALREADY_JOINED = "already_joined"
    UNKNOWN_WIRE = "unknown_wire"
    UNKNOWN_CABLE = "unknown_cable"
    UNKNOWN_CONNECTOR = "unknown_connector"
    LENGTH_OUT_OF_RANGE = "length_out_of_range"
    SAME_BOX = "same_box"
    PLUGS_DO_NOT_MEET = "plugs_do_not_meet"
    SOCKET_TAKEN = "socket_taken"
    CABLE_AS_IT_IS = "cable_as_it_is"
    NOT_IN_KIT = "not_in_kit"
    UNKNOWN_KIT = "unknown_kit"
    FUSE_WHOLE = "fuse_whole"
    FUSE_WOULD_BLOW = "fuse_would_blow"
    FUSE_IN_PLACE = "fuse_in_place"
    FUSE_ABSENT = "fuse_absent"
    UNKNOWN_FUSE = "unknown_fuse"
    UNKNOWN_LAMP = "unknown_lamp"
    LAMP_WHOLE = "lamp_whole"
    SUN_OUT_OF_RANGE = "sun_out_of_range"
    CLOCK_OUT_OF_RANGE = "clock_out_of_range"


class BenchError(ValueError):
    """Tell that an action cannot be done; the bench is as before.

    `refusal` names the sentence; `event` carries its terminals or wire number.
    """

    def __init__(self, refusal: Refusal, message: str, event: "Event | None" = None) -> None:
        super().__init__(message)
        self.refusal = refusal
        self.event = event

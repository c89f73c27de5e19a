"""What can happen on the bench, as typed events in the order in which they happen."""

from dataclasses import dataclass
from enum import StrEnum


class EventKind(StrEnum):
    """Name an event; each kind has its sentence in `sentences.toml`."""

    # What the learner did.
    WIRE_JOINED = "wire_joined"
    WIRE_REMOVED = "wire_removed"
    SWITCH_ON = "switch_on"
    SWITCH_OFF = "switch_off"
    PANEL_COVERED = "panel_covered"
    PANEL_UNCOVERED = "panel_uncovered"
    SUN_CHANGED = "sun_changed"
    FUSE_REPLACED = "fuse_replaced"
    LAMP_REPLACED = "lamp_replaced"
    STARTED_OVER = "started_over"
    # What broke or let go, once.
    FUSE_BLEW = "fuse_blew"
    LAMP_DEAD = "lamp_dead"
    # What began or ended.
    CONTROLLER_ON = "controller_on"
    CONTROLLER_OFF = "controller_off"
    LAMP_LIT = "lamp_lit"
    LAMPS_LIT = "lamps_lit"
    LAMP_DIM = "lamp_dim"
    LAMPS_DIM = "lamps_dim"
    LAMP_OUT = "lamp_out"
    LAMPS_OUT = "lamps_out"
    CHARGING = "charging"
    CHARGING_STOPPED = "charging_stopped"
    # What is wrong as long as it stands; told once, when it begins.
    SHORT_ACROSS_BATTERY = "short_across_battery"
    WIRE_HOT = "wire_hot"
    BATTERY_REVERSED = "battery_reversed"
    BATTERY_REVERSED_WITH_PANEL = "battery_reversed_with_panel"
    PANEL_REVERSED = "panel_reversed"
    PANEL_SHORTED = "panel_shorted"
    PANEL_OVERVOLTAGE = "panel_overvoltage"
    LAMP_REVERSED = "lamp_reversed"
    LAMP_OVERBRIGHT = "lamp_overbright"
    LOAD_OVERVOLTAGE = "load_overvoltage"
    LOAD_LOW_BATTERY = "load_low_battery"
    LOAD_OVERLOAD = "load_overload"
    LOAD_PROTECTED = "load_protected"
    LOAD_FLICKERS = "load_flickers"


@dataclass(frozen=True, slots=True)
class Event:
    """Tell one thing that happened.

    `wire` is a wire's number, `lamp` is 1 or 2, `start` and `end` are terminal ids, `amount` is the volts
    [V], amperes [A] or sun [W/m²] that belong to the kind; each is None where it says nothing.
    """

    kind: EventKind
    wire: int | None = None
    lamp: int | None = None
    start: str | None = None
    end: str | None = None
    amount: float | None = None

    @property
    def topic(self) -> tuple[EventKind, int | None, int | None]:
        """Give what two tellings of the same standing fault have in common."""
        return (self.kind, self.wire, self.lamp)

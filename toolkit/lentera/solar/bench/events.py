"""What can happen on the bench, as typed events in the order in which they happen."""

from dataclasses import dataclass
from enum import StrEnum


class EventKind(StrEnum):
    """Name an event; each kind has its sentence in `sentences.toml`."""

    # What the learner did.
    WIRE_JOINED = "wire_joined"
    WIRE_REMOVED = "wire_removed"
    LEAD_CHANGED = "lead_changed"
    PLUG_JOINED = "plug_joined"
    PLUG_PULLED = "plug_pulled"
    SWITCH_ON = "switch_on"
    SWITCH_OFF = "switch_off"
    LAMP_SWITCHED_ON = "lamp_switched_on"
    LAMP_SWITCHED_OFF = "lamp_switched_off"
    PANEL_COVERED = "panel_covered"
    PANEL_UNCOVERED = "panel_uncovered"
    SUN_CHANGED = "sun_changed"
    CLOCK_CHANGED = "clock_changed"
    FUSE_PULLED = "fuse_pulled"
    FUSE_PUT = "fuse_put"
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
    LAMP_CHARGING = "lamp_charging"
    LAMPS_CHARGING = "lamps_charging"
    LAMP_CHARGING_STOPPED = "lamp_charging_stopped"
    LAMPS_CHARGING_STOPPED = "lamps_charging_stopped"
    LAMP_ON_CELL = "lamp_on_cell"
    LAMPS_ON_CELL = "lamps_on_cell"
    # What is wrong as long as it stands; told once, when it begins.
    SHORT_ACROSS_BATTERY = "short_across_battery"
    WIRE_HOT = "wire_hot"
    WIRE_WARM = "wire_warm"
    FUSE_TOO_LARGE = "fuse_too_large"
    DROP_LARGE = "drop_large"
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
    LAMP_CELL_LOW = "lamp_cell_low"


@dataclass(frozen=True, slots=True)
class Event:
    """Tell one thing that happened.

    `wire` is a wire's number, `lamp` a lamp's, `start` and `end` are terminal ids, `amount` is the volts [V],
    amperes [A], sun [W/m²], metres [m], hour [h] or number of lamps that belongs to the kind. `cable`,
    `connector` and `fuse` are keys of the catalogue, `sky` is a `Sky`. Each is None where it says nothing.
    """

    kind: EventKind
    wire: int | None = None
    lamp: int | None = None
    start: str | None = None
    end: str | None = None
    amount: float | None = None
    cable: str | None = None
    connector: str | None = None
    fuse: str | None = None
    sky: str | None = None

    @property
    def topic(self) -> tuple[EventKind, int | None, int | None]:
        """Give what two tellings of the same standing fault have in common."""
        return (self.kind, self.wire, self.lamp)

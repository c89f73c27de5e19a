"""Tell what is new on a bench: what ended and what began since it was last told."""

from typing import Final

from lentera.solar.bench.events import Event, EventKind
from lentera.solar.bench.readings import LampCondition, Reading

_ENDS: Final = {
    EventKind.CONTROLLER_ON: EventKind.CONTROLLER_OFF,
    EventKind.CHARGING: EventKind.CHARGING_STOPPED,
    EventKind.LAMP_CHARGING: EventKind.LAMP_CHARGING_STOPPED,
}
_BOTH: Final = {
    EventKind.LAMP_LIT: EventKind.LAMPS_LIT,
    EventKind.LAMP_DIM: EventKind.LAMPS_DIM,
    EventKind.LAMP_OUT: EventKind.LAMPS_OUT,
}
"""What two lamps of kit B doing the same thing is called."""
_SEVERAL: Final = {
    EventKind.LAMP_CHARGING: EventKind.LAMPS_CHARGING,
    EventKind.LAMP_CHARGING_STOPPED: EventKind.LAMPS_CHARGING_STOPPED,
    EventKind.LAMP_ON_CELL: EventKind.LAMPS_ON_CELL,
}
"""What some lamps of kit A doing the same thing is called; their number is the amount."""
_SHINING: Final = frozenset({EventKind.LAMP_LIT, EventKind.LAMP_DIM, EventKind.LAMP_OVERBRIGHT})


def news(before: tuple[Event, ...], now: tuple[Event, ...], reading: Reading) -> list[Event]:
    """Tell what began and what ended, each once, from what stood and what stands."""
    old, new = {event.topic for event in before}, {event.topic for event in now}
    ended = [
        Event(_ENDS[event.kind], lamp=event.lamp)
        for event in before
        if event.kind in _ENDS and event.topic not in new
    ]
    for number, lamp in enumerate(reading.lamps, start=1):
        shone = any(kind in _SHINING and which == number for kind, _, which in old)
        if shone and lamp.condition is LampCondition.DARK:
            ended.append(Event(EventKind.LAMP_OUT, lamp=number))
    began = [event for event in now if event.topic not in old]
    if reading.controller is None:
        return _gathered(_lit_by_their_cells(began) + ended)
    return _paired(began + ended)


def _paired(events: list[Event]) -> list[Event]:
    for single, both in _BOTH.items():
        found = [event for event in events if event.kind is single]
        if len(found) == len(("lamp1", "lamp2")):
            events[events.index(found[0])] = Event(both)
            events.remove(found[1])
    return events


def _lit_by_their_cells(events: list[Event]) -> list[Event]:
    """Leave out that a lamp is lit where the next sentence says what from."""
    on_cell = {event.lamp for event in events if event.kind is EventKind.LAMP_ON_CELL}
    return [event for event in events if event.kind is not EventKind.LAMP_LIT or event.lamp not in on_cell]


def _gathered(events: list[Event]) -> list[Event]:
    for single, several in _SEVERAL.items():
        found = [event for event in events if event.kind is single]
        if len(found) > 1:
            events[events.index(found[0])] = Event(several, amount=float(len(found)))
            events = [event for event in events if event.kind is not single]
    return events

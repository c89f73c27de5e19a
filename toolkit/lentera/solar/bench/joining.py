"""Join a lead, take one off, take another cable for one: what can be joined and what cannot."""

from dataclasses import replace

from lentera.solar.bench.events import Event, EventKind
from lentera.solar.bench.leads import CONNECTOR_CHOICES, LEAD_LENGTHS
from lentera.solar.bench.nets import rewire
from lentera.solar.bench.plugs import fits, same_box, taken
from lentera.solar.bench.refusals import BenchError, Refusal
from lentera.solar.bench.state import BenchState, Join, Remove, SetLead
from lentera.solar.bench.terminals import terminals_of
from lentera.solar.parts import CABLES


def join(state: BenchState, action: Join) -> tuple[BenchState, Event]:
    """Join two terminals; raise BenchError when they cannot be."""
    plugged = state.kit == "a"
    kind = EventKind.PLUG_JOINED if plugged else EventKind.WIRE_JOINED
    ends = Event(kind, start=action.start, end=action.end)
    known = terminals_of(state.kit)
    for terminal in (action.start, action.end):
        if terminal not in known:
            raise BenchError(
                Refusal.UNKNOWN_TERMINAL, f"terminal {terminal!r} is not on the bench; see TERMINALS", ends
            )
    if action.start == action.end:
        raise BenchError(
            Refusal.SAME_TERMINAL, f"both ends are on {action.start!r}; choose two terminals", ends
        )
    pair = frozenset((action.start, action.end))
    for wire in state.wires:
        if wire.pair == pair:
            raise BenchError(
                Refusal.ALREADY_JOINED,
                f"wire {wire.id} already joins {action.start!r} and {action.end!r}; remove it first",
                replace(ends, wire=wire.id),
            )
    if plugged:
        _refuse_unless_plugs_meet(state, action, ends)
    else:
        _refuse_unless_there_is(action)
    wires = rewire(state.wires, action, state.kit)
    return replace(state, wires=wires), replace(ends, wire=wires[-1].id)


def _refuse_unless_plugs_meet(state: BenchState, action: Join, ends: Event) -> None:
    """Raise BenchError when no cable of kit A goes between two sockets."""
    start, end = action.start, action.end
    if same_box(start, end):
        raise BenchError(Refusal.SAME_BOX, f"{start!r} and {end!r} are in one box; choose another", ends)
    if not fits(start, end):
        raise BenchError(
            Refusal.PLUGS_DO_NOT_MEET, f"of {start!r} and {end!r} one must give and one must take", ends
        )
    socket = taken(state.wires, start, end)
    if socket is not None:
        raise BenchError(
            Refusal.SOCKET_TAKEN, f"{socket!r} has a cable; pull it first", replace(ends, start=socket)
        )


def _refuse_unless_there_is(action: Join | SetLead) -> None:
    """Raise BenchError when there is no such cable to take."""
    if action.cable not in CABLES:
        known = ", ".join(CABLES)
        raise BenchError(Refusal.UNKNOWN_CABLE, f"cable {action.cable!r} is not one of {known}")
    if action.connector not in CONNECTOR_CHOICES:
        known = ", ".join(CONNECTOR_CHOICES)
        raise BenchError(Refusal.UNKNOWN_CONNECTOR, f"connector {action.connector!r} is not one of {known}")
    if not LEAD_LENGTHS.holds(action.length):
        raise BenchError(
            Refusal.LENGTH_OUT_OF_RANGE, f"length is {action.length} m; give {LEAD_LENGTHS.wanted}"
        )


def remove(state: BenchState, action: Remove) -> tuple[BenchState, Event]:
    """Take a lead off; raise BenchError when there is none of that number."""
    kind = EventKind.PLUG_PULLED if state.kit == "a" else EventKind.WIRE_REMOVED
    for wire in state.wires:
        if wire.id == action.wire:
            event = Event(kind, wire=wire.id, start=wire.start, end=wire.end)
            return replace(state, wires=rewire(state.wires, action, state.kit)), event
    raise _no_wire(state, Event(kind, wire=action.wire))


def change(state: BenchState, action: SetLead) -> tuple[BenchState, Event]:
    """Take another cable for a lead; raise BenchError when it or the cable is not there."""
    event = Event(
        EventKind.LEAD_CHANGED,
        wire=action.wire,
        amount=action.length,
        cable=action.cable,
        connector=action.connector,
    )
    if all(wire.id != action.wire for wire in state.wires):
        raise _no_wire(state, event)
    if state.kit == "a":
        raise BenchError(Refusal.CABLE_AS_IT_IS, "the cables of kit A have their plugs; they stay", event)
    _refuse_unless_there_is(action)
    return replace(state, wires=rewire(state.wires, action)), event


def _no_wire(state: BenchState, event: Event) -> BenchError:
    text = f"there is no wire {event.wire}; there are {[wire.id for wire in state.wires]}"
    return BenchError(Refusal.UNKNOWN_WIRE, text, event)

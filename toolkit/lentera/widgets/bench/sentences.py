"""Word what just happened on the bench, once for the eye and once for the ear."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from lentera.solar.bench import (
    BenchError,
    BenchState,
    Event,
    EventKind,
    JoinedWire,
    Reading,
    evaluate,
)
from lentera.solar.sentences import Language, refusal, sentence, terminal_name
from lentera.widgets.bench.sky import clock_word
from lentera.widgets.bench.summary import fuse_state
from lentera.widgets.bench.words import cable_word, connector_word, kit_words
from lentera.widgets.drawing.words import lamp_word
from lentera.widgets.line import Line
from lentera.words import _, language, number

_TOLD_SINGLY: Final = 2

_DANGERS: Final = frozenset(
    {
        EventKind.SHORT_ACROSS_BATTERY,
        EventKind.WIRE_HOT,
        EventKind.FUSE_TOO_LARGE,
        EventKind.BATTERY_REVERSED,
        EventKind.BATTERY_REVERSED_WITH_PANEL,
        EventKind.PANEL_REVERSED,
        EventKind.PANEL_SHORTED,
        EventKind.LAMP_REVERSED,
    }
)
"""What is told again when a redo brings it back; none of them needs a number."""


def _code() -> Language:
    return "en" if language() == "en" else "id"


def told(events: Iterable[Event], bench: BenchState) -> Line:
    """Tell events in order; `bench` is the one after them."""
    line = Line()
    for event in events:
        if event.kind is EventKind.SUN_CHANGED:
            line += _sky_now(bench)
        else:
            line += Line(sentence(event, _code()), sentence(event, _code(), spoken=True))
    return line


def is_alarm(events: Iterable[Event]) -> bool:
    """Tell whether something dangerous is among events; what is said of it needs no rule behind it."""
    return any(event.kind in _DANGERS for event in events)


def refused(error: BenchError) -> Line:
    """Tell why something cannot be done."""
    return Line(refusal(error, _code()), refusal(error, _code(), spoken=True))


def _sky_now(bench: BenchState) -> Line:
    return Line.same(_("The sky is now: {sky}.").format(sky=clock_word(bench)))


def wire_ends(wire: JoinedWire) -> Line:
    """Tell the two ends of a lead: "Baterai + ke Sekering kiri"."""
    return _ends(wire.start, wire.end, _code())


@lru_cache(maxsize=1024)
def _ends(start: str, end: str, code: Language) -> Line:
    between = _("{start} to {end}")
    names = [
        between.format(
            start=terminal_name(start, code, spoken=spoken), end=terminal_name(end, code, spoken=spoken)
        )
        for spoken in (False, True)
    ]
    return Line(names[0], names[1])


def lead_kind(wire: JoinedWire) -> str:
    """Tell what a lead is made of: "0,75 mm², 0,6 m, konektor tuas"."""
    decimals = 0 if wire.length.is_integer() else 1
    length = f"{number(wire.length, decimals)}\u00a0m"
    return f"{cable_word(wire.cable)}, {length}, {connector_word(wire.connector)}"


def difference(before: BenchState, after: BenchState) -> Line:
    """Tell what an undo, a redo or an opened bench changed."""
    if before.kit != after.kit:
        return Line.same(_other_kit(after))
    old, new = ({wire.id: wire for wire in bench.wires} for bench in (before, after))
    same = {
        n for n in old.keys() & new.keys() if (old[n].pair, old[n].colour) == (new[n].pair, new[n].colour)
    }
    gone = [wire for n, wire in old.items() if n not in same]
    back = [wire for n, wire in new.items() if n not in same]
    line = _leads(gone, _("Lead {wire} is off: {ends}."), _("{n} leads are off."))
    line += _leads(back, _("Lead {wire} is on: {ends}."), _("{n} leads are on."))
    if max(len(gone), len(back)) <= _TOLD_SINGLY:
        # The way over a cleared table changes everything at once; all of it would be a flood.
        changed = [new[n] for n in sorted(same) if old[n] != new[n]]
        line += told((_lead_event(wire) for wire in changed), after)
        line += Line.same(" ".join(_settings(before, after)))
    return line + _dangers(before, after) + _lamp_changes(evaluate(before), evaluate(after))


def _lead_event(wire: JoinedWire) -> Event:
    kind = EventKind.LEAD_CHANGED
    return Event(kind, wire=wire.id, amount=wire.length, cable=wire.cable, connector=wire.connector)


def kit_now(bench: BenchState) -> str:
    """Tell which kit lies on the table."""
    return _("{kit} is on the table.").format(kit=kit_words()[bench.kit])


def _other_kit(after: BenchState) -> str:
    """Tell another kit by its name and how many leads it has; of the first one nothing is there any more."""
    if not after.wires:
        return kit_now(after)
    count = _("{n} leads are on.").format(n=len(after.wires))
    return f"{kit_now(after)} {count}"


def _settings(before: BenchState, after: BenchState) -> Iterator[str]:
    """Tell switch, cloth, light and fuse where they changed."""
    if before.switch_on != after.switch_on:
        yield _("The switch is on.") if after.switch_on else _("The switch is off.")
    for n, (old, new) in enumerate(zip(before.lamps, after.lamps, strict=False), start=1):
        if old.on != new.on:
            yield (_("Lamp {n} is switched on.") if new.on else _("Lamp {n} is switched off.")).format(n=n)
    if before.covered != after.covered:
        yield _("The panel is covered.") if after.covered else _("The panel is uncovered.")
    if (before.sun, before.hour, before.sky) != (after.sun, after.hour, after.sky):
        yield _sky_now(after).shown
    if (before.fuse, before.fuse_blown) != (after.fuse, after.fuse_blown):
        yield fuse_state(after)


def _dangers(before: BenchState, after: BenchState) -> Line:
    """Tell what is dangerous now and was not before: a redone short circuit is as hot as the first one."""
    known = {event.topic for event in evaluate(before).state.standing}
    now = evaluate(after).state.standing
    news = (event for event in now if event.kind in _DANGERS and event.topic not in known)
    return told(news, after)


def _leads(wires: list[JoinedWire], one: str, many: str) -> Line:
    """Tell one or two leads by their ends, and more of them by their number only."""
    if len(wires) > _TOLD_SINGLY:
        return Line.same(many.format(n=len(wires)))
    line = Line()
    for wire in wires:
        ends = wire_ends(wire)
        line += Line(one.format(wire=wire.id, ends=ends.shown), one.format(wire=wire.id, ends=ends.spoken))
    return line


def _lamp_changes(before: Reading, after: Reading) -> Line:
    pairs = zip(before.lamps, after.lamps, strict=True)
    changed = {
        n: new.condition for n, (old, new) in enumerate(pairs, 1) if old.condition is not new.condition
    }
    if len(changed) == len(after.lamps) and len(set(changed.values())) == 1:
        text = _("Both lamps: {condition}.") if len(changed) == _BOTH else _("All lamps: {condition}.")
        return Line.same(text.format(condition=lamp_word(changed[1])))
    text = _("Lamp {n}: {condition}.")
    line = Line()
    for n, condition in changed.items():
        line += Line.same(text.format(n=n, condition=lamp_word(condition)))
    return line


_BOTH: Final = 2

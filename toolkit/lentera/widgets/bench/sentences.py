"""Word what just happened on the bench, once for the eye and once for the ear."""

from collections.abc import Iterable

from lentera.solar.bench import (
    SUN_PRESETS,
    BenchError,
    BenchState,
    Event,
    EventKind,
    JoinedWire,
    LampCondition,
    Reading,
    evaluate,
)
from lentera.solar.sentences import Language, refusal, sentence, terminal_name
from lentera.widgets.bench.words import sky_words
from lentera.widgets.line import Line
from lentera.words import _, language

_TOLD_SINGLY = 2

_DANGERS = frozenset(
    {
        EventKind.SHORT_ACROSS_BATTERY,
        EventKind.WIRE_HOT,
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


def sky_of(sun: float) -> str:
    """Return the preset nearest to an irradiance [W/m²]."""
    return min(SUN_PRESETS, key=lambda name: abs(SUN_PRESETS[name] - sun))


def _sky_now(sun: float) -> Line:
    return Line.same(_("The sky is now: {sky}.").format(sky=sky_words()[sky_of(sun)]))


def told(events: Iterable[Event]) -> Line:
    """Tell events in order."""
    line = Line()
    for event in events:
        if event.kind is EventKind.SUN_CHANGED:
            line += _sky_now(event.amount or 0.0)
        else:
            line += Line(sentence(event, _code()), sentence(event, _code(), spoken=True))
    return line


def refused(error: BenchError) -> Line:
    """Tell why something cannot be done."""
    return Line(refusal(error, _code()), refusal(error, _code(), spoken=True))


def wire_ends(wire: JoinedWire) -> Line:
    """Tell the two ends of a lead: "Baterai + ke Sekering kiri"."""
    between = _("{start} to {end}")
    names = [
        between.format(
            start=terminal_name(wire.start, _code(), spoken=spoken),
            end=terminal_name(wire.end, _code(), spoken=spoken),
        )
        for spoken in (False, True)
    ]
    return Line(names[0], names[1])


def lamp_word(condition: LampCondition) -> str:
    """Return the word for how a lamp looks."""
    return {
        LampCondition.DARK: _("unlit"),
        LampCondition.DIM: _("dim"),
        LampCondition.LIT: _("lit"),
        LampCondition.OVERBRIGHT: _("too bright"),
        LampCondition.BROKEN: _("broken"),
    }[condition]


def difference(before: BenchState, after: BenchState) -> Line:
    """Tell what an undo or a redo changed."""
    gone = [wire for wire in before.wires if wire not in after.wires]
    back = [wire for wire in after.wires if wire not in before.wires]
    line = _leads(gone, _("Lead {wire} is off: {ends}."), _("{n} leads are off."))
    line += _leads(back, _("Lead {wire} is on: {ends}."), _("{n} leads are on."))
    if max(len(gone), len(back)) > _TOLD_SINGLY:
        # The way over a cleared table changes everything at once; all of it would be a flood.
        return line + _dangers(before, after) + _lamp_changes(evaluate(before), evaluate(after))
    if before.switch_on != after.switch_on:
        line += Line.same(_("The switch is on.") if after.switch_on else _("The switch is off."))
    if before.covered != after.covered:
        line += Line.same(_("The panel is covered.") if after.covered else _("The panel is uncovered."))
    if before.sun != after.sun:
        line += _sky_now(after.sun)
    if before.fuse_blown != after.fuse_blown:
        line += Line.same(_("The fuse is blown.") if after.fuse_blown else _("The fuse is whole."))
    return line + _dangers(before, after) + _lamp_changes(evaluate(before), evaluate(after))


def _dangers(before: BenchState, after: BenchState) -> Line:
    """Tell what is dangerous now and was not before: a redone short circuit is as hot as the first one."""
    known = {event.topic for event in evaluate(before).state.standing}
    now = evaluate(after).state.standing
    return told(event for event in now if event.kind in _DANGERS and event.topic not in known)


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
        return Line.same(_("Both lamps: {condition}.").format(condition=lamp_word(changed[1])))
    text = _("Lamp {n}: {condition}.")
    line = Line()
    for n, condition in changed.items():
        line += Line.same(text.format(n=n, condition=lamp_word(condition)))
    return line

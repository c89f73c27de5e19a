"""Word what the meter shows: its face, its readings, its notes, and one sentence for each gesture."""

import re
from typing import Any, Final

from lentera.solar.installation import Installation, Lead
from lentera.solar.multimeter import AUTO, Meter, MeterReading, Mode, Note, Socket
from lentera.solar.sentences import terminal_name
from lentera.widgets.line import Line
from lentera.widgets.meter.desk import MeterDesk, Probe, ranges_of
from lentera.widgets.meter.noted import MOST_NOTES, Noted, is_shown
from lentera.words import _, language, quantity

_HARM: Final = (Note.METER_FUSE_BLEW, Note.KIT_FUSE_BLEW, Note.LAMP_BROKE, Note.LOAD_CUT)
_NO_NUMBER: Final = frozenset(
    {
        Note.METER_OFF,
        Note.PROBE_OFF,
        Note.SAME_PLACE,
        Note.NO_COMMON,
        Note.WRONG_SOCKET,
        Note.NOT_IN_LINE,
        Note.METER_FUSE_BLEW,
        Note.METER_FUSE_OPEN,
        Note.KIT_FUSE_BLEW,
    }
)
"""Notes with which the number on the display tells nothing."""
_UNFINISHED: Final = frozenset({Note.METER_OFF, Note.PROBE_OFF, Note.CONNECTED, Note.NO_PATH})
"""Notes that ask for no change."""
_RANGE: Final = re.compile(r"(\d+)(\D+)")


def mode_words() -> dict[Mode, str]:
    """Return what each place of the dial is called."""
    return {
        Mode.OFF: _("off"),
        Mode.VOLTS: _("V volt (DC)"),
        Mode.OHMS: _("Ω ohm"),
        Mode.CONTINUITY: _("beep"),
        Mode.AMPS: _("A ampere"),
    }


def _mode_short(mode: Mode) -> str:
    return {
        Mode.OFF: _("off"),
        Mode.VOLTS: "V",
        Mode.OHMS: "Ω",
        Mode.CONTINUITY: _("beep"),
        Mode.AMPS: "A",
    }[mode]


def socket_words() -> dict[Socket, str]:
    """Return what is printed beside each socket, from left to right."""
    return {Socket.TEN_AMP: "10A", Socket.MILLIAMP: "mA", Socket.COMMON: "COM", Socket.VOLT_OHM: "VΩ"}


def _range_word(name: str) -> str:
    digits, unit = _RANGE.fullmatch(name).groups()  # type: ignore[union-attr]
    return f"{digits}\u00a0{unit.replace('ohm', 'Ω')}"


def meter_words() -> dict[str, Any]:
    """Return every fixed word of the meter; they stand under ``words["meter"]``."""
    sockets = socket_words()
    return {
        "name": _("Multimeter"),
        "picture": _("The picture shows the meter. The fields beside it do the same."),
        "dial": _("Dial"),
        "modes": [[mode.value, word] for mode, word in mode_words().items()],
        "short": {mode.value: _mode_short(mode) for mode in Mode},
        "range": _("Range"),
        "sockets": [[socket.value, word] for socket, word in sockets.items()],
        "red": _("Red lead +"),
        "black": _("Black lead −"),
        "nowhere": _("touches nothing"),
        "touch": _("Put on"),
        "lift": _("Lift both"),
        "hand": _("The next press on the picture puts down"),
        "hands": [["red", _("red")], ["black", _("black")]],
        "plugs": _("Plugs"),
        "red_plug": _("Red plug"),
        "black_plug": _("Black plug"),
        "plug_in": _("Plug in"),
        "gap": _("Measure the current in a lead"),
        "gap_help": _("Take one end of a lead off. The meter stands in the gap."),
        "lead": _("Lead"),
        "pick_lead": _("Choose a lead"),
        "pick_lead_first": _("Choose a lead first."),
        "open_lead": _("Take one end off"),
        "close_lead": _("Put the lead back"),
        "new_fuse": _("Replace the meter's fuse"),
        "blown": _("fuse blown"),
        "beeps": _("beeps"),
        "note": _("Note the reading"),
        "notes": _("Noted readings"),
        "no_notes": _("Nothing is noted yet. Measure, then press “Note the reading”."),
        "note_head": [_("No."), _("Red +"), _("Black −"), _("Dial"), _("Result")],
        "remove_note": _("Remove"),
    }


def name_of(terminal: str | None, *, spoken: bool = False) -> str:
    """Name the place of a probe."""
    if terminal is None:
        return _("touches nothing")
    return terminal_name(terminal, "en" if language() == "en" else "id", spoken=spoken)


def lead_name(lead: Lead) -> Line:
    """Name a lead by its two ends."""
    text = _("{start} to {end}")
    return Line(
        text.format(start=name_of(lead.start), end=name_of(lead.end)),
        text.format(start=name_of(lead.start, spoken=True), end=name_of(lead.end, spoken=True)),
    )


def meter_view(desk: MeterDesk, reading: MeterReading, installation: Installation) -> dict[str, Any]:
    """Return all that the meter shows; it stands under ``view["meter"]``."""
    meter = desk.meter
    ranges = ranges_of(meter.mode)
    return {
        "text": reading.text,
        "unit": reading.unit,
        "title": _title(desk, reading),
        "mode": meter.mode.value,
        "range": meter.range,
        "ranges": [[AUTO, _("automatic")], *([name, _range_word(name)] for name in ranges)] if ranges else [],
        "red_socket": meter.red_socket.value,
        "black_socket": meter.black_socket.value,
        "plugs": _("Plugs: red in {red}, black in {black}").format(
            red=socket_words()[meter.red_socket], black=socket_words()[meter.black_socket]
        ),
        "blown": sorted(meter.blown),
        "beep": reading.beep,
        "wanted": _wanted(reading),
        "tone": tone_of(reading),
        "red": desk.red,
        "black": desk.black,
        "hand": desk.hand.value,
        "opened": desk.opened,
        "leads": [[lead.name, lead_name(lead).shown] for lead in installation.leads],
        "points": list(installation.terminals),
        "reads": [
            {"name": _("Display"), "value": result_of(reading), "note": _mode_note(desk)},
            {"name": _("Red lead +"), "value": name_of(desk.red), "note": ""},
            {"name": _("Black lead −"), "value": name_of(desk.black), "note": ""},
        ],
        "notes": [[line.shown, line.spoken] for line in remarks(desk, reading)],
    }


def _wanted(reading: MeterReading) -> str:
    """Name the socket that the red plug belongs in, when it is in another one."""
    row = reading.display.range
    return row.socket.value if row is not None and Note.WRONG_SOCKET in reading.notes else ""


def _title(desk: MeterDesk, reading: MeterReading) -> str:
    shown = reading.said or _("screen dark")
    return _("Multimeter: {shown}, dial on {mode}").format(shown=shown, mode=mode_words()[desk.meter.mode])


def _mode_note(desk: MeterDesk) -> str:
    return _("dial on {mode}").format(mode=mode_words()[desk.meter.mode])


def result_of(reading: MeterReading) -> str:
    """Word what the display shows, in one short piece."""
    return reading.said or _("screen dark")


def tone_of(reading: MeterReading) -> str:
    """Return the tone of a reading: "stop" when something was hurt, "yet" when the number tells nothing."""
    if any(note in _HARM or note is Note.METER_FUSE_OPEN for note in reading.notes):
        return "stop"
    astray = reading.meter.shunt is not None and reading.meter.mode is not Mode.AMPS
    return "yet" if astray or set(reading.notes) - _UNFINISHED else ""


def remarks(desk: MeterDesk, reading: MeterReading) -> list[Line]:
    """Tell what is worth knowing about a reading, the most important first."""
    found = list(reading.sentences)
    if Note.PROBE_OFF in reading.notes and (desk.red or desk.black):
        found = [_("Now put the black probe on.") if desk.red else _("Now put the red probe on.")]
    if {Note.METER_FUSE_BLEW, Note.KIT_FUSE_BLEW} & set(reading.notes):
        found.insert(1, _("On a real meter the leads get hot at once."))
    if desk.meter.shunt is not None and desk.opened is None and Note.NOT_IN_LINE not in reading.notes:
        found.append(_("The 10A and mA sockets are only for current in a lead."))
    return [Line.same(sentence) for sentence in found]


def outcome(desk: MeterDesk, reading: MeterReading) -> Line:
    """Tell what the meter shows now, and at most two remarks on it."""
    told = remarks(desk, reading)[:2]
    if reading.said and not _NO_NUMBER & set(reading.notes):
        told.insert(0, Line.same(_("It shows {value}.").format(value=reading.said)))
    line = Line()
    for one in told:
        line += one
    return line


def gesture_line(
    before: MeterDesk, after: MeterDesk, reading: MeterReading, installation: Installation
) -> Line:
    """Tell in one line what a gesture changed on the meter and what it shows now."""
    return _change(before, after, installation) + outcome(after, reading)


def _change(before: MeterDesk, after: MeterDesk, installation: Installation) -> Line:
    if after.opened != before.opened:
        return _gap_line(before, after, installation)
    if after.meter != before.meter:
        return Line.same(_meter_line(before.meter, after.meter))
    if (after.red, after.black) == (before.red, before.black) and after.hand is not before.hand:
        return Line.same(_hand_word(after.hand))
    return _probes_line(before, after)


def _meter_line(before: Meter, after: Meter) -> str:
    if after.blown != before.blown:
        return _("The meter has a new fuse.")
    if after.mode is not before.mode:
        return _("The dial is on {mode}.").format(mode=mode_words()[after.mode])
    if after.range != before.range:
        word = _("automatic") if after.range == AUTO else _range_word(after.range)
        return _("Range: {range}.").format(range=word)
    red, black = (socket_words()[socket] for socket in (after.red_socket, after.black_socket))
    return _("The red plug is in {red}, the black one in {black}.").format(red=red, black=black)


def _hand_word(hand: Probe) -> str:
    if hand is Probe.RED:
        return _("The next press puts the red probe down.")
    return _("The next press puts the black probe down.")


def _gap_line(before: MeterDesk, after: MeterDesk, installation: Installation) -> Line:
    name = after.opened or before.opened
    lead = lead_name(installation.lead(str(name)))
    text = _("The lead {lead} is off at one end.") if after.opened else _("The lead {lead} is back.")
    return Line(text.format(lead=lead.shown), text.format(lead=lead.spoken))


def _probes_line(before: MeterDesk, after: MeterDesk) -> Line:
    line = Line()
    moved = [
        (_("Red on {terminal}."), _("The red probe is off."), before.red, after.red),
        (_("Black on {terminal}."), _("The black probe is off."), before.black, after.black),
    ]
    if all(was is not None and now is None for _on, _off, was, now in moved):
        return Line.same(_("Both probes are off."))
    changed = [row for row in moved if row[2] != row[3]] or [row for row in moved if row[3] is not None]
    for on, off, _was, now in changed:
        if now is None:
            line += Line.same(off)
        else:
            line += Line(on.format(terminal=name_of(now)), on.format(terminal=name_of(now, spoken=True)))
    return line


def notes_view(notes: tuple[Noted, ...]) -> list[dict[str, Any]]:
    """Return the rows of "Catat ukur": what stands in each cell, and the row in one sentence."""
    return [
        {
            "number": one.number,
            "cells": [
                str(one.number),
                name_of(one.red),
                name_of(one.black),
                _mode_short(one.mode),
                noted_result(one),
            ],
            "spoken": noted_line(one).spoken,
        }
        for one in notes
    ]


def noted_result(one: Noted) -> str:
    """Word the result of a noted reading: ``12,60 V``, or OL as it is."""
    if one.value is None:
        return one.text
    return quantity(float(one.text), one.unit, one.decimals)


def noted_line(one: Noted) -> Line:
    """Tell a noted reading in one sentence."""
    text = _("Note {n}: red on {red}, black on {black}. Result {value}.")
    return Line(
        text.format(n=one.number, red=name_of(one.red), black=name_of(one.black), value=noted_result(one)),
        text.format(
            n=one.number,
            red=name_of(one.red, spoken=True),
            black=name_of(one.black, spoken=True),
            value=noted_result(one),
        ),
    )


def note_doing(reading: MeterReading, notes: tuple[Noted, ...]) -> str:
    """Say why nothing can be noted now; empty when it can."""
    if not is_shown(reading):
        return _("There is no reading yet. Put both probes on.")
    if len(notes) >= MOST_NOTES:
        return _("The table is full. Remove a row first.")
    return ""

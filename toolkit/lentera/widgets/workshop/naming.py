"""Name what is seen and measured in the workshop, for the eye and for the ear."""

from lentera.rules import Saying
from lentera.solar.bench import TERMINALS
from lentera.solar.diagnosis import (
    DISPLAY,
    LAMP_CABLE,
    Kind,
    Measurement,
    Reading,
    displayed,
    ends_of,
    measurement_of,
)
from lentera.solar.faults import Case, Glow, Situation
from lentera.solar.installation import Kit
from lentera.solar.sentences import Language, terminal_name
from lentera.widgets.line import Line
from lentera.words import _, language, quantity


def said(saying: Saying) -> str:
    """Return a saying in the interface language."""
    return saying.in_language(language())


def screw(name: str) -> Line:
    """Name a screw as printed, and for the ear, where "Baterai" and "BATERAI" are the same."""
    if name not in TERMINALS:
        return Line.same(_("nowhere"))
    code: Language = "en" if language() == "en" else "id"
    shown = terminal_name(name, code).replace(" +", "\u00a0+").replace(" −", "\u00a0−")
    return Line(shown, terminal_name(name, code, spoken=True))


def moment(situation: Situation) -> str:
    """Name a situation in running text."""
    words = said(situation.name_in_words)
    return words[:1].lower() + words[1:]


def glow_word(value: float) -> str:
    """Return the word for how a lamp looks."""
    words = {
        Glow.DARK: _("unlit"),
        Glow.FLICKERING: _("flickering"),
        Glow.DIM: _("dim"),
        Glow.LIT: _("lit"),
        Glow.OVERBRIGHT: _("too bright"),
    }
    return words[list(Glow)[int(value)]]


def way_word(kind: Kind) -> str:
    """Return what the meter measures."""
    return {
        Kind.VOLTS: _("Volts"),
        Kind.AMPS: _("Amperes"),
        Kind.OHMS: _("Ohms"),
        Kind.COMPARE: _("Compare volts"),
        Kind.LOOK: _("Look"),
    }[kind]


def place_word(kit: Kit, kind: Kind, place: str) -> Line:
    """Name where something is looked at or measured."""
    ends = ends_of(place)
    point = kit.test_points.get(place)
    if ends is None and point is not None and point.red in TERMINALS:
        ends = (point.red, point.black)
    if ends is not None:
        red, black = map(screw, ends)
        text = _("{red} to {black}")
        return Line(
            text.format(red=red.shown, black=black.shown), text.format(red=red.spoken, black=black.spoken)
        )
    if point is not None:
        return Line.same(point.name_en if language() == "en" else point.name)
    if kind is Kind.COMPARE:
        one, other = (place_word(kit, Kind.VOLTS, half).shown for half in place.split("-"))
        return Line.same(_("{one} and {other}").format(one=one, other=other))
    return Line.same(_other_place(place))


def _other_place(place: str) -> str:
    known = {
        "I_pv": _("Panel current"),
        "I_battery": _("Battery current"),
        "I_lamp": _("Lamp current"),
        LAMP_CABLE: _("Lamp cable"),
        DISPLAY: _("Controller screen"),
    }
    return known.get(place) or _("Lamp {n}").format(n=place.removeprefix("lamp"))


def result(measurement: Measurement, value: float) -> Line:
    """Word what was seen or what the meter showed."""
    if measurement.place == DISPLAY:
        return Line.same(_("lit") if value else _("unlit"))
    if measurement.kind is Kind.LOOK:
        return Line.same(glow_word(value))
    shown = displayed(measurement, value)
    if shown.value is None or shown.range is None:
        return Line(shown.text, _("over the range"))
    decimals = shown.range.decimals
    number = shown.value * shown.range.scale
    written = quantity(number, shown.unit, decimals)
    units = {"V": _("volts"), "A": _("amperes"), "Ω": _("ohms"), "kΩ": _("kilo-ohms")}
    return Line(written, quantity(number, units.get(shown.unit, shown.unit), decimals))


def taken(case: Case, reading: Reading) -> tuple[Measurement, Line, Line]:
    """Return a reading's measurement, where it was and what came of it."""
    measurement = measurement_of(case, reading.measurement)
    where = place_word(case.kit, measurement.kind, measurement.place)
    return measurement, where, result(measurement, reading.value)

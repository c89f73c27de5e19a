"""What the tank shows, worded: numbers as a meter shows them, and words for how strong and how fast."""

from dataclasses import dataclass
from typing import Any

from lentera.solar.supply import Supply, as_read, cable_names, load_names, watts_of
from lentera.widgets.line import Line
from lentera.words import _, language, number, quantity

_SMALL, _MIDDLE = 0.15, 0.45
"""Currents at which the word for the flow changes [A]."""
_SLOW, _FAST = 2.0, 6.0
"""Powers at which the word for the wheel changes [W]."""


@dataclass(frozen=True)
class Reading:
    """Hold a circuit as it is read: volts at battery and load, amperes, to the hundredth; watts to the tenth.

    Watts are worked out from the volts and amperes shown, as somebody with a meter and a calculator does.
    """

    battery: float
    load: float
    amps: float

    @classmethod
    def of(cls, found: Supply) -> "Reading":
        """Read a solved circuit."""
        return cls(as_read(found.battery, 2), as_read(found.load, 2), as_read(found.amps, 2))

    @property
    def watts(self) -> float:
        """Return the power of the load [W]."""
        return watts_of(self.load, self.amps)

    @property
    def lost(self) -> float:
        """Return the volts lost on the way [V]."""
        return as_read(self.battery - self.load, 2)

    @property
    def formula(self) -> Line:
        """Return volts times amperes, to be read and to be heard."""
        volts, amps, watts = number(self.load, 2), number(self.amps, 2), number(self.watts, 1)
        heard = _("{volts} volts times {amps} amperes is {watts} watts")
        return Line(
            f"{quantity(self.load, 'V', 2)} × {quantity(self.amps, 'A', 2)} = {quantity(self.watts, 'W')}",
            heard.format(volts=volts, amps=amps, watts=watts),
        )

    def told(self, what: str) -> Line:
        """Tell what a change has made of the circuit."""
        if not self.amps:
            return Line.same(_("{what}: no current flows, the power is 0 W.").format(what=what))
        formula = self.formula
        return Line(f"{what}: {formula.shown}.", f"{what}: {formula.spoken}.")

    def told_loss(self, cable: str) -> Line:
        """Tell what a cable takes."""
        if not self.amps:
            return Line.same(_("Cable {cable}: without current no volts are lost.").format(cable=cable))
        text = _("Cable {cable}: {volts} are lost on the way.")
        return Line.same(text.format(cable=cable, volts=quantity(self.lost, "V", 2)))

    def flow_word(self) -> str:
        """Return how strong the water flows."""
        if not self.amps:
            return _("still")
        return _("weak") if self.amps < _SMALL else _("middling") if self.amps < _MIDDLE else _("strong")

    def wheel_word(self) -> str:
        """Return how fast the wheel turns."""
        if not self.amps:
            return _("wheel at rest")
        if self.watts < _SLOW:
            return _("wheel slow")
        return _("wheel turns") if self.watts < _FAST else _("wheel fast")


def charge_words(percent: int) -> str:
    """Return the charge of the battery in words: "50 %, setengah"."""
    share = f"{percent}\u00a0%"
    words = {100: _("full"), 50: _("half"), 10: _("almost empty")}
    return f"{share}, {words[percent]}" if percent in words else share


def tank_view(reading: Reading, load: str, cable: str) -> dict[str, Any]:
    """Return picture, readings and table."""
    code = language()
    load_name, cable_name = load_names()[load].in_language(code), cable_names()[cable].in_language(code)
    volts, amps, watts = (
        quantity(reading.load, "V", 2),
        quantity(reading.amps, "A", 2),
        quantity(reading.watts, "W"),
    )
    source = quantity(reading.battery, "V", 2)
    flow, wheel = reading.flow_word(), reading.wheel_word()
    description = _(
        "The water in the tank stands at {source}. The pipe is the cable: {cable}. "
        "At the end the water stands at {volts}. The valve is the load: {load}. "
        "The flow is {flow}, {amps}: {wheel}, {watts}."
    )
    formula = reading.formula
    return {
        "numbers": {"battery": reading.battery, "load": reading.load, "amps": reading.amps},
        "picture": {
            "title": _("Picture of the water tank"),
            "description": description.format(
                source=source,
                cable=cable_name,
                volts=volts,
                load=load_name,
                flow=flow,
                amps=amps,
                wheel=wheel,
                watts=watts,
            ),
            "source": source,
            "volts": volts,
            "amps": amps,
            "watts": watts,
            "flow": flow,
            "wheel": wheel,
            "load": load_name,
            "cable": {"pendek": _("thick short pipe"), "panjang": _("thin long pipe")}[cable],
        },
        "formula": {"shown": formula.shown, "spoken": formula.spoken},
        "table": {
            "caption": _("V × A = W at each place"),
            "head": [_("Place"), "V", "A", "W"],
            "rows": [
                _row(_("The battery gives"), reading.battery, reading.amps),
                _row(_("Lost in cable and fuse"), reading.lost, reading.amps),
                _row(_("The load takes"), reading.load, reading.amps),
            ],
        },
    }


def _row(name: str, volts: float, amps: float) -> list[str]:
    return [name, number(volts, 2), number(amps, 2), number(watts_of(volts, amps), 1)]

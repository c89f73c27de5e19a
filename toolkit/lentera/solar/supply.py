"""One battery, one cable, one load: the smallest circuit that has volts, amperes and watts."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Final

from lentera.rules import Saying
from lentera.solar.circuit import Battery, Circuit, Element, Fuse, LedString, UsbPort, Wire
from lentera.solar.parts import BATTERIES, CABLES, LAMPS

_PATH = Path(__file__).parent / "texts" / "s04-daya.toml"

BATTERY: Final = "vrla"
"""The 12 V 7 Ah block of kit B."""
CHARGES: Final = range(10, 101, 10)
"""Charge of the battery that can be chosen [% of full]."""
PHONE: Final = 5.0
"""What a charging phone takes [W]; model value, [K]."""
_LAMPS: Final[Mapping[str, Sequence[str]]] = {
    "lampu1": ("driver1w",),
    "lampu3": ("driver3w",),
    "lampu5": ("driver5w",),
    "kit1": ("led3w",),
    "kit2": ("led3w", "led3w"),
}
LOADS: Final = ("nihil", *_LAMPS, "hp")
_CABLES: Final = {"pendek": (1.0, "cu150"), "panjang": (10.0, "cu050")}
"""Length, one way [m], and kind of each cable."""
CABLE_CHOICES: Final = tuple(_CABLES)


@dataclass(frozen=True)
class Supply:
    """Hold what a meter would show: volts at both ends of the cable [V] and the current [A]."""

    battery: float
    load: float
    amps: float

    @property
    def lost(self) -> float:
        """Return the volts that the cable takes [V]."""
        return max(0.0, self.battery - self.load)


@cache
def supply(charge: int, load: str, cable: str) -> Supply:
    """Solve the circuit of a battery, its 5 A fuse, both wires of a cable and a load.

    Parameters
    ----------
    charge
        One of `CHARGES` [% of full].
    load, cable
        One of `LOADS` and one of `CABLE_CHOICES`.

    Raises
    ------
    ValueError
        When one of them is none of those.
    """
    if charge not in CHARGES:
        raise ValueError(f"charge is {charge!r} %; give 10 to 100 in steps of 10")
    if load not in LOADS:
        raise ValueError(f"load is {load!r}; give one of {', '.join(LOADS)}")
    if cable not in _CABLES:
        raise ValueError(f"cable is {cable!r}; give one of {', '.join(_CABLES)}")
    volts = BATTERIES[BATTERY].open_circuit_voltage(charge / 100)
    found = _solve(charge, load, cable, volts)
    # A phone takes the same power at any voltage, so its current follows the voltage of the first solve.
    return _solve(charge, load, cable, found.load) if load == "hp" else found


def _solve(charge: int, load: str, cable: str, volts: float) -> Supply:
    length, kind = _CABLES[cable]
    area, contact = CABLES[kind].area, CABLES[kind].contact_resistance
    circuit = Circuit(reference="minus")
    battery = Battery("battery", "plus", "minus", BATTERIES[BATTERY], charge / 100)
    circuit.extend((battery, Fuse("fuse", "plus", "fused")))
    circuit.extend(
        (
            Wire("there", "fused", "load.plus", length, area, contact),
            Wire("back", "load.minus", "minus", length, area, contact),
        )
    )
    circuit.extend(_load(load, volts))
    solution = circuit.solve()
    return Supply(
        solution.between("plus", "minus"),
        solution.between("load.plus", "load.minus"),
        max(0.0, -solution.currents["battery"]),
    )


def _load(load: str, volts: float) -> list[Element]:
    ends = ("load.plus", "load.minus")
    if load == "hp":
        return [UsbPort("phone", *ends, PHONE, volts)]
    lamps = _LAMPS.get(load, ())
    return [LedString(f"lamp{n}", *ends, LAMPS[kind]) for n, kind in enumerate(lamps, start=1)]


def as_read(value: float, decimals: int) -> float:
    """Round as a meter and a calculator do, halves up: what is worked out from it fits what is shown."""
    return float(Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))


def watts_of(volts: float, amps: float, decimals: int = 1) -> float:
    """Multiply what is read of volts [V] and amperes [A], as one would by hand; rounded [W]."""
    return float(
        (Decimal(repr(volts)) * Decimal(repr(amps))).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    )


@cache
def _names(table: str, key: str) -> Mapping[str, Saying]:
    rows = tomllib.loads(_PATH.read_text(encoding="utf-8"))[table]
    return {name: Saying.of(row[key]) for name, row in rows.items()}


def load_names() -> Mapping[str, Saying]:
    """Return the name of each load."""
    return _names("load", "name")


def load_scenes() -> Mapping[str, Saying]:
    """Return the sentence that opens a question about each load."""
    return _names("load", "scene")


def cable_names() -> Mapping[str, Saying]:
    """Return the name of each cable."""
    return _names("cable", "name")


def questions() -> Mapping[str, Saying]:
    """Return how is asked for watts and for amperes."""
    return _names("ask", "text")

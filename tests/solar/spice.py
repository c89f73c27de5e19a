"""The same circuits in ngspice: netlists from our elements, and the shared library driven in this process."""

import ctypes
import ctypes.util
import os
import shutil
import sys
from dataclasses import dataclass
from functools import cache
from math import inf

import pytest

from lentera.solar.circuit import (
    Ammeter,
    Battery,
    ChargeController,
    ControllerFault,
    CurrentSource,
    Diode,
    Element,
    Fuse,
    LedString,
    Path,
    PVModule,
    Resistor,
    Solution,
    Switch,
    UsbPort,
    VoltageSource,
    Voltmeter,
    Wire,
)
from lentera.solar.circuit.kit import SINK_KNEE, SINK_SHARPNESS, USB_KNEE, USB_SERIES
from lentera.solar.controller import Load
from lentera.solar.panel import SingleDiode, UnevenModule

# Thermal voltage of ngspice 39 at 27 °C, from the constants in its sources [V].
THERMAL = 1.38064852e-23 / 1.6021766208e-19 * 300.15
OPTIONS = ".options temp=27 tnom=27 gmin=1e-12 abstol=1e-13 vntol=1e-10 reltol=1e-8 itl1=500"


@dataclass
class Deck:
    """A netlist, and for each of our branches the resistor that carries its current."""

    lines: list[str]
    probes: dict[str, tuple[str, str, float]]


def deck_of(solution: Solution) -> Deck:
    """Write a solved circuit as a netlist, every island grounded where ours is."""
    grounded: dict[int, str] = {}
    for node, volts in solution.voltages.items():
        if volts == 0.0:
            grounded.setdefault(solution.islands[node], node)
    zeros = set(grounded.values())
    numbers = {node: "0" if node in zeros else f"n{k}" for k, node in enumerate(solution.voltages)}
    deck = Deck(["lentera"], {})
    for k, element in enumerate(solution.elements.values()):
        _write(deck, f"e{k}", element, numbers, solution)
    deck.lines += [OPTIONS, ".end"]
    return deck


def _resistor(deck: Deck, tag: str, name: str, a: str, b: str, ohm: float) -> None:
    deck.lines.append(f"R{tag} {a} {b} {ohm!r}")
    deck.probes[name] = (a, b, ohm)


def _junction(deck: Deck, tag: str, anode: str, cathode: str, saturation: float, ideality: float) -> None:
    deck.lines.append(f"D{tag} {anode} {cathode} m{tag}")
    deck.lines.append(f".model m{tag} D(IS={saturation!r} N={ideality / THERMAL!r})")


def _write(  # noqa: C901, PLR0912  one case for each kind of element
    deck: Deck, tag: str, element: Element, numbers: dict[str, str], solution: Solution
) -> None:
    name = element.name
    ends = [numbers[node] for node in element.terminals]
    match element:
        case Resistor() | Wire() | Voltmeter() | Ammeter():
            _resistor(deck, tag, name, *ends, element.ohm)
        case Switch(closed=closed, ohm=ohm):
            if closed:
                _resistor(deck, tag, name, *ends, ohm)
        case Fuse(blown=blown, ohm=ohm):
            if not blown:
                _resistor(deck, tag, name, *ends, ohm)
        case VoltageSource(volts=volts):
            deck.lines.append(f"V{tag} {ends[0]} {ends[1]} {volts!r}")
        case CurrentSource(amps=amps):
            deck.lines.append(f"I{tag} {ends[0]} {ends[1]} {amps!r}")
        case Battery(spec=spec, extra=extra):
            _resistor(deck, tag, name, ends[0], f"{tag}i", spec.resistance + extra)
            deck.lines.append(f"V{tag} {tag}i {ends[1]} {element.emf!r}")
        case PVModule(law=SingleDiode() as law):
            _write_cells(deck, tag, name, ends, law)
        case PVModule(law=UnevenModule()):
            _write_uneven(deck, tag, element, ends, numbers)
        case LedString(spec=spec, shorted=shorted):
            if not element.open:
                count = spec.diodes - shorted
                end = numbers[f"{name}#driver"] if spec.driver_current else ends[1]
                series = spec.series_resistance + spec.diode_resistance * count
                _resistor(deck, tag, name, ends[0], f"{tag}i", series)
                _junction(deck, tag, f"{tag}i", end, spec.saturation_current, spec.ideality_voltage * count)
                if spec.driver_current:
                    _write_sink(deck, f"{tag}s", end, ends[1], spec.driver_current)
        case UsbPort(watts=watts, amps=amps):
            own = element.supply / element.spec.own_use
            _resistor(deck, f"{tag}o", f"{name}.own" if watts else name, *ends, own)
            if watts:
                middle = numbers[f"{name}#sink"]
                _resistor(deck, tag, name, ends[0], f"{tag}i", USB_SERIES)
                _junction(deck, tag, f"{tag}i", middle, element.threshold, USB_KNEE)
                _write_sink(deck, f"{tag}s", middle, ends[1], amps)
        case Diode(saturation=saturation, ideality=ideality, series=series):
            _resistor(deck, tag, name, ends[0], f"{tag}i", series)
            _junction(deck, tag, f"{tag}i", ends[1], saturation, ideality)
        case ChargeController():
            _write_controller(deck, tag, element, ends, solution)
        case _:
            raise TypeError(element)


def _write_cells(deck: Deck, tag: str, name: str, ends: list[str], law: SingleDiode) -> None:
    _resistor(deck, tag, name, ends[0], f"{tag}i", law.series_resistance)
    deck.lines.append(f"I{tag} {ends[1]} {tag}i {law.photocurrent!r}")
    deck.lines.append(f"R{tag}p {tag}i {ends[1]} {law.shunt_resistance!r}")
    _junction(deck, tag, f"{tag}i", ends[1], law.saturation_current, law.ideality_voltage)


def _write_uneven(deck: Deck, tag: str, element: PVModule, ends: list[str], numbers: dict[str, str]) -> None:
    name, law, bypass = element.name, element.law, element.bypass
    groups = [(p, n, cells) for p, row in enumerate(law.substrings, 1) for n, cells in enumerate(row, 1)]
    joints = [numbers[f"{name}#{k}"] for k in range(len(groups))] + [ends[1]]
    _resistor(deck, f"{tag}j", name, ends[0], joints[0], law.joint_resistance)
    for k, (position, number, cells) in enumerate(groups):
        _write_cells(deck, f"{tag}c{k}", f"{name}.cells{position}.{number}", joints[k : k + 2], cells)
    first = 0
    for position, row in enumerate(law.substrings, 1):
        top, bottom, part = joints[first], joints[first + len(row)], f"{tag}b{position}"
        first += len(row)
        _resistor(deck, part, f"{name}.bypass{position}", bottom, f"{part}i", bypass.resistance)
        _junction(deck, part, f"{part}i", top, bypass.saturation_current, bypass.ideality_voltage)


def _write_sink(deck: Deck, tag: str, start: str, end: str, amps: float) -> None:
    leak = SINK_SHARPNESS * amps
    deck.lines.append(f"I{tag} {start} {end} {amps - leak!r}")
    _junction(deck, tag, end, start, leak, SINK_KNEE)


def _write_controller(
    deck: Deck, tag: str, element: ChargeController, ends: list[str], solution: Solution
) -> None:
    name, spec = element.name, element.spec
    pv_plus, pv_minus, plus, minus, load_plus, load_minus = ends
    _resistor(deck, f"{tag}r", f"{name}.pv_return", pv_minus, minus, spec.negative_resistance)
    _resistor(deck, f"{tag}s", f"{name}.load_return", load_minus, minus, spec.negative_resistance)
    if element.leak < inf:
        _resistor(deck, f"{tag}k", f"{name}.leak", plus, minus, element.leak)
    if element.fault is ControllerFault.DEAD:
        return
    awake = element.state.awake
    own = spec.nominal_voltage / element.thresholds.own_use if awake else spec.asleep_resistance
    _resistor(deck, f"{tag}o", f"{name}.own", plus, minus, own)
    if element.path is Path.CONVERTING:
        # A converter at rest is two ideal sources: the voltage and the current that our solution found.
        deck.lines.append(f"V{tag}v {pv_plus} {pv_minus} {element.conversion.panel_volts!r}")
        deck.lines.append(f"I{tag}v {minus} {plus} {solution.currents[f'{name}.path']!r}")
    elif element.path is not Path.OPEN:
        ohm = spec.path_resistance
        if element.path is Path.HOLDING:
            # The averaged path is a resistance in the end: the one that our solution found.
            held = solution.voltages[f"{name}#held"] - solution.voltages[f"{element.prefix}battery_plus"]
            ohm += held / solution.currents[f"{name}.path"]
        _resistor(deck, f"{tag}p", f"{name}.path", pv_plus, f"{tag}pi", ohm)
        _junction(deck, f"{tag}p", f"{tag}pi", plus, spec.path_saturation_current, spec.path_ideality_voltage)
    if element.fault is ControllerFault.LOAD_OPEN:
        return
    if element.state.load is Load.ON:
        _resistor(deck, f"{tag}l", f"{name}.load", plus, load_plus, spec.load_resistance)
    else:
        _resistor(deck, f"{tag}b", f"{name}.body", load_plus, f"{tag}bi", spec.load_resistance)
        _junction(deck, f"{tag}b", f"{tag}bi", plus, spec.body_saturation_current, spec.body_ideality_voltage)


class _Complex(ctypes.Structure):
    _fields_ = (("real", ctypes.c_double), ("imag", ctypes.c_double))


class _Vector(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_char_p),
        ("type", ctypes.c_int),
        ("flags", ctypes.c_short),
        ("real", ctypes.POINTER(ctypes.c_double)),
        ("complex", ctypes.POINTER(_Complex)),
        ("length", ctypes.c_int),
    )


class NgSpice:
    """libngspice in this process; it keeps one circuit at a time and cannot be loaded twice."""

    def __init__(self, path: str) -> None:
        self._library = ctypes.CDLL(path)
        self._library.ngGet_Vec_Info.restype = ctypes.POINTER(_Vector)
        self.said: list[str] = []

        def say(text: bytes, _number: int, _user: object) -> int:
            self.said.append(text.decode(errors="replace"))
            return 0

        def leave(*_: object) -> int:
            return 0

        self._say = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_void_p)(say)
        self._leave = ctypes.CFUNCTYPE(
            ctypes.c_int, ctypes.c_int, ctypes.c_bool, ctypes.c_bool, ctypes.c_int, ctypes.c_void_p
        )(leave)
        self._library.ngSpice_Init(self._say, None, self._leave, None, None, None, None)

    def load(self, lines: list[str]) -> None:
        """Load a netlist, dropping the one before."""
        array = (ctypes.c_char_p * (len(lines) + 1))(*[line.encode() for line in lines], None)
        self._library.ngSpice_Circ(array)

    def command(self, text: str) -> None:
        """Run one command."""
        self._library.ngSpice_Command(text.encode())

    def drop(self) -> None:
        """Free the circuit and its results, or memory grows with every deck."""
        self.command("destroy all")
        self.command("remcirc")

    def voltage(self, node: str) -> float:
        """Read a node voltage [V]; KeyError when there is no result."""
        if node == "0":
            return 0.0
        vector = self._library.ngGet_Vec_Info(f"v({node})".encode())
        if not vector or vector.contents.length < 1:
            raise KeyError(node)
        return float(vector.contents.real[0])

    def currents(self, deck: Deck) -> dict[str, float] | None:
        """Solve a deck and give each branch's current [A]; None when ngspice finds no operating point."""
        self.said.clear()
        self.load(deck.lines)
        self.command("op")
        try:
            return {
                name: (self.voltage(a) - self.voltage(b)) / ohm for name, (a, b, ohm) in deck.probes.items()
            }
        except KeyError:
            return None
        finally:
            self.drop()


def _absent(what: str) -> None:
    sentence = f"{what} is missing; install ngspice and libngspice0"
    if os.environ.get("CI"):
        pytest.fail(sentence)
    pytest.skip(sentence)


@cache
def find_library() -> NgSpice | None:
    """Load libngspice once, None when it is not installed."""
    path = ctypes.util.find_library("ngspice")
    return NgSpice(path) if path else None


def library() -> NgSpice:
    """Give libngspice; skip the test without it, fail it in CI."""
    found = find_library()
    if found is None:
        _absent("libngspice")
        sys.exit(1)
    return found


def executable() -> str:
    """Give the ngspice command; skip the test without it, fail it in CI."""
    found = shutil.which("ngspice")
    if found is None:
        _absent("ngspice")
        sys.exit(1)
    return found

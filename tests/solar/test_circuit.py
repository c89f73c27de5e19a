"""The circuit solver on circuits whose answer is known."""

import math
from dataclasses import replace

import pytest

from lentera.solar.circuit import (
    Ammeter,
    Battery,
    Circuit,
    CircuitError,
    CurrentSource,
    Diode,
    DuplicateNameError,
    Fuse,
    LedString,
    NoReturnPathError,
    Resistor,
    Switch,
    TripKind,
    UnknownTerminalError,
    VoltageSource,
    VoltageSourceLoopError,
    Voltmeter,
    Wire,
    newton,
)
from lentera.solar.parts import BATTERIES


def solved(*elements, **options):
    circuit = Circuit(**options)
    for element in elements:
        circuit.add(element)
    return circuit.solve()


def test_divider_and_current_signs():
    found = solved(
        VoltageSource("source", "top", "0", 12.0),
        Resistor("r1", "top", "mid", 100.0),
        Resistor("r2", "mid", "0", 200.0),
    )
    assert found.between("mid", "0") == pytest.approx(8.0)
    assert found.currents["r1"] == pytest.approx(0.04)
    assert found.currents["source"] == pytest.approx(-0.04)  # through the source from plus to minus
    assert found.converged


def test_current_source_pushes_through_a_resistor():
    found = solved(CurrentSource("source", "0", "top", 0.5), Resistor("r", "top", "0", 10.0))
    assert found.between("top", "0") == pytest.approx(5.0)
    assert found.currents["source"] == pytest.approx(0.5)


def test_diode_drop_follows_its_law():
    found = solved(
        VoltageSource("s", "a", "0", 5.0),
        Resistor("r", "a", "d", 1000.0),
        Diode("d", "d", "0", 1e-12, 0.02585),
    )
    amps = found.currents["d"]
    assert found.between("d", "0") == pytest.approx(0.02585 * math.log(amps / 1e-12 + 1.0), abs=1e-6)
    assert amps == pytest.approx(found.currents["r"], rel=1e-9)


def test_reversed_diode_blocks():
    found = solved(VoltageSource("s", "a", "0", -5.0), Resistor("r", "a", "d", 1000.0), Diode("d", "d", "0"))
    assert abs(found.currents["d"]) < 1e-10


def test_wire_resistance_is_that_of_copper():
    # 8 m there and back at 0.75 A through 0.75 mm²: the course's example, 0.28 V.
    there = Wire("there", "a", "b", length=8.0, area=0.75, contact=0.0)
    back = Wire("back", "c", "0", length=8.0, area=0.75, contact=0.0)
    found = solved(VoltageSource("s", "a", "0", 12.0), there, CurrentSource("load", "b", "c", 0.75), back)
    assert found.between("a", "b") + found.between("c", "0") == pytest.approx(0.28, abs=0.001)


def test_ammeter_reads_the_current_it_carries():
    found = solved(
        VoltageSource("s", "a", "0", 1.0), Ammeter("meter", "a", "b"), Resistor("r", "b", "0", 0.99)
    )
    assert found.currents["meter"] == pytest.approx(1.0)


BATTERY = Battery("battery", "b+", "b-", BATTERIES["vrla"], 0.86)

# Two leads of a meter on things that nothing conducts between.
DEAD = [
    ("on two loose terminals", (), ("x", "y")),
    ("one lead on a battery, one loose", (BATTERY,), ("b+", "y")),
    (
        "between a blown fuse and an open switch",
        (BATTERY, Fuse("f", "b+", "x", blown=True), Switch("s", "y", "b-", closed=False)),
        ("x", "y"),
    ),
    ("after a blown fuse", (BATTERY, Fuse("f", "b+", "x", blown=True)), ("x", "b-")),
    ("after an open switch", (BATTERY, Switch("s", "b+", "x", closed=False)), ("x", "b-")),
    (
        "behind a blocking lamp",
        (BATTERY, LedString("l", "b-", "x"), Switch("s", "x", "b+", closed=False)),
        ("x", "b-"),
    ),
]


@pytest.mark.parametrize(("elements", "probes"), [row[1:] for row in DEAD], ids=[row[0] for row in DEAD])
def test_a_meter_on_a_dead_terminal_reads_zero(elements, probes):
    found = solved(*elements, Voltmeter("meter", *probes), terminals=("b+", "b-", "x", "y"))
    assert found.converged
    assert found.between(*probes) == pytest.approx(0.0, abs=1e-5)
    assert found.currents["meter"] == pytest.approx(0.0, abs=1e-12)


def test_voltage_across_two_islands_is_zero_without_a_meter_too():
    found = solved(BATTERY, terminals=("b+", "b-", "x"))
    assert found.between("b+", "x") == 0.0
    assert found.between("b+", "b-") == pytest.approx(12.6)


def test_a_meter_across_a_blown_fuse_reads_the_battery():
    found = solved(
        BATTERY,
        Fuse("f", "b+", "x", blown=True),
        Resistor("lamp", "x", "b-", 30.0),
        Voltmeter("meter", "b+", "x"),
    )
    assert found.between("b+", "x") == pytest.approx(12.6, abs=0.001)


def test_reference_node_is_zero():
    assert solved(BATTERY, reference="b-").voltages == pytest.approx({"b+": 12.6, "b-": 0.0})
    assert solved(BATTERY, reference="b+").voltages == pytest.approx({"b+": 0.0, "b-": -12.6})


def test_what_cannot_be_built_is_refused_with_the_reason():
    circuit = Circuit(terminals=("a", "b"))
    circuit.add(Resistor("r", "a", "b", 1.0))
    with pytest.raises(DuplicateNameError, match="'r' is already"):
        circuit.add(Resistor("r", "a", "b", 2.0))
    with pytest.raises(UnknownTerminalError, match="'c'"):
        circuit.add(Resistor("r2", "a", "c", 2.0))
    with pytest.raises(CircuitError, match="both ends on 'a'"):
        circuit.add(Resistor("r2", "a", "a", 2.0))
    with pytest.raises(UnknownTerminalError, match="'z'"):
        circuit.solve().between("a", "z")


NAN, INF = math.nan, math.inf
NOT_POSITIVE = (0.0, -1.0, NAN, INF)
NEGATIVE = (-1.0, NAN, INF)
NOT_FINITE = (NAN, INF, -INF)

# How to build it with one bad number, what the sentence calls that number, its unit, and the bad ones.
BAD_NUMBERS = [
    (lambda x: Resistor("part", "a", "b", x), "resistance", "ohm", NOT_POSITIVE),
    (lambda x: VoltageSource("part", "a", "b", x), "voltage", "V", NOT_FINITE),
    (lambda x: CurrentSource("part", "a", "b", x), "current", "A", NOT_FINITE),
    (lambda x: Diode("part", "a", "b", saturation=x), "saturation current", "A", NOT_POSITIVE),
    (lambda x: Diode("part", "a", "b", ideality=x), "ideality voltage", "V", NOT_POSITIVE),
    (lambda x: Diode("part", "a", "b", series=x), "series resistance", "ohm", NEGATIVE),
    (lambda x: Switch("part", "a", "b", closed=True, ohm=x), "resistance", "ohm", NOT_POSITIVE),
    (lambda x: Switch("part", "a", "b", closed=False, ohm=x), "resistance", "ohm", NOT_POSITIVE),
    (lambda x: Wire("part", "a", "b", x, 0.75), "length", "m", NOT_POSITIVE),
    (lambda x: Wire("part", "a", "b", 1.0, x), "area", "mm²", NOT_POSITIVE),
    (lambda x: Wire("part", "a", "b", 1.0, 0.75, contact=x), "contact resistance", "ohm", NEGATIVE),
    (lambda x: Wire("part", "a", "b", 1.0, 0.75, ampacity=x), "ampacity", "A", (0.0, -1.0, NAN)),
    (lambda x: Voltmeter("part", "a", "b", x), "resistance", "ohm", NOT_POSITIVE),
    (lambda x: Ammeter("part", "a", "b", x), "resistance", "ohm", NOT_POSITIVE),
    (lambda x: Battery("part", "a", "b", BATTERIES["vrla"], x), "soc", "of 1", NOT_FINITE),
    (lambda x: replace(BATTERY, name="part", polarisation=x), "polarisation", "V", NOT_FINITE),
    (lambda x: replace(BATTERY, name="part", extra=x), "extra resistance", "ohm", NEGATIVE),
    (lambda x: Fuse("part", "a", "b", holder=x), "holder", "ohm", NEGATIVE),
]


@pytest.mark.parametrize(
    ("build", "quantity", "unit", "number"),
    [(build, quantity, unit, x) for build, quantity, unit, numbers in BAD_NUMBERS for x in numbers],
)
def test_a_number_that_cannot_be_is_refused_with_part_and_quantity(build, quantity, unit, number):
    with pytest.raises(ValueError, match=f"^part: {quantity} is {number} {unit}; give "):
        build(number)


def test_numbers_at_the_edge_are_taken():
    found = solved(
        VoltageSource("nothing", "a", "0", 0.0),
        CurrentSource("none", "a", "0", 0.0),
        Diode("bare", "a", "0", series=0.0),
        Wire("clean", "a", "0", 1.0, 0.75, contact=0.0, ampacity=math.inf),
    )
    assert found.currents == pytest.approx(dict.fromkeys(found.currents, 0.0), abs=1e-12)


def test_ideal_sources_in_a_loop_are_refused():
    with pytest.raises(VoltageSourceLoopError, match="'s3' closes a loop"):
        solved(
            VoltageSource("s1", "a", "b", 1.0),
            VoltageSource("s2", "b", "c", 1.0),
            VoltageSource("s3", "c", "a", 1.0),
        )


def test_a_current_source_without_a_way_back_is_refused():
    with pytest.raises(NoReturnPathError, match="'s' has no way back"):
        solved(CurrentSource("s", "a", "b", 1.0), Resistor("r", "b", "c", 1.0))


def test_fuse_blows_by_heat_and_holds_its_rating():
    fuse = Fuse("f", "a", "b")
    assert fuse.time_to_blow(5.0) == math.inf
    assert fuse.time_to_blow(5.5) == math.inf
    times = [fuse.time_to_blow(amps) for amps in (6.0, 10.0, 43.0)]
    assert times == sorted(times, reverse=True)
    assert times[-1] < 0.05 < times[0]
    assert fuse.time_to_blow(-43.0) == times[-1]


def test_solution_tells_what_would_trip_soonest_first():
    found = solved(
        BATTERY,
        Fuse("f", "b+", "x"),
        Wire("w", "x", "b-", 0.6, 0.75, ampacity=10.0),
        LedString("l", "x", "b-"),
    )
    assert [(trip.element, trip.kind) for trip in found.trips] == [
        ("w", TripKind.WIRE_HOT),
        ("f", TripKind.FUSE),
    ]
    assert found.elements["f"].blown is False


def test_warm_start_gives_the_same_answer_in_fewer_steps():
    elements = (BATTERY, Resistor("r", "b+", "x", 1.0), LedString("l", "x", "b-"))
    cold = solved(*elements)
    circuit = Circuit()
    for element in elements:
        circuit.add(element)
    warm = circuit.solve(cold)
    assert warm.iterations < cold.iterations
    assert warm.currents["l"] == pytest.approx(cold.currents["l"], rel=1e-6)


def test_fallbacks_find_what_newton_alone_was_kept_from(monkeypatch):
    elements = (
        BATTERY,
        Resistor("r", "b+", "x", 1.0),
        LedString("l1", "x", "y"),
        Diode("d", "y", "b-"),
        LedString("l2", "b-", "x"),
    )
    expected = solved(*elements)
    for ramp in ("_lower_conductance", "_raise_sources"):
        with monkeypatch.context() as patched:
            plain, calls = newton._iterate, []

            def crippled(*arguments, plain=plain, calls=calls):
                answer = plain(*arguments)
                calls.append(1)
                if len(calls) == 1:
                    answer.converged = False
                return answer

            patched.setattr(newton, "_iterate", crippled)
            if ramp == "_raise_sources":
                lost = newton.Answer([0.0] * 3, [0.0] * 3, 0, converged=False)
                patched.setattr(newton, "_lower_conductance", lambda *_, lost=lost: lost)
            found = solved(*elements)
        assert found.converged, ramp
        assert found.currents == pytest.approx(expected.currents, abs=1e-8), ramp


def test_sixty_terminals_in_a_row():
    cells = [Battery(f"b{k}", f"t{k + 1}", f"t{k}", BATTERIES["vrla"], 1.0) for k in range(0, 59, 2)]
    links = [Wire(f"w{k}", f"t{k}", f"t{k + 1}", 0.6, 0.75) for k in range(1, 59, 2)]
    lamps = [LedString(f"l{k}", f"t{k + 1}", f"t{k}") for k in range(0, 59, 2)]
    found = solved(*cells, *links, *lamps, terminals=[f"t{k}" for k in range(60)])
    assert found.converged
    assert found.between("t59", "t0") == pytest.approx(
        sum(found.between(f"t{k + 1}", f"t{k}") for k in range(59))
    )
    assert found.currents["l0"] == pytest.approx(found.currents["l58"], rel=1e-6)

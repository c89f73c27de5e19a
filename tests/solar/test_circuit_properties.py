"""What holds for every circuit, on random ones: balance of charge and power, symmetry, monotone response."""

import math
from dataclasses import fields

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from lentera.solar.circuit import (
    Ammeter,
    Battery,
    Circuit,
    Diode,
    Fuse,
    LedString,
    PVModule,
    Resistor,
    Switch,
    VoltageSource,
    Voltmeter,
    Wire,
)
from lentera.solar.panel import single_diode
from lentera.solar.parts import BATTERIES, LAMPS, PANELS

NODES = [f"n{k}" for k in range(6)]
PAIRS = st.lists(st.sampled_from(NODES), min_size=2, max_size=2, unique=True)
SHARES = st.floats(min_value=0.0, max_value=1.0)
PASSIVE = ("resistor", "wire", "diode", "lamp", "fuse", "switch", "voltmeter", "ammeter")
ACTIVE = ("battery", "panel", "source")


def rows(*kinds, most=14):
    """Draw elements as (kind, two nodes, three numbers from 0 to 1 that choose its values)."""
    return st.lists(
        st.tuples(st.sampled_from(kinds), PAIRS, st.tuples(SHARES, SHARES, SHARES)), min_size=1, max_size=most
    )


def pick(catalogue, share):
    parts = list(catalogue.values())
    return parts[min(int(share * len(parts)), len(parts) - 1)]


def module(name, plus, minus, which, irradiance):
    return PVModule(name, plus, minus, single_diode(pick(PANELS, which), irradiance, 45.0))


def element(name, kind, ends, shares):  # noqa: C901, PLR0911  one case for each kind of element
    """Build one element; an ideal source comes with a resistor, since two of them may contradict."""
    x, y, z = shares
    a, b = ends
    match kind:
        case "resistor":
            return (Resistor(name, a, b, 10.0 ** (4.0 * x - 2.0)),)
        case "wire":
            return (Wire(name, a, b, 0.1 + 20.0 * x, 0.5 + 5.0 * y, 0.05 * z),)
        case "diode":
            return (Diode(name, a, b, 10.0 ** (-14.0 + 8.0 * x), 0.02 + 0.05 * y, z),)
        case "lamp":
            spec = pick(LAMPS, x)
            return (LedString(name, a, b, spec, shorted=int(0.99 * y * spec.diodes), open=z > 0.9),)
        case "fuse":
            return (Fuse(name, a, b, blown=x > 0.8),)
        case "switch":
            return (Switch(name, a, b, closed=x > 0.3, ohm=0.005 + y),)
        case "voltmeter":
            return (Voltmeter(name, a, b),)
        case "ammeter":
            return (Ammeter(name, a, b),)
        case "battery":
            return (Battery(name, a, b, pick(BATTERIES, x), y, extra=z),)
        case "panel":
            return (module(name, a, b, x, 1200.0 * y),)
        case "source":
            inner = f"{name}.inner"
            source = VoltageSource(f"{name}.ideal", inner, b, 24.0 * x)
            return (Resistor(name, a, inner, 0.05 + y), source)
    raise AssertionError(kind)


def elements_of(drawn):
    return [part for k, row in enumerate(drawn) for part in element(f"e{k}", *row)]


def solved(elements, previous=None):
    circuit = Circuit(dict.fromkeys(node for part in elements for node in part.terminals))
    for part in elements:
        circuit.add(part)
    found = circuit.solve(previous)
    assert found.converged
    return found


def rename(part, nodes, suffix):
    """Give the same element under another name between renamed nodes."""
    given = {field.name: getattr(part, field.name) for field in fields(part) if field.init}
    for name, value in given.items():
        if isinstance(value, str) and name != "name":
            given[name] = nodes.get(value, f"{value}{suffix}")
    return type(part)(**(given | {"name": f"{part.name}{suffix}"}))


def power(found, part):
    return found.between(*part.terminals) * found.currents[part.name]


def assert_same_currents(found, expected, suffix=""):
    largest = max(map(abs, expected.currents.values()))
    for name, amps in expected.currents.items():
        assert found.currents[f"{name}{suffix}"] == pytest.approx(amps, abs=1e-9 + 1e-6 * largest), name


@settings(max_examples=100, deadline=None, derandomize=True)
@given(rows(*PASSIVE, *ACTIVE))
def test_as_much_current_leaves_a_node_as_reaches_it(drawn):
    elements = elements_of(drawn)
    found = solved(elements)
    balance = dict.fromkeys(found.voltages, 0.0)
    for part in elements:
        a, b = part.terminals
        balance[a] -= found.currents[part.name]
        balance[b] += found.currents[part.name]
    largest = max(map(abs, found.currents.values()))
    # A lead of 50 S at 12 V turns the last bit of a voltage into 1e-13 A.
    inner = {name for name in balance if "#" in name}
    for node in balance.keys() - inner:
        assert balance[node] == pytest.approx(0.0, abs=1e-11 + 1e-9 * largest), node


@settings(max_examples=100, deadline=None, derandomize=True)
@given(rows(*PASSIVE, *ACTIVE))
def test_what_the_sources_give_the_others_take(drawn):
    elements = elements_of(drawn)
    found = solved(elements)
    powers = [power(found, part) for part in elements]
    assert math.fsum(powers) == pytest.approx(0.0, abs=1e-10 + 1e-6 * max(map(abs, powers)))


@settings(max_examples=100, deadline=None, derandomize=True)
@given(rows(*PASSIVE, *ACTIVE))
def test_a_passive_part_never_gives_power(drawn):
    elements = elements_of(drawn)
    found = solved(elements)
    largest = max(abs(power(found, part)) for part in elements)
    for part in elements:
        if not isinstance(part, Battery | PVModule | VoltageSource):
            assert power(found, part) >= -1e-12 - 1e-9 * largest, part


@settings(max_examples=100, deadline=None, derandomize=True)
@given(rows(*PASSIVE))
def test_without_a_source_nothing_flows(drawn):
    found = solved(elements_of(drawn))
    assert max(map(abs, found.currents.values())) < 1e-9


@settings(max_examples=80, deadline=None, derandomize=True)
@given(rows(*PASSIVE, *ACTIVE))
def test_every_part_obeys_its_own_law(drawn):
    elements = elements_of(drawn)
    found = solved(elements)
    for part in elements:
        volts, amps = found.between(*part.terminals), found.currents[part.name]
        match part:
            case Resistor() | Wire() | Ammeter() | Voltmeter():
                assert volts == pytest.approx(amps * part.ohm, abs=1e-9)
            case Switch(closed=True):
                assert volts == pytest.approx(amps * part.ohm, abs=1e-9)
            case Switch() | Fuse(blown=True) | LedString(open=True):
                assert amps == 0.0
            case VoltageSource():
                assert volts == pytest.approx(part.volts, abs=1e-9)
            case Battery():
                ohm = part.spec.resistance + part.extra
                assert volts == pytest.approx(part.emf + amps * ohm, abs=1e-9)
            case Diode():
                inside = volts - part.series * amps
                law = part.saturation * math.expm1(inside / part.ideality) + 1e-12 * inside
                assert amps == pytest.approx(law, rel=1e-5, abs=1e-9)
            case PVModule(law=law):
                inside = volts + law.series_resistance * -amps
                drawn_in = law.saturation_current * math.expm1(inside / law.ideality_voltage)
                curve = drawn_in + inside / law.shunt_resistance - law.photocurrent
                assert amps == pytest.approx(curve, rel=1e-5, abs=1e-9)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(rows(*PASSIVE, *ACTIVE), st.randoms(use_true_random=False))
def test_the_order_of_adding_does_not_matter(drawn, chance):
    elements = elements_of(drawn)
    expected = solved(elements)
    shuffled = list(elements)
    chance.shuffle(shuffled)
    assert_same_currents(solved(shuffled), expected)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(rows(*PASSIVE, *ACTIVE), st.permutations(NODES))
def test_names_do_not_matter(drawn, others):
    elements = elements_of(drawn)
    expected = solved(elements)
    nodes = dict(zip(NODES, others, strict=True))
    renamed = [rename(part, nodes, "'") for part in elements]
    assert {part.name for part in renamed}.isdisjoint(part.name for part in elements)
    found = solved(sorted(renamed, key=lambda part: part.terminals))
    for part in elements:
        largest = max(map(abs, expected.currents.values()))
        assert found.currents[f"{part.name}'"] == pytest.approx(
            expected.currents[part.name], abs=1e-9 + 1e-6 * largest
        )


@settings(max_examples=80, deadline=None, derandomize=True)
@given(rows(*PASSIVE, *ACTIVE), rows(*PASSIVE, *ACTIVE))
def test_where_the_search_begins_does_not_matter(drawn, before):
    elements = elements_of(drawn)
    elsewhere = solved(elements_of(before))
    assert_same_currents(solved(elements, elsewhere), solved(elements))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(rows(*PASSIVE, "battery", "source", most=10), SHARES, st.tuples(SHARES, SHARES, SHARES))
def test_more_light_never_lessens_the_panel_s_current_nor_the_charge(drawn, which, shares):
    """Against the panel's minus, more light lifts every node, so a battery with its minus there takes more."""
    x, y, z = shares
    fixed = [*elements_of(drawn), Battery("battery", "n1", "n0", pick(BATTERIES, x), y)]
    steps = sorted((0.0, 60.0, 1200.0 * z, 800.0, 1200.0))
    given_before, taken_before = -math.inf, -math.inf
    for irradiance in steps:
        found = solved([*fixed, module("panel", "n2", "n0", which, irradiance)])
        given_now, taken_now = -found.currents["panel"], found.currents["battery"]
        slack = 1e-9 + 1e-6 * max(map(abs, found.currents.values()))
        assert given_now >= given_before - slack
        assert taken_now >= taken_before - slack
        given_before, taken_before = given_now, taken_now


@settings(max_examples=80, deadline=None, derandomize=True)
@given(rows(*PASSIVE, *ACTIVE, most=8), rows(*PASSIVE, *ACTIVE, most=8))
def test_two_circuits_that_nothing_joins_do_not_know_of_each_other(first, second):
    here = elements_of(first)
    there = [rename(part, {}, "'") for part in elements_of(second)]
    alone, both = solved(here), solved([*there, *here])
    largest = max(map(abs, both.currents.values()))
    for part in here:
        assert both.currents[part.name] == pytest.approx(alone.currents[part.name], abs=1e-9 + 1e-6 * largest)
    assert both.between(here[0].terminals[0], there[0].terminals[0]) == 0.0

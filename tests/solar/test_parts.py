"""The catalogue of parts: the numbers of the course, each with its certainty, and what no part can be."""

import tomllib
from dataclasses import fields, replace
from importlib.resources import files
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lentera.course.style import StyleSeverity, TextKind, lint_text
from lentera.solar.circuit import Battery, Circuit, LedString, VoltageSource
from lentera.solar.parts import (
    AGEINGS,
    BATTERIES,
    BYPASS_DIODES,
    CABLES,
    CONNECTORS,
    CONTROLLERS,
    DUSK_SWITCHES,
    FUSES,
    HOLDERS,
    INSULATIONS,
    LAMPS,
    MOUNTINGS,
    PANELS,
    SWITCHES,
    USB_PORTS,
    Certainty,
    PartError,
    UnknownPartError,
    certainty,
    part,
)
from lentera.solar.parts.bounds import Bound

TABLES = {
    "panel": PANELS,
    "bypass": BYPASS_DIODES,
    "ageing": AGEINGS,
    "mounting": MOUNTINGS,
    "battery": BATTERIES,
    "controller": CONTROLLERS,
    "lamp": LAMPS,
    "fuse": FUSES,
    "holder": HOLDERS,
    "cable": CABLES,
    "connector": CONNECTORS,
    "insulation": INSULATIONS,
    "switch": SWITCHES,
    "usb": USB_PORTS,
    "dusk": DUSK_SWITCHES,
}
ROWS = [(kind, name) for kind, table in TABLES.items() for name in table]
NUMBERS = [
    (kind, next(iter(table)), field.name)
    for kind, table in TABLES.items()
    for field in fields(next(iter(table.values())))
    if "bound" in field.metadata
]
MAY_BE_NEGATIVE = {"adjust", "current_tempco", "voltage_tempco"}
MAY_BE_ZERO = MAY_BE_NEGATIVE | {
    "light_loss",
    "resistance_growth",
    "diode_resistance",
    "series_resistance of a lamp",
    "driver_current",
    "lumens",
    "contact_resistance of a cable",
    "resistance of a holder",
    "efficiency",
    "dropout",
}


def test_kit_is_the_one_of_the_course():
    assert PANELS["ks10"].power == pytest.approx(10.0, rel=0.02)
    assert PANELS["ks20"].power == pytest.approx(20.0, rel=0.02)
    assert (BATTERIES["vrla"].capacity, BATTERIES["lifepo4"].capacity) == (7.0, 6.0)
    assert FUSES["fuse5a"].rating == 5.0
    assert CABLES["cu075"].area == 0.75


@pytest.mark.parametrize(
    ("battery", "soc", "volts"),
    [
        ("vrla", 1.0, 12.75),
        ("vrla", 0.5, 12.24),
        ("vrla", 0.55, 12.29),
        ("vrla", 0.0, 11.6),
        ("vrla", -0.1, 11.6),
        ("vrla", 1.1, 12.75),
        ("lifepo4", 0.7, 13.3),
        ("lifepo4", 0.55, 13.25),
        ("lifepo4", 0.05, 11.0),
    ],
)
def test_rest_voltage_by_state_of_charge(battery, soc, volts):
    assert BATTERIES[battery].open_circuit_voltage(soc) == pytest.approx(volts)


def test_lithium_is_flat_where_lead_is_not():
    def spread(battery):
        spec = BATTERIES[battery]
        return spec.open_circuit_voltage(0.9) - spec.open_circuit_voltage(0.4)

    assert spread("lifepo4") < 0.25 < spread("vrla")


@pytest.mark.parametrize(("volts", "amps"), [(12.5, 0.41), (16.2, 0.85)])
def test_lamp_draws_what_its_model_was_fitted_to(volts, amps):
    circuit = Circuit()
    circuit.add(VoltageSource("supply", "+", "-", volts))
    circuit.add(LedString("lamp", "+", "-"))
    assert circuit.solve().currents["lamp"] == pytest.approx(amps, abs=0.007)


def test_battery_sags_by_its_resistance():
    circuit = Circuit()
    circuit.add(Battery("battery", "+", "-", BATTERIES["vrla"], 0.86, extra=0.04))
    circuit.add(LedString("lamp", "+", "-"))
    solution = circuit.solve()
    assert solution.between("+", "-") == pytest.approx(12.6 - 0.1 * solution.currents["lamp"], abs=1e-9)


def test_two_lever_connectors_are_what_every_cable_counts_as_its_contacts():
    for cable in CABLES.values():
        assert 2.0 * CONNECTORS["lever"].contact_resistance == cable.contact_resistance


def test_the_harder_a_joint_is_to_make_well_the_more_it_loses():
    lever, screw, twisted = (CONNECTORS[name].contact_resistance for name in ("lever", "screw", "twisted"))
    assert lever < screw < twisted < 10.0 * screw


def test_numbers_carry_their_certainty():
    assert certainty("panel", "ks10", "short_circuit_current") is Certainty.READ
    assert certainty("panel", "ks10", "photocurrent") is Certainty.MEASURED
    assert certainty("battery", "vrla", "rest_voltage") is Certainty.KNOWLEDGE
    with pytest.raises(KeyError):
        certainty("panel", "ks10", "colour")
    with pytest.raises(KeyError):
        certainty("panel", "ks10", "name")


@pytest.mark.parametrize(("kind", "name"), ROWS)
def test_every_row_says_what_it_is_where_it_comes_from_and_how_sure_it_is(kind, name):
    spec = part(kind, name)
    assert spec is TABLES[kind][name]
    assert len(spec.source) > 15
    assert spec.name != spec.name_en
    for field in fields(spec):
        if field.name in {"soc", "rest_voltage"} or (
            "bound" in field.metadata and getattr(spec, field.name) != field.default
        ):
            assert certainty(kind, name, field.name) in set(Certainty)


@pytest.mark.parametrize("file", ["panels", "controllers", "lamps", "wiring"])
def test_every_number_of_the_files_is_a_value_with_a_mark(file):
    text = files("lentera.solar.parts").joinpath(f"{file}.toml").read_text(encoding="utf-8")
    for kind, rows in tomllib.loads(text).items():
        assert set(rows) == set(TABLES[kind])
        for name, row in rows.items():
            for quantity, entry in row.items():
                if isinstance(entry, str):
                    continue
                assert set(entry) == {"value", "mark"}, (kind, name, quantity)
                assert entry["mark"] in set(Certainty), (kind, name, quantity)


@pytest.mark.parametrize(("kind", "name"), ROWS)
def test_names_are_plain_indonesian(kind, name):
    found = lint_text(part(kind, name).name, TextKind.LABEL)
    assert not [fault for fault in found if fault.severity is StyleSeverity.ERROR], found


@pytest.mark.parametrize(("kind", "name", "quantity"), NUMBERS)
def test_a_number_that_cannot_be_is_refused_with_its_name(kind, name, quantity):
    spec = TABLES[kind][name]
    for value in (nan, inf, -inf, "lima", -1):
        if quantity in MAY_BE_NEGATIVE and value == -1:
            assert getattr(replace(spec, **{quantity: value}), quantity) == -1
            continue
        with pytest.raises(PartError, match=rf"^{quantity} is {value}( .*)?; give a "):
            replace(spec, **{quantity: value})


@pytest.mark.parametrize(("kind", "name", "quantity"), NUMBERS)
def test_zero_is_refused_where_it_would_divide_by_nothing(kind, name, quantity):
    spec = TABLES[kind][name]
    if quantity in MAY_BE_ZERO or f"{quantity} of a {kind}" in MAY_BE_ZERO:
        assert getattr(replace(spec, **{quantity: 0}), quantity) == 0
        return
    with pytest.raises(PartError, match=f"^{quantity} is 0"):
        replace(spec, **{quantity: 0})


def test_the_sentence_tells_what_where_and_what_next():
    with pytest.raises(PartError) as caught:
        replace(CABLES["cu075"], area=-1)
    assert str(caught.value) == "area is -1 mm²; give a number above 0"


def test_a_share_is_at_most_one():
    assert replace(USB_PORTS["usb10w"], efficiency=1.0).efficiency == 1.0
    with pytest.raises(PartError, match=r"efficiency is 1.01; give a number from 0 to 1"):
        replace(USB_PORTS["usb10w"], efficiency=1.01)


def test_a_dusk_switch_goes_off_in_more_light_than_it_goes_on():
    with pytest.raises(PartError, match=r"off_above is 5.0 lx; give more than on_below, which is 10.0 lx"):
        replace(DUSK_SWITCHES["ldr"], off_above=5.0)


@given(st.floats())
def test_no_number_slips_past_a_bound(value):
    bound = Bound("A", 0.0, inf, low_allowed=False)
    if 0.0 < value < inf:
        bound.refuse("current", value)
    else:
        with pytest.raises(PartError):
            bound.refuse("current", value)


@pytest.mark.parametrize(
    ("kind", "name", "sentence"),
    [
        ("panel", "ks02", "panel 'ks02' is not in the catalogue; did you mean 'ks20'?"),
        ("cable", "cu75", "cable 'cu75' is not in the catalogue; did you mean 'cu075'?"),
        ("lamp", "zzz", "lamp 'zzz' is not in the catalogue; choose among led3w, "),
        ("pannel", "ks20", "kind of part 'pannel' is not in the catalogue; did you mean 'panel'?"),
    ],
)
def test_an_unknown_part_is_refused_with_the_nearest_name(kind, name, sentence):
    with pytest.raises(UnknownPartError) as caught:
        part(kind, name)
    assert str(caught.value).startswith(sentence)


def test_cables_and_fuses_are_the_ones_of_a_shop():
    assert [cable.area for cable in CABLES.values()] == [0.5, 0.75, 1.0, 1.5, 2.5, 4.0]
    assert [FUSES[f"fuse{n}a"].rating for n in (2, 3, 5, 10, 15)] == [2.0, 3.0, 5.0, 10.0, 15.0]
    assert FUSES["wire"].rating >= 30.0


def test_the_5_a_fuse_with_its_holder_has_20_milliohm():
    assert FUSES["fuse5a"].cold_resistance + HOLDERS["blade"].resistance == pytest.approx(0.02)


@pytest.mark.parametrize(
    ("area", "amps", "metres"),
    [(0.75, 0.5, 15.4), (0.75, 2.0, 3.9), (1.0, 1.0, 10.3), (1.5, 0.5, 30.9), (2.5, 2.0, 13.0)],
)
def test_runs_of_three_percent_are_those_of_the_facts(area, amps, metres):
    assert 0.36 / (0.035 / area * amps) == pytest.approx(metres, rel=0.02)
    assert area in {cable.area for cable in CABLES.values()}


@pytest.mark.parametrize(
    ("kind", "file"), [("panel", "panels"), ("cable", "wiring"), ("battery", "batteries")]
)
def test_a_table_is_a_mapping_in_the_order_of_its_file(kind, file):
    text = files("lentera.solar.parts").joinpath(f"{file}.toml").read_text(encoding="utf-8")
    rows, table = tomllib.loads(text)[kind], TABLES[kind]
    assert list(table) == list(rows)
    assert len(table) == len(rows)
    assert all(name in table for name in rows)
    assert "rope" not in table
    assert table.get("rope") is None
    assert [spec.source for spec in table.values()] == [row["source"] for row in rows.values()]
    assert all(table[name] is table[name] for name in rows)
    assert repr(table).startswith(f"Table({kind!r}: {next(iter(rows))}")
    with pytest.raises(KeyError, match="rope"):
        table["rope"]
    with pytest.raises(TypeError):
        table["rope"] = None


@given(st.floats(), st.floats(-100, 100), st.floats(0.001, 100), st.booleans())
def test_a_bound_lets_in_what_lies_between_its_ends(value, low, width, low_allowed):
    bound = Bound("V", low, low + width, low_allowed=low_allowed)
    above = value >= low if low_allowed else value > low
    assert bound.holds(value) == (above and value <= low + width)


def test_infinity_passes_only_where_a_bound_says_so():
    assert not Bound("ohm", 0.0, inf).holds(inf)
    assert Bound("ohm", 0.0, inf, endless=True).holds(inf)
    assert not Bound("ohm", -inf, inf).holds(-inf)
    assert not Bound("ohm", 0.0, inf, endless=True).holds(nan)

"""The catalogue: every fault told in both languages, seen by a meter, safe to read, and set right again."""

import re
from copy import deepcopy
from functools import cache
from itertools import combinations
from math import nan

import pytest

from lentera.course.style import TextKind, lint_text
from lentera.solar.circuit import TripKind, Voltmeter
from lentera.solar.diagnosis import currents_of
from lentera.solar.faults import (
    AMMETERS,
    CatalogueError,
    DangerLevel,
    Decision,
    Glow,
    Shows,
    Situation,
    UnknownFaultError,
    catalogue,
    fault,
    faults_of,
    first_instant,
    read_faults,
    reading_table,
    readings,
    tools,
    with_faults,
)
from lentera.solar.faults.catalogue import kits
from lentera.solar.faults.changes import UnitChange
from lentera.solar.installation import Battery, Controller, Panel, Switch, circuit_of, kit_b
from lentera.solar.parts import Certainty

KIT = kit_b()
ALL = list(catalogue().values())
OF_B = faults_of("b")
HAVING = [(kit, fault) for letter, kit in kits().items() for fault in faults_of(letter)]
# What a learner's meter can show: its last digit is 10 mV and 10 mA.
VOLTS, AMPS = 0.05, 0.02


def named(faults):
    return pytest.mark.parametrize("fault", faults, ids=lambda fault: fault.id)


def of_kits(having):
    return pytest.mark.parametrize(
        ("kit", "fault"), having, ids=[f"{kit.id}-{fault.id}" for kit, fault in having]
    )


@cache
def healthy(letter):
    kit = kits()[letter]
    return reading_table(kit.installation, kit.test_points)


def apart(one, other, names):
    """Give where two tables differ by more than a meter's last digits, in any situation."""
    return {
        name
        for situation, seen in one.items()
        for name in names
        if abs(seen.value(name) - other[situation].value(name)) > (AMPS if name in AMMETERS else VOLTS)
    }


def differences(kit, fault):
    """Give where a sound kit and one with a fault differ; inside a plug-in lamp nobody puts an ammeter."""
    reached = (*kit.test_points, *currents_of(kit))
    return apart(reading_table(fault.apply(kit.installation), kit.test_points), healthy(kit.id), reached)


def test_the_whole_fault_table_is_there_and_what_only_looks_like_a_fault_is_marked():
    numbers = [fault.number for fault in ALL if "b" in fault.kits]
    assert numbers == list(range(1, 36))
    assert [fault.id for fault in ALL if not fault.real] == ["battery-full"]
    assert len(faults_of("a")) >= 7


def test_ids_are_slugs_that_never_change():
    # These ids stand in log files and in codes; a new one may come, none may go.
    known = {
        "battery-fuse-blown",
        "panel-lead-open",
        "panel-reversed",
        "panel-cable-shorted",
        "panel-joint-corroded",
        "battery-terminal-corroded",
        "panel-dirty",
        "panel-shaded",
        "panel-cells-cracked",
        "battery-flat",
        "battery-aged",
        "battery-cell-shorted",
        "controller-dead",
        "controller-load-dead",
        "switch-broken",
        "lamp-open",
        "lamp-reversed",
        "lamp-led-shorted",
        "lamp-cable-thin",
        "lamp-joint-loose",
        "lamp-shorted",
        "too-many-lamps",
        "battery-disconnected",
        "controller-no-regulation",
        "battery-full",
        "battery-minus-loose",
        "fuse-holder-corroded",
        "battery-reversed",
        "rain-week",
        "phone-left-charging",
        "controller-insects",
        "panel-box-wet",
        "panel-plug-half-in",
        "lamp-cable-cut",
        "fuse-is-wire",
        "lamp-unplugged",
        "panel-unplugged",
        "hub-unplugged",
        "lamp-plug-corroded",
        "lamp-cell-bad",
        "lamp-switch-broken",
    }
    assert known <= set(catalogue())
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)+", id_) for id_ in catalogue())


@named(ALL)
def test_every_text_is_plain_and_in_both_languages(fault):
    texts = {
        fault.name: TextKind.LABEL,
        fault.symptom: TextKind.FEEDBACK,
        fault.cause: TextKind.FEEDBACK,
        fault.fix: TextKind.STEP,
        fault.danger.sentence: TextKind.FEEDBACK,
        fault.advice.reason: TextKind.FEEDBACK,
    }
    for text, kind in texts.items():
        assert lint_text(text.id, kind) == [], text.id
        assert text.id != text.en
        if kind is not TextKind.LABEL:
            for sentence in (text.id, text.en):
                assert sentence[-1] in ".?"
            for part in re.split(r"(?<=[.!?])\s", text.id):
                assert len(part.split()) <= 12, part


def test_tools_and_situations_have_plain_names():
    for text in [*tools().values(), *(situation.name_in_words for situation in Situation)]:
        assert lint_text(text.id, TextKind.LABEL) == []
        assert text.id
        assert text.en


@named(ALL)
def test_prices_and_weights_say_that_they_are_not_sure(fault):
    assert fault.cost.certainty in {Certainty.VERIFY, Certainty.KNOWLEDGE}
    assert fault.prior_certainty is Certainty.KNOWLEDGE
    assert fault.cost.low <= fault.cost.high < 1_000_000
    assert 0 < fault.minutes <= 120
    assert fault.source


def test_the_battery_is_the_weakest_part_and_the_panel_itself_the_most_reliable():
    weight = dict.fromkeys(("battery", "panel", "controller"), 0.0)
    for weighed in OF_B:
        for change in weighed.changes:
            broken = isinstance(change, UnitChange) and change.condition[0][0] not in {"soiling", "shade"}
            if broken and change.unit in weight:
                weight[change.unit] += weighed.prior
    assert weight["battery"] > weight["controller"] > weight["panel"]


@of_kits([(kit, fault) for kit, fault in HAVING if fault.shows is not Shows.EYES])
def test_a_meter_tells_the_fault_from_a_sound_kit_at_the_points_that_are_named(kit, fault):
    different = differences(kit, fault)
    assert fault.points[0] in different
    # Others named may be there because they stay as they are, "12.6 V here and 0 V there".
    assert len(set(fault.points) - different) <= 2


def test_no_point_of_a_plug_in_kit_lies_inside_a_lamp():
    kit = kits()["a"]
    for one in faults_of("a"):
        assert set(one.points) <= {*kit.test_points, *currents_of(kit)}, one.id


@pytest.mark.parametrize("id_", ["battery-aged", "battery-cell-shorted", "battery-reversed"])
def test_nobody_unscrews_a_battery_before_panel_and_fuse_are_off(id_):
    fix = fault(id_).fix.id.lower()
    assert (
        0
        <= fix.index("tutup panel")
        < fix.index("lepas sekering")
        < max(fix.find("ganti"), fix.find("tukar"))
    )


def test_what_a_fault_hangs_on_the_kit_can_be_its_place():
    phone = fault("phone-left-charging")
    assert phone.where in phone.apply(KIT.installation).units
    assert phone.where not in KIT.installation.units


@of_kits([(kit, fault) for kit, fault in HAVING if fault.shows is Shows.EYES])
def test_what_only_a_look_finds_shows_at_no_test_point(kit, fault):
    assert differences(kit, fault) == set()
    assert fault.points == ()


def test_no_two_faults_look_alike_to_a_meter_but_those_we_know_of():
    tables = {None: healthy("b")} | {
        fault.id: reading_table(fault.apply(KIT.installation), KIT.test_points) for fault in OF_B
    }
    alike = {
        (one, other)
        for one, other in combinations(tables, 2)
        if not apart(tables[one], tables[other], (*KIT.test_points, *AMMETERS))
    }
    # A lamp with a shorted LED dies within a minute; then it is a dead lamp like any other.
    assert alike == {("lamp-open", "lamp-led-shorted"), (None, "fuse-is-wire")}


def test_a_broken_pull_switch_is_seen_at_its_lamp():
    kit = kits()["a"]
    seen = readings(fault("lamp-switch-broken").apply(kit.installation), Situation.NIGHT_ON, {})
    assert list(seen.lamps.values()) == [Glow.DARK, Glow.LIT, Glow.LIT, Glow.LIT]


def test_a_wire_in_the_fuse_s_place_lets_a_short_heat_the_cables():
    short = {"bridge": ["controller.battery_plus", "controller.battery_minus"], "ohm": 0.02}
    row = deepcopy(SOUND)
    row["changes"] = [short]
    (shorted,) = read_faults({"test-short": row}, kits())
    heats = {}
    for wire in (False, True):
        faults = (shorted, fault("fuse-is-wire")) if wire else (shorted,)
        instant = first_instant(KIT.installation, faults, Situation.NIGHT_OFF, {})
        hot = next(trip for trip in instant.solution.trips if trip.kind is TripKind.WIRE_HOT)
        seen = readings(with_faults(KIT.installation, *faults), Situation.NIGHT_OFF, KIT.test_points)
        heats[wire] = hot.amps**2 * seen.broken[0].after
    assert heats[True] > 100 * heats[False]


# Faults by their readings in the reference's text: situation, test point, value, tolerance [V or A].
NOON, NIGHT = Situation.NOON_OFF, Situation.NIGHT_ON
KEY_READINGS = [
    ("battery-fuse-blown", NIGHT, {"TP4": (12.6, 0.05), "TP3": (0.0, 0.05), "TP5": (-12.6, 1.0)}),
    ("panel-lead-open", NOON, {"TP1": (19.9, 0.05), "TP2": (1.0, 1.05), "I_pv": (0.0, 0.005)}),
    ("panel-reversed", NOON, {"TP2": (-19.9, 0.05), "I_pv": (0.0, 0.005)}),
    ("panel-cable-shorted", NOON, {"TP1": (0.1, 0.05), "TP2": (0.0, 0.05), "I_pv": (1.02, 0.02)}),
    ("panel-joint-corroded", NOON, {"TP1": (15.2, 0.1), "TP2": (13.2, 0.1), "I_battery": (0.96, 0.02)}),
    ("battery-terminal-corroded", NOON, {"TP3": (13.5, 0.05), "TP4": (12.7, 0.05)}),
    ("battery-terminal-corroded", NIGHT, {"TP3": (12.25, 0.03), "TP4": (12.58, 0.03)}),
    ("panel-dirty", NOON, {"I_battery": (0.64, 0.01)}),
    ("panel-shaded", NOON, {"I_battery": (0.15, 0.01)}),
    ("panel-cells-cracked", NOON, {"I_battery": (0.48, 0.01)}),
    ("battery-flat", NIGHT, {"TP3": (10.9, 0.02), "TP6": (0.0, 0.02)}),
    ("battery-aged", NIGHT, {"TP4": (11.87, 0.03), "I_lamp": (0.33, 0.01)}),
    ("battery-aged", NOON, {"TP3": (13.9, 0.05)}),
    ("battery-cell-shorted", NIGHT, {"TP4": (10.5, 0.05)}),
    ("controller-dead", NOON, {"TP1": (19.9, 0.05), "TP2": (19.9, 0.05), "TP4": (12.6, 0.05), "TP6": (0, 0)}),
    ("controller-load-dead", NIGHT, {"TP3": (12.7, 0.05), "TP6": (0.0, 0.02)}),
    ("switch-broken", NIGHT, {"TP6": (12.6, 0.02), "TP7": (0.0, 0.02)}),
    ("lamp-open", NIGHT, {"TP8": (12.6, 0.02), "I_lamp": (0.0, 0.005)}),
    ("lamp-reversed", NIGHT, {"TP7": (12.6, 0.02), "TP8": (-12.6, 0.02), "I_lamp": (0.0, 0.005)}),
    ("lamp-cable-thin", NIGHT, {"TP7": (12.55, 0.03), "TP8": (11.7, 0.05)}),
    ("lamp-joint-loose", NIGHT, {"TP7": (12.57, 0.03), "TP8": (10.6, 0.05)}),
    ("too-many-lamps", NIGHT, {"I_lamp": (2.1, 0.05)}),
    ("controller-no-regulation", NOON, {"TP3": (14.8, 0.03)}),
    ("battery-full", NOON, {"TP2": (18.0, 0.1), "TP3": (14.4, 0.01), "I_pv": (0.64, 0.01)}),
    ("battery-minus-loose", NIGHT, {"TP3": (12.03, 0.03), "TP4": (12.58, 0.03)}),
    ("fuse-holder-corroded", NIGHT, {"TP5": (-0.92, 0.02), "I_lamp": (0.3, 0.01)}),
    ("battery-reversed", Situation.NIGHT_OFF, {"TP3": (-12.6, 0.02)}),
]


@pytest.mark.parametrize(("id_", "situation", "expected"), KEY_READINGS)
def test_the_key_readings_are_those_of_the_reference(id_, situation, expected):
    seen = readings(fault(id_).apply(KIT.installation), situation, KIT.test_points)
    for point, (value, tolerance) in expected.items():
        assert seen.value(point) == pytest.approx(value, abs=tolerance + 1e-9), point


@pytest.mark.parametrize(
    ("id_", "situation", "glow"),
    [
        ("panel-dirty", NIGHT, Glow.LIT),
        ("battery-flat", NIGHT, Glow.DARK),
        ("lamp-joint-loose", NIGHT, Glow.DIM),
        ("lamp-reversed", NIGHT, Glow.DARK),
        ("lamp-cable-cut", NIGHT, Glow.DARK),
        ("switch-broken", Situation.NOON_ON, Glow.DARK),
    ],
)
def test_one_sees_the_lamp_as_its_owner_tells(id_, situation, glow):
    seen = readings(fault(id_).apply(KIT.installation), situation, KIT.test_points)
    assert seen.lamps["lamp1"] is glow


@pytest.mark.parametrize("id_", ["battery-disconnected", "battery-fuse-blown"])
def test_without_its_battery_the_lamp_is_too_bright_in_the_sun_and_then_breaks(id_):
    struck = (fault(id_),)
    instant = first_instant(KIT.installation, struck, Situation.NOON_ON, KIT.test_points)
    assert instant.lamps["lamp1"] is Glow.OVERBRIGHT
    assert instant.volts["TP6"] == pytest.approx(16.3, abs=0.1)
    later = readings(struck[0].apply(KIT.installation), Situation.NOON_ON, KIT.test_points)
    assert [trip.element for trip in later.broken] == ["lamp1"]
    assert later.lamps["lamp1"] is Glow.DARK


def test_a_lamp_bridged_by_a_short_never_flickers():
    seen = readings(fault("lamp-shorted").apply(KIT.installation), Situation.NOON_ON, KIT.test_points)
    assert [trip.kind for trip in seen.broken] == [TripKind.FUSE]
    assert seen.lamps["lamp1"] is Glow.DARK


def test_a_weak_panel_without_a_battery_lets_the_lamp_flicker():
    faults = (fault("battery-disconnected"), fault("panel-shaded"))
    seen = readings(with_faults(KIT.installation, *faults), Situation.NOON_ON, KIT.test_points)
    assert seen.lamps["lamp1"] is Glow.FLICKERING


@named([fault for fault in ALL if "b" in fault.kits])
def test_one_meter_at_a_time_reads_the_same_as_the_quick_way(fault):
    for situation in Situation:
        seen = readings(fault.apply(KIT.installation), situation, KIT.test_points)
        for name, point in KIT.test_points.items():
            circuit = circuit_of(seen.installation, situation.conditions)
            circuit.add(Voltmeter("meter", point.red, point.black))
            alone = circuit.solve().between(point.red, point.black)
            assert seen.volts[name] == pytest.approx(alone, abs=0.001)


@of_kits(HAVING)
def test_repair_brings_the_healthy_readings_back(kit, fault):
    repaired = fault.repair(fault.apply(kit.installation), kit.installation)
    assert repaired == kit.installation
    seen = readings(repaired, Situation.NIGHT_ON, kit.test_points)
    for name, volts in healthy(kit.id)[Situation.NIGHT_ON].volts.items():
        assert seen.volts[name] == pytest.approx(volts, abs=1e-6)


@of_kits(HAVING)
def test_danger_is_told_wherever_current_or_chemistry_is_dangerous(kit, fault):
    for situation in Situation:
        struck = first_instant(kit.installation, (fault,), situation, {})
        kinds = {trip.kind for trip in struck.solution.trips}
        if kinds & {TripKind.FUSE, TripKind.WIRE_HOT}:
            assert fault.danger.level >= DangerLevel.BURN
        if TripKind.LAMP in kinds:
            assert fault.danger.level >= DangerLevel.DAMAGE
    if conditions(kit, fault, Battery) & {"extra", "drop"} or "no_regulation" in str(fault.changes):
        assert fault.danger.level is DangerLevel.SEVERE
    if fault.danger.level is DangerLevel.NONE:
        assert fault.advice.decision is not Decision.CALL


@named(OF_B)
def test_nobody_is_told_to_take_the_battery_away_from_a_panel_in_the_sun(fault):
    # Without its battery a panel in the sun drives 16 V into the lamp.
    for text in (fault.fix, fault.danger.sentence):
        said = text.id.lower()
        taken = re.search(r"lepas sekering|ganti baterainya", said)
        if taken:
            assert "tutup panel" in said[: taken.start()], text.id
            assert re.search("[Cc]over the panel.*(fuse out|replace it|lamp out)", text.en), text.en


@of_kits(HAVING)
def test_controllers_roofs_and_lithium_are_not_for_learners(kit, fault):
    inside = bool(conditions(kit, fault, Controller))
    module = bool(conditions(kit, fault, Panel) & {"light_share", "leak"})
    lithium = kit.id == "a" and bool(conditions(kit, fault, Battery) | conditions(kit, fault, Switch))
    assert (fault.advice.decision is Decision.CALL) == (inside or module or lithium)
    if lithium:
        assert fault.danger.level is DangerLevel.SEVERE
        assert re.search(r"[Jj]angan membuka", fault.danger.sentence.id)
    if conditions(kit, fault, Panel):
        assert fault.danger.level is DangerLevel.SEVERE
        assert re.search(r"[Jj]angan naik", fault.danger.sentence.id)


def conditions(kit, fault, kind):
    """Give the conditions that a fault changes in units of a kind."""
    return {
        name
        for change in fault.changes
        if isinstance(change, UnitChange) and isinstance(kit.installation.unit(change.unit), kind)
        for name, _ in change.condition
    }


def test_an_unknown_fault_or_kit_is_told():
    with pytest.raises(UnknownFaultError, match="there is no fault 'gremlin'"):
        fault("gremlin")
    with pytest.raises(UnknownFaultError, match="there is no kit 'z'"):
        faults_of("z")


SOUND = {
    "number": 99,
    "kits": ["b"],
    "level": 1,
    "where": "panel",
    "name": {"id": "Panel kotor", "en": "Dirty panel"},
    "symptom": {"id": "Lampu sebentar saja.", "en": "The lamp lasts a short while."},
    "cause": {"id": "Debu.", "en": "Dust."},
    "points": ["I_pv"],
    "fix": {"id": "Cuci panel.", "en": "Wash the panel."},
    "tools": ["water"],
    "cost": {"value": [0, 5000], "mark": "V"},
    "minutes": 20,
    "danger": {"level": 1, "id": "Jangan naik atap.", "en": "Do not climb the roof."},
    "decision": {"do": "mend", "id": "Bisa sendiri.", "en": "We can."},
    "prior": {"value": 1.0, "mark": "K"},
    "source": "test",
    "certainty": "K",
    "changes": [{"unit": "panel", "soiling": 0.3}],
}


def test_a_sound_row_is_read():
    (found,) = read_faults({"test-dirt": SOUND}, kits())
    assert found.id == "test-dirt"
    assert found.cost.high == 5000


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("number", 0, "number is 0; give a whole number above 0"),
        ("number", True, "number is True"),
        ("kits", [], "kits: there is none"),
        ("kits", ["x"], "kits: 'x' is unknown; there are"),
        ("level", 4, "level: 4 is unknown; there are 1, 2, 3"),
        ("name", {"id": "Panel kotor"}, "name.en is empty; write a sentence"),
        ("symptom", {"id": " ", "en": "x"}, "symptom.id is empty"),
        ("fix", "wash", "fix.id is empty"),
        ("where", "roof", "where: kit b has no unit or lead 'roof'"),
        ("also", ["roof"], "also: kit b has no unit or lead 'roof'"),
        ("also", "panel", "also is 'panel'; give a list"),
        ("points", ["TP9"], "points: kit b has no test point 'TP9'"),
        ("cost", {"value": [5, 1], "mark": "V"}, r"cost: it is \[5, 1\] Rp; give two whole numbers"),
        ("cost", {"value": [1.5, 2], "mark": "V"}, "cost: it is"),
        ("cost", {"value": [1, 2], "mark": "X"}, "cost.mark: 'X' is not a valid Certainty"),
        ("cost", [0, 1], r"cost is \[0, 1\]; write"),
        ("minutes", -5, "minutes is -5"),
        ("minutes", 2.5, "minutes is 2.5"),
        ("danger", {"level": 9, "id": "a", "en": "b"}, "danger.level: 9 is not a valid DangerLevel"),
        ("danger", {"id": "a", "en": "b"}, "danger.level: 'level' is missing"),
        ("decision", {"do": "pray", "id": "a", "en": "b"}, "decision.do: 'pray' is not a valid Decision"),
        ("prior", {"value": 0.0, "mark": "K"}, "prior: it is 0.0; give a number above 0"),
        ("prior", {"value": nan, "mark": "K"}, "prior: it is nan"),
        ("shows", "smell", "shows: 'smell' is not a valid Shows"),
        ("certainty", "?", "certainty: '\\?' is not a valid Certainty"),
        ("changes", [{"lead": "roof", "open": True}], r"changes\[0\]: there is no lead 'roof'"),
        (
            "changes",
            [{"unit": "panel", "soiling": 0.1}, {"lead": "panel_plus", "joint": -1}],
            r"changes\[1\]: joint is -1",
        ),
        ("changes", [{"unit": "panel", "soiling": nan}], r"changes\[0\]: soiling is nan"),
        ("changes", [], "changes is empty; give at least one"),
        ("changes", 5, "changes is 5; give a list"),
        ("changes", ["dirt"], r"changes is \['dirt'\]; give a list"),
        ("points", "TP1", "points is 'TP1'; give a list"),
        ("tools", None, "tools is None; give a list"),
        ("where", 5, "where is 5; write a text"),
        ("source", "", "source is ''; write a text"),
        ("danger", "none", "danger.level: "),
        ("colour", "red", "colour is not a field"),
    ],
)
def test_a_bad_row_names_the_fault_and_the_field(field, value, sentence):
    row = deepcopy(SOUND) | {field: value}
    with pytest.raises(CatalogueError, match=f"^fault 'test-dirt': {sentence}"):
        read_faults({"test-dirt": row}, kits())


def test_a_row_that_is_no_table_is_refused():
    with pytest.raises(CatalogueError, match=r"^fault 'test-dirt' is 5; write a table$"):
        read_faults({"test-dirt": 5}, kits())


@pytest.mark.parametrize("field", sorted(SOUND))
def test_a_missing_field_is_named(field):
    row = {key: value for key, value in SOUND.items() if key != field}
    with pytest.raises(CatalogueError, match=f"^fault 'test-dirt': {field} is missing; add it$"):
        read_faults({"test-dirt": row}, kits())

"""A learner's own kit as a file: what it may say, that it comes back the same, and every way to get it wrong."""

import tomllib
from dataclasses import replace
from importlib.resources import files
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lentera.course.style import StyleSeverity, TextKind, lint_text
from lentera.rules import Saying
from lentera.solar.circuit import ControllerFault
from lentera.solar.controller import CONTROLLER_THRESHOLDS, Charge, ControllerState, Load
from lentera.solar.installation import (
    Bridge,
    Conditions,
    Installation,
    KitError,
    KitFault,
    Lamp,
    Panel,
    kit_a,
    kit_b,
    read_kit,
    settle,
    write_kit,
)
from lentera.solar.installation.kits.faults import KINDS
from lentera.solar.panel import Shade
from lentera.solar.parts import BATTERIES, CONTROLLERS, FUSES, LAMPS, PANELS

NOON = Conditions(irradiance=800.0)
NIGHT = Conditions(irradiance=0.0)
BASE = '[kit]\nbase = "b"\n'


def faults(text):
    with pytest.raises(KitError) as refused:
        read_kit(text)
    assert str(refused.value) == refused.value.faults[0].told("en")
    return [fault.told("en") for fault in refused.value.faults]


# --- what a file may say


def test_a_file_that_says_only_the_base_is_that_kit():
    assert read_kit(BASE) == kit_b()
    assert read_kit('[kit]\nbase = "a"') == kit_a()


def test_a_panel_by_its_label():
    kit = read_kit(
        BASE
        + "[unit.panel]\nlabel = { power = 20, isc = 1.26, voc = 21.7, imp = 1.16, vmp = 17.4, cells = 36 }"
    )
    label = kit.installation.unit("panel").spec
    assert (label.short_circuit_current, label.open_circuit_voltage) == (1.26, 21.7)
    ours = settle(kit.installation, NOON).solution.currents["battery"]
    assert ours == pytest.approx(settle(kit_b().installation, NOON).solution.currents["battery"], rel=0.02)


def test_a_battery_by_its_numbers_brings_the_setting_of_its_chemistry():
    kit = read_kit(BASE + '[unit.battery]\nchemistry = "lfp"\ncapacity = 12\n')
    spec = kit.installation.unit("battery").spec
    assert spec.capacity == 12.0
    assert spec.resistance == pytest.approx(BATTERIES["lifepo4"].resistance / 2)
    assert spec.rest_voltage == BATTERIES["lifepo4"].rest_voltage
    assert kit.installation.unit("controller").profile == "lfp_12v"


def test_a_battery_by_its_name_and_a_setting_of_ones_own_choice():
    kit = read_kit(BASE + '[unit.battery]\npart = "lifepo4"\n[unit.controller]\nprofile = "phocos_cml"')
    assert kit.installation.unit("controller").profile == "phocos_cml"


def test_thresholds_of_ones_own():
    kit = read_kit(BASE + "[unit.controller]\nthresholds = { low_voltage_disconnect = 11.4 }")
    controller = kit.installation.unit("controller")
    assert controller.thresholds.low_voltage_disconnect == 11.4
    assert controller.thresholds.absorption == CONTROLLER_THRESHOLDS["pwm_12v"].absorption


def test_lamps_by_number_and_watts():
    kit = read_kit('[kit]\nbase = "b"\nlamps = 3\n[unit.lamp2]\nwatts = 5\n')
    lamps = [unit.spec for unit in kit.installation.units.values() if isinstance(unit, Lamp)]
    assert lamps == [LAMPS["led3w"], LAMPS["driver5w"], LAMPS["led3w"]]


def test_usb_and_dusk_switch():
    assert read_kit('[kit]\nbase = "b"\nusb = true\ndusk = true') == kit_b(usb=True, dusk=True)


def test_leads_by_cross_section_and_metres_and_a_fuse_by_its_rating():
    kit = read_kit(BASE + "[lead.panel_plus]\nlength = 5\narea = 1.5\n[unit.fuse]\nrating = 3")
    lead = kit.installation.lead("panel_plus")
    assert (lead.cable, lead.length, lead.start) == ("cu150", 5.0, "panel.plus")
    assert kit.installation.unit("fuse").spec == FUSES["fuse3a"]


def test_numbers_may_carry_their_mark():
    kit = read_kit(BASE + '[lead.panel_plus]\nlength = { value = 4, mark = "M" }')
    assert kit.installation.lead("panel_plus").length == 4.0


def test_a_kit_from_nothing():
    kit = read_kit(
        """
[kit]
id = "mini"
name = { id = "Panel dan lampu", en = "Panel and lamp" }
source = "Contoh"
reference = "lamp.minus"
[unit.panel]
kind = "panel"
part = "ks10"
[unit.lamp]
kind = "lamp"
part = "led3w"
[lead.plus]
start = "panel.plus"
end = "lamp.plus"
length = 2
[lead.minus]
start = "panel.minus"
end = "lamp.minus"
length = 2
[test_point.TP1]
red = "lamp.plus"
black = "lamp.minus"
"""
    )
    assert kit.id == "mini"
    assert settle(kit.installation, NOON).solution.currents["lamp"] > 0.3
    assert kit.test_points["TP1"].red == "lamp.plus"


def test_the_example_to_start_from_reads_and_lights():
    text = files("lentera.solar.installation").joinpath("kit_contoh.toml").read_text(encoding="utf-8")
    kit = read_kit(text)
    units = kit.installation.units
    assert units["battery"].spec.capacity == 12.0
    assert units["panel"].spec.power == pytest.approx(30.1, abs=0.1)
    assert units["lamp2"].spec is LAMPS["driver5w"]
    lit = kit.installation.with_unit("switch", replace(units["switch"], on=True))
    assert settle(lit, NIGHT).solution.currents["lamp2"] > 0.35
    said = "\n\n".join(line.split("#", 1)[1].strip() for line in text.splitlines() if "#" in line)
    errors = [
        f
        for f in lint_text(said, TextKind.TRAINER)
        if f.severity is StyleSeverity.ERROR and f.rule != "decimal"
    ]
    assert errors == []


def test_a_kit_from_a_path(tmp_path):
    path = tmp_path / "kit.toml"
    path.write_text(BASE, encoding="utf-8")
    assert read_kit(path) == kit_b()


# --- there and back


@pytest.mark.parametrize(
    "kit",
    [kit_a(), kit_b(), kit_b("sx330", "lifepo4_12", 3, usb=True, dusk=True)],
    ids=["a", "b", "b large"],
)
def test_a_kit_comes_back_the_same(kit):
    text = write_kit(kit)
    again = read_kit(text)
    assert again == kit
    assert list(again.installation.units) == list(kit.installation.units)
    assert [lead.name for lead in again.installation.leads] == [lead.name for lead in kit.installation.leads]
    assert write_kit(again) == text


def test_own_numbers_come_back_the_same():
    kit = read_kit(
        BASE
        + """
[unit.panel]
label = { isc = 1.3, voc = 22.1, imp = 1.2, vmp = 17.9 }
[unit.battery]
capacity = 9.5
[unit.controller]
thresholds = { absorption = 14.2, over_voltage = 15.5, over_voltage_reconnect = 14.5, retries = 2, tail_current = 0.2 }
"""
    )
    assert read_kit(write_kit(kit)) == kit


def test_a_damaged_kit_comes_back_damaged():
    kit = kit_b()
    there = kit.installation
    there = there.with_unit(
        "panel", replace(there.unit("panel"), shade=Shade((3, 0), 0.2), soiling=0.1, leak=900.0)
    )
    there = there.with_unit(
        "controller",
        replace(
            there.unit("controller"),
            state=ControllerState(Charge.FLOAT, Load.OVERLOAD, held=12.5),
            fault=ControllerFault.LOAD_OPEN,
        ),
    )
    there = there.with_unit("fuse", replace(there.unit("fuse"), blown=True)).without_unit("lamp1")
    there = there.with_lead(replace(there.lead("panel_plus"), open=True, joint=0.3))
    there = there.with_bridge(Bridge("short", "switch.b", "controller.load_minus", 0.02))
    damaged = replace(kit, installation=there)
    assert read_kit(write_kit(damaged)) == damaged


def test_a_threshold_taken_away_comes_back():
    own = replace(
        CONTROLLER_THRESHOLDS["lfp_12v"], tail_current=None, over_voltage=inf, name='Dia "sendiri"\n\x7f'
    )
    kit = kit_b(battery="lifepo4")
    there = kit.installation
    there = there.with_unit("controller", replace(there.unit("controller"), own=own))
    kit = replace(kit, installation=there)
    assert read_kit(write_kit(kit)) == kit


@given(
    soiling=st.floats(0.0, 1.0),
    soc=st.floats(0.0, 1.0),
    joint=st.floats(0.0, 1e5),
    length=st.floats(1e-3, 500.0),
    name=st.text(st.characters(exclude_categories=("Cs",)), max_size=20),
)
def test_any_number_and_any_name_come_back(soiling, soc, joint, length, name):
    kit = kit_b()
    there = kit.installation
    there = there.with_unit("panel", Panel(PANELS["ks20"], soiling=soiling))
    there = there.with_unit("battery", replace(there.unit("battery"), soc=soc))
    there = there.with_lead(replace(there.lead("panel_plus"), joint=joint, length=length))
    kit = replace(kit, name=name, installation=there)
    assert read_kit(write_kit(kit)) == kit


def test_an_empty_kit_and_one_that_is_none():
    empty = replace(kit_b(), installation=Installation({}), test_points={})
    assert read_kit(write_kit(empty)) == empty
    with pytest.raises(TypeError, match="which a kit file cannot hold"):
        write_kit(replace(kit_b(), source=None))


def test_a_battery_of_any_size_with_a_resistance_that_was_measured():
    kit = read_kit(BASE + "[unit.battery]\ncapacity = 7.2\nresistance = 0.031")
    spec = kit.installation.unit("battery").spec
    assert (spec.capacity, spec.resistance, spec.name) == (7.2, 0.031, "Baterai VRLA 7,2 Ah")


def test_only_catalogue_kinds_can_be_written():
    names = set(tomllib.loads(write_kit(kit_b()))["unit"])
    assert names == set(kit_b().installation.units)


# --- every way to get it wrong

LEAD = "[lead.extra]\nstart = {start}\nend = {end}\nlength = {length}\n"

WRONG = [
    # numbers
    ("[lead.panel_plus]\nlength = -1", "lead.panel_plus.length is -1 m; give a number above 0"),
    ("[lead.panel_plus]\nlength = nan", "lead.panel_plus.length is nan m; give a number above 0"),
    ("[lead.panel_plus]\nlength = inf", "lead.panel_plus.length is inf m; give a number above 0"),
    ("[lead.panel_plus]\nlength = 0", "lead.panel_plus.length is 0 m; give a number above 0"),
    ("[lead.panel_plus]\njoint = -0.5", "lead.panel_plus.joint is -0.5 ohm; give a number from 0 up"),
    ("[lead.panel_plus]\narea = -1.5", "lead.panel_plus.area is -1.5 mm²; give a number above 0"),
    ("[lead.panel_plus]\narea = 1.3", "lead.panel_plus.area is 1.3 mm²; give one of 0.5, 0.75, 1, 1.5, 2.5, 4"),
    ("[unit.panel]\nsoiling = 1.5", "unit.panel.soiling is 1.5; give a number from 0 to 1"),
    ("[unit.battery]\nsoc = nan", "unit.battery.soc is nan; give a number from 0 to 1"),
    ("[unit.battery]\ncapacity = 0", "unit.battery.capacity is 0 Ah; give a number above 0"),
    ("[unit.battery]\ntemperature = 200", "unit.battery.temperature is 200 °C; give a number from -40 to 90"),
    ("[unit.battery]\nresistance = 0.1", "unit.battery.resistance is not known; "),
    ("[unit.battery]\ncapacity = 7\nresistance = -0.1", "unit.battery.resistance is -0.1 ohm; give a number above 0"),
    ('[unit.battery]\nchemistry = "lfp"', "unit.battery.capacity is missing; add it"),
    ("[unit.battery]\nchemistry = 3\ncapacity = nan", "unit.battery.chemistry is 3; choose among vrla, lfp"),
    ("[unit.controller]\nthresholds = { over_voltage = nan }", "unit.controller.thresholds.over_voltage is nan; give a number"),
    ("[unit.controller]\nthresholds = { tempco = inf }", "unit.controller.thresholds.tempco is inf V/K; give a finite number"),
    ("[unit.fuse]\nrating = 4", "unit.fuse.rating is 4 A; give one of 2, 3, 5, 10, 15"),
    ("[unit.lamp1]\nwatts = 4", "unit.lamp1.watts is 4 W; give one of 1, 3, 5"),
    ("[unit.controller]\nleak = 0", "unit.controller.leak is 0 ohm; give a number above 0"),
    ('[bridge.x]\na = "panel.plus"\nb = "panel.minus"\nohm = 0', "bridge.x.ohm is 0 ohm; give a number above 0"),
    # types
    ('[lead.panel_plus]\nlength = "lima"', 'lead.panel_plus.length is "lima"; give a number'),
    ("[lead.panel_plus]\nlength = true", "lead.panel_plus.length is true; give a number"),
    ("[lead.panel_plus]\nopen = 1", "lead.panel_plus.open is 1; give true or false"),
    ("[unit.lamp1]\nshorted = 1.5", "unit.lamp1.shorted is 1.5; give a whole number"),
    ("[lead]\npanel_plus = 3", "lead.panel_plus is 3; give a table"),
    ("[unit]\npanel = 3", "unit.panel is 3; give a table"),
    ("unit = 3", "unit is 3; give a table"),
    ("[unit.panel]\nlabel = 20", "unit.panel.label is 20; give a table"),
    ("[unit.panel]\nshade = { cells = 3 }", "unit.panel.shade.cells is 3; give a list of numbers in square brackets"),
    # names that do not exist
    ("[lead.panel_plus]\nlenght = 2", "lead.panel_plus.lenght is not known; did you mean length?"),
    ("[unit.panel]\ndirt = 0.2", "unit.panel.dirt is not known; choose among covered, soiling, light_share, leak, shade, age"),
    ("[units.panel]\nsoiling = 0", "units is not known; did you mean unit?"),
    ('[unit.panel]\npart = "ks21"', 'unit.panel.part is "ks21"; did you mean ks20? Choose among ks10, ks20, sx330, kc40t, sx350'),
    ('[lead.panel_plus]\ncable = "cu75"', 'lead.panel_plus.cable is "cu75"; did you mean cu075?'),
    ('[unit.controller]\nprofile = "lfp"', 'unit.controller.profile is "lfp"; '),
    ('[unit.controller]\nfault = "ded"', 'unit.controller.fault is "ded"; did you mean dead?'),
    ("[unit.controller]\nthresholds = { lvd = 11 }", "unit.controller.thresholds.lvd is not known; "),
    ('[unit.battery]\nchemistry = "nimh"\ncapacity = 7', 'unit.battery.chemistry is "nimh"; choose among vrla, lfp'),
    ('[unit.box]\nkind = "batery"', 'unit.box.kind is "batery"; did you mean battery?'),
    ("[unit.box]\nsoc = 1", "unit.box.kind is missing; add it"),
    ('[unit.box]\nkind = "battery"', "unit.box.part is missing; add it"),
    # leads
    (LEAD.format(start='"panel.pluss"', end='"fuse.a"', length=1), 'lead.extra.start is "panel.pluss"; did you mean panel.plus?'),
    (LEAD.format(start='"fuse.a"', end='"fuse.a"', length=1), "lead.extra has both ends on fuse.a; give two different terminals"),
    (LEAD.format(start="1", end='"fuse.a"', length=1), "lead.extra.start is 1; choose among panel.plus, "),
    ('[lead.extra]\nstart = "fuse.a"\nend = "fuse.b"', "lead.extra.length is missing; add it"),
    ('[lead.panel_plus]\narea = 1.5\ncable = "cu150"', "lead.panel_plus has cable, area; keep one of them"),
    ('[test_point.TP1]\nred = "panel.top"', 'test_point.TP1.red is "panel.top"; '),
    # names
    ('[unit."a.b"]\nkind = "hub"', "unit.a.b cannot be a name; use small letters, digits and underscores"),
    (LEAD.format(start='"fuse.a"', end='"fuse.b"', length=1).replace("extra", "panel"), "lead.panel has the name of something else; give it another name"),
    ('[unit.multimeter]\nkind = "hub"', "unit.multimeter has the name of something else; give it another name"),
    # what does not fit together
    ('[unit.panel]\npart = "ks20"\nlabel = { isc = 1, voc = 21, imp = 0.9, vmp = 17 }', "unit.panel has part, label; keep one of them"),
    ("[unit.panel]\nlabel = { isc = 1, voc = 21, imp = 0.9 }", "unit.panel.label.vmp is missing; add it"),
    ("[unit.panel]\nlabel = { isc = 1, voc = 21, imp = 0.9, vmp = 17, cells = 36.5 }", "unit.panel.label.cells is 36.5; give a whole number"),
    ("[unit.panel]\nlabel = { isc = 1, voc = 21, imp = 0.9, vmp = 17, name = 3 }", "unit.panel.label.name is 3; give a text in quotes"),
    ("[unit.panel]\nlabel = { isc = 1, voc = 21, imp = 0.9, vpm = 17 }", "unit.panel.label.vpm is not known; did you mean vmp?"),
    ("[unit.panel]\nlabel = { isc = 1, voc = 17, imp = 0.9, vmp = 21 }", "unit.panel.label cannot be a panel's label: "),
    ("[unit.panel]\nlabel = { isc = nan, voc = 21, imp = 0.9, vmp = 17 }", "unit.panel.label.isc is nan; give a number above 0"),
    ("[unit.panel]\nlabel = { power = 50, isc = 1, voc = 21, imp = 0.9, vmp = 17 }", "unit.panel.label cannot be a panel's label: power is 50 W, but imp times vmp is 15.3 W"),
    ("[unit.controller]\nthresholds = { low_voltage_disconnect = 13.0 }", "unit.controller.thresholds cannot be used: "),
    ("[unit.panel]\nshade = { cells = [-1] }", "unit.panel.shade cannot be used: "),
    ("[unit.lamp1]\nshorted = 9", "unit.lamp1 cannot be used: shorted is 9"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sentence"), WRONG, ids=[row[1][:60] for row in WRONG])
def test_every_fault_is_named_by_its_place(text, sentence):
    told = faults(BASE + text) if not text.startswith("unit =") else faults(text + "\n" + BASE)
    assert told[0].startswith(sentence)


@pytest.mark.parametrize(
    ("head", "sentence"),
    [
        ('base = "c"', 'kit.base is "c"; choose among a, b'),
        ("base = 3", "kit.base is 3; choose among a, b"),
        ('base = "b"\nlamps = 0', "kit.lamps is 0; give a number from 1 to 6"),
        ('base = "b"\nlamps = 2.5', "kit.lamps is 2.5; give a whole number"),
        ('base = "b"\nusb = "ya"', 'kit.usb is "ya"; give true or false'),
        ('base = "a"\nlamps = 2', "kit.lamps is not known; choose among id, name, source, reference"),
        ('base = "b"\nname = "Kit saya"', 'kit.name is "Kit saya"; give a table'),
        ('base = "b"\nname = { id = "Kit saya" }', "kit.name.en is missing; add it"),
        (
            'base = "b"\nname = { id = "Kit saya", en = "My kit", su = "Kit" }',
            "kit.name.su is not known; choose among id, en",
        ),
        (
            'base = "b"\nreference = "battery.minnus"',
            'kit.reference is "battery.minnus"; did you mean battery.minus?',
        ),
    ],
)
def test_every_fault_of_the_head_is_named(head, sentence):
    assert faults(f"[kit]\n{head}\n")[0].startswith(sentence)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "kit is missing; add this table"),
        ("[kit]", "unit is missing; add this table"),
        ('kit = "b"', 'kit is "b"; give a table'),
        ('[kit]\nbase = "b\n', "line 2 does not read as TOML"),
        ('[kit]\nbase = "b"\n[lead.panel_plus\nlength = 2', "line 3 does not read as TOML"),
        ('[kit]\nbase = "b"\n[lead.x]\nlength = 1\n[lead.x]\nlength = 2', "line 5: lead.x is there already; give it another name"),
        ('[kit]\nbase = "b"\nbase = "a"', "line 3: base is there already; give it another name"),
    ],
)  # fmt: skip
def test_a_file_that_does_not_read_is_named_by_its_line(text, sentence):
    assert faults(text)[0].startswith(sentence)


def test_a_file_that_is_not_there_or_no_text(tmp_path):
    with pytest.raises(KitError, match=r"^kit\.toml is not there; check its name and folder$"):
        read_kit(tmp_path / "kit.toml")
    path = tmp_path / "gambar.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(KitError, match=r"^gambar\.toml is not UTF-8 text; save it again as UTF-8$"):
        read_kit(path)


def test_all_faults_of_a_file_are_told_at_once():
    told = faults(
        BASE
        + """
[unit.panel]
part = "ks21"
soiling = 2
[unit.battery]
soc = -1
extra = nan
[lead.panel_plus]
length = -1
joint = -2
end = "moon"
"""
    )
    assert [sentence.split(" is ")[0] for sentence in told] == [
        "unit.panel.part",
        "unit.panel.soiling",
        "unit.battery.soc",
        "unit.battery.extra",
        "lead.panel_plus.end",
        "lead.panel_plus.length",
        "lead.panel_plus.joint",
    ]


def test_a_fault_of_a_unit_is_no_fault_of_the_leads_that_end_there():
    assert faults(BASE + '[unit.panel]\npart = "ks21"') == faults(BASE + '[unit.panel]\npart = "ks21"')[:1]
    assert len(faults(BASE + "[unit.panel]\nkind = 3")) == 1


def outcome(text):
    """Give the kit of a text, or what is told about its faults in both languages."""
    try:
        return read_kit(text)
    except KitError as error:
        return [(fault.told("id"), fault.told("en")) for fault in error.faults]


@given(st.text(max_size=60))
def test_no_text_is_anything_but_a_kit_or_a_kit_error(text):
    assert outcome(text)


@given(
    st.sampled_from(["unit", "lead", "bridge", "test_point", "kit"]),
    st.sampled_from(["panel", "battery", "controller", "panel_plus", "TP1", "base", "name"]),
    st.sampled_from(["part", "label", "spec", "length", "red", "kind", "thresholds", "shade", "state", "name", "area"]),
    st.sampled_from(["1", "-1", "nan", "inf", '"x"', "true", "[]", "{}", '["x"]', "{ x = 1 }", "{ value = 1 }", "1979-05-27"]),
)  # fmt: skip
def test_no_value_at_any_place_breaks_the_reader(table, name, key, value):
    for text in (f"{BASE}[{table}.{name}]\n{key} = {value}\n", f"{BASE}[{table}]\n{name} = {value}\n"):
        assert outcome(text)


# --- words

TEXTS = tomllib.loads(
    files("lentera.solar.installation.kits").joinpath("faults.toml").read_text(encoding="utf-8")
)
BLANKS = {
    "line": "3",
    "reason": "x",
    "known": "ks10, ks20",
    "near": "ks20",
    "value": "-1 m",
    "expected": Saying("angka di atas 0", "a number above 0"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_fault_is_told_plainly_in_both_languages(kind):
    assert set(TEXTS[kind]) == {"id", "en"}
    fault = KitFault(kind, "unit.panel", BLANKS)
    said = fault.told("id")
    assert "{" not in said + fault.told("en")
    errors = [f for f in lint_text(said, TextKind.FEEDBACK) if f.severity is StyleSeverity.ERROR]
    assert errors == []


def test_a_trainer_reads_indonesian_and_a_log_english(monkeypatch):
    with pytest.raises(KitError) as refused:
        read_kit(BASE + "[lead.panel_plus]\nlength = -1")
    fault = refused.value.faults[0]
    assert (fault.kind, fault.path) == ("out_of_range", "lead.panel_plus.length")
    assert fault.sentence == "lead.panel_plus.length berisi -1 m. Isi dengan angka di atas 0."
    monkeypatch.setenv("LENTERA_LANG", "en")
    assert fault.sentence == str(refused.value)


def test_the_parts_that_a_file_may_name_are_those_of_the_catalogue():
    kit = read_kit(BASE + '[unit.controller]\npart = "mppt10a"')
    assert kit.installation.unit("controller").spec is CONTROLLERS["mppt10a"]
    assert settle(kit.installation, NIGHT).solution.converged

"""The published fault table of kit B: each row is a fault and a situation, each reading within 0.4 %.

The table was computed with another program for a 20 Wp panel at 800 W/m² and 45 °C, a 12.6 V battery with
60 milliohm and one 3 W lamp. Where our model differs on purpose, `EXPLAINED` holds our value and why.
"""

import csv

import pytest

from lentera.solar.faults import AMMETERS, Situation, catalogue, first_instant, readings, with_faults
from lentera.solar.installation import kit_b

COLUMNS = ("TP1", "TP2", "TP3", "TP4", "TP5", "TP6", "TP7", "TP8", *AMMETERS)
SHARE, VOLTS, AMPS = 0.004, 0.03, 0.005
# At 43 A a milliohm more or less in a lead counts; of a reversed battery only leakage reaches the panel.
LOOSER = {
    "21 short at lamp (before fuse blows), night": 0.02,
    "28 battery reversed at controller (no protection diode)": 0.02,
}
OFF, ON, NIGHT, NIGHT_OFF = Situation.NOON_OFF, Situation.NOON_ON, Situation.NIGHT_ON, Situation.NIGHT_OFF

# case, readings at the eight test points [V], then the currents [A]
TABLE = """\
"00 healthy noon 800 W/m2, lamp off",13.26,13.16,12.72,12.66,0.02,12.72,0.0,0.0,0.991,0.986,0.0
"00 healthy noon, lamp on",13.21,13.11,12.67,12.63,0.01,12.66,12.66,12.6,0.991,0.564,0.422
"00 healthy night, lamp on",6.38,6.38,12.55,12.58,-0.01,12.54,12.54,12.49,0.0,-0.413,0.408
"01 battery fuse blown, noon",19.89,19.88,17.57,12.6,4.98,17.57,0.0,0.0,0.007,0.0,0.0
"01 battery fuse blown, night",0.06,0.06,0.0,12.6,-12.59,0.0,0.0,0.0,0.0,0.0,0.0
02 panel lead open,19.9,2.0,12.6,12.6,0.0,12.6,0.0,0.0,0.0,-0.005,0.0
03 panel reversed (series diode blocks),-19.9,-19.9,12.6,12.6,0.0,12.6,0.0,0.0,0.0,-0.005,0.0
04 panel cable shorted,0.11,0.01,12.6,12.6,0.0,12.6,0.0,0.0,1.017,-0.005,0.0
05 corroded PV terminal +2.0 ohm,15.18,13.16,12.71,12.66,0.02,12.71,0.0,0.0,0.962,0.957,0.0
"06 corroded battery terminal +0.8 ohm, night lamp on",6.38,6.38,12.25,12.58,-0.01,12.24,12.24,12.2,0.0,-0.378,0.374
"06 same, noon",14.04,13.95,13.5,12.66,0.02,13.5,0.0,0.0,0.984,0.979,0.0
07 dirty panel (35 % loss),13.17,13.1,12.68,12.64,0.01,12.68,0.0,0.0,0.645,0.64,0.0
"08 heavy shade (85 % loss, uniform)",13.0,12.99,12.62,12.61,0.0,12.62,0.0,0.0,0.149,0.144,0.0
09 one cell string/bypass third lost is n/a 36-cell: cracked cell I -50 %,13.12,13.07,12.66,12.63,0.01,12.66,0.0,0.0,0.485,0.48,0.0
"10 battery flat, LVD open, night",6.38,6.38,10.9,10.9,0.0,0.0,0.0,0.0,0.0,-0.004,0.0
"11 aged/sulphated battery R=1.0 ohm, night",6.38,6.38,11.85,11.87,-0.01,11.84,11.84,11.8,0.0,-0.332,0.327
"11 aged battery, noon (early HVR)",14.47,14.38,13.93,13.87,0.02,13.93,0.0,0.0,0.978,0.973,0.0
"12 one shorted cell (-2.1 V), night",6.38,6.38,10.5,10.5,0.0,0.0,0.0,0.0,0.0,-0.004,0.0
"13 controller dead, noon",19.9,19.9,12.6,12.6,0.0,0.0,0.0,0.0,0.0,0.0,0.0
"14 load FET stuck open, night, full battery",6.38,6.38,12.7,12.7,0.0,0.0,0.0,0.0,0.0,-0.005,0.0
"15 switch broken/open contact, night",6.38,6.38,12.6,12.6,0.0,12.6,0.0,0.0,0.0,-0.005,0.0
"16 lamp LED open, night",6.38,6.38,12.6,12.6,0.0,12.6,12.6,12.6,0.0,-0.005,0.0
"17 lamp reversed polarity, night",6.38,6.38,12.6,12.6,0.0,12.6,12.6,12.6,0.0,-0.005,0.0
"18 one LED of 3 shorted, night",6.38,6.38,12.5,12.55,-0.02,12.49,12.48,12.38,0.0,-0.814,0.81
"19 thin/long lamp cable +2.5 ohm, night",6.38,6.38,12.56,12.58,-0.01,12.55,12.55,11.72,0.0,-0.323,0.318
"20 loose lamp joint +10 ohm, night",6.38,6.38,12.58,12.59,0.0,12.57,12.57,10.63,0.0,-0.197,0.192
"21 short at lamp (before fuse blows), night",6.38,6.38,7.39,9.99,-0.87,6.52,6.08,0.87,0.0,-43.45,43.447
"22 overload 6 lamps, night",6.38,6.38,12.34,12.47,-0.04,12.3,12.28,12.03,0.0,-2.127,2.123
"23 no battery connected, sun on, lamp on",16.81,16.72,16.28,12.6,0.0,16.27,16.26,16.16,0.851,0.0,0.851
"24 HVR failed (no regulation), noon, full",15.34,15.24,14.8,14.74,0.02,14.8,0.0,0.0,0.956,0.951,0.0
"25 HVR ok, noon, full battery",17.99,17.92,14.4,14.36,0.01,14.4,0.0,0.0,0.64,0.635,0.0
"26 loose negative return +1.5 ohm, night",6.38,6.38,12.03,12.58,-0.01,12.02,12.02,11.98,0.0,-0.353,0.348
"27 blown fuse hidden by corrosion: holder 3 ohm, night",6.38,6.38,11.64,12.58,-0.92,11.64,11.64,11.6,0.0,-0.308,0.304
28 battery reversed at controller (no protection diode),-12.53,-12.53,-12.6,-12.6,0.0,-12.6,0.0,0.0,0.0,0.005,0.0
"""

AT_ONCE, AT_REST = True, False
# What each row is: its fault, its situation, and whether it is read at the instant at which the fault happens (a fuse
# or a lamp gives way within a minute) or at rest.
ROWS = {
    "00 healthy noon 800 W/m2, lamp off": (None, OFF, AT_REST),
    "00 healthy noon, lamp on": (None, ON, AT_REST),
    "00 healthy night, lamp on": (None, NIGHT, AT_REST),
    "01 battery fuse blown, noon": ("battery-fuse-blown", OFF, AT_REST),
    "01 battery fuse blown, night": ("battery-fuse-blown", NIGHT, AT_REST),
    "02 panel lead open": ("panel-lead-open", OFF, AT_REST),
    "03 panel reversed (series diode blocks)": ("panel-reversed", OFF, AT_REST),
    "04 panel cable shorted": ("panel-cable-shorted", OFF, AT_REST),
    "05 corroded PV terminal +2.0 ohm": ("panel-joint-corroded", OFF, AT_REST),
    "06 corroded battery terminal +0.8 ohm, night lamp on": ("battery-terminal-corroded", NIGHT, AT_REST),
    "06 same, noon": ("battery-terminal-corroded", OFF, AT_REST),
    "07 dirty panel (35 % loss)": ("panel-dirty", OFF, AT_REST),
    "08 heavy shade (85 % loss, uniform)": ("panel-shaded", OFF, AT_REST),
    "09 one cell string/bypass third lost is n/a 36-cell: cracked cell I -50 %": (
        "panel-cells-cracked",
        OFF,
        AT_REST,
    ),
    "10 battery flat, LVD open, night": ("battery-flat", NIGHT, AT_REST),
    "11 aged/sulphated battery R=1.0 ohm, night": ("battery-aged", NIGHT, AT_REST),
    "11 aged battery, noon (early HVR)": ("battery-aged", OFF, AT_REST),
    "12 one shorted cell (-2.1 V), night": ("battery-cell-shorted", NIGHT, AT_REST),
    "13 controller dead, noon": ("controller-dead", OFF, AT_REST),
    "14 load FET stuck open, night, full battery": ("controller-load-dead", NIGHT, AT_REST),
    "15 switch broken/open contact, night": ("switch-broken", NIGHT, AT_REST),
    "16 lamp LED open, night": ("lamp-open", NIGHT, AT_REST),
    "17 lamp reversed polarity, night": ("lamp-reversed", NIGHT, AT_REST),
    "18 one LED of 3 shorted, night": ("lamp-led-shorted", NIGHT, AT_ONCE),
    "19 thin/long lamp cable +2.5 ohm, night": ("lamp-cable-thin", NIGHT, AT_REST),
    "20 loose lamp joint +10 ohm, night": ("lamp-joint-loose", NIGHT, AT_REST),
    "21 short at lamp (before fuse blows), night": ("lamp-shorted", NIGHT, AT_ONCE),
    "22 overload 6 lamps, night": ("too-many-lamps", NIGHT, AT_REST),
    "23 no battery connected, sun on, lamp on": ("battery-disconnected", ON, AT_ONCE),
    "24 HVR failed (no regulation), noon, full": ("controller-no-regulation", OFF, AT_REST),
    "25 HVR ok, noon, full battery": ("battery-full", OFF, AT_REST),
    "26 loose negative return +1.5 ohm, night": ("battery-minus-loose", NIGHT, AT_REST),
    "27 blown fuse hidden by corrosion: holder 3 ohm, night": ("fuse-holder-corroded", NIGHT, AT_REST),
    "28 battery reversed at controller (no protection diode)": ("battery-reversed", NIGHT_OFF, AT_REST),
}

DARK_PANEL = (
    "The reference's panel has no shunt in the dark and hangs on leakage; ours keeps one, as real cells do."
)
ALONE = (
    "The reference limits the panel's path to about 300 ohm here without saying why; ours lets it through."
)
ASLEEP = "Our meter hangs in line with the 1 megohm of the sleeping controller."
MARKED = "We measure at the poles as marked on the part; the reference counts the wires that come from it."
REVERSED = "Our controller opens its load output; what is left comes through a body diode."
# Row and column: our value, and why it is not the table's.
EXPLAINED = {
    (row[0], column): (0.01, DARK_PANEL)
    for row in csv.reader(TABLE.splitlines())
    for column in ("TP1", "TP2")
    if float(row[1]) == 6.38
} | {
    ("01 battery fuse blown, noon", "TP3"): (19.60, ALONE),
    ("01 battery fuse blown, noon", "TP5"): (7.00, ALONE),
    ("01 battery fuse blown, noon", "TP6"): (19.60, ALONE),
    ("01 battery fuse blown, night", "TP1"): (0.0, DARK_PANEL),
    ("01 battery fuse blown, night", "TP2"): (0.0, DARK_PANEL),
    ("01 battery fuse blown, night", "TP5"): (-11.64, ASLEEP),
    ("03 panel reversed (series diode blocks)", "TP1"): (19.90, MARKED),
    ("17 lamp reversed polarity, night", "TP8"): (-12.60, MARKED),
    ("21 short at lamp (before fuse blows), night", "TP7"): (
        5.74,
        "At 43 A the joints of our lead to the switch take 0.35 V; the reference has no lead there.",
    ),
    ("28 battery reversed at controller (no protection diode)", "TP4"): (12.60, MARKED),
    ("28 battery reversed at controller (no protection diode)", "TP6"): (-12.06, REVERSED),
    ("28 battery reversed at controller (no protection diode)", "I_battery"): (
        0.0,
        "Our controller protects itself and uses nothing the wrong way round.",
    ),
}


def tolerance(row, column, expected):
    return max(LOOSER.get(row, SHARE) * abs(expected), AMPS if column in AMMETERS else VOLTS) + 1e-9


def measured(name):
    kit = kit_b()
    fault, situation, at_once = ROWS[name]
    faults = () if fault is None else (catalogue()[fault],)
    if at_once:
        return first_instant(kit.installation, faults, situation, kit.test_points)
    return readings(with_faults(kit.installation, *faults), situation, kit.test_points)


@pytest.mark.parametrize("row", list(csv.reader(TABLE.splitlines())), ids=lambda row: row[0])
def test_a_meter_reads_what_the_published_table_says(row):
    found = measured(row[0])
    for column, text in zip(COLUMNS, row[1:], strict=True):
        published = float(text)
        expected, why = EXPLAINED.get((row[0], column), (published, ""))
        assert found.value(column) == pytest.approx(expected, abs=tolerance(row[0], column, expected)), column
        # An explanation that is not needed any more has to go.
        if why:
            assert found.value(column) != pytest.approx(
                published, abs=tolerance(row[0], column, published)
            ), column


def test_every_fault_of_the_table_has_its_row():
    told = {int(name[:2]) for name in ROWS} - {0}
    assert told == set(range(1, 29))
    assert {catalogue()[fault].number for fault, _, _ in ROWS.values() if fault} == told


def test_nearly_all_readings_of_the_table_are_met_without_an_explanation():
    cells = len(ROWS) * len(COLUMNS)
    others = [key for key, (_, why) in EXPLAINED.items() if why is not DARK_PANEL]
    assert cells == 34 * 11
    assert len(others) <= 10

"""A learner's own panel from its label, against pvlib's solver and every panel of the Sandia table."""

from math import inf, nan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pvlib import pvsystem

from lentera.solar.label import LabelError, fit_single_diode, panel_from_label
from lentera.solar.panel import module_law
from lentera.solar.parts import PANELS, PanelSpec


def deviation(law, isc, voc, imp, vmp):
    """Give the largest relative distance of pvlib's solution from the label."""
    solved = pvsystem.singlediode(
        law.photocurrent,
        law.saturation_current,
        law.series_resistance,
        law.shunt_resistance,
        law.ideality_voltage,
        method="lambertw",
    )
    pairs = (("i_sc", isc), ("v_oc", voc), ("i_mp", imp), ("v_mp", vmp))
    return max(abs(float(solved[name]) / value - 1.0) for name, value in pairs)


LABELS = [
    pytest.param(1.26, 21.7, 1.16, 17.4, id="KS20"),
    pytest.param(0.35, 10.8, 0.31, 9.0, id="3 W, 18 cells"),
    pytest.param(0.22, 5.5, 0.2, 4.5, id="1 W toy"),
    pytest.param(3.06, 21.6, 2.78, 18.0, id="50 W, 36 cells"),
    pytest.param(5.8, 44.9, 5.4, 36.8, id="200 W, 72 cells"),
    pytest.param(1.0, 20.0, 0.7, 13.0, id="worn, fill factor 0.46"),
    pytest.param(1.0, 22.0, 0.96, 19.0, id="flattering, fill factor 0.83"),
]


@pytest.mark.parametrize(("isc", "voc", "imp", "vmp"), LABELS)
def test_fit_gives_the_label_back(isc, voc, imp, vmp):
    law = fit_single_diode(isc, voc, imp, vmp)
    assert deviation(law, isc, voc, imp, vmp) < 1e-6
    assert min(law.series_resistance, law.shunt_resistance, law.saturation_current, law.photocurrent) > 0.0


def test_every_small_panel_of_the_sandia_table_can_be_made_from_its_label():
    table = pvsystem.retrieve_sam("SandiaMod")
    rows = [table[name] for name in table.columns if 4.0 <= table[name]["Voco"] <= 45.0]
    assert len(rows) > 400
    for row in rows[::8]:
        label = tuple(float(row[key]) for key in ("Isco", "Voco", "Impo", "Vmpo"))
        assert deviation(fit_single_diode(*label), *label) < 1e-3, label


@pytest.mark.parametrize("panel", sorted(PANELS))
def test_a_label_alone_comes_close_to_the_fit_with_temperature(panel):
    spec = PANELS[panel]
    own = panel_from_label(
        "Panel saya",
        spec.short_circuit_current,
        spec.open_circuit_voltage,
        spec.max_power_current,
        spec.max_power_voltage,
    )
    for light, degrees in ((800.0, 45.0), (300.0, 35.0)):
        powers = []
        for each in (spec, own):
            law = module_law(each, light, degrees)
            solved = pvsystem.singlediode(
                law.photocurrent,
                law.saturation_current,
                law.series_resistance,
                law.shunt_resistance,
                law.ideality_voltage,
            )
            powers.append(float(solved["p_mp"]))
        assert powers[1] == pytest.approx(powers[0], rel=0.03)


def test_a_panel_from_a_label_is_a_panel_of_the_catalogue():
    spec = panel_from_label("Panel saya", 1.26, 21.7, 1.16, 17.4)
    assert isinstance(spec, PanelSpec)
    assert (spec.cells, spec.substrings) == (36, 2)
    assert spec.power == pytest.approx(20.18, abs=0.01)
    assert panel_from_label("Kecil", 0.22, 5.5, 0.2, 4.5).substrings == 1
    assert panel_from_label("Ganjil", 1.26, 21.7, 1.16, 17.4, cells=35).substrings == 1


@settings(deadline=None, derandomize=True, max_examples=60)
@given(
    isc=st.floats(0.05, 12.0),
    voc=st.floats(4.0, 45.0),
    current=st.floats(0.3, 1.1),
    voltage=st.floats(0.3, 1.1),
)
def test_any_label_is_met_or_refused_with_a_sentence(isc, voc, current, voltage):
    label = (isc, voc, isc * current, voc * voltage)
    try:
        law = fit_single_diode(*label)
    except LabelError as refusal:
        assert ";" in str(refusal)  # noqa: PT017  either outcome is fine
    else:
        assert deviation(law, *label) < 1e-3


@pytest.mark.parametrize(
    "label", [(1.26, 21.7, 1.16, 17.4), (1.94, 21.0, 1.78, 16.8), (0.6, 10.5, 0.55, 8.6)]
)
def test_plain_labels_are_never_refused(label):
    for scale in (0.98, 1.0, 1.02):
        isc, voc, imp, vmp = label
        assert deviation(fit_single_diode(isc, voc * scale, imp, vmp), isc, voc * scale, imp, vmp) < 1e-6


@pytest.mark.parametrize(
    ("label", "sentence"),
    [
        (
            (1.26, 17.4, 1.16, 21.7),
            "vmp is 21.7 V, not below voc of 17.4 V; see whether the two were swapped",
        ),
        (
            (1.16, 21.7, 1.26, 17.4),
            "imp is 1.26 A, not below isc of 1.16 A; see whether the two were swapped",
        ),
        ((1.26, 21.7, 1.25, 20.5), "imp x vmp is 0.94 of isc x voc"),
        ((1.26, 21.7, 0.8, 11.5), "imp x vmp is 0.34 of isc x voc"),
        ((1.0, 20.0, 0.49, 19.5), "not both above half"),
        ((1.26, 3.0, 1.16, 2.4), "voc is 3.0 V; give a panel of 4 V to 45 V"),
        ((1.26, 60.0, 1.16, 48.0), "voc is 60.0 V; give a panel of 4 V to 45 V"),
        ((nan, 21.7, 1.16, 17.4), "isc is nan A; give a number above 0"),
        ((1.26, nan, 1.16, 17.4), "voc is nan V; give a number above 0"),
        ((1.26, 21.7, -1.16, 17.4), "imp is -1.16 A; give a number above 0"),
        ((1.26, 21.7, 1.16, inf), "vmp is inf V; give a number above 0"),
        ((1.0, 21.0, 0.99, 12.6), "do not belong to one panel of 35 silicon cells; read the label again"),
    ],
)
def test_an_impossible_label_is_refused_with_a_sentence(label, sentence):
    with pytest.raises(LabelError, match=sentence):
        fit_single_diode(*label)


@pytest.mark.parametrize("cells", [0, -36])
def test_a_panel_has_cells(cells):
    with pytest.raises(LabelError, match=f"cells is {cells}; give the number of cells in series"):
        fit_single_diode(1.26, 21.7, 1.16, 17.4, cells)

"""A battery measured and a month of care, with keys and ears alone: the golden texts are what a blind learner hears."""

from pathlib import Path
from typing import Any

import pytest
from tests.widgets.narrating import Narrator, same_as_golden

from lentera.place import Place
from lentera.tasks import RULE_SETS
from lentera.widgets.care.session import CareSession
from lentera.widgets.meter.session import MeterSession

pytestmark = pytest.mark.browser

GOLDENS = Path(__file__).parent / "goldens"
TASK = "s04-ukur"


def test_the_battery_is_measured_and_noted_by_ear(screen: Any, place: Place) -> None:
    meter = MeterSession(place, TASK, [RULE_SETS[TASK]], {TASK: 24.0})
    heard = Narrator(screen(meter))
    heard.start()
    heard.go("radio", "mati")
    heard.press("ArrowRight")
    heard.choose("Kabel merah +", "Baterai + (plus)")
    heard.choose("Kabel hitam −", "Baterai − (minus)")
    heard.go("button", "Tempelkan")
    heard.press("Enter")
    heard.go("button", "Catat ukur")
    heard.press("Enter")
    heard.choose("Dari catatan ukur", "1: 12,60\u00a0V, merah di Baterai +, hitam di Baterai −")
    heard.go("button", "Pakai ukuran ini")
    heard.press("Enter")
    heard.go("button", "Periksa")
    heard.press("Enter")
    assert "12,60 V" in heard.text()
    same_as_golden(heard.text(), GOLDENS / "ukur_baterai.txt")


def test_a_month_of_care_is_lived_by_ear(screen: Any, place: Place) -> None:
    heard = Narrator(screen(CareSession(place)))
    heard.start()
    heard.go("checkbox", "Cek panel")
    heard.press("Space")
    heard.go("checkbox", "Dari tanah, cuci panel")
    heard.press("Space")
    heard.go("button", "Jalankan bulan ini")
    heard.press("Enter")
    heard.go("button", "Mulai tahun baru")
    heard.press("Enter")
    heard.go("button", "Batal")
    heard.press("Escape")
    heard.go("button", "Mulai tahun baru")
    heard.go("button", "Mundur satu bulan")
    heard.press("Enter")
    assert "Sekarang bulan Februari." in heard.text()
    same_as_golden(heard.text(), GOLDENS / "rawat_sebulan.txt")

"""Wiring the lamp with keys and ears alone: the golden text is what a blind learner hears, from the first lead to the mark."""

from pathlib import Path

import pytest
from tests.widgets.narrating import Narrator, same_as_golden

from lentera.tasks import RULE_SETS
from lentera.widgets.bench.session import BenchSession
from lentera.widgets.form.forms import hints

pytestmark = pytest.mark.browser

GOLDEN = Path(__file__).parent / "goldens" / "rangkai_lampu.txt"
TASKS = {"s06-sambungan": 30.0, "s06-urutan": 20.0, "s06-sekering": 10.0}
LEADS = (
    ("Baterai + (plus)", "Sekering kiri"),
    ("Sekering kanan", "Pengatur BATERAI + (plus)"),
    ("Baterai − (minus)", "Pengatur BATERAI − (minus)"),
    ("Panel + (plus)", "Pengatur PANEL + (plus)"),
    ("Panel − (minus)", "Pengatur PANEL − (minus)"),
    ("Pengatur BEBAN + (plus)", "Sakelar kiri"),
    ("Sakelar kanan", "Lampu 1 + (plus)"),
    ("Pengatur BEBAN − (minus)", "Lampu 1 − (minus)"),
)


def test_the_lamp_is_wired_by_ear(screen, place):
    bench = BenchSession(
        place, "s06-rangkai", [RULE_SETS[task] for task in TASKS], TASKS, hints("s06-rangkai")
    )
    heard = Narrator(screen(bench))
    heard.start()
    for start, end in LEADS:
        heard.choose("Dari", start)
        heard.choose("Ke", end)
        heard.go("button", "Sambungkan")
        heard.press("Enter")
    heard.go("button", "Buka kain")
    heard.press("Enter")
    heard.go("button", "Nyalakan sakelar")
    heard.press("Enter")
    heard.go("button", "Periksa")
    heard.press("Enter")
    assert "Semua sudah tepat." in heard.text()
    same_as_golden(heard.text(), GOLDEN)

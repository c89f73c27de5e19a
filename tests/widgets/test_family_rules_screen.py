"""A family's rules on the screen: by mouse, by keyboard alone, and in every way of looking."""

import pytest
from tests.widgets.screens import EVERY_MODE

from lentera.tasks import RULE_SETS
from lentera.widgets.family_rules.session import FamilyRulesSession

pytestmark = pytest.mark.browser

TASK = "s08-aturan"


def session(place):
    return FamilyRulesSession(place, TASK, [RULE_SETS[TASK]], {TASK: 15.0})


@pytest.fixture
def begun(place):
    """Sentences in every part, a covered number, a check with a finding, and a sheet."""
    rules = session(place)
    rules.handle({"do": "age", "age": "sd"})
    for part in ("sesudah-pr", "ruang-keluarga", "akun-umum", "cerita-orang-tua", "dewasa-makan"):
        rules.handle({"do": "part", "part": part, "on": True})
    rules.handle({"do": "write", "element": "waktu", "value": "Telepon 081234567890"})
    for gesture in ("check", "print"):
        rules.handle({"do": gesture})
    return rules


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_make_the_rules(screen, begun, mode):
    shown = screen(begun, mode)
    assert shown.axe() == []
    assert shown.faults() == []
    shown.page.get_by_role("tab", name="3. Isi dan akun").click()
    shown.settle()
    assert shown.page.get_by_text("Perlu diketahui untuk usia ini").is_visible()
    assert shown.axe() == []
    assert shown.faults() == []


def test_the_focus_walks_through_and_out(screen, begun):
    stops = screen(begun).stops()
    assert stops[:2] == ["radio SD 7 sampai 12 tahun", "tab 1. Waktu"]
    assert stops[-3:] == ["button Cetak poster (PDF)", "button Periksa", "button Buka: Isi dan akun"]


def test_the_rules_are_made_by_mouse(screen, place):
    rules = session(place)
    shown = screen(rules)
    page = shown.page
    assert not page.get_by_text("Poster kami").is_visible()
    page.get_by_role("radio", name="SMP").click()
    shown.settle()
    for sentence, onward in (
        ("Jam 21.00 gawai disimpan.", "Lanjut: Tempat"),
        ("Di kamar boleh, dengan pintu terbuka.", "Lanjut: Isi dan akun"),
        ("Foto dan alamat rumah tidak dibagikan.", "Lanjut: Bila ada yang mengganggu"),
        ("Anak boleh bercerita kepada guru.", "Lanjut: Orang dewasa juga"),
    ):
        page.get_by_label(sentence).click()
        shown.settle()
        assert page.get_by_role("listitem").filter(has_text=sentence).is_visible()
        page.get_by_role("button", name=onward).click()
    page.get_by_role("button", name="Periksa", exact=True).click()
    shown.settle()
    assert rules.view["check"]["holds"]
    page.get_by_role("button", name="Cetak poster (PDF)").click()
    shown.settle()
    assert (place.folder / "cetak/aturan-keluarga.pdf").is_file()
    assert page.get_by_text("cetak/aturan-keluarga.pdf", exact=True).is_visible()


def test_the_rules_are_made_by_keyboard_alone(screen, place):
    rules = session(place)
    shown = screen(rules)
    shown.tab_to("radio", "Belum sekolah")
    shown.press("ArrowDown")
    assert shown.heard[-1].startswith("Usia: SD, 7 sampai 12 tahun.")
    shown.tab_to("checkbox", "Sore hari")
    shown.press("Space")
    assert shown.heard[-1] == "Di poster: Sore hari, jam 16.00 sampai 17.00."
    shown.tab_to("button", "Lanjut: Tempat")
    shown.press("Enter")
    assert shown.focused()["name"] == "2. Tempat"
    shown.tab_to("textbox", "Kata sendiri")
    shown.page.keyboard.type("di teras")
    for onward, own in (("Lanjut: Isi", "kartun"), ("Lanjut: Bila", "ke nenek")):
        shown.tab_to("button", onward)
        shown.press("Enter")
        shown.tab_to("textbox", "Kata sendiri")
        shown.page.keyboard.type(own)
    shown.tab_to("button", "Periksa")
    shown.press("Enter")
    assert rules.view["check"]["holds"]
    assert shown.heard[-1].startswith("Keempat unsur aturan sudah jelas.")
    shown.page.evaluate("document.getElementById('before').focus()")
    shown.tab_to("tab", "4. Bercerita")
    shown.press("ArrowLeft")
    assert shown.focused()["name"] == "3. Isi dan akun"


def test_a_finding_opens_its_part(screen, begun):
    shown = screen(begun)
    shown.tab_to("button", "Buka: Isi dan akun")
    shown.press("Enter")
    assert shown.focused() == {
        "role": "tab",
        "name": "3. Isi dan akun",
        "description": "",
        "value": "",
        "states": {"selected": True},
    }
    shown.tab_to("checkbox", "Anak boleh punya akun media sosial sendiri.")
    shown.press("Space")
    assert shown.heard[-1].startswith("Keluar dari poster: Anak boleh punya")
    assert not shown.page.get_by_role("button", name="Buka: Isi dan akun").is_visible()


def test_a_fourth_sentence_is_told_and_its_tick_goes_back(screen, begun):
    for part in ("sore", "sebelum-tidur"):
        begun.handle({"do": "part", "part": part, "on": True})
    shown = screen(begun)
    shown.tab_to("checkbox", "Gawai dipakai sewajarnya.")
    shown.press("Space")
    assert shown.heard[-1] == "Sudah ada 3 kalimat. Lepas satu dulu."
    assert shown.focused()["states"] == {}


def test_an_empty_poster_says_why_it_cannot_be_printed(screen, place):
    rules = session(place)
    rules.handle({"do": "age", "age": "remaja"})
    shown = screen(rules)
    shown.tab_to("button", "Cetak poster")
    assert shown.focused()["description"] == "Pilih satu kalimat dulu."
    shown.press("Enter")
    assert shown.heard[-1] == "Pilih satu kalimat dulu."


def test_typing_is_quiet_and_kept_when_the_view_goes_away(screen, begun):
    shown = screen(begun)
    shown.page.get_by_role("tab", name="2. Tempat").click()
    before = shown.heard
    shown.tab_to("textbox", "Kata sendiri")
    shown.page.keyboard.type("di dapur")
    shown.page.evaluate("window.leave()")
    shown.settle()
    assert shown.activity.view["elements"]["tempat"]["own"] == "di dapur"
    assert shown.heard == before


def test_a_real_number_is_covered_under_her_hand_and_told(screen, place):
    rules = session(place)
    rules.handle({"do": "age", "age": "sd"})
    shown = screen(rules)
    shown.tab_to("textbox", "Kata sendiri")
    shown.page.keyboard.type("0812 3456 7890")
    shown.page.wait_for_function("document.activeElement.value === 'xxxx xxxx xxxx'")
    assert "mirip nomor sungguhan" in shown.heard[-1]
    assert "mirip nomor sungguhan" in shown.focused()["description"]

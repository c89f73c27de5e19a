"""The inbox on the screen: settled by mouse, settled by keyboard alone, in every way of looking."""

import pytest
from tests.widgets.inbox_bank import BANK
from tests.widgets.screens import EVERY_MODE

from lentera.widgets.inbox.practice import PracticeSession
from lentera.widgets.inbox.session import InboxSession

pytestmark = pytest.mark.browser

TASK = "s02-kotak-masuk"
NARROW = {"320", "zoom-200"}


@pytest.fixture(autouse=True)
def _small_bank(monkeypatch):
    monkeypatch.setattr("lentera.literacy.inbox.tasks.bank", lambda: BANK)


def session(place):
    return InboxSession(place, TASK, bank=BANK)


@pytest.fixture
def begun(place):
    """One honest message right, one scam almost, and an open .apk with one sign that is none, a hint and two actions."""
    inbox = session(place)
    for name, decision in (("arisan", "aman"), ("kode", "curiga"), ("undangan", "bahaya")):
        inbox.handle({"do": "open", "message": name})
        inbox.handle({"do": "decide", "decision": decision})
        inbox.handle({"do": "check"})
    for sign in ("nomor", "salam"):
        inbox.handle({"do": "sign", "sign": sign, "on": True})
    inbox.handle({"do": "check"})
    inbox.handle({"do": "hint"})
    for action in ("bukti", "tahan"):
        inbox.handle({"do": "add", "action": action})
    inbox.handle({"do": "check_order"})
    return inbox


def open_row(shown, name):
    shown.page.locator(".ib-row").nth([one["id"] for one in shown.activity.view["rows"]].index(name)).click()
    shown.settle()


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_use_the_inbox(screen, begun, mode):
    shown = screen(begun, mode)
    if mode in NARROW:
        assert shown.faults() == []
        assert shown.page.locator(".ib-list").is_visible()
        assert not shown.page.locator(".ib-pane").is_visible()
        open_row(shown, "undangan")
        assert not shown.page.locator(".ib-list").is_visible()
    for fold in shown.page.locator(".ib-fold").all():
        fold.evaluate("one => { one.open = true; }")
    assert shown.axe() == []
    assert shown.faults() == []


def test_the_focus_walks_through_and_out(screen, begun):
    stops = screen(begun).stops()
    assert len([one for one in stops if "pesan " in one and one.startswith("button")]) >= 12
    assert stops[12].startswith("radio 3. Bahaya")
    assert stops[-1] == "DisclosureTriangle Kalau telanjur?"


def test_a_message_is_settled_by_mouse(screen, place):
    shown = screen(session(place))
    page = shown.page
    open_row(shown, "undangan")
    assert page.get_by_role("article", name="08xx-xxxx-x121").is_visible()
    page.get_by_text("3. Bahaya").click()
    for sign in ("nomor tidak dikenal", "berkas .apk"):
        page.get_by_label(sign, exact=True).click()
    page.get_by_role("button", name="Periksa", exact=True).click()
    shown.settle()
    assert shown.activity.view["check"]["yet"] == ""
    page.get_by_text("Susun tindakan", exact=True).click()
    for action in ("Jangan ikuti pesannya.", "Simpan tangkapan layar.", "Blokir nomornya."):
        page.get_by_role("button", name=f"Pilih {action}").click()
        shown.settle()
    page.get_by_role("button", name="Periksa urutan").click()
    assert shown.live == "Tepat. Urutan ini aman."
    page.get_by_role("button", name="Pesan berikutnya").click()
    shown.settle()
    assert shown.activity.view["message"]["id"] != "undangan"
    assert shown.page.locator(".ib-letter").evaluate("one => one === document.activeElement")


def test_a_message_is_settled_by_keyboard_alone(screen, place):
    inbox = session(place)
    first = BANK.messages[inbox.view["message"]["id"]]
    shown = screen(inbox)
    shown.tab_to("button", first.sender)
    shown.press("Enter")
    assert shown.focused()["name"] == first.sender
    assert first.body in shown.heard[-1]
    shown.press("1")
    assert shown.heard[-1] == "Putusan: aman. Sekarang tekan Periksa."
    shown.tab_to("button", "Periksa")
    shown.press("Enter")
    assert "belum tepat" in shown.heard[-1]
    assert first.replies["aman"] in shown.heard[-1]
    shown.press({"curiga": "2", "bahaya": "3"}[first.decision])
    assert shown.focused()["role"] == "radio"
    for sign in first.signs:
        shown.tab_to("checkbox", BANK.signs[sign].name)
        shown.press("Space")
        shown.page.evaluate("document.getElementById('before').focus()")
    shown.tab_to("button", "Periksa")
    shown.press("Enter")
    assert "sudah tepat" in shown.heard[-1]
    shown.tab_to("button", "Pesan berikutnya")
    shown.press("Enter")
    assert shown.heard[-1].startswith("Pesan 2 dari 12 terbuka. Dari ")
    assert shown.focused()["role"] == "article"


LOOKS = """
async (look) => {
  const source = document.getElementById("module").textContent;
  const { default: widget } = await import(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
  window.leave();
  const el = document.getElementById("here");
  el.replaceChildren();
  window.said = [];
  speechSynthesis.getVoices = () => [{ localService: true, lang: "id-ID" }];
  speechSynthesis.speak = (one) => window.said.push(one);
  globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  window.leave = widget.render({ model: { ...window.model, get: (name) => (name === "look" ? look : window.model.get(name)) }, el });
}
"""


def test_keys_and_voice_are_offered_only_to_those_who_want_them(screen, place):
    shown = screen(session(place))
    page = shown.page
    page.evaluate(LOOKS, {})
    assert page.get_by_text("Tombol 1, 2, dan 3 juga memilih.").is_visible()
    page.get_by_role("button", name="Dengarkan").click()
    message = BANK.messages[shown.activity.view["message"]["id"]]
    said = page.evaluate("window.said.map((one) => one.text)")
    assert said == [shown.activity.view["message"]["script"]]
    assert message.body in said[0]
    page.evaluate(LOOKS, {"keys": False, "sound": False})
    assert page.get_by_text("Tombol 1, 2, dan 3 juga memilih.").is_hidden()
    assert page.get_by_role("button", name="Dengarkan").is_hidden()
    page.get_by_role("button", name="Petunjuk 1 dari 3").focus()
    shown.press("3")
    assert shown.activity.view["decision"] == ""


def test_a_narrow_screen_shows_the_list_or_the_message(screen, place):
    shown = screen(session(place), "320")
    open_row(shown, "kode")
    assert shown.focused()["name"] == "08xx-xxxx-x122"
    shown.page.get_by_role("button", name="Kembali ke daftar").click()
    assert shown.focused()["name"].startswith("08xx-xxxx-x122, pesan")
    assert shown.page.locator(".ib-list").is_visible()


def test_a_step_that_is_removed_leaves_the_focus_near(screen, begun):
    shown = screen(begun)
    shown.tab_to("button", "Hapus langkah Jangan ikuti")
    shown.press("Enter")
    assert shown.heard[-1] == "Langkah 2 dihapus."
    assert shown.focused()["role"] == "button"


def test_the_practice_is_finished_and_begun_anew_by_keyboard(screen, place):
    practice = PracticeSession(place.at_home, bank=BANK)
    for row in practice.view["rows"]:
        message = BANK.messages[row["id"]]
        practice.handle({"do": "open", "message": message.id})
        practice.handle({"do": "decide", "decision": message.decision})
        practice.handle({"do": "check"})
    shown = screen(practice)
    assert shown.axe() == []
    assert shown.faults() == []
    shown.tab_to("button", "Enam pesan lagi")
    shown.press("Enter")
    assert shown.heard[-1].startswith("Pesan baru sudah datang.")
    assert shown.focused()["role"] == "article"
    assert not shown.page.locator(".ib-end").is_visible()

"""Practice payments on the screen: decided by mouse, decided by keyboard alone, in every way of looking."""

import pytest
from tests.widgets.screens import EVERY_MODE

from lentera.course.scenarios import Method, Side
from lentera.literacy.payments.draw import drawn
from lentera.tasks import RULE_SETS
from lentera.widgets.payment.session import PaymentSession

pytestmark = pytest.mark.browser

TASK = "s08-transaksi"
# A draw with a sticker, a sent picture and three screens at once.
SEED = next(
    seed for seed in range(10_000) if {"stiker-tempel", "kelebihan"} <= {one.id for one in drawn(seed)}
)


def session(place):
    place.answer(TASK).save({"benih": SEED, "transaksi": {}}, place.now())
    return PaymentSession(place, TASK, [RULE_SETS[TASK]], {TASK: 25.0})


def decide(activity, payment, value, reasons):
    activity.handle({"do": "card", "card": payment.id})
    activity.handle({"do": "decide", "value": value})
    for reason in reasons:
        activity.handle({"do": "reason", "reason": reason, "on": True})
    activity.handle({"do": "check"})


@pytest.fixture
def begun(place):
    """One payment right, the one with three screens decided too early; a check of it."""
    activity = session(place)
    first = activity._state.payments[0]
    decide(activity, first, first.decision.value, first.reasons)
    other = next(one for one in activity._state.payments if one.id == "kelebihan")
    decide(activity, other, "lunas", other.decoys[:1])
    return activity


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_use_a_payment(screen, begun, mode):
    shown = screen(begun, mode)
    assert shown.axe() == []
    assert shown.faults() == []


def test_the_focus_walks_through_and_out(screen, begun):
    stops = screen(begun).stops()
    assert stops[0].startswith("tab ")
    assert "(belum tepat)" in stops[0]
    assert stops[1].startswith("radio 1. Lunas")
    assert stops[-1] == "button Periksa transaksi ini"


def test_a_payment_is_settled_by_mouse(screen, place):
    activity = session(place)
    shown = screen(activity)
    page = shown.page
    sticker = next(one for one in activity._state.payments if one.id == "stiker-tempel")
    page.get_by_role("tab", name=sticker.name).click()
    shown.settle()
    assert page.get_by_role("img", name="Kode QR, SIMULASI").is_visible()
    assert "Toko Jaya Rezeki" in shown.outline()
    page.get_by_role("radio", name="3. Curiga").click()
    for reason in sticker.reasons:
        text = dict(activity.view["reasons"])[reason]
        page.get_by_label(text, exact=True).click()
    page.get_by_role("button", name="Periksa transaksi ini").click()
    shown.settle()
    assert activity.view["check"]["holds"]
    assert page.get_by_role("tab", name=f"{sticker.name} (sudah tepat)").is_visible()
    page.get_by_role("button", name="Transaksi berikutnya").click()
    shown.settle()
    assert activity.view["at"] != sticker.id
    assert shown.focused()["role"] == "tab"


def test_a_payment_is_settled_by_keyboard_alone(screen, place):
    activity = session(place)
    shown = screen(activity)
    one = activity._state.payment
    shown.tab_to("tab", "1. ")
    digit = ["lunas", "belum", "curiga"].index(one.decision.value) + 1
    shown.press(str(digit))
    assert activity.view["decision"] == one.decision.value
    assert shown.heard[-1].startswith("Putusan: ")
    assert shown.focused()["role"] == "radio"
    names = dict(activity.view["reasons"])
    for reason in [name for name in names if name in one.reasons]:
        shown.tab_to("checkbox", names[reason])
        shown.press("Space")
        assert shown.heard[-1] == f"Dipilih: {names[reason]}."
    shown.tab_to("button", "Periksa transaksi ini")
    shown.press("Enter")
    assert activity.view["check"]["holds"]
    assert "Tepat." in shown.heard[-1]
    shown.tab_to("button", "Transaksi berikutnya")
    shown.press("Enter")
    assert shown.heard[-1].startswith("Transaksi 2: ")
    assert shown.focused()["name"].startswith("2. ")
    shown.press("ArrowRight")
    assert shown.focused()["name"].startswith("3. ")


def test_the_cards_fit_who_decides(screen, place):
    activity = session(place)
    shown = screen(activity)
    assert {one.method for one in activity._state.payments} == set(Method)
    for one in activity._state.payments:
        shown.page.get_by_role("tab", name=one.name).click()
        shown.settle()
        hint = "barang saya serahkan" if one.side is Side.SELLER else "uang terkirim ke nama yang tepat"
        assert shown.page.get_by_text(hint).is_visible()
        assert shown.page.get_by_role("radio").count() == 3


def test_digits_rest_where_short_keys_are_off(screen, place):
    activity = session(place)
    shown = screen(activity)
    shown.page.evaluate("model.get('look').keys = false")
    shown.tab_to("tab", "1. ")
    shown.press("2")
    assert activity.view["decision"] == ""


def test_free_play_asks_before_five_others(screen, place):
    activity = PaymentSession(place, "s11-bayar")
    shown = screen(activity)
    first = [card["id"] for card in activity.view["cards"]]
    shown.tab_to("button", "Lima transaksi lain")
    shown.press("Enter")
    assert shown.focused()["name"] == "Batal"
    shown.press("Tab", "Enter")
    assert [card["id"] for card in activity.view["cards"]] != first
    assert shown.focused()["role"] == "tab"

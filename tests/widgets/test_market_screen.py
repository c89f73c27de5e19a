"""The village market on the screen: an order by mouse, an order by keyboard alone, in every way of looking."""

import pytest
from tests.widgets.screens import EVERY_MODE

from lentera.tasks import RULE_SETS
from lentera.widgets.market.session import MarketSession

pytestmark = pytest.mark.browser

POINTS = {"s11-status": 24.0, "s11-stok": 16.0}


def market(place):
    return MarketSession(place, "s11-pesanan", [RULE_SETS[task] for task in POINTS], POINTS)


def do(session, role, deed, **fields):
    session.handle({"do": "role", "role": role})
    for field, value in fields.items():
        session.handle({"do": "set", "deed": deed, "field": field, "value": value})
    session.handle({"do": "deed", "deed": deed})


@pytest.fixture
def busy(place):
    """A market with one order to be packed, one to be paid, names at the table, and messages."""
    session = market(place)
    for role, name in {"pembeli": "Siti", "penjual": "Wati", "petugas_aduan": "Burhanuddin"}.items():
        session.handle({"do": "seat", "role": role, "name": name})
    product = session._state.market.shop.products[0].id
    for _order in range(2):
        session.handle({"do": "new"})
        session.handle({"do": "cart", "product": product, "by": 1})
        do(session, "pembeli", "pesan", daerah="desa", desa="Sukamaju", ciri="pagar hijau", bayar="qris")
    session.handle({"do": "open", "order": 1})
    do(session, "pembeli", "bayar", nama=session._state.market.shop.name, jumlah="16000")
    do(session, "penjual", "konfirmasi")
    do(session, "stokis", "cadangkan")
    session.handle({"do": "set", "deed": "obrolan", "field": "teks", "value": "Terima kasih."})
    session.handle({"do": "say"})
    return session


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_use_a_busy_market(screen, busy, mode):
    busy.handle({"do": "role", "role": "penjual"})
    busy.handle({"do": "check"})
    shown = screen(busy, mode)
    assert shown.axe() == []
    assert shown.faults() == []


def test_every_room_can_be_used(screen, busy):
    busy.handle({"do": "open", "order": 2})
    shown = screen(busy, "320")
    for room in ("Obrolan", "Stok", "Area kurir", "Rumah pamer", "Kejadian", "Meja main"):
        shown.page.get_by_role("tab", name=room).click()
        assert shown.faults() == [], room
        assert shown.axe() == [], room


def test_the_focus_walks_through_and_out(screen, busy):
    shown = screen(busy)
    stops = shown.stops()
    assert stops[0] == "button Pesanan baru"
    assert "button Periksa" in stops
    assert stops[-1].startswith("button Buka")


def test_an_order_is_made_and_paid_by_mouse(screen, place):
    shown = screen(market(place))
    page = shown.page
    page.get_by_role("button", name="Tambah satu: Keripik pisang").click()
    page.get_by_label("Daerah antar").select_option("desa")
    page.get_by_label("Desa tujuan").fill("Sukamaju")
    page.get_by_label("Ciri rumah").fill("pagar hijau")
    page.get_by_label("QRIS (SIMULASI)").click()
    page.get_by_role("button", name="Pesan barang").click()
    shown.settle()
    assert page.get_by_role("img", name="Kode QR, SIMULASI").is_visible()
    page.get_by_label("Toko Melati (contoh)").click()
    page.get_by_label("Jumlah bayar dalam rupiah").fill("16.000")
    page.get_by_role("button", name="Bayar dengan QRIS (SIMULASI)").click()
    shown.settle()
    assert shown.live.startswith("Notifikasi masuk ke penjual: Rp16.000")
    page.get_by_role("button", name="Lanjut sebagai Penjual").click()
    shown.settle()
    page.get_by_role("button", name="Sudah dibayar").click()
    shown.settle()
    assert shown.live.endswith("Berikutnya: stokis mencadangkan stok.")
    assert page.locator(".mk-path [aria-current=step]").inner_text().startswith("2. Dibayar")


def test_a_role_is_chosen_by_arrow_keys(screen, busy):
    shown = screen(busy)
    shown.tab_to("radio", "Stokis")
    shown.press("ArrowDown")
    assert shown.heard[-1] == "Kartu peran terbuka: Kurir."
    assert shown.focused()["name"].startswith("Kurir")


def test_the_focus_goes_on_when_a_deed_is_done(screen, busy):
    busy.handle({"do": "open", "order": 1})
    shown = screen(busy)
    shown.tab_to("radio", "kode 1A")
    shown.press(" ")
    shown.tab_to("button", "Kemas barang")
    shown.press("Enter")
    assert shown.heard[-1] == "Pesanan 1 dikemas. Berikutnya: penjual menyerahkan paket ke kurir."
    assert shown.focused()["name"] == "Serahkan ke kurir"
    shown.press("Enter")
    assert shown.focused()["name"] == "Lanjut sebagai Kurir"


def test_a_new_round_is_asked_for_once_more(screen, busy):
    shown = screen(busy)
    shown.tab_to("button", "Mulai putaran baru")
    shown.press("Enter")
    assert shown.focused()["description"].startswith("Mulai putaran baru?")
    shown.press("Escape")
    assert shown.focused()["name"] == "Mulai putaran baru"
    shown.press("Enter", "Tab", "Enter")
    assert shown.heard[-1].startswith("Putaran baru.")
    assert shown.focused()["name"]


def test_what_is_typed_is_kept_when_the_view_goes_away(screen, place):
    shown = screen(market(place))
    shown.tab_to("textbox", "Desa tujuan")
    shown.page.keyboard.type("Sukamaju")
    shown.page.evaluate("window.leave()")
    shown.settle()
    assert shown.activity._state.drafts["pesan"]["desa"] == "Sukamaju"


def test_five_names_are_written_one_after_the_other_and_none_is_lost(screen, place):
    shown = screen(market(place))
    shown.page.get_by_role("tab", name="Meja main").click()
    roles = ("Pembeli", "Penjual", "Stokis", "Kurir", "Petugas aduan")
    for role, name in zip(roles, ("Siti", "Wati", "Made", "Tono", "Yuni"), strict=True):
        # The answer to one name comes while the next one is being written.
        shown.page.get_by_label(f"Nama depan: {role}").fill(name)
    shown.page.get_by_role("button", name="Geser semua peran").focus()
    shown.settle()
    assert list(shown.activity.view["seats"].values()) == ["Siti", "Wati", "Made", "Tono", "Yuni"]

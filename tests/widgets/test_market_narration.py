"""One order with keys and ears alone: the golden text is what a blind learner hears, from the cart to the review."""

from pathlib import Path

import pytest
from tests.widgets.narrating import Narrator, same_as_golden

from lentera.tasks import RULE_SETS
from lentera.widgets.market.session import MarketSession

pytestmark = pytest.mark.browser

GOLDEN = Path(__file__).parent / "goldens" / "pasar_satu_pesanan.txt"


def test_one_order_is_taken_to_its_review_by_ear(screen, place):
    heard = Narrator(
        screen(MarketSession(place, "s11-pesanan", [RULE_SETS["s11-status"]], {"s11-status": 24.0}))
    )

    def press(name: str) -> None:
        heard.go("button", name)
        heard.press("Enter")

    def write(name: str, text: str) -> None:
        heard.go("textbox", name)
        heard.type(text)

    def tick(name: str) -> None:
        heard.go("radio", name)
        heard.press("Space")

    heard.start()
    press("Tambah satu: Keripik pisang")
    heard.choose("Daerah antar", "Satu desa: ongkir Rp5.000")
    write("Desa tujuan", "Sukamaju")
    write("Ciri rumah", "pagar hijau")
    tick("QRIS")
    press("Pesan barang")
    tick("Toko Melati")
    write("Jumlah bayar", "16.000")
    press("Bayar dengan QRIS")
    for role, deed in (("Penjual", "Sudah dibayar"), ("Stokis", "Cadangkan stok")):
        press(f"Lanjut sebagai {role}")
        press(deed)
    press("Lanjut sebagai Penjual")
    tick("kode 1A")
    press("Kemas barang")
    press("Serahkan ke kurir")
    press("Lanjut sebagai Kurir")
    press("Berangkat mengantar")
    press("Lanjut sebagai Pembeli")
    write("Nama depan penerima", "Siti")
    press("Terima paket")
    heard.go("radio", "1 dari 5 bintang")
    heard.press("ArrowUp")
    write("Ulasan pembeli", "Renyah dan utuh.")
    press("Tulis ulasan")
    press("Periksa")
    assert "Pesanan 1 diulas." in heard.text()
    same_as_golden(heard.text(), GOLDEN)

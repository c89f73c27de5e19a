"""The practice payment: marked in words and picture, and nothing a bank's app could read."""

import pytest
import segno
from tests.market.playing import do, ordered, paid

from lentera.market import Deed
from lentera.market.payment import invoice, qr_svg


def emv(payload):
    """Read tag, length and value as a bank's app does; None when it is no such text."""
    found, at = {}, 0
    while at < len(payload):
        tag, length = payload[at : at + 2], payload[at + 2 : at + 4]
        if not (tag.isdigit() and length.isdigit()):
            return None
        found[tag] = payload[at + 4 : at + 4 + int(length)]
        at += 4 + int(length)
    return found


def test_the_payload_is_no_qris():
    payload = invoice(ordered(), 1).payload
    assert payload.startswith("SIMULASI")
    assert emv(payload) is None
    assert "6304" not in payload
    assert emv("0002015802ID63041D3D") == {"00": "01", "58": "ID", "63": "1D3D"}  # the reader itself can read


def test_an_invoice_names_the_shop_and_what_is_still_due():
    first = invoice(ordered(), 1)
    assert (first.name, first.amount) == ("Toko Uji", 16_000)
    assert "Rp16.000" in first.payload
    assert invoice(do(ordered(), Deed.PAY, 1, nama="Toko Uji", jumlah=6_000), 1).amount == 10_000
    assert invoice(paid(ordered()), 1).amount == 0


def test_the_picture_says_what_it_is():
    payload = invoice(ordered(), 1).payload
    picture = qr_svg(payload, "Kode QR <latihan>", "SIMULASI & latihan")
    assert ">SIMULASI</text>" in picture
    assert "<title>Kode QR &lt;latihan&gt;</title><desc>SIMULASI &amp; latihan</desc>" in picture
    assert 'role="img"' in picture
    dark = sum(sum(row) for row in segno.make(payload, error="m", micro=False).matrix)
    assert picture.count("h1v1h-1z") == dark


def test_an_unmarked_payload_is_never_drawn():
    with pytest.raises(ValueError, match="SIMULASI"):
        qr_svg("00020101021126", "x", "y")

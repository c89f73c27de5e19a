"""The courier: fees, labels that hold no more than they must, the round, the proof, and the printed label."""

import pytest
import segno
from tests.market.playing import DAY, do, many, opened, ordered, paid, received, sent

from lentera.market import Deed, MarketError, Method
from lentera.market.courier import fee, label, label_sheet, proof, qr_of, reasons, route, zone, zones
from lentera.market.goods import Product
from lentera.market.spaces import courier_area, low, showroom
from lentera.prints import to_pdf


@pytest.mark.parametrize(
    ("area", "grams", "cost"),
    [
        ("desa", 1, 5_000),
        ("desa", 1000, 5_000),
        ("desa", 1001, 7_000),
        ("desa", 3000, 9_000),
        ("kecamatan", 2500, 20_000),
    ],
)
def test_a_fee_grows_with_every_kilogram_begun(area, grams, cost):
    assert fee(area, grams) == cost


def test_a_far_village_costs_more():
    fees = [zone.base for zone in zones()]
    assert fees == sorted(fees)
    assert len(set(fees)) == len(fees)


def test_an_area_the_courier_does_not_serve_is_named():
    with pytest.raises(KeyError, match="bulan"):
        zone("bulan")


def test_reasons_say_address_not_complete_and_never_whose_fault():
    assert reasons()["alamat"] == "alamat belum lengkap"


def test_a_label_holds_a_first_name_a_village_and_a_mark():
    found = label(ordered(untuk="Siti Aminah", count=2), 1)
    assert (found.receiver, found.village, found.mark, found.zone) == (
        "Siti",
        "Sukamaju",
        "rumah pagar hijau",
        "Satu desa",
    )
    assert (found.weight, found.pieces, found.code) == (300, 2, "LTR-0001")


def test_only_an_order_paid_to_the_courier_has_something_to_collect():
    assert label(paid(ordered()), 1).collect == 0
    assert label(ordered(method=Method.COD), 1).collect == 16_000
    assert label(do(received(ordered(method=Method.COD)), Deed.PAY_COURIER, 1), 1).collect == 0


def test_there_is_no_label_without_a_mark_of_the_house():
    with pytest.raises(MarketError, match="Alamat belum lengkap"):
        label(ordered(ciri=""), 1)


def test_the_picture_on_the_label_holds_the_code_and_nothing_else():
    rows = qr_of("LTR-0001")
    expected = segno.make("LTR-0001", error="m", micro=False).matrix_iter(border=2)
    assert rows == ["".join("1" if dark else "0" for dark in row) for row in expected]


def test_the_label_prints_as_one_tagged_page(text_of):
    pdf = to_pdf("label-kirim", label_sheet(label(ordered(method=Method.COD, untuk="Siti"), 1)))
    assert b"pdfuaid" in pdf
    text = text_of(pdf)
    for piece in (
        "LTR-0001",
        "Siti",
        "Sukamaju",
        "rumah pagar hijau",
        "Rp16.000",
        "SIMULASI",
        "Halaman 1 dari 1",
    ):
        assert piece in text


def test_what_people_write_on_a_label_is_never_source():
    sheet = label_sheet(label(ordered(ciri='#read("page.typ") $x$ *rumah*'), 1))
    assert to_pdf("label-kirim", sheet).startswith(b"%PDF")


def test_the_label_is_english_where_english_is_spoken(monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    sheet = label_sheet(label(ordered(), 1))
    assert sheet["title"] == "Shipping label LTR-0001"
    assert ["To", "Siti"] in sheet["rows"]


def test_the_round_goes_near_before_far():
    market = opened()
    for number, area in enumerate(("kecamatan", "desa", "tetangga"), start=1):
        market = sent(ordered(market, method=Method.COD, daerah=area), number)
    assert [stop.order for stop in route(market)] == [2, 3, 1]
    assert [stop.order for stop in route(do(market, Deed.RECEIVE, 2, penerima="Wati"))] == [3, 1]


def test_the_proof_is_a_first_name_and_a_time():
    market = sent(paid(ordered()))
    assert proof(market, 1) is None
    found = proof(do(market, Deed.RECEIVE, 1, at=f"{DAY}T11:20", penerima="Wati Susilo"), 1)
    assert (found.receiver, found.at) == ("Wati", f"{DAY}T11:20")


def test_the_corner_shows_what_waits_and_the_cash_the_courier_holds():
    market = many(ordered(method=Method.COD), 1, Deed.RESERVE, Deed.PACK)
    (waiting,) = courier_area(market)
    assert (waiting.order, waiting.collect, waiting.holds) == (1, 16_000, 0)
    gone = do(many(market, 1, Deed.HAND_OVER, Deed.SET_OFF), Deed.RECEIVE, 1, penerima="Wati")
    assert courier_area(gone) == ()
    (held,) = courier_area(do(gone, Deed.PAY_COURIER, 1))
    assert (held.collect, held.holds) == (0, 16_000)


def test_the_group_that_launches_now_stands_first_in_the_showroom():
    names = [("Zaitun", 2), ("Abon", 1), ("Kopi", 2), ("Madu", 0), ("Bakso", 3)]
    goods = [Product(name, name, 1, 1, 1, cohort=cohort) for name, cohort in names]
    assert [one.name for one in showroom(goods, 2)] == ["Kopi", "Zaitun", "Abon", "Bakso", "Madu"]
    assert [one.name for one in showroom(goods)] == ["Abon", "Kopi", "Zaitun", "Bakso", "Madu"]


def test_the_stockist_is_told_what_runs_low():
    assert [one.id for one in low(opened())] == ["gula"]
    assert [one.id for one in low(do(paid(ordered(count=3)), Deed.RESERVE, 1))] == ["keripik", "gula"]

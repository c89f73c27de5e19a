"""The marks of the play: eight states of an order, and stock that is reserved, never short and released."""

import pytest
from tests.market.playing import (
    DAY,
    cod_paid,
    complaint,
    do,
    many,
    opened,
    ordered,
    paid,
    received,
    reviewed,
    sent,
)

from lentera.market import Deed, Method
from lentera.market.rounds import Play, Round
from lentera.market.table import Table
from lentera.tasks import RULE_SETS


def content(*markets):
    return Play(Table.alone("Siti"), tuple(Round(1, "", market) for market in markets)).to_json()


def judged(task, *markets):
    return RULE_SETS[task].judge(content(*markets))


SMOOTH = reviewed(received(paid(ordered())))
CANCELLED = do(do(paid(ordered(SMOOTH), 2), Deed.RESERVE, 2), Deed.CANCEL, 2)


@pytest.mark.parametrize(
    "market",
    [
        SMOOTH,
        reviewed(cod_paid(received(ordered(method=Method.COD)))),
        reviewed(do(complaint(received(paid(ordered(count=2)))), Deed.REPLACE, 1)),
        reviewed(do(complaint(received(paid(ordered()))), Deed.REFUND, 1)),
        CANCELLED,
    ],
)
def test_every_way_to_a_review_earns_all_eight_states(market):
    report = judged("s11-status", market)
    assert report.holds
    assert report.points(24) == 24


@pytest.mark.parametrize(
    ("market", "points", "says", "following"),
    [
        (
            ordered(),
            3,
            "Status Dibayar belum tercapai. Pesanan 1 sekarang: dipesan.",
            "Berikutnya: pembeli membayar (SIMULASI).",
        ),
        (
            paid(ordered()),
            6,
            "Status Stok dicadangkan belum tercapai.",
            "Berikutnya: stokis mencadangkan stok.",
        ),
        (sent(paid(ordered())), 18, "Status Diterima belum tercapai.", "Berikutnya: pembeli menerima paket."),
        (
            received(paid(ordered())),
            21,
            "Status Diulas belum tercapai.",
            "Berikutnya: pembeli menulis ulasan.",
        ),
        (
            received(ordered(method=Method.COD)),
            18,
            "Status Dibayar belum tercapai.",
            "Berikutnya: pembeli membayar kurir.",
        ),
        (
            do(ordered(), Deed.CANCEL, 1),
            3,
            "Pesanan 1 berhenti: batal.",
            "Buat pesanan baru, lalu jalankan sampai diulas.",
        ),
    ],
)
def test_each_state_earns_three_points_and_the_next_step_is_named(market, points, says, following):
    report = judged("s11-status", market)
    assert report.points(24) == points
    assert report.finding_sentence("id").startswith(says)
    assert report.next_step("id") == following


def test_the_order_that_went_furthest_counts_in_any_round():
    assert judged("s11-status", SMOOTH, ordered()).points(24) == 24
    assert judged("s11-status", ordered(), sent(paid(ordered()))).points(24) == 18


def test_an_open_order_is_told_of_before_a_closed_one_that_went_as_far():
    market = ordered(do(ordered(), Deed.CANCEL, 1))
    assert "Pesanan 2" in judged("s11-status", market).finding_sentence("id")


def test_an_open_shop_without_orders_earns_nothing_yet():
    assert judged("s11-status", opened()).points(24) == 0
    assert judged("s11-status", opened()).finding_sentence("id") == "Belum ada pesanan."
    assert judged("s11-stok", opened()).points(16) == 0


@pytest.mark.parametrize(
    ("markets", "points", "says"),
    [
        ([CANCELLED], 16, ""),
        ([SMOOTH, do(do(ordered(method=Method.COD), Deed.RESERVE, 1), Deed.CANCEL, 1)], 16, ""),
        ([do(many(paid(ordered()), 1, Deed.RESERVE, Deed.PACK), Deed.CANCEL, 1)], 16, ""),
        ([SMOOTH], 8, "Belum ada pesanan batal."),
        ([SMOOTH, do(ordered(), Deed.CANCEL, 1)], 10, "Pesanan 1 batal sebelum stok dicadangkan."),
        (
            [do(do(sent(paid(ordered())), Deed.FAIL, 1, sebab="ditolak"), Deed.BRING_BACK, 1)],
            12,
            "Barang pesanan 1 kembali lewat kurir.",
        ),
        ([do(paid(ordered()), Deed.RESERVE, 1)], 6, "Stok sudah dicadangkan. Barang belum dikemas."),
        ([paid(ordered())], 0, "Stok belum bergerak."),
    ],
)
def test_the_stock_is_reserved_first_and_released_at_a_cancel(markets, points, says):
    report = judged("s11-stok", *markets)
    assert report.points(16) == points
    assert report.finding_sentence("id").startswith(says)
    assert report.holds == (not says)


def test_a_file_in_which_goods_were_sold_twice_is_told_and_the_rest_still_counts():
    file = content(do(paid(ordered(count=6)), Deed.RESERVE, 1))
    file["putaran"][0]["kejadian"] += [
        event.to_json() for event in paid(ordered(ordered(), count=4), 2).events[1:]
    ] + [{"apa": "cadangkan", "peran": "stokis", "kapan": f"{DAY}T10:00", "pesanan": 2}]
    report = RULE_SETS["s11-stok"].judge(file)
    assert report.finding_sentence("id").startswith(
        "Ada langkah yang tidak mungkin: Stok bebas Keripik pisang"
    )
    assert report.points(16) == 2
    assert RULE_SETS["s11-status"].judge(file).points(24) == 9


@pytest.mark.parametrize("file", [{}, {"putaran": []}, {"putaran": [1]}, {"putaran": [{"benih": 1}]}])
@pytest.mark.parametrize("task", ["s11-status", "s11-stok"])
def test_a_damaged_file_is_told_in_one_sentence(task, file):
    report = RULE_SETS[task].judge(file)
    assert report.points(24) == 0
    assert "belum terbaca" in report.finding_sentence("id")


@pytest.mark.parametrize("task", ["s11-status", "s11-stok"])
def test_without_an_answer_the_first_step_is_named(task):
    assert RULE_SETS[task].judge(None).finding_sentence("id")
    assert RULE_SETS[task].judge(None).finding_sentence("en")

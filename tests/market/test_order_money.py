"""Money that has come in, and the side paths of an order: cancelled, out of stock, brought back, replaced, returned."""

import pytest
from tests.market.playing import (
    DAY,
    complaint,
    do,
    many,
    ordered,
    paid,
    received,
    refused,
    reviewed,
    sent,
)

from lentera.market import Deed, Method, Role, State, coming

# Money


def test_a_picture_is_no_money():
    market = do(ordered(), Deed.SEND_PROOF, 1)
    assert market.cash.balance == 100_000
    assert "Gambar bukti bukan uang" in str(refused(market, Deed.CONFIRM, 1))
    assert market.orders[1].state is State.ORDERED


def test_money_counts_when_the_seller_has_seen_her_own_notification():
    market = do(ordered(), Deed.PAY, 1, nama="Toko Uji", jumlah=16_000)
    assert (market.cash.balance, market.orders[1].arrived) == (100_000, 16_000)
    assert do(market, Deed.CONFIRM, 1).cash.balance == 116_000


@pytest.mark.parametrize("name", ["Toko Ujl", "", "toko uji"])
def test_another_name_on_the_screen_is_never_paid(name):
    assert refused(ordered(), Deed.PAY, 1, nama=name, jumlah=16_000).name == "other_name"


@pytest.mark.parametrize("amount", [0, -5, 16_001])
def test_nobody_pays_more_than_is_due_or_nothing(amount):
    assert refused(ordered(), Deed.PAY, 1, nama="Toko Uji", jumlah=amount).name == "wrong_amount"


def test_a_part_of_the_money_is_counted_and_the_order_waits():
    market = do(do(ordered(), Deed.PAY, 1, nama="Toko Uji", jumlah=6_000), Deed.CONFIRM, 1)
    order = market.orders[1]
    assert (order.state, order.paid, order.rest, market.cash.balance) == (
        State.ORDERED,
        6_000,
        10_000,
        106_000,
    )
    assert refused(market, Deed.EXPIRE, 1).name == "partly_paid"
    assert paid(market).orders[1].state is State.PAID
    assert do(market, Deed.CANCEL, 1).cash.balance == 100_000


def test_cash_of_the_courier_counts_when_it_is_handed_in_and_counted():
    market = received(ordered(method=Method.COD))
    assert "Pembeli membayar kurir dulu" in str(refused(market, Deed.CONFIRM, 1))
    held = do(market, Deed.PAY_COURIER, 1)
    assert "masih di kurir" in str(refused(held, Deed.CONFIRM, 1))
    assert (held.cash.balance, held.orders[1].with_courier) == (95_000, 16_000)
    given = do(held, Deed.HAND_IN, 1)
    assert (given.cash.balance, given.orders[1].arrived, given.orders[1].with_courier) == (95_000, 16_000, 0)
    assert do(given, Deed.CONFIRM, 1).cash.balance == 111_000


def test_the_courier_is_paid_once():
    market = do(received(ordered(method=Method.COD)), Deed.PAY_COURIER, 1)
    assert refused(market, Deed.PAY_COURIER, 1).name == "courier_paid"
    assert refused(do(market, Deed.HAND_IN, 1), Deed.HAND_IN, 1).name == "money_waits"


# Side paths


def test_a_cancel_releases_the_reserve_and_returns_the_money():
    reserved = do(paid(ordered(count=3)), Deed.RESERVE, 1)
    assert (reserved.stock.free("keripik"), reserved.stock.reserved("keripik")) == (3, 3)
    market = do(reserved, Deed.CANCEL, 1, role=Role.BUYER)
    assert (market.stock.free("keripik"), market.stock.reserved("keripik")) == (6, 0)
    assert (market.cash.balance, market.orders[1].refunded, market.profit.amount) == (100_000, 38_000, 0)


def test_money_that_has_come_in_is_counted_before_a_cancel():
    market = do(ordered(), Deed.PAY, 1, nama="Toko Uji", jumlah=16_000)
    assert refused(market, Deed.CANCEL, 1).name == "money_waits"
    assert refused(market, Deed.EXPIRE, 1).name == "money_waits"


def test_out_of_stock_is_only_reported_when_it_is_true():
    assert refused(paid(ordered(count=6)), Deed.OUT_OF_STOCK, 1).name == "stock_is_there"
    market = paid(ordered(count=7))
    assert "Stok bebas Keripik pisang 150 g: 6. Pesanan ini perlu 7." in str(refused(market, Deed.RESERVE, 1))
    assert coming(market, 1, DAY) is Deed.OUT_OF_STOCK
    told = do(market, Deed.OUT_OF_STOCK, 1)
    assert coming(told, 1, DAY) is Deed.RESTOCK
    more = do(told, Deed.RESTOCK, barang="keripik", jumlah=1, kode="K3", kedaluwarsa="2027-01-10")
    assert do(more, Deed.RESERVE, 1).orders[1].state is State.RESERVED


def test_a_parcel_without_a_mark_of_the_house_stays_in_the_shop():
    market = many(paid(ordered(ciri="")), 1, Deed.RESERVE, Deed.PACK)
    assert "Alamat belum lengkap" in str(refused(market, Deed.HAND_OVER, 1))
    assert refused(market, Deed.COMPLETE_ADDRESS, 1, desa="Sukamaju", ciri=" ").name == "mark_empty"
    full = do(market, Deed.COMPLETE_ADDRESS, 1, desa="Sukamaju", ciri="rumah biru")
    assert do(full, Deed.HAND_OVER, 1).orders[1].state is State.HANDED_OVER


def test_a_wrong_address_is_completed_before_the_second_try():
    market = do(sent(paid(ordered())), Deed.FAIL, 1, sebab="alamat")
    assert refused(market, Deed.RETRY, 1).name == "address_incomplete"
    assert coming(market, 1, DAY) is Deed.COMPLETE_ADDRESS
    again = many(do(market, Deed.COMPLETE_ADDRESS, 1, desa="Sukamaju", ciri="warung biru"), 1, Deed.RETRY)
    assert again.orders[1].state is State.SHIPPED


def test_goods_brought_back_are_free_again_and_the_money_returns():
    market = do(do(sent(paid(ordered(count=2))), Deed.FAIL, 1, sebab="ditolak"), Deed.BRING_BACK, 1)
    assert coming(market, 1, DAY) is None
    assert market.stock.free("keripik") == 6
    assert market.cash.balance == 95_000
    assert market.orders[1].state is State.CANCELLED


@pytest.mark.parametrize("reason", ["", "malas", None, 3])
def test_a_failed_delivery_has_a_reason_from_the_list(reason):
    market = sent(paid(ordered()))
    if reason in ("", "malas"):
        assert refused(market, Deed.FAIL, 1, sebab=reason).name == "no_reason"
    else:
        with pytest.raises(ValueError, match="sebab"):
            do(market, Deed.FAIL, 1, sebab=reason)


def test_a_replacement_leaves_the_stock_and_costs_the_shop():
    market = complaint(received(paid(ordered(count=2))))
    after = do(market, Deed.REPLACE, 1)
    assert after.stock.on_hand("keripik") == 3
    assert after.profit.amount == 27_000 - 3 * 7_500 - 5_000
    assert reviewed(after).orders[1].reached == 8


def test_a_returned_sum_is_the_price_of_the_goods_in_question():
    after = do(complaint(received(paid(ordered(count=2)))), Deed.REFUND, 1)
    assert after.orders[1].refunded == 11_000
    assert after.cash.rows[-1].amount == -11_000


def test_nothing_is_replaced_from_an_empty_shelf():
    market = complaint(received(paid(ordered(count=6))))
    assert refused(market, Deed.REPLACE, 1).name == "not_enough_stock"
    assert do(market, Deed.REFUND, 1).orders[1].state is State.RETURNED


@pytest.mark.parametrize("goods", [{}, {"gula": 1}, {"keripik": 3}])
def test_a_complaint_is_about_goods_of_the_order(goods):
    market = received(paid(ordered(count=2)))
    assert refused(market, Deed.COMPLAIN, 1, barang=goods, sebab="rusak").name == "complaint_goods"


def test_a_payment_that_never_came_closes_the_order():
    market = do(ordered(), Deed.EXPIRE, 1)
    assert (market.orders[1].state, coming(market, 1, DAY)) == (State.EXPIRED, None)
    assert "sudah selesai" in str(refused(market, Deed.PAY, 1))

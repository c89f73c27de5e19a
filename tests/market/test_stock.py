"""The store room: what expires first leaves first, nothing is sold twice, and a stall's goods stay counted."""

import pytest
from tests.market.playing import DAY, SHOP, do, many, opened, ordered, paid, refused

from lentera.market import Deed, Event, MarketError, Role, apply, replay
from lentera.market.stock import Move


def picks(market):
    return {pick.batch: pick.count for pick in market.orders[1].picks}


def test_what_expires_first_is_taken_first():
    assert picks(do(paid(ordered(count=3)), Deed.RESERVE, 1)) == {"K1": 2, "K2": 1}


def test_what_has_expired_is_never_taken():
    late = "2026-12-15T09:00"
    market = paid(ordered(count=4))
    assert picks(do(market, Deed.RESERVE, 1, at=late)) == {"K2": 4}
    assert [batch.code for batch in market.stock.expired(late[:10])] == ["K1"]
    over = paid(ordered(count=5))
    with pytest.raises(MarketError, match="Stok bebas Keripik pisang 150 g: 4"):
        do(over, Deed.RESERVE, 1, at=late)


def test_goods_that_expired_while_they_waited_do_not_leave():
    market = do(paid(ordered()), Deed.RESERVE, 1)
    with pytest.raises(MarketError, match="sudah kedaluwarsa"):
        do(market, Deed.PACK, 1, at="2026-12-15T09:00")
    assert do(market, Deed.CANCEL, 1, at="2026-12-15T09:00").stock.reserved("keripik") == 0


def test_a_packer_who_takes_the_later_batch_is_told_which_comes_first():
    market = do(paid(ordered(count=2)), Deed.RESERVE, 1)
    reason = refused(market, Deed.PACK, 1, kode={"K2": 2})
    assert "lebih cepat kedaluwarsa: K1" in str(reason)
    assert do(market, Deed.PACK, 1, kode={"K1": 2}).orders[1].state == "dikemas"


def test_a_piece_is_never_promised_twice():
    market = do(paid(ordered(count=6)), Deed.RESERVE, 1)
    second = paid(ordered(market, count=1), 2)
    assert refused(second, Deed.RESERVE, 2).name == "not_enough_stock"
    freed = do(second, Deed.CANCEL, 1)
    assert do(freed, Deed.RESERVE, 2).orders[2].state == "stok_dicadangkan"


def test_every_move_is_a_row():
    market = many(paid(ordered()), 1, Deed.RESERVE, Deed.PACK, Deed.HAND_OVER)
    moves = [(row.move, row.free, row.reserved) for row in market.stock.rows if row.batch == "K1"]
    assert moves == [(Move.OPENING, 2, 0), (Move.RESERVE, -1, 1), (Move.OUT, 0, -1)]


def test_damaged_goods_leave_with_a_reason():
    market = do(opened(), Deed.WRITE_OFF, kode="K1", jumlah=1, sebab="kemasan robek")
    assert market.stock.on_hand("keripik") == 5
    assert market.stock.rows[-1].note == "kemasan robek"
    assert market.profit.amount == -7_500
    assert refused(market, Deed.WRITE_OFF, kode="K1", jumlah=1, sebab=" ").name == "no_reason"
    assert refused(market, Deed.WRITE_OFF, kode="K1", jumlah=2, sebab="robek").name == "not_enough_stock"
    assert refused(market, Deed.WRITE_OFF, kode="XX", jumlah=1, sebab="robek").name == "no_such_batch"


def test_reserved_goods_are_not_written_off():
    market = do(paid(ordered(count=2)), Deed.RESERVE, 1)
    assert refused(market, Deed.WRITE_OFF, kode="K1", jumlah=1, sebab="robek").name == "not_enough_stock"


def test_a_refill_costs_cash_and_has_a_code_of_its_own():
    market = do(opened(), Deed.RESTOCK, barang="gula", jumlah=2, kode="G2", kedaluwarsa="2027-05-01")
    assert (market.stock.free("gula"), market.cash.balance) == (5, 100_000 - 30_800)
    assert market.profit.amount == 0
    again = {"barang": "gula", "jumlah": 1, "kedaluwarsa": "2027-05-01"}
    assert refused(market, Deed.RESTOCK, kode="G2", **again).name == "batch_known"
    assert refused(market, Deed.RESTOCK, kode="", **again).name == "no_such_batch"
    assert refused(market, Deed.RESTOCK, **{**again, "kode": "G3", "jumlah": 90}).name == "not_enough_cash"
    assert (
        refused(market, Deed.RESTOCK, **{**again, "kode": "G3", "kedaluwarsa": "2026-11-01"}).name
        == "batch_expired"
    )
    with pytest.raises(ValueError):
        do(market, Deed.RESTOCK, **{**again, "kode": "G3", "kedaluwarsa": "besok"})


def test_a_stall_sells_and_hands_in_what_is_left_after_its_commission():
    market = do(opened(), Deed.CONSIGN, barang="keripik", jumlah=4)
    assert market.stock.on_hand("keripik") == 2
    sold = do(market, Deed.SELL_CONSIGNED, barang="keripik", jumlah=3)
    assert (sold.stall.of("keripik").unsettled, sold.cash.balance) == (3, 100_000)
    settled = do(sold, Deed.SETTLE)
    assert settled.cash.balance == 100_000 + 33_000 - 3_300
    assert settled.profit.amount == 33_000 - 22_500 - 3_300
    back = do(settled, Deed.TAKE_BACK, barang="keripik", jumlah=1)
    stand = back.stall.of("keripik")
    assert (stand.given, stand.sold, stand.returned, stand.remaining, stand.settled) == (4, 3, 1, 0, 3)
    assert back.stock.on_hand("keripik") == 3


def test_goods_taken_back_go_to_the_batch_they_came_from():
    market = do(opened(), Deed.CONSIGN, barang="keripik", jumlah=3)
    market = do(market, Deed.SELL_CONSIGNED, barang="keripik", jumlah=2)
    back = do(market, Deed.TAKE_BACK, barang="keripik", jumlah=1)
    assert {batch.code: batch.free for batch in back.stock.batches} == {"K1": 0, "K2": 4, "G1": 3}


def test_a_stall_cannot_sell_what_it_has_not():
    market = do(opened(), Deed.CONSIGN, barang="keripik", jumlah=1)
    assert "Di warung ada 1" in str(refused(market, Deed.SELL_CONSIGNED, barang="keripik", jumlah=2))
    assert refused(market, Deed.TAKE_BACK, barang="gula", jumlah=1).name == "not_at_stall"
    assert refused(market, Deed.SETTLE).name == "nothing_sold"
    assert refused(opened(), Deed.CONSIGN, barang="keripik", jumlah=9).name == "not_enough_stock"


@pytest.mark.parametrize("count", [0, -1, 1000])
def test_a_number_of_pieces_is_sensible(count):
    assert refused(opened(), Deed.CONSIGN, barang="keripik", jumlah=count).name == "no_amount"


def test_the_accounts_add_up_to_nothing():
    market = do(opened(), Deed.RESTOCK, barang="gula", jumlah=1, kode="G2", kedaluwarsa="2027-05-01")
    market = do(do(paid(ordered(market)), Deed.RESERVE, 1), Deed.CANCEL, 1)
    accounts = market.cash.accounts()
    assert sum(accounts.values()) == 0
    assert accounts["kas"] == market.cash.balance == 84_600


def test_events_survive_a_file_and_damaged_ones_are_refused():
    market = do(paid(ordered()), Deed.RESERVE, 1)
    rows = [event.to_json() for event in market.events]
    assert replay(SHOP, [Event.from_json(row) for row in rows]) == market
    assert rows[-1] == {
        "apa": "cadangkan",
        "peran": "stokis",
        "kapan": f"{DAY}T09:00",
        "pesanan": 1,
        "oleh": "Siti",
    }


@pytest.mark.parametrize(
    "row",
    [
        None,
        [],
        {},
        {"apa": "pesan"},
        {"apa": "terbang", "peran": "kurir", "kapan": f"{DAY}T09:00"},
        {"apa": "antar", "peran": "raja", "kapan": f"{DAY}T09:00"},
        {"apa": "antar", "peran": "kurir", "kapan": "kemarin"},
        {"apa": "antar", "peran": "kurir", "kapan": f"{DAY}T09:00", "pesanan": "1"},
        {"apa": "antar", "peran": "kurir", "kapan": f"{DAY}T09:00", "pesanan": -1},
        {"apa": "antar", "peran": "kurir", "kapan": f"{DAY}T09:00", "oleh": 3},
        {"apa": "antar", "peran": "kurir", "kapan": f"{DAY}T09:00", "isi": [1]},
    ],
)
def test_a_damaged_event_is_a_value_error(row):
    with pytest.raises(ValueError):
        Event.from_json(row)


def test_a_new_order_cannot_claim_another_number():
    with pytest.raises(ValueError, match="number 1"):
        apply(
            opened(),
            Event(Deed.ORDER, Role.BUYER, f"{DAY}T09:00", 5, data={"barang": {"gula": 1}, "daerah": "desa"}),
        )

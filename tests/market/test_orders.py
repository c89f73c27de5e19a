"""The life of an order: eight states, side paths, and who may do what where; the whole table."""

import pytest
from tests.market.playing import (
    ADDRESS,
    DAY,
    SHOP,
    WHO,
    cod_paid,
    complaint,
    do,
    many,
    opened,
    ordered,
    paid,
    reach,
    received,
    refused,
    reviewed,
    sent,
)

from lentera.market import Deed, Event, MarketError, Method, Role, State, apply, coming, replay, why_not
from lentera.market.names import (
    COD_PATH,
    MAIN_PATH,
    ROLES_OF,
    STOCK_DEEDS,
    deed_coming,
    deed_done,
    deed_name,
    deeds_of,
    role_name,
    role_task,
    state_meaning,
    state_name,
)

# What may happen in each state, written out by hand: in both ways to pay, then only in one of them.
BOTH = {
    "dipesan": "batal lengkapi_alamat",
    "dibayar": "",
    "stok_dicadangkan": "kemas batal lengkapi_alamat",
    "dikemas": "serahkan batal lengkapi_alamat",
    "diserahkan_ke_kurir": "antar",
    "dikirim": "terima gagal_antar",
    "diterima": "",
    "diulas": "",
    "batal": "",
    "stok_habis": "cadangkan batal lengkapi_alamat",
    "gagal_antar": "antar_ulang bawa_kembali lengkapi_alamat",
    "keluhan": "ganti kembalikan_uang",
    "diganti": "ulas",
    "dikembalikan": "ulas",
    "kedaluwarsa_bayar": "",
}
ONLY = {
    Method.QRIS: {
        "dipesan": "bayar kirim_bukti konfirmasi kedaluwarsa_bayar",
        "dibayar": "cadangkan stok_habis batal lengkapi_alamat",
        "diterima": "ulas keluhan",
    },
    Method.COD: {
        "dipesan": "cadangkan stok_habis",
        "dibayar": "ulas keluhan",
        "diterima": "bayar_kurir setor konfirmasi",
    },
}
REACHABLE = [
    (state, method)
    for method in Method
    for state in State
    if not (method is Method.COD and state is State.EXPIRED)
]


def test_the_hand_written_table_names_every_state():
    assert set(BOTH) == {state.value for state in State}
    assert len(State) == 15


@pytest.mark.parametrize(("state", "method"), REACHABLE)
def test_only_the_right_role_may_do_only_what_the_state_allows(state, method):
    market = reach(state, method)
    assert market.orders[1].state is state
    allowed = {Deed(name) for name in f"{BOTH[state]} {ONLY[method].get(state, '')}".split()}
    for deed in set(Deed) - STOCK_DEEDS - {Deed.ORDER}:
        for role in Role:
            reason = why_not(market, role, deed, 1, DAY)
            named = reason.name if reason else ""
            fits = (role is WHO[deed]) or (deed is Deed.CANCEL and role is Role.BUYER)
            if not fits:
                assert named == "wrong_role", (deed, role)
            elif deed in allowed:
                assert named not in {"wrong_role", "not_now", "closed"}, (deed, role, named)
            else:
                assert named in {"not_now", "closed"}, (deed, role, named)


@pytest.mark.parametrize(("state", "method"), REACHABLE)
def test_what_may_not_be_done_leaves_the_market_as_it_was(state, method):
    market = reach(state, method)
    kept = replay(SHOP, market.events)
    for deed in set(Deed) - {Deed.ORDER}:
        for role in Role:
            if why_not(market, role, deed, 1, DAY):
                with pytest.raises(MarketError) as caught:
                    apply(market, Event(deed, role, f"{DAY}T10:00", 1))
                assert caught.value.sentence
                assert caught.value.next
    assert market == kept


@pytest.mark.parametrize("role", list(Role))
def test_every_deed_without_an_order_belongs_to_one_role(role):
    for deed in STOCK_DEEDS | {Deed.ORDER}:
        reason = why_not(opened(), role, deed, 0, DAY)
        assert (reason is None) == (role is WHO[deed])


def test_a_wrong_role_is_told_whose_task_it_is():
    reason = refused(paid(ordered()), Deed.RESERVE, 1, role=Role.SELLER)
    assert str(reason) == "Ini bukan tugas penjual. Serahkan ke stokis."


def test_the_refusal_is_english_where_english_is_spoken(monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    assert str(refused(paid(ordered()), Deed.RESERVE, 1, role=Role.SELLER)) == (
        "This is not the task of the seller. Leave it to the stockist."
    )


def test_a_step_too_early_names_the_step_that_comes_now():
    reason = refused(paid(ordered()), Deed.PACK, 1)
    assert str(reason) == (
        "Pesanan 1 sekarang: dibayar. Langkah ini belum bisa. Berikutnya: stokis mencadangkan stok."
    )


# The two paths


def test_an_order_paid_first_goes_through_eight_states():
    market = reviewed(received(paid(ordered())))
    order = market.orders[1]
    assert order.history == MAIN_PATH
    assert (order.reached, order.completed, order.closed) == (8, True, True)
    assert market.cash.balance == 100_000 + 16_000 - 5_000
    assert market.profit.amount == 16_000 - 7_500 - 5_000


def test_an_order_paid_to_the_courier_goes_through_the_same_eight():
    market = reviewed(cod_paid(received(ordered(method=Method.COD))))
    assert market.orders[1].history == COD_PATH
    assert set(COD_PATH) == set(MAIN_PATH)
    assert market.cash.balance == 111_000


@pytest.mark.parametrize("method", list(Method))
def test_doing_what_comes_next_leads_to_the_review(method):
    data = {
        Deed.PAY: {"nama": "Toko Uji", "jumlah": 16_000},
        Deed.RECEIVE: {"penerima": "Wati"},
        Deed.REVIEW: {"bintang": 4, "teks": "Rasanya pas."},
    }
    market, deeds = ordered(method=method), 0
    while (deed := coming(market, 1, DAY)) is not None:
        market = do(market, deed, 1, **data.get(deed, {}))
        deeds += 1
        assert deeds < 15
    assert market.orders[1].completed


def test_each_event_keeps_who_when_and_the_note():
    event = Event(
        Deed.ORDER,
        Role.BUYER,
        f"{DAY}T09:10",
        who="Siti",
        note="mohon cepat",
        data={"barang": {"gula": 1}, **ADDRESS},
    )
    kept = apply(opened(), event).events[0]
    assert (kept.role, kept.who, kept.at, kept.note, kept.order) == (
        Role.BUYER,
        "Siti",
        f"{DAY}T09:10",
        "mohon cepat",
        1,
    )


def test_time_never_runs_backwards():
    later = ordered()
    with pytest.raises(MarketError, match="lebih awal"):
        do(later, Deed.CANCEL, 1, at=f"{DAY}T08:59")


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


# Nonsense


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ({"barang": {}}, "no_goods"),
        ({"barang": {"keripik": 0}}, "no_goods"),
        ({"barang": None}, "no_goods"),
        ({"barang": {"emas": 1}}, "no_such_goods"),
        ({"barang": {"keripik": 100}}, "too_many"),
        ({"barang": {"keripik": -1}}, "too_many"),
        ({"daerah": ""}, "no_village"),
        ({"daerah": "bulan"}, "no_village"),
    ],
)
def test_an_order_that_cannot_be_is_refused(data, name):
    market = opened()
    with pytest.raises(MarketError) as caught:
        ordered(market, **data)
    assert caught.value.name == name


@pytest.mark.parametrize(
    "data",
    [
        {"barang": [1]},
        {"barang": {"keripik": "2"}},
        {"barang": {"keripik": True}},
        {"bayar": "emas"},
        {"desa": 4},
    ],
)
def test_nonsense_is_a_value_error_and_no_crash(data):
    with pytest.raises(ValueError) as caught:
        ordered(**data)
    assert not isinstance(caught.value, MarketError)


@pytest.mark.parametrize("stars", [0, 6, "5", True, None])
def test_a_review_has_one_to_five_stars(stars):
    assert refused(received(paid(ordered())), Deed.REVIEW, 1, bintang=stars, teks="Enak.").name == "no_stars"


def test_a_review_has_words():
    assert refused(received(paid(ordered())), Deed.REVIEW, 1, bintang=5, teks="  ").name == "no_review"


@pytest.mark.parametrize("mark", ["hubungi 0812 3456 7890", "NIK 3576014403910003"])
def test_no_private_number_comes_on_a_label(mark):
    with pytest.raises(MarketError, match="angka panjang"):
        ordered(ciri=mark)
    assert refused(ordered(), Deed.COMPLETE_ADDRESS, 1, desa="Sukamaju", ciri=mark).name == "address_private"


def test_an_order_that_is_not_there_is_named():
    assert "Pesanan 7 belum ada" in str(refused(opened(), Deed.PACK, 7))


def test_surnames_are_not_kept():
    market = ordered(untuk="Siti Aminah binti Ahmad")
    assert market.orders[1].buyer == "Siti"
    got = do(sent(paid(market)), Deed.RECEIVE, 1, penerima="Wati Susilowati")
    assert got.orders[1].receiver == "Wati"


# Words


@pytest.mark.parametrize("code", ["id", "en"])
def test_everything_has_words_in_both_languages(code, monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", code)
    for role in Role:
        assert role_name(role)
        assert role_task(role)
        assert deeds_of(role)
    for state in State:
        assert state_name(state)
        assert state_meaning(state)
    for deed in Deed:
        assert deed_name(deed)
        assert deed_coming(deed)
        assert deed_done(deed)
    assert set(ROLES_OF) == set(Deed)


@pytest.mark.parametrize(
    "mark",
    ["RT 03 RW 02", "RT03/RW02", "Jl. Melati no. 12", "gang Mawar nomor 5", "rumah di jalan 5 nomor 2"],
)
def test_no_full_home_address_comes_on_a_label(mark):
    assert refused(ordered(), Deed.COMPLETE_ADDRESS, 1, desa="Sukamaju", ciri=mark).name == "address_whole"
    with pytest.raises(MarketError, match="alamat rumah lengkap"):
        ordered(ciri=mark)


@pytest.mark.parametrize(
    "mark",
    ["rumah nomor 7 dari pos ronda", "rumah di ujung jalan", "dekat artis RT", "gang kecil, pagar hijau"],
)
def test_a_mark_of_the_house_is_let_be(mark):
    assert ordered(ciri=mark).orders[1].address.mark == mark

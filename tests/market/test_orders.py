"""The life of an order: eight states, side paths, and who may do what where; the whole table."""

import pytest
from tests.market.playing import (
    ADDRESS,
    DAY,
    SHOP,
    WHO,
    cod_paid,
    do,
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

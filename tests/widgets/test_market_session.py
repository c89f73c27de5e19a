"""The village market without a screen: gestures become events, and every event is on the disk before it is told."""

import errno
import json
from collections.abc import Mapping
from typing import Any

import pytest

from lentera.market import Role, State
from lentera.place import Place
from lentera.tasks import RULE_SETS
from lentera.widgets.market.played import MOST_OF_ONE, worth
from lentera.widgets.market.session import MarketSession

ANSWER = "s11-pesanan"
POINTS = {"s11-status": 24.0, "s11-stok": 16.0}
ADDRESS = {"daerah": "desa", "desa": "Sukamaju", "ciri": "rumah pagar hijau"}


def market(place: Place) -> MarketSession:
    return MarketSession(place, ANSWER, [RULE_SETS[task] for task in POINTS], POINTS)


def stored(place: Place) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(
        (place.folder / f"jawaban/{ANSWER}.json").read_text(encoding="utf-8")
    )
    return content["answer"]


def fill(session: MarketSession, deed: str, fields: Mapping[str, str]) -> None:
    for field, value in fields.items():
        session.handle({"do": "set", "deed": deed, "field": field, "value": value})


def do(session: MarketSession, role: str, deed: str, **fields: str) -> str:
    session.handle({"do": "role", "role": role})
    fill(session, deed, fields)
    live: str = session.handle({"do": "deed", "deed": deed})["live"]
    return live


def order(session: MarketSession, count: int = 2, **address: str) -> str:
    session.handle({"do": "new"})
    product = session._state.market.shop.products[0].id
    for _piece in range(count):
        session.handle({"do": "cart", "product": product, "by": 1})
    return do(session, "pembeli", "pesan", **{**ADDRESS, "bayar": "qris", **address})


def pay(session: MarketSession) -> str:
    one = session._state.market.orders[session._state.order]
    name = session._state.market.shop.name
    return do(session, "pembeli", "bayar", nama=name, jumlah=str(one.rest))


def pack(session: MarketSession) -> str:
    session.handle({"do": "role", "role": "penjual"})
    (deed,) = [one for one in session.view["card"]["deeds"] if one["id"] == "kemas"]
    return do(session, "penjual", "kemas", **{one["name"]: one["options"][0][0] for one in deed["fields"]})


def whole_order(session: MarketSession) -> list[str]:
    """Take one order as far as its review; return what was told."""
    return [
        order(session),
        pay(session),
        do(session, "penjual", "konfirmasi"),
        do(session, "stokis", "cadangkan"),
        pack(session),
        do(session, "penjual", "serahkan"),
        do(session, "kurir", "antar"),
        do(session, "pembeli", "terima", penerima="Siti"),
        do(session, "pembeli", "ulas", bintang="5", teks="Renyah dan utuh."),
    ]


def test_an_order_goes_its_whole_way_and_tells_who_comes_next(place):
    session = market(place)
    told = whole_order(session)
    assert told[0].startswith("Pesanan 1 dibuat. Berikutnya: pembeli membayar")
    assert told[2].endswith("Berikutnya: stokis mencadangkan stok.")
    assert told[4] == "Pesanan 1 dikemas. Berikutnya: penjual menyerahkan paket ke kurir."
    assert told[-1] == "Pesanan 1 diulas."
    assert [step["when"] for step in session.view["path"]] == ["done"] * 8
    assert RULE_SETS["s11-status"].judge(stored(place)).points(24) == 24


def test_each_step_is_on_the_disk_before_it_is_told(place):
    session = market(place)
    order(session)
    (first,) = stored(place)["putaran"][0]["kejadian"]
    assert (first["apa"], first["peran"], first["isi"]["desa"]) == ("pesan", "pembeli", "Sukamaju")
    assert market(place)._state == session._state


def test_a_cancelled_order_releases_its_reserve_and_earns_the_stock_points(place):
    session = market(place)
    whole_order(session)
    order(session)
    pay(session)
    do(session, "penjual", "konfirmasi")
    do(session, "stokis", "cadangkan")
    assert "2" in session.view["stock"][0][3]
    assert "batal" in do(session, "penjual", "batal")
    assert session.view["stock"][0][3] == "0"
    assert session.view["side"]["name"] == "Batal"
    assert RULE_SETS["s11-stok"].judge(stored(place)).points(16) == 16


def test_a_deed_that_is_not_ones_own_is_refused_with_the_right_role(place):
    session = market(place)
    order(session)
    view = session.handle({"do": "role", "role": "kurir"})
    assert "cadangkan" not in {one["id"] for one in view["card"]["deeds"]}
    said = session.handle({"do": "deed", "deed": "cadangkan"})["live"]
    assert "Serahkan ke stokis." in said
    assert len(session._state.market.events) == 1


def test_what_must_wait_gives_its_reason(place):
    session = market(place)
    order(session)
    view = session.handle({"do": "role", "role": "stokis"})
    assert view["card"]["deeds"] == []
    reasons = {one["name"]: one["why"] for one in view["card"]["waits"]}
    assert "Berikutnya: pembeli membayar" in reasons["Cadangkan stok"]
    assert view["card"]["hand"] == {"role": "pembeli", "label": "Lanjut sebagai Pembeli"}


def test_a_picture_as_proof_is_no_money(place):
    session = market(place)
    order(session)
    do(session, "pembeli", "kirim_bukti")
    view = session.handle({"do": "role", "role": "penjual"})
    assert view["phone"]["lines"][-1] == "Belum ada notifikasi uang masuk."
    assert "Notifikasi belum masuk" in session.handle({"do": "deed", "deed": "konfirmasi"})["live"]
    assert session.view["money"]["kas"] == "Rp150.000"


def test_the_phone_shows_name_and_sum_and_says_simulation(place):
    session = market(place)
    order(session)
    phone = session.view["phone"]
    assert phone["lines"][0] == f"Nama: {session._state.market.shop.name}"
    assert ">SIMULASI<" in phone["qr"]
    said = do(session, "pembeli", "bayar", nama="nama lain", jumlah="27000")
    assert "Jangan bayar." in said


@pytest.mark.parametrize("amount", ["", "banyak", "12,5", "٣"])
def test_a_sum_that_is_no_number_is_asked_for_again(place, amount):
    session = market(place)
    order(session)
    said = do(session, "pembeli", "bayar", nama=session._state.market.shop.name, jumlah=amount)
    assert said == "Angkanya belum tertulis. Tulis angka saja, contoh 12000."
    assert session._state.market.orders[1].arrived == 0


def test_what_expires_first_is_packed_first(place):
    session = market(place)
    order(session)
    pay(session)
    do(session, "penjual", "konfirmasi")
    do(session, "stokis", "cadangkan")
    session.handle({"do": "role", "role": "penjual"})
    product = session._state.market.shop.products[0].id
    assert "Ambil dulu yang lebih cepat kedaluwarsa: 1A." in do(session, "penjual", "kemas")
    assert "Ambil dulu" in do(session, "penjual", "kemas", **{product: "1B"})
    assert do(session, "penjual", "kemas", **{product: "1A"}).startswith("Pesanan 1 dikemas.")


def test_the_cart_stays_between_none_and_its_most(place):
    session = market(place)
    product = session._state.market.shop.products[0].id
    assert "0 sampai 99" in session.handle({"do": "cart", "product": product, "by": -1})["live"]
    for _piece in range(MOST_OF_ONE + 1):
        session.handle({"do": "cart", "product": product, "by": 1})
    assert session.view["card"]["shop"]["goods"][0]["count"] == MOST_OF_ONE
    assert market(place).view["card"]["shop"]["goods"][0]["count"] == MOST_OF_ONE


def test_an_empty_cart_or_a_missing_area_says_what_to_do(place):
    session = market(place)
    assert "Keranjang masih kosong" in order(session, 0)
    assert "Daerah tujuan belum dipilih" in order(session, 1, daerah="")


def test_five_at_one_table_are_named_by_first_names_and_move_on(place):
    session = market(place)
    for role, name in zip(Role, ("Siti Aminah", "Wati", "Made", "Tono", "Yuni"), strict=True):
        session.handle({"do": "seat", "role": role.value, "name": name})
    assert session.view["roles"]["pembeli"]["name"] == "Pembeli (Siti)"
    assert "Aminah" not in json.dumps(stored(place))
    order(session)
    assert session.view["orders"][0]["cells"][1] == "Siti"
    session.handle({"do": "role", "role": "stokis"})
    assert session.view["card"]["hand"]["label"] == "Lanjut sebagai Pembeli (Siti)"
    assert "Pembeli (Yuni)" in session.handle({"do": "turned"})["live"]


def test_one_learner_has_no_seats_to_move(place):
    session = market(place)
    assert "Tulis minimal dua nama dulu" in session.handle({"do": "turned"})["live"]


CARD = "<article><h2>{name}</h2><img src='a.jpg' alt='bungkus'><p>Berat: 250 g</p><p>Harga: {price}</p><p>Stok: 7</p></article>"


def test_her_own_catalogue_is_the_shop(place):
    cards = CARD.format(name="Dodol nanas", price="Rp15.000") + CARD.format(name="Tanpa harga", price="")
    place.site_folder.mkdir()
    page = f"<!doctype html><html lang='id'><head><title>Produk</title></head><body>{cards}</body></html>"
    (place.site_folder / "produk.html").write_text(page, encoding="utf-8")
    (good,) = market(place).view["card"]["shop"]["goods"]
    assert (good["name"], good["price"], good["about"]) == ("Dodol nanas", "Rp15.000", "250 g, stok 7")


def test_a_catalogue_without_cards_leaves_the_sample(place):
    place.site_folder.mkdir()
    (place.site_folder / "produk.html").write_text("<h1>Segera hadir</h1>", encoding="utf-8")
    assert len(market(place).view["card"]["shop"]["goods"]) == 3


def test_messages_are_written_in_the_name_of_the_role(place):
    session = market(place)
    order(session)
    assert session.handle({"do": "say"})["live"] == "Pesan masih kosong. Tulis dulu."
    session.handle({"do": "role", "role": "penjual"})
    fill(session, "obrolan", {"teks": "Terima kasih, pesanan kami siapkan."})
    assert session.handle({"do": "say"})["live"].startswith("Penjual menulis: Terima kasih")
    assert [one["text"] for one in session.view["chat"]][-1] == "Terima kasih, pesanan kami siapkan."
    assert session.view["message"] == ""


def test_a_note_stands_beside_its_step(place):
    session = market(place)
    fill(session, "catatan", {"teks": "antar sore"})
    order(session)
    assert session.view["events"][0]["note"] == "antar sore"
    assert session.view["note"] == ""


def test_stock_is_refilled_by_the_stockist_alone(place):
    session = market(place)
    assert session.handle({"do": "role", "role": "kurir"})["stock_work"] == []
    product = session._state.market.shop.products[0].id
    fields = {"barang": product, "jumlah": "5", "kode": "9Z", "kedaluwarsa": "besok"}
    assert "tahun-bulan-hari" in do(session, "stokis", "isi_stok", **fields)
    assert "masuk gudang" in do(session, "stokis", "isi_stok", **{**fields, "kedaluwarsa": "2027-02-22"})
    assert session.view["stock"][0][1] == "17"


def test_the_label_is_printed_when_the_address_is_complete(place):
    session = market(place)
    order(session, ciri="")
    assert "Alamat belum lengkap" in session.handle({"do": "label", "order": 1})["live"]
    do(session, "pembeli", "lengkapi_alamat", desa="Sukamaju", ciri="pagar hijau")
    view = session.handle({"do": "label", "order": 1})
    assert view["printed"]["file"] == "cetak/label-kirim.pdf"
    assert (place.folder / "cetak/label-kirim.pdf").read_bytes().startswith(b"%PDF")


def test_a_new_round_keeps_the_finished_one_and_brings_a_mishap(place):
    session = market(place)
    assert "belum mulai" in session.handle({"do": "round"})["live"]
    whole_order(session)
    view = session.handle({"do": "round"})
    assert view["live"].startswith("Putaran baru. Putaran lama tersimpan. Kejadian:")
    assert view["round"] == "Putaran 2"
    assert [len(one["kejadian"]) for one in stored(place)["putaran"]] == [9, 0]
    assert RULE_SETS["s11-status"].best(stored(place)).points(24) == 24


def test_the_round_with_least_makes_room_for_a_thirteenth(place):
    session = market(place)
    whole_order(session)
    for _round in range(13):
        session.handle({"do": "round"})
        order(session, 1)
    rounds = session._state.play.rounds
    assert len(rounds) == 12
    assert max(worth(one.market) for one in rounds)[0] == 8


def test_a_clock_that_was_set_back_does_not_stop_the_play(place, monkeypatch):
    session = market(place)
    order(session)
    before = place.now()
    monkeypatch.setattr(session, "place", Place(place.folder, place.desk, lambda: before.replace(year=2020)))
    assert pay(session).startswith("Notifikasi masuk")


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "terbang"},
        {"do": "role", "role": "raja"},
        {"do": "open", "order": 7},
        {"do": "open", "order": True},
        {"do": "cart", "product": "hantu", "by": 1},
        {"do": "cart", "product": "keripik-pisang", "by": 5},
        {"do": "set", "deed": "pesan", "field": "nik", "value": "1"},
        {"do": "set", "deed": "pesan", "field": "desa", "value": 7},
        {"do": "set", "deed": "hantu", "field": "desa", "value": ""},
        {"do": "deed", "deed": "mencuri"},
        {"do": "seat", "role": "pembeli", "name": 4},
        {"do": "label", "order": "satu"},
    ],
)
def test_a_message_nobody_knows_changes_nothing(place, message):
    session = market(place)
    order(session)
    before = stored(place)
    said = session.handle(message)["live"]
    assert "belum terbaca" in said or "0 sampai 99" in said
    assert stored(place) == before


def test_reopening_brings_everything_back(place):
    session = market(place)
    order(session)
    fill(session, "bayar", {"jumlah": "27"})
    again = market(place)
    assert again.view["live"] == "Pasar sama seperti terakhir disimpan."
    assert again.view["card"]["deeds"][0]["fields"][1]["value"] == "27"


@pytest.mark.parametrize(
    "content", [{"putaran": []}, {"putaran": "x", "meja": []}, {"meja": [""] * 5, "putaran": [{}]}]
)
def test_an_answer_that_is_no_play_is_kept_aside(place, content):
    place.answer(ANSWER).save(content, place.now())
    assert market(place).view["live"].startswith("Catatan lama belum terbaca")


def test_two_notebooks_play_one_market(place):
    here, there = market(place), market(place)
    order(here)
    assert there.handle({"do": "role", "role": "penjual"})["orders"][0]["cells"][4] == "Dipesan"
    pay(there)
    do(here, "penjual", "konfirmasi")
    assert here._state.market.orders[1].state is State.PAID


def test_a_full_disk_changes_nothing(place, monkeypatch):
    session = market(place)
    order(session)

    def full(_path, _content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("lentera.answers.file.write_atomically", full)
    assert "belum tersimpan" in do(session, "pembeli", "kirim_bukti")
    assert not session._state.market.orders[1].proof_sent
    assert len(session.view["events"]) == 1


def test_english_partners_see_english(place, monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    session = market(place)
    assert session.words()["title"] == "Village market"
    assert order(session).startswith("Order 1 is made. Next: ")
    assert session.view["card"]["title"] == "Card: Buyer"


def test_goods_of_her_own_cost_what_she_worked_out(place):
    place.site_folder.mkdir()
    cards = CARD.format(name="Dodol nanas", price="Rp15.000") + CARD.format(name="Keripik", price="Rp10.000")
    (place.site_folder / "produk.html").write_text(f"<!doctype html><body>{cards}</body>", encoding="utf-8")
    prices = Place(place.desk.session_folder("s07"), place.desk, place.now)
    prices.answer("s07-harga").save({"nama": "dodol  Nanas", "hpp": 9_000}, place.now())
    goods = market(place)._state.market.shop.products
    assert [one.unit_cost for one in goods] == [9_000, 7_000]


@pytest.mark.parametrize(
    "content",
    [{}, {"nama": 7, "hpp": 1}, {"nama": "Dodol nanas", "hpp": "9000"}, {"nama": "Dodol nanas", "hpp": None}],
)
def test_a_price_sheet_without_a_cost_changes_nothing(place, content):
    place.site_folder.mkdir()
    card = CARD.format(name="Dodol nanas", price="Rp15.000")
    (place.site_folder / "produk.html").write_text(f"<!doctype html><body>{card}</body>", encoding="utf-8")
    prices = Place(place.desk.session_folder("s07"), place.desk, place.now)
    prices.answer("s07-harga").save(content, place.now())
    assert [one.unit_cost for one in market(place)._state.market.shop.products] == [10_500]

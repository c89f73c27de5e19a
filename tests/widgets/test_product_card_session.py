"""Product cards without a screen: form and code are both her real page."""

from dataclasses import replace

import pytest
from tests.widgets.product_cards import (
    CHIPS,
    PAGE,
    TASKS,
    begin,
    cards,
    do,
    her_own_page,
    page_of,
    put,
    stored,
    write_code,
)

from lentera.place import Place
from lentera.tasks import RULE_SETS
from lentera.web.cards import FIELDS, Card, html_of


@pytest.fixture
def begun(place):
    return begin(place)


@pytest.fixture
def hers(place):
    return her_own_page(place)


@pytest.fixture
def priced(place: Place) -> Place:
    """A desk on which the price of the chips was worked out in session 7."""
    assert place.desk
    folder = place.desk.session_folder("s07")
    folder.mkdir()
    there = replace(place, folder=folder)
    there.answer("s07-harga").save({"nama": "Keripik pisang", "harga": 11000}, place.now())
    return place


def test_the_first_word_makes_the_page(place):
    session = cards(place)
    assert session.view["live"] == "Siap. Tulis nama barang."
    assert not place.site_folder.exists()
    view = put(session, name="Keripik pisang")
    assert view["live"] == "Halaman produk.html sudah dibuat. Kartu 1 ada di sana."
    assert "<h2>Keripik pisang</h2>" in page_of(place)
    assert page_of(place).startswith("<!DOCTYPE html>")


def test_a_new_page_leads_to_the_pages_that_are_there(place):
    place.site_folder.mkdir()
    (place.site_folder / "index.html").write_text("<!doctype html><title>T</title><h1>Toko Rahma</h1>")
    (place.site_folder / "gaya.css").write_text("body { color: black }")
    put(cards(place), name="Madu")
    page = page_of(place)
    assert '<a href="index.html">Beranda</a>' in page
    assert 'href="gaya.css"' in page
    assert "<h1>Produk Toko Rahma</h1>" in page


def test_the_code_follows_the_form(place, begun):
    path = "foto/keripik-pisang.svg"
    assert begun.view["code"]["text"] == html_of(Card(**{**CHIPS, "picture": path}))
    assert (place.site_folder / path).is_file()
    assert begun.view["shown"]["name"] == path
    assert begun.view["cards"] == [{"name": "Keripik pisang", "word": "lengkap", "state": "ok"}]


def test_the_form_follows_the_code(place, begun):
    view = write_code(begun, begun.view["code"]["text"].replace("150 g", "250 g").replace("12", "habis"))
    assert view["live"] == "Kode tersimpan. Isian ikut berubah: Berat bersih 250 g, Stok habis."
    assert (view["values"]["weight"], view["values"]["stock"]) == ("250 g", "habis")
    assert "      <p>Berat bersih: 250 g</p>\n" in page_of(place)


def test_code_written_another_way_is_a_card_too(place, begun):
    code = '<article class="kartu"><img alt="Sebotol madu hutan" src=foto/madu.jpg><h3>Madu</h3><ul><li>250 ml</li><li>Rp40.000</li></ul></article>'
    view = write_code(begun, code)
    assert view["code"] == {"text": code, "base": code, "finding": None}
    assert view["card"]["name"] == "Madu"
    assert view["card"]["price"] == "Rp40.000"
    put(begun, price="Rp45.000")
    assert code.replace("Rp40.000", "Rp45.000") in page_of(place)


def test_the_form_brings_the_code_back_and_undo_brings_hers(begun):
    broken = begun.view["code"]["text"].replace("</h2>", "")
    write_code(begun, broken)
    view = put(begun, stock="7")
    assert view["live"].startswith("Tersimpan: Stok. Kode kembali mengikuti isian.")
    assert view["code"]["finding"] is None
    view = do(begun, "undo")
    assert view["code"]["text"] == broken
    assert view["values"]["stock"] == "12"


def test_her_own_page_keeps_every_other_byte(place, hers):
    session = cards(place)
    assert session.view["live"] == "Ada 2 kartu di katalog.html. Kartu 1 terbuka."
    put(session, price="Rp11.000")
    assert page_of(place, "katalog.html") == PAGE.replace("10.000", "11.000")
    do(session, "card", card=1)
    write_code(session, session.view["code"]["text"].replace("5.000", "6.000"), card=1)
    assert page_of(place, "katalog.html") == PAGE.replace("10.000", "11.000").replace("5.000", "6.000")
    assert not (place.site_folder / "produk.html").exists()


def test_a_copy_is_built_like_its_original(place, hers):
    session = cards(place)
    view = do(session, "copy")
    assert view["live"] == "Kartu 3 adalah salinan kartu 1. Ganti nama, foto, berat, dan harga."
    assert page_of(place, "katalog.html").count("<h3 class='x'>Keripik</h3>") == 2
    assert (view["number"], view["notes"]["name"]) == (2, "Kartu lain juga memakai nama ini. Ganti di sini.")
    assert put(session, 2, name="Madu")["cards"][2]["name"] == "Madu"


def test_an_id_is_not_copied(place, hers):
    hers.write_bytes(PAGE.replace("<li><h3 class='x'>", "<li id=satu><h3 class='x'>").encode())
    do(cards(place), "copy")
    assert page_of(place, "katalog.html").count("id=satu") == 1


def test_three_cards_earn_all_points(place, begun):
    for number, name in enumerate(("Sambal bawang", "Madu hutan"), start=1):
        do(begun, "copy")
        put(begun, number, name=name)
    view = do(begun, "check")
    assert view["check"]["holds"]
    assert "Bagus, Bu." in " ".join(view["check"]["right"])
    for task, points in TASKS.items():
        rules = RULE_SETS[task]
        assert rules.judge(place.content(rules)).points(points) == points
    begun.write_log()
    with place.desk.open_log() as book:
        assert len(list(book.statements())) == len(TASKS)


def test_a_card_goes_and_comes_back(place, begun):
    do(begun, "copy")
    put(begun, 1, name="Sambal")
    before = page_of(place)
    assert do(begun, "remove", card=0)["live"] == "Kartu 1 sudah dihapus. Kartu 1 terbuka: Sambal."
    assert do(begun, "undo")["live"].startswith("Diurungkan.")
    assert page_of(place) == before
    do(begun, "remove", card=1)
    assert do(begun, "remove", card=0)["live"] == "Kartu 1 sudah dihapus."
    assert begun.view["cards"][0]["word"] == "mulai di sini"
    assert put(begun, name="Madu")["card"]["name"] == "Madu"


def test_pauses_while_typing_are_one_step(place, begun):
    for text in ("Ke", "Keripik si", "Keripik singkong"):
        put(begun, name=text)
    assert do(begun, "undo")["values"]["name"] == "Keripik pisang"


@pytest.mark.parametrize(
    ("field", "value", "note"),
    [
        ("price", "11000", "Tulis seperti ini: Rp11.000."),
        ("price", "sebelas ribu", "Tulis seperti ini: Rp11.000."),
        ("weight", "150", "Tulis angka dan satuan, misalnya 150 g."),
        ("stock", "banyak", "Tulis jumlahnya, misalnya 12. Bila tidak ada, tulis habis."),
        ("alt", "keripik.jpg", "11 dari 150 huruf. Ini nama berkas."),
        ("alt", "Keripik", "7 dari 150 huruf."),
        ("name", "NAMA PRODUK", "Tulis nama barang sendiri di sini."),
    ],
)
def test_each_field_says_what_it_still_lacks(begun, field, value, note):
    view = put(begun, **{field: value})
    assert view["notes"][field].startswith(note)
    assert view["live"].startswith(f"Tersimpan: {begun.words()['fields'][field]}. {note}")
    assert view["cards"][0]["word"].startswith("belum: ")


def test_the_price_of_the_calculation_is_taken_over_and_noted(priced):
    session = cards(priced)
    put(session, **{**CHIPS, "price": "Rp10.000"})
    assert session.view["notes"]["price"] == "Di hitungan tertulis Rp11.000. Samakan keduanya."
    assert session.view["offers"]["price"]["label"] == "Pakai harga dari hitungan: Rp11.000"
    assert do(session, "use", card=0, field="price")["live"] == "Harga terisi: Rp11.000."
    assert "Rp11.000" in page_of(priced)
    assert session.view["offers"] == {}
    assert stored(priced)["harga_hitungan"] == {"Keripik pisang": 11000}


def test_a_price_of_another_product_says_which(priced):
    session = cards(priced)
    put(session, name="Sambal")
    assert not session.view["offers"]["price"]["ok"]
    told = "Hitungan memuat: Keripik pisang. Samakan nama barangnya."
    assert do(session, "use", card=0, field="price")["live"] == told


def test_the_weight_of_the_standard_sheet_is_offered(place):
    folder = place.desk.session_folder("s07")
    folder.mkdir()
    sheet = {"jenis": "barang", "nama": "Keripik pisang", "berat": "150", "satuan": "g"}
    replace(place, folder=folder).answer("s07-standar").save(sheet, place.now())
    session = cards(place)
    put(session, name="Keripik pisang manis")
    assert do(session, "use", card=0, field="weight")["live"] == "Berat bersih terisi: 150 g."


@pytest.mark.parametrize("harga", ["", "mahal", 0, -5, True, None, [11000], 10**12])
def test_a_price_that_is_none_is_not_noted(place, harga):
    folder = place.desk.session_folder("s07")
    folder.mkdir()
    replace(place, folder=folder).answer("s07-harga").save({"nama": "Keripik", "harga": harga}, place.now())
    put(session := cards(place), name="Keripik")
    assert session.view["offers"] == {}


def test_what_is_read_aloud_comes_in_the_order_of_the_code(begun):
    assert begun.view["heard"][:3] == [
        ["Judul 2", "Keripik pisang"],
        ["Gambar", CHIPS["alt"]],
        ["Paragraf", "Berat bersih: 150 g"],
    ]


def test_a_picture_is_sent_once_and_small(begun):
    view = do(begun, "picture", name="foto/keripik-pisang.svg")
    key, source = view["fetched"]
    assert key == view["shown"]["key"]
    assert source.startswith("data:image/svg+xml;base64,")
    assert do(begun, "hint")["fetched"] is None


def test_hints_go_from_a_nudge_to_a_worked_example(begun):
    for _number in range(3):
        do(begun, "hint")
    assert "Sebungkus keripik pisang" in begun.view["hints"][-1]
    assert do(begun, "hint")["live"] == "Semua petunjuk sudah terbuka."


def test_partners_see_english(place, monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    session = cards(place)
    assert session.words()["title"] == "Product cards"
    assert put(session, name="Honey")["live"] == "The page produk.html is made. Card 1 stands on it."
    assert set(session.words()["fields"]) == set(FIELDS)

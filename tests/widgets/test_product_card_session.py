"""Product cards without a screen: form and code are both her real page, and nothing typed is lost."""

import errno
import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from lentera.place import Place
from lentera.tasks import RULE_SETS
from lentera.web.cards import FIELDS, Card, html_of
from lentera.widgets.product_card.session import MOST_CARDS, ProductCardSession

TASKS = {"s09-kartu": 30.0, "s09-harga": 15.0, "s09-gambar": 15.0, "s09-data-pribadi": 15.0}
CHIPS = {
    "name": "Keripik pisang",
    "picture": "contoh:keripik-pisang.svg",
    "alt": "Sebungkus keripik pisang, plastik bening, label kuning",
    "weight": "150 g",
    "price": "Rp11.000",
    "stock": "12",
}
PAGE = """<!doctype html>\r
<html lang="id"><head><title>Katalog</title></head><body>\r
<!-- <article> catatan saya -->\r
<h1>Toko</h1>\r
<ul class=daftar>\r
\t<li><h3 class='x'>Keripik</h3>\r
\t\t<p>Rp10.000 saja</p></li>\r
\t<li><h3>Sambal &amp; saus</h3><p>Harga: Rp5.000</p></li>\r
</ul></body></html>\r
"""


def cards(place: Place) -> ProductCardSession:
    return ProductCardSession(place, "s09-katalog", [RULE_SETS[task] for task in TASKS], TASKS)


def do(session: ProductCardSession, gesture: str, **more: Any) -> dict[str, Any]:
    return session.handle({"do": gesture, **more})


def put(session: ProductCardSession, card: int = 0, **values: str) -> dict[str, Any]:
    for field, value in values.items():
        do(session, "set", card=card, field=field, value=value)
    return session.view


def write_code(session: ProductCardSession, text: str, card: int = 0) -> dict[str, Any]:
    return do(session, "code", card=card, text=text, base=session.view["code"]["text"])


def page_of(place: Place, name: str = "produk.html") -> str:
    return (place.site_folder / name).read_bytes().decode()


def stored(place: Place) -> dict[str, Any]:
    path = place.folder / "jawaban/s09-katalog.json"
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["answer"]
    return content


@pytest.fixture
def begun(place: Place) -> ProductCardSession:
    session = cards(place)
    put(session, **CHIPS)
    return session


@pytest.fixture
def hers(place: Place) -> Path:
    """A page she wrote herself, under another name and with Windows line ends."""
    place.site_folder.mkdir()
    path = place.site_folder / "katalog.html"
    path.write_bytes(PAGE.encode())
    return path


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


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ("</h2>", "", 2, "Judul bagian di baris 2 belum ditutup."),
        ("</article>", "", 1, "baris 1"),
        ('label kuning"', "label kuning", 3, "Di baris 3, tanda kutip alt belum ditutup."),
        ("</h2>", "</h3>", 2, "baris 2"),
    ],
)
def test_code_that_is_no_card_yet_says_its_line_and_leaves_page_and_form(place, begun, old, new, line, told):
    before, values = page_of(place), begun.view["values"]
    code = begun.view["code"]["text"].replace(old, new)
    view = write_code(begun, code)
    assert told in view["live"]
    assert view["code"]["text"] == code
    assert view["code"]["finding"]["line"] == line
    assert view["values"] == values
    assert page_of(place) == before
    assert cards(place).view["code"]["text"] == code, "it is still there tomorrow"
    view = write_code(begun, code if not new else code.replace(new, old))
    assert do(begun, "restore", card=0)["code"]["finding"] is None


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("", "Kotak kode kosong."),
        ("Keripik pisang", "Kode ini belum menjadi kartu."),
        ("{code}\n{code}", "Di baris 8 ada kartu kedua."),
    ],
)
def test_what_is_not_one_card_is_told_kindly(begun, code, told):
    view = write_code(begun, code.replace("{code}", begun.view["code"]["text"]))
    assert view["live"].startswith(told)
    assert view["cards"][0]["word"] == "lengkap"


def test_what_was_not_in_order_before_does_not_stand_in_her_way(place, hers):
    hers.write_bytes(PAGE.replace("Rp10.000 saja</p>", "Rp10.000 saja").encode())
    session = cards(place)
    view = write_code(session, session.view["code"]["text"].replace("10.000", "12.000"))
    assert view["card"]["price"] == "Rp12.000"


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


def test_a_page_can_be_full(begun):
    for _number in range(1, MOST_CARDS):
        do(begun, "copy")
    view = do(begun, "copy")
    assert len(view["cards"]) == MOST_CARDS
    assert view["live"] == "Halaman sudah penuh. Hapus satu kartu dulu." == view["copy"]["why"]


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


def test_undo_never_takes_away_what_was_written_elsewhere(place, begun):
    changed = page_of(place).replace("Terima kasih", "Salam")
    (place.site_folder / "produk.html").write_text(changed)
    assert do(begun, "undo")["live"] == "Halaman sudah berubah di tempat lain. Urungkan di editor halaman."
    assert page_of(place) == changed


def test_pauses_while_typing_are_one_step(place, begun):
    for text in ("Ke", "Keripik si", "Keripik singkong"):
        put(begun, name=text)
    assert do(begun, "undo")["values"]["name"] == "Keripik pisang"


def test_code_that_was_based_on_an_older_card_waits(place, begun):
    old = begun.view["code"]["text"]
    (place.site_folder / "produk.html").write_text(page_of(place).replace("150 g", "175 g"))
    hers = old.replace("12", "20")
    view = do(begun, "code", card=0, text=hers, base=old)
    assert view["live"].startswith("Kartu ini juga berubah di tempat lain.")
    assert "175 g" in page_of(place)
    assert view["code"]["text"] == hers
    view = do(begun, "code", card=0, text=f"{hers}\n", base=hers)
    assert "150 g" in page_of(place)
    assert view["values"]["stock"] == "20"


def test_a_value_that_the_page_cannot_take_stays_in_its_field(place, begun):
    before = page_of(place)
    view = put(begun, price="Rp11.000; grosir Rp9.000")
    assert view["values"]["price"] == "Rp11.000; grosir Rp9.000"
    assert view["notes"]["price"].endswith("Di halaman masih tertulis: Rp11.000.")
    assert page_of(place) == before
    assert cards(place).view["values"]["price"] == "Rp11.000; grosir Rp9.000"
    assert put(begun, price="Rp12.000")["notes"]["price"] == ""


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


def test_a_photo_that_went_away_is_named(place, begun):
    (place.site_folder / "foto/keripik-pisang.svg").unlink()
    view = do(begun, "card", card=0)
    assert view["notes"]["picture"] == "Foto ini belum ada di folder situs."
    assert ["foto/keripik-pisang.svg", "foto/keripik-pisang.svg (belum ada di folder situs)"] in view[
        "photos"
    ]


def test_what_others_keep_in_the_answer_stays(place):
    place.answer("s09-katalog").save({"foto": {"a.jpg": "barang"}, "buka": "index.html"}, place.now())
    put(cards(place), name="Madu")
    assert (stored(place)["foto"], stored(place)["buka"]) == ({"a.jpg": "barang"}, "index.html")


@pytest.mark.parametrize(
    "mine",
    [
        7,
        [],
        {"halaman": 5, "kartu": -1, "petunjuk": "x", "naskah": {}},
        {"naskah": [4, {"bagian": "warna"}, {}]},
    ],
)
def test_a_damaged_answer_opens_and_costs_the_others_nothing(place, mine):
    content = {"kartu_produk": mine, "harga_hitungan": mine, "buka": "index.html"}
    place.answer("s09-katalog").save(content, place.now())
    session = cards(place)
    put(session, name="Madu")
    assert stored(place)["buka"] == "index.html"
    assert session.view["card"]["name"] == "Madu"


def test_everything_is_there_after_the_lid_was_closed(place, begun):
    do(begun, "copy")
    do(begun, "hint")
    again = cards(place)
    assert again.view["live"] == "Kartu masih seperti tadi."
    assert (again.view["number"], len(again.view["hints"])) == (1, 1)
    assert again._state == begun._state


def test_another_notebook_is_followed(place, begun):
    other = cards(place)
    put(other, price="Rp12.000")
    view = put(begun, stock="3")
    assert view["values"]["price"] == "Rp12.000"
    assert "Rp12.000" in page_of(place)
    do(other, "remove", card=0)
    assert put(begun, stock="4")["values"]["name"] == ""


def test_a_full_disk_changes_nothing(place, begun, monkeypatch):
    before, values = page_of(place), begun.view["values"]

    def full(*_args):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("lentera.widgets.site_activity.write_file", full)
    view = put(begun, price="Rp12.000")
    assert "belum tersimpan" in view["live"]
    assert view["values"] == values
    assert page_of(place) == before
    monkeypatch.undo()
    assert do(begun, "undo")["values"]["stock"] == ""


def test_a_page_that_is_no_utf_8_is_left_alone(place, hers):
    hers.write_bytes(PAGE.encode("cp1252") + b"\xe9")
    session = cards(place)
    assert "katalog.html belum terbaca" in put(session, name="Madu")["live"]
    assert hers.read_bytes().endswith(b"\xe9")


def test_the_page_is_chosen_where_there_are_two(place, hers):
    (place.site_folder / "index.html").write_text(html_of(Card("Madu", price="Rp5.000")))
    session = cards(place)
    assert [name for name, _words in session.view["pages"]] == ["index.html", "katalog.html"]
    assert session.view["page"] == "katalog.html"
    assert do(session, "page", page="index.html")["card"]["name"] == "Madu"
    assert cards(place).view["page"] == "index.html"


@pytest.mark.parametrize(
    "message",
    [{}, {"do": "fly"}, {"do": "set", "card": 0, "field": "warna", "value": "x"}, {"do": "set", "card": True, "field": "name", "value": "x"}, {"do": "set", "card": 0, "field": "name", "value": 7},
     {"do": "set", "card": -1, "field": "name", "value": "x"}, {"do": "set", "card": 0, "field": "picture", "value": "contoh:../x.svg"}, {"do": "code", "card": 0, "text": 7, "base": ""}, {"do": "code", "card": 0, "text": "x"},
     {"do": "use", "card": 0, "field": "name"}, {"do": "page", "page": "../rahasia.html"}, {"do": "picture", "name": "../x.png"}, {"do": "picture", "name": ["x"]}, {"do": ["copy"]}, {"do": "remove"}],
)  # fmt: skip
def test_messages_nobody_thought_of_change_nothing(place, begun, message):
    before, state = page_of(place), begun._state
    assert begun.handle(message)["live"] == "Langkah itu belum terbaca. Tidak ada yang berubah. Coba lagi."
    assert begun._state == state
    assert page_of(place) == before


@pytest.mark.parametrize(
    "message",
    [
        {"do": "card", "card": 9},
        {"do": "set", "card": 0, "field": "name", "value": "x" * 301},
        {"do": "set", "card": 0, "field": "picture", "value": "foto/lain.jpg"},
        {"do": "code", "card": 0, "text": "x" * 9000, "base": ""},
        {"do": "restore", "card": 0},
    ],
)
def test_what_cannot_be_done_now_says_why(place, begun, message):
    before = page_of(place)
    live = begun.handle(message)["live"]
    assert live
    assert "belum terbaca" not in live
    assert page_of(place) == before


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

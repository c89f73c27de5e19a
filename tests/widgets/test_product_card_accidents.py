"""Product cards when something goes wrong: broken code, two notebooks, a full disk, odd messages; nothing typed is lost."""

import errno
import os

import pytest
from tests.widgets.product_cards import PAGE, begin, cards, do, her_own_page, page_of, put, stored, write_code

from lentera.web.cards import Card, html_of
from lentera.widgets.product_card.session import MOST_CARDS


@pytest.fixture
def begun(place):
    return begin(place)


@pytest.fixture
def hers(place):
    return her_own_page(place)


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


def test_a_page_can_be_full(begun):
    for _number in range(1, MOST_CARDS):
        do(begun, "copy")
    view = do(begun, "copy")
    assert len(view["cards"]) == MOST_CARDS
    assert view["live"] == "Halaman sudah penuh. Hapus satu kartu dulu." == view["copy"]["why"]


def test_undo_never_takes_away_what_was_written_elsewhere(place, begun):
    changed = page_of(place).replace("Terima kasih", "Salam")
    (place.site_folder / "produk.html").write_text(changed)
    assert do(begun, "undo")["live"] == "Halaman sudah berubah di tempat lain. Urungkan di editor halaman."
    assert page_of(place) == changed


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

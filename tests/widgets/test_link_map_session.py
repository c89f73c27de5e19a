"""The link map without a screen: real pages are read, made and mended, and each step is on the disk at once."""

import errno
import json

import pytest

from lentera.tasks import RULE_SETS
from lentera.widgets.link_map.session import LinkMapSession

TASK = "s05-situs"
JUDGED = ("s05-kontras", "s05-tautan", "s05-teks-tautan")


def link_map(place):
    return LinkMapSession(place, TASK, [RULE_SETS[task] for task in JUDGED], {"s05-tautan": 30.0})


def write(place, **pages):
    for name, text in pages.items():
        path = place.site_folder / f"{name}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")


def read(place, name):
    return (place.site_folder / f"{name}.html").read_bytes().decode()


def stored(place):
    return json.loads((place.folder / f"jawaban/{TASK}.json").read_text(encoding="utf-8"))["answer"]


INDEX = '<h1>Toko</h1>\r\n<p><a href="prduk.html">Produk</a>\n<a href="kontak.html">Kontak</a></p>\n<img src="foto/hilang.jpg" alt="Keripik">'


@pytest.fixture
def shop(place):
    write(place, index=INDEX, produk="<h1>Produk</h1><p>Keripik</p>")
    return place


def test_the_map_tells_what_does_not_arrive(shop):
    view = link_map(shop).view
    assert view["live"] == "2 halaman. 3 tautan belum sampai."
    assert [row["told"] for row in view["pages"]] == [
        "3 tautan, 3 belum tepat",
        "0 tautan, belum ada tautan ke sini",
    ]
    assert [row["says"].split(".")[0] for row in view["findings"]] == [
        "Tautan di baris 2 menuju prduk",
        "Tautan di baris 3 menuju kontak",
        "Gambar di baris 4 belum ada: foto/hilang",
        "Belum ada tautan menuju produk",
    ]
    assert [row["act"] and row["act"]["label"] for row in view["findings"]] == [
        "Tulis produk.html di baris 2",
        "Buat halaman kontak.html",
        None,
        None,
    ]
    assert not (shop.folder / "jawaban").exists()


def test_the_table_shows_the_links_of_one_page(shop):
    session = link_map(shop)
    assert session.view["table"]["rows"][0] == ["Baris 2: Produk", "prduk.html", "berkasnya belum ada"]
    view = session.handle({"do": "open", "page": "produk.html"})
    assert view["live"] == "produk.html ditampilkan: 0 tautan, belum ada tautan ke sini."
    assert view["table"]["rows"] == []
    assert view["empty"] == "Halaman ini belum punya tautan."


def test_an_address_is_corrected_in_place(shop):
    view = link_map(shop).handle({"do": "use", "source": "index.html", "number": 0})
    assert view["live"] == "Baris 2 di index.html sekarang menuju produk.html."
    assert read(shop, "index") == INDEX.replace("prduk.html", "produk.html")
    assert stored(shop)["halaman"]["index.html"] == read(shop, "index")


def test_a_missing_page_is_made_and_leads_back(shop):
    view = link_map(shop).handle({"do": "make", "page": "kontak.html"})
    assert (
        view["live"] == "kontak.html sudah dibuat, dengan tautan ke halaman lain. 1 tautan sekarang sampai."
    )
    assert '<a href="index.html">Beranda</a>' in read(shop, "kontak")
    assert view["page"] == "kontak.html"


def test_the_first_page_is_made_where_there_is_none(place):
    session = link_map(place)
    assert session.view["live"] == "Belum ada halaman. Buat halaman pertama di sini."
    assert session.view["first"]
    assert session.handle({"do": "make", "page": "index.html"})["live"].startswith("index.html sudah dibuat")
    assert "<h1>Beranda</h1>" in read(place, "index")


def test_a_menu_leads_from_every_page_to_every_other(shop):
    session = link_map(shop)
    session.handle({"do": "make", "page": "kontak.html"})
    session.handle({"do": "use", "source": "index.html", "number": 0})
    view = session.handle({"do": "menu"})
    assert view["live"].startswith("Tautan ditambahkan ke 1 halaman. 3 halaman. 1 tautan belum sampai.")
    report = RULE_SETS["s05-tautan"].judge({"situs": session._state.site})
    assert report.share == 1
    assert session.handle({"do": "menu"})["live"] == "Tiap halaman sudah menuju semua halaman lain."


def test_the_check_judges_the_links_alone(shop):
    session = link_map(shop)
    view = session.handle({"do": "check"})
    assert view["check"]["yet"]
    session.write_log()
    with shop.desk.open_log() as book:
        assert [one.activity.id for one in book.statements()] == ["s05-tautan"]


def test_steps_are_taken_back_one_by_one(shop):
    session = link_map(shop)
    session.handle({"do": "use", "source": "index.html", "number": 0})
    session.handle({"do": "menu"})
    again = link_map(shop)
    assert again.view["undo"]
    assert again.handle({"do": "undo"})["live"].startswith("Langkah terakhir diurungkan.")
    again.handle({"do": "undo"})
    assert read(shop, "index") == INDEX
    assert again.handle({"do": "undo"})["live"] == "Belum ada langkah yang dapat diurungkan."


def test_a_page_that_was_changed_meanwhile_is_not_taken_back(shop):
    session = link_map(shop)
    session.handle({"do": "use", "source": "index.html", "number": 0})
    write(shop, index="<h1>Baru</h1>")
    assert session.handle({"do": "undo"})["live"] == "Halaman sudah diubah di tempat lain. Isinya dibiarkan."
    assert read(shop, "index") == "<h1>Baru</h1>"


def test_whoever_changes_a_page_elsewhere_is_followed(shop):
    session = link_map(shop)
    write(shop, index='<h1>Toko</h1><a href="produk.html">Produk</a>')
    assert session.handle({"do": "open", "page": "index.html"})["findings"] == []
    assert session.view["fine"] == "Semua tautan sampai. Semua halaman dapat dikunjungi."


def test_the_picture_has_every_page_and_every_missing_one(shop):
    session = link_map(shop)
    session.handle({"do": "use", "source": "index.html", "number": 0})
    picture = session.view["picture"]
    assert {one["name"]: one["there"] for one in picture["sheets"]} == {
        "index.html": True,
        "produk.html": True,
        "kontak.html": False,
    }
    assert {(one["from"], one["to"]): one["arrives"] for one in picture["lines"]} == {
        ("index.html", "produk.html"): True,
        ("index.html", "kontak.html"): False,
    }
    assert picture["desc"] == "Beranda menuju Produk. Produk belum menuju halaman lain."


def test_many_pages_lie_apart(place):
    write(
        place,
        index="".join(f'<a href="h{n}.html">x</a>' for n in range(20)),
        **{f"h{n}": '<a href="h0.html">y</a>' for n in range(20)},
    )
    picture = link_map(place).view["picture"]
    spots = [(one["x"], one["y"]) for one in picture["sheets"]]
    width, height = picture["sheet"]
    assert len(set(spots)) == len(spots)
    assert all(
        abs(a[0] - b[0]) >= width or abs(a[1] - b[1]) >= height for a in spots for b in spots if a != b
    )
    assert picture["more"] == 9


def test_other_activities_of_the_answer_keep_their_own(shop):
    shop.answer(TASK).save({"cek_kontras": {"teks": "black"}}, shop.now())
    link_map(shop).handle({"do": "use", "source": "index.html", "number": 0})
    assert stored(shop)["cek_kontras"] == {"teks": "black"}


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "terbang"},
        {"do": "open", "page": "tidak.html"},
        {"do": "open", "page": ["index.html"]},
        {"do": "make"},
        {"do": "make", "page": "../keluar.html"},
        {"do": "make", "page": "lain.html"},
        {"do": "make", "page": "foto/hilang.jpg"},
        {"do": "use", "source": "index.html"},
        {"do": "use", "source": "index.html", "number": 9},
        {"do": "use", "source": "index.html", "number": False},
        {"do": "use", "source": "index.html", "number": 1},
        {"do": "use", "source": 5, "number": 0},
    ],
)
def test_a_message_nobody_knows_changes_nothing(shop, message):
    session = link_map(shop)
    assert "belum terbaca" in session.handle(message)["live"]
    assert read(shop, "index") == INDEX
    assert sorted(path.name for path in shop.site_folder.iterdir()) == ["index.html", "produk.html"]


@pytest.mark.parametrize("content", [{"peta_tautan": 3}, {"peta_tautan": "x"}])
def test_an_answer_that_is_none_is_kept_aside(shop, content):
    shop.answer(TASK).save(content, shop.now())
    assert link_map(shop).view["live"].startswith("Catatan lama belum terbaca")


def test_steps_that_make_no_sense_are_left_out(shop):
    steps = [
        3,
        {"sebelum": {}},
        {"sebelum": {"../x.html": "a"}, "sesudah": {"../x.html": "b"}},
        {"sebelum": {"a.html": 1}, "sesudah": {"a.html": "b"}},
    ]
    shop.answer(TASK).save({"peta_tautan": {"langkah": steps}}, shop.now())
    assert not link_map(shop).view["undo"]


def test_a_lost_folder_comes_back_from_the_answer(shop):
    link_map(shop).handle({"do": "use", "source": "index.html", "number": 0})
    for path in shop.site_folder.iterdir():
        path.unlink()
    session = link_map(shop)
    assert [row["name"] for row in session.view["pages"]] == ["index.html", "produk.html"]


def test_a_full_disk_changes_nothing(shop, monkeypatch):
    session = link_map(shop)

    def full(_path, _content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("lentera.web.site.write_atomically", full)
    view = session.handle({"do": "use", "source": "index.html", "number": 0})
    assert "belum tersimpan" in view["live"]
    assert read(shop, "index") == INDEX
    assert view["findings"][0]["act"]["do"] == "use"


def test_the_screen_speaks_english_too(shop, monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    assert link_map(shop).view["live"] == "2 pages. 3 links do not arrive yet."

"""The contrast check without a screen: her own files change in one place, and every step can be taken back."""

import errno
import json
import os

import pytest

from lentera.tasks import RULE_SETS
from lentera.web.contrast import palettes, samples
from lentera.widgets.contrast.session import ContrastSession

PAGE = """<!doctype html>
<html lang="id"><head><title>Keripik</title>
<link rel="stylesheet" href="gaya.css"></head>
<body><h1>Keripik</h1>
<p>Renyah. <a href="produk.html">Daftar produk</a></p>
<p class="promo">Promo</p></body></html>
"""
CSS = "/* gaya saya: color: red; */\r\nbody {\r\n  color: #999;\r\n}\r\n.promo { color: orange; background: lightyellow }\r\n"
TASKS = ("s05-kontras", "s05-huruf")


@pytest.fixture
def site(place):
    place.site_folder.mkdir()
    (place.site_folder / "index.html").write_bytes(PAGE.encode())
    (place.site_folder / "gaya.css").write_bytes(CSS.encode())
    return place.site_folder


def session(place):
    return ContrastSession(
        place, "s05-situs", [RULE_SETS[task] for task in TASKS], {"s05-kontras": 20.0, "s05-huruf": 15.0}
    )


def do(activity, name, **more):
    return activity.handle({"do": name, **more})


def stored(place):
    return json.loads((place.folder / "jawaban/s05-situs.json").read_text(encoding="utf-8"))["answer"]


def test_what_cannot_be_read_stands_first(place, site):
    view = session(place).view
    assert [row["kind"] for row in view["rows"][:2]] == ["yet", "yet"]
    assert {row["ratio"] for row in view["rows"] if row["kind"] == "yet"} == {
        "2,8\u00a0:\u00a01",
        "1,9\u00a0:\u00a01",
    }
    assert view["summary"] == "3 dari 4 pasangan warna belum lolos."
    link = next(row for row in view["rows"] if row["what"] == "Tautan")
    assert (link["where"], link["colours"], link["word"]) == ("baris 5", "biru di putih", "lolos")


def test_a_palette_is_told_with_its_ratio_and_written_in_place(place, site):
    activity = session(place)
    assert (
        do(activity, "palette", id="daun-susu")["live"]
        == "Daun dan susu. Teks hijau tua di hijau pucat: 7,1\u00a0:\u00a01. Lolos."
    )
    assert (site / "gaya.css").read_bytes() == CSS.encode()
    assert (
        do(activity, "apply")["live"]
        == "Teks hijau tua di hijau pucat: 7,1\u00a0:\u00a01. Lolos. Sudah ditulis di gaya.css."
    )
    changed = (site / "gaya.css").read_bytes().decode()
    assert changed == CSS.replace("#999;\r\n", "darkgreen;\r\n  background-color: honeydew;\r\n")
    assert (site / "index.html").read_bytes() == PAGE.encode()


def test_links_follow_when_the_new_ground_would_swallow_them(place, site):
    activity = session(place)
    do(activity, "palette", id="krem-malam")
    view = do(activity, "apply")
    assert "a {\r\n  color: cornsilk;\r\n}" in (site / "gaya.css").read_bytes().decode()
    assert next(row for row in view["rows"] if row["what"] == "Tautan")["word"] == "lolos"


def test_her_own_class_is_a_part_too(place, site):
    activity = session(place)
    assert [".promo", ".promo"] in activity.view["parts"]
    assert do(activity, "part", part=".promo")["live"].startswith(
        "Bagian: .promo. Teks jingga di kuning muda: 1,9\u00a0:\u00a01. Belum lolos"
    )
    do(activity, "palette", id="marun-mawar")
    do(activity, "apply")
    assert ".promo { color: maroon; background: mistyrose }" in (site / "gaya.css").read_text()


def test_a_part_that_another_rule_rules_says_so(place, site):
    (site / "index.html").write_text(PAGE.replace("<p>", '<p style="color: red">'))
    activity = session(place)
    do(activity, "part", part="p")
    do(activity, "palette", id="malam-krem")
    assert "aturan lain yang lebih kuat" in do(activity, "apply")["live"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("1E3A5F", "#1e3a5f"),
        ("#abc", "#abc"),
        ("hijau tua", "darkgreen"),
        ("Navy", "navy"),
        ("rgb(1, 2, 3)", "rgb(1, 2, 3)"),
    ],
)
def test_colours_are_understood_as_people_write_them(place, site, typed, kept):
    view = do(session(place), "colour", which="text", value=typed)
    assert view["pair"]["text"]["css"] == kept


@pytest.mark.parametrize(
    "typed", ["bukan", "", "#12", "url(x)", "red;} body{display:none", "rgba(0,0,0,.5)", "x" * 5000]
)
def test_what_is_no_colour_changes_nothing(place, site, typed):
    activity = session(place)
    before = activity.view["pair"]
    assert do(activity, "colour", which="ground", value=typed)["pair"] == before
    assert "Nothing" not in activity.view["live"]


def test_every_step_can_be_taken_back_byte_for_byte(place, site):
    activity = session(place)
    do(activity, "palette", id="malam-krem")
    do(activity, "apply")
    do(activity, "size", size=20)
    assert "font-size: 20px;" in (site / "gaya.css").read_text()
    do(activity, "sample", id="kebun")
    for _step in range(3):
        assert do(activity, "undo")["live"].startswith("Sudah diurungkan.")
    assert (site / "gaya.css").read_bytes() == CSS.encode()
    assert not activity.view["undo"]["ok"]
    assert do(activity, "undo")["live"] == "Belum ada langkah untuk diurungkan."


def test_undo_never_takes_away_what_was_written_elsewhere_since(place, site):
    activity = session(place)
    do(activity, "apply")
    written = (site / "gaya.css").read_text() + "p { margin: 0 }\n"
    (site / "gaya.css").write_text(written)
    assert "sudah berubah sesudah itu" in do(activity, "undo")["live"]
    assert (site / "gaya.css").read_text() == written


def test_undo_is_still_there_after_the_lid_was_closed(place, site):
    do(session(place), "apply")
    assert do(session(place), "undo")["live"].startswith("Sudah diurungkan.")
    assert (site / "gaya.css").read_bytes() == CSS.encode()


def test_a_page_without_styles_gets_a_file_and_a_link(place, site):
    (site / "gaya.css").unlink()
    (site / "index.html").write_text(
        "<!doctype html><html><head><title>x</title></head><body><p>a</p></body></html>"
    )
    activity = session(place)
    do(activity, "sample", id="pasar-pagi")
    assert (site / "gaya.css").read_text().startswith("/* Gaya: Pasar pagi */")
    assert (site / "index.html").read_text().count('<link rel="stylesheet" href="gaya.css">') == 1
    assert activity.view["rows"][0]["word"] == "lolos"
    do(activity, "undo")
    assert "<link" not in (site / "index.html").read_text()


def test_a_page_in_a_folder_links_the_style_above_it(place, site):
    (site / "toko").mkdir()
    (site / "toko" / "produk.html").write_text("<!doctype html><title>x</title><p>a</p>")
    activity = session(place)
    do(activity, "page", page="toko/produk.html")
    do(activity, "apply")
    assert 'href="../gaya.css"' in (site / "toko" / "produk.html").read_text()


@pytest.mark.parametrize("sample", [one.id for one in samples()])
def test_every_ready_made_style_passes_and_her_other_rules_stay(place, site, sample):
    activity = session(place)
    view = do(activity, "sample", id=sample)
    assert [row["what"] for row in view["rows"] if row["kind"] == "yet"] == ["Paragraf"]
    assert ".promo { color: orange; background: lightyellow }" in (site / "gaya.css").read_text()
    assert "/* gaya saya: color: red; */" in (site / "gaya.css").read_text()


def test_every_palette_passes(place, site):
    activity = session(place)
    for one in palettes():
        assert do(activity, "palette", id=one.id)["live"].endswith("Lolos.")


def test_the_check_is_that_of_the_tasks(place, site):
    activity = session(place)
    view = do(activity, "check")
    assert view["check"]["yet"].startswith("Di index.html baris")
    do(activity, "apply")
    do(activity, "part", part=".promo")
    do(activity, "palette", id="malam-krem")
    do(activity, "apply")
    view = do(activity, "check")
    assert view["check"]["holds"]
    assert "Bagus, Bu." in " ".join(view["check"]["right"])
    assert RULE_SETS["s05-kontras"].judge({"situs": activity._state.site}).points(20) == 20


def test_a_file_that_is_no_utf_8_is_left_alone(place, site):
    (site / "gaya.css").write_bytes(b"body { color: red } /* \xe9 */")
    activity = session(place)
    assert "gaya.css belum terbaca" in do(activity, "apply")["live"]
    assert (site / "gaya.css").read_bytes() == b"body { color: red } /* \xe9 */"


def test_without_a_page_everything_says_what_to_do_first(place):
    activity = session(place)
    assert activity.view["live"] == "Belum ada halaman. Buat dulu di editor halaman."
    for gesture in ({"do": "apply"}, {"do": "sample", "id": "kebun"}, {"do": "size", "size": 18}):
        assert activity.handle(gesture)["live"] == "Belum ada halaman. Buat dulu di editor halaman."
    assert not place.site_folder.exists()
    assert not activity.view["apply"]["ok"]


@pytest.mark.parametrize(
    "message",
    [{}, {"do": "fly"}, {"do": "page", "page": "tidak.html"}, {"do": "page", "page": "../rahasia.html"}, {"do": "part", "part": "body;}"}, {"do": "palette", "id": 7}, {"do": "palette", "id": "tidak"}, {"do": "colour", "which": "border", "value": "red"},
     {"do": "size", "size": 1}, {"do": "size", "size": "besar"}, {"do": "sample", "id": None}, {"do": ["apply"]}],
)  # fmt: skip
def test_messages_nobody_thought_of_change_nothing(place, site, message):
    activity = session(place)
    before = {path.name: path.read_bytes() for path in site.iterdir()}
    state = activity._state
    assert activity.handle(message)["live"] == "Langkah itu belum terbaca. Tidak ada yang berubah. Coba lagi."
    assert activity._state == state
    assert {path.name: path.read_bytes() for path in site.iterdir()} == before


def test_choices_are_back_after_reopening_and_others_things_stay_in_the_answer(place, site):
    place.answer("s05-situs").save({"editor": {"baris": 3}, "halaman": {}}, place.now())
    activity = session(place)
    do(activity, "part", part="h1")
    do(activity, "palette", id="manggis")
    again = session(place)
    assert (again.view["part"], again.view["palette"]) == ("h1", "manggis")
    assert stored(place)["editor"] == {"baris": 3}
    assert "index.html" in stored(place)["halaman"]


@pytest.mark.parametrize(
    "mine",
    [
        7,
        [],
        {"halaman": 5, "bagian": [], "teks": "bukan", "latar": 3, "langkah": "x"},
        {"langkah": [{"sebelum": 1}, 4]},
    ],
)
def test_a_damaged_answer_opens(place, site, mine):
    place.answer("s05-situs").save({"cek_kontras": mine}, place.now())
    activity = session(place)
    assert activity.view["rows"]
    assert "lolos" in do(activity, "palette", id="manggis")["live"].lower()


def test_another_notebook_is_followed(place, site):
    one, other = session(place), session(place)
    do(one, "palette", id="manggis")
    do(one, "apply")
    view = do(other, "size", size=22)
    assert view["pair"]["text"]["css"] == "indigo"
    assert "indigo" in (site / "gaya.css").read_text()
    assert "22px" in (site / "gaya.css").read_text()


def test_a_full_disk_changes_nothing(place, site, monkeypatch):
    activity = session(place)

    def full(*_args):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("lentera.widgets.site_activity.write_file", full)
    view = do(activity, "apply")
    assert "belum tersimpan" in view["live"]
    assert (site / "gaya.css").read_bytes() == CSS.encode()
    assert not view["undo"]["ok"]


def test_partners_see_english(place, site, monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    activity = session(place)
    assert (
        do(activity, "palette", id="malam-krem")["live"]
        == "Night and cream. Text midnight blue on cream: 13.9\u00a0:\u00a01. Passes."
    )
    assert activity.words()["title"] == "Contrast check"

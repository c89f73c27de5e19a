"""Publishing without a screen: declare, look, seal; nothing is published that could harm."""

import io
import json
from dataclasses import replace

import pytest
from PIL import Image

from lentera.classroom import open_envelope
from lentera.web import write_file
from lentera.widgets.publish.qr import qr_path
from lentera.widgets.publish.session import PublishSession

HEAD = '<!doctype html>\n<html lang="id">\n<head><meta charset="utf-8"><title>Keripik Bu Rahma</title></head>\n<body>\n'
GOOD = (
    HEAD
    + "<main>\n<h1>Keripik Bu Rahma</h1>\n<p>Keripik pisang dari Sepaku.</p>\n<p>Renyah dan gurih.</p>\n"
    + '<img src="foto/keripik.jpg" alt="Sebungkus keripik pisang, plastik bening">\n</main>\n</body>\n</html>\n'
)


@pytest.fixture
def session(place):
    drawn = io.BytesIO()
    Image.new("RGB", (900, 700), "gold").save(drawn, "JPEG")
    write_file(place.site_folder, "index.html", GOOD.encode())
    write_file(place.site_folder, "foto/keripik.jpg", drawn.getvalue())
    write_file(place.site_folder, "foto/keripik-asli.jpg", drawn.getvalue())
    return PublishSession(place, "s09-katalog")


def do(session, do, **message):
    return session.handle({"do": do, **message})


def here(session):
    return next(path for path, label in session.view["places"] if path.endswith("serahan"))


def points(session):
    return {point["id"]: point["ok"] for point in session.view["points"]}


def test_only_photos_that_a_page_shows_are_asked_for_and_published(session):
    assert session.view["photos"] == [["foto/keripik.jpg", ""]]
    do(session, "photo", name="foto/keripik.jpg", kind="barang")
    view = do(session, "publish", to=here(session))
    assert view["live"].startswith("Sudah terbit. SM-07_situs_1.amplop")
    sealed = open_envelope(next((session.place.desk.root / "serahan").glob("*.amplop")))
    assert set(sealed.files) == {"situs/index.html", "situs/foto/keripik.jpg", "terbit.json"}
    assert json.loads(sealed.files["terbit.json"]) == {
        "address": "keripik-bu-rahma",
        "title": "Keripik Bu Rahma",
        "summary": "Keripik pisang dari Sepaku.",
    }


def test_an_undeclared_photo_holds_publishing_back_and_a_childs_photo_too(session):
    assert not points(session)["privacy"]
    assert not session.view["publish"]["ok"]
    assert "tanpa data pribadi" in do(session, "publish", to=here(session))["live"]
    view = do(session, "photo", name="foto/keripik.jpg", kind="anak")
    assert view["live"] == "foto/keripik.jpg: anak. Keluarkan foto ini dari halaman."
    assert not view["publish"]["ok"]
    assert do(session, "photo", name="foto/keripik.jpg", kind="barang")["publish"]["ok"]
    assert all(points(session).values())


@pytest.mark.parametrize(
    ("written", "point"),
    [
        ("<p>NIK 6402 1541 0790 0001</p>", "privacy"),
        ("<script>alert(1)</script>", "safe"),
    ],
)
def test_what_could_harm_is_not_published(session, written, point):
    do(session, "photo", name="foto/keripik.jpg", kind="barang")
    write_file(session.folder, "index.html", GOOD.replace("</main>", f"{written}\n</main>").encode())
    view = do(session, "look")
    assert not points(session)[point]
    assert not view["publish"]["ok"]
    assert "dari 8 hal sudah siap" in view["live"]
    assert list(session.place.desk.root.glob("**/*.amplop")) == []


def test_a_site_without_a_first_page_says_so(place):
    session = PublishSession(place, "s09-katalog")
    assert not points(session)["home"]
    assert session.view["publish"]["why"] == "Bereskan dulu: halaman pertama ada."
    assert "index.html" in do(session, "look")["live"]


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("Keripik Bu Rahma!", "keripik-bu-rahma"),
        ("  toko__kue ", "toko-kue"),
        ("TOKO", "toko"),
        ("Kué 2", "kue-2"),
    ],
)
def test_an_address_is_made_short_and_plain(session, typed, address):
    assert do(session, "address", text=typed)["address"] == address
    assert session.view["address_whole"] == f"desa.local/{address}"


def test_an_address_of_signs_only_is_refused(session):
    assert "minimal satu huruf" in do(session, "address", text="!!! ...")["live"]


def test_the_address_is_told_as_on_the_telephone(session):
    live = do(session, "address", text="keripik-rahma")["live"]
    assert live == "Alamat situs: desa titik local garis miring keripik tanda hubung rahma"


def test_everything_is_there_again_and_other_keys_of_the_answer_stay(session, place):
    place.answer("s09-katalog").save({"harga_hitungan": {"Keripik": 11000}}, place.now())
    do(session, "photo", name="foto/keripik.jpg", kind="barang")
    do(session, "contact", text=" 0800 contoh ")
    do(session, "publish", to=here(session))
    again = PublishSession(place, "s09-katalog")
    assert again._state == session._state
    assert again.view["published"]["address"] == "desa.local/keripik-bu-rahma"
    assert place.answer("s09-katalog").load().payload["harga_hitungan"] == {"Keripik": 11000}


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "publish"},
        {"do": "photo", "name": "../x.jpg", "kind": "barang"},
        {"do": "contact", "text": 3},
        {"do": "photo", "name": "foto/keripik.jpg", "kind": "rahasia"},
        {"do": "address", "text": None},
    ],
)
def test_nonsense_changes_nothing(session, message):
    before = session._state
    assert "belum terbaca" in session.handle(message)["live"]
    assert session._state == before


def test_a_place_that_was_not_offered_is_not_written_to(session, tmp_path):
    do(session, "photo", name="foto/keripik.jpg", kind="barang")
    assert "Pilih tempat lain" in do(session, "publish", to=str(tmp_path / "luar"))["live"]
    assert not (tmp_path / "luar").exists()


def test_without_a_desk_it_says_what_to_do(session, place):
    alone = PublishSession(replace(place, desk=None), "s09-katalog")
    assert "Beranda" in alone.view["publish"]["why"]
    assert "Beranda" in do(alone, "publish", to="x")["live"]


@pytest.mark.parametrize("content", [{"foto": []}, {"kontak_usaha": 3}, {"terbit": "x"}])
def test_a_damaged_answer_is_kept_aside(session, place, content):
    place.answer("s09-katalog").save(content, place.now())
    again = PublishSession(place, "s09-katalog")
    assert "disimpan terpisah" in again.view["live"] or "kept aside" in again.view["live"]


def test_the_code_is_what_a_reader_decodes():
    import segno

    drawn = qr_path("http://desa.local/keripik-rahma/")
    expected = segno.make("http://desa.local/keripik-rahma/", error="m", micro=False)
    assert drawn["size"] == expected.symbol_size(border=4)[0]
    assert drawn["path"].count("M") == sum(map(sum, expected.matrix))

"""The page editor and its folder: pages are made, named, deleted and brought back, and pictures come into the preview."""

import errno
import os

import pytest
from tests.widgets.page_editing import editor, on_disk, write

from lentera.widgets.editor.state import fitting_name

# Files


@pytest.mark.parametrize("template", ["isian.html", "kosong.html", "produk.html", "hubungi.html"])
def test_a_new_page_is_made_and_opened(place, template):
    session = editor(place)
    view = session.handle({"do": "new", "template": template, "name": "lain"})
    assert view["file"] == "lain.html"
    assert on_disk(place, "lain.html").startswith("<!doctype html>")
    assert "lain.html sudah dibuat" in view["live"]


def test_a_new_style_is_made_and_the_first_page_stays_in_the_preview(place):
    session = editor(place)
    view = session.handle({"do": "new", "template": "gaya.css", "name": "gaya"})
    assert (view["file"], view["kind"], view["preview"]["page"]) == ("gaya.css", "css", "index.html")


@pytest.mark.parametrize(
    ("given", "offered"),
    [("Produk Saya", "produk-saya.html"), ("PRODUK.HTML", "produk.html"), ("../luar", "luar.html"), ("a/b", "a-b.html"),
     ("", "halaman.html"), ("  ", "halaman.html"), ("con", None), ("keripik?", "keripik.html"), (".html", "halaman.html")],
)  # fmt: skip
def test_an_odd_name_is_refused_with_one_that_fits(place, given, offered):
    session = editor(place)
    view = session.handle({"do": "new", "template": "kosong.html", "name": given})
    assert view["files"] == ["index.html"]
    if offered:
        assert offered in view["live"]
        assert fitting_name(given, ".html") == offered


def test_a_name_that_is_taken_is_refused(place):
    view = editor(place).handle({"do": "new", "template": "kosong.html", "name": "index.html"})
    assert "sudah ada" in view["live"]


def test_a_page_is_renamed(place):
    session = editor(place)
    session.handle({"do": "new", "template": "produk.html", "name": "produk"})
    text = session.view["text"]
    view = session.handle({"do": "rename", "file": "produk.html", "to": "barang"})
    assert (view["file"], view["text"]) == ("barang.html", text)
    assert sorted(path.name for path in place.site_folder.iterdir()) == ["barang.html", "index.html"]
    assert "Namanya tetap" in session.handle({"do": "rename", "file": "index.html", "to": "x"})["live"]


def test_a_page_is_deleted_and_comes_back_after_reopening(place):
    session = editor(place)
    session.handle({"do": "new", "template": "produk.html", "name": "produk"})
    text = on_disk(place, "produk.html")
    view = session.handle({"do": "remove", "file": "produk.html"})
    assert (view["file"], view["removed"]) == ("index.html", "produk.html")
    assert not (place.site_folder / "produk.html").exists()
    again = editor(place)
    view = again.handle({"do": "put_back"})
    assert on_disk(place, "produk.html") == text
    assert (view["file"], view["removed"]) == ("produk.html", "")
    assert "Tidak ada" in again.handle({"do": "put_back"})["live"]


def test_the_last_page_can_be_deleted_and_put_back(place):
    session = editor(place)
    view = session.handle({"do": "remove", "file": "index.html"})
    assert (view["files"], view["preview"], view["outline"]) == ([], None, [])
    assert editor(place).view["files"] == []
    assert session.handle({"do": "put_back"})["files"] == ["index.html"]


def test_a_disk_that_is_shut_deletes_nothing(place, monkeypatch):
    session = editor(place)

    def shut(*_args: object, **_kwargs: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr("lentera.answers.file.write_atomically", shut)
    view = session.handle({"do": "remove", "file": "index.html"})
    assert view["files"] == ["index.html"]
    assert (place.site_folder / "index.html").exists()


# Pictures


def test_a_sample_drawing_goes_into_the_site(place):
    session = editor(place)
    view = session.handle({"do": "sample", "file": "madu-hutan.svg"})
    assert (place.site_folder / "foto/madu-hutan.svg").exists()
    assert [one["name"] for one in view["pictures"]] == ["foto/madu-hutan.svg"]
    assert view["pictures"][0]["address"] == "foto/madu-hutan.svg"
    assert "kB" in view["pictures"][0]["size"]


def test_the_preview_asks_for_a_picture_once_and_gets_it(place):
    session = editor(place)
    session.handle({"do": "sample", "file": "tas-anyam.svg"})
    html = write(session, '<img src="foto/tas-anyam.svg" alt="Tas">')["preview"]["html"]
    key = html.split("data:image/lentera;")[1].split('"')[0]
    view = session.handle({"do": "pictures", "keys": [key, "00000000-1-1"]})
    assert view["fetched"][key].startswith("data:image/svg+xml;base64,")
    assert view["fetched"]["00000000-1-1"] is None
    assert session.handle({"do": "hint"})["fetched"] == {}

"""The website as a value: what is read, what is named and left, and nothing outside the folder."""

import os

import pytest
from PIL import Image

from lentera.web import CannotWriteError, Site, read_site, write_file
from lentera.web.site import LARGEST_TEXT, MOST_FILES, Reason, fault_of_name, gather


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "meja" / "situs"


def picture(path, size=(20, 10)):
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, "gold").save(path)


def reasons(site):
    return {one.name: one.reason for one in site.left_out}


def test_a_missing_folder_is_an_empty_site(folder):
    assert read_site(folder) == Site()
    assert not read_site(folder)


def test_pages_styles_and_pictures_are_read(folder):
    write_file(folder, "produk.html", b"<h1>Produk</h1>")
    write_file(folder, "index.html", b"<h1>Toko</h1>")
    write_file(folder, "gaya/gaya.css", b"p{}")
    picture(folder / "foto" / "keripik.jpg", (40, 30))
    site = read_site(folder)
    assert site.pages == ("index.html", "produk.html")
    assert site.names == {"index.html", "produk.html", "gaya/gaya.css", "foto/keripik.jpg"}
    one = site.pictures["foto/keripik.jpg"]
    assert (one.width, one.height, one.whole) == (40, 30, True)


def test_a_picture_that_was_cut_short_is_told(folder):
    picture(folder / "utuh.png")
    (folder / "potong.png").write_bytes((folder / "utuh.png").read_bytes()[:20])
    (folder / "bukan.jpg").write_bytes(b"<html>")
    site = read_site(folder)
    assert [site.pictures[name].whole for name in ("utuh.png", "potong.png", "bukan.jpg")] == [
        True,
        False,
        False,
    ]


def test_links_out_of_the_folder_are_not_followed(folder, tmp_path):
    secret = tmp_path / "rahasia.html"
    secret.write_text("rahasia")
    write_file(folder, "index.html", b"x")
    (folder / "curi.html").symlink_to(secret)
    (folder / "luar").symlink_to(tmp_path)
    site = read_site(folder)
    assert set(site.texts) == {"index.html"}
    assert reasons(site) == {"curi.html": Reason.LINK, "luar": Reason.LINK}


def test_a_folder_that_is_itself_a_link_is_no_site(folder, tmp_path):
    (tmp_path / "lain").mkdir()
    (tmp_path / "lain" / "index.html").write_text("x")
    folder.parent.mkdir()
    folder.symlink_to(tmp_path / "lain")
    assert read_site(folder) == Site()


def test_what_is_no_part_of_a_site_is_named(folder):
    for name in ("catatan.docx", "index.html", "a b.html", "CON.html", ".rahasia.html"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x")
    deep = folder.joinpath("a", "b", "c", "d")
    deep.mkdir(parents=True)
    (deep / "jauh.html").write_bytes(b"x")
    (folder / "besar.html").write_bytes(b"x" * (LARGEST_TEXT + 1))
    site = read_site(folder)
    assert set(site.texts) == {"index.html", "a b.html"}
    assert reasons(site) == {
        "catatan.docx": Reason.KIND,
        "CON.html": Reason.NAME,
        "a/b/c/d": Reason.NAME,
        "besar.html": Reason.SIZE,
    }


def test_a_thousand_files_do_not_stop_a_lesson(folder):
    folder.mkdir(parents=True)
    for number in range(MOST_FILES + 5):
        (folder / f"h{number:03}.html").write_bytes(b"x")
    site = read_site(folder)
    assert len(site.texts) == MOST_FILES
    assert set(reasons(site).values()) == {Reason.MANY}


@pytest.mark.parametrize(
    "name",
    [
        "../luar.html",
        "/etc/passwd.html",
        "a/../../x.html",
        "C:\\x.html",
        "a\\b.html",
        "",
        ".html",
        "nul.css",
        "x.exe",
        "a/b/c/d/e.html",
        "x.html/",
        "x\0.html",
        "situs?.html",
        "x" * 90 + ".html",
        "foto /x.jpg",
    ],
)
def test_nothing_is_written_outside_the_folder_or_under_an_odd_name(folder, tmp_path, name):
    with pytest.raises(CannotWriteError):
        write_file(folder, name, b"x")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_nothing_is_written_through_a_link(folder, tmp_path):
    folder.mkdir(parents=True)
    (tmp_path / "luar").mkdir()
    (folder / "foto").symlink_to(tmp_path / "luar")
    (folder / "index.html").symlink_to(tmp_path / "luar.html")
    for name in ("foto/x.jpg", "index.html"):
        with pytest.raises(CannotWriteError, match="link"):
            write_file(folder, name, b"x")
    assert not list((tmp_path / "luar").iterdir())
    assert not (tmp_path / "luar.html").exists()


@pytest.mark.parametrize(
    "name", ["index.html", "Foto Produk.JPG", "foto/keripik.jpg", "a/b/c/x.css", "toko.htm", "é.png"]
)
def test_ordinary_names_are_taken(name):
    assert fault_of_name(name) is None


def test_an_unchanged_picture_is_not_opened_again(folder):
    picture(folder / "a.png")
    first = read_site(folder)
    status = (folder / "a.png").stat()
    (folder / "a.png").write_bytes(b"x" * status.st_size)
    os.utime(folder / "a.png", ns=(status.st_mtime_ns, status.st_mtime_ns))
    assert read_site(folder, first).pictures["a.png"].whole
    assert not read_site(folder).pictures["a.png"].whole


def test_pages_lost_from_the_folder_are_judged_as_the_answer_kept_them(folder):
    content = {"halaman": {"index.html": "<h1>Toko</h1>", "../x.html": "jahat", "foto.jpg": "bukan"}}
    assert gather(content, folder)["situs"].texts == {"index.html": b"<h1>Toko</h1>"}
    write_file(folder, "index.html", b"<h1>Baru</h1>")
    assert gather(content, folder)["situs"].texts == {"index.html": b"<h1>Baru</h1>"}
    assert gather(None, folder)["situs"].texts == {"index.html": b"<h1>Baru</h1>"}


def test_neither_site_nor_answer_is_no_answer(folder):
    assert gather(None, folder) is None

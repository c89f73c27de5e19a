"""A website travels with the work it belongs to, and as a published site into the class showroom."""

import io
import json
import zipfile
from dataclasses import replace

import pytest
from PIL import Image

from lentera.classroom import ClassroomError, Fate, Kind, Manifest, collect, hand_in, open_envelope, seal
from lentera.classroom.envelope import can_carry
from lentera.classroom.keys import signing_key
from lentera.classroom.publishing import publish
from lentera.classroom.showroom import exhibits
from lentera.place import Place
from lentera.web import write_file

PAGE = b"<!doctype html><html lang=id><title>Toko</title><h1>Keripik Bu Rahma</h1><p>Keripik pisang.</p>"
SAID = {"address": "keripik-rahma", "title": "Keripik Bu Rahma", "summary": "Keripik pisang."}


@pytest.fixture
def site(desk):
    folder = desk.root / "situs"
    write_file(folder, "index.html", PAGE)
    write_file(folder, "gaya/gaya.css", b"body{color:#000}")
    drawn = io.BytesIO()
    Image.new("RGB", (8, 8), "gold").save(drawn, "JPEG")
    write_file(folder, "foto/Keripik 1.jpg", drawn.getvalue())
    session = desk.session_folder("s03")
    session.mkdir()
    (session / "s03.ipynb").write_text(json.dumps({"cells": []}))
    return folder


def in_envelope(path):
    return {name for name in open_envelope(path).files if name.startswith("situs/")}


def files_of(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_the_website_travels_with_its_sessions_only(desk, site, stick, now):
    whole = {"situs/index.html", "situs/gaya/gaya.css", "situs/foto/Keripik 1.jpg"}
    assert in_envelope(hand_in(desk, "s03", stick, now).envelope) == whole
    assert in_envelope(hand_in(desk, "s06", stick, now).envelope) == set()


def test_marks_are_given_on_the_pages_that_travelled(classroom, desk, site, stick, now, monkeypatch):
    hand_in(desk, "s03", stick, now)
    collect(classroom, stick)
    submitted = classroom.submitted("SM-07", "s03")
    assert (submitted / "situs" / "index.html").read_bytes() == PAGE
    write_file(site, "index.html", b"later")
    monkeypatch.chdir(submitted)
    monkeypatch.setenv("LENTERA_GRADING", "1")
    assert Place.here().site_folder == submitted / "situs"


def test_what_cannot_travel_stays_and_is_said(desk, site, stick, now):
    (site / "catatan.docx").write_bytes(b"x")
    (site / "café.html").write_bytes(b"x")
    (site / "kosong.html").write_bytes(b"")
    done = hand_in(desk, "s03", stick, now)
    assert len(in_envelope(done.envelope)) == 3
    assert {note.split()[0] for note in done.notes} == {"catatan.docx", "café.html", "kosong.html"}


def test_two_names_that_some_disks_take_for_one_do_not_stop_a_hand_in(desk, site, stick, now):
    write_file(site, "INDEX.html", b"x")
    done = hand_in(desk, "s03", stick, now)
    assert len({name.casefold() for name in in_envelope(done.envelope)}) == 3
    assert len(done.notes) == 1


@pytest.mark.parametrize(
    "name",
    [
        "situs/../x.html",
        "situs//x.html",
        "situs/x.exe",
        "situs/.x.html",
        "situs/nul/x.html",
        "situs/a /x.html",
        "situs/a./x.html",
        "situs/C:/x.html",
        "situs/a/b/c/d/x.html",
        "/situs/x.html",
        "situs/x.html\n",
    ],
)
def test_names_that_lead_elsewhere_are_in_no_envelope(name):
    assert not can_carry(Kind.HAND_IN, name)
    assert not can_carry(Kind.SITE, name)


def test_a_published_site_is_in_the_showroom(classroom, desk, site, stick, now):
    done = publish(desk, files_of(site), SAID, stick, now)
    collected = collect(classroom, stick)
    assert collected.sentences() == ["1 amplop baru dari 1 amplop.", "SM-07: situs sudah ada di etalase."]
    shop = classroom.root / "etalase" / "keripik-rahma"
    assert files_of(shop) == files_of(site)
    listed = (classroom.root / "etalase" / "index.html").read_text()
    assert 'href="keripik-rahma/index.html"' in listed
    assert "Keripik Bu Rahma" in listed
    assert "SM-07" not in listed + "".join(files_of(shop))
    assert done.stays == ()
    assert not (classroom.root / "submitted").exists()


def test_the_zip_holds_the_site_as_a_host_takes_it(desk, site, stick, now):
    done = publish(desk, files_of(site), SAID, stick, now)
    with zipfile.ZipFile(done.archive) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == files_of(site)
        assert archive.namelist()[0] == min(files_of(site))
    first = done.archive.read_bytes()
    assert publish(desk, files_of(site), SAID, stick, now).archive.read_bytes() == first


def test_publishing_twice_is_once_and_the_newer_replaces(classroom, desk, site, stick, now):
    publish(desk, files_of(site), SAID, stick, now)
    collect(classroom, stick)
    assert [one.fate for one in collect(classroom, stick).outcomes] == [Fate.ALREADY]
    write_file(site, "index.html", PAGE + b"<p>Baru.</p>")
    publish(desk, files_of(site), {**SAID, "address": "toko-rahma"}, stick, now)
    collect(classroom, stick)
    assert [one.address for one in exhibits(classroom)] == ["toko-rahma"]
    assert not (classroom.root / "etalase" / "keripik-rahma").exists()
    assert b"Baru." in (classroom.root / "etalase" / "toko-rahma" / "index.html").read_bytes()


def test_an_older_site_does_not_replace_a_newer_one(classroom, desk, site, stick, tmp_path, now):
    other = tmp_path / "stik2"
    other.mkdir()
    publish(desk, files_of(site), SAID, stick, now)
    publish(desk, {"index.html": PAGE + b"2"}, SAID, other, now)
    collect(classroom, other)
    assert [one.fate for one in collect(classroom, stick).outcomes] == [Fate.OLDER]
    assert files_of(classroom.root / "etalase" / "keripik-rahma") == {"index.html": PAGE + b"2"}


def test_two_shops_with_one_address_both_have_a_place(classroom, desk, site, make_desk, stick, now):
    classroom.add_learner("CM-01", "coding_mum")
    publish(desk, files_of(site), SAID, stick, now)
    publish(make_desk("CM-01"), {"index.html": PAGE}, SAID, stick, now)
    collect(classroom, stick)
    assert {one.learner: one.address for one in exhibits(classroom)} in (
        {"SM-07": "keripik-rahma", "CM-01": "keripik-rahma-cm-01"},
        {"CM-01": "keripik-rahma", "SM-07": "keripik-rahma-sm-07"},
    )
    assert len(list((classroom.root / "etalase").glob("*/index.html"))) == 2


HOSTILE = {
    "script": PAGE + b"<script>alert(1)</script>",
    "handler": PAGE + b"<img src=x onerror=alert(1)>",
    "form": PAGE + b"<form action=/x><input></form>",
    "refresh": PAGE + b'<meta http-equiv="Refresh" content="0;url=/lab">',
    "javascript link": PAGE + b'<a href="java\nscript:alert(1)">x</a>',
    "frame": PAGE + b"<iframe src=/lab></iframe>",
    "picture from elsewhere": PAGE + b'<img src="http://x.example/a.png">',
    "style from elsewhere": PAGE + b"<style>@import url(//x.example/a.css)</style>",
    "style attribute": PAGE + b'<p style="background:url(http://x.example/a)">x',
    "base": b"<base href=//x.example>" + PAGE,
    "very long": PAGE + b"<p>x</p>" * 80_000,
}


@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE)
def test_a_site_that_acts_by_itself_is_not_shown(classroom, desk, stick, now, page):
    publish(desk, {"index.html": page}, SAID, stick, now)
    collected = collect(classroom, stick)
    assert [one.fate for one in collected.troubled] == [Fate.UNSAFE]
    assert not (classroom.root / "etalase").exists()


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>'


@pytest.mark.parametrize(
    ("drawing", "shown"),
    [
        (SVG, True),
        (SVG.replace(b"<path", b"<script>1</script><path"), False),
        (b'<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + SVG, False),
        (SVG.replace(b"<svg", b"<svg onload='x()'"), False),
        (SVG.replace(b"<path", b"<image href='http://x.example/a'/><path"), False),
        (b"\xff\xfe<svg", False),
    ],
)
def test_drawings_only_draw(classroom, desk, stick, now, drawing, shown):
    publish(desk, {"index.html": PAGE, "gambar.svg": drawing}, SAID, stick, now)
    collect(classroom, stick)
    assert (classroom.root / "etalase" / "keripik-rahma").exists() is shown


@pytest.mark.parametrize(
    "said", [b"", b"[]", b'{"address":"../x","title":"a","summary":""}', b'{"address":1}']
)
def test_an_envelope_made_by_hand_without_a_proper_address_is_not_shown(classroom, desk, stick, now, said):
    manifest = Manifest(Kind.SITE, "SM-07", "s09", now, desk.device, 1)
    files = {"situs/index.html": PAGE, "terbit.json": said}
    seal(stick / "x.amplop", manifest, files, signing_key(desk.private))
    assert [one.fate for one in collect(classroom, stick).outcomes] == [Fate.UNSAFE]
    assert not (classroom.root / "etalase").exists()


def test_a_site_of_a_stranger_waits(classroom, make_desk, stick, now):
    publish(make_desk("CD-02"), {"index.html": PAGE}, SAID, stick, now)
    assert [one.fate for one in collect(classroom, stick).outcomes] == [Fate.UNKNOWN_LEARNER]
    classroom.add_learner("CD-02", "coding_difabel")
    assert [one.fate for one in collect(classroom, stick).taken] == [Fate.TAKEN]


def test_a_place_that_cannot_be_written_loses_nothing(desk, site, tmp_path, now):
    blocked = tmp_path / "berkas"
    blocked.write_text("x")
    with pytest.raises(ClassroomError, match="Halaman tetap aman"):
        publish(desk, files_of(site), SAID, blocked, now)
    assert list((desk.root / "terbit").glob("*.amplop")) == []


def test_publishing_needs_her_code(desk, site, stick, now, tmp_path):
    nobody = replace(desk, root=tmp_path / "baru")
    nobody.private.mkdir(parents=True)
    with pytest.raises(ClassroomError, match="terbitkan lagi"):
        publish(nobody, files_of(site), SAID, stick, now)


def photo_with_place():
    exif = Image.Exif()
    exif.get_ifd(0x8825)[2] = (1.0, 2.0, 3.0)
    exif[0x010F] = "Kamera Bu Rahma"
    out = io.BytesIO()
    Image.new("RGB", (8, 8), "gold").save(out, "JPEG", exif=exif.tobytes())
    return out.getvalue()


def test_no_photo_tells_where_it_was_taken_once_it_leaves_the_laptop(desk, site, stick, now):
    write_file(site, "foto/keripik.jpg", photo_with_place())
    handed = open_envelope(hand_in(desk, "s03", stick, now).envelope).files["situs/foto/keripik.jpg"]
    done = publish(desk, files_of(site), SAID, stick, now)
    sealed = open_envelope(done.envelope).files["situs/foto/keripik.jpg"]
    with zipfile.ZipFile(done.archive) as archive:
        packed = archive.read("foto/keripik.jpg")
    for content in (handed, sealed, packed):
        assert b"Rahma" not in content
        with Image.open(io.BytesIO(content)) as opened:
            assert not opened.getexif()
    assert (site / "foto" / "keripik.jpg").read_bytes() == photo_with_place()


def test_the_original_of_an_edited_photo_stays_home_unless_a_page_shows_it(desk, site, stick, now):
    for name in ("foto/kue.jpg", "foto/kue-asli.jpg", "foto/sambal-asli.jpg"):
        write_file(site, name, photo_with_place())
    done = hand_in(desk, "s03", stick, now)
    assert "situs/foto/kue.jpg" in in_envelope(done.envelope)
    assert "situs/foto/kue-asli.jpg" not in in_envelope(done.envelope)
    assert "situs/foto/sambal-asli.jpg" in in_envelope(done.envelope), "it is nobody's original"
    assert done.notes == ()
    write_file(site, "index.html", PAGE + b'<img src="foto/kue-asli.jpg" alt="Kue">')
    assert "situs/foto/kue-asli.jpg" in in_envelope(hand_in(desk, "s03", stick, now).envelope)

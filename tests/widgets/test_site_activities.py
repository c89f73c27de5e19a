"""Pages and answer are two files: whatever the disk takes of them, the screen, the folder and the next opening agree."""

import codecs
import errno
import json
import os
import traceback
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.widgets.gesturing import made
from tests.widgets.opened import ACTIVITIES, gestures_of, open_activity
from tests.widgets.opened_website import CARD, PAGE, PAGES, files_of_site, picture, with_site
from tests.widgets.test_every_activity import saved
from tests.widgets.test_hostile_gestures import goes_over_the_wire

from lentera import atomic
from lentera.place import Place
from lentera.web import read_site, site, write_file
from lentera.widgets.activity import Activity
from lentera.widgets.site_activity import SiteActivity

WRITING = (
    "editor_halaman",
    "editor_halaman situs",
    "cek_kontras",
    "peta_tautan",
    "kartu_produk",
    "studio_foto",
)
"""Activities that change the pages or pictures of the site."""
NAMES = [name for name in WRITING if name in ACTIVITIES]


def full(*_args: object, **_kwargs: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def changes_the_site(
    name: str,
    activity: Activity[Any],
    place: Place,
    seed: int,
    before_each: Callable[[], object] = lambda: None,
) -> bool:
    """Make gestures until one of them has changed a file of the site."""
    chance = Random(seed)  # noqa: S311 - the same gestures at every run
    gestures = [one for one in gestures_of(name, activity) if one["do"] != "remove"]  # needs no room
    files = files_of_site(place)
    for _step in range(60):
        before_each()
        activity.handle(made(chance.choice(gestures), chance))
        if files_of_site(place) != files:
            return True
    return False


def agree(name: str, activity: Activity[Any], place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """Compare the screen with the folder, and with the same activity opened anew."""
    activity.handle({"do": "nothing of the kind"})
    assert isinstance(activity, SiteActivity)
    assert activity._state.site == read_site(place.site_folder)
    again = open_activity(name, place, monkeypatch)
    assert again._state == activity._state


@pytest.mark.parametrize("name", NAMES)
def test_a_page_that_was_written_goes_back_when_the_answer_is_not_taken(
    name: str, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    activity = open_activity(name, place, monkeypatch)
    assert changes_the_site(name, activity, place, 5)
    files, answer = files_of_site(place), saved(name, place)
    monkeypatch.setattr("lentera.answers.file.write_atomically", full)
    chance = Random(6)  # noqa: S311 - as above
    refused = 0
    for _step in range(40):
        before = activity._write(activity._state)
        view = activity.handle(made(chance.choice(gestures_of(name, activity)), chance))
        if "belum tersimpan" in view["live"]:
            refused += 1
            assert activity._write(activity._state) == before
    assert refused
    assert files_of_site(place) == files
    assert saved(name, place) == answer
    monkeypatch.setattr("lentera.answers.file.write_atomically", atomic.write_atomically)
    agree(name, activity, place, monkeypatch)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_the_disk_does_not_take_back_is_followed(
    name: str, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk fills up between page and answer, and has no room for the earlier page either."""
    activity = open_activity(name, place, monkeypatch)
    assert changes_the_site(name, activity, place, 5)
    room = {"writes": 0}

    def one_write(path: Path, content: bytes) -> None:
        room["writes"] -= 1
        if room["writes"] < 0:
            full()
        atomic.write_atomically(path, content)

    monkeypatch.setattr(site, "write_atomically", one_write)
    monkeypatch.setattr("lentera.answers.file.write_atomically", full)
    changed = changes_the_site(name, activity, place, 7, lambda: room.update(writes=1))
    monkeypatch.setattr(site, "write_atomically", atomic.write_atomically)
    monkeypatch.setattr("lentera.answers.file.write_atomically", atomic.write_atomically)
    assert (
        changed or name == "peta_tautan"
    )  # it writes all pages at once or a new one, which goes back by itself
    agree(name, activity, place, monkeypatch)


@pytest.mark.parametrize("name", NAMES)
def test_a_folder_that_takes_no_page_leaves_the_answer_as_it_was(
    name: str, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    activity = open_activity(name, place, monkeypatch)
    assert changes_the_site(name, activity, place, 5)
    files = files_of_site(place)
    monkeypatch.setattr(site, "write_atomically", full)
    assert not changes_the_site(name, activity, place, 8)
    assert files_of_site(place) == files
    monkeypatch.setattr(site, "write_atomically", atomic.write_atomically)
    agree(name, activity, place, monkeypatch)


@pytest.mark.parametrize("name", NAMES)
def test_a_folder_that_is_lost_while_the_lesson_is_open_comes_back(
    name: str, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    activity = open_activity(name, place, monkeypatch)
    assert changes_the_site(name, activity, place, 5)
    texts = dict(activity._state.site.texts)
    for path in sorted(place.site_folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    monkeypatch.setitem(ACTIVITIES, name, replace(ACTIVITIES[name], ready=None))
    activity.handle({"do": "nothing of the kind"})
    assert activity._state.site.texts == texts
    assert dict(open_activity(name, place, monkeypatch)._state.site.texts) == texts


def test_a_link_that_leads_out_of_the_site_is_never_followed(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "rahasia"
    elsewhere.mkdir()
    for name in ("gaya.css", "produk.html", "keripik.png"):
        (elsewhere / name).write_bytes(b"<p>milik orang lain</p>")
    before = {path.name: path.read_bytes() for path in elsewhere.iterdir()}
    with_site(place)
    for name in ("gaya.css", "produk.html"):
        (place.site_folder / name).unlink()
        (place.site_folder / name).symlink_to(elsewhere / name)
    for path in (place.site_folder / "foto").iterdir():
        path.unlink()
    (place.site_folder / "foto").rmdir()
    (place.site_folder / "foto").symlink_to(elsewhere)
    for name in [*NAMES, "terbit"]:
        activity = open_activity(name, place, monkeypatch)
        changes_the_site(name, activity, place, 9)
        assert "orang lain" not in json.dumps(activity.view)
        assert {path.name: path.read_bytes() for path in elsewhere.iterdir()} == before


def test_what_another_program_saved_is_not_deleted_with_an_answer_nobody_can_read(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    activity = open_activity("editor_halaman situs", place, monkeypatch)
    activity.handle({"do": "type", "file": "produk.html", "text": PAGES["index.html"], "base": ""})
    (place.site_folder / "baru.html").write_bytes(b"<h1>Halaman teman</h1>")
    place.answer("s05-situs").save({"buka": 7, "halaman": {}}, place.now())
    activity.handle({"do": "type", "file": "produk.html", "text": PAGES["produk.html"], "base": ""})
    assert (place.site_folder / "baru.html").read_bytes() == b"<h1>Halaman teman</h1>"
    assert "baru.html" in activity.view["files"]


WHOLE = PAGE.format(title="Toko", body=CARD)
STYLES = PAGES["gaya.css"]
DAMAGED: dict[str, tuple[bytes, bytes]] = {
    "empty": (b"", b""),
    "utf-16": (
        codecs.BOM_UTF16_LE + WHOLE.encode("utf-16-le"),
        codecs.BOM_UTF16_LE + STYLES.encode("utf-16-le"),
    ),
    "zero bytes": (WHOLE.replace("Toko", "To\0ko\0").encode() + bytes(4096), STYLES.encode() + bytes(4096)),
    "a picture": (picture(), picture()),
    "bad utf-8": (
        WHOLE.replace("Toko", "T\xe9ko").encode("latin-1") + b"\xc3",
        STYLES.encode() + b"/* \xff\xfe */\xf0\x9f",
    ),
    "half of an emoji": (
        WHOLE.replace("Keripik", "\ud83d").encode("utf-8", "surrogatepass"),
        ("/* \ud83d */" + STYLES).encode("utf-8", "surrogatepass"),
    ),
    "deep": (WHOLE.replace("<h2>", "<div>" * 20_000 + "<h2>").encode(), b"@media all {" * 20_000),
    "an open quote": (
        WHOLE.replace('keripik.png"', "keripik.png")
        .replace("</h1>", '</h1>\n<p title="' + "a " * 50_000)
        .encode(),
        b'body { font-family: "' + b"a " * 50_000,
    ),
    "braces without end": (
        WHOLE.replace(
            "</head>", "<style>" + "a{" * 20_000 + "p{x:" + "(" * 20_000 + "</style></head>"
        ).encode(),
        ("a{" * 20_000 + "p{x:" + "(" * 20_000).encode(),
    ),
}
"""A page and a style that no beginner means to write, and that lie in a folder all the same."""
CHECK = {"do": "check"}
LOOKS: dict[str, list[dict[str, Any]]] = {
    "editor_halaman situs": [{"do": "open", "file": "produk.html"}, CHECK],
    "cek_kontras": [{"do": "page", "page": "produk.html"}, CHECK],
    "peta_tautan": [{"do": "open", "page": "produk.html"}, CHECK],
    "kartu_produk": [{"do": "page", "page": "produk.html"}, CHECK],
    "studio_foto": [{"do": "picture", "name": "foto/keripik.png"}, CHECK],
    "terbit": [{"do": "look"}],
    "etalase": [{"do": "shop", "shop": "sambal-siti"}, {"do": "page", "page": "produk.html"}],
    "pasar_desa": [{"do": "role", "role": "penjual"}, CHECK],
}
"""Gestures that only look, for each activity that reads the site."""


@pytest.mark.parametrize("kind", DAMAGED)
@pytest.mark.parametrize("name", LOOKS)
def test_a_damaged_page_is_looked_at_and_left_as_it_is(
    name: str, kind: str, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, style = DAMAGED[kind]
    assert place.desk
    for folder in (place.site_folder, place.desk.root / "etalase" / "sambal-siti"):
        for file, content in (("index.html", page), ("produk.html", page), ("gaya.css", style)):
            write_file(folder, file, content)
        write_file(folder, "foto/keripik.png", picture())
    files = files_of_site(place)
    troubles: list[str] = []
    monkeypatch.setattr(Place, "note_trouble", lambda _place: troubles.append(traceback.format_exc()))
    monkeypatch.setitem(ACTIVITIES, name, replace(ACTIVITIES[name], ready=None))
    activity = open_activity(name, place, monkeypatch)
    for view in (activity.view, *map(activity.handle, LOOKS[name])):
        goes_over_the_wire(view)
        assert view["live"]
    activity.write_log()
    assert files_of_site(place) == files
    assert troubles == []

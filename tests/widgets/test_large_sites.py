"""A site with as much in it as anyone could put there: every message stays short, and every picture comes."""

import io
import json

import pytest
from PIL import Image

from lentera.tasks import RULE_SETS
from lentera.web import read_site, write_file
from lentera.web.links import link_map
from lentera.web.site import MOST_FILES
from lentera.widgets.editor.session import EditorSession
from lentera.widgets.photo.session import PhotoSession
from lentera.widgets.publish import session as publishing
from lentera.widgets.publish.session import PublishSession
from lentera.widgets.showroom.session import ShowroomSession

SHORT = 1_000_000
"""Letters of a view: a longer message would stop the line for all others."""
HEAD = '<!doctype html>\n<html lang="id">\n<head><meta charset="utf-8"><title>Toko</title></head>\n<body>\n<h1>Toko</h1>\n'


def photo(number, size=(1600, 1200)):
    """Draw a photo that no compression makes small."""
    drawn = io.BytesIO()
    Image.effect_noise(size, 40 + number).convert("RGB").save(drawn, "JPEG", quality=80)
    return drawn.getvalue()


@pytest.fixture
def with_pictures(place):
    def lay(count, size=(1600, 1200)):
        one = photo(0, size)
        shown = ""
        for number in range(count):
            write_file(place.site_folder, f"foto/f{number}.jpg", one + bytes([number]))
            shown += f'<p>Barang {number}</p>\n<img src="foto/f{number}.jpg" alt="Keripik pisang bungkus {number}">\n'
        write_file(place.site_folder, "index.html", f"{HEAD}{shown}</body></html>\n".encode())

    return lay


def letters(view):
    return len(json.dumps(view, ensure_ascii=False))


@pytest.mark.parametrize("count", [1, 6, 16, 60])
def test_a_shop_of_many_photos_comes_in_one_short_message(place, with_pictures, count):
    with_pictures(count)
    view = ShowroomSession(place, "s05-umpan-balik").view
    assert letters(view) < SHORT
    assert view["html"].count('src="data:image/jpeg;base64,') == count


def test_writing_to_a_shop_draws_its_page_no_second_time(place, with_pictures, monkeypatch):
    with_pictures(2)
    write_file(place.desk.root / "etalase" / "sambal", "index.html", f"{HEAD}</body></html>".encode())
    session = ShowroomSession(place, "s05-umpan-balik")
    monkeypatch.setattr("lentera.widgets.showroom.session.draw", None)
    view = session.handle({"do": "tell", "field": "praise", "value": "Rapi."})
    assert view["told"]["praise"] == "Rapi."


@pytest.mark.browser
def test_every_photo_of_a_page_comes_into_the_preview(screen, place, with_pictures):
    with_pictures(20, (200, 150))
    shown = screen(EditorSession(place, "s03-profil"))
    shown.page.wait_for_function(
        "(document.querySelector('.ed-frame[data-shown]')?.srcdoc.match(/src=.data:image\\/jpeg;base64,/g) || []).length === 20"
    )


def test_going_through_a_site_is_done_once_for_the_same_pages(place, with_pictures, monkeypatch):
    with_pictures(2, (200, 150))
    asked = []
    whole = publishing.checklist
    monkeypatch.setattr(publishing, "checklist", lambda *given: asked.append(given) or whole(*given))
    session = PublishSession(place, "s09-katalog")
    for gesture in ({"do": "look"}, {"do": "address", "text": "toko"}, {"do": "look"}):
        session.handle(gesture)
    assert len(asked) == 1
    assert session.handle({"do": "contact", "text": "0812 3456 7890"})["contact"]
    assert len(asked) == 2


def test_each_page_leads_to_each_other_page_on_a_site_that_is_full(place):
    menu = "".join(f'<p><a href="h{number}.html">ke {number}</a></p>\n' for number in range(40))
    for number in range(40):
        write_file(place.site_folder, f"h{number}.html", f"{HEAD}{menu}</body></html>".encode())
    found = link_map(read_site(place.site_folder))
    assert all(found.reached_from(page) == frozenset(found.pages) for page in found.pages)
    assert RULE_SETS["s05-tautan"].judge({"situs": read_site(place.site_folder)}).share > 0


def test_nothing_is_made_that_a_full_site_would_not_show(place):
    for number in range(MOST_FILES):
        write_file(place.site_folder, f"h{number:03}.html", HEAD.encode())
    editor = EditorSession(place, "s03-profil")
    said = editor.handle({"do": "new", "template": "kosong.html", "name": "zzz"})["live"]
    assert said == "Situs sudah penuh, paling banyak 150 berkas. Hapus satu berkas dulu."
    assert not (place.site_folder / "zzz.html").exists()
    assert editor.handle({"do": "sample", "file": "madu-hutan.svg"})["live"] == said
    assert PhotoSession(place, "s07-foto").handle({"do": "sample", "id": "keripik-baik"})["live"] == said
    assert not (place.site_folder / "foto").exists()

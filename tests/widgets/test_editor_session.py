"""The page editor without a screen: what is typed is in her file, and nothing of hers is ever lost."""

import errno
import json
import os

import pytest
from tests.widgets.page_editing import ANSWER, PAGE, TASKS, editor, on_disk, stored, write

from lentera.tasks import RULE_SETS
from lentera.widgets.editor.session import EditorSession
from lentera.widgets.editor.state import LARGEST_EDITED, stamp

# The first page


def test_without_a_site_the_first_page_is_made_from_the_template_and_told(place):
    session = editor(place)
    assert "index.html" in session.view["live"]
    assert "<h1>NAMA USAHA</h1>" in on_disk(place)
    assert session.view["text"] == on_disk(place)
    assert session.view["files"] == ["index.html"]


def test_the_template_earns_nothing_by_itself(place):
    view = editor(place).handle({"do": "check"})
    assert [row["ok"] for row in view["check"]["rows"]] == [False] * 5


def test_a_site_that_is_there_is_opened_as_it_is(place):
    place.site_folder.mkdir(parents=True)
    (place.site_folder / "toko.html").write_text("<h1>Toko</h1>", encoding="utf-8")
    session = editor(place)
    assert session.view["file"] == "toko.html"
    assert not (place.site_folder / "index.html").exists()


def test_a_page_that_is_asked_for_opens_first(place):
    editor(place).handle({"do": "new", "template": "produk.html", "name": "produk.html"})
    assert EditorSession(place, "s09-katalog", page="produk.html").view["file"] == "produk.html"


def test_a_full_disk_at_the_first_opening_is_told(place, monkeypatch):
    def full(*_args: object, **_kwargs: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("lentera.web.site.write_atomically", full)
    session = editor(place)
    assert "belum tersimpan" in session.view["live"]
    assert session.view["files"] == []


# Typing


def test_what_is_typed_is_on_the_disk_before_it_is_told(place):
    session = editor(place)
    view = write(session, PAGE)
    assert view["live"] == "Tersimpan: index.html"
    assert view["quiet"]
    assert on_disk(place) == PAGE
    assert stored(place)["halaman"]["index.html"] == PAGE
    assert view["stamp"] == stamp(PAGE)
    assert [part[0] for part in view["outline"]] == ["Judul 1", "Paragraf", "Paragraf", "Daftar", "Gambar"]


def test_the_preview_follows_each_letter(place):
    session = editor(place)
    assert "<h1>Toko</h1>" in write(session, "<h1>Toko</h1>")["preview"]["html"]
    assert "<h1>Toko B</h1>" in write(session, "<h1>Toko B</h1>")["preview"]["html"]


def test_the_line_ends_of_the_file_stay(place):
    place.site_folder.mkdir(parents=True)
    (place.site_folder / "index.html").write_bytes(b"<h1>A</h1>\r\n<p>B</p>\r\n")
    session = editor(place)
    assert session.view["text"] == "<h1>A</h1>\n<p>B</p>\n"
    write(session, "<h1>A</h1>\n<p>C</p>\n")
    assert (place.site_folder / "index.html").read_bytes() == b"<h1>A</h1>\r\n<p>C</p>\r\n"


def test_a_page_of_notepad_becomes_utf_8_with_the_first_letter(place):
    place.site_folder.mkdir(parents=True)
    (place.site_folder / "index.html").write_bytes("<h1>Café</h1>".encode("utf-16"))
    session = editor(place)
    assert session.view["text"] == "<h1>Café</h1>"
    write(session, "<h1>Café!</h1>")
    assert on_disk(place) == "<h1>Café!</h1>"


def test_a_file_that_changed_elsewhere_is_kept_and_her_text_wins(place):
    session = editor(place)
    base = session.view["stamp"]
    (place.site_folder / "index.html").write_text("<h1>Dari tempat lain</h1>", encoding="utf-8")
    view = write(session, PAGE, base=base)
    assert on_disk(place) == PAGE
    assert on_disk(place, "index-salinan.html") == "<h1>Dari tempat lain</h1>"
    assert "index-salinan.html" in view["live"]
    assert not view["quiet"]
    assert view["files"] == ["index.html", "index-salinan.html"]
    write(session, PAGE + "<!-- lagi -->")
    assert not (place.site_folder / "index-salinan-2.html").exists()


def test_a_second_copy_gets_a_name_of_its_own(place):
    session = editor(place)
    for text in ("satu", "dua"):
        base = session.view["stamp"]
        (place.site_folder / "index.html").write_text(f"<p>{text}</p>", encoding="utf-8")
        write(session, f"<h1>{text}</h1>", base=base)
    assert on_disk(place, "index-salinan-2.html") == "<p>dua</p>"


def test_the_same_text_from_elsewhere_is_no_conflict(place):
    session = editor(place)
    base = session.view["stamp"]
    (place.site_folder / "index.html").write_text(PAGE, encoding="utf-8")
    write(session, PAGE, base=base)
    assert session.view["files"] == ["index.html"]


def test_two_notebooks_share_the_site(place):
    one, two = editor(place), editor(place)
    write(one, PAGE)
    view = two.handle({"do": "open", "file": "index.html"})
    assert view["text"] == PAGE
    write(two, PAGE.replace("Asin", "Asin pedas"))
    assert "Asin pedas" in one.handle({"do": "hint"})["text"]


def test_a_page_that_was_deleted_while_she_typed_comes_back(place):
    session = editor(place)
    base = session.view["stamp"]
    (place.site_folder / "index.html").unlink()
    write(session, PAGE, base=base)
    assert on_disk(place) == PAGE


def test_a_lost_folder_comes_back_from_the_answer(place):
    write(editor(place), PAGE)
    (place.site_folder / "index.html").unlink()
    session = editor(place)
    assert session.view["text"] == PAGE
    session.handle({"do": "check"})
    assert on_disk(place) == PAGE


def test_a_full_disk_keeps_the_file_and_says_so(place, monkeypatch):
    session = editor(place)
    write(session, PAGE)

    def full(*_args: object, **_kwargs: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr("lentera.web.site.write_atomically", full)
        view = write(session, "<h1>Baru</h1>")
        assert "belum tersimpan" in view["live"]
        assert view["stamp"] == stamp(PAGE)
        assert on_disk(place) == PAGE
    assert write(session, "<h1>Baru</h1>")["live"] == "Tersimpan: index.html"
    assert not (place.site_folder / "index-salinan.html").exists()


def test_a_text_that_is_too_long_is_refused_and_the_file_stays(place):
    session = editor(place)
    write(session, PAGE)
    view = write(session, "x" * (LARGEST_EDITED + 1))
    assert "terlalu panjang" in view["live"]
    assert on_disk(place) == PAGE


def test_a_long_file_is_shown_and_locked(place):
    place.site_folder.mkdir(parents=True)
    (place.site_folder / "index.html").write_bytes(b"<p>x</p>" * 40_000)
    session = editor(place)
    assert "256 kB" in session.view["read_only"]
    assert 0 < len(session.view["text"]) < LARGEST_EDITED
    write(session, "kosong")
    assert (place.site_folder / "index.html").stat().st_size == 320_000


def test_a_picture_with_the_name_of_a_page_is_locked(place):
    place.site_folder.mkdir(parents=True)
    (place.site_folder / "index.html").write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 20)
    assert "bukan tulisan" in editor(place).view["read_only"]


# Check, hints, saved states


def test_a_right_page_is_right_in_every_row_and_earns_all_points(place):
    session = editor(place)
    session.handle({"do": "sample", "file": "keripik-pisang.svg"})
    write(session, PAGE)
    view = session.handle({"do": "check"})
    assert [row["ok"] for row in view["check"]["rows"]] == [True] * 5
    assert view["check"]["marks"] == []
    assert (
        sum(
            RULE_SETS[task].judge(place.content(RULE_SETS[task])).points(most) for task, most in TASKS.items()
        )
        == 80
    )
    session.write_log()
    with place.desk.open_log() as book:
        assert {one.activity.id for one in book.statements()} == set(TASKS)


def test_a_finding_names_its_line_and_is_marked_there(place):
    session = editor(place)
    session.handle({"do": "sample", "file": "keripik-pisang.svg"})
    write(session, PAGE.replace('alt="Sebungkus keripik pisang, label kuning"', 'alt=""'))
    view = session.handle({"do": "check"})
    assert [row["ok"] for row in view["check"]["rows"]] == [True, True, True, False, True]
    assert view["live"].startswith("4 dari 5 sudah tepat.")
    (mark,) = view["check"]["marks"]
    assert (mark["file"], mark["line"]) == ("index.html", 16)
    assert "16" in view["live"]


def test_what_was_found_stays_readable_while_she_mends_it(place):
    session = editor(place)
    write(session, PAGE)
    found = session.handle({"do": "check"})["check"]
    view = write(session, PAGE + " ")
    assert view["check"]["yet"] == found["yet"]
    assert view["check"]["stale"]
    assert not session.handle({"do": "check"})["check"].get("stale")


def test_all_findings_are_shown_with_their_lines_and_hidden_again(place):
    session = editor(place)
    write(session, "<h1>A\n<p>B\n<img src=x.png>\n")
    view = session.handle({"do": "all"})
    assert len(view["check"]["all"]) >= 3
    assert all(one["says"] for one in view["check"]["all"])
    assert view["live"].startswith(f"{len(view['check']['all'])} temuan")
    assert "all" not in session.handle({"do": "all"})["check"]


def test_free_work_is_checked_as_a_page(place):
    session = EditorSession(place, "bebas")
    view = write(session, "<h1>A")
    view = session.handle({"do": "check"})
    assert view["check"]["yet"]
    assert view["check"]["rows"] == []
    session.handle({"do": "remove", "file": "index.html"})
    assert "Belum ada halaman" in session.handle({"do": "check"})["live"]


def test_hints_are_told_one_by_one_with_the_address(place):
    session = editor(place)
    assert "cerita usaha Ibu." in session.handle({"do": "hint"})["live"]
    for _more in range(2):
        session.handle({"do": "hint"})
    view = session.handle({"do": "hint"})
    assert view["live"] == "Semua petunjuk sudah terbuka."
    assert len(view["hints"]) == 3
    assert not view["next_hint"]["ok"]
    assert len(editor(place).view["hints"]) == 3


def test_own_hints_are_used_where_they_are_given(place):
    assert EditorSession(place, "bebas", hints=("Coba h1.",)).handle({"do": "hint"})["hints"] == ["Coba h1."]


def test_a_saved_state_comes_back_and_the_text_before_it_is_kept(place):
    session = editor(place)
    write(session, PAGE)
    session.handle({"do": "check"})
    write(session, "<h1>Terhapus semua</h1>")
    view = session.handle({"do": "history"})
    wanted = next(number for number, text in view["history"] if "19 baris" in text)
    view = session.handle({"do": "restore", "number": wanted})
    assert view["text"] == on_disk(place) == PAGE
    view = session.handle({"do": "history"})
    number = next(number for number, text in view["history"] if "1 baris" in text)
    assert session.handle({"do": "restore", "number": number})["text"] == "<h1>Terhapus semua</h1>"


# Messages and files nobody thought of


@pytest.mark.parametrize(
    "message",
    [
        {}, {"do": "x"}, {"do": "type"}, {"do": "type", "file": "../x.html", "text": "x", "base": ""},
        {"do": "type", "file": "x.exe", "text": "x", "base": ""}, {"do": "type", "file": "index.html", "text": 5, "base": ""},
        {"do": "type", "file": ["a"], "text": "x", "base": ""}, {"do": "type", "file": "index.html", "text": "x", "base": 3},
        {"do": "open", "file": "tidak.html"}, {"do": "open", "file": None}, {"do": "open", "file": {}},
        {"do": "new", "template": "x", "name": "y"}, {"do": "new", "template": "kosong.html", "name": 7},
        {"do": "rename", "file": "x", "to": "y"}, {"do": "rename", "file": "index.html", "to": None},
        {"do": "remove", "file": "../../x"}, {"do": "sample", "file": "../session.py"}, {"do": "pictures", "keys": "abc"},
        {"do": "pictures", "keys": [{}, None, "../x"]}, {"do": "restore", "number": "99"}, {"do": "restore", "number": {}},
        {"do": "restore", "number": -1},
    ],
)  # fmt: skip
def test_a_message_nobody_knows_changes_nothing(place, message):
    session = editor(place)
    write(session, PAGE)
    before = on_disk(place)
    view = session.handle(message)
    assert view["live"]
    assert on_disk(place) == before
    assert view["files"] == ["index.html"]


def test_half_an_emoji_is_saved_as_the_sign_for_one(place):
    session = editor(place)
    view = write(session, "<p>\ud83d</p>")
    assert on_disk(place) == "<p>\ufffd</p>"
    json.dumps(view).encode()


@pytest.mark.parametrize(
    "content",
    [
        {"buka": 5},
        {"halaman": []},
        {"petunjuk": "a"},
        {"petunjuk": -1},
        {"dihapus": 3},
        {"dihapus": {"nama": "../x", "isi": "y"}},
    ],
)
def test_a_damaged_answer_is_kept_aside_and_the_pages_stay(place, content):
    place.site_folder.mkdir(parents=True)
    (place.site_folder / "index.html").write_text(PAGE, encoding="utf-8")
    place.answer(ANSWER).save(content, place.now())
    session = editor(place)
    assert "disimpan" in session.view["live"]
    assert session.view["text"] == PAGE


def test_what_other_activities_keep_in_the_answer_stays(place):
    place.answer(ANSWER).save({"harga_hitungan": {"Keripik": 11_000}, "halaman": {}}, place.now())
    write(editor(place), PAGE)
    assert stored(place)["harga_hitungan"] == {"Keripik": 11_000}


def test_a_link_in_the_folder_is_not_written_through(place, tmp_path):
    outside = tmp_path / "luar.html"
    outside.write_text("rahasia", encoding="utf-8")
    place.site_folder.mkdir(parents=True)
    (place.site_folder / "index.html").symlink_to(outside)
    session = editor(place)
    write(session, PAGE, base="")
    assert outside.read_text(encoding="utf-8") == "rahasia"


def test_the_editor_speaks_english_where_that_is_asked_for(place, monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    session = editor(place)
    assert session.words()["preview"] == "Preview"
    assert session.handle({"do": "check"})["check"]["rows"][0]["title"] == "One filled h1 heading"

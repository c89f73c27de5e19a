"""Finding five without a screen: choosing, telling, mending, another page; everything is on the disk at once."""

import errno
import json

import pytest

from lentera.tasks import RULE_SETS
from lentera.web.find_five import kinds, puzzle_of
from lentera.widgets.find_five.session import FindFiveSession

TASK = "s03-cari-lima"


def search(place):
    return FindFiveSession(place, TASK, [RULE_SETS[TASK]], {TASK: 20.0})


def stored(place):
    return json.loads((place.folder / f"jawaban/{TASK}.json").read_text(encoding="utf-8"))["answer"]


def puzzle(session):
    return session._state.puzzle


def find(session, one):
    session.handle({"do": "choose", "line": one.line})
    return session.handle({"do": "answer", "kind": one.fault.kind})


def fine_line(session):
    return next(n for n in range(1, 99) if puzzle(session).at(n) is None)


def test_a_line_is_chosen_and_read_out(place):
    session = search(place)
    view = session.handle({"do": "choose", "line": 5})
    assert view["at"]["line"] == 5
    assert view["live"] == "Baris 5 dipilih. Apa yang belum tepat?"
    assert view["live_spoken"].startswith("Baris 5 dipilih. Apa yang belum tepat? ")
    assert view["lines"][4]["name"].startswith("Baris 5: ")
    assert not (place.folder / "jawaban").exists()
    assert session.handle({"do": "close"})["at"] is None
    assert session.handle({"do": "close"})["live"] == "Belum ada baris yang dipilih."


def test_what_is_found_is_told_and_on_the_disk(place):
    session = search(place)
    one = puzzle(session).planted[0]
    view = find(session, one)
    assert view["live"].startswith("1 dari 5 ditemukan. ")
    assert view["lines"][one.line - 1]["word"] == "ditemukan"
    assert view["at"]["found"]
    assert stored(place)["temuan"] == [{"baris": one.line, "jenis": one.fault.kind}]


def test_every_other_choice_gets_its_own_word_and_costs_nothing(place):
    session = search(place)
    one = puzzle(session).planted[0]
    session.handle({"do": "choose", "line": one.line})
    said = {
        session.handle({"do": "answer", "kind": kind})["live"]
        for kind in kinds()
        if kind not in one.fault.kinds
    }
    assert len(said) == len(kinds()) - len(one.fault.kinds)
    assert all(text.endswith(one.fault.look.id) for text in said)
    assert session.view["count"] == 0
    assert session.view["at"]["reply"] == session.view["live"]


def test_a_line_that_is_right_is_told_so(place):
    session = search(place)
    line = fine_line(session)
    session.handle({"do": "choose", "line": line})
    view = session.handle({"do": "answer", "kind": "alt"})
    assert view["live"] == f"Baris {line} sudah tepat. Cari baris lain."
    assert view["at"] is None
    assert view["lines"][line - 1]["word"] == "sudah tepat"


def test_all_five_earn_twenty_points(place):
    session = search(place)
    for one in puzzle(session).planted:
        find(session, one)
    assert session.view["live"].endswith("Lima-limanya ditemukan. Tekan Periksa.")
    view = session.handle({"do": "check"})
    assert view["check"]["holds"]
    assert view["live"] == "Lima dari lima ditemukan. Bagus, Bu."
    assert RULE_SETS[TASK].judge(stored(place)).points(20) == 20
    session.write_log()
    with place.desk.open_log() as book:
        (statement,) = book.statements()
    assert statement.result.score.raw == 20


def test_check_before_anything_says_where_to_begin(place):
    assert search(place).handle({"do": "check"})["live"].startswith("Belum ada yang ditemukan.")


def test_a_right_repair_is_shown_in_the_page_and_a_wrong_one_is_explained(place):
    session = search(place)
    one = puzzle(session).planted[0]
    whole = puzzle(session).whole[one.line - 1]
    assert session.handle({"do": "mend", "line": one.line, "text": whole})["live"].startswith("Temukan dulu")
    find(session, one)
    view = session.handle({"do": "mend", "line": one.line, "text": "<h2>Rasa"})
    assert f"{one.line}" in view["live"]
    assert view["lines"][one.line - 1]["word"] == "ditemukan"
    assert (
        session.handle({"do": "mend", "line": one.line, "text": " "})["live"]
        == f"Baris {one.line} kosong. Tulis lagi isinya."
    )
    view = session.handle({"do": "mend", "line": one.line, "text": f"  {whole} "})
    assert view["live"] == f"Baris {one.line} sekarang tepat. Perbaikannya bagus."
    assert view["lines"][one.line - 1] == {**view["lines"][one.line - 1], "code": whole, "word": "diperbaiki"}
    assert stored(place)["perbaikan"] == {str(one.line): whole}


def test_the_outline_follows_the_repairs(place):
    session = search(place)
    for one in puzzle(session).planted:
        find(session, one)
        session.handle({"do": "mend", "line": one.line, "text": puzzle(session).whole[one.line - 1]})
    assert ["Judul 1", session.view["shop"]] in session.view["outline"]


def test_another_page_keeps_what_was_earned(place):
    session = search(place)
    assert session.handle({"do": "new"})["live"] == "Temukan dulu satu hal di halaman ini."
    seed = session._state.seed
    for one in puzzle(session).planted[:3]:
        find(session, one)
    view = session.handle({"do": "new"})
    assert view["count"] == 0
    assert session._state.seed != seed
    assert RULE_SETS[TASK].best(stored(place)).points(20) == 12


def test_neighbours_search_different_pages(place):
    one = search(place)
    place.desk.set_learner("SM-08")
    other = search(place)
    assert one.view["lines"] != other.view["lines"]


def test_reopening_brings_everything_back(place):
    session = search(place)
    one = puzzle(session).planted[1]
    find(session, one)
    session.handle({"do": "mend", "line": one.line, "text": "<p>coba"})
    again = search(place)
    assert again.view["lines"] == session.view["lines"]
    assert again.view["count"] == 1
    assert again.handle({"do": "choose", "line": one.line})["at"]["text"] == "<p>coba"
    assert again.view["live"] == f"Baris {one.line} sudah ditemukan."
    assert again.handle({"do": "answer", "kind": "alt"})["live"] == f"Baris {one.line} sudah ditemukan."


def test_two_notebooks_share_what_was_found(place):
    first, second = search(place), search(place)
    one, two = puzzle(first).planted[:2]
    find(first, one)
    assert find(second, two)["count"] == 2


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "terbang"},
        {"do": "choose"},
        {"do": "choose", "line": 0},
        {"do": "choose", "line": 99},
        {"do": "choose", "line": True},
        {"do": "choose", "line": "satu"},
        {"do": "answer", "kind": "hantu"},
        {"do": "answer", "kind": ["alt"]},
        {"do": "mend", "line": 3},
        {"do": "mend", "line": 3, "text": 5},
    ],
)
def test_a_message_nobody_knows_changes_nothing(place, message):
    session = search(place)
    find(session, puzzle(session).planted[0])
    before = stored(place)
    assert "belum terbaca" in session.handle(message)["live"]
    assert stored(place) == before


def test_an_answer_without_a_line_asks_for_one(place):
    assert search(place).handle({"do": "answer", "kind": "alt"})["live"] == "Pilih satu baris dulu."


@pytest.mark.parametrize(
    "content",
    [{"benih": "x"}, {"benih": 3, "temuan": "hilang"}, {"benih": 3, "temuan": [], "perbaikan": 5}, {}],
)
def test_a_file_that_is_no_search_is_kept_aside(place, content):
    place.answer(TASK).save(content, place.now())
    session = search(place)
    assert session.view["live"].startswith("Catatan lama belum terbaca")
    assert session.view["count"] == 0


def test_findings_that_are_none_are_dropped_when_read(place):
    one = puzzle_of(3).planted[0]
    found = [{"baris": one.line, "jenis": one.fault.kind}, {"baris": 99, "jenis": "alt"}]
    place.answer(TASK).save({"benih": 3, "temuan": found, "perbaikan": {"99": "x"}}, place.now())
    assert search(place).view["count"] == 1


def test_a_full_disk_changes_nothing(place, monkeypatch):
    session = search(place)
    one, two = puzzle(session).planted[:2]
    find(session, one)

    def full(_path, _content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("lentera.answers.file.write_atomically", full)
    view = find(session, two)
    assert view["count"] == 1
    assert "belum tersimpan" in view["live"]


def test_the_screen_speaks_english_too(place, monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    session = search(place)
    assert session.words()["title"] == "Find five"
    assert session.handle({"do": "choose", "line": 5})["live"] == "Line 5 is chosen. What is not right yet?"

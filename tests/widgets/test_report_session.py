"""The draft of a report without a screen: it is saved, judged and printed, and nothing sends it."""

import errno
import inspect
import json
from typing import Any

import pytest

from lentera.literacy.report import FIELDS
from lentera.literacy.report_cases import evidence, first_steps
from lentera.place import Place
from lentera.tasks import RULE_SETS
from lentera.widgets.report import session as module
from lentera.widgets.report.session import ReportSession
from lentera.widgets.report.wording import sheet
from lentera.words import rupiah

TASK, ANSWER = "s02-draf-laporan", "s02-draf"


def report(place: Place) -> ReportSession:
    return ReportSession(place, ANSWER, [RULE_SETS[TASK]], {TASK: 20.0})


def stored(place: Place) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(
        (place.folder / f"jawaban/{ANSWER}.json").read_text(encoding="utf-8")
    )
    return content["answer"]


def write(session: ReportSession, field: str, value: str) -> dict[str, Any]:
    return session.handle({"do": "set", "field": field, "value": value})


def fill(session: ReportSession) -> None:
    case = session._state.case
    write(session, "kapan", f"{case.day.day}-{case.day.month}-2026 jam {case.hour}.{case.minute:02}")
    write(session, "siapa", f"Nomor {case.number}")
    write(session, "apa", case.text)
    for step in ("tangkapan", "catat"):
        session.handle({"do": "add", "list": "bukti", "action": step})
    write(session, "rugi", rupiah(case.amount))


def test_a_whole_draft_earns_all_points(place):
    session = report(place)
    fill(session)
    view = session.handle({"do": "check"})
    assert view["check"]["holds"]
    assert view["live"] == "Kelima unsur laporan sudah lengkap. Bagus, Bu."
    assert RULE_SETS[TASK].judge(stored(place)).points(20) == 20


def test_an_untouched_draft_is_told_where_to_begin(place):
    assert report(place).handle({"do": "check"})["check"]["yet"].startswith("Draf masih kosong")


def test_one_thing_is_told_at_a_time(place):
    session = report(place)
    fill(session)
    write(session, "kapan", "kemarin")
    found = session.handle({"do": "check"})["check"]
    assert "berganti arti" in found["yet"]
    assert any("4 dari 5" in said for said in found["right"])
    assert write(session, "kapan", "")["check"] is None


def test_blocking_before_the_screenshot_is_told_and_mended_by_one_move(place):
    session = report(place)
    fill(session)
    session.handle({"do": "add", "list": "bukti", "action": "blokir"})
    session.handle({"do": "move", "list": "bukti", "at": 2, "by": -1})
    session.handle({"do": "move", "list": "bukti", "at": 1, "by": -1})
    assert "sulit dicari" in session.handle({"do": "check"})["check"]["yet"]
    session.handle({"do": "move", "list": "bukti", "at": 0, "by": 1})
    assert session.handle({"do": "check"})["check"]["holds"]


@pytest.mark.parametrize(
    ("value", "kept", "told"),
    [
        ("NIK 6409011234560001", "NIK xxxxxxxxxxxxxxxx", "mirip nomor sungguhan, Bu."),
        ("0812 3456 7890", "xxxx xxxx xxxx", "mirip nomor sungguhan, Bu."),
        ("OTP 482193", "OTP xxxxxx", "hanya untuk Ibu sendiri."),
    ],
)
def test_what_may_be_real_never_reaches_the_disk(place, value, kept, told):
    session = report(place)
    view = write(session, "siapa", value)
    assert view["values"]["siapa"] == kept
    assert told in view["live"]
    assert told in view["notes"]["siapa"]
    assert stored(place)["siapa"] == kept
    files = [path.read_text(encoding="utf-8") for path in place.folder.rglob("*.json*")]
    assert not any(value.split()[-1] in text for text in files)
    assert report(place).view["notes"].keys() == {"siapa"}
    assert write(session, "siapa", "nomor 08xx-xxxx-x123")["notes"] == {}


def test_the_first_half_hour_is_answered_at_once_and_not_logged(place):
    session = report(place)
    for step in ("lapor", "telepon"):
        session.handle({"do": "add", "list": "pertama", "action": step})
    view = session.handle({"do": "first"})
    assert view["first"]["kind"] == "yet"
    assert "sebelum lapor" in view["live"]
    session.handle({"do": "move", "list": "pertama", "at": 1, "by": -1})
    assert session.view["first"] is None
    session.handle({"do": "drop", "list": "pertama", "at": 1})
    for step in ("bukti", "lapor"):
        session.handle({"do": "add", "list": "pertama", "action": step})
    assert session.handle({"do": "first"})["first"]["kind"] == "ok"
    session.write_log()
    with place.desk.open_log() as book:
        assert list(book.statements()) == []


def test_paying_for_money_back_is_told_as_a_danger(place):
    session = report(place)
    session.handle({"do": "add", "list": "pertama", "action": "bayar"})
    view = session.handle({"do": "first"})
    assert view["first"]["kind"] == "stop"
    assert "penipuan kedua" in view["live"]


def test_a_change_in_one_list_keeps_what_was_said_of_the_other(place):
    session = report(place)
    session.handle({"do": "add", "list": "bukti", "action": "tangkapan"})
    session.handle({"do": "check"})
    session.handle({"do": "first"})
    assert session.handle({"do": "add", "list": "pertama", "action": "telepon"})["check"] is not None
    session.handle({"do": "first"})
    view = session.handle({"do": "add", "list": "bukti", "action": "catat"})
    assert view["check"] is None
    assert view["first"] is not None


def test_a_step_stands_once_and_stays_inside_its_list(place):
    session = report(place)
    session.handle({"do": "add", "list": "bukti", "action": "catat"})
    assert "sudah ada" in session.handle({"do": "add", "list": "bukti", "action": "catat"})["live"]
    assert "di ujung" in session.handle({"do": "move", "list": "bukti", "at": 0, "by": -1})["live"]
    assert session.handle({"do": "drop", "list": "bukti", "at": 0})["live"] == "Langkah 1 dihapus."


def test_nothing_can_be_sent(place):
    session = report(place)
    assert "belum terbaca" in session.handle({"do": "send"})["live"]
    assert "tidak pernah terkirim" in session.words()["never"]
    source = inspect.getsource(module)
    assert not any(word in source for word in ("socket", "http", "smtp", "fetch"))


def test_the_printed_sheet_holds_the_draft_and_where_to_report(place, text_of):
    session = report(place)
    fill(session)
    for step in ("bayar", "lapor"):
        session.handle({"do": "add", "list": "pertama", "action": step})
    view = session.handle({"do": "print"})
    assert view["printed"]["file"] == "cetak/draf-laporan.pdf"
    text = text_of((place.folder / "cetak/draf-laporan.pdf").read_bytes())
    assert "LATIHAN" in text
    assert session._state.case.number in text
    assert "iasc.ojk.go.id" in text
    assert "Tanyakan dulu" in text
    assert "Nomor setempat" in text
    assert "Halaman 1 dari 1" in text


def test_a_sheet_that_goes_home_has_the_right_order_of_first_steps(place):
    session = report(place)
    session.handle({"do": "add", "list": "pertama", "action": "bayar"})
    steps = first_steps()
    found = sheet(place, session._state)["first"]
    assert found == [steps[name].text for name in ("telepon", "bukti", "lapor")]


def test_every_place_to_report_comes_from_the_facts(place):
    places = report(place).words()["places"]
    assert len(places) >= 10
    assert all("diperiksa: " in one for one in places)
    assert any(one.startswith("Tanyakan dulu: ") and "110" in one for one in places)


def test_steps_on_offer_are_mixed_and_stay_in_their_places(place):
    session = report(place)
    before = [one["id"] for one in session.view["bukti"]["actions"]]
    assert set(before) == set(evidence())
    view = session.handle({"do": "add", "list": "bukti", "action": "catat"})
    assert [one["id"] for one in view["bukti"]["actions"]] == before


def test_neighbours_have_other_stories(place):
    stories = set()
    for code in ("SM-07", "SM-08", "SM-09", "CM-01"):
        place.desk.set_learner(code)
        stories.add(report(place).view["story"])
    assert len(stories) == 4


def test_the_log_gets_the_check(place):
    session = report(place)
    fill(session)
    session.handle({"do": "check"})
    session.write_log()
    with place.desk.open_log() as book:
        (statement,) = book.statements()
    assert statement.activity.id == TASK


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "terbang"},
        {"do": "set", "field": "bukti", "value": "x"},
        {"do": "set", "field": "kapan", "value": 3},
        {"do": "set", "field": "benih", "value": "3"},
        {"do": "add", "list": "hantu", "action": "catat"},
        {"do": "add", "list": "bukti", "action": "telepon"},
        {"do": "drop", "list": "bukti", "at": 7},
        {"do": "move", "list": "bukti", "at": 0, "by": True},
    ],
)
def test_a_message_nobody_knows_changes_nothing(place, message):
    session = report(place)
    session.handle({"do": "add", "list": "bukti", "action": "catat"})
    before = stored(place)
    assert "belum terbaca" in session.handle(message)["live"]
    assert stored(place) == before


def test_reopening_brings_everything_back(place):
    session = report(place)
    fill(session)
    again = report(place)
    assert again._state == session._state
    assert again.view["live"] == "Draf sama seperti terakhir disimpan."


@pytest.mark.parametrize("content", [{}, {"benih": 1, "kapan": []}, {"benih": 1, "bukti": ["hantu"]}])
def test_an_answer_that_is_none_is_kept_aside(place, content):
    place.answer(ANSWER).save(content, place.now())
    assert report(place).view["live"].startswith("Catatan lama belum terbaca")


def test_two_notebooks_share_the_draft(place):
    one, other = report(place), report(place)
    write(one, "kapan", "3 November pagi")
    write(other, "rugi", "450 ribu")
    assert other.view["values"]["kapan"] == "3 November pagi"


def test_a_full_disk_changes_nothing(place, monkeypatch):
    session = report(place)

    def full(_path, _content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("lentera.answers.file.write_atomically", full)
    view = write(session, "kapan", "3 November pagi")
    assert view["values"] == dict.fromkeys(FIELDS, "")
    assert "belum tersimpan" in view["live"]


def test_english_partners_see_english_around_the_story(place, monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    session = report(place)
    assert session.words()["title"] == "Draft of a report"
    assert session.handle({"do": "check"})["check"]["yet"].startswith("The draft is empty")

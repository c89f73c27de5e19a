"""The service log without a screen: rows grow field by field, and each field is on the disk at once."""

import errno
import json
from typing import Any

import pytest

from lentera.place import Place
from lentera.solar.maintenance import from_json
from lentera.tasks import RULE_SETS
from lentera.widgets.service_log.book import MOST_READINGS, MOST_ROWS, read_row
from lentera.widgets.service_log.session import ServiceLogSession

TASK = "s10-buku-servis"
GOOD = {
    "date": "2026-11-22",
    "finding": "lampu redup, panel kotor",
    "sign": "dirty",
    "action": "panel dicuci",
    "decision": "self",
    "cost": "0",
    "who": "Rahma",
    "parts": [],
    "tasks": ["wash_panel"],
}


def log(place: Place) -> ServiceLogSession:
    return ServiceLogSession(place, TASK, [RULE_SETS[TASK]], {TASK: 20.0})


def fill(session: ServiceLogSession, **changes: Any) -> dict[str, Any]:
    for field, value in {**GOOD, **changes}.items():
        session.handle({"do": "set", "field": field, "value": value})
    for field, value in (("place", "battery"), ("value", "12,6"), ("unit", "V")):
        session.handle({"do": "reading", "number": 0, "field": field, "value": value})
    return session.view


def stored(place: Place) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((place.folder / f"jawaban/{TASK}.json").read_text(encoding="utf-8"))
    return content["answer"]


def test_each_field_is_on_the_disk_before_it_is_told(place):
    view = log(place).handle({"do": "set", "field": "finding", "value": "lampu padam"})
    assert view["live"] == "Tersimpan: Keluhan dan temuan"
    assert stored(place)["entries"][0]["finding"] == "lampu padam"


def test_a_whole_row_is_a_row_of_the_domain_and_earns_all_points(place):
    fill(log(place))
    answer = stored(place)
    assert RULE_SETS[TASK].judge(answer).points(20) == 20
    (entry,) = from_json({"version": 1, "entries": answer["entries"]}).entries
    assert entry.readings[0].base == (12.6, "V")
    assert entry.tasks == ("wash_panel",)


def test_the_strip_tells_which_columns_are_filled(place):
    session = log(place)
    assert [one["word"] for one in session.view["shelf"]] == ["masih kosong"] * 5
    session.handle({"do": "set", "field": "decision", "value": "self"})
    assert session.view["shelf"][3]["word"] == "belum lengkap"
    assert [one["word"] for one in fill(session)["shelf"]] == ["terisi"] * 5


def test_a_row_tells_what_it_lacks(place):
    session = log(place)
    assert fill(session)["rows"][0]["lacks"] == "baris ini lengkap"
    row = session.handle({"do": "set", "field": "who", "value": ""})["rows"][0]
    assert not row["whole"]
    assert "masih kosong" in row["lacks"]


def test_check_tells_danger_first_and_the_log_gets_it(place):
    session = log(place)
    fill(session, sign="swollen_battery")
    view = session.handle({"do": "check"})
    assert view["check"]["yet"].startswith("Tanda bahaya: baterai menggembung")
    session.write_log()
    with place.desk.open_log() as book:
        (statement,) = book.statements()
    assert statement.activity.id == TASK
    assert statement.result.mistake == "danger"


def test_rows_are_added_opened_and_removed_and_come_back(place):
    session = log(place)
    fill(session)
    assert session.handle({"do": "new"})["live"] == "Baris 2 terbuka. Mulai dari tanggal."
    fill(session, finding="kabel longgar")
    assert session.handle({"do": "open", "row": 0})["row"]["finding"] == GOOD["finding"]
    assert session.handle({"do": "remove", "row": 0})["live"].startswith("Baris 1 dihapus.")
    assert [row["cells"][1] for row in session.view["rows"]] == ["kabel longgar (panel kotor)"]
    again = log(place)
    assert again.view["undo"]
    view = again.handle({"do": "undo"})
    assert view["rows"][0]["cells"][1].startswith("lampu redup")
    assert view["at"] == 0
    assert not view["undo"]
    assert "Belum ada baris" in again.handle({"do": "undo"})["live"]


def test_measurements_are_added_and_removed(place):
    session = log(place)
    assert session.handle({"do": "add_reading"})["live"] == "Isi dulu hasil ukur yang terakhir."
    for number in range(MOST_READINGS):
        session.handle({"do": "reading", "number": number, "field": "value", "value": f"1{number},5"})
        session.handle({"do": "add_reading"})
    assert len(session.view["row"]["readings"]) == MOST_READINGS
    assert not session.view["more"]["ok"]
    session.handle({"do": "remove_reading", "number": 0})
    assert [one["value"] for one in session.view["row"]["readings"]] == ["11,5", "12,5", "13,5"]


def test_an_empty_measurement_is_not_judged(place):
    session = log(place)
    fill(session)
    session.handle({"do": "add_reading"})
    assert len(stored(place)["entries"][0]["readings"]) == 1
    assert session.handle({"do": "check"})["check"]["holds"]


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "terbang"},
        {"do": "set"},
        {"do": "set", "field": "finding", "value": 3},
        {"do": "set", "field": "sign", "value": "hantu"},
        {"do": "set", "field": "sign", "value": ["dirty"]},
        {"do": "set", "field": "parts", "value": "kabel"},
        {"do": "set", "field": "readings", "value": []},
        {"do": "reading", "number": 4, "field": "value", "value": "1"},
        {"do": "reading", "number": True, "field": "value", "value": "1"},
        {"do": "reading", "number": 0, "field": "unit", "value": "apel"},
        {"do": "reading", "number": 0, "field": "warna", "value": "1"},
        {"do": "open", "row": 5},
        {"do": "open", "row": "satu"},
        {"do": "remove", "row": -1},
        {"do": "take", "code": "B9"},
    ],
)
def test_a_message_nobody_knows_changes_nothing(place, message):
    session = log(place)
    fill(session)
    before = stored(place)
    assert "belum terbaca" in session.handle(message)["live"]
    assert stored(place)["entries"] == before["entries"]


def test_the_log_can_be_full(place):
    session = log(place)
    row = read_row({**GOOD})
    place.answer(TASK).save({"entries": [row] * MOST_ROWS}, place.now())
    session = log(place)
    view = session.handle({"do": "set", "field": "finding", "value": "satu lagi"})
    assert view["live"].startswith("Buku servis penuh.")
    assert len(view["rows"]) == MOST_ROWS


def test_reopening_brings_everything_back(place):
    fill(log(place))
    again = log(place)
    assert again.view["live"] == "Buku servis sama seperti terakhir disimpan."
    assert again.view["row"]["who"] == "Rahma"
    assert again.view["day"] == "22 November 2026"


def test_a_log_that_is_no_log_is_kept_aside(place):
    place.answer(TASK).save({"entries": "hilang"}, place.now())
    assert log(place).view["live"].startswith("Catatan lama belum terbaca")
    assert log(place).view["rows"] == []


def test_odd_values_in_a_file_become_empty_or_words(place):
    row = {
        **GOOD,
        "cost": 12000,
        "sign": 7,
        "readings": [{"place": "battery", "value": 12.6, "unit": "V"}, 3],
    }
    place.answer(TASK).save({"entries": [row], "baris": 99, "dihapus": [1]}, place.now())
    view = log(place).view
    assert view["rows"][0]["cells"][2] == "kutub baterai 12,6 V"
    assert view["rows"][0]["cells"][4] == "Rp12.000 / Rahma"
    assert view["at"] == 1
    assert not view["undo"]


def test_two_notebooks_share_one_log(place):
    one, other = log(place), log(place)
    fill(one)
    view = other.handle({"do": "set", "field": "who", "value": "Siti"})
    assert view["row"] == {**one.view["row"], "who": "Siti"}
    other.handle({"do": "new"})
    assert one.handle({"do": "set", "field": "finding", "value": "kabel longgar"})["at"] == 1


def test_a_full_disk_changes_nothing(place, monkeypatch):
    session = log(place)
    fill(session)

    def full(_path, _content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("lentera.answers.file.write_atomically", full)
    view = session.handle({"do": "set", "field": "who", "value": "Siti"})
    assert view["row"]["who"] == "Rahma"
    assert "belum tersimpan" in view["live"]


def test_cases_of_the_workshop_are_taken_over(place):
    cases = [
        {"code": "B2-0417", "servis": {"finding": "lampu teras padam", "sign": "worn_switch"}},
        {"code": "B2-0555"},
        {"servis": {"finding": "tanpa kode"}},
        "bukan kasus",
    ]
    place.answer("s10-gangguan").save({"kasus": cases}, place.now())
    session = log(place)
    assert [one["code"] for one in session.view["cases"]] == ["B2-0417"]
    view = session.handle({"do": "take", "code": "B2-0417"})
    assert view["live"] == "Kasus B2-0417 masuk ke baris 1. Lengkapi kolomnya."
    assert view["row"]["sign"] == "worn_switch"
    assert view["cases"] == []
    assert "sudah ada" in session.handle({"do": "take", "code": "B2-0417"})["live"]


@pytest.mark.parametrize("content", [{}, {"kasus": "x"}, {"kasus": [{"code": 4, "servis": {}}]}])
def test_a_workshop_without_cases_offers_nothing(place, content):
    place.answer("s10-gangguan").save(content, place.now())
    assert log(place).view["cases"] == []


def test_the_sheet_is_printed_beside_the_notebook(place):
    session = log(place)
    fill(session)
    view = session.handle({"do": "print"})
    assert view["live"] == "Lembar siap dicetak: berkas cetak/buku-servis.pdf."
    assert view["live_spoken"] == "Lembar siap dicetak: berkas buku servis."
    assert view["printed"] == {"file": "cetak/buku-servis.pdf", "path": "s06/cetak/buku-servis.pdf"}
    assert (place.folder / "cetak/buku-servis.pdf").read_bytes().startswith(b"%PDF")


def test_a_sheet_that_cannot_be_written_is_told(place, monkeypatch):
    def full(_path, _content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("lentera.prints.sheet.write_atomically", full)
    view = log(place).handle({"do": "print"})
    assert view["live"].startswith("Lembar cetak belum tersimpan")
    assert view["printed"] is None


def test_a_laptop_without_the_printing_part_says_so(place, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "typst", None)
    assert log(place).handle({"do": "print"})["live"].startswith("Laptop ini belum bisa mencetak.")


def test_english_partners_see_english(place, monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    session = log(place)
    assert session.words()["columns"][1] == "Complaint and finding"
    view = fill(session)
    assert view["rows"][0]["cells"][0] == "22 November 2026"
    assert view["rows"][0]["cells"][3] == "panel dicuci (fix it yourself)"

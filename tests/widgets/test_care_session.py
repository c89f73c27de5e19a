"""The calendar of care without a screen: a year, an order of steps, a calendar of one's own."""

import errno
import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from lentera.solar.maintenance import procedure, schedule
from lentera.widgets.care.calendar_view import wall_calendar
from lentera.widgets.care.session import CareSession
from lentera.widgets.care.state import CareState
from lentera.words import number

NAME = "s10-jadwal-rawat"


def stored(place) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((place.folder / f"jawaban/{NAME}.json").read_text(encoding="utf-8"))
    return content["answer"]


def live(session, months, jobs=()):
    for _month in range(months):
        for name in [job["id"] for job in session.view["jobs"] if job["id"] in jobs]:
            session.handle({"do": "tick", "task": name, "on": True})
        session.handle({"do": "run"})
    return session.view


@pytest.fixture(scope="module")
def whole_year(tmp_path_factory):
    """The saved content of a year in which the panel alone was looked after."""
    from lentera.place import Place

    place = Place(tmp_path_factory.mktemp("s10"))
    live(CareSession(place), 12, ("wash_panel",))
    return stored(place)


@pytest.fixture
def lived(place, whole_year):
    place.answer(NAME).save(whole_year, place.now())
    return CareSession(place)


# --- the year


def test_jobs_are_ticked_and_their_minutes_added_up(place):
    session = CareSession(place)
    assert session.view["month"] == "Januari, bulan 1 dari 12"
    view = session.handle({"do": "tick", "task": "wash_panel", "on": True})
    assert view["live"] == "1 pekerjaan terpilih: 20 menit bulan ini."
    view = session.handle({"do": "tick", "task": "look_panel", "on": True})
    assert view["live"] == "2 pekerjaan terpilih: 40 menit bulan ini."
    view = session.handle({"do": "tick", "task": "wash_panel", "on": False})
    assert [job["id"] for job in view["jobs"] if job["ticked"]] == ["look_panel"]
    assert stored(place)["tahun"]["b"]["pilihan"] == ["look_panel"]


def test_all_jobs_are_ticked_at_once(place):
    view = CareSession(place).handle({"do": "all"})
    assert all(job["ticked"] for job in view["jobs"])


def test_a_month_is_told_in_hours_of_light(place):
    session = CareSession(place)
    view = live(session, 1)
    assert view["live"].startswith("Januari: terang 15")
    assert "dari 155 jam" in view["live"]
    assert view["month"] == "Februari, bulan 2 dari 12"
    assert [bar["lived"] for bar in view["bars"]] == [True] + [False] * 11


def test_the_table_has_the_numbers_of_the_bars(lived):
    rows = lived.view["table"]["rows"]
    assert len(rows) == 13
    for bar, row in zip(lived.view["bars"], rows, strict=False):
        assert row[:4] == [bar["name"], *(number(bar[name], 1) for name in ("light", "lost", "dark"))]
        assert bar["light"] + bar["lost"] + bar["dark"] == pytest.approx(5 * days(bar["name"]), abs=0.2)


def days(name):
    return {"Februari": 28, "April": 30, "Juni": 30, "September": 30, "November": 30}.get(name, 31)


def test_the_report_names_the_job_that_pays_most(lived):
    report = lived.view["report"]
    assert lived.view["over"]
    assert report["best"].startswith("Paling berharga: bersihkan dan kencangkan sambungan.")
    assert [row[0] for row in report["table"]["rows"]] == [
        "Sambungan longgar atau berkarat",
        "Bayangan tanaman",
    ]
    assert any("nilai model" in note for note in report["notes"])


def test_a_year_that_is_over_takes_no_more_months(lived):
    before = stored_view(lived)
    for message in ({"do": "run"}, {"do": "all"}, {"do": "tick", "task": "glance", "on": True}):
        assert lived.handle(message)["live"] == "Setahun sudah selesai. Baca laporannya."
    assert stored_view(lived) == before
    assert not lived.view["run"]["ok"]


def stored_view(session):
    return {key: session.view[key] for key in ("bars", "table", "report", "jobs")}


def test_one_month_back_keeps_its_ticks(lived):
    view = lived.handle({"do": "back"})
    assert view["live"].startswith("Kembali ke Desember.")
    assert [job["id"] for job in view["jobs"] if job["ticked"]] == ["wash_panel"]
    assert lived.handle({"do": "run"})["over"]


def test_a_new_year_begins_and_the_old_one_is_in_the_history(lived, place):
    view = lived.handle({"do": "again"})
    assert view["live"].startswith("Tahun baru dimulai.")
    assert view["report"] is None
    assert lived.handle({"do": "again"})["live"] == "Ini bulan pertama."
    assert lived.handle({"do": "back"})["live"] == "Ini bulan pertama."
    assert any(len(old.payload["tahun"]["b"]["bulan"]) == 12 for old in place.answer(NAME).history())


def test_each_kit_has_a_year_of_its_own(lived):
    view = lived.handle({"do": "kit", "kit": "a"})
    assert view["live"] == "Sekarang tampil: Kit A: empat lampu colok."
    assert not view["over"]
    assert "plugs" in {job["id"] for job in view["jobs"]}
    assert lived.handle({"do": "kit", "kit": "b"})["over"]


def test_the_condition_grows_worse_without_care(lived):
    rows = {row["name"]: row["value"] for row in lived.view["condition"]}
    assert rows["Bayangan tanaman"] == "24\u00a0%"
    assert rows["Kotoran panel"] == "2\u00a0%"


def test_a_job_left_undone_says_for_how_long(lived):
    view = lived.handle({"do": "back"})
    about = {job["id"]: job["about"] for job in view["jobs"]}
    assert "sudah 351 hari belum dikerjakan" in about["tighten"]
    assert "belum dikerjakan" not in about["wash_panel"]


# --- step by step


def choose(session, *steps):
    for step in steps:
        session.handle({"do": "add", "step": step})
    return session.view


def test_steps_on_offer_do_not_give_the_order_away(place):
    offered = [one["text"] for one in CareSession(place).view["steps"]["offered"]]
    assert offered == sorted(offered)


def test_the_right_order_holds(place):
    session = CareSession(place)
    choose(session, *procedure("rawat-panel").example)
    view = session.handle({"do": "check"})
    assert view["check"]["yet"] == ""
    assert view["check"]["right"] == ["Semua langkah selesai dengan aman."]


def test_danger_is_told_with_its_reason_and_one_next_step(place):
    session = CareSession(place)
    choose(session, "wait_cool", "check_reach", "climb_roof")
    found = session.handle({"do": "check"})["check"]
    assert found["yet"].startswith("Langkah 3: Naik ke atap.")
    assert found["next"]
    assert session.handle({"do": "drop", "at": 2})["check"] is None


def test_steps_move_and_go(place):
    session = CareSession(place)
    choose(session, "rinse_panel", "wait_cool")
    view = session.handle({"do": "move", "at": 1, "by": -1})
    assert [one["id"] for one in view["steps"]["order"]] == ["wait_cool", "rinse_panel"]
    assert view["live"].startswith("Pindah ke urutan 1:")
    assert "di ujung urutan" in session.handle({"do": "move", "at": 0, "by": -1})["live"]
    assert session.handle({"do": "drop", "at": 0})["live"].startswith("Dikeluarkan:")
    assert session.handle({"do": "clear"})["steps"]["order"] == []
    assert session.handle({"do": "clear"})["live"].startswith("Belum ada langkah.")


def test_each_job_of_the_calendar_can_be_practised(place):
    session = CareSession(place)
    for job, _title in session.view["steps"]["jobs"]:
        view = session.handle({"do": "job", "job": job})
        assert view["steps"]["job"] == job
        assert view["steps"]["offered"]
    assert {task.procedure for task in schedule("b").tasks.values() if task.procedure} == {
        job for job, _title in session.view["steps"]["jobs"]
    }
    assert session.handle({"do": "kit", "kit": "a"})["steps"]["job"] == "rawat-panel"


# --- the calendar at home


def test_the_calendar_counts_from_the_day_the_lamp_was_put_up(place):
    session = CareSession(place)
    assert session.view["put_up_words"] == "Belum diisi: dihitung dari hari ini."
    view = session.handle({"do": "put_up", "day": "2026-11-01"})
    rows = {row[0]: row[1] for row in view["calendar"]["rows"]}
    assert rows["Dari tanah, cuci panel dengan air dan kain lembut, pagi hari."] == "29 November 2026"
    assert rows["Tarik pelan tiap kabel. Kencangkan yang longgar."] == "31 Januari 2027"
    view = session.handle({"do": "put_up", "day": "2026-10-01"})
    rows = {row[0]: row[1] for row in view["calendar"]["rows"]}
    assert rows["Dari tanah, cuci panel dengan air dan kain lembut, pagi hari."] == "terlambat 24 hari"
    assert session.handle({"do": "put_up", "day": ""})["put_up"] == ""


def test_whole_rows_of_the_service_log_count_as_done(place):
    row = {
        "date": "2026-11-20", "finding": "panel kotor", "sign": "dirty", "action": "dicuci", "decision": "self",
        "readings": [{"place": "battery", "value": "12,6", "unit": "V"}], "parts": [], "cost": "0", "who": "Rahma",
        "tasks": ["wash_panel"],
    }  # fmt: skip
    place.answer("s10-buku-servis").save({"entries": [row, {**row, "date": ""}, 3]}, place.now())
    session = CareSession(place)
    view = session.handle({"do": "put_up", "day": "2026-10-01"})
    rows = {row[0]: row[1] for row in view["calendar"]["rows"]}
    assert rows["Dari tanah, cuci panel dengan air dan kain lembut, pagi hari."] == "18 Desember 2026"


def test_the_wall_calendar_is_printed(place):
    session = CareSession(place)
    view = session.handle({"do": "print"})
    assert view["live"] == "Lembar siap dicetak: berkas cetak/jadwal-rawat.pdf."
    assert (place.folder / "cetak/jadwal-rawat.pdf").read_bytes().startswith(b"%PDF")


def test_the_boxes_of_the_wall_calendar_follow_the_intervals(place):
    from lentera.widgets.care.calendar_view import wall_calendar

    rows = {
        row["text"]: row["months"]
        for row in wall_calendar(CareState(put_up=date(2026, 11, 1)), place)["rows"]
    }
    # 31 January, 2 May, 1 August and 31 October of 2027; the first column is November 2026.
    assert rows["Tarik pelan tiap kabel. Kencangkan yang longgar."] == [0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 1]
    assert sum(rows["Cek panel: daun, kotoran burung, dan bayangan."]) == 50


# --- whatever comes


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "terbang"},
        {"do": "kit", "kit": "c"},
        {"do": "kit", "kit": ["b"]},
        {"do": "tick", "task": "fuse_holder", "on": True},
        {"do": "tick", "task": "glance", "on": "ya"},
        {"do": "tick"},
        {"do": "job", "job": "b-pasang"},
        {"do": "add", "step": "lompat"},
        {"do": "move", "at": 9, "by": 1},
        {"do": "move", "at": 0, "by": 5},
        {"do": "drop", "at": "0"},
        {"do": "drop", "at": True},
        {"do": "put_up", "day": "kemarin"},
        {"do": "put_up", "day": 5},
    ],
)
def test_a_message_nobody_knows_changes_nothing(place, message):
    session = CareSession(place)
    choose(session, "rinse_panel", "wait_cool")
    before = stored(place)
    assert "belum terbaca" in session.handle(message)["live"]
    assert stored(place) == before


def test_a_day_to_come_is_refused_kindly(place):
    view = CareSession(place).handle({"do": "put_up", "day": "2027-01-01"})
    assert view["live"] == "Tanggal ini belum tiba. Pilih tanggal yang lebih awal."


def test_reopening_shows_the_same(lived, place):
    choose(lived, "rinse_panel")
    again = CareSession(place)
    assert stored_view(again) == stored_view(lived)
    assert again.view["steps"] == lived.view["steps"]
    assert again.view["live"] == "Jadwal rawat sama seperti terakhir disimpan."


@pytest.mark.parametrize(
    "spoil",
    [
        lambda content: content["tahun"]["b"].update(bulan="x"),
        lambda content: content["tahun"]["b"]["bulan"].extend(content["tahun"]["b"]["bulan"]),
        lambda content: content["tahun"]["b"]["bulan"][3].pop("dirawat"),
        lambda content: content["tahun"]["b"]["bulan"][3]["tanpa"].pop("dirt"),
        lambda content: content["tahun"]["b"]["bulan"][3]["sendiri"].update(terang=-1),
        lambda content: content["tahun"]["b"]["bulan"][3]["terawat"].update(isi=3),
        lambda content: content["tahun"]["b"]["bulan"][3].update(sehat="baik"),
    ],
)
def test_a_year_that_cannot_be_followed_is_kept_aside(place, whole_year, spoil):
    content = json.loads(json.dumps(whole_year))
    spoil(content)
    place.answer(NAME).save(content, place.now())
    session = CareSession(place)
    assert "disimpan terpisah" in session.view["live"]
    assert session.view["month"].startswith("Januari")


def test_odd_choices_in_a_file_fall_back(place):
    content = {
        "kit": "z",
        "tahun": {"b": {"pilihan": ["lompat", "glance"]}},
        "pekerjaan": "x",
        "urutan": {"rawat-panel": [1, "wait_cool"], "x": []},
        "dipasang": "kapan",
    }
    place.answer(NAME).save(content, place.now())
    view = CareSession(place).view
    assert view["kit"] == "b"
    assert [job["id"] for job in view["jobs"] if job["ticked"]] == ["glance"]
    assert [one["id"] for one in view["steps"]["order"]] == ["wait_cool"]
    assert view["put_up"] == ""


def test_two_notebooks_share_one_year(place):
    one, other = CareSession(place), CareSession(place)
    live(one, 1, ("wash_panel",))
    assert other.handle({"do": "all"})["month"] == "Februari, bulan 2 dari 12"
    assert one.handle({"do": "run"})["month"] == "Maret, bulan 3 dari 12"


def test_a_full_disk_changes_nothing(place, monkeypatch):
    session = CareSession(place)
    live(session, 1)

    def full(_path, _content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("lentera.answers.file.write_atomically", full)
    view = session.handle({"do": "run"})
    assert view["month"] == "Februari, bulan 2 dari 12"
    assert "belum tersimpan" in view["live"]


def test_english_partners_see_english(place, monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    session = CareSession(place)
    assert session.words()["title"] == "Calendar of care"
    view = live(session, 1, ("wash_panel",))
    assert view["live"].startswith("January: 15")
    assert session.handle({"do": "add", "step": "climb_roof"})["live"].startswith("Step 1: ")


@pytest.mark.parametrize("kit", ["a", "b"])
def test_every_job_has_a_box_on_the_printed_calendar(place, kit):
    sheet = wall_calendar(replace(CareState(), kit=kit), place)
    assert sheet["rows"]
    assert [row["text"] for row in sheet["rows"] if not any(row["months"])] == []

"""A lamp's days without a screen: what a choice does, what is on the disk, and that all parts say the same."""

import errno
import json
import os
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from lentera import atomic
from lentera.place import Place
from lentera.solar.installation import kit_b
from lentera.solar.lamp import LampError, simulate_course
from lentera.widgets.activity_widget import show
from lentera.widgets.days import session as sessions
from lentera.widgets.days.choices import Choices, KitName, Length, Sky
from lentera.widgets.days.kits import charged
from lentera.widgets.days.picture import picture
from lentera.widgets.days.session import DaysSession
from lentera.widgets.days.skies import weather_for
from lentera.widgets.days.story import Story, joined, story_of
from lentera.widgets.days.telling import readings, summary, table
from lentera.widgets.days.texts import length

EXAMPLE = Path(sessions.__file__).parents[2] / "solar" / "installation" / "kit_contoh.toml"


def choose(session: DaysSession, **choices: object) -> dict[str, Any]:
    for name, value in choices.items():
        session.handle({"do": "set", "name": name, "value": value})
    return session.view


def stored(place: Place) -> dict[str, Any]:
    path = place.folder / "jawaban" / "hari-lampu.json"
    answer: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["answer"]
    return answer


def shown(view: dict[str, Any]) -> dict[str, Any]:
    """What a view says, without what belongs to the moment."""
    return {key: view[key] for key in ("choices", "result", "compare", "why", "faults", "steps", "phones")}


def story(**choices: Any) -> tuple[Story, Choices]:
    chosen = replace(Choices(), **choices)
    installation = charged(kit_b(usb=True).installation, chosen.charge / 100)
    course = simulate_course(installation, weather_for(chosen.span, chosen.sky), chosen.habits())
    return story_of(course, chosen.span), chosen


# Picture, table and words are one


RAINY = {"sky": Sky.RAIN, "charge": 20, "lit": 420}


@pytest.mark.parametrize(
    ("span", "rows"), [(Length.DAY, 24), (Length.WEEK, 7), (Length.YEAR, 12)], ids=["day", "week", "year"]
)
def test_picture_table_and_summary_say_the_same(span: Length, rows: int) -> None:
    told, chosen = story(span=span, **RAINY)
    drawn, cells = picture(told, None), table(told)["rows"]
    assert len(told.rows) == len(cells) == rows
    # The rows are the points put together, and the whole is the rows put together.
    for row in told.rows:
        assert row == joined(told.inside(row))
    assert told.total == joined(told.rows)
    # The picture draws the points, the table their rows.
    days = span is not Length.YEAR
    assert drawn["charge"]["values"] == [
        round((one.charge if days else one.low) * 100, 1) for one in told.points
    ]
    assert drawn["sun"]["values"] == (
        [round(one.sun, 1) for one in told.points]
        if days
        else [round(one.sun * 24 / 1000, 2) for one in told.rows]
    )
    lit = (sum(one.light for one in told.rows), sum(one.missing for one in told.rows))
    assert [cell[4] for cell in cells] == [length(one.light) if one.light else "–" for one in told.rows]
    assert [cell[5] for cell in cells] == [length(one.missing) if one.missing else "–" for one in told.rows]
    if days:
        states = {0: 0, 1: 0, 2: 0, 3: 0}
        for state, one in zip(drawn["lamp"]["values"], told.points, strict=True):
            states[state] += one.minutes
        assert abs(states[1] - lit[0]) <= one.minutes * len(told.rows)
    else:
        months = zip(drawn["lamp"]["values"], told.rows, strict=True)
        hours = sum(month[0] * row.minutes / 1440 for month, row in months)
        assert hours == pytest.approx(lit[0] / 60, rel=0.01)
    # Summary and big numbers say the sums of the rows.
    words = " ".join(summary(told, chosen, phones=True))
    assert length(lit[0]) in words
    assert f"{round(min(one.low for one in told.rows) * 100)}\xa0%" in words
    big = [one["value"] for one in readings(told, chosen, phones=True)]
    assert big[:2] == [length(lit[0]), length(lit[1])]
    # What is read at a place of the axis is what is drawn there.
    for place in drawn["reader"]["places"][:: max(1, len(drawn["reader"]["places"]) // 20)]:
        at = place["at"] * told.total.minutes
        inside = told.points if days else told.rows
        one = next(one for one in inside if one.first <= at + 1e-3 < one.first + one.minutes)
        percent = re.findall(r"(\d+)\xa0%", place["text"])[0]
        assert int(percent) == round((one.charge if days else one.low) * 100)


def test_the_lamp_goes_out_at_the_minute_that_is_told() -> None:
    told, chosen = story(sky=Sky.RAIN, charge=10, lit=420)
    cut = next(one for one in told.moments if one.what in {"cut", "cut_idle"})
    course = simulate_course(
        charged(kit_b(usb=True).installation, 0.1), weather_for(Length.DAY, Sky.RAIN), chosen.habits()
    )
    assert course.load[cut.minute] == 2
    assert course.load[cut.minute - 1] == 1
    drawn = picture(told, None)
    time = f"{cut.minute // 60:02d}.{cut.minute % 60:02d}"
    assert any(time in event["text"] for event in drawn["events"])
    assert drawn["marks"][told.moments.index(cut)]["at"] == cut.minute / 1440


def test_a_summary_has_three_to_six_short_sentences() -> None:
    for span in Length:
        for sky in Sky:
            for lit in (0, 300, 720):
                told, chosen = story(span=span, sky=sky, lit=lit, charge=20)
                said = summary(told, chosen, phones=True)
                assert 3 <= len(said) <= 6, said
                assert all(len(one.split()) <= 17 for one in said), said


# Gestures


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("span", "minggu", "Sekarang: minggu. Menyala 35 jam. Baterai terendah"),
        ("span", "tahun", "Sekarang: tahun. Menyala 1.825 jam. Baterai terendah"),
        ("sky", "tiga_hari_hujan", "Cuaca: tiga hari hujan. Menyala 5 jam."),
        (
            "kit",
            "a",
            "Sekarang: Kit A, lampu colok. Menyala 4 jam 36 menit, lalu dimatikan pengatur jam 22.36.",
        ),
        ("lit", 390, "Lampu diminta menyala 6 jam 30 menit. Menyala 6 jam 30 menit."),
        ("lit", 0, "Lampu diminta menyala 0 jam. Baterai terendah 59\xa0%."),
        ("start", 1140, "Mulai jam 19.00. Menyala 5 jam."),
        ("phone", 3, "Isi HP 3 kali sehari. Menyala 5 jam."),
        ("charge", 30, "Baterai di awal 30\xa0%. Menyala 5 jam. Baterai terendah 29\xa0%."),
    ],
)
def test_each_choice_says_what_came_of_it(place: Place, name: str, value: object, says: str) -> None:
    view = choose(DaysSession(place), **{name: value})
    assert view["live"].startswith(says)
    assert view["choices"][name] == value
    assert "%" not in view["live_spoken"]


def test_brightness_is_a_choice_only_where_lamps_have_it(place: Place) -> None:
    session = DaysSession(place)
    assert not session.view["steps"]
    bright = choose(session, kit="a", lit=390)["result"]["readings"][0]["value"]
    assert session.view["steps"]
    view = choose(session, brightness="redup")
    assert (bright, view["result"]["readings"][0]["value"]) == ("5 jam 6 menit", "6 jam 30 menit")


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "dance"},
        {"do": "set"},
        {"do": "set", "name": "lit"},
        {"do": "set", "name": "moon", "value": 1},
        {"do": "set", "name": "span", "value": "abad"},
        {"do": "set", "name": "kit", "value": 7},
        {"do": "set", "name": "lit", "value": 31},
        {"do": "set", "name": "lit", "value": 750},
        {"do": "set", "name": "lit", "value": -30},
        {"do": "set", "name": "lit", "value": "300"},
        {"do": "set", "name": "phone", "value": True},
        {"do": "set", "name": "charge", "value": 62.5},
        {"do": "set", "name": ["lit"], "value": 300},
    ],
)
def test_a_message_without_sense_changes_nothing(place: Place, message: dict[str, Any]) -> None:
    session = DaysSession(place)
    before = shown(choose(session, lit=360))
    kept = stored(place)
    view = session.handle(message)
    assert "belum terbaca" in view["live"]
    assert shown(view) == before
    assert stored(place) == kept


def test_more_light_never_leaves_more_in_the_battery(place: Place) -> None:
    session = DaysSession(place)
    last = [
        choose(session, sky="berawan", lit=minutes)["result"]["plot"]["charge"]["values"][-1]
        for minutes in (0, 120, 240, 360)
    ]
    assert last == sorted(last, reverse=True)
    assert last[0] > last[-1] + 10


# Comparing


def test_two_results_stand_side_by_side_with_their_difference_in_words(place: Place) -> None:
    session = DaysSession(place)
    choose(session, kit="a", lit=330)
    view = session.handle({"do": "keep"})
    assert view["live"] == "Hasil ini menjadi A. Sekarang ubah satu pilihan."
    assert view["compare"]["sentences"][-1] == "A dan B masih sama. Ubah satu pilihan."
    assert view["compare"]["table"] is None
    assert view["result"]["plot"]["charge"]["kept"] is None
    view = choose(session, lit=240)
    assert view["live"] == "Lampu diminta menyala 4 jam. B menyala 36 menit lebih singkat daripada A."
    rows = {row[0]: row[1:] for row in view["compare"]["table"]["rows"]}
    assert rows["Lampu menyala"] == ["4 jam 36 menit", "4 jam", "36 menit lebih singkat"]
    assert rows["Waktu gelap"] == ["54 menit", "0 jam", "54 menit lebih singkat"]
    assert rows["Baterai terendah"] == ["8\xa0%", "20\xa0%", "12\xa0% lebih tinggi"]
    assert rows["Isi HP"][2] == "sama"
    assert len(view["result"]["plot"]["charge"]["kept"]) == len(view["result"]["plot"]["charge"]["values"])


def test_a_comparison_is_always_over_the_same_time(place: Place) -> None:
    session = DaysSession(place)
    session.handle({"do": "keep"})
    view = choose(session, lit=360, span="minggu")
    assert view["compare"]["table"]["rows"][0][1:3] == ["35 jam", "42 jam"]
    assert "7 jam lebih lama" in view["live"]


def test_going_back_to_a_and_removing_it(place: Place) -> None:
    session = DaysSession(place)
    session.handle({"do": "keep"})
    assert session.handle({"do": "back"})["live"] == "Pilihan sekarang sudah sama dengan A."
    assert not session.view["compare"]["back"]["ok"]
    choose(session, lit=600)
    assert session.view["compare"]["back"]["ok"]
    view = session.handle({"do": "back"})
    assert view["choices"]["lit"] == 300
    assert view["compare"]["kept"]
    view = session.handle({"do": "drop"})
    assert (view["live"], view["compare"]["kept"]) == ("A dihapus.", False)
    assert "banding" not in stored(place)


# The learner's own kit


def test_without_a_kit_file_nothing_changes_and_the_reason_is_told(place: Place) -> None:
    session = DaysSession(place)
    before = shown(session.view)
    view = choose(session, kit="sendiri")
    assert view["live"] == "Berkas kit.toml belum ada di folder buku ini. Minta contoh pada pelatih."
    assert shown(view) == before


def test_her_own_kit_is_computed_by_its_own_numbers(place: Place) -> None:
    (place.folder / "kit.toml").write_text(EXAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    session = DaysSession(place)
    course = session.view["result"]["plot"]["charge"]["values"]
    view = choose(session, kit="sendiri")
    assert (view["own"], view["own_name"], view["why"]) == (True, "Lampu di rumah", "")
    # A bigger battery and a bigger lamp: another curve.
    assert view["result"]["plot"]["charge"]["values"] != course


def test_a_broken_kit_file_is_told_kindly_and_read_again_when_mended(place: Place) -> None:
    path = place.folder / "kit.toml"
    path.write_text('[kit]\nbase = "b"\nlamps = 9\n', encoding="utf-8")
    session = DaysSession(place)
    view = choose(session, kit="sendiri")
    assert view["why"] == "Berkas kit.toml belum bisa dipakai."
    assert view["faults"] == ["kit.lamps berisi 9. Isi dengan angka 1 sampai 6."]
    assert view["result"] is None
    assert not view["compare"]["keep"]["ok"]
    assert session.handle({"do": "keep"})["live"] == "Belum ada hasil untuk disimpan."
    path.write_text('[kit]\nbase = "b"\nlamps = 2\n', encoding="utf-8")
    os.utime(path, (2e9, 2e9))
    view = session.handle({"do": "read"})
    assert view["live"].startswith("Berkas kit.toml dibaca lagi. Menyala 5 jam.")
    assert (view["faults"], view["phones"]) == ([], False)


def test_a_kit_without_a_port_leaves_phones_out(place: Place) -> None:
    (place.folder / "kit.toml").write_text('[kit]\nbase = "b"\n', encoding="utf-8")
    session = DaysSession(place)
    view = choose(session, kit="sendiri", phone=3)
    assert not view["phones"]
    assert view["result"]["readings"][3]["name"] == "Listrik panel"
    assert not any("HP" in one["text"] for one in view["result"]["summary"])


def test_a_kit_that_vanished_after_it_was_chosen_shows_no_old_result(place: Place) -> None:
    path = place.folder / "kit.toml"
    path.write_text('[kit]\nbase = "b"\n', encoding="utf-8")
    choose(DaysSession(place), kit="sendiri")
    path.unlink()
    view = DaysSession(place).view
    assert view["result"] is None
    assert "belum ada" in view["why"]


def test_a_kit_that_cannot_be_computed_is_told_and_noted(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object, **_named: object) -> None:
        raise LampError("a year needs them alike")

    session = DaysSession(place)
    monkeypatch.setattr(sessions, "simulate_course", refuse)
    view = choose(session, lit=690)
    assert view["why"] == "Kit ini belum bisa dihitung. Periksa sambungan dan sekeringnya di kit.toml."
    assert place.desk is not None
    assert "a year needs them alike" in (place.desk.root / ".lentera" / "galat.log").read_text(
        encoding="utf-8"
    )


# The disk comes first


def test_only_choices_are_saved(place: Place) -> None:
    session = DaysSession(place)
    choose(session, kit="a", lit=240)
    session.handle({"do": "keep"})
    choose(session, sky="berawan")
    first = {
        "rentang": "hari",
        "cuaca": "cerah",
        "kit": "a",
        "lampu_menit": 240,
        "mulai_menit": 1080,
        "terang": "terang",
        "isi_hp": 1,
        "baterai_persen": 60,
    }
    assert stored(place) == {"pilihan": {**first, "cuaca": "berawan"}, "banding": first}


def test_reopening_shows_the_same(place: Place) -> None:
    session = DaysSession(place)
    choose(session, sky="tiga_hari_hujan", lit=480)
    session.handle({"do": "keep"})
    view = choose(session, charge=25)
    again = DaysSession(place)
    assert shown(again.view) == shown(view)
    assert again.view["live"] == "Pilihan terakhir sudah kembali."


def test_a_full_disk_changes_nothing_on_the_screen(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    session = DaysSession(place)
    before, kept = shown(choose(session, lit=360)), stored(place)

    def full(_path: Path, _content: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("lentera.answers.file.write_atomically", full)
    view = choose(session, lit=600)
    assert shown(view) == before
    assert "belum tersimpan" in view["live"]
    assert stored(place) == kept
    monkeypatch.setattr("lentera.answers.file.write_atomically", atomic.write_atomically)
    assert choose(session, lit=600)["choices"]["lit"] == 600


def test_two_notebooks_share_their_choices(place: Place) -> None:
    lesson, other = DaysSession(place), DaysSession(place)
    choose(lesson, lit=600)
    view = choose(other, charge=40)
    assert (view["choices"]["lit"], view["choices"]["charge"]) == (600, 40)


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"pilihan": 7},
        {"pilihan": {"kit": "z"}},
        {"pilihan": {"lampu_menit": 17}},
        {"pilihan": {}, "banding": []},
        {"pilihan": {"isi_hp": "satu"}},
    ],
)
def test_an_answer_that_makes_no_sense_is_kept_aside(place: Place, content: dict[str, Any]) -> None:
    place.answer("hari-lampu").save(content, place.now())
    session = DaysSession(place)
    assert session.view["choices"] == Choices().to_json()
    assert "disimpan terpisah" in session.view["live"]
    assert any(old.payload == content for old in place.answer("hari-lampu").history())


def test_a_damaged_file_never_stops_her(place: Place) -> None:
    choose(DaysSession(place), lit=600)
    path = place.folder / "jawaban" / "hari-lampu.json"
    path.write_text("{", encoding="utf-8")
    session = DaysSession(place)
    assert session.view["result"] is not None
    assert choose(session, lit=240)["choices"]["lit"] == 240


# Words


def test_every_slider_place_has_its_words(place: Place) -> None:
    slides = DaysSession(place).words()["slides"]
    for one in slides.values():
        assert len(one["texts"]) == (one["max"] - one["min"]) / one["step"] + 1
    assert slides["lit"]["texts"][:3] == ["0 jam", "30 menit", "1 jam"]
    assert slides["start"]["texts"][0] == "16.00"


def test_english_partners_see_english(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LENTERA_LANG", "en")
    session = DaysSession(place)
    view = choose(session, kit=str(KitName.A), lit=390)
    assert view["live"] == (
        "Light wanted: 6 h 30 min. Lit 5 h 6 min, then switched off by the controller at 22:36."
    )
    assert session.words()["marks"] == {"decimal": ".", "group": ","}


def test_the_widget_has_its_module_and_its_style(place: Place) -> None:
    widget = show(DaysSession(place))
    assert "export default" in widget._esm
    assert ".lentera .days" in widget._css

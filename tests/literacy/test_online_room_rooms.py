"""The video class, the shared computer and the companions' log, without any screen."""

from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from lentera.course.check_scenarios import unreal
from lentera.course.scenarios import Origin
from lentera.course.style import StyleSeverity, TextKind, lint_text
from lentera.literacy.online_room import schedule
from lentera.literacy.online_room.assignments import due
from lentera.literacy.online_room.class_steps import (
    Lesson,
    acts,
    backgrounds,
    names,
    read_lesson,
    step_ids,
    steps,
    waits_for,
)
from lentera.literacy.online_room.companions import (
    VisitFault,
    first_name_fault,
    made_visit,
    read_visits,
    text_fault,
)
from lentera.literacy.online_room.schedule import Plan, children_of, judge, read_plan, times, turns

SEED = 11


def plain(text):
    return [f for f in lint_text(text, TextKind.FEEDBACK) if f.severity is StyleSeverity.ERROR] == []


def at(step, **changed):
    return Lesson(name="depan", at=step_ids().index(step), **changed)


@pytest.mark.parametrize(
    ("lesson", "waits"),
    [
        (at("hadir"), ("reply",)),
        (at("hadir", replies={"hadir": 0}), ()),
        (at("suara"), ("mic",)),
        (at("suara", on=frozenset({"mic"})), ()),
        (at("suara", replies={"suara": 0}), ()),
        (at("bisu", on=frozenset({"mic"})), ("mic",)),
        (at("bisu"), ()),
        (at("tanya"), ("hand",)),
        (at("jawab", on=frozenset({"hand", "mic"})), ("reply",)),
        (at("turun", on=frozenset({"hand", "mic"})), ("hand", "mic")),
        (at("asing"), ("act",)),
        (at("asing", act="foto"), ("act",)),
        (at("asing", act="lapor"), ()),
        (at("tugas"), ()),
        (at("pamit"), ()),
    ],
)
def test_each_step_waits_for_what_the_teacher_asked(lesson, waits):
    assert waits_for(lesson) == waits


def test_a_child_without_a_voice_gets_through_by_chat_alone():
    lesson = Lesson(name="depan", at=0)
    for step in steps(SEED):
        if step.replies:
            lesson = replace(lesson, replies={**lesson.replies, step.id: 0})
        if waits_for(lesson) == ("hand",):
            lesson = lesson.switched("hand")
        if step.id == "asing":
            lesson = replace(lesson, act="lapor")
        assert waits_for(lesson) == ()
        lesson = replace(lesson, at=lesson.at + 1)
    assert lesson.has_left
    assert "mic" not in lesson.on


def test_leaving_turns_everything_of_the_child_off_and_the_class_waits():
    left = at("tanya", on=frozenset({"mic", "camera", "hand", "captions"})).left()
    assert left.on == {"captions"}
    assert left.away
    assert left.step == "tanya"
    assert at("pamit").left().has_left


def test_one_name_and_one_act_are_right_and_one_act_is_a_danger():
    assert [one.id for one in names(SEED).values() if one.right] == ["depan"]
    assert [one.id for one in acts().values() if one.right] == ["lapor"]
    assert [one.id for one in acts().values() if one.danger] == ["foto"]
    assert all(one.next for one in acts().values() if not one.right)


def test_what_is_said_in_the_class_is_plain_and_invented():
    origin = Origin("kelas-video.toml", "kelas")
    for step in steps(SEED):
        for text in (*step.says, *step.messages, *step.replies):
            assert plain(text), text
            assert list(unreal(origin, step.id, text.replace(due(SEED).file, "berkas"))) == []
        assert plain(step.asks.id)
        assert plain(step.waits.id)
    for one in (*acts().values(), *names(SEED).values(), *backgrounds().values()):
        assert plain(one.told.id), one.told.id
        assert list(unreal(origin, one.id, one.name.id)) == []


def test_the_class_is_read_as_it_was_written():
    lesson = at(
        "asing", act="foto", replies={"hadir": 0}, on=frozenset({"pinned", "hand"}), size=160, away=True
    )
    assert read_lesson({"kelas": lesson.to_content()}) == lesson


@pytest.mark.parametrize(
    "change",
    [
        {"langkah": 99},
        {"langkah": True},
        {"nyala": 1},
        {"ukuran": 5},
        {"pesan": {"x": 0}},
        {"pesan": {"hadir": 9}},
        {"nama": "x"},
        {"nama": 3},
        {"tindakan": "x"},
        {"latar": "x"},
    ],
)
def test_a_damaged_class_is_refused(change):
    with pytest.raises(ValueError, match=r".+"):
        read_lesson({"kelas": {**Lesson().to_content(), **change}})


def live_only(seed, count, computers=1):
    plan = Plan(count, computers)
    for child in children_of(seed, count):
        plan = plan.with_child(child.live, 0, child.name)
    return plan


def solved(seed, plan, todo):
    """Search for a schedule that fits, as a patient person would."""
    if not todo:
        return plan if judge(seed, plan).holds else None
    for slot, computer in product(range(len(times())), range(plan.computers)):
        if not plan.at(slot, computer):
            found = solved(seed, plan.with_child(slot, computer, todo[0]), todo[1:])
            if found:
                return found
    return None


@pytest.mark.parametrize("seed", range(0, 10_000, 1999))
@pytest.mark.parametrize("count", [2, 3, 4])
def test_every_family_finds_a_schedule_on_one_computer(seed, count):
    todo = [child.name for child in children_of(seed, count) for _time in range(child.homework)]
    found = solved(seed, live_only(seed, count), todo)
    assert found is not None


def test_several_schedules_are_right():
    todo = [child.name for child in children_of(SEED, 2) for _time in range(child.homework)]
    one = solved(SEED, live_only(SEED, 2), todo)
    other = solved(SEED, live_only(SEED, 2, 2), todo[::-1])
    assert one != other
    assert judge(SEED, other).holds


def told(plan):
    found = judge(SEED, plan)
    says, following = (saying.in_language("id", found.details) for saying in schedule.told(found))
    assert "{" not in says + following
    assert plain(says)
    assert plain(following)
    return found.mistake


def test_each_clash_is_told_by_its_name():
    first, second = children_of(SEED, 2)
    lives = live_only(SEED, 2)
    free = next(slot for slot in range(len(times())) if slot not in {first.live, second.live})
    beside = first.live + 1
    assert told(Plan(2, 1)) == "kosong"
    assert told(Plan(2, 1).with_child(free, 0, first.name)) == "kelas"
    assert told(lives.with_child(first.live, 0, second.name)) == "bentrok"
    assert told(live_only(SEED, 2, 2).with_child(first.live, 1, first.name)) == "dua"
    if times()[beside] != times()[5]:
        assert told(lives.with_child(beside, 0, first.name)) == "istirahat"
    assert told(lives) == "tugas"


def test_extra_time_goes_to_who_has_no_device_first():
    children = children_of(SEED, 2)
    todo = [child.name for child in children for _time in range(child.homework)]
    plan = solved(SEED, live_only(SEED, 2, 2), todo)
    rich = next(child for child in children if child.has_phone)
    poor = next(child for child in children if not child.has_phone)

    def room_for(plan, name):
        near = {slot + step for slot in turns(plan, name) for step in (-1, 0, 1)}
        slot = next(s for s in range(len(times())) if s not in near and "" in (plan.at(s, 0), plan.at(s, 1)))
        return plan.with_child(slot, 0 if not plan.at(slot, 0) else 1, name)

    assert told(room_for(plan, rich.name)) == "adil"
    assert judge(SEED, room_for(plan, poor.name)).holds


def test_the_midday_break_is_a_break():
    child = children_of(SEED, 2)[0]
    plan = live_only(SEED, 2, 2)
    both = plan.with_child(4, 1, child.name).with_child(5, 1, child.name)
    found = schedule._breaks((replace(child, live=0),), Plan(2, 2, {(4, 1): child.name, (5, 1): child.name}))
    assert found is None
    assert both.who(4)


def test_fewer_children_or_computers_leave_the_others_in_place():
    plan = live_only(SEED, 4, 2).with_child(0, 1, children_of(SEED, 4)[3].name)
    smaller = plan.for_many(SEED, 2, 1)
    kept = {child.name for child in children_of(SEED, 2)}
    assert set(smaller.taken.values()) == kept
    assert all(computer == 0 for _slot, computer in smaller.taken)
    assert read_plan(SEED, {"jadwal": plan.to_content()}) == plan


@pytest.mark.parametrize(
    "part",
    [
        [],
        {},
        {"anak": 9, "komputer": 1, "jam": []},
        {"anak": 2, "komputer": True, "jam": []},
        {"anak": 2, "komputer": 1, "jam": [["Hantu"]]},
        {"anak": 2, "komputer": 1, "jam": ["x"]},
    ],
)
def test_a_damaged_schedule_is_refused(part):
    with pytest.raises(ValueError, match=r".+"):
        read_plan(SEED, {"jadwal": part})


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("Siti", ""),
        ("Bu Siti", ""),
        ("Nur-Aini", ""),
        ("Nur Aini", ""),
        ("Ni Luh", ""),
        ("I Made", ""),
        ("Ni Luh Sari", "full"),
        ("", "empty"),
        (" . ", "empty"),
        ("Siti Aminah", "full"),
        ("siti aminah", "full"),
        ("Siti 081", "number"),
        ("SD Melati", "school"),
    ],
)
def test_a_first_name_is_told_from_what_says_too_much(name, fault):
    assert first_name_fault(name) == fault


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", ""),
        ("Belajar matematika jam 09.00 sampai 10.30", ""),
        ("Membaca buku Bahasa Indonesia", ""),
        ("Dito dan Sari menggambar, anak kelas 3, 4 dan 5", ""),
        ("mengunduh tugas dari sekolah", ""),
        ("hubungi 0812 3456 789", "number"),
        ("hubungi 08123-456", "number"),
        ("anak SDN 2", "school"),
        ("murid SD Melati", "school"),
        ("rumah di Jalan Kenanga 3", "address"),
        ("Budi Santoso mengerjakan tugas", "full"),
    ],
)
def test_a_text_is_told_from_what_says_too_much(text, fault):
    assert text_fault(text) == fault


ROW = {
    "name": "Siti",
    "day": "2026-11-21",
    "start": "09.00",
    "end": "10.30",
    "done": "Kelas video",
    "odd": "Orang asing meminta foto",
    "told": ["guru", "hantu"],
}
TODAY = date(2026, 11, 22)


def test_a_row_is_kept_and_read_again():
    visit = made_visit(ROW, TODAY)
    assert visit.told == ("guru",)
    assert read_visits({"pendamping": [visit.to_content()]}) == (visit,)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"name": ""}, ("empty", "name")),
        ({"name": "Siti Aminah"}, ("full", "name")),
        ({"day": "kemarin"}, ("empty", "day")),
        ({"day": "2026-11-23"}, ("later", "day")),
        ({"start": ""}, ("empty", "time")),
        ({"end": "09.00"}, ("order", "time")),
        ({"done": "  "}, ("empty", "done")),
        ({"done": "di SDN 4"}, ("school", "done")),
        ({"odd": "nomornya 08123456"}, ("number", "odd")),
    ],
)
def test_a_row_that_lacks_something_or_says_too_much_is_not_kept(change, fault):
    with pytest.raises(VisitFault) as raised:
        made_visit({**ROW, **change}, TODAY)
    assert (raised.value.fault, raised.value.field) == fault


def test_a_row_with_too_much_in_a_file_is_left_out():
    row = made_visit(ROW, TODAY).to_content()
    assert len(read_visits({"pendamping": [row, {**row, "nama": "Siti Aminah"}]})) == 1
    with pytest.raises(ValueError, match="damaged"):
        read_visits({"pendamping": [{**row, "nama": 4}]})
    with pytest.raises(ValueError, match="list"):
        read_visits({"pendamping": {}})


def test_the_data_lie_beside_the_module():
    folder = Path(schedule.__file__).parents[1] / "texts"
    assert {"kelas-video.toml", "jadwal.toml", "tugas-anak.toml"} <= {path.name for path in folder.iterdir()}

"""An answer comes back exactly as it was saved."""

import json
from datetime import datetime, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lentera.answers import Answer, AnswerFile, answers_folder

JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters()),  # lone surrogates too: a browser may send half an emoji
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)

WIRES = {"kabel": [["battery.plus", "fuse.a"], ["fuse.b", "controller.battery_plus"]], "urutan": [1, 2]}


def test_the_file_is_small_readable_and_complete(tmp_path, morning):
    AnswerFile(tmp_path, "s06-ukur").save({"tegangan": "12,8 V", "catatan": "lampu menyala ☀"}, morning)
    assert (tmp_path / "s06-ukur.json").read_text(encoding="utf-8") == (
        "{\n"
        '  "answer": {\n'
        '    "catatan": "lampu menyala ☀",\n'
        '    "tegangan": "12,8 V"\n'
        "  },\n"
        '  "format": "lentera.answer/1",\n'
        '  "saved_at": "2026-11-22T09:41:00+08:00",\n'
        '  "task": "s06-ukur"\n'
        "}\n"
    )


@settings(max_examples=60, deadline=None)
@example(payload={"catatan": "\ud83d", "lampu": "menyala ☀"})
@given(payload=st.dictionaries(st.text(st.characters()), JSON_VALUES, max_size=4))
def test_any_answer_comes_back_exactly(tmp_path_factory, payload):
    morning = datetime.fromisoformat("2026-11-22T09:41:00.000001+08:00")
    folder = tmp_path_factory.mktemp("jawaban")
    AnswerFile(folder, "s06-rangkai").save(payload, morning)
    assert AnswerFile(folder, "s06-rangkai").load() == Answer("s06-rangkai", payload, morning)


def test_there_is_no_answer_before_the_first_save(tmp_path):
    assert AnswerFile(answers_folder(tmp_path), "s06-rangkai").load() is None
    assert not (tmp_path / "jawaban").exists(), "looking leaves no trace"


def test_the_last_save_wins_and_leaves_no_draft(tmp_path, morning):
    answer_file = AnswerFile(answers_folder(tmp_path), "s06-rangkai")
    for count in range(5):
        answer_file.save({"kabel": count}, morning)
    assert answer_file.load().payload == {"kabel": 4}
    assert [path.name for path in (tmp_path / "jawaban").iterdir() if path.is_file()] == ["s06-rangkai.json"]


@pytest.mark.parametrize(
    "task",
    [
        "../s06",
        "s06/rangkai",
        "s06\\rangkai",
        "",
        ".",
        "..",
        ".riwayat",
        "C:s06",
        "s06 rangkai",
        "S06-Rangkai",
        "s06.json",
        "s06--x",
        "-s06",
        "s06\n",
        "con",
        "lpt1",
        "a" * 61,
        "s06\x00",
    ],
)
def test_a_name_that_could_leave_the_folder_is_refused(tmp_path, task):
    with pytest.raises(ValueError, match="cannot name an answer file"):
        AnswerFile(tmp_path, task)


@pytest.mark.parametrize(
    ("payload", "error"),
    [({"v": float("nan")}, ValueError), ({"v": float("inf")}, ValueError), ({"v": {1, 2}}, TypeError)],
)
def test_what_json_cannot_hold_is_refused_and_the_earlier_answer_stays(tmp_path, morning, payload, error):
    answer_file = AnswerFile(tmp_path, "s06-ukur")
    answer_file.save({"v": 12.8}, morning)
    with pytest.raises(error):
        answer_file.save(payload, morning)
    assert answer_file.load().payload == {"v": 12.8}


def test_a_time_without_offset_is_refused(tmp_path, morning):
    with pytest.raises(ValueError, match="needs an offset"):
        AnswerFile(tmp_path, "s06-ukur").save({}, morning.replace(tzinfo=None))


class TestHistory:
    def test_keystrokes_cost_no_milestone_but_a_minute_does(self, tmp_path, morning):
        answer_file = AnswerFile(tmp_path, "s06-rangkai")
        for second in range(0, 181, 5):
            answer_file.save({"detik": second}, morning + timedelta(seconds=second))
        assert [each.payload["detik"] for each in answer_file.history()] == [180, 120, 60, 0]

    def test_a_check_is_always_a_milestone_and_equal_ones_are_kept_once(self, tmp_path, morning):
        answer_file = AnswerFile(tmp_path, "s06-rangkai")
        for second in (0, 1, 2, 3):
            answer_file.save({"kabel": second // 2}, morning + timedelta(seconds=second), milestone=True)
        assert [each.payload["kabel"] for each in answer_file.history()] == [1, 0]

    def test_the_ring_keeps_the_newest_twenty(self, tmp_path, morning):
        answer_file = AnswerFile(tmp_path, "s06-rangkai")
        for count in range(25):
            answer_file.save({"kabel": count}, morning, milestone=True)
        assert [each.payload["kabel"] for each in answer_file.history()] == list(range(24, 4, -1))
        assert len(list((tmp_path / ".riwayat").iterdir())) == 20

    def test_a_clock_set_back_does_not_stop_it(self, tmp_path, morning):
        answer_file = AnswerFile(tmp_path, "s06-rangkai")
        answer_file.save({"kabel": 1}, morning)
        answer_file.save({"kabel": 2}, morning.replace(year=2000))
        assert [each.payload["kabel"] for each in answer_file.history()] == [2, 1]

    def test_tasks_with_similar_names_keep_apart(self, tmp_path, morning):
        AnswerFile(tmp_path, "s06").save({"kabel": 1}, morning)
        AnswerFile(tmp_path, "s06-kit").save({"kabel": 2}, morning)
        assert [each.payload for each in AnswerFile(tmp_path, "s06").history()] == [{"kabel": 1}]


class TestStartingOver:
    def test_begins_empty_and_keeps_the_old_answer(self, tmp_path, morning):
        answer_file = AnswerFile(tmp_path, "s06-rangkai")
        answer_file.save({"kabel": 1}, morning)
        answer_file.save(WIRES, morning + timedelta(seconds=3))
        answer_file.start_over()
        assert answer_file.load() is None
        assert AnswerFile(tmp_path, "s06-rangkai").load() is None, "also after opening the notebook again"
        assert answer_file.history()[0].payload == WIRES

    def test_before_the_first_answer_does_nothing(self, tmp_path):
        AnswerFile(tmp_path, "s06-rangkai").start_over()
        assert list(tmp_path.iterdir()) == []

    def test_the_next_answer_is_saved_as_usual(self, tmp_path, morning):
        answer_file = AnswerFile(tmp_path, "s06-rangkai")
        answer_file.save(WIRES, morning)
        answer_file.start_over(morning + timedelta(seconds=1))
        answer_file.save({"kabel": []}, morning + timedelta(seconds=2))
        assert answer_file.load() == Answer("s06-rangkai", {"kabel": []}, morning + timedelta(seconds=2))


def test_the_envelope_is_what_other_programs_read(tmp_path, morning):
    AnswerFile(tmp_path, "s06-rangkai").save(WIRES, morning)
    assert json.loads((tmp_path / "s06-rangkai.json").read_bytes()) == {
        "format": "lentera.answer/1",
        "task": "s06-rangkai",
        "saved_at": "2026-11-22T09:41:00+08:00",
        "answer": WIRES,
    }

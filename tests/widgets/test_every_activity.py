"""What holds for every activity: a full disk, a shut folder, two notebooks, no desk, another language."""

import errno
import json
import os
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.widgets.gesturing import made
from tests.widgets.opened import ACTIVITIES, answer_of, gestures_of, lay_ready, open_activity

from lentera import atomic
from lentera.place import Place
from lentera.widgets.activity import Activity

NAMES_IN_ANSWERS = (
    *("isian", "bench", "tahun", "pilihan", "entries", "beban", "halaman", "cek_kontras", "peta_tautan"),
    *(
        "foto",
        "terbit",
        "umpan_balik",
        "temuan",
        "putaran",
        "baris",
        "masalah",
        "batch",
        "bahan",
        "biaya",
        "tentang",
    ),
)
"""Keys under which no activity keeps a number."""


def saved(name: str, place: Place) -> bytes:
    path = answer_of(name, place).path
    return path.read_bytes() if path.exists() else b""


def work(name: str, activity: Activity[Any], place: Place, seed: int, *, steps: int = 200) -> None:
    """Make gestures until one of them is saved."""
    chance = Random(seed)  # noqa: S311 - the same gestures at every run
    gestures = gestures_of(name, activity)
    before = saved(name, place)
    for _step in range(steps):
        activity.handle(made(chance.choice(gestures), chance))
        if saved(name, place) != before:
            return
    pytest.fail(f"nothing of {name} was saved")


def attempts(name: str, activity: Activity[Any], seed: int) -> set[str]:
    """Make gestures on a disk that takes nothing; return what was said instead of saving."""
    chance = Random(seed)  # noqa: S311 - as above
    gestures = gestures_of(name, activity)
    said = set()
    for _step in range(25):
        before, moment = activity._state, activity.view["saved"]
        view = activity.handle(made(chance.choice(gestures), chance))
        assert activity._state == before, view["live"]
        assert view["saved"] == moment
        if "belum tersimpan" in view["live"]:
            said.add(view["live"])
    return said


@pytest.mark.parametrize(
    ("cause", "next_step"), [(errno.ENOSPC, "ulangi langkah terakhir"), (errno.EROFS, "panggil pengajar")]
)
@pytest.mark.parametrize("name", ACTIVITIES)
def test_a_disk_that_takes_nothing_changes_nothing(
    name: str, cause: int, next_step: str, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    activity = open_activity(name, place, monkeypatch)
    work(name, activity, place, 5)
    before = saved(name, place)

    def full(*_args: object, **_kwargs: object) -> None:
        raise OSError(cause, os.strerror(cause))

    monkeypatch.setattr("lentera.answers.file.write_atomically", full)
    said = attempts(name, activity, 6)
    assert said
    assert all(next_step in sentence for sentence in said), said
    assert saved(name, place) == before
    monkeypatch.setattr("lentera.answers.file.write_atomically", atomic.write_atomically)
    work(name, activity, place, 7)


@pytest.mark.parametrize("name", ACTIVITIES)
def test_an_unreadable_answer_on_a_full_disk_is_not_written_over(
    name: str, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_ready(name, place)
    answer = answer_of(name, place)
    answer.save(dict.fromkeys(NAMES_IN_ANSWERS, 7), place.now())
    before = saved(name, place)

    def full(*_args: object, **_kwargs: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("lentera.answers.file.write_atomically", full)
    activity = open_activity(name, place, monkeypatch)
    if "disk laptop ini penuh" not in activity.view["live"]:
        return  # this one reads whatever it can use
    attempts(name, activity, 8)
    assert saved(name, place) == before
    monkeypatch.setattr("lentera.answers.file.write_atomically", atomic.write_atomically)
    work(name, activity, place, 9)
    assert any(one.payload == json.loads(before)["answer"] for one in answer.history()), "it is kept aside"


@pytest.mark.parametrize("name", ACTIVITIES)
def test_two_notebooks_take_turns(name: str, place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    here, there = (open_activity(name, place, monkeypatch) for _ in range(2))
    for seed, one, other in ((10, here, there), (11, there, here), (12, here, there)):
        work(name, one, place, seed)
        content = saved(name, place)
        other.handle({"do": "nothing of the kind"})
        assert other._state == one._state
        assert saved(name, place) == content, "looking writes nothing"


@pytest.mark.parametrize("name", ACTIVITIES)
def test_outside_of_any_desk_everything_is_saved(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Place(tmp_path)
    activity = open_activity(name, place, monkeypatch)
    work(name, activity, place, 13)
    activity.write_log()
    assert open_activity(name, place, monkeypatch)._state == activity._state


@pytest.mark.parametrize("name", ACTIVITIES)
def test_partners_read_another_language_on_the_same_answer(
    name: str, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    activity = open_activity(name, place, monkeypatch)
    work(name, activity, place, 14)
    words = activity.words()
    monkeypatch.setenv("LENTERA_LANG", "en")
    english = open_activity(name, place, monkeypatch)
    assert english._state == activity._state
    assert english.words()["lang"] == "en"
    assert english.words()["last"] != words["last"]
    assert english.words()["title"] != words["title"] or name.startswith("multimeter")
    assert english.view["live"] != activity.view["live"]
    work(name, english, place, 15)
    monkeypatch.delenv("LENTERA_LANG")
    assert open_activity(name, place, monkeypatch)._state == english._state

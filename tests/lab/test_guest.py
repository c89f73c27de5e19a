"""What a learner did before she had a code is hers once she has one."""

from datetime import date

import pytest

from lentera.desk import GUEST, Desk
from lentera.lab.desk_state import read_state
from lentera.lab.workspace import prepare
from lentera.progress import Log, LogNotWritten, Score


@pytest.fixture
def desk(tmp_path, content, monkeypatch):
    """A desk on which a guest has put one task right."""
    monkeypatch.setenv("LENTERA_CONTENT", str(content))
    desk = Desk.open(tmp_path / "meja")
    prepare(desk.root, content, date(2026, 11, 22))
    with desk.recorder() as recorder:
        recorder.opened("s06")
        recorder.tried("s06-sambungan", holds=True, score=Score(30, 30))
    return desk


def statements_of(desk, learner):
    with desk.open_log() as log:
        return log.statements(learners=[learner])


def test_her_first_code_takes_the_guests_tries_over(desk):
    guest = statements_of(desk, GUEST)
    desk.set_learner("sm-07")
    hers = statements_of(desk, "SM-07")
    assert [(each.verb, each.activity, each.timestamp, each.result) for each in hers] == [
        (each.verb, each.activity, each.timestamp, each.result) for each in guest
    ]
    assert statements_of(desk, GUEST) == guest
    assert read_state(desk).open_view.session("s06").right == 1
    # These are her own statements now, so the envelope carries them like any others.
    assert {each.learner for each in hers} == {"SM-07"}


def test_saying_the_code_again_adds_nothing(desk):
    for code in ("SM-07", "SM-07", "SM-07"):
        desk.set_learner(code)
    assert len(statements_of(desk, "SM-07")) == 2


def test_a_second_code_on_the_same_laptop_takes_nothing(desk):
    desk.set_learner("SM-07")
    desk.set_learner("SM-08")
    assert statements_of(desk, "SM-08") == []


def test_a_log_that_takes_nothing_does_not_cost_her_the_code(desk, monkeypatch):
    def full(*_given):
        raise LogNotWritten("catatan.sqlite", OSError(28, "No space left on device"))

    monkeypatch.setattr(Log, "merge", full)
    assert desk.set_learner("SM-07") == "SM-07"
    assert desk.learner == "SM-07"
    assert "galat.log" in {path.name for path in desk.private.iterdir()}


def test_a_desk_without_a_log_gets_none(tmp_path):
    desk = Desk.open(tmp_path / "kosong")
    desk.set_learner("SM-07")
    assert not (desk.private / "catatan.sqlite").exists()

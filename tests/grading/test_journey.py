"""From a learner's desk to the trainer's formgrader and back, with the mark a trainer gives by hand."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from html.parser import HTMLParser
from http.server import BaseHTTPRequestHandler, HTTPServer
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from lentera.answers import AnswerFile
from lentera.classroom import ClassFolder, ClassroomError, collect, hand_in, open_envelope, receive
from lentera.classroom.collecting import TAG
from lentera.course import content_root, load_course
from lentera.desk import Desk
from lentera.grading import feedback, grade
from lentera.grading.formgrader import answers, command
from lentera.progress import Verb, learner_view

NOW = datetime.fromisoformat("2026-11-22T09:41:00+08:00")
RELEASED = content_root() / "grading" / "release" / "s06" / "s06.ipynb"


@dataclass
class Journey:
    """What was there at each stop."""

    classroom: ClassFolder
    desk: Desk
    stick: Path
    first_page: str = ""
    first_marks: dict[str, float | None] = field(default_factory=dict)
    waiting: list[Mapping[str, Any]] = field(default_factory=list)
    formgrader_page: str = ""
    second_page: str = ""
    second_marks: dict[str, float | None] = field(default_factory=dict)
    newly_recorded: int = -1


class Formgrader:
    """Speak to formgrader as its own pages do."""

    def __init__(self, address: str) -> None:
        base, _question, query = address.partition("?token=")
        self.base, self.token = base, query

    def ask(self, path: str, body: Mapping[str, Any] | None = None) -> Any:
        request = urllib.request.Request(  # noqa: S310 - a server of this test
            f"{self.base}/api/{path}",
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"token {self.token}", "Content-Type": "application/json"},
            method="GET" if body is None else "PUT",
        )
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 - as above
            return json.loads(answer.read())

    def page(self, path: str) -> str:
        request = urllib.request.Request(  # noqa: S310 - as above
            f"{self.base}/{path}", headers={"Authorization": f"token {self.token}"}
        )
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 - as above
            return answer.read().decode()


@contextmanager
def trainer(classroom: ClassFolder) -> Iterator[Formgrader]:
    code = (
        "import sys; from pathlib import Path; from lentera.classroom import ClassFolder;"
        "from lentera.grading import open_trainer;"
        "sys.exit(open_trainer(ClassFolder.open(Path(sys.argv[1])), browser=False))"
    )
    process = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", code, str(classroom.root)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"LENTERA_LANG": "id"},
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line.startswith("Alamat: http://127.0.0.1:"), line
        yield Formgrader(line.removeprefix("Alamat: ").strip())
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0
        process.stdout.close()  # type: ignore[union-attr]


def marks_of(classroom: ClassFolder) -> dict[str, float | None]:
    (result,) = grade(classroom, ["s06"]).learners
    return {mark.task: mark.points for mark in result.marks}


@pytest.fixture(scope="module")
def journey(tmp_path_factory: pytest.TempPathFactory, answers: Mapping[str, Any]) -> Journey:
    root = tmp_path_factory.mktemp("perjalanan")
    desk = Desk.open(root / "meja")
    desk.set_learner("SM-01")
    desk.session_folder("s06").mkdir()
    shutil.copy(RELEASED, desk.session_folder("s06"))
    for name, payload in answers.items():
        AnswerFile(desk.session_folder("s06") / "jawaban", name).save(payload, NOW)
    classroom = ClassFolder.open(root / "kelas")
    classroom.add_learner("SM-01", "solar_mum")
    stick = root / "stik"
    stick.mkdir()
    trip = Journey(classroom, desk, stick)

    hand_in(desk, "s06", f"usb:{stick}", NOW)
    collect(classroom, f"usb:{stick}")
    trip.first_marks = marks_of(classroom)
    feedback(classroom, ["s06"], to=f"usb:{stick}", now=lambda: NOW)
    receive(desk, stick)
    trip.first_page = (desk.feedback_folder / "s06" / "umpan_balik.html").read_text()

    with trainer(classroom) as formgrader:
        (notebook,) = formgrader.ask("submitted_notebooks/s06/s06")
        about = f"?submission_id={notebook['id']}"
        trip.waiting = [each for each in formgrader.ask(f"grades{about}") if each["needs_manual_grade"]]
        (kit,) = trip.waiting
        trip.formgrader_page = formgrader.page(f"submissions/{notebook['id']}")
        formgrader.ask(f"grade/{kit['id']}", {"manual_score": 27.5, "extra_credit": None})
        (comment,) = [each for each in formgrader.ask(f"comments{about}") if each["name"] == "s06-kit"]
        formgrader.ask(f"comment/{comment['id']}", {"manual_comment": "Rapi. <b>Cincin</b> masih terpasang."})

    again = grade(classroom, ["s06"])
    trip.second_marks = {mark.task: mark.points for mark in again.learners[0].marks}
    trip.newly_recorded = again.recorded
    feedback(classroom, ["s06"], to=f"usb:{stick}", now=lambda: NOW)
    receive(desk, stick)
    trip.second_page = (desk.feedback_folder / "s06" / "umpan_balik.html").read_text()
    return trip


def text_of(page: str) -> str:
    class Words(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.words: list[str] = []
            self.hidden = False

        def handle_starttag(self, tag: str, _attrs: object) -> None:
            self.hidden = tag in {"style", "title"}

        def handle_endtag(self, _tag: str) -> None:
            self.hidden = False

        def handle_data(self, data: str) -> None:
            if not self.hidden:
                self.words.append(data)

    reader = Words()
    reader.feed(page)
    return re.sub(r"\s+", " ", " ".join(reader.words))


def test_before_the_trainer_marks_the_kit_waits(journey: Journey) -> None:
    assert journey.first_marks["s06-kit"] is None
    assert [(each["name"], each["auto_score"], each["manual_score"]) for each in journey.waiting] == [
        ("s06-kit", None, None)
    ]
    said = text_of(journey.first_page)
    assert "70 dari 70 poin sejauh ini. 30 poin belum dinilai." in said
    assert "Tingkat: Belum dinilai" in said
    assert "Menunggu Pengajar menilai tugas ini sesudah mengamati." in said
    assert "Langkah berikut Tunjukkan hasil rakitan alat nyata kepada pengajar." in said


def test_formgrader_shows_the_list_to_tick_and_loads_nothing_from_outside(journey: Journey) -> None:
    page = journey.formgrader_page
    assert load_course(content_root()).task("s06-kit").items[6].text in page
    assert re.findall(r"""(?:src|href)=["'](?:https?:)?//(?!127\.0\.0\.1)[^"']*\.(?:js|css)""", page) == []
    assert "cdnjs" not in page


def test_a_mark_given_by_hand_survives_grading_again(journey: Journey) -> None:
    assert journey.second_marks == journey.first_marks | {"s06-kit": 27.5}
    assert journey.newly_recorded == 1  # the kit alone: the automatic marks were known


def test_the_second_page_tells_mark_level_and_the_trainers_words(journey: Journey) -> None:
    said = text_of(journey.second_page)
    assert "97,5 dari 100 poin" in said
    assert "Tingkat: Mahir" in said
    assert "27,5 dari 30 poin" in said
    assert "Dari pengajar Rapi. <b>Cincin</b> masih terpasang." in said
    assert "<b>Cincin</b>" not in journey.second_page
    assert "Langkah berikut Baca nilai ini bersama pengajar." in said


def test_class_log_and_her_log_agree_on_the_marks(journey: Journey) -> None:
    with journey.classroom.open_log() as log, journey.desk.open_log() as hers:
        assert log.statements(verbs=[Verb.GRADED]) == hers.statements(verbs=[Verb.GRADED])
        assert len(log.statements(verbs=[Verb.GRADED])) == 5
        view = learner_view(hers.statements(), load_course(content_root()), "SM-01")
    (session,) = [each for each in view.sessions if each.id == "s06"]
    assert (session.mark, session.level.value) == (97.5, "Mahir")


def test_feedback_is_the_same_from_the_same_gradebook_and_answers(journey: Journey) -> None:
    feedback(journey.classroom, ["s06"], now=lambda: NOW)
    assert (journey.classroom.root / "feedback/SM-01/s06/s06.html").read_text() == journey.second_page


def test_a_stick_carries_only_the_newest_feedback(journey: Journey) -> None:
    (envelope,) = journey.stick.glob("*umpan-balik*")
    assert open_envelope(envelope).files["umpan_balik.html"].decode() == journey.second_page


def test_feedback_loads_nothing_and_runs_nothing(journey: Journey) -> None:
    for page in (journey.first_page, journey.second_page):
        assert (
            re.findall(r"(?:https?:)?//[a-z]|<script|<iframe|<link|@import|url\(|src=|\son\w+=", page) == []
        )
        assert "default-src 'none'" in page
        assert "Traceback" not in page


def test_feedback_headings_and_table_are_in_order(journey: Journey) -> None:
    levels = [int(level) for level in re.findall(r"<h(\d)", journey.second_page)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert "<caption>Poin tiap tugas</caption>" in journey.second_page
    assert journey.second_page.count('scope="row"') == 5
    assert '<html lang="id">' in journey.second_page


def test_feedback_for_a_session_that_is_not_there_is_told(journey: Journey) -> None:
    with pytest.raises(ClassroomError, match=r"Sesi s99 belum punya tugas"):
        feedback(journey.classroom, ["s99"])


def test_work_that_came_in_after_the_grading_is_told(journey: Journey) -> None:
    tag = journey.classroom.submitted("SM-01", "s06") / TAG
    before = tag.read_bytes()
    tag.write_bytes(before.replace(b'"counter": 1', b'"counter": 2'))
    try:
        given = feedback(journey.classroom, ["s06"], now=lambda: NOW)
    finally:
        tag.write_bytes(before)
    assert given.sentences()[0] == "SM-01, sesi 6: serahan baru belum dinilai. Jalankan penilaian lagi."
    assert list(given.envelopes) == [("SM-01", "s06")]


def test_grading_that_was_cut_short_gives_no_feedback_that_denies_her_answers(journey: Journey) -> None:
    graded = journey.classroom.autograded("SM-01", "s06")
    aside = graded.rename(graded.with_name("diambil"))
    try:
        given = feedback(journey.classroom, ["s06"], now=lambda: NOW)
    finally:
        aside.rename(graded)
    assert given.sentences() == ["SM-01, sesi 6: penilaian terhenti. Jalankan penilaian lagi dulu."]
    assert given.envelopes == {}
    assert (journey.classroom.root / "feedback/SM-01/s06/s06.html").read_text() == journey.second_page


def test_a_worse_later_hand_in_keeps_the_best_everywhere_she_and_the_trainer_read(
    journey: Journey, mistakes: Mapping[str, Any], tmp_path: Path
) -> None:
    stick = tmp_path / "stik"
    shutil.copytree(journey.desk.root, tmp_path / "meja")
    shutil.copytree(journey.classroom.root, tmp_path / "kelas")
    desk, classroom = Desk.open(tmp_path / "meja"), ClassFolder.open(tmp_path / "kelas")
    AnswerFile(desk.session_folder("s06") / "jawaban", "s06-rangkai").save(mistakes["no_lamp"], NOW)
    hand_in(desk, "s06", stick, NOW)
    collect(classroom, stick)
    (result,) = grade(classroom, ["s06"]).learners
    assert result.sentences() == [
        "SM-01, sesi 6: 84 dari 100 poin.",  # 22,5 for six of eight leads, 14 for the order, 10, 27,5, 10
        "Nilai terbaik tetap dipakai: 97,5 poin.",
    ]
    feedback(classroom, ["s06"], to=stick, now=lambda: NOW)
    receive(desk, stick)
    said = text_of((desk.feedback_folder / "s06" / "umpan_balik.html").read_text())
    assert "Nilai terbaik: 97,5 dari 100 poin" in said
    assert "Serahan terbaru: 84 dari 100 poin" in said
    for owner in (classroom, desk):
        with owner.open_log() as log:
            view = learner_view(log.statements(), load_course(content_root()), "SM-01")
        assert view.session("s06").mark == 97.5


def test_feedback_for_a_stick_that_is_not_there_is_told(journey: Journey) -> None:
    with pytest.raises(ClassroomError, match=r"Flashdisk .* belum ditemukan"):
        feedback(journey.classroom, ["s06"], to=f"usb:{journey.stick / 'cabut'}")


def test_the_trainers_desk_listens_on_this_laptop_alone(journey: Journey) -> None:
    line = command(journey.classroom, 8890)
    assert "--ServerApp.ip=127.0.0.1" in line
    assert not [part for part in line if "token" in part.lower()]


def test_another_server_on_the_port_is_not_taken_for_ours() -> None:
    class Refusing(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_error(403)

        def log_message(self, *_args: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Refusing) as other:
        threading.Thread(target=other.serve_forever, daemon=True).start()
        ours = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(1)"])  # finds its port taken
        try:
            assert answers(ours, other.server_port, "kunci") is False
        finally:
            ours.kill()
            ours.wait()
            other.shutdown()

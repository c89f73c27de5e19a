from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.accessible import WCAG, violations

from lentera.answers import AnswerFile
from lentera.classroom import ClassFolder
from lentera.course import Level, content_root, load_course
from lentera.grading.feedback_page import Page, compose, render
from lentera.grading.marks import Mark

if TYPE_CHECKING:
    from playwright.sync_api import Browser

COURSE = load_course(content_root())
FULL = {"s06-sambungan": 30.0, "s06-urutan": 20.0, "s06-sekering": 10.0, "s06-ukur": 10.0}
Compose = Callable[..., Page]


@pytest.fixture
def page_of(tmp_path: Path, answers: Mapping[str, Any], now: Any) -> Compose:
    """Return a function that composes a page from an answer, marks and a comment."""

    def make(
        given: Mapping[str, float | None],
        comment: str = "",
        counting: Mapping[str, float] | None = None,
        **changed: Any,
    ) -> Page:
        classroom = ClassFolder(tmp_path)
        for name, payload in (dict(answers) | changed).items():
            if payload is not None:
                AnswerFile(classroom.autograded("SM-01", "s06") / "jawaban", name).save(payload, now)
        points = {task.id: float(task.points) for task in COURSE.session("s06").tasks}
        marks = {
            task: Mark("SM-01", "s06", task, given.get(task), most, given.get(task) is None, comment)
            for task, most in points.items()
        }
        return compose(classroom, COURSE, "SM-01", "s06", marks, counting)

    return make


def test_all_right_and_all_marked(page_of: Compose) -> None:
    page = page_of(FULL | {"s06-kit": 30.0})
    assert (page.total, page.level) == ("100 dari 100 poin", Level.MAHIR)
    assert page.next_step == "Semua tugas tepat. Lanjutkan ke sesi berikutnya."
    assert [task.not_yet for task in page.tasks] == [""] * 5


@pytest.mark.parametrize(
    ("points", "level"),
    [(0.0, Level.CAKAP), (14.5, Level.CAKAP), (15.0, Level.MAHIR), (None, Level.BELUM_DINILAI)],
)
def test_the_level_needs_every_mark(page_of: Compose, points: float | None, level: Level) -> None:
    assert page_of(FULL | {"s06-kit": points}).level is level


def test_an_unmarked_task_is_neither_zero_nor_full(page_of: Compose) -> None:
    kit = page_of(FULL).tasks[3]
    assert (kit.points, kit.level) == ("Belum dinilai", Level.BELUM_DINILAI)


def test_the_first_task_that_is_not_right_gives_the_next_step(
    page_of: Compose, mistakes: Mapping[str, Any]
) -> None:
    page = page_of(FULL | {"s06-urutan": 6.0}, **{"s06-rangkai": mistakes["panel_first"]})
    assert page.next_step == page.tasks[1].next_step
    assert page.tasks[0].next_step == ""


# Each typical mistake is told in its own sentence, where it belongs.
@pytest.mark.parametrize(
    ("mistake", "task", "sentence"),
    [
        ("panel_first", 1, "Panel tersambung sebelum baterai."),
        ("no_fuse", 2, "Sekering belum tersambung."),
        ("fuse_on_minus", 2, "kabel minus"),
    ],
)
def test_a_mistake_is_told_in_its_own_sentence(
    page_of: Compose, mistakes: Mapping[str, Any], mistake: str, task: int, sentence: str
) -> None:
    told = page_of(FULL, **{"s06-rangkai": mistakes[mistake]}).tasks[task]
    assert sentence in told.not_yet
    assert told.not_yet_title == "Belum tepat"
    assert told.next_step


def test_no_answer_is_told_as_such(page_of: Compose) -> None:
    page = page_of(dict.fromkeys(FULL, 0.0), **{"s06-rangkai": None, "s06-ukur": None})
    assert [task.not_yet_title for task in page.tasks] == ["Belum ada jawaban"] * 3 + [
        "Menunggu",
        "Belum ada jawaban",
    ]
    assert page.next_step == "Meja rangkai masih kosong. Mulai dari baterai."


def test_a_worse_later_hand_in_keeps_the_best_marks_and_says_both(
    page_of: Compose, mistakes: Mapping[str, Any]
) -> None:
    best = FULL | {"s06-kit": 25.0}
    now = best | {"s06-sambungan": 18.75, "s06-sekering": 4.0}
    page = page_of(now, counting=best, **{"s06-rangkai": mistakes["fuse_on_minus"]})
    assert (page.total, page.level) == ("95 dari 100 poin", Level.MAHIR)
    assert page.newest == "Serahan terbaru: 77,75 dari 100 poin"
    connections, order = page.tasks[:2]
    assert (connections.points, connections.level) == ("30 dari 30 poin", Level.MAHIR)
    assert connections.newest == "Serahan terbaru: 18,75 dari 30 poin"
    assert connections.not_yet  # what she can learn from the newest work stays
    assert (order.points, order.newest) == ("20 dari 20 poin", "")
    assert page.next_step == "Baca nilai ini bersama pengajar."  # nothing is left to earn on the bench
    html = render(page)
    assert "Nilai terbaik: 95 dari 100 poin" in html
    assert "Serahan terbaru: 18,75 dari 30 poin." in html


def test_a_better_or_equal_hand_in_says_one_mark(page_of: Compose) -> None:
    html = render(page_of(FULL, counting=dict.fromkeys(FULL, 1.0)))
    assert "Serahan terbaru" not in html
    assert "Nilai terbaik" not in html


def test_an_unmarked_task_stays_unmarked_whatever_the_log_says_of_others(page_of: Compose) -> None:
    page = page_of(FULL, counting=FULL)
    assert page.total == "70 dari 70 poin sejauh ini. 30 poin belum dinilai."
    assert page.tasks[3].points == "Belum dinilai"


def test_what_the_trainer_writes_is_text(page_of: Compose) -> None:
    html = render(page_of(FULL, comment="<script>alert(1)</script> & bagus"))
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; bagus" in html


def test_no_blank_is_left_in_any_sentence(page_of: Compose, mistakes: Mapping[str, Any]) -> None:
    for answer in mistakes.values():
        page = page_of(FULL, **{"s06-rangkai": answer})
        said = " ".join(
            [
                page.next_step,
                *(part for task in page.tasks for part in (*task.right, task.not_yet, task.next_step)),
            ]
        )
        assert "{" not in said


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 1366])
@pytest.mark.parametrize("mistake", ["panel_first", "fuse_on_minus"])  # the widest level word is "Berkembang"
def test_the_page_reads_well_in_a_browser(
    page_of: Compose,
    mistakes: Mapping[str, Any],
    browser: "Browser",
    tmp_path: Path,
    mistake: str,
    width: int,
) -> None:
    html = tmp_path / "umpan_balik.html"
    html.write_text(
        render(
            page_of(
                FULL | {"s06-sambungan": 18.75, "s06-urutan": 6.0},
                comment="x" * 200,
                counting={"s06-urutan": 14.0},
                **{"s06-rangkai": mistakes[mistake]},
            )
        )
    )
    with browser.new_context(viewport={"width": width, "height": 700}, bypass_csp=True) as context:
        screen = context.new_page()
        asked: list[str] = []
        screen.on("request", lambda request: asked.append(request.url))
        screen.goto(html.as_uri())
        assert asked == [html.as_uri()]
        assert screen.evaluate("document.documentElement.scrollWidth") <= width
        assert violations(screen, tags=(*WCAG, "best-practice")) == []

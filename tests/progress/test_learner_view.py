"""A learner's view: states, best tries, marks and the next step in words."""

import pytest

from lentera.course import Level, content_root, load_course
from lentera.progress import NextStep, Result, Score, State, Verb, learner_view, session, task

NOW, DONE, NOT_YET = State.NOW, State.DONE, State.NOT_YET


def right_in_all_automatic_tasks(told):
    return (
        told.passes("s06-sambungan", 30, 30)
        .passes("s06-urutan", 20, 20)
        .passes("s06-sekering", 10, 10)
        .passes("s06-ukur", 10, 10)
    )


def all_automatic_marks(told):
    for task_id, points in (
        ("s06-sambungan", 30),
        ("s06-urutan", 20),
        ("s06-sekering", 10),
        ("s06-ukur", 10),
    ):
        told.graded(task_id, points, points)
    return told


def done_with_s05(told):
    return told.opens("s05").passes("s05-warna", 100, 100).hands_in("s05")


CASES = {
    "nothing done yet": (
        lambda told: told,
        [NOW, NOT_YET, NOT_YET],
        NextStep("Berikutnya: buka Sesi 5, Menata Halaman.", "s05"),
    ),
    "a session opened": (
        lambda told: told.opens("s06"),
        [NOT_YET, NOW, NOT_YET],
        NextStep(
            "Sesi 6: 0 dari 5 tugas sudah tepat. Berikutnya: kerjakan sambungan.", "s06", "s06-sambungan"
        ),
    ),
    "three of five right": (
        lambda told: told.opens("s06").passes("s06-sambungan").passes("s06-sekering").passes("s06-ukur"),
        [NOT_YET, NOW, NOT_YET],
        NextStep(
            "Sesi 6: 3 dari 5 tugas sudah tepat. Berikutnya: kerjakan urutan aman.", "s06", "s06-urutan"
        ),
    ),
    "a task that was right stays right after a worse try": (
        lambda told: told.passes("s06-sambungan").misses("s06-sambungan"),
        [NOT_YET, NOW, NOT_YET],
        NextStep(
            "Sesi 6: 1 dari 5 tugas sudah tepat. Berikutnya: kerjakan urutan aman.", "s06", "s06-urutan"
        ),
    ),
    "what rules check is right, the real kit waits": (
        right_in_all_automatic_tasks,
        [NOT_YET, NOW, NOT_YET],
        NextStep(
            "Sesi 6: 4 dari 5 tugas sudah tepat. Berikutnya, bersama pengajar: kerjakan kit nyata.",
            "s06",
            "s06-kit",
        ),
    ),
    "the kit is done too": (
        lambda told: right_in_all_automatic_tasks(told).completes("s06-kit"),
        [NOT_YET, NOW, NOT_YET],
        NextStep(
            "Sesi 6: 4 dari 5 tugas sudah tepat. Berikutnya: serahkan tugas.", "s06", None, hand_in=True
        ),
    ),
    "handed in": (
        lambda told: right_in_all_automatic_tasks(done_with_s05(told)).hands_in("s06"),
        [DONE, DONE, NOW],
        NextStep("Berikutnya: buka Sesi 7, Produk Siap Jual.", "s07"),
    ),
    "collected by the trainer, whose log has no hand-in": (
        all_automatic_marks,
        [NOT_YET, DONE, NOW],
        NextStep("Berikutnya: buka Sesi 7, Produk Siap Jual.", "s07"),
    ),
    "the kit marked in the hall before anything is handed in": (
        lambda told: told.opens("s06").graded("s06-kit", 30, 30),
        [NOT_YET, NOW, NOT_YET],
        NextStep(
            "Sesi 6: 1 dari 5 tugas sudah tepat. Berikutnya: kerjakan sambungan.", "s06", "s06-sambungan"
        ),
    ),
    "present only: the trainer noted it, she has done nothing yet": (
        lambda told: told.tell(Verb.PRESENT, session("s05")),
        [NOW, NOT_YET, NOT_YET],
        NextStep("Berikutnya: buka Sesi 5, Menata Halaman.", "s05"),
    ),
    "an unfinished session comes before the next new one": (
        lambda told: done_with_s05(told.opens("s06")),
        [DONE, NOW, NOT_YET],
        NextStep(
            "Sesi 6: 0 dari 5 tugas sudah tepat. Berikutnya: kerjakan sambungan.", "s06", "s06-sambungan"
        ),
    ),
    "of two unfinished sessions the one last worked in": (
        lambda told: told.opens("s06").opens("s05").misses("s06-sambungan"),
        [NOT_YET, NOW, NOT_YET],
        NextStep(
            "Sesi 6: 0 dari 5 tugas sudah tepat. Berikutnya: kerjakan sambungan.", "s06", "s06-sambungan"
        ),
    ),
    "the last session done, an earlier one missed": (
        lambda told: told.hands_in("s06").hands_in("s07"),
        [NOW, DONE, DONE],
        NextStep("Berikutnya: buka Sesi 5, Menata Halaman.", "s05"),
    ),
    "everything done": (
        lambda told: told.hands_in("s05").hands_in("s06").hands_in("s07"),
        [DONE, DONE, DONE],
        NextStep("Semua sesi selesai. Bagus, {sapaan}."),
    ),
}


@pytest.mark.parametrize(("tell", "states", "next_step"), CASES.values(), ids=CASES)
def test_states_and_the_next_step(story, course, tell, states, next_step):
    view = learner_view(tell(story()).told, course, "SM-07")
    assert [each.state for each in view.sessions] == states
    assert view.next_step == next_step


def test_the_order_of_statements_plays_no_part(story, course):
    told = right_in_all_automatic_tasks(done_with_s05(story())).misses("s06-urutan").told
    assert learner_view(reversed(told), course, "SM-07") == learner_view(told, course, "SM-07")


def test_other_learners_statements_are_left_out(story, course):
    others = right_in_all_automatic_tasks(story(learner="SM-08")).told
    assert learner_view(others, course, "SM-07") == learner_view([], course, "SM-07")


def test_tries_and_the_best_one_are_counted(story, course):
    told = (
        story().misses("s06-urutan", raw=5, times=2).misses("s06-urutan", raw=10).misses("s06-urutan", raw=0)
    )
    told.tell(Verb.ATTEMPTED, task("s06-urutan"), Result(hints=2))
    urutan = learner_view(told.told, course, "SM-07").session("s06").tasks[1]
    assert (urutan.tries, urutan.best, urutan.mark, urutan.right, urutan.hints) == (5, 10, None, False, 2)


def test_a_score_on_another_scale_becomes_points_of_the_task(story, course):
    told = story().misses("s06-urutan", raw=0.5, highest=1).told
    assert learner_view(told, course, "SM-07").session("s06").tasks[1].best == 10


class TestMarks:
    def test_an_unmarked_observed_task_leaves_the_session_unmarked(self, story, course):
        s06 = learner_view(all_automatic_marks(story()).told, course, "SM-07").session("s06")
        assert (s06.auto_mark, s06.observed_mark, s06.mark, s06.level) == (
            70,
            None,
            None,
            Level.BELUM_DINILAI,
        )

    @pytest.mark.parametrize(
        ("kit", "mark", "level"),
        [(30, 100, Level.MAHIR), (2.5, 72.5, Level.CAKAP), (0, 70, Level.CAKAP), (15, 85, Level.MAHIR)],
    )
    def test_the_trainers_mark_completes_the_session(self, story, course, kit, mark, level):
        told = all_automatic_marks(story()).graded("s06-kit", kit, 30).told
        s06 = learner_view(told, course, "SM-07").session("s06")
        assert (s06.observed_mark, s06.mark, s06.level) == (kit, mark, level)

    def test_a_zero_that_was_given_is_not_the_same_as_no_mark(self, story, course):
        told = story()
        for each in course.sessions["s06"].tasks:
            told.graded(each.id, 0, each.points)
        s06 = learner_view(told.told, course, "SM-07").session("s06")
        assert (s06.mark, s06.level) == (0, Level.MULAI)

    def test_of_two_hand_ins_the_better_automatic_mark_stays(self, story, course):
        told = story().graded("s06-urutan", 20, 20).graded("s06-urutan", 5, 20).told
        assert learner_view(told, course, "SM-07").session("s06").tasks[1].mark == 20

    def test_a_trainer_may_correct_what_she_observed(self, story, course):
        told = story().graded("s06-kit", 30, 30).graded("s06-kit", 27.5, 30).told
        assert learner_view(told, course, "SM-07").session("s06").tasks[3].mark == 27.5

    def test_own_tries_are_never_marks(self, story, course):
        told = right_in_all_automatic_tasks(story()).hands_in("s06").told
        assert learner_view(told, course, "SM-07").session("s06").auto_mark is None

    def test_a_session_that_only_people_mark_has_no_automatic_mark(self, story, course):
        s07 = learner_view(story().graded("s07-label", 80, 100).told, course, "SM-07").session("s07")
        assert (s07.auto_mark, s07.mark, s07.level, s07.state) == (None, 80, Level.CAKAP, DONE)


def test_the_tables_say_what_the_view_says(story, course):
    told = done_with_s05(story())
    told = all_automatic_marks(right_in_all_automatic_tasks(told.opens("s06")).hands_in("s06"))
    view = learner_view(told.opens("s07").told, course, "SM-07")
    assert view.to_table().rows == (
        (
            "Sesi 5",
            "Menata Halaman",
            "selesai",
            "1 dari 1",
            "Belum dinilai",
            None,
            "Belum dinilai",
            "Belum dinilai",
        ),
        (
            "Sesi 6",
            "Merakit Lampu Surya",
            "selesai",
            "4 dari 5",
            70,
            "Belum dinilai",
            "Belum dinilai",
            "Belum dinilai",
        ),
        ("Sesi 7", "Produk Siap Jual", "sekarang", "0 dari 1", None, None, None, None),
    )
    assert view.tasks_to_table("s06").rows[2:4] == (
        ("Sekering", 10, 1, 10, 10),
        ("Kit nyata", 30, 0, None, "Belum dinilai"),
    )
    assert view.to_table().title == "Kemajuan SM-07"


def test_an_unknown_session_is_named(course):
    with pytest.raises(KeyError, match="No session s99; there are s05, s06, s07"):
        learner_view([], course, "SM-07").session("s99")


def test_english_is_there_for_a_foreign_partner(story, course, monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    view = learner_view(story().passes("s06-sambungan").told, course, "SM-07")
    assert view.next_step.sentence == "Sesi 6: 1 of 5 tasks are right. Next: kerjakan urutan aman."


def test_the_real_course_fits(story):
    course = load_course(content_root())
    told = story().passes("s06-sambungan", 30, 30).misses("s06-urutan", raw=5).told
    view = learner_view(told, course, "SM-07")
    assert len(view.sessions) == 12
    assert (view.next_step.session, view.next_step.task) == ("s06", "s06-urutan")
    assert [each.best for each in view.session("s06").tasks] == [30, 5, None, None, None]
    every = story()
    for plan in course.sessions.values():
        for each in plan.tasks:
            every.graded(each.id, each.points, each.points)
    assert {each.level for each in learner_view(every.told, course, "SM-07").sessions} == {Level.MAHIR}


def test_every_next_step_of_the_real_course_is_short(story):
    course = load_course(content_root())
    for plan in course.sessions.values():
        told = story().opens(plan.id)
        for each in plan.tasks:
            sentence = learner_view(told.told, course, "SM-07").next_step.sentence
            assert max(len(part.split()) for part in sentence.split(". ")) < 18, sentence
            told.tell(Verb.PASSED, task(each.id), Result(Score(1, 1), success=True))

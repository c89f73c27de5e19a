"""The class grid and who needs help."""

from datetime import timedelta

import pytest

from lentera.progress import HelpNeed, Verb, class_view, help_table, needs_help, task


def test_the_grid_has_a_row_for_each_learner_and_a_word_for_each_session(story, course):
    told = story(learner="SM-07", device="a").opens("s06").told
    told += story(learner="SM-08", device="b").opens("s06").hands_in("s06").told
    marked = story(learner="SM-09", device="c").hands_in("s05")
    told += marked.graded("s05-warna", 62.5, 100).graded("s07-label", 90, 100).told
    told += story(learner="PG-01", device="d").opens("s06").told  # a trainer is no learner
    grid = class_view(told, course, ["SM-09", "SM-07", "SM-08", "SM-10"])
    assert grid.title == "Kemajuan kelas"
    assert [column.title for column in grid.columns] == ["Peserta", "Sesi 5", "Sesi 6", "Sesi 7"]
    assert grid.rows == (
        ("SM-09", "Berkembang", "belum", "Mahir"),
        ("SM-07", "belum", "dikerjakan", "belum"),
        ("SM-08", "belum", "Belum dinilai", "belum"),
        ("SM-10", "belum", "belum", "belum"),
    )


def test_marks_written_on_the_trainers_laptop_go_to_the_learner(story, course):
    trainer = story(learner="PG-01", device="trainer").graded("s07-label", 100, 100, learner="SM-07").told
    assert class_view(trainer, course, ["SM-07"]).rows == (("SM-07", "belum", "belum", "Mahir"),)


FOUR = {
    "four wrong tries": (lambda told: told.misses("s06-urutan", times=4), 4),
    "a fifth refreshes the same need": (lambda told: told.misses("s06-urutan", times=5), 5),
    "three are learning": (lambda told: told.misses("s06-urutan", times=3), None),
    "success ends it": (lambda told: told.misses("s06-urutan", times=6).passes("s06-urutan"), None),
    "a full mark ends it": (
        lambda told: told.misses("s06-urutan", times=6).graded("s06-urutan", 20, 20),
        None,
    ),
    "a mark that is not full does not": (
        lambda told: told.misses("s06-urutan", times=6).graded("s06-urutan", 15, 20),
        6,
    ),
    "counting begins again after success": (
        lambda told: told.misses("s06-urutan", times=3).passes("s06-urutan").misses("s06-urutan", times=3),
        None,
    ),
    "stuck again after success": (
        lambda told: told.misses("s06-urutan", times=3).passes("s06-urutan").misses("s06-urutan", times=4),
        4,
    ),
    "tries of different tasks do not add up": (
        lambda told: told.misses("s06-urutan", times=3).misses("s06-sekering", times=3),
        None,
    ),
    "success in another task changes nothing": (
        lambda told: told.misses("s06-urutan", times=4).passes("s06-sekering"),
        4,
    ),
    "opening, trying and handing in are neither": (
        lambda told: (
            told.misses("s06-urutan", times=3)
            .opens("s06")
            .tell(Verb.ATTEMPTED, task("s06-urutan"))
            .hands_in("s06")
        ),
        None,
    ),
}


@pytest.mark.parametrize(("tell", "wrong_tries"), FOUR.values(), ids=FOUR)
def test_help_is_needed_after_four_wrong_tries(story, tell, wrong_tries):
    told = tell(story()).told
    needs = needs_help(reversed(told))
    assert [need.wrong_tries for need in needs] == ([] if wrong_tries is None else [wrong_tries])


def test_a_need_names_the_typical_mistake_and_when_it_was_made(story):
    teller = story().misses("s06-urutan", "panel-dulu", times=9).passes("s06-urutan")
    teller.misses("s06-urutan", "panel-dulu", times=2, rule="lain").misses("s06-urutan", "terbalik", times=2)
    told = teller.misses("s06-urutan", None, rule=None).told
    (need,) = needs_help(told)
    assert need == HelpNeed(
        learner="SM-07",
        task="s06-urutan",
        wrong_tries=5,
        rule="urutan",
        mistake="terbalik",
        since=teller.start + timedelta(minutes=11),
        latest=teller.start + timedelta(minutes=15),
    )


def test_tries_without_a_known_mistake_count_too(story):
    (need,) = needs_help(story().misses("s06-urutan", None, rule=None, times=4).told)
    assert (need.mistake, need.rule) == (None, None)


def test_needs_are_by_learner_latest_first_and_for_this_class(story, course):
    told = story(learner="SM-07", device="a").misses("s06-urutan", times=4).told
    told += (
        story(learner="SM-08", device="b").misses("s06-urutan", times=4).misses("s06-sekering", times=7).told
    )
    told += story(learner="CM-01", device="c").misses("s06-urutan", times=4).told
    needs = needs_help(told, ["SM-07", "SM-08"])
    assert [(need.learner, need.task) for need in needs] == [
        ("SM-08", "s06-sekering"),
        ("SM-08", "s06-urutan"),
        ("SM-07", "s06-urutan"),
    ]
    assert [need.task for need in needs_help(told, ["SM-08"], wrong_tries=5)] == ["s06-sekering"]
    table = help_table(needs, course, lambda rule, mistake: f"{rule}: {mistake}")
    assert table.rows[0] == ("SM-08", "Sesi 6", "Sekering", 7, "urutan: panel-dulu")


def test_a_task_that_left_the_course_is_still_shown(story, course):
    table = help_table(needs_help(story().misses("s06-lama", None, rule=None, times=4).told), course)
    assert table.rows == (("SM-07", "", "s06-lama", 4, None),)
    assert table.title == "Peserta yang perlu bantuan"

"""The introduction: sentences as people write them, a file that is saved, opened again and changed."""

from dataclasses import replace

import pytest

from lentera.literacy.typing.desk import LONGEST, MOST_SAVINGS, Saving, WritingDesk
from lentera.literacy.typing.sentences import is_tight, sentences
from lentera.literacy.typing.tasks import own_sentences
from lentera.tasks import RULE_SETS

AT = "2026-11-22T09:41:00+08:00"
GOOD = "Nama saya Siti. Saya dari Desa Sukamaju. Saya suka membuat kue."


def saved(text, desk=None):
    return (desk or WritingDesk()).written(text).saved(AT)


def reopened(first, then):
    return saved(then, saved(first).closed().opened_again(first))


def found(task, desk):
    """Give the first mistake of a desk's file, or None, and the points out of the task's own."""
    points = {"s01-perkenalan": 20, "s01-buka-lagi": 15}[task]
    report = RULE_SETS[task].judge(desk.to_content())
    mistake = report.finding.finding.mistake if report.finding else None
    return mistake, report.points(points)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (GOOD, 3),
        ("nama saya siti\nsaya dari sepaku\nsaya suka memasak", 3),
        ("Nama saya Siti.Saya dari Sepaku.Saya suka kopi!", 3),
        ("Halo, saya Siti! Apa kabar? Saya senang di sini…", 3),
        ("Rumah saya di Jl. Mawar No. 5 RT. 3, Kec. Sepaku.", 1),
        ("Harganya Rp11.000 atau Rp. 12.500 per bungkus. Buka jam 08.00. Tutup jam 5 sore.", 3),
        ("Saya menjual ubi, pisang, dll. Saya juga menjual kue.", 2),
        ("Saya menjual ubi, dll. di pasar desa.", 1),
        ("Saya A. Rahma, S.Pd. dari Sepaku.", 1),
        ("1. Nama saya Siti.\n2. Saya suka kopi.", 2),
        ("Saya ... suka kopi.", 1),
        ("“Saya suka kopi.” Itu kata ibu saya.", 2),
        ("Halo.", 0),
        ("... . !", 0),
        ("", 0),
    ],
)
def test_sentences_are_counted_as_people_write_them(text, count):
    assert len(sentences(text)) == count


def test_a_line_without_a_full_stop_says_so():
    assert [one.ended for one in sentences("Saya Siti dari desa.\nSaya suka kopi")] == [True, False]


def test_words_that_stick_together_are_noticed_and_prices_are_not():
    assert is_tight("nama saya siti.saya dari desa")
    assert not is_tight("Harganya Rp11.000. Jam 08.30, ya.")


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        "nama saya siti\nsaya dari sepaku\nsaya suka memasak",
        "Halo, saya Siti! Apa kabar? Saya senang belajar. Anak saya dua. Saya suka kopi.",
    ],
)
def test_three_sentences_in_a_saved_file_earn_everything(text):
    assert found("s01-perkenalan", saved(text)) == (None, 20)


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("Nama saya Siti.", "few"),
        ("Siti", "words"),
        ("  \n ", "empty"),
        ("Saya Siti. Saya Siti. saya siti!", "copies"),
        ("Nama saya Siti. asdf asdfgh jkl. Saya suka kopi.", "filler"),
        ("aaaa aaaa. Nama saya Siti.", "filler"),
        ("Lorem ipsum dolor sit amet.", "filler"),
        ("nama saya siti.saya dari sepaku.saya suka memasak", "tight"),
        (
            "nama saya siti dan saya dari desa lalu saya suka memasak kue dan anak saya ada dua di rumah",
            "run_on",
        ),
        (GOOD + " Nomor saya 08 1234 5678 901.", "number"),
    ],
)
def test_each_typical_text_has_feedback_of_its_own(text, mistake):
    name, points = found("s01-perkenalan", saved(text))
    assert name == mistake
    assert points < 20 or mistake == "number"


def test_each_of_three_sentences_earns_its_share():
    assert [found("s01-perkenalan", saved(text))[1] for text in ("Saya Siti.", "Saya Siti. Saya ibu.")] == [
        10,
        15,
    ]


def test_a_draft_is_not_a_file():
    assert found("s01-perkenalan", WritingDesk().written(GOOD)) == ("not_saved", 0)
    assert found("s01-perkenalan", WritingDesk())[0] == "nothing"
    assert found("s01-perkenalan", saved("Saya Siti.").written(GOOD)) == ("old_file", 10)


def test_shortened_words_of_schools_are_no_filler():
    assert len(own_sentences("Anak saya sekolah di SMPN 2. Saya lulusan SMKN. Saya suka kopi.")) == 3


@pytest.mark.parametrize(
    "then",
    [
        GOOD.replace("kue", "keripik"),
        GOOD + " Anak saya dua.",
        "Nama saya Siti. Saya dari Desa Sukamaju.",
    ],
)
def test_a_sentence_changed_after_opening_again_earns_everything(then):
    assert found("s01-buka-lagi", reopened(GOOD, then)) == (None, 15)


@pytest.mark.parametrize(
    ("desk", "mistake"),
    [
        (WritingDesk().written(GOOD), "no_file"),
        (saved(GOOD), "not_closed"),
        (saved(GOOD).closed(), "not_opened"),
        (saved(GOOD).closed().opened_again(GOOD), "same"),
        (reopened(GOOD, GOOD), "same"),
        (reopened(GOOD, GOOD.replace(" ", "  ")), "spaces"),
        (reopened(GOOD, GOOD + " k"), "bit"),
        (reopened(GOOD, ""), "emptied"),
        (saved(GOOD).closed().opened_again(GOOD).written(GOOD + " Anak saya dua."), "not_saved"),
    ],
)
def test_each_step_that_is_missing_has_feedback_of_its_own(desk, mistake):
    name, points = found("s01-buka-lagi", desk)
    assert name == mistake
    assert points < 15


def test_what_was_earned_stays_when_the_old_sentence_comes_back():
    desk = saved(GOOD, reopened(GOOD, GOOD + " Anak saya dua."))
    assert found("s01-buka-lagi", desk)[0] is None
    again = saved(GOOD, desk.closed().opened_again(GOOD))
    assert found("s01-buka-lagi", again)[0] is None


def test_a_hundred_savings_keep_the_first_and_the_change():
    desk = reopened(GOOD, GOOD + " Anak saya dua.")
    for number in range(100):
        text = f"{GOOD} Hari ke-{number}."
        desk = saved(text, desk.closed().opened_again(text))
    assert len(desk.savings) == MOST_SAVINGS
    assert desk.savings[0] == Saving(None, GOOD, AT)
    assert found("s01-buka-lagi", desk)[0] is None


def test_an_answer_reads_back_as_it_was_written():
    desk = reopened(GOOD, GOOD + "!").written("draf")
    assert WritingDesk.from_content(desk.to_content()) == desk
    left = replace(desk, is_open=True).closed()
    assert left.left == "draf"
    assert WritingDesk.from_content(left.to_content()) == left


def test_a_text_longer_than_a_sheet_is_cut_and_nothing_breaks():
    desk = saved("kata " * LONGEST)
    assert len(desk.file) == LONGEST
    assert found("s01-perkenalan", desk)[0] in {"run_on", "filler"}


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"simpanan": [], "terbuka": 1},
        {"simpanan": {}, "terbuka": True},
        {"simpanan": [4], "terbuka": True},
        {"simpanan": [{"disimpan": 4, "saat": AT}], "terbuka": True},
        {"simpanan": [], "terbuka": True, "draf": 4},
    ],
)
def test_an_answer_that_is_none_is_refused_with_a_sentence(content):
    with pytest.raises(ValueError, match=r"again|once more"):
        WritingDesk.from_content(content)
    assert RULE_SETS["s01-perkenalan"].judge(content).without_answer is not None

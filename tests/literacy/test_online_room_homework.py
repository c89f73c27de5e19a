"""The child's homework: down, filled in, saved, up again; each typical mistake has a sentence of its own."""

import pytest

from lentera.course.style import StyleSeverity, TextKind, lint_text
from lentera.literacy.online_room.assignments import DAYS, assignments, due, one_line, read_answers
from lentera.literacy.online_room.homework import Homework, Sent, read_homework
from lentera.rules import MistakeKind
from lentera.tasks import RULE_SETS

SEED = 11
TASK = "s08-ruang-daring"
GOOD = ("Air dan cahaya", "12", "Dari sumur")
TODAY = due(SEED)
OTHER = next(one for one in assignments(SEED) if not one.is_due)


def done(answers=GOOD, **changed):
    text = TODAY.text([one_line(answer) for answer in answers])
    part = {
        "diunduh": [TODAY.id],
        "dibuka": TODAY.id,
        "isian": {TODAY.id: list(answers)},
        "disimpan": {TODAY.id: text},
        "dikirim": [{"berkas": TODAY.answer_file, "isi": text, "jam": "09.41 WITA"}],
    }
    return {"benih": SEED, "tugas": {**part, **changed}}


def judged(content):
    return RULE_SETS[TASK].judge(content)


def mistakes(content):
    return {v.rule.id.rpartition(".")[2]: v.finding.mistake for v in judged(content).verdicts if not v.holds}


@pytest.mark.parametrize(
    "answers",
    [
        GOOD,
        ("a", "7", "ya"),
        ("Pantun:\nsatu, dua\n\ntiga", "Jawaban 1: begini", "Soal 2: begitu"),
        ("é", "٣", "好"),
    ],
)
def test_any_answers_that_are_not_empty_earn_everything(answers):
    report = judged(done(answers))
    assert report.holds
    assert report.points(25) == 25


def test_other_files_that_were_downloaded_do_no_harm():
    assert judged(done(diunduh=[OTHER.id, TODAY.id])).holds


def test_a_wrong_file_that_was_sent_before_the_right_one_is_forgotten():
    rows = [{"berkas": TODAY.file, "isi": TODAY.text(), "jam": ""}, done()["tugas"]["dikirim"][0]]
    assert judged(done(dikirim=rows)).holds


def test_nothing_and_nonsense_have_sentences():
    assert "Unduh" in judged({"benih": SEED}).next_step("id")
    assert "belum dimulai" in judged(None).finding_sentence("id")
    assert "belum terbaca" in judged({"benih": "x"}).finding_sentence("id")


def sent(file, text):
    return {"dikirim": [{"berkas": file, "isi": text, "jam": "09.41 WITA"}]}


@pytest.mark.parametrize(
    ("content", "rule", "mistake"),
    [
        (done(diunduh=[OTHER.id], dibuka="", isian={}, disimpan={}, dikirim=[]), "downloaded", "other"),
        (done(isian={}, disimpan={}, dikirim=[]), "filled", "empty"),
        (done(("a", "", "c")), "filled", "some"),
        (done(("a", "...", "c")), "filled", "marks"),
        (done(("a", TODAY.questions[1].upper(), "c")), "filled", "copied"),
        (done(disimpan={}), "saved", "empty"),
        (done(isian={TODAY.id: ["a", "b", "c"]}), "saved", "older"),
        (done(dikirim=[]), "uploaded", "empty"),
        (done(**sent(TODAY.file, TODAY.text())), "uploaded", "original"),
        (done(**sent(OTHER.file, OTHER.text())), "uploaded", "other"),
        (done(**sent(OTHER.answer_file, OTHER.text(GOOD))), "uploaded", "other"),
        (done(**sent(TODAY.answer_file, TODAY.text())), "uploaded", "blank"),
        (done(**sent(TODAY.answer_file, "")), "uploaded", "blank"),
        (done(**sent(TODAY.answer_file, TODAY.text(("a", "b")))), "uploaded", "half"),
        (done(**sent(TODAY.answer_file, TODAY.text(("a", "b", "c")))), "uploaded", "older"),
        (done(dikirim=done()["tugas"]["dikirim"] * 2), "uploaded", "twice"),
    ],
)
def test_each_typical_mistake_is_named(content, rule, mistake):
    assert mistakes(content)[rule] == mistake
    report = judged(content)
    assert report.points(25) < 25
    assert "{" not in report.finding_sentence("id") + report.next_step("id")
    assert "{" not in report.finding_sentence("en") + report.next_step("en")


def test_what_must_be_taken_back_is_told_before_what_is_missing():
    verdicts = judged(done(**sent(TODAY.file, TODAY.text()))).verdicts
    assert next(v for v in verdicts if not v.holds).kind is MistakeKind.UNDO


def test_the_sentences_are_plain():
    for rule in RULE_SETS[TASK].rules:
        for said in (rule.holds, *(s for r in rule.mistakes.values() for s in (r.says, r.next))):
            errors = [f for f in lint_text(said.id, TextKind.FEEDBACK) if f.severity is StyleSeverity.ERROR]
            assert errors == [], said.id


@pytest.mark.parametrize("seed", range(0, 10_000, 997))
def test_every_seed_has_three_tasks_of_which_one_is_due(seed):
    drawn = assignments(seed)
    assert sorted(one.day for one in drawn) == sorted(DAYS)
    assert len({one.id for one in drawn}) == 3
    assert len(set(due(seed).questions)) == 3
    for one in drawn:
        assert one.file.replace("-", "").replace(".txt", "").isalnum()
        assert read_answers(one.text()) == ("", "", "")
        assert read_answers(one.text(GOOD)) == GOOD


def test_neighbours_have_different_homework():
    assert len({due(seed).questions for seed in range(30)}) > 20


def test_at_least_four_subjects_are_drawn():
    assert len({due(seed).id for seed in range(60)}) >= 4


def test_answers_are_read_from_a_file_that_another_program_wrote():
    text = "apa saja\r\nSoal 1: x\r\nJawaban 1: satu\r\n  baris dua\r\n\r\nSoal 2: y\r\nJawaban 2:\r\n\r\nJawaban 9: z"
    assert read_answers(text) == ("satu baris dua", "", "")


def test_homework_is_read_as_it_was_written():
    homework = Homework(SEED).with_download(TODAY.id)
    homework = Homework(SEED, homework.downloaded, TODAY.id).with_answer(1, "  dua ").with_saved()
    homework = Homework(
        SEED,
        homework.downloaded,
        TODAY.id,
        homework.drafts,
        homework.saved,
        (Sent(TODAY.file, "x", "09.41"),),
    )
    assert read_homework({"benih": SEED, "tugas": homework.to_content()}) == homework
    assert homework.is_saved(TODAY.id)


@pytest.mark.parametrize(
    "part",
    [
        [],
        {"diunduh": "x"},
        {"diunduh": ["../../etc"]},
        {"diunduh": [[]]},
        {"dibuka": TODAY.id},
        {"diunduh": [TODAY.id], "isian": {TODAY.id: ["a"]}},
        {"diunduh": [TODAY.id], "isian": {TODAY.id: [1, 2, 3]}},
        {"diunduh": [TODAY.id], "isian": {OTHER.id: ["a", "b", "c"]}},
        {"diunduh": [TODAY.id], "disimpan": {TODAY.id: 4}},
        {"dikirim": [{"berkas": "../x", "isi": "", "jam": ""}]},
        {"dikirim": [{"berkas": TODAY.file, "isi": None, "jam": ""}]},
        {"dikirim": ["x"]},
        {"disimpan": []},
    ],
)
def test_a_damaged_answer_is_refused(part):
    with pytest.raises(ValueError, match=r".+"):
        read_homework({"benih": SEED, "tugas": part})

"""One rule gives both the feedback and the mark."""

import pytest

from lentera.rules import Remark, Rule, RuleSet, RuleTextError, Saying, SetTexts, load_rules, missed, right

TEXTS = SetTexts(
    complete=Saying("Semua tepat.", "All right."),
    tally=Saying("{n} dari {total} sudah tepat.", "{n} of {total} are right."),
    nothing_yet=Saying("Belum ada jawaban.", "No answer yet."),
    unreadable=Saying("Jawaban belum terbaca.", "The answer cannot be read."),
)


def rule(rule_id, weight, check):
    remark = Remark(Saying("Belum {apa}.", "Not {apa} yet."), Saying("Isi {apa}.", "Fill in {apa}."))
    return Rule(rule_id, weight, check, Saying("", ""), {"kosong": remark})


def number_rules():
    def parse(content):
        return [int(part) for part in content["angka"]]

    return RuleSet(
        task="t",
        answer="a",
        parse=parse,
        rules=(
            rule("r.one", 3, lambda n: right() if 1 in n else missed("kosong", apa="satu")),
            rule("r.two", 1, lambda n: right() if 2 in n else missed("kosong", 0.5, apa="dua")),
        ),
        texts=TEXTS,
        earlier=lambda content: content.get("rounds", ()),
    )


@pytest.mark.parametrize(
    ("numbers", "points", "praise", "finding", "next_step"),
    [
        ([1, 2], 40.0, ["Semua tepat."], "", ""),
        ([2, 1, 1], 40.0, ["Semua tepat."], "", ""),
        ([1], 35.0, ["1 dari 2 sudah tepat."], "Belum dua.", "Isi dua."),
        ([2], 10.0, ["1 dari 2 sudah tepat."], "Belum satu.", "Isi satu."),
        ([], 5.0, [], "Belum satu.", "Isi satu."),
    ],
)
def test_the_report_gives_mark_praise_and_one_finding(numbers, points, praise, finding, next_step):
    report = number_rules().judge({"angka": numbers})
    assert report.points(40) == points
    assert report.praise("id") == praise
    assert report.finding_sentence("id") == finding
    assert report.next_step("id") == next_step
    assert report.holds is (points == 40)


def test_english_is_spoken_too():
    report = number_rules().judge({"angka": [1]})
    assert report.praise("en") == ["1 of 2 are right."]
    assert report.finding_sentence("en") == "Not dua yet."


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(None, "Belum ada jawaban."), ({"angka": ["x"]}, "Jawaban belum terbaca.")],
)
def test_without_an_answer_the_reason_is_told_and_nothing_is_earned(content, sentence):
    report = number_rules().judge(content)
    assert not report.holds
    assert report.points(40) == 0
    assert report.praise("id") == []
    assert report.finding_sentence("id") == sentence
    assert report.next_step("id") == ""


def test_the_best_round_counts_after_starting_over():
    rules = number_rules()
    content = {"angka": [], "rounds": [{"angka": [1]}, {"angka": [1, 2]}]}
    assert rules.judge(content).points(40) == 5
    assert rules.best(content).points(40) == 40
    assert rules.best(None).points(40) == 0


FILE = """
[rule."r.one"]
weight = 2
holds = { id = "Ada.", en = "There." }
[rule."r.one".mistake.kosong]
says = { id = "Belum ada.", en = "Not there." }
next = { id = "Isi.", en = "Fill in." }
"""


def test_rules_are_read_with_their_words(tmp_path):
    path = tmp_path / "aturan.toml"
    path.write_text(FILE, encoding="utf-8")
    (one,) = load_rules(path, {"r.one": lambda _answer: missed("kosong")})
    assert (one.id, one.weight) == ("r.one", 2.0)
    assert one.mistakes["kosong"].next.in_language("id") == "Isi."


@pytest.mark.parametrize(
    ("text", "checks", "named"),
    [
        (FILE, {}, "r.one"),
        (FILE, {"r.one": right, "r.two": right}, "r.two"),
        (FILE.replace('holds = { id = "Ada.", en = "There." }', ""), {"r.one": right}, "holds"),
        (FILE.replace(', en = "Fill in."', ""), {"r.one": right}, "next"),
    ],
)
def test_a_rule_file_that_lacks_something_is_told_where(tmp_path, text, checks, named):
    path = tmp_path / "aturan.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RuleTextError, match=named):
        load_rules(path, checks)

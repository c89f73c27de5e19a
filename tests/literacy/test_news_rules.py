"""Checked news: any two right ones earn everything, and each typical mistake has its own next step."""

import pytest

from lentera.course.scenarios import Passing, SourceKind, Verdict
from lentera.literacy.bank import bank
from lentera.literacy.news.looking import STEPS, Look, drawn
from lentera.literacy.news.tasks import judge_look
from lentera.tasks import RULE_SETS

SEED = 11
TASK = "s02-periksa-kabar"
NEWS = tuple(one for one in bank().news.values() if not one.origin.village)


def row(news, **changed):
    source = next(one.id for one in news.sources if one.decides)
    return {
        "langkah": list(STEPS),
        "ditanya": [source],
        "putusan": str(news.verdict),
        "sumber": source,
        "teruskan": "tidak",
        **changed,
    }


def judged(*rows, seed=SEED):
    cards = drawn(seed)
    return RULE_SETS[TASK].judge({"benih": seed, "kabar": {cards[at].id: one for at, one in rows}})


@pytest.mark.parametrize(("first", "second"), [(0, 1), (1, 3), (2, 3)])
def test_any_two_of_the_four_count(first, second):
    cards = drawn(SEED)
    report = judged((first, row(cards[first])), (second, row(cards[second])))
    assert report.holds
    assert report.points(20) == 20


def test_a_third_that_is_not_right_costs_nothing():
    cards = drawn(SEED)
    wrong = row(cards[2], putusan=next(one for one in Verdict if one is not cards[2].verdict))
    assert judged((0, row(cards[0])), (1, row(cards[1])), (2, wrong)).holds


def test_either_source_that_decides_is_right():
    news = next(one for one in NEWS if sum(source.decides for source in one.sources) > 1)
    for source in (one for one in news.sources if one.decides):
        assert judge_look(news, Look(("periksa",), (), news.verdict, source.id)).holds


def test_passing_on_and_the_other_steps_do_not_change_the_mark():
    for way in Passing:
        cards = drawn(SEED)
        rows = [(at, row(cards[at], teruskan=way, langkah=["periksa"])) for at in (0, 1)]
        assert judged(*rows).holds


def test_one_right_news_is_half_of_it():
    report = judged((0, row(drawn(SEED)[0])))
    assert report.points(20) == 10
    assert report.finding.finding.mistake == "not_begun"


def test_a_verdict_that_came_before_the_check_may_be_luck():
    news = drawn(SEED)[0]
    report = judged((0, row(news, langkah=["setop"], sumber="")))
    assert report.verdicts[0].finding.mistake == "unchecked"
    assert report.points(20) == 2.5
    assert "langkah Periksa" in report.verdicts[0].next_step("id")


@pytest.mark.parametrize("news", NEWS, ids=lambda one: one.id)
def test_each_other_verdict_has_the_reply_of_the_bank(news):
    for verdict in (one for one in Verdict if one is not news.verdict):
        found = judge_look(news, Look(STEPS, (), verdict, ""))
        assert (found.mistake, found.details["says"]) == ("verdict", news.replies[verdict])
        assert found.share == 0


@pytest.mark.parametrize("news", NEWS, ids=lambda one: one.id)
def test_each_source_that_cannot_decide_is_told_why_and_keeps_half(news):
    for source in (one for one in news.sources if not one.decides):
        found = judge_look(news, Look(STEPS, (), news.verdict, source.id))
        assert found.mistake == f"source_{source.kind.replace('-', '_')}"
        assert found.details["says"] == source.reply
        assert found.details["right"] == news.replies[news.verdict]
        assert found.share == 0.5


def test_every_kind_of_source_that_cannot_decide_has_a_next_step():
    rule = RULE_SETS[TASK].rules[0]
    steps = {
        rule.mistakes[f"source_{kind.replace('-', '_')}"].next.id
        for kind in SourceKind
        if kind not in {SourceKind.OFFICE, SourceKind.CHECKER}
    }
    assert len(steps) == 4


def test_a_right_source_under_another_verdict_keeps_its_half():
    news = drawn(SEED)[0]
    other = next(one for one in Verdict if one is not news.verdict)
    assert judged((0, row(news, putusan=other))).points(20) == 5


def test_a_missing_source_is_work_under_way():
    found = judge_look(drawn(SEED)[0], Look(STEPS, (), drawn(SEED)[0].verdict, ""))
    assert (found.mistake, found.share) == ("no_source", 0.5)


def test_the_same_verdict_on_everything_does_not_earn_all_without_a_source():
    cards = drawn(SEED)
    for verdict in Verdict:
        rows = [(at, row(cards[at], putusan=verdict, sumber="")) for at in range(4)]
        assert judged(*rows).points(20) <= 10


def test_news_that_another_release_would_not_draw_still_counts():
    others = [one for one in NEWS if one not in drawn(SEED)][:2]
    content = {"benih": SEED, "kabar": {one.id: row(one) for one in others}}
    assert RULE_SETS[TASK].judge(content).holds


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"benih": "x", "kabar": {}},
        {"benih": 1, "kabar": []},
        {"benih": 1, "kabar": {NEWS[0].id: []}},
        {"benih": 1, "kabar": {NEWS[0].id: {"langkah": ["lari"]}}},
        {"benih": 1, "kabar": {NEWS[0].id: {"putusan": "mungkin"}}},
        {"benih": 1, "kabar": {NEWS[0].id: {"sumber": "hantu"}}},
        {"benih": 1, "kabar": {NEWS[0].id: {"sumber": 3}}},
    ],
)
def test_what_is_no_answer_is_told_as_one_that_cannot_be_read(content):
    report = RULE_SETS[TASK].judge(content)
    assert not report.holds
    assert report.finding_sentence("id").startswith("Catatan kabar belum terbaca")
    assert report.points(20) == 0


def test_no_answer_yet_has_a_sentence():
    assert "Belum ada kabar" in RULE_SETS[TASK].judge(None).finding_sentence("id")

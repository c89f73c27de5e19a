"""Five payments for each learner and what they earn: three points for a decision, two for what was noticed."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from lentera.course.scenarios import Method, Outcome, Side
from lentera.course.style import StyleSeverity, TextKind, lint_text
from lentera.literacy.bank import bank
from lentera.literacy.payments.draw import drawn
from lentera.literacy.payments.tasks import PAYMENTS, Choice, judge_choice
from lentera.rules import MistakeKind
from lentera.tasks import RULE_SETS

SEEDS = range(0, 10_000, 97)


def row(payment, decision=None, reasons=None):
    return {
        "putusan": payment.decision if decision is None else decision,
        "alasan": list(payment.reasons if reasons is None else reasons),
    }


def answer(seed, **changed):
    rows = {one.id: row(one) for one in drawn(seed)}
    return {"benih": seed, "transaksi": {**rows, **changed}}


def points(content):
    return PAYMENTS.judge(content).points(25)


def finding(payment, decision, reasons):
    return judge_choice(payment, Choice(Outcome(decision), tuple(reasons)))


def test_the_task_is_found_by_its_name():
    assert RULE_SETS["s08-transaksi"] is PAYMENTS


@pytest.mark.parametrize("seed", SEEDS)
def test_a_draw_is_mixed_and_never_has_more_than_two_of_a_decision(seed):
    five = drawn(seed)
    counts = Counter(one.decision for one in five)
    assert len({one.id for one in five}) == 5
    assert set(counts) == set(Outcome)
    assert max(counts.values()) == 2
    assert {one.side for one in five} == set(Side)
    assert {one.method for one in five} == set(Method)
    assert [one.level for one in five] == sorted(one.level for one in five)
    assert five[0].level == 1


def test_neighbours_get_different_payments_and_everything_is_used():
    draws = {tuple(one.id for one in drawn(seed)) for seed in SEEDS}
    assert len(draws) > 0.9 * len(SEEDS)
    assert {name for five in draws for name in five} == set(bank().payments)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_draw_can_be_solved(seed):
    report = PAYMENTS.judge(answer(seed))
    assert report.holds
    assert report.points(25) == 25


@pytest.mark.parametrize("decision", Outcome)
@pytest.mark.parametrize("ticks", ["none", "all", "first"])
def test_always_the_same_decision_earns_less_than_55_percent(decision, ticks):
    for seed in SEEDS:
        rows = {}
        for one in drawn(seed):
            offered = {"none": [], "all": [*one.reasons, *one.decoys], "first": [one.decoys[0]]}
            rows[one.id] = row(one, decision, offered[ticks])
        assert points({"benih": seed, "transaksi": rows}) < 0.55 * 25


def test_the_order_of_what_was_noticed_does_not_matter():
    one = next(one for one in bank().payments.values() if len(one.reasons) == 3)
    assert finding(one, one.decision, reversed(one.reasons)).holds


@pytest.mark.parametrize("name", list(bank().payments))
def test_each_typical_mistake_has_its_share_and_its_sentence(name):
    one = bank().payments[name]
    for outcome in Outcome:
        found = finding(one, outcome, one.reasons)
        assert found.details["says"] == one.replies[outcome]
        if outcome is one.decision:
            assert found.share == pytest.approx(1)
        elif outcome in one.nearly:
            assert found.share == pytest.approx(0.75 * 0.6 + 0.4)
            assert found.mistake == "nearly"
        else:
            assert found.share == pytest.approx(0.4)
            assert found.mistake == ("danger" if outcome is Outcome.PAID else "decision")
            assert found.details["next"] == bank().reasons[one.reasons[0]].look


@pytest.mark.parametrize("name", list(bank().payments))
def test_a_right_decision_without_or_with_odd_reasons_is_not_whole(name):
    one = bank().payments[name]
    bare = finding(one, one.decision, ())
    assert (bare.mistake, bare.share) == ("no_reason", pytest.approx(0.6))
    part = finding(one, one.decision, one.reasons[:1])
    assert part.mistake == "reasons"
    assert 0.6 < part.share < 1
    odd = finding(one, one.decision, (*one.reasons, one.decoys[0]))
    assert odd.mistake == "reason"
    assert odd.details["next"] == bank().reasons[one.decoys[0]].not_here
    everything = finding(one, one.decision, (*one.reasons, *one.decoys))
    assert everything.share == pytest.approx(0.6)


def test_goods_that_would_be_given_away_are_told_first():
    seed = 5
    five = drawn(seed)
    risky = next(one for one in five if one.decision is not Outcome.PAID)
    report = PAYMENTS.judge(answer(seed, **{risky.id: row(risky, "lunas")}))
    assert report.finding.kind is MistakeKind.DANGER
    assert report.finding.sentence("id") == risky.replies[Outcome.PAID]


def test_an_undecided_payment_is_only_unfinished():
    seed = 5
    report = PAYMENTS.judge({"benih": seed, "transaksi": {}})
    assert report.points(25) == 0
    assert report.finding.kind is MistakeKind.UNFINISHED
    assert report.finding.sentence("id") == "Transaksi 1 belum diputuskan."


def test_reasons_alone_are_not_a_decision():
    one = drawn(5)[0]
    found = judge_choice(one, Choice(None, one.reasons))
    assert (found.mistake, found.share) == ("empty", 0.0)


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"benih": -1, "transaksi": {}},
        {"benih": 5, "transaksi": []},
        {"benih": 5, "transaksi": {drawn(5)[0].id: 3}},
        {"benih": 5, "transaksi": {drawn(5)[0].id: {"putusan": "mungkin"}}},
        {"benih": 5, "transaksi": {drawn(5)[0].id: {"putusan": "lunas", "alasan": "semua"}}},
    ],
)
def test_nonsense_is_told_and_earns_nothing(content):
    report = PAYMENTS.judge(content)
    assert report.points(25) == 0
    assert report.finding_sentence("id").startswith("Jawaban belum terbaca.")


def test_every_sentence_of_the_rules_is_plain():
    faults = []
    for name in bank().payments:
        one = bank().payments[name]
        for outcome in Outcome:
            for reasons in ((), one.reasons, (*one.reasons, one.decoys[0])):
                content = {"benih": 5, "transaksi": {one.id: row(one, outcome, reasons)}}
                for verdict in PAYMENTS.judge(content).verdicts:
                    said = [verdict.sentence("id"), verdict.next_step("id")]
                    faults += [
                        found
                        for text in said
                        for found in lint_text(text.replace("{Sapaan}", "Ibu"), TextKind.FEEDBACK)
                        if found.severity is StyleSeverity.ERROR
                    ]
                    assert "{" not in "".join(said).replace("{Sapaan}", "")
    assert faults == []


def test_judging_needs_no_screen_and_no_picture():
    code = (
        "import sys; from lentera.tasks import RULE_SETS; RULE_SETS['s08-transaksi'].judge({'benih': 1, 'transaksi': {}}); "
        "print([name for name in ('PIL', 'bs4', 'anywidget', 'typst', 'segno', 'sqlalchemy', 'lentera.market') if name in sys.modules])"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path.cwd()
    )
    assert found.stdout.strip() == "[]"

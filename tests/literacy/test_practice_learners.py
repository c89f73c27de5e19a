"""Learners who practise for weeks: what one misses comes back soon, what she knows rests, nobody gets stuck."""

import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from random import Random

import pytest
from tests.literacy.inboxes import BANK, HONEST, SCAMS

from lentera.answers import AnswerFile
from lentera.course.scenarios import Bank, Decision
from lentera.literacy.bank import bank as course_bank
from lentera.literacy.inbox.judging import judge_decision
from lentera.literacy.inbox.memory import Memory
from lentera.literacy.inbox.practice import next_messages

START = datetime(2026, 12, 7, 19, 0, tzinfo=timezone(timedelta(hours=8)))


@dataclass
class Life:
    """What became of one learner: her memory, her rounds, and how long each kind rested when it was known."""

    memory: Memory = field(default_factory=Memory)
    rounds: list = field(default_factory=list)
    days: list = field(default_factory=list)
    rests: dict = field(default_factory=dict)

    bank: Bank = BANK

    def met(self, kind):
        """Give the days on which she met a kind."""
        return [
            day
            for day, ids in zip(self.days, self.rounds, strict=True)
            if any(self.bank.messages[name].kind == kind for name in ids)
        ]


def live(decide, days, seed=7, every=1, rounds=1, keep=lambda _memory, _now: None, bank=BANK):
    """Practise ``rounds`` rounds on every so-manieth day; ``decide`` says what she decides and whether why."""
    life = Life(bank=bank)
    for day in range(0, days, every):
        for turn in range(rounds):
            now = START + timedelta(days=day, minutes=20 * turn)
            ids = next_messages(life.memory, bank, now, seed)
            life.days.append(day)
            life.rounds.append(ids)
            for minute, name in enumerate(ids):
                message = bank.messages[name]
                decision, why = decide(message)
                share, _said = judge_decision(message, decision)
                later = now + timedelta(minutes=2 * minute)
                life.memory = life.memory.after(message, share, why, later)
                trace = life.memory.kinds[message.kind]
                life.rests.setdefault(message.kind, []).append((trace.due - trace.last).days)
                keep(life.memory, later)
    return life


def always_right(message):
    return message.decision, True if message.signs else None


def misses(kind):
    def decide(message):
        return (Decision.SAFE, None) if message.kind == kind else always_right(message)

    return decide


def guessing(seed):
    chance = Random(seed)  # noqa: S311 - a learner who guesses
    return lambda _message: (chance.choice(list(Decision)), chance.choice((True, False, None)))


@pytest.mark.parametrize("kind", SCAMS)
@pytest.mark.parametrize("every", [1, 3])
def test_what_she_always_misses_comes_far_more_often_than_the_rest(kind, every):
    life = live(misses(kind), 60, every=every)
    times = {one: len(life.met(one)) for one in SCAMS}
    others = [count for one, count in times.items() if one != kind]
    assert times[kind] >= len(life.days) - 2
    assert times[kind] > 1.7 * sum(others) / len(others)
    assert times[kind] > max(others)
    assert min(others) > 0


def test_what_she_misses_is_there_the_very_next_time():
    life = live(misses("otp"), 40)
    first = life.met("otp")[0]
    assert life.met("otp") == list(range(first, 40))


def test_what_she_learns_after_weeks_of_misses_rests_again():
    times = Counter()

    def decide(message):
        times[message.kind] += 1
        return misses("otp")(message) if times[message.kind] <= 20 else always_right(message)

    life = live(decide, 90)
    assert life.rests["otp"][:20] == [1] * 20
    learnt = life.rests["otp"][20:]
    assert learnt == sorted(learnt)
    assert learnt[9] >= 5
    assert learnt[-1] > 20
    assert life.memory.level("otp") == 3


def test_rests_grow_for_one_who_is_always_right():
    life = live(always_right, 60)
    for kind in SCAMS:
        rests = life.rests[kind]
        assert rests == sorted(rests)
        assert rests[-1] >= 8 * rests[0]
        assert life.memory.level(kind) == 3


def test_one_who_mistrusts_everything_meets_more_honest_messages():
    wary = live(lambda _message: (Decision.DANGER, None), 30)
    sure = live(always_right, 30)
    share = [
        sum(BANK.messages[name].kind == HONEST for ids in life.rounds for name in ids)
        / (6 * len(life.rounds))
        for life in (wary, sure)
    ]
    assert share[1] >= 1 / 3
    assert share[0] > share[1] + 0.1


def unharmed(life, rounds):
    """Assert what holds of every life whatever was decided in it."""
    assert len(life.rounds) == rounds
    for ids in life.rounds:
        assert len(ids) == len(set(ids)) == 6
        honest = sum(life.bank.messages[name].kind == HONEST for name in ids)
        assert 2 <= honest <= 4
    assert len(json.dumps(life.memory.to_content())) < 6_000


@pytest.mark.parametrize("seed", [1, 2])
def test_a_year_of_guessing_shows_every_message_and_breaks_nothing(seed):
    life = live(guessing(seed), 365, seed)
    unharmed(life, 365)
    seen = Counter(name for ids in life.rounds for name in ids)
    assert set(seen) == set(BANK.messages)
    assert min(seen.values()) >= 5


@pytest.mark.parametrize("decide", [guessing(4), always_right])
def test_a_year_with_the_messages_of_the_course_shows_them_all(decide):
    bank = course_bank()
    life = live(decide, 365, bank=bank)
    unharmed(life, 365)
    assert {name for ids in life.rounds for name in ids} == set(bank.messages)


def test_one_who_is_always_right_meets_every_message_too():
    assert {name for ids in live(always_right, 365).rounds for name in ids} == set(BANK.messages)


def test_twenty_rounds_on_one_day_still_bring_six_new_turns_each():
    life = live(guessing(3), 1, rounds=20)
    unharmed(life, 20)
    assert {name for ids in life.rounds for name in ids} == set(BANK.messages)


def test_a_life_is_the_same_when_it_is_lived_again():
    one, again = live(guessing(5), 60, 11), live(guessing(5), 60, 11)
    assert one.rounds == again.rounds
    assert one.memory == again.memory


def folder_size(folder):
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def test_the_answer_folder_stays_small_after_a_year(tmp_path):
    """The last 25 days go through real files: the history keeps no more than 20 of them."""
    file = AnswerFile(tmp_path / "jawaban", "latihan-pesan")
    begin = START + timedelta(days=340)

    def keep(memory, now):
        if now >= begin:
            file.save(memory.to_content(), now, milestone=True)

    life = live(guessing(9), 365, keep=keep)
    assert Memory.from_content(file.load().payload) == life.memory
    assert len(file.history()) == 20
    assert folder_size(tmp_path) < 250_000


@pytest.mark.soak
def test_three_years_of_many_learners(tmp_path):
    chance = Random(42)  # noqa: S311 - a learner who guesses
    for seed in range(40):
        life = live(guessing(seed), 1_095, seed, every=chance.randint(1, 9))
        unharmed(life, len(life.days))
        assert Memory.from_content(life.memory.to_content()) == life.memory


@pytest.mark.soak
def test_a_whole_year_through_real_files_stays_under_a_megabyte(tmp_path):
    file = AnswerFile(tmp_path / "jawaban", "latihan-pesan")
    live(guessing(1), 365, keep=lambda memory, now: file.save(memory.to_content(), now, milestone=True))
    assert folder_size(tmp_path) < 1_000_000


@pytest.mark.soak
def test_a_clock_that_jumps_about_never_locks_anybody_out():
    chance = Random(7)  # noqa: S311 - a learner who guesses
    for seed in range(60):
        memory, decide = Memory(), guessing(seed)
        for _round in range(200):
            now = START + timedelta(days=chance.choice((0, 1, 3, -1, -400, 4_000, -20_000, 900_000)))
            ids = next_messages(memory, BANK, now, seed)
            assert len(set(ids)) == 6
            for name in ids:
                message = BANK.messages[name]
                decision, why = decide(message)
                memory = memory.after(message, judge_decision(message, decision)[0], why, now)
            assert all(1 <= (trace.due - trace.last).days <= 60 for trace in memory.kinds.values())

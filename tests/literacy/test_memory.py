"""What she remembers: rated fairly, reckoned in days, read back whole, unharmed by a clock that is off."""

import json
import math
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from fsrs import State
from tests.literacy.inboxes import BANK, HONEST, VILLAGE, bank, message

from lentera.course.scenarios import Decision
from lentera.literacy.inbox.memory import Memory, day_of
from lentera.literacy.inbox.practice import due_kinds, next_messages

WITA = timezone(timedelta(hours=8))
MONDAY = datetime(2026, 12, 7, 19, 12, tzinfo=WITA)
DAY = timedelta(days=1)
APK = BANK.messages["apk-0"]
HARD = BANK.messages["apk-4"]


def lived(*steps, memory=None, about=APK):
    """Live through (share, signs right, days later) and return the memory and the time."""
    memory, now = memory or Memory(), MONDAY
    for share, found, later in steps:
        now += later * DAY
        memory = memory.after(about, share, found, now)
    return memory


def rest(memory, kind="apk"):
    trace = memory.kinds[kind]
    return (trace.due - trace.last).days


# rating and rest


def test_a_missed_kind_is_due_the_next_day():
    assert rest(lived((0, None, 0))) == 1
    assert rest(lived((1, True, 0), (1, True, 3), (1, True, 10), (0, None, 40))) == 1
    assert lived((0, None, 0)).kinds["apk"].unsure


def test_a_kind_missed_again_on_the_day_it_was_known_is_due_the_next_day():
    assert rest(lived((1, True, 0), (1, True, 3), (1, True, 10), (0, None, 0))) == 1


def test_right_with_its_signs_rests_longer_than_right_without_and_than_careful():
    full, no_reason, careful = (
        rest(lived((1, True, 0), (*last, 2))) for last in ((1, True), (1, False), (0.75, None))
    )
    assert full > no_reason
    assert no_reason == careful


def test_where_no_signs_were_asked_the_decision_alone_counts():
    assert rest(lived((1, None, 0))) == rest(lived((1, True, 0)))


def test_rests_grow_while_she_is_right_and_stop_at_two_months():
    memory, now, rests = Memory(), MONDAY, []
    for _round in range(8):
        memory = memory.after(APK, 1, True, now)
        rests.append(rest(memory))
        now += rests[-1] * DAY
    assert rests == sorted(rests)
    assert rests[0] <= 3
    assert rests[3] > 5 * rests[0]
    assert rests[-1] == 60


def test_one_lucky_choice_of_a_hard_message_is_not_called_easy():
    assert rest(lived((1, True, 0), about=HARD)) == rest(lived((1, True, 0)))
    assert rest(lived((1, True, 0), (1, True, 2), about=HARD)) > rest(lived((1, True, 0), (1, True, 2)))


def test_many_rounds_on_one_day_are_no_longer_rest():
    assert rest(lived(*[(1, True, 0)] * 40, about=HARD)) <= rest(lived((1, True, 0))) + 1


def test_an_evening_and_the_next_morning_are_one_day_apart():
    evening = Memory().after(APK, 0, None, datetime(2026, 12, 7, 21, 30, tzinfo=WITA))
    morning = datetime(2026, 12, 8, 7, 15, tzinfo=WITA)
    assert due_kinds(evening, BANK, day_of(morning)) == ("apk",)
    assert due_kinds(evening, BANK, date(2026, 12, 7)) == ()


def test_what_she_knows_fades():
    trace = lived((1, True, 0)).kinds["apk"]
    first = MONDAY.date()
    known = [trace.recalled(first + days * DAY) for days in (0, 2, 10, 100)]
    assert known == sorted(known, reverse=True)
    assert known[0] == 1
    assert 0.85 < known[1] < 0.95
    assert known[3] < 0.7


# levels


def test_two_right_ones_in_a_row_make_it_harder_and_a_miss_easier():
    right, miss = (1, True, 1), (0, None, 1)
    assert lived(right).level("apk") == 1
    assert lived(right, right).level("apk") == 2
    assert lived(right, miss, right).level("apk") == 1
    assert lived(right, right, right).level("apk") == 2
    assert lived(*[right] * 4).level("apk") == 3
    assert lived(*[right] * 9).level("apk") == 3
    assert lived(*[right] * 4, miss).level("apk") == 2
    assert lived(*[right] * 4, *[miss] * 5).level("apk") == 1


def test_a_careful_decision_leaves_the_level_and_what_stands_in_a_row():
    right, careful = (1, True, 1), (0.75, None, 1)
    assert lived(*[careful] * 5).level("apk") == 1
    assert lived(right, careful, right).level("apk") == 2


def test_each_kind_has_its_own_level():
    memory = lived((1, True, 0), (1, True, 1))
    assert (memory.level("apk"), memory.level("otp")) == (2, 1)


# a clock that is off


def test_a_clock_that_was_years_ahead_does_not_lock_her_out():
    ahead = datetime(2037, 5, 1, 9, 0, tzinfo=WITA)
    memory = Memory().after(APK, 1, True, ahead).after(BANK.messages["otp-0"], 0, None, ahead)
    later = MONDAY + 3 * DAY
    assert next_messages(memory, BANK, later, 1)
    back = memory.after(APK, 1, True, later)
    assert back.kinds["apk"].last == later.date()
    assert 1 <= rest(back) <= 60
    assert all(day <= later.date() for day in back.seen.values())


def test_a_trace_from_a_clock_ahead_counts_as_met_today_with_its_rest_kept():
    trace = Memory().after(APK, 1, True, datetime(2037, 5, 1, tzinfo=UTC)).kinds["apk"]
    today = date(2026, 12, 7)
    seen = trace.seen_from(today)
    assert (seen.last, seen.due) == (today, today + (trace.due - trace.last))
    assert trace.recalled(today) == 1


def test_a_clock_set_back_to_1970_and_one_at_the_end_of_time_break_nothing():
    memory = lived((1, True, 0))
    for odd in (datetime(1970, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, 59, tzinfo=UTC), MONDAY):
        memory = memory.after(APK, 1, True, odd).after(APK, 0, None, odd)
        assert len(next_messages(memory, BANK, odd, 5)) == 6
        assert Memory.from_content(memory.to_content()) == memory
    assert rest(memory) == 1


def test_a_time_without_an_offset_is_refused():
    naive = MONDAY.replace(tzinfo=None)
    with pytest.raises(ValueError, match="no offset"):
        Memory().after(APK, 1, True, naive)
    with pytest.raises(ValueError, match="no offset"):
        next_messages(Memory(), BANK, naive, 1)


# what is kept


def test_a_memory_reads_back_as_it_was_written():
    memory = lived((1, True, 0), (0, None, 2), (0.75, False, 1), (1, True, 5))
    content = json.loads(json.dumps(memory.to_content()))
    assert Memory.from_content(content) == memory
    assert content["dilihat"] == {"apk-0": "2026-12-15"}
    assert content["jenis"]["apk"]["terakhir"] == "2026-12-15"


def test_nothing_yet_is_an_empty_memory():
    assert Memory.from_content({}) == Memory()
    assert Memory().to_content() == {"jenis": {}, "dilihat": {}}


def test_only_the_newest_days_of_messages_are_kept():
    memory = Memory()
    for number in range(400):
        memory = memory.after(message(f"m-{number}", "apk"), 1, None, MONDAY + number * DAY)
    assert len(memory.seen) == 300
    assert "m-399" in memory.seen
    assert "m-99" not in memory.seen


GOOD = {
    "lagi": "2026-12-09",
    "terakhir": "2026-12-07",
    "kuat": 2.3,
    "sukar": 5.0,
    "tahap": 2,
    "tingkat": 1,
    "beruntun": 1,
}


@pytest.mark.parametrize(
    "content",
    [
        {"jenis": []},
        {"dilihat": ["apk-0"]},
        {"jenis": {"apk": 3}},
        {"jenis": {"apk": {}}},
        *({"jenis": {"apk": {**GOOD, key: None}}} for key in GOOD),
        *({"jenis": {"apk": {**GOOD, key: "besok"}}} for key in GOOD),
        {"jenis": {"apk": {**GOOD, "kuat": math.nan}}},
        {"jenis": {"apk": {**GOOD, "sukar": math.inf}}},
        {"jenis": {"apk": {**GOOD, "kuat": True}}},
        {"jenis": {"apk": {**GOOD, "tahap": 9}}},
        {"dilihat": {"apk-0": 20261207}},
        {"dilihat": {"apk-0": "kemarin"}},
    ],
)
def test_a_damaged_memory_is_refused(content):
    with pytest.raises(ValueError, match=r"\w"):
        Memory.from_content(content)


@pytest.mark.parametrize(
    "odd",
    [
        {"kuat": -4.0},
        {"kuat": 1e9},
        {"sukar": 99.0},
        {"tingkat": 50},
        {"beruntun": 8},
        {"lagi": "2099-01-01"},
        {"lagi": "1999-01-01"},
        {"terakhir": "9999-12-31"},
        {"tahap": 3, "kuat": 0},
    ],
)
def test_numbers_that_cannot_be_are_brought_within_bounds(odd):
    memory = Memory.from_content({"jenis": {"apk": {**GOOD, **odd}}})
    trace = memory.kinds["apk"]
    assert 0 <= (trace.due - trace.last).days <= 60
    assert 1 <= trace.level <= 3
    assert trace.row in (0, 1)
    after = memory.after(APK, 1, True, MONDAY)
    assert 1 <= rest(after) <= 60
    assert after.kinds["apk"].state is State.Review


# the next round


def kinds_of(ids, known=BANK):
    return [known.messages[name].kind for name in ids]


def test_a_beginner_gets_six_of_different_kinds_and_two_are_honest():
    ids = next_messages(Memory(), BANK, MONDAY, 7)
    kinds = kinds_of(ids)
    assert len(set(ids)) == 6
    assert kinds.count(HONEST) == 2
    assert len({kind for kind in kinds if kind != HONEST}) == 4
    assert all(BANK.messages[name].level <= 2 for name in ids)


def test_a_missed_kind_is_there_the_next_day():
    for kind in ("apk", "otp", "suara"):
        memory = Memory()
        for other in BANK.kinds:
            memory = memory.after(
                BANK.messages.get(f"{other}-0") or BANK.messages["jujur-00"], 1, True, MONDAY
            )
        memory = memory.after(BANK.messages[f"{kind}-1"], 0, None, MONDAY)
        for seed in range(10):
            assert kind in kinds_of(next_messages(memory, BANK, MONDAY + DAY, seed))


def test_due_comes_before_new_and_new_before_what_can_wait():
    memory = Memory()
    for name in ("apk-0", "otp-0", "qris-0"):
        memory = memory.after(BANK.messages[name], 0, None, MONDAY)
    for name in ("pinjol-0", "akun-0"):
        memory = memory.after(BANK.messages[name], 1, True, MONDAY)
    kinds = set(kinds_of(next_messages(memory, BANK, MONDAY + DAY, 3)))
    assert {"apk", "otp", "qris"} < kinds
    assert not {"pinjol", "akun"} & kinds


def test_the_kind_she_is_likeliest_to_have_forgotten_comes_first_when_all_are_due():
    memory, now = Memory(), MONDAY
    for kind in ("akun", "apk", "bukti", "hadiah", "otp", "pinjol", "qris", "suara"):
        share = 0 if kind in ("pinjol", "suara") else 1
        memory = memory.after(BANK.messages[f"{kind}-0"], share, True, now)
    for seed in range(10):
        assert {"pinjol", "suara"} < set(kinds_of(next_messages(memory, BANK, now + 30 * DAY, seed)))


def test_another_round_on_the_same_day_is_there_and_brings_other_messages():
    memory, first = Memory(), next_messages(Memory(), BANK, MONDAY, 4)
    for name in first:
        memory = memory.after(BANK.messages[name], 1, True, MONDAY)
    second = next_messages(memory, BANK, MONDAY, 4)
    assert len(second) == 6
    assert not set(first) & set(second)


def test_mistrust_of_an_honest_message_brings_one_more_honest_one():
    memory = Memory().after(BANK.messages["jujur-00"], 0, None, MONDAY)
    assert kinds_of(next_messages(memory, BANK, MONDAY + DAY, 2)).count(HONEST) == 3


def test_the_level_follows_her():
    memory = Memory()
    for days in range(4):
        memory = memory.after(BANK.messages["apk-0"], 1, True, MONDAY + days * DAY)
    due = MONDAY + 100 * DAY
    found = [
        BANK.messages[name].level
        for seed in range(20)
        for name in next_messages(memory, BANK, due, seed)
        if BANK.messages[name].kind == "apk"
    ]
    assert len(found) == 20
    assert set(found) <= {2, 3}
    assert found.count(3) == 20


def test_a_message_she_has_not_met_comes_before_one_she_has():
    memory = Memory()
    for number in (0, 1, 2):
        memory = memory.after(BANK.messages[f"apk-{number}"], 0, None, MONDAY + number * DAY)
    for seed in range(10):
        ids = next_messages(memory, BANK, MONDAY + 60 * DAY, seed)
        assert "apk-3" in ids


def test_a_message_far_from_her_level_waits_though_she_has_not_met_it():
    memory = Memory()
    for number in (2, 3, 4, 5):
        memory = memory.after(BANK.messages[f"apk-{number}"], 1, True, MONDAY + number * DAY)
    assert memory.level("apk") == 3
    for seed in range(10):
        ids = next_messages(memory, BANK, MONDAY + 100 * DAY, seed)
        assert "apk-2" in ids


def test_village_messages_come_first_when_their_kind_is_due_and_take_turns():
    known = bank(
        message("desa-1", "apk", origin=VILLAGE),
        message("desa-2", "apk", 3, origin=VILLAGE),
        message("desa-3", HONEST, decision=Decision.SAFE, origin=VILLAGE),
    )
    memory = Memory().after(APK, 0, None, MONDAY)
    first = next_messages(memory, known, MONDAY + DAY, 1)
    assert {"desa-1", "desa-2"} & set(first)
    memory = memory.after(known.messages["desa-1"], 0, None, MONDAY + DAY)
    memory = memory.after(known.messages["desa-2"], 0, None, MONDAY + DAY)
    second = next_messages(memory, known, MONDAY + 2 * DAY, 1)
    assert not {"desa-1", "desa-2"} & set(second)


@pytest.mark.parametrize("count", [1, 2, 3, 6, 12, 30, 72])
def test_any_number_can_be_asked_for(count):
    ids = next_messages(Memory(), BANK, MONDAY, 11, count)
    assert len(set(ids)) == count
    assert kinds_of(ids).count(HONEST) >= count / 3


def test_a_small_bank_gives_all_it_has_and_an_empty_one_nothing():
    from lentera.course.scenarios import Bank

    few = Bank(BANK.signs, BANK.kinds, {name: BANK.messages[name] for name in ("apk-0", "otp-0", "jujur-00")})
    assert sorted(next_messages(Memory(), few, MONDAY, 1)) == ["apk-0", "jujur-00", "otp-0"]
    only_scams = Bank(BANK.signs, BANK.kinds, {f"apk-{n}": BANK.messages[f"apk-{n}"] for n in range(6)})
    assert len(next_messages(Memory(), only_scams, MONDAY, 1)) == 6
    assert next_messages(Memory(), Bank(), MONDAY, 1) == ()


def test_a_memory_of_kinds_and_messages_that_are_gone_does_no_harm():
    memory = Memory.from_content({"jenis": {"hilang": GOOD}, "dilihat": {"hilang-1": "2026-12-01"}})
    assert len(next_messages(memory, BANK, MONDAY, 1)) == 6
    assert due_kinds(memory, BANK, date(2027, 1, 1)) == ()


def test_the_same_memory_day_and_seed_give_the_same_round():
    memory = lived((1, True, 0))
    assert next_messages(memory, BANK, MONDAY, 9) == next_messages(
        memory, BANK, MONDAY + timedelta(hours=2), 9
    )
    rounds = {next_messages(memory, BANK, MONDAY, seed) for seed in range(20)}
    assert len(rounds) > 15


def test_the_place_in_a_round_tells_nothing_of_the_kind():
    places = [
        place
        for seed in range(120)
        for place, kind in enumerate(kinds_of(next_messages(Memory(), BANK, MONDAY, seed)))
        if kind == HONEST
    ]
    assert all(20 <= places.count(place) <= 62 for place in range(6))

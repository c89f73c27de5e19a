"""Twelve messages for each learner: a fair mix, easy ones first, nothing to be guessed from the place."""

from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest
from tests.literacy.inboxes import BANK, HONEST, KINDS, SIGNS, VILLAGE, bank, message

from lentera.course.scenarios import Bank, Decision, Surface
from lentera.literacy.bank import bank as real_bank
from lentera.literacy.inbox.drawing import counted, draw, refilled
from lentera.rules.seeds import seed_of

SEEDS = range(0, 10_000, 50)
BANKS = {"test bank": lambda: BANK, "course": real_bank}


@pytest.fixture(params=BANKS)
def known(request):
    return BANKS[request.param]()


@pytest.fixture
def drawn(known):
    return {seed: [known.messages[name] for name in draw(seed, known)] for seed in SEEDS}


def test_every_draw_keeps_what_it_promises(known, drawn):
    scams = sorted(name for name, kind in known.kinds.items() if kind.scam)
    for messages in drawn.values():
        kinds = [one.kind for one in messages if known.kinds[one.kind].scam]
        plain = [one for one in messages if not known.kinds[one.kind].scam]
        assert len({one.id for one in messages}) == 12
        assert sorted(kinds) == scams
        assert len(scams) == 8
        assert len(plain) == 4
        assert any(one.surface is Surface.LOOKS_ODD for one in plain)
        assert any(one.surface is Surface.LOOKS_FINE for one in messages if one not in plain)
        assert min(Counter(one.decision for one in messages)[decision] for decision in Decision) >= 2
        assert {one.level for one in messages} == {1, 2, 3}
        assert [one.level for one in messages[:4]] == [1, 1, 1, 1]


def test_one_decision_on_all_twelve_earns_no_more_than_seven_tenths(drawn):
    for messages in drawn.values():
        for decision in Decision:
            earned = [1 if decision is one.decision else 0.75 * (decision in one.nearly) for one in messages]
            assert sum(earned) <= 0.7 * 12


def test_the_place_tells_neither_the_kind_nor_the_decision(known, drawn):
    """In each place one of three is honest, and no decision is commoner than five of six."""
    for place in range(12):
        there = [messages[place] for messages in drawn.values()]
        plain = sum(not known.kinds[one.kind].scam for one in there)
        assert 0.2 < plain / len(there) < 0.47
        decisions = Counter(one.decision for one in there)
        assert max(decisions.values()) / len(there) < 5 / 6
        assert max(Counter(one.kind for one in there).values()) / len(there) < 0.47


def test_the_same_seed_gives_the_same_on_every_laptop(known):
    turned = Bank(known.signs, known.kinds, dict(reversed(known.messages.items())))
    assert all(draw(seed, known) == draw(seed, turned) for seed in (0, 77, 9999))


def test_a_draw_stays_as_it_was_when_it_was_first_made():
    assert draw(4711, BANK) == PINNED


PINNED = (
    *("jujur-15", "hadiah-1", "otp-1", "pinjol-0", "jujur-17", "apk-5"),
    *("akun-4", "jujur-01", "jujur-07", "suara-3", "bukti-4", "qris-2"),
)
"""Written down once: an inbox that is drawn anew on another laptop must be the same."""


def test_neighbours_share_less_than_half(known):
    sets = [set(draw(seed_of(f"SM-{n:02}", "s02-kotak-masuk"), known)) for n in range(1, 31)]
    shared = [len(one & other) / 12 for one, other in combinations(sets, 2)]
    assert sum(shared) / len(shared) < 0.5
    assert max(shared) < 1


def test_messages_of_a_village_are_never_drawn():
    mixed = bank(*(message(f"desa-{n}", HONEST, 1, Decision.SAFE, origin=VILLAGE) for n in range(60)))
    assert all(draw(seed, mixed) == draw(seed, BANK) for seed in (1, 2, 3))


def test_a_kind_that_only_a_village_has_is_never_drawn():
    more = replace(KINDS["apk"], id="arisan", origin=VILLAGE)
    mixed = bank(message("desa-1", "arisan", origin=VILLAGE), kinds={**KINDS, "arisan": more})
    assert draw(5, mixed) == draw(5, BANK)


def test_a_bank_that_is_too_small_gives_what_it_has():
    few = Bank(SIGNS, KINDS, {name: BANK.messages[name] for name in ("apk-0", "otp-1", "jujur-00")})
    assert sorted(draw(3, few)) == ["apk-0", "jujur-00", "otp-1"]
    assert draw(3, Bank()) == ()


def test_only_the_drawn_mix_counts():
    ids = draw(8, BANK)
    assert [one.id for one in counted(ids, BANK)] == list(ids)
    assert [one.id for one in counted(["apk-0"] * 12, BANK)] == ["apk-0"]
    assert [one.id for one in counted([f"apk-{n}" for n in range(6)], BANK)] == ["apk-0"]
    assert len(counted([f"jujur-{n:02}" for n in range(12)], BANK)) == 4
    assert len(counted([*ids, *BANK.messages], BANK)) == 12
    assert counted(["tidak-ada", "otp-3"], BANK) == (BANK.messages["otp-3"],)


def test_village_messages_do_not_count():
    mixed = bank(message("desa-1", "apk", origin=VILLAGE))
    assert counted(["desa-1"], mixed) == ()


@pytest.mark.parametrize("seed", [0, 12, 345, 6789])
def test_a_message_that_nobody_knows_any_more_makes_room_for_another(seed):
    ids = draw(seed, BANK)
    assert refilled(ids, seed, BANK) == ids
    for gone in (0, 5, 11):
        smaller = Bank(SIGNS, KINDS, {name: one for name, one in BANK.messages.items() if name != ids[gone]})
        again = refilled(ids, seed, smaller)
        assert len(counted(again, smaller)) == 12
        assert [name for place, name in enumerate(again) if place != gone] == [
            name for place, name in enumerate(ids) if place != gone
        ]
        assert again[gone] != ids[gone]


def test_an_inbox_from_another_laptop_stays_as_it_is():
    other = draw(99, BANK)
    assert refilled(other, 1, BANK) == other


def test_a_short_or_spoilt_inbox_is_made_whole():
    assert refilled((), 7, BANK) == draw(7, BANK)
    assert len(counted(refilled(("apk-0", "apk-1", "hilang"), 7, BANK), BANK)) == 12

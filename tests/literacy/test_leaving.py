"""Leaving a laptop: every order that keeps the work safe is right, each other has feedback of its own."""

from itertools import permutations

import pytest

from lentera.literacy.leaving import DECOYS, RIGHT, STEPS, Laptop, after, offered, step_name, told
from lentera.tasks import RULE_SETS

RULES = RULE_SETS["s01-kunci-layar"]


def found(*steps):
    report = RULES.judge({"langkah": list(steps)})
    return (report.finding.finding.mistake if report.finding else None), report.points(15)


def test_every_order_that_keeps_the_work_safe_is_right():
    right = {order for order in permutations(RIGHT) if found(*order)[0] is None}
    safe = {
        order
        for order in permutations(RIGHT)
        if order[-2:] == ("kunci", "pergi")  # shut last, and only then gone
    }
    assert right == safe
    assert len(right) == 2
    assert all(found(*order) == (None, 15) for order in right)


@pytest.mark.parametrize(
    ("steps", "mistake"),
    [
        ((), "empty"),
        (("simpan",), "missing"),
        (("simpan", "kunci", "pergi"), "missing"),
        (("kunci", "simpan", "keluar", "pergi"), "locked_unsaved"),
        (("keluar", "pergi", "simpan", "kunci"), "left_unsaved"),
        (("simpan", "keluar", "pergi", "kunci"), "left_open"),
        (("simpan", "kunci", "keluar", "pergi"), "signed_out_late"),
        (("simpan", "keluar", "kunci", "pergi", "cabut"), "cabut"),
        (("simpan", "tulis", "keluar", "kunci", "pergi"), "tulis"),
    ],
)
def test_each_typical_order_has_feedback_of_its_own(steps, mistake):
    name, points = found(*steps)
    assert name == mistake
    assert points < 15


def test_no_wrong_list_earns_all_points():
    lists = [order for count in range(7) for order in permutations(STEPS, count)]
    full = [order for order in lists if found(*order)[1] == 15]
    assert sorted(full) == sorted([RIGHT, ("keluar", "simpan", "kunci", "pergi")])


def test_the_power_without_saving_takes_the_work():
    assert after(["cabut"]).lost
    assert not after(["simpan", "cabut"]).lost
    assert told(after(["cabut"])) == "Laptop mati tiba-tiba. Yang belum disimpan hilang."


def test_a_shut_screen_takes_no_more_steps():
    laptop = after(["kunci", "simpan"])
    assert laptop == Laptop(locked=True, refused="simpan")
    assert "belum bisa" in told(laptop)
    assert after(["kunci", "simpan", "pergi"]).refused == ""


def test_whoever_leaves_an_open_screen_hears_it():
    assert told(after(["simpan", "pergi"])).startswith("Pemiliknya pergi. Layar masih terbuka")
    assert (
        told(after(RIGHT))
        == "Laptop di tempat kering. Pemiliknya pergi. Pekerjaan tersimpan. Akun sudah keluar."
    )


@pytest.mark.parametrize("seed", range(0, 10_000, 499))
def test_the_offer_never_gives_the_order_away(seed):
    order = offered(seed)
    assert sorted(order) == sorted(STEPS)
    kept = [step for step in order if step in RIGHT]
    assert RULES.judge({"langkah": kept}).holds is False


def test_neighbours_see_different_offers():
    assert len({tuple(offered(seed)) for seed in range(50)}) > 20


def test_every_step_has_words():
    assert all(step_name(step) for step in (*RIGHT, *DECOYS))


@pytest.mark.parametrize(
    "content", [{}, {"langkah": "simpan"}, {"langkah": ["hantu"]}, {"langkah": ["kunci", "kunci"]}]
)
def test_an_answer_that_is_none_is_refused(content):
    assert RULES.judge(content).without_answer is not None


def test_a_step_nobody_knows_is_refused():
    with pytest.raises(ValueError, match="choose from"):
        after(["hantu"])

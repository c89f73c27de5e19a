"""A sized lamp serves its hours in a simulated year, and a smaller one shows why it does not."""

from functools import cache

import pytest

from lentera.course import content_root, load_course
from lentera.solar.sizing import (
    PROMISE,
    Chemistry,
    Household,
    Load,
    Numbers,
    SizingError,
    design,
    kit_of,
    prove,
    prove_design,
)
from lentera.solar.weather import SEPAKU, year

NUMBERS = Numbers.of(load_course(content_root()).kit)
EXAMPLE = (Load("lampu", 3.0, 3, 5.0), Load("HP", 10.0, 1, 1.0))
HOUSE = Household()


@cache
def sky(seed):
    return year(SEPAKU, 2025, seed)


@cache
def proven(panel, battery, chemistry, seed=1):
    return prove(panel, battery, chemistry, HOUSE, sky(seed))


@pytest.mark.parametrize("chemistry", Chemistry)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_sized_lamp_serves_its_hours(chemistry, seed):
    proof = prove_design(design(EXAMPLE, chemistry, NUMBERS), HOUSE, sky(seed))
    assert proof.served >= PROMISE
    assert proof.holds
    assert min(proof.by_month) >= 0.9
    assert proof.result.broken == ()
    # Three lamps of 3 W for five hours and a phone of 10 Wh.
    assert proof.wanted_energy / 365 == pytest.approx(55.0, rel=0.2)


def test_the_larger_lead_battery_of_the_card_serves_too():
    assert proven(30, 26, Chemistry.VRLA).holds


@pytest.mark.parametrize(("battery", "chemistry"), [(6, Chemistry.LIFEPO4), (7, Chemistry.VRLA)])
def test_the_practice_kit_is_too_small_for_this_house_and_shows_why(battery, chemistry):
    small, sized = proven(10, battery, chemistry), proven(30, 12, Chemistry.LIFEPO4)
    assert not small.holds
    assert small.served < 0.7
    # The panel offers less than the house wants, and hardly a night is left in the darkest week.
    assert small.panel_share < 1.0
    assert sized.panel_share > 1.5
    assert small.nights_of_reserve < 3.0 < sized.nights_of_reserve
    assert small.result.total.cut_off > 100 > sized.result.total.cut_off


def test_a_larger_panel_or_battery_never_serves_less():
    served = [proven(panel, 7, Chemistry.VRLA).served for panel in (10, 20, 30)]
    assert served == sorted(served)
    served = [proven(20, battery, Chemistry.VRLA).served for battery in (7, 12, 24)]
    assert served == sorted(served)


def test_a_size_that_is_not_in_the_catalogue_is_scaled():
    kit = kit_of(20, 18, Chemistry.VRLA, HOUSE)
    battery = kit.installation.unit("battery").spec
    assert battery.capacity == 18
    assert (
        battery.resistance < kit_of(20, 7, Chemistry.VRLA, HOUSE).installation.unit("battery").spec.resistance
    )


@pytest.mark.parametrize(
    ("work", "sentence"),
    [
        (
            lambda: kit_of(35, 12, Chemistry.VRLA, HOUSE),
            "panel is 35 Wp; the year can be worked out for 10, 20",
        ),
        (lambda: kit_of(30, 12, Chemistry.VRLA, Household(lamps=9)), "lamps is 9; give a number from 1 to 6"),
        (lambda: Household(hours=float("nan")), "hours is nan h"),
        (lambda: Household(hours=13.0), "hours is 13.0 h"),
        (lambda: Household(phone_energy=-1.0), "phone_energy is -1.0 Wh"),
    ],
)
def test_what_cannot_be_proven_is_refused(work, sentence):
    with pytest.raises(SizingError, match=sentence):
        work()

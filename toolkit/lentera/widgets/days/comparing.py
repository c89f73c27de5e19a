"""Compare two results in words: the kept one, A, and the present one, B."""

from typing import Any

from lentera.widgets.days.choices import Choices, Length
from lentera.widgets.days.story import Story
from lentera.widgets.days.telling import charges, times
from lentera.widgets.days.texts import length, share, time_of_day, told


def described(choices: Choices, kit: str, *, steps: bool, phones: bool) -> str:
    """Describe choices in one sentence."""
    year = choices.span is Length.YEAR
    sky = told("of_year") if year else told("of_sky", sky=told(f"sky_{choices.sky}").lower())
    parts = [kit, sky, told("of_lit", lit=length(choices.lit), start=time_of_day(choices.start))]
    if steps:
        parts.append(told("of_brightness", step=told(f"bright_{choices.brightness}")))
    if phones:
        parts.append(told("of_phone", n=choices.phone))
    parts.append(told("of_charge", charge=share(choices.charge / 100.0)))
    return "; ".join(parts) + "."


def light_difference(a: Story, b: Story) -> str:
    """Say in one sentence how much longer the lamps burn in B."""
    minutes = b.total.light - a.total.light
    if not minutes:
        return told("light_equal")
    return told("light_longer" if minutes > 0 else "light_shorter", time=length(abs(minutes)))


def table(a: tuple[Story, Choices], b: tuple[Story, Choices], *, phones: bool) -> dict[str, Any]:
    """Give both results side by side, with their differences in words."""
    one, two = a[0].total, b[0].total
    rows = [
        [told(name), length(before), length(now), _longer(now - before)]
        for name, before, now in (
            ("read_light", one.light, two.light),
            ("read_dark", one.missing, two.missing),
        )
    ]
    lowest = round(two.low * 100.0) - round(one.low * 100.0)
    rows.append([told("read_low"), share(one.low), share(two.low), _higher(lowest)])
    if phones:
        before, now = charges(*a), charges(*b)
        rows.append([told("read_phone"), times(before), times(now), _more(now - before)])
    return {
        "caption": told("compare_caption"),
        "head": [told("head_what"), "A", "B", told("head_difference")],
        "rows": rows,
        "numbers": [1, 2],
    }


def _longer(minutes: int) -> str:
    if not minutes:
        return told("equal")
    return told("longer" if minutes > 0 else "shorter", time=length(abs(minutes)))


def _higher(points: int) -> str:
    if not points:
        return told("equal")
    return told("higher" if points > 0 else "lower", amount=share(abs(points) / 100.0))


def _more(count: float) -> str:
    if round(count, 1) == 0.0:
        return told("equal")
    return told("more" if count > 0 else "less", amount=times(abs(count)))

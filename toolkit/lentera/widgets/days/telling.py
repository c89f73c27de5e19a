"""Tell a story in words: a summary, the numbered events, a table, big readings, and one short line."""

from typing import Any, Final

from lentera.widgets.days.choices import PHONE_ENERGY, Choices, Length
from lentera.widgets.days.story import DAY, Moment, Slice, Story
from lentera.widgets.days.texts import (
    daily,
    energy,
    length,
    month,
    power,
    share,
    time_of_day,
    told,
)
from lentera.words import number, quantity

_NEAR: Final = 0.05
"""How far from a whole charge a phone counts as charged."""
_MANY: Final = 20
_LIKE: Final = 0.005
"""Difference of charge that nobody reads."""


def charges(story: Story, choices: Choices) -> float:
    """Give how many phones were charged in all."""
    wanted = choices.phone * story.days
    got = min(story.total.phone / PHONE_ENERGY, wanted)
    return wanted if wanted - got < _NEAR else got


def times(count: float) -> str:
    """Write how often: whole numbers, and large ones, without decimals."""
    whole = count >= _MANY or abs(count - round(count)) < _NEAR
    return told("times", n=number(round(count)) if whole else number(count, 1))


def when(story: Story, minute: int) -> str:
    """Say when a minute is, in the middle of a sentence."""
    time = time_of_day(minute % DAY)
    if story.span is Length.DAY:
        return told("o_clock", time=time_of_day(minute))
    if story.span is Length.WEEK:
        return told("on_day", n=minute // DAY + 1, time=time)
    moment = story.at(minute)
    return told("on_date", day=moment.day, month=month(moment.month - 1))


def summary(story: Story, choices: Choices, *, phones: bool) -> list[str]:
    """Tell a story in three to six sentences."""
    total = story.total
    # The first time it is as good as lowest: in the dark it goes on losing a hair.
    low = next(one for one in story.points if one.low <= total.low + _LIKE)
    high = next(one for one in story.points if one.high >= total.high - _LIKE)
    said = [
        _sun(story),
        told("battery_sentence", low=share(total.low), low_when=when(story, _end(story, low))),
        told("battery_high", high=share(total.high), high_when=when(story, _end(story, high))),
    ]
    if story.span is Length.YEAR:
        said.pop()
    said += _light(story)
    if phones and choices.phone:
        said.append(_phones(story, choices))
    if story.broken:
        said.append(told("broken", parts=", ".join(story.broken)))
    return said


def _end(story: Story, one: Slice) -> int:
    """Give the minute at which a slice's charge stands; of a year, its day."""
    return one.first if story.span is Length.YEAR else one.first + one.minutes


def _sun(story: Story) -> str:
    if story.span is Length.DAY:
        best = max(story.points, key=lambda one: one.sun)
        return told("sun_day", time=time_of_day(best.first), sun=power(best.sun))
    row = min(story.rows, key=lambda one: one.sun)
    place = story.rows.index(row)
    if story.span is Length.WEEK:
        return told("sun_week", n=place + 1, sun=energy(row.sun))
    return told("sun_year", month=month(place), sun=energy(row.sun))


def _light(story: Story) -> list[str]:
    total = story.total
    if not total.wanted:
        return [told("light_none")]
    if not total.missing:
        return [told("light_all", light=length(total.light))]
    said = [told("light_part", light=length(total.light), wanted=length(total.wanted))]
    if total.dim:
        said.append(told("dim_part", dim=length(total.dim)))
    if story.span is Length.WEEK:
        said.append(told("cut_week", n=story.days_short))
    elif story.span is Length.YEAR:
        said.append(told("cut_year", n=story.days_short, all=story.days))
    else:
        cut = _last_cut(story)
        if cut:
            said.append(told("cut_day", time=time_of_day(cut.minute)))
    return said


def _last_cut(story: Story) -> Moment | None:
    return next((one for one in reversed(story.moments) if one.what == "cut"), None)


def _phones(story: Story, choices: Choices) -> str:
    wanted = choices.phone * story.days
    got = charges(story, choices)
    if got == wanted:
        return told("phone_all", n=times(wanted))
    return told("phone_part", n=times(got), wanted=times(wanted))


def outcome(story: Story) -> str:
    """Say in one short sentence what matters most."""
    total = story.total
    if not total.wanted:
        return told("short_low", low=share(total.low))
    if not total.missing:
        return f"{told('short_lit', light=length(total.light))} {told('short_low', low=share(total.low))}"
    cut = _last_cut(story)
    if story.span is Length.DAY and cut:
        return told("short_cut", light=length(total.light), time=time_of_day(cut.minute))
    return told("short_part", light=length(total.light), dark=length(total.missing))


def events(story: Story) -> list[str]:
    """Tell the numbered events in order."""
    said = []
    for one in story.moments:
        begin = when(story, one.minute)
        blanks = {
            "when": begin[0].upper() + begin[1:],
            "charge": share(one.charge),
            "dark": length(one.missing),
        }
        said.append(told(f"event_{one.what}", **blanks))
    return said


def lamp_of(one: Slice) -> str:
    """Say what the lamps did in a slice."""
    if not one.wanted:
        return told("lamp_unasked")
    most = max((one.light, "on"), (one.dim, "dim"), (one.dark, "off"))
    return told(f"lamp_{most[1]}")


def table(story: Story) -> dict[str, Any]:
    """Give the rows of a story as a table: by hour, day or month."""
    heads = {Length.DAY: "head_hour", Length.WEEK: "head_day", Length.YEAR: "head_month"}
    head, rows = [told(heads[story.span])], []
    if story.span is Length.DAY:
        head += [told(key) for key in ("head_sun", "head_charge", "head_volts", "head_lamp", "head_dark")]
    else:
        head += [told(key) for key in ("head_sun_day", "head_low", "head_high", "head_lamp", "head_dark")]
    for place, row in enumerate(story.rows):
        light = length(row.light) if row.light else told("nothing")
        dark = length(row.missing) if row.missing else told("nothing")
        if story.span is Length.DAY:
            name = time_of_day(row.first)
            cells = [number(row.sun), number(row.charge * 100.0), number(row.volts, 1)]
        else:
            name = told("day_number", n=place + 1) if story.span is Length.WEEK else month(place)
            cells = [number(daily(row.sun), 1), number(row.low * 100.0), number(row.high * 100.0)]
        rows.append([name, *cells, light, dark])
    return {
        "caption": told(f"caption_{story.span}"),
        "head": head,
        "rows": rows,
        "numbers": [1, 2, 3, 4, 5],
    }


def readings(story: Story, choices: Choices, *, phones: bool) -> list[dict[str, str]]:
    """Give the four big numbers."""
    total = story.total
    if total.wanted:
        light_note = told("read_light_note", wanted=length(total.wanted))
        dark_note = told("read_dark_note" if total.missing else "read_dark_none")
    else:
        light_note = dark_note = told("read_none")
    if phones:
        wanted = choices.phone * story.days
        got = charges(story, choices)
        note = told("read_phone_note", wanted=times(wanted)) if wanted else told("read_phone_none")
        last = (told("read_phone"), times(got), note)
    else:
        note = told("read_panel_note", sun=energy(total.sun))
        last = (told("read_panel"), quantity(total.panel, "Wh", 0), note)
    return [
        {"name": name, "value": value, "note": note}
        for name, value, note in (
            (told("read_light"), length(total.light), light_note),
            (told("read_dark"), length(total.missing), dark_note),
            (told("read_low"), share(total.low), told("read_low_note", high=share(total.high))),
            last,
        )
    ]

"""Give the picture of a story: numbers for three plots, and the words of each place on their axis."""

from typing import Any, Final

from lentera.widgets.days.choices import Length
from lentera.widgets.days.story import DAY, Slice, Story
from lentera.widgets.days.telling import events, lamp_of
from lentera.widgets.days.texts import aloud, daily, energy, length, month, power, share, time_of_day, told
from lentera.words import quantity

READ_EVERY: Final = {Length.DAY: 3, Length.WEEK: 2}
"""Points from one place of the reading slider to the next: a quarter of an hour, an hour."""
_UNASKED, _ON, _DIM, _OFF = range(4)


def picture(story: Story, kept: Story | None) -> dict[str, Any]:
    """Give all that is drawn; `kept` is the result it is compared with, over the same time."""
    year = story.span is Length.YEAR
    charge = "charge_line" if year else "charge_plot"
    sun = told("sun_bars" if year else "sun_plot")
    return {
        "span": str(story.span),
        "minutes": story.total.minutes,
        "sun": {"title": f"{sun} (B)" if kept else sun, "values": _sun(story)},
        "charge": {
            "title": told(charge),
            "values": _charge(story),
            "kept": _charge(kept) if kept else None,
        },
        "lamp": {
            "title": told("lamp_bars" if year else "lamp_plot"),
            "values": _lamp(story),
            "kept": _lamp(kept) if kept else None,
        },
        "marks": [
            {"at": one.minute / story.total.minutes, "charge": round(one.charge * 100.0, 1)}
            for one in story.moments
        ],
        "events": [{"text": text, "spoken": aloud(text)} for text in events(story)],
        "ticks": _ticks(story),
        "reader": {"title": told(f"reader_{story.span}"), "places": _places(story)},
        "note": _note(story),
    }


def _sun(story: Story) -> list[float]:
    if story.span is Length.YEAR:
        return [round(daily(row.sun), 2) for row in story.rows]
    return [round(one.sun, 1) for one in story.points]


def _charge(story: Story) -> list[float]:
    if story.span is Length.YEAR:
        return [round(one.low * 100.0, 1) for one in story.points]
    return [round(one.charge * 100.0, 1) for one in story.points]


def _lamp(story: Story) -> list[Any]:
    """Give the lamps in each point; for a year hours a night by month (bright, dim, dark)."""
    if story.span is Length.YEAR:
        return [
            [round(minutes / 60.0 / (row.minutes // DAY), 2) for minutes in (row.light, row.dim, row.dark)]
            for row in story.rows
        ]
    return [_state(one) for one in story.points]


def _state(one: Slice) -> int:
    if not one.wanted:
        return _UNASKED
    return max((one.light, _ON), (one.dim, _DIM), (one.dark, _OFF))[1]


def _ticks(story: Story) -> list[dict[str, Any]]:
    """Give names along the axis: `at` as a share of it; `wide` ones name a stretch, the others a moment."""
    if story.span is Length.DAY:
        return [
            {"at": hour / 24, "text": time_of_day(hour * 60), "short": str(hour)} for hour in range(0, 25, 3)
        ]
    found = []
    for place, row in enumerate(story.rows):
        middle = (row.first + row.minutes / 2) / story.total.minutes
        if story.span is Length.WEEK:
            name, short = told("day_number", n=place + 1), str(place + 1)
        else:
            name, short = month(place, short=True), month(place, short=True)[0]
        found.append({"at": middle, "text": name, "short": short, "from": row.first / story.total.minutes})
    return found


def _places(story: Story) -> list[dict[str, Any]]:
    """Give what is read at each place of the reading slider."""
    if story.span is Length.YEAR:
        return [_place(story, row, _month_text(place, row)) for place, row in enumerate(story.rows)]
    step = READ_EVERY[story.span]
    return [_place(story, one, _point_text(story, one)) for one in story.points[::step]]


def _place(story: Story, one: Slice, text: str) -> dict[str, Any]:
    middle = one.first + one.minutes / 2
    return {"at": round(middle / story.total.minutes, 5), "text": text, "spoken": aloud(text)}


def _point_text(story: Story, one: Slice) -> str:
    time = time_of_day(one.first % DAY)
    day = told("at_time", time=time)
    begin = day if story.span is Length.DAY else told("at_day", n=one.first // DAY + 1, time=time)
    return told(
        "read_point",
        when=begin,
        sun=power(one.sun),
        charge=share(one.charge),
        volts=quantity(one.volts, "V", 1),
        lamp=lamp_of(one),
    )


def _month_text(place: int, row: Slice) -> str:
    nights = row.minutes // DAY
    return told(
        "read_month",
        when=month(place),
        sun=energy(row.sun),
        charge=share(row.low),
        light=length(round(row.light / nights)),
        dark=length(round(row.missing / nights)),
    )


def _note(story: Story) -> str:
    if story.span is Length.YEAR:
        return told("sample_year")
    date = told("on_date", day=story.start.day, month=month(story.start.month - 1))
    return told("sample_day" if story.span is Length.DAY else "sample_week", date=date)

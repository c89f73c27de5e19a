"""Dates, rooms and laptops."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lentera.course import (
    Booking,
    Calendar,
    Course,
    Skip,
    Weekday,
    double_bookings,
    session_dates,
    share_laptops,
    timetable,
)
from lentera.course.programme import Capacities

CALENDAR = Calendar(date(2026, 7, 1), (Weekday.RABU, Weekday.SABTU), time(9), "WITA")
CAPACITIES = Capacities(laptops=30, kits=5, sharing={"coding": 2, "solar": 4})


def days(*texts: str) -> list[date]:
    return [date.fromisoformat(f"2026-{text}") for text in texts]


def test_twelve_dates_in_six_weeks():
    assert list(session_dates(CALENDAR)) == days(
        "07-01", "07-04", "07-08", "07-11", "07-15", "07-18",
        "07-22", "07-25", "07-29", "08-01", "08-05", "08-08",
    )  # fmt: skip


def test_the_sample_batch_moves_its_holiday_and_stays_within_six_weeks(course: Course):
    calendar = course.programme.calendar
    dates = session_dates(calendar)
    assert len(dates) == 12
    assert dates[2] == date(2023, 7, 20)
    assert date(2023, 7, 19) not in dates
    assert dates[-1] - dates[0] < timedelta(weeks=6)


def test_a_day_off_without_a_stand_in_moves_everything_along():
    calendar = replace(CALENDAR, skips=(Skip(date(2026, 7, 8), "libur"),))
    dates = session_dates(calendar)
    assert dates[2] == date(2026, 7, 11)
    assert dates[-1] == date(2026, 8, 12)
    assert len(dates) == 12


def test_a_day_off_with_a_stand_in_moves_one_meeting_only():
    calendar = replace(CALENDAR, skips=(Skip(date(2026, 7, 8), "libur", date(2026, 7, 9)),))
    plain, moved = session_dates(CALENDAR), session_dates(calendar)
    assert moved[2] == date(2026, 7, 9)
    assert [day for day in moved if day not in plain] == days("07-09")


def test_a_start_that_is_a_day_off():
    calendar = replace(CALENDAR, skips=(Skip(date(2026, 7, 1), "libur"),))
    assert session_dates(calendar)[0] == date(2026, 7, 4)


@pytest.mark.parametrize(
    ("weekdays", "sessions", "last"),
    [
        ((Weekday.RABU,), 12, "09-16"),
        ((Weekday.SENIN, Weekday.RABU, Weekday.JUMAT), 12, "07-27"),
        ((Weekday.SABTU, Weekday.RABU), 12, "08-08"),
        ((Weekday.MINGGU,), 1, "07-05"),
        (tuple(Weekday), 7, "07-07"),
    ],
)
def test_other_rhythms(weekdays: tuple[Weekday, ...], sessions: int, last: str):
    calendar = replace(CALENDAR, weekdays=weekdays, sessions=sessions)
    dates = session_dates(calendar)
    assert len(dates) == sessions
    assert dates[-1] == days(last)[0]


def test_a_calendar_without_weekdays_says_so():
    with pytest.raises(ValueError, match="weekday"):
        session_dates(replace(CALENDAR, weekdays=()))


@given(
    start=st.dates(date(2024, 1, 1), date(2030, 1, 1)),
    weekdays=st.sets(st.sampled_from(list(Weekday)), min_size=1),
    off=st.sets(st.integers(0, 60), max_size=8),
)
def test_dates_rise_keep_to_weekdays_and_avoid_days_off(start: date, weekdays: set[Weekday], off: set[int]):
    skips = tuple(Skip(start + timedelta(days=number), "libur") for number in off)
    dates = session_dates(replace(CALENDAR, start=start, weekdays=tuple(weekdays), skips=skips))
    assert len(dates) == 12
    assert list(dates) == sorted(set(dates))
    assert {day.weekday() for day in dates} <= {weekday.number for weekday in weekdays}
    assert not {skip.day for skip in skips} & set(dates)


def test_weekday_numbers_are_those_of_the_standard_library():
    assert Weekday.RABU.number == date(2023, 7, 12).weekday()


def test_every_track_is_in_one_place_in_every_slot(course: Course):
    bookings = timetable(course)
    assert double_bookings(bookings) == {}
    assert len(bookings) == 3 * 12


def test_solar_and_coding_part_ways_when_their_lessons_differ(course: Course):
    places = {(booking.who, booking.session): booking.venue for booking in timetable(course)}
    assert places["solar_mum", "s03"] == "pkds"
    assert places["coding_mum", "s03"] == "aula"
    assert places["coding_difabel", "s06"] == "aula"
    assert places["solar_mum", "s07"] == places["coding_mum", "s07"] == "aula"


@pytest.mark.parametrize(
    ("bookings", "expected"),
    [
        ([], {}),
        # the same place twice is one place
        ([Booking("SM-07", "s06", "pkds"), Booking("SM-07", "s06", "pkds")], {}),
        # two slots, two places
        ([Booking("SM-07", "s05", "aula"), Booking("SM-07", "s06", "pkds")], {}),
        # two learners, two places
        ([Booking("SM-07", "s06", "pkds"), Booking("CM-07", "s06", "aula")], {}),
        # one learner crossing over without leaving her own module
        (
            [Booking("CM-07", "s06", "pkds"), Booking("CM-07", "s06", "aula")],
            {("CM-07", "s06"): ("aula", "pkds")},
        ),
    ],
)
def test_nobody_is_in_two_venues_in_one_slot(bookings: list[Booking], expected: dict[object, object]):
    assert double_bookings(bookings) == expected


def test_thirty_and_twenty_share_thirty_laptops():
    shared = share_laptops({"coding": 30, "solar": 20}, CAPACITIES)
    assert shared["solar"] == (4,) * 5
    assert sorted(shared["coding"], reverse=True) == [2] * 5 + [1] * 20
    assert sum(map(len, shared.values())) == 30


def test_fifty_and_twenty_share_thirty_laptops():
    shared = share_laptops({"coding": 50, "solar": 20}, CAPACITIES)
    assert shared == {"solar": (4,) * 5, "coding": (2,) * 25}


def test_the_thirty_first_laptop_is_refused():
    with pytest.raises(ValueError, match="need 31 laptops; there are 30"):
        share_laptops({"coding": 51, "solar": 20}, CAPACITIES)


def test_both_head_counts_of_the_programme_fit(course: Course):
    programme = course.programme
    assert sorted(cohort.total for cohort in programme.cohorts.values()) == [50, 70]
    assert programme.active_cohort.learners == {"coding": 30, "solar": 20}
    for cohort in programme.cohorts.values():
        shared = share_laptops(cohort.learners, programme.capacities)
        assert sum(map(sum, shared.values())) == cohort.total


@given(coding=st.integers(0, 60), solar=st.integers(0, 40), laptops=st.integers(0, 40))
def test_sharing_seats_everybody_or_refuses(coding: int, solar: int, laptops: int):
    capacities = replace(CAPACITIES, laptops=laptops)
    fits = -(-coding // 2) + -(-solar // 4) <= laptops
    if not fits:
        with pytest.raises(ValueError, match="laptops"):
            share_laptops({"coding": coding, "solar": solar}, capacities)
        return
    shared = share_laptops({"coding": coding, "solar": solar}, capacities)
    assert {group: sum(tables) for group, tables in shared.items()} == {"coding": coding, "solar": solar}
    assert sum(map(len, shared.values())) <= laptops
    assert max(shared["coding"], default=1) <= 2
    assert max(shared["solar"], default=1) <= 4

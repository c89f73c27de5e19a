"""Check the whole course and report every fault at once."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from lentera.course.consistency import contradictions
from lentera.course.faults import Fault, fault
from lentera.course.knowledge import FACT_AGE_LIMIT
from lentera.course.load import read_course
from lentera.course.programme import Calendar, Cohort
from lentera.course.schedule import double_bookings, laptops_needed, session_dates, timetable
from lentera.course.whole import FACT_FILE, PROGRAMME_FILE, Course


def check_course(root: Path, today: date) -> list[Fault]:
    """Return every fault of the course content below a root, sorted by file and place.

    Parameters
    ----------
    root : Path
        Folder that holds ``curriculum/``, ``sessions/`` and ``grading/``.
    today : date
        The day facts are judged on.
    """
    # Grade cells and the learner's desk import this package and never lint; import time is grading time.
    from lentera.course.check_notebooks import notebook_faults  # noqa: PLC0415 - see above
    from lentera.course.check_prose import prose_faults  # noqa: PLC0415 - see above
    from lentera.course.check_scenarios import scenario_faults  # noqa: PLC0415 - see above

    course, faults = read_course(root)
    found = {
        *faults,
        *contradictions(course),
        *_calendar(course),
        *_places(course),
        *(fault for cohort in course.programme.cohorts.values() for fault in _capacities(course, cohort)),
        *_facts(course, today),
        *prose_faults(course),
        *notebook_faults(course),
        *scenario_faults(root, course),
    }
    return sorted(found)


def _calendar(course: Course) -> Iterator[Fault]:
    calendar = course.programme.calendar
    if not calendar.weekdays or calendar.start == date.min:
        return  # told by the reader already
    numbers = {weekday.number for weekday in calendar.weekdays}
    if calendar.sessions != len(course.sessions):
        count, expected = calendar.sessions, len(course.sessions)
        yield fault("calendar_count", PROGRAMME_FILE, "calendar.sessions", count=count, expected=expected)
    if calendar.start.weekday() not in numbers:
        yield fault("calendar_start", PROGRAMME_FILE, "calendar.start", day=calendar.start)
    dates = session_dates(calendar)
    for day, count in Counter(dates).items():
        if count > 1:
            yield fault("calendar_collision", PROGRAMME_FILE, "calendar.skips", day=day)
    last = calendar.start + timedelta(weeks=calendar.weeks, days=-1)
    if dates and max(dates) > last:
        yield fault("calendar_long", PROGRAMME_FILE, "calendar", day=max(dates), weeks=calendar.weeks)
    yield from _skips(calendar, dates, numbers)


def _skips(calendar: Calendar, dates: tuple[date, ...], numbers: set[int]) -> Iterator[Fault]:
    off = Counter(skip.day for skip in calendar.skips)
    for index, skip in enumerate(calendar.skips):
        key = f"calendar.skips[{index}]"
        if off[skip.day] > 1:
            yield fault("calendar_collision", PROGRAMME_FILE, f"{key}.day", day=skip.day)
        if skip.day.weekday() not in numbers or not calendar.start <= skip.day <= max(
            dates, default=skip.day
        ):
            yield fault("skip_unused", PROGRAMME_FILE, f"{key}.day", day=skip.day)
        if skip.moved_to is None:
            continue
        if skip.moved_to in off:
            yield fault("calendar_skipped", PROGRAMME_FILE, f"{key}.moved_to", day=skip.moved_to)
        elif skip.moved_to in dates:
            position = dates.index(skip.moved_to)
            around = [
                *dates[max(0, position - 1) : position],
                skip.moved_to,
                *dates[position + 1 : position + 2],
            ]
            if around != sorted(around):
                yield fault("calendar_order", PROGRAMME_FILE, f"{key}.moved_to", day=skip.moved_to)


def _places(course: Course) -> Iterator[Fault]:
    bookings = timetable(course)
    for (track, session), venues in double_bookings(bookings).items():
        names = ", ".join(venues)
        yield fault(
            "two_venues", PROGRAMME_FILE, f"tracks.{track}", track=track, session=session, venues=names
        )
    booked = Counter((booking.who, booking.session) for booking in bookings)
    for track in course.programme.tracks:
        for session in course.sessions:
            count, key = booked[track, session], f"tracks.{track}"
            if count == 0:
                yield fault("no_place", PROGRAMME_FILE, key, track=track, session=session)
            elif count > 1:
                yield fault("two_activities", PROGRAMME_FILE, key, track=track, session=session, count=count)


def _capacities(course: Course, cohort: Cohort) -> Iterator[Fault]:
    """Find what a head count needs and the programme does not have.

    All groups meet in every slot, in one venue or in two, so laptops are counted over both rooms.
    """
    programme = course.programme
    key = f"cohorts.{cohort.id}"
    groups = {track.group for track in programme.tracks.values()}
    for group in cohort.learners:
        if group not in groups:
            yield fault("learners_off", PROGRAMME_FILE, f"{key}.learners.{group}", group=group)
    capacities = programme.capacities
    needed = laptops_needed(cohort.learners, capacities)
    if needed > capacities.laptops:
        yield fault("laptops", PROGRAMME_FILE, key, needed=needed, have=capacities.laptops)
    kits = laptops_needed({"solar": cohort.learners.get("solar", 0)}, capacities)
    if kits > capacities.kits:
        yield fault("kits", PROGRAMME_FILE, key, needed=kits, have=capacities.kits)
    yield from _seats(course, cohort)


def _seats(course: Course, cohort: Cohort) -> Iterator[Fault]:
    tracks = course.programme.tracks
    present: dict[tuple[str, str], set[str]] = {}
    for booking in timetable(course):
        present.setdefault((booking.session, booking.venue), set()).add(tracks[booking.who].group)
    for (session, venue), groups in present.items():
        if venue not in course.programme.venues:
            continue
        needed, have = (
            sum(cohort.learners.get(group, 0) for group in groups),
            course.programme.venues[venue].seats,
        )
        if needed > have:
            key = f"cohorts.{cohort.id}"
            yield fault("seats", PROGRAMME_FILE, key, session=session, venue=venue, needed=needed, have=have)


def _facts(course: Course, today: date) -> Iterator[Fault]:
    for fact in course.facts.values():
        key = f"facts.{fact.id}"
        age = fact.age(today)
        if age < 0:
            yield fault("fact_future", FACT_FILE, f"{key}.checked_on", id=fact.id, day=fact.checked_on)
        elif age > FACT_AGE_LIMIT:
            yield fault("fact_old", FACT_FILE, f"{key}.checked_on", id=fact.id, age=age, limit=FACT_AGE_LIMIT)
        if fact.expires is not None and fact.expires < today:
            yield fault("fact_expired", FACT_FILE, f"{key}.expires", id=fact.id, day=fact.expires)

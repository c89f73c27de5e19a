"""When and where meetings take place, and who shares what."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from lentera.course.programme import Calendar, Capacities
from lentera.course.whole import Course


@dataclass(frozen=True, order=True)
class Booking:
    """Say that somebody is in a venue during the slot of a session.

    Attributes
    ----------
    who : str
        Learner code or track id.
    session, venue : str
        Ids of the slot's session and of the venue.
    """

    who: str
    session: str
    venue: str


def session_dates(calendar: Calendar) -> tuple[date, ...]:
    """Return the date of each meeting, in teaching order.

    A meeting that falls on a day off moves to the day agreed for it. Without one it is held on the next
    regular day, and everything after it moves along.

    Raises
    ------
    ValueError
        When the calendar names no weekday.
    """
    if not calendar.weekdays:
        raise ValueError("The calendar names no weekday. Write one in [calendar] weekdays.")
    numbers = {weekday.number for weekday in calendar.weekdays}
    skips = {skip.day: skip for skip in calendar.skips}
    dates: list[date] = []
    day = calendar.start
    while len(dates) < calendar.sessions:
        skip = skips.get(day)
        if day.weekday() in numbers:
            if skip is None:
                dates.append(day)
            elif skip.moved_to is not None:
                dates.append(skip.moved_to)
        day += timedelta(days=1)
    return tuple(dates)


def timetable(course: Course) -> tuple[Booking, ...]:
    """Return where each track is in each slot: its core session, or its parallel module.

    Optional sessions are a learner's own choice and are not booked here.
    """
    bookings = []
    for track in course.programme.tracks.values():
        core = [course.sessions[session_id] for session_id in track.core if session_id in course.sessions]
        bookings += [Booking(track.id, session.id, session.venue) for session in core]
        modules = course.programme.modules
        bookings += [
            Booking(track.id, slot, modules[module].venue)
            for slot, module in track.modules.items()
            if module in modules
        ]
    return tuple(bookings)


def double_bookings(bookings: Iterable[Booking]) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return who would be in two venues in one slot.

    Returns
    -------
    dict
        (who, session id) to the venues claimed, sorted. Empty when everybody can be where they should be.
    """
    claimed: dict[tuple[str, str], set[str]] = defaultdict(set)
    for booking in bookings:
        claimed[booking.who, booking.session].add(booking.venue)
    return {place: tuple(sorted(venues)) for place, venues in claimed.items() if len(venues) > 1}


def laptops_needed(learners: Mapping[str, int], capacities: Capacities) -> int:
    """Return how many laptops the groups need when everybody shares as far as is allowed."""
    return sum(ceil(count / max(1, capacities.sharing.get(group, 1))) for group, count in learners.items())


def share_laptops(learners: Mapping[str, int], capacities: Capacities) -> dict[str, tuple[int, ...]]:
    """Share the laptops out so that as many learners as possible have their own.

    Groups that may share most are served first with full tables (a kit and a laptop each); what is left goes
    to the others, alone while there are enough, in pairs where there are not.

    Parameters
    ----------
    learners : mapping of str to int
        Learners of each group.
    capacities : Capacities
        Laptops there are, and how many learners share one at most.

    Returns
    -------
    dict
        Group to the number of learners at each of its laptops.

    Raises
    ------
    ValueError
        When even full sharing needs more laptops than there are.
    """
    needed = laptops_needed(learners, capacities)
    if needed > capacities.laptops:
        raise ValueError(
            f"{sum(learners.values())} learners need {needed} laptops; there are {capacities.laptops}. "
            "Take fewer learners, add laptops or allow more to share."
        )
    free = capacities.laptops
    shared: dict[str, tuple[int, ...]] = {}
    groups = sorted(learners, key=lambda group: (-capacities.sharing.get(group, 1), group))
    for position, group in enumerate(groups):
        count = learners[group]
        later = {name: learners[name] for name in groups[position + 1 :]}
        own = ceil(count / max(1, capacities.sharing.get(group, 1)))
        if not later:
            own = min(count, free)
        free -= own
        shared[group] = tuple(count // own + (table < count % own) for table in range(own)) if own else ()
    return shared

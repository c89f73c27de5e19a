"""Who learns where and when: the programme, its tracks, venues, calendar and capacities."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum


class Weekday(StrEnum):
    """Name the days of the week as the calendar file does."""

    SENIN = "senin"
    SELASA = "selasa"
    RABU = "rabu"
    KAMIS = "kamis"
    JUMAT = "jumat"
    SABTU = "sabtu"
    MINGGU = "minggu"

    @property
    def number(self) -> int:
        """Return the day's number as `datetime.date.weekday` counts it, Monday = 0."""
        return list(Weekday).index(self)


@dataclass(frozen=True)
class Skip:
    """Name a day without class, why, and the day that stands in for it, if one is agreed."""

    day: date
    reason: str
    moved_to: date | None = None


@dataclass(frozen=True)
class Calendar:
    """Give the rule from which the meeting dates follow."""

    start: date
    weekdays: tuple[Weekday, ...]
    begins_at: time
    timezone: str
    sessions: int = 12
    weeks: int = 6
    skips: tuple[Skip, ...] = ()


@dataclass(frozen=True)
class Venue:
    """Describe one room, with the seats it has [persons]."""

    id: str
    name: str
    room: str
    village: str
    seats: int
    note: str


@dataclass(frozen=True)
class ModulePart:
    """Give one stretch of a parallel module [minutes]."""

    minutes: int
    title: str


@dataclass(frozen=True)
class Module:
    """Describe a parallel module: what a track does while a session runs in the other venue."""

    id: str
    title: str
    venue: str
    parts: tuple[ModulePart, ...]
    product: str

    @property
    def minutes(self) -> int:
        """Return the length [minutes]."""
        return sum(part.minutes for part in self.parts)


@dataclass(frozen=True)
class Track:
    """Describe a path through the sessions.

    Attributes
    ----------
    group : str
        Learners of one group sit together and are counted together: ``coding`` or ``solar``.
    core, optional : tuple of str
        Session ids.
    modules : mapping of str to str
        Session id to the parallel module taken in that slot instead.
    """

    id: str
    name: str
    audience: str
    group: str
    venue: str
    core: tuple[str, ...]
    optional: tuple[str, ...]
    modules: Mapping[str, str]


@dataclass(frozen=True)
class Cohort:
    """Give one reading of the head count: learners of each group."""

    id: str
    title: str
    learners: Mapping[str, int]

    @property
    def total(self) -> int:
        """Return the number of learners."""
        return sum(self.learners.values())


@dataclass(frozen=True)
class Capacities:
    """Give what can be shared out.

    Attributes
    ----------
    laptops, kits : int
        Pieces that exist.
    sharing : mapping of str to int
        Group to how many of its learners share one laptop at most.
    """

    laptops: int
    kits: int
    sharing: Mapping[str, int]


@dataclass(frozen=True)
class Certificate:
    """Give the thresholds of the two certificates and the sentence printed on them."""

    attended: int
    average: int
    skilled_average: int
    skilled_capstone: int
    capstones: Mapping[str, tuple[str, ...]]
    disclaimer: str


@dataclass(frozen=True)
class Programme:
    """Hold the programme's own data."""

    name: str
    owner: str
    region: str
    batch: str
    cohort: str
    disclaimer: str
    calendar: Calendar
    capacities: Capacities
    certificate: Certificate
    venues: Mapping[str, Venue]
    tracks: Mapping[str, Track]
    modules: Mapping[str, Module]
    cohorts: Mapping[str, Cohort]

    @property
    def active_cohort(self) -> Cohort:
        """Return the head count the programme runs with."""
        return self.cohorts[self.cohort]

"""Build the programme from its TOML table."""

from lentera.course.plan import SESSION_COUNT, SESSION_POINTS
from lentera.course.programme import (
    Calendar,
    Capacities,
    Certificate,
    Cohort,
    Module,
    ModulePart,
    Programme,
    Skip,
    Track,
    Venue,
    Weekday,
)
from lentera.course.reader import Reader

# Upper limits that only a slip of the hand passes.
_MEETINGS, _PIECES, _PERSONS, _TABLE = 100, 10_000, 100_000, 20


def read_programme(reader: Reader) -> Programme:
    """Build the programme from the table of ``program.toml``."""
    about = reader.table("programme")
    programme = Programme(
        name=about.text("name"),
        owner=about.text("owner"),
        region=about.text("region"),
        batch=about.text("batch"),
        cohort=about.text("cohort"),
        disclaimer=about.text("disclaimer"),
        calendar=_calendar(reader.table("calendar")),
        capacities=_capacities(reader.table("capacities")),
        certificate=_certificate(reader.table("certificate")),
        venues={name: _venue(name, table) for name, table in reader.table("venues").named_tables()},
        tracks={name: _track(name, table) for name, table in reader.table("tracks").named_tables()},
        modules={name: _module(name, table) for name, table in reader.table("modules").named_tables()},
        cohorts={name: _cohort(name, table) for name, table in reader.table("cohorts").named_tables()},
    )
    about.finish()
    reader.finish()
    return programme


def _calendar(reader: Reader) -> Calendar:
    calendar = Calendar(
        start=reader.day("start"),
        weekdays=reader.choices("weekdays", Weekday),
        begins_at=reader.moment("begins_at"),
        timezone=reader.text("timezone"),
        sessions=reader.whole("sessions", most=_MEETINGS),
        weeks=reader.whole("weeks", most=_MEETINGS),
        skips=tuple(_skip(table) for table in reader.tables("skips", optional=True)),
    )
    reader.finish()
    return calendar


def _skip(reader: Reader) -> Skip:
    skip = Skip(reader.day("day"), reader.text("reason"), reader.optional_day("moved_to"))
    reader.finish()
    return skip


def _capacities(reader: Reader) -> Capacities:
    capacities = Capacities(
        laptops=reader.whole("laptops", most=_PIECES),
        kits=reader.whole("kits", most=_PIECES),
        sharing=reader.mapping("sharing", _sharing),
    )
    reader.finish()
    return capacities


def _certificate(reader: Reader) -> Certificate:
    certificate = Certificate(
        attended=reader.whole("attended", most=SESSION_COUNT),
        average=reader.whole("average", most=SESSION_POINTS),
        skilled_average=reader.whole("skilled_average", most=SESSION_POINTS),
        skilled_capstone=reader.whole("skilled_capstone", most=SESSION_POINTS),
        capstones=reader.mapping("capstones", Reader.texts),
        disclaimer=reader.text("disclaimer"),
    )
    reader.finish()
    return certificate


def _venue(name: str, reader: Reader) -> Venue:
    venue = Venue(
        id=name,
        name=reader.text("name"),
        room=reader.text("room"),
        village=reader.text("village"),
        seats=reader.whole("seats", most=_PERSONS),
        note=reader.text("note"),
    )
    reader.finish()
    return venue


def _track(name: str, reader: Reader) -> Track:
    track = Track(
        id=name,
        name=reader.text("name"),
        audience=reader.text("audience"),
        group=reader.text("group"),
        venue=reader.text("venue"),
        core=reader.texts("core"),
        optional=reader.texts("optional", optional=True),
        modules=reader.mapping("modules", Reader.text),
    )
    reader.finish()
    return track


def _module(name: str, reader: Reader) -> Module:
    module = Module(
        id=name,
        title=reader.text("title"),
        venue=reader.text("venue"),
        parts=tuple(_part(table) for table in reader.tables("parts")),
        product=reader.text("product"),
    )
    reader.finish()
    return module


def _part(reader: Reader) -> ModulePart:
    part = ModulePart(reader.whole("minutes"), reader.text("title"))
    reader.finish()
    return part


def _cohort(name: str, reader: Reader) -> Cohort:
    cohort = Cohort(name, reader.text("title"), reader.mapping("learners", _learners))
    reader.finish()
    return cohort


def _learners(reader: Reader, group: str) -> int:
    return reader.whole(group, least=0, most=_PERSONS)


def _sharing(reader: Reader, group: str) -> int:
    return reader.whole(group, most=_TABLE)

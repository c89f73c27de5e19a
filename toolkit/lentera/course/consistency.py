"""Find what contradicts itself inside a course that could be read."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from math import ceil

from lentera.course.faults import Fault, fault
from lentera.course.plan import (
    SESSION_COUNT,
    SESSION_MINUTES,
    SESSION_POINTS,
    Attendance,
    Grading,
    Phase,
    Session,
    Task,
)
from lentera.course.whole import (
    COMPETENCE_FILE,
    FACT_FILE,
    GLOSSARY_FILE,
    KIT_FILE,
    PROGRAMME_FILE,
    SESSION_FOLDER,
    Course,
)

_SESSION_ID = re.compile(r"s\d\d")
_TOLERANCE = 1e-9


def contradictions(course: Course) -> list[Fault]:
    """Return every sum that does not add up, every unknown name and every id used twice."""
    return [
        *_session_count(course),
        *(found for session in course.sessions.values() for found in _session(course, session)),
        *_task_ids(course),
        *_programme(course),
        *_claims(course),
        *_sources(course),
        *_glossary(course),
        *_kit_sums(course),
    ]


def session_file(session_id: str) -> str:
    """Return the file a session is written in."""
    return f"{SESSION_FOLDER}/{session_id}.toml"


def _session_count(course: Course) -> Iterator[Fault]:
    count = len(course.sessions)
    if count != SESSION_COUNT:
        yield fault("session_count", SESSION_FOLDER, count=count, expected=SESSION_COUNT)


def _unreadable(session: Session) -> bool:
    """Tell whether the session's file did not parse: that is reported, its stand-ins are not."""
    return not session.title and not session.activities and not session.tasks


def _session(course: Course, session: Session) -> Iterator[Fault]:
    if _unreadable(session):
        return
    file = session_file(session.id)
    if not _SESSION_ID.fullmatch(session.id):
        yield fault("bad_id", file, "id", id=session.id, pattern="s01")
    if session.minutes != SESSION_MINUTES:
        yield fault("minutes_sum", file, "activities", total=session.minutes, expected=SESSION_MINUTES)
    if session.points != SESSION_POINTS:
        yield fault("points_sum", file, "tasks", total=session.points, expected=SESSION_POINTS)
    phases = Counter(activity.phase for activity in session.activities)
    for phase, wrong in (
        (Phase.OPENING, phases[Phase.OPENING] != 1),
        (Phase.BREAK, phases[Phase.BREAK] != 1),
        (Phase.EXIT, phases[Phase.EXIT] < 1),
    ):
        if wrong:
            yield fault("skeleton", file, "activities", phase=phase, expected=1, count=phases[phase])
    for index, activity in enumerate(session.activities):
        yield from _positive(file, f"activities[{index}].minutes", activity.minutes)
    yield from _known(file, "competences", session.competences, course.competences)
    yield from _known(file, "venue", [session.venue], course.programme.venues)
    yield from _known(file, "tracks", session.tracks, course.programme.tracks)
    for index, task in enumerate(session.tasks):
        yield from _task(file, f"tasks[{index}]", session, task)


def _task(file: str, key: str, session: Session, task: Task) -> Iterator[Fault]:
    yield from _positive(file, f"{key}.points", task.points)
    if not re.fullmatch(rf"{session.id}-[a-z0-9]+(-[a-z0-9]+)*", task.id):
        yield fault("bad_id", file, f"{key}.id", id=task.id, pattern=f"{session.id}-nama-tugas")
    if task.answer and not task.answer.startswith(f"{session.id}-"):
        yield fault("bad_id", file, f"{key}.answer", id=task.answer, pattern=f"{session.id}-nama-jawaban")
    if task.grading is Grading.OBSERVED and not task.items:
        yield fault("items_needed", file, f"{key}.items")
    total = sum(item.points for item in task.items)
    if task.items and abs(total - task.points) > _TOLERANCE:
        yield fault("points_sum", file, f"{key}.items", total=f"{total:g}", expected=task.points)
    for index, item in enumerate(task.items):
        yield from _positive(file, f"{key}.items[{index}].points", item.points)
        if not item.id.startswith(f"{task.id}-"):
            yield fault(
                "bad_id", file, f"{key}.items[{index}].id", id=item.id, pattern=f"{task.id}-nama-butir"
            )


def _task_ids(course: Course) -> Iterator[Fault]:
    """Find ids of tasks, items, notebooks and assignments used twice anywhere in the course."""
    seen: set[str] = set()
    for session in course.sessions.values():
        if _unreadable(session):
            continue
        places = [("notebook", session.notebook), ("assignment", f"assignment {session.assignment}")]
        for index, task in enumerate(session.tasks):
            places.append((f"tasks[{index}].id", task.id))
            places += [(f"tasks[{index}].items[{at}].id", item.id) for at, item in enumerate(task.items)]
        for key, name in places:
            if name in seen:
                yield fault(
                    "duplicate_id", session_file(session.id), key, id=name.removeprefix("assignment ")
                )
            seen.add(name)


def _programme(course: Course) -> Iterator[Fault]:
    programme = course.programme
    yield from _known(PROGRAMME_FILE, "programme.cohort", [programme.cohort], programme.cohorts)
    for module in programme.modules.values():
        key = f"modules.{module.id}"
        if module.minutes != SESSION_MINUTES:
            total = module.minutes
            yield fault("minutes_sum", PROGRAMME_FILE, f"{key}.parts", total=total, expected=SESSION_MINUTES)
        yield from _known(PROGRAMME_FILE, f"{key}.venue", [module.venue], programme.venues)
    for track in programme.tracks.values():
        key = f"tracks.{track.id}"
        yield from _known(PROGRAMME_FILE, f"{key}.venue", [track.venue], programme.venues)
        yield from _known(PROGRAMME_FILE, f"{key}.core", track.core, course.sessions)
        yield from _known(PROGRAMME_FILE, f"{key}.optional", track.optional, course.sessions)
        yield from _known(PROGRAMME_FILE, f"{key}.modules", track.modules, course.sessions)
        yield from _known(PROGRAMME_FILE, f"{key}.modules", track.modules.values(), programme.modules)
        yield from _known(PROGRAMME_FILE, f"{key}.group", [track.group], programme.capacities.sharing)
        yield from _track_agrees(course, track.id)
    groups = {track.group for track in programme.tracks.values()}
    for cohort in programme.cohorts.values():
        yield from _known(PROGRAMME_FILE, f"cohorts.{cohort.id}.learners", groups, cohort.learners)
    yield from _known(PROGRAMME_FILE, "certificate.capstones", groups, programme.certificate.capstones)
    for group, capstones in programme.certificate.capstones.items():
        yield from _known(PROGRAMME_FILE, f"certificate.capstones.{group}", capstones, course.sessions)


def _track_agrees(course: Course, track_id: str) -> Iterator[Fault]:
    """Compare what a track and the sessions say about each other: two files tell it, they must agree."""
    track = course.programme.tracks[track_id]
    for session in course.sessions.values():
        here = session.tracks.get(track_id)
        there = None
        if session.id in track.core:
            there = Attendance.CORE
        elif session.id in track.optional:
            there = Attendance.OPTIONAL
        if here is not there and not _unreadable(session):
            yield fault(
                "track_mismatch", session_file(session.id), f"tracks.{track_id}",
                track=track_id, here=here or "-", there=there or "-",
            )  # fmt: skip


def _claims(course: Course) -> Iterator[Fault]:
    """Hold the rule that national competence units are only ever prepared for."""
    for framework in course.frameworks.values():
        if framework.id.startswith("skkni") and not framework.claim.startswith("persiapan menuju"):
            key = f"frameworks.{framework.id}.claim"
            yield fault("certified_claim", COMPETENCE_FILE, key, framework=framework.id)


def _sources(course: Course) -> Iterator[Fault]:
    for fact in course.facts.values():
        if not fact.source.strip():
            yield fault("fact_source", FACT_FILE, f"facts.{fact.id}.source", id=fact.id)


def _glossary(course: Course) -> Iterator[Fault]:
    terms = Counter(term.english for term in course.glossary)
    for term in course.glossary:
        if not term.english or not term.indonesian:
            yield fault("empty", GLOSSARY_FILE, term.english or term.indonesian)
        elif not term.explanation:
            yield fault("term_unexplained", GLOSSARY_FILE, term.english, term=term.indonesian)
    for name, count in terms.items():
        if count > 1:
            yield fault("duplicate_id", GLOSSARY_FILE, name, id=name)


def _kit_sums(course: Course) -> Iterator[Fault]:
    """Work the kit's derived numbers out again from the ones they rest on."""
    values = {name: quantity.value for name, quantity in course.kit.values.items()}
    costs = [value for name, value in values.items() if name.startswith("business.cost_")]
    if not values:
        return
    try:
        unit_cost = sum(costs) / values["business.packs"]
        reserve = values["sizing.daily_energy"] * values["sizing.reserve_days"]
        drop = 2 * values["cable.example_length"] * values["cable.example_current"]
        drop *= values["cable.copper"] / values["cable.example_area"]
        sums = {
            "business.total_cost": sum(costs),
            "business.unit_cost": unit_cost,
            "business.price_markup": unit_cost * (1 + values["business.margin"]),
            "business.price_margin": round(unit_cost / (1 - values["business.margin"])),
            "business.break_even": values["business.fixed_cost"] / (values["business.price"] - unit_cost),
            "business.break_even_packs": ceil(
                values["business.fixed_cost"] / (values["business.price"] - unit_cost)
            ),
            "sizing.daily_energy": values["sizing.lamps"]
            * values["sizing.lamp_power"]
            * values["sizing.hours"]
            + values["sizing.phone_energy"],
            "sizing.panel_exact": values["sizing.daily_energy"]
            / (values["sizing.peak_sun_hours"] * values["sizing.system_efficiency"]),
            "sizing.lfp_exact": reserve
            / (values["battery.lfp_voltage"] * values["sizing.lfp_depth"] * values["sizing.lfp_efficiency"]),
            "sizing.vrla_exact": reserve
            / (
                values["battery.vrla_voltage"]
                * values["sizing.vrla_depth"]
                * values["sizing.vrla_efficiency"]
            ),
            "cable.example_drop": drop,
            "cable.example_drop_share": 100 * drop / values["battery.vrla_voltage"],
        }
    except (KeyError, ZeroDivisionError) as error:
        yield fault("unknown_reference", KIT_FILE, str(error).strip("'"), id=str(error).strip("'"))
        return
    for name, expected in sums.items():
        # The file writes derived numbers to the decimals a learner reads.
        if name not in values or abs(values[name] - expected) > 0.06:  # noqa: PLR2004 - half a last decimal
            shown = values.get(name, "-")
            yield fault("kit_sum", KIT_FILE, name, name=name, value=shown, expected=f"{expected:g}")


def _known(file: str, key: str, names: Iterable[str], known: Iterable[str]) -> Iterator[Fault]:
    have = set(known)
    for name in names:
        # Nothing to compare with means that the other file did not read, which is reported there.
        if have and name and name not in have:
            yield fault("unknown_reference", file, key, id=name)


def _positive(file: str, key: str, value: float) -> Iterator[Fault]:
    if value <= 0:
        yield fault("not_positive", file, key, value=f"{value:g}")

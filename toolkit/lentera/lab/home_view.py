"""Say in plain objects what the home page shows; the templates only lay it out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from lentera.course import Level, Session
from lentera.desk import Preferences
from lentera.lab.workspace import SessionFiles
from lentera.progress import LearnerView, SessionProgress, State
from lentera.words import Address, _, addressed, ngettext, number

_BARS = {Level.MULAI: 1, Level.BERKEMBANG: 2, Level.CAKAP: 3, Level.MAHIR: 4}


class HasSessions(Protocol):
    """Anything that holds the sessions of a course in teaching order."""

    @property
    def sessions(self) -> Mapping[str, Session]: ...  # noqa: D102 - said by the class


@dataclass(frozen=True)
class OnDesk:
    """The part of the course that lies on the desk."""

    sessions: Mapping[str, Session]


@dataclass(frozen=True)
class Lantern:
    """One session on the map: ``lit``, ``now``, ``later``, or ``soon`` when it is not written yet.

    A session done on another laptop is lit, and still there may be nothing of it to open on this one.
    """

    id: str
    label: str
    name: str
    look: str
    word: str
    is_open: bool = True


@dataclass(frozen=True)
class NextCard:
    """The one thing to do next."""

    title: str
    sentence: str
    session: str = ""
    part: str = "lesson"
    verb: str = ""


@dataclass(frozen=True)
class Mark:
    """One session's mark: how many bars of four, the level and the points in words.

    Attributes
    ----------
    so_far : str
        What is marked already, while an observed task is still unmarked.
    """

    session: str
    label: str
    level: str
    points: str
    bars: int
    feedback: bool
    so_far: str = ""


@dataclass(frozen=True)
class SessionCard:
    """One session on the page of sessions."""

    lantern: Lantern
    title: str
    minutes: int
    outcomes: tuple[str, ...]
    lesson: bool
    assignment: bool
    newer: tuple[str, ...]
    progress: str


def greeting(now: datetime, preferences: Preferences) -> str:
    """Greet by the laptop's clock, with the form of address and the name she has chosen."""
    words = (_("Good morning"), _("Good day"), _("Good afternoon"), _("Good evening"))
    part = 3
    for index, ends in enumerate((11, 15, 18)):
        if 4 <= now.hour < ends:  # noqa: PLR2004 - before four it is still night
            part = index
            break
    if preferences.address is Address.ANDA:
        whom = preferences.name
    else:
        whom = f"{preferences.address.value} {preferences.name}".strip()
    return f"{words[part]}, {whom}." if whom else f"{words[part]}."


def lanterns(view: LearnerView, open_view: LearnerView, course: HasSessions) -> tuple[Lantern, ...]:
    """Return the map: every session of the course, whether or not it is on the desk yet.

    Parameters
    ----------
    view, open_view : LearnerView
        Of the whole course, and of what is on the desk; the latter knows which is next.
    course : HasSessions
        The whole course.
    """
    states = {each.id: each.state for each in open_view.sessions}
    return tuple(_lantern(each, states.get(each.id), course.sessions[each.id]) for each in view.sessions)


def lit_sentence(shown: Sequence[Lantern]) -> str:
    """Count the lit lanterns and those still to come."""
    lit = sum(each.look == "lit" for each in shown)
    rest = len(shown) - lit
    if not lit:
        return _("{count} lanterns wait for their light.").format(count=rest)
    if not rest:
        return _("All {count} lanterns are lit.").format(count=lit)
    shining = ngettext("{count} lantern is lit.", "{count} lanterns are lit.", lit).format(count=lit)
    to_go = _("{count} more to go.").format(count=rest)
    return f"{shining} {to_go}"


def next_card(open_view: LearnerView, course: HasSessions, preferences: Preferences) -> NextCard:
    """Return the card of the next step; only sessions on the desk can be next."""
    if not open_view.sessions:
        return NextCard(
            _("No session is on this laptop yet"),
            _("Ask the trainer for the newest Lentera. Then open Lentera again."),
        )
    step = open_view.next_step
    sentence = addressed(step.sentence, preferences.address)
    if step.session is None:
        return NextCard(_("All open sessions are done"), sentence)
    session = course.sessions[step.session]
    progress = open_view.session(step.session)
    if step.hand_in:
        return NextCard(_title(session), sentence, session.id, "hand-in", _("Hand in"))
    verb = _("Start") if progress.last_active is None else _("Continue")
    return NextCard(_title(session), sentence, session.id, "lesson", verb)


def marks(view: LearnerView, feedback_folder: Path) -> tuple[Mark, ...]:
    """Return the marks of the sessions that were handed in or have feedback, newest session first."""
    shown = []
    for each in view.sessions:
        has_feedback = feedback_file(feedback_folder, each.id) is not None
        if each.handed_in or has_feedback:
            shown.append(_mark(each, has_feedback=has_feedback))
    return tuple(reversed(shown))


def session_cards(
    shown: Sequence[Lantern], open_view: LearnerView, course: HasSessions, files: Mapping[str, SessionFiles]
) -> tuple[SessionCard, ...]:
    """Return the sessions with all that can be opened."""
    cards = []
    for lantern in shown:
        session = course.sessions[lantern.id]
        here = files.get(lantern.id, SessionFiles())
        cards.append(
            SessionCard(
                lantern=lantern,
                title=session.title,
                minutes=session.minutes,
                outcomes=tuple(session.outcomes),
                lesson=bool(here.lesson),
                assignment=bool(here.assignment),
                newer=here.newer,
                progress=_so_far(open_view.session(lantern.id)) if lantern.is_open else "",
            )
        )
    return tuple(cards)


def feedback_file(folder: Path, session_id: str) -> Path | None:
    """Return the feedback page of a session, or None while there is none."""
    pages = sorted((folder / session_id).glob("*.html"))
    return pages[0] if pages else None


def points(value: float) -> str:
    """Write points as people do: whole numbers without a decimal."""
    return number(value, 0 if float(value).is_integer() else 1)


def _lantern(each: SessionProgress, state: State | None, session: Session) -> Lantern:
    looks = {
        State.DONE: ("lit", _("Done")),
        State.NOW: ("now", _("Now")),
        State.NOT_YET: ("later", _("Not yet")),
    }
    if state is None:
        look, word = looks[State.DONE] if each.state is State.DONE else ("soon", _("Coming soon"))
    else:
        look, word = looks[state]
    return Lantern(each.id, each.label, _short_name(session), look, word, is_open=state is not None)


def _short_name(session: Session) -> str:
    """Return the session's name as its file has it: a few words, which a map has room for."""
    words = Path(session.notebook).stem.split("_")[1:]
    return " ".join(words).capitalize() or session.title


def _title(session: Session) -> str:
    return f"{session.label}: {session.title}"


def _mark(each: SessionProgress, *, has_feedback: bool) -> Mark:
    level = each.level
    return Mark(
        session=each.id,
        label=each.label,
        level=level.value,
        points="" if each.mark is None else points(each.mark),
        bars=_BARS.get(level, 0),
        feedback=has_feedback,
        so_far=_marked_so_far(each) if each.mark is None else "",
    )


def _marked_so_far(each: SessionProgress) -> str:
    marked = [task for task in each.tasks if task.mark is not None]
    if not marked:
        return ""
    earned, possible = sum(task.mark or 0 for task in marked), sum(task.points for task in marked)
    return _("so far {points} of {total}").format(points=points(earned), total=points(possible))


def _so_far(each: SessionProgress) -> str:
    if each.last_active is None:
        return ""
    return _("{right} of {total} tasks are right.").format(right=each.right, total=len(each.tasks))

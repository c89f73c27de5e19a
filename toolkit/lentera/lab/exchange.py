"""Hand work in and fetch feedback, to and from the places a page offers."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from lentera.classroom import ClassroomError, Drive, drives, hand_in, receive
from lentera.desk import Desk
from lentera.words import _


@dataclass(frozen=True)
class Exchanged:
    """Tell how it went, in words."""

    good: bool
    sentences: list[str]
    something_new: bool = False


def places(desk: Desk) -> list[Drive]:
    """Return the sticks that are plugged in, and the folder on this laptop."""
    here = _folder_here(desk)
    return [*drives(), Drive(here, _("folder on this laptop: {folder}").format(folder=here), writable=True)]


def hand_in_to(desk: Desk, session: str, place: str, now: datetime) -> Exchanged:
    """Hand in the work of a session to an offered place."""
    target = _offered(desk, place)
    if target is None:
        return _not_here()
    try:
        return Exchanged(good=True, sentences=hand_in(desk, session, target, now).sentences())
    except ClassroomError as error:
        return Exchanged(good=False, sentences=error.sentences())


def fetch_from(desk: Desk, place: str) -> Exchanged:
    """Take the feedback for this learner from an offered place."""
    target = _offered(desk, place)
    if target is None:
        return _not_here()
    try:
        received = receive(desk, target)
    except ClassroomError as error:
        return Exchanged(good=False, sentences=error.sentences())
    return Exchanged(good=True, sentences=received.sentences(), something_new=bool(received.sessions))


def _folder_here(desk: Desk) -> Path:
    """Return the folder on this laptop that stands in for a stick."""
    return desk.root / "serahan"


def _offered(desk: Desk, place: str) -> Path | None:
    """Return a place that was offered; nothing else may be written to from a form."""
    for offered in places(desk):
        if str(offered.path) == place:
            if offered.path == _folder_here(desk):
                offered.path.mkdir(parents=True, exist_ok=True)
            return offered.path
    return None


def _not_here() -> Exchanged:
    return Exchanged(
        good=False,
        sentences=[_("This place is not here any more."), _("Plug the stick in, then choose again.")],
    )

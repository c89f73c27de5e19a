"""Bring sessions and assignments into the learner's workspace; her files are never overwritten."""

import errno
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from lentera.atomic import write_atomically
from lentera.desk import Desk
from lentera.lab.editions import fingerprint, live_cells, words_of
from lentera.words import _

MANIFEST = "kiriman.json"
_SESSION_NOTEBOOK = re.compile(r"(s\d\d)_\w+\.ipynb")
_PICTURE = re.compile(r"aset/[\w./-]+")


class ChangeKind(StrEnum):
    """Say what `prepare` did with one file."""

    NEW = "new"
    UPDATED = "updated"
    BESIDE = "beside"


@dataclass(frozen=True)
class Change:
    """Tell one thing that `prepare` did."""

    kind: ChangeKind
    path: str

    def sentence(self) -> str:
        """Return the sentence for the learner."""
        return {
            ChangeKind.NEW: _("New on your desk: {path}."),
            ChangeKind.UPDATED: _("Renewed: {path}."),
            ChangeKind.BESIDE: _("There is a new edition: {path}. Your own work stays as it was."),
        }[self.kind].format(path=self.path)


class WorkspaceError(Exception):
    """Report that the workspace could not be brought up to date; what was there before is whole."""


@dataclass(frozen=True)
class Delivery:
    """Remember what was delivered for one file of the course.

    Attributes
    ----------
    edition : str
        Fingerprint of the course's file that was delivered last, in its place or beside.
    words : str
        `words_of` the file in its place, as delivered.
    coming : str
        `words_of` what was about to be put there; still set only when that was cut short.
    beside : str
        Path of the newer edition that lies beside her changed copy; empty when there is none.
    beside_words : str
        `words_of` that newer edition, as delivered.
    live, beside_live : dict
        Id and source of the cells that may run by themselves.
    """

    edition: str
    words: str
    coming: str = ""
    beside: str = ""
    beside_words: str = ""
    live: dict[str, str] = field(default_factory=dict)
    beside_live: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class _Source:
    """One file of the course and its place in the workspace."""

    file: Path
    place: str


@dataclass(frozen=True)
class SessionFiles:
    """Name what lies on the desk for one session, as paths inside the workspace."""

    lesson: str = ""
    assignment: str = ""
    newer: tuple[str, ...] = ()


def prepare(workspace: Path, content: Path, today: date) -> list[Change]:
    """Bring every written session into the workspace and return what changed.

    A file she left untouched is replaced when the course has a newer edition; one she changed
    stays, and the new edition is put beside it with the day in its name. Running it again changes
    nothing, and being killed in the middle costs nothing: files come first, the manifest last.

    Parameters
    ----------
    workspace : Path
        The learner's workspace; made when it is missing.
    content : Path
        The course root, see `lentera.course.content_root`.
    today : date
        Goes into the name of an edition that is put beside hers.

    Raises
    ------
    WorkspaceError
        When a file could not be written; what was there before is whole.
    """
    try:
        desk = Desk.open(workspace)
        return _deliver(desk, content, today)
    except OSError as error:
        raise WorkspaceError(_trouble(error, workspace)) from error


def restore_lesson(desk: Desk, content: Path, session: str, today: date) -> str:
    """Put a lesson back as it was delivered, and return where hers lies now.

    What she changed is kept beside it under a name with the day; her answers are files of their own and
    stay where they are.

    Returns
    -------
    str
        Path of what she had changed; empty when there was nothing to put back.

    Raises
    ------
    WorkspaceError
        When a file could not be written; what was there before is whole.
    """
    aside = ""
    try:
        for source in _sources(content):
            place = desk.root / source.place
            lesson = _SESSION_NOTEBOOK.fullmatch(place.name)
            if lesson is None or lesson[1] != session or not place.exists():
                continue
            hers, ours = place.read_bytes(), source.file.read_bytes()
            if words_of(hers, is_notebook=True) != words_of(ours, is_notebook=True):
                aside = _free_name(
                    desk.root, source.place, hers, _("{name} (mine {day}{nth})"), today, allowed=""
                )
                # Killed between this and the next line, the next opening brings the missing lesson again.
                place.replace(desk.root / aside)
        _deliver(desk, content, today)
    except OSError as error:
        raise WorkspaceError(_trouble(error, desk.root)) from error
    return aside


def deliveries(desk: Desk) -> dict[str, Delivery]:
    """Return what was delivered, by place; an unreadable manifest counts as none."""
    try:
        stored = json.loads((desk.private / MANIFEST).read_text(encoding="utf-8"))
        return {place: Delivery(**entry) for place, entry in stored["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def session_files(desk: Desk) -> dict[str, SessionFiles]:
    """Return lesson, assignment and newer editions of each session that is on the desk."""
    found: dict[str, SessionFiles] = {}
    for place, delivery in sorted(deliveries(desk).items()):
        session, _slash, name = place.partition("/")
        if "/" in name or not name.endswith(".ipynb") or not (desk.root / place).is_file():
            continue
        before = found.get(session, SessionFiles())
        beside = delivery.beside if (desk.root / delivery.beside).is_file() else ""
        is_assignment = name == f"{session}.ipynb"
        found[session] = SessionFiles(
            lesson=before.lesson if is_assignment else place,
            assignment=place if is_assignment else before.assignment,
            newer=(*before.newer, beside) if beside else before.newer,
        )
    return found


def may_run(desk: Desk, path: str) -> dict[str, str]:
    """Return id and source of the cells of a notebook that may run when it is opened.

    Only what `prepare` delivered may run; the caller still compares the sources it has at hand.
    """
    for place, delivery in deliveries(desk).items():
        if path == place:
            return delivery.live
        if path == delivery.beside:
            return delivery.beside_live
    return {}


def _deliver(desk: Desk, content: Path, today: date) -> list[Change]:
    known = deliveries(desk)
    renewed = dict(known)
    changes: list[Change] = []
    before = Delivery(edition="", words="")

    def announce(source: _Source, words: str) -> None:
        # Killed after the file and before the manifest, the next run must not take ours for hers.
        renewed[source.place] = replace(known.get(source.place, before), coming=words)
        _keep(desk, renewed)

    try:
        for source in _sources(content):
            renewed[source.place], change = _bring(
                desk.root, source, known.get(source.place), today, announce
            )
            changes += change
    finally:
        # Also when a later file did not fit: what was written is known next time.
        if renewed != known:
            _keep(desk, renewed)
    return changes


def _sources(content: Path) -> Iterator[_Source]:
    for lesson in sorted((content / "sessions").glob("s??_*.ipynb")):
        found = _SESSION_NOTEBOOK.fullmatch(lesson.name)
        if found:
            session = found[1]
            yield _Source(lesson, f"{session}/{lesson.name}")
            yield from _pictures(lesson, session)
    for assignment in sorted((content / "grading" / "release").glob("s??/s??.ipynb")):
        session = assignment.stem
        if assignment.parent.name != session:
            continue
        yield _Source(assignment, f"{session}/{session}.ipynb")
        yield from _pictures(assignment, session)


def _pictures(notebook: Path, session: str) -> Iterator[_Source]:
    """Yield the pictures a notebook names, from the folder ``aset`` beside it."""
    named = set(_PICTURE.findall(notebook.read_text(encoding="utf-8")))
    for name in sorted(named):
        picture = notebook.parent / name
        if picture.is_file() and ".." not in Path(name).parts:
            yield _Source(picture, f"{session}/{name}")


def _bring(
    root: Path,
    source: _Source,
    before: Delivery | None,
    today: date,
    announce: Callable[[_Source, str], None],
) -> tuple[Delivery, Iterable[Change]]:
    content = source.file.read_bytes()
    is_notebook = source.place.endswith(".ipynb")
    words = words_of(content, is_notebook=is_notebook)
    live = live_cells(content) if is_notebook else {}
    in_place = Delivery(edition=fingerprint(content), words=words, live=live)
    place = root / source.place
    if not place.exists():
        announce(source, words)
        write_atomically(place, content)
        return in_place, [Change(ChangeKind.NEW, source.place)]
    hers = place.read_bytes()
    if hers == content:
        return in_place, []
    if before is not None and before.edition == in_place.edition:
        return before, []
    her_words = words_of(hers, is_notebook=is_notebook)
    if her_words == words or (before is not None and her_words in {before.words, before.coming}):
        announce(source, words)
        write_atomically(place, content)
        return in_place, [Change(ChangeKind.UPDATED, source.place)]
    beside = _put_beside(root, source.place, content, before, today)
    delivery = Delivery(
        edition=in_place.edition,
        words=before.words if before else "",
        beside=beside,
        beside_words=words,
        live=before.live if before else live,
        beside_live=live,
    )
    return delivery, [Change(ChangeKind.BESIDE, beside)]


def _put_beside(root: Path, place: str, content: bytes, before: Delivery | None, today: date) -> str:
    is_notebook = place.endswith(".ipynb")
    if before is not None and before.beside and (root / before.beside).is_file():
        lying = (root / before.beside).read_bytes()
        if words_of(lying, is_notebook=is_notebook) == before.beside_words:
            # She has not touched the last one either: one newer edition beside hers is plenty.
            beside = _dated(root, place, today, content, allowed=before.beside)
            write_atomically(root / beside, content)
            if beside != before.beside:
                (root / before.beside).unlink()
            return beside
    beside = _dated(root, place, today, content)
    write_atomically(root / beside, content)
    return beside


def _dated(root: Path, place: str, today: date, content: bytes, allowed: str = "") -> str:
    return _free_name(root, place, content, _("{name} (new {day}{nth})"), today, allowed)


def _free_name(root: Path, place: str, content: bytes, pattern: str, today: date, allowed: str) -> str:
    """Return a free name with the day in it; one that already holds this content is free too."""
    path = Path(place)
    number = 1
    while True:
        nth = "" if number == 1 else f" {number}"
        name = pattern.format(name=path.stem, day=today.isoformat(), nth=nth)
        candidate = path.with_name(name + path.suffix).as_posix()
        taken = root / candidate
        if candidate == allowed or not taken.exists() or taken.read_bytes() == content:
            return candidate
        number += 1


def _keep(desk: Desk, renewed: dict[str, Delivery]) -> None:
    files: dict[str, Any] = {place: vars(delivery) for place, delivery in sorted(renewed.items())}
    text = json.dumps({"format": "lentera.delivery/1", "files": files}, ensure_ascii=False, indent=1)
    write_atomically(desk.private / MANIFEST, text.encode())


def _trouble(error: OSError, workspace: Path) -> str:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return _(
            "The disk is full, so new sessions were not put in {folder}. "
            "Your work is still there. Empty the bin or ask the trainer, then open Lentera again."
        ).format(folder=workspace)
    return _(
        "New sessions could not be put in {folder} ({reason}). "
        "Your work is still there. Ask the trainer for help, then open Lentera again."
    ).format(folder=workspace, reason=error.strerror or error)

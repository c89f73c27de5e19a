"""The learner's side: put her work into an envelope, on a stick or in a folder."""

import contextlib
import errno
import json
import re
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from lentera.answers import AnswerFile, answers_folder
from lentera.classroom import log_lines
from lentera.classroom.envelope import (
    LOG_NAME,
    SESSION_ID,
    SUFFIX,
    EnvelopeRefusedError,
    Kind,
    Manifest,
    can_carry,
    open_envelope,
    seal,
)
from lentera.classroom.errors import ClassroomError
from lentera.classroom.keys import signing_key
from lentera.course import content_root, load_course
from lentera.desk import Desk
from lentera.place import SITE_FOLDER
from lentera.progress import LogError, LogNotWritten, Statement
from lentera.web import Site, read_site
from lentera.web.picture_notes import without_notes
from lentera.web.site import is_original
from lentera.words import _

OUTBOX = "keluar"
_USB = "usb:"
_ANSWER = re.compile(r"[a-z0-9][a-z0-9-]{0,63}\.json")
_LARGEST_FILE = 8 * 2**20
"""Files above this [byte] are no answer of ours; they stay home so that the rest can travel."""
_LARGEST_SITE = 24 * 2**20
"""A website travels up to this size [byte]."""


@dataclass(frozen=True)
class HandedIn:
    """Tell what was handed in and where it lies.

    Attributes
    ----------
    learner, session : str
        Whose work, of which session.
    envelope : Path
        The envelope on the stick or in the folder.
    copy : Path
        The learner's own copy.
    answers : int
        Answer files in it.
    notes : tuple of str
        What she should know besides: a notebook that was put right, a file that stayed home.
    """

    learner: str
    session: str
    envelope: Path
    copy: Path
    answers: int
    notes: tuple[str, ...] = field(default=())

    def sentences(self) -> list[str]:
        """Return what to tell the learner."""
        done = _("The work of session {number} is handed in: {file} in {folder}.").format(
            number=int(self.session[1:]), file=self.envelope.name, folder=self.envelope.parent
        )
        return [done, *self.notes]

    def to_json(self) -> dict[str, Any]:
        """Return the result for a program that reads it."""
        return {
            "learner": self.learner,
            "session": self.session,
            "envelope": str(self.envelope),
            "copy": str(self.copy),
            "answers": self.answers,
            "notes": list(self.notes),
        }


def hand_in(desk: Desk, session_id: str, to: str | Path, now: datetime) -> HandedIn:
    """Seal the work of a session and write it to a stick or folder.

    Parameters
    ----------
    desk : Desk
        The learner's workspace; it needs her code.
    session_id : str
        Such as ``s06``.
    to : str or Path
        ``usb:DIR`` for a stick that must be plugged in, or a folder, which is made when it is not there.
    now : datetime
        With an offset.

    Raises
    ------
    ClassroomError
        When something is missing or the place does not take the envelope; nothing is left half-written and
        nothing is recorded.
    """
    learner = _learner_of(desk)
    place = _place(to)
    notes: list[str] = []
    files = _work(desk, session_id, notes)
    statements = _statements(desk, learner, notes)
    files[LOG_NAME] = log_lines.written(statements)
    outbox = desk.private / OUTBOX
    counter = _next_counter((outbox, place), learner, session_id)
    manifest = Manifest(Kind.HAND_IN, learner, session_id, now, desk.device, counter)
    name = f"{learner}_{session_id}_{counter}{SUFFIX}"
    key = signing_key(desk.private)
    try:
        copy = seal(outbox / name, manifest, files, key)
    except OSError as error:
        raise _not_written(outbox, error) from error
    except ValueError as error:
        raise ClassroomError(
            _("The work of session {number} is too large for one envelope.").format(
                number=int(session_id[1:])
            ),
            _("Show this laptop to the trainer."),
        ) from error
    try:
        envelope = seal(place / name, manifest, files, key)
        sealed = open_envelope(envelope)  # a worn-out stick may take bytes and not keep them
    except (OSError, EnvelopeRefusedError) as error:
        for path in (copy, place / name):
            with contextlib.suppress(OSError):
                path.unlink()
        raise _not_written(place, error) from error
    _record(desk, manifest, sealed.id, notes)
    answers = sum(name.startswith("jawaban/") for name in files)
    return HandedIn(learner, session_id, envelope, copy, answers, tuple(notes))


def _learner_of(desk: Desk) -> str:
    if desk.learner is None:
        raise ClassroomError(
            _("There is no learner code on this laptop yet."),
            _("Ask the trainer for the code and type it on the home page. Then hand in again."),
        )
    return desk.learner


def _place(to: str | Path) -> Path:
    text = str(to)
    is_stick = text.startswith(_USB)
    place = Path(text.removeprefix(_USB)).expanduser()
    if is_stick and not place.is_dir():
        raise ClassroomError(
            _("The USB stick {folder} was not found.").format(folder=place),
            _("Plug the stick in and wait a moment. Then hand in again."),
        )
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _not_written(place, error) from error
    return place


def _work(desk: Desk, session_id: str, notes: list[str]) -> dict[str, bytes]:
    """Gather notebook and answers; what is broken is put right or left out, and said."""
    folder = desk.session_folder(session_id)
    if not SESSION_ID.fullmatch(session_id) or not folder.is_dir():
        raise ClassroomError(
            _("Session {session} is not on this laptop yet.").format(session=session_id),
            _("Open the session from the home page first."),
        )
    files = {f"{session_id}.ipynb": _notebook(folder, session_id, notes)}
    answers = answers_folder(folder)
    for path in sorted(answers.glob("*.json")):
        if not _ANSWER.fullmatch(path.name):
            continue
        _heal(answers, path, notes)
        content = path.read_bytes() if path.is_file() else b""
        if len(content) > _LARGEST_FILE:
            notes.append(_("{file} is too large and stays on this laptop.").format(file=path.name))
        elif content:
            files[f"jawaban/{path.name}"] = content
    if SITE_FOLDER in load_course(content_root()).sessions[session_id].carries:
        files |= _website(desk.root / SITE_FOLDER, notes)
    return files


def _website(folder: Path, notes: list[str]) -> dict[str, bytes]:
    """Gather the pages first and then the pictures, as far as there is room; what stays home is said."""
    site = read_site(folder)
    files: dict[str, bytes] = {}
    stays = [one.name for one in site.left_out]
    for name in (*site.texts, *site.pictures):
        if _is_kept_original(site, name):
            continue
        try:
            content = without_notes(folder.joinpath(*name.split("/")).read_bytes())
        except OSError:
            content = b""
        path = f"{SITE_FOLDER}/{name}"
        travels = (
            content and can_carry(Kind.HAND_IN, path) and path.casefold() not in {*map(str.casefold, files)}
        )
        if travels and sum(map(len, files.values())) + len(content) <= _LARGEST_SITE:
            files[path] = content
        else:
            stays.append(name)
    notes.extend(
        _("{file} of your website stays on this laptop: use a short name and a small file.").format(file=name)
        for name in stays
    )
    return files


def _is_kept_original(site: Site, name: str) -> bool:
    """Tell whether a picture is the original of an edited one and no page shows it.

    What was cut away may be a face or a house, and the mark needs the edited one alone.
    """
    shown = name.rpartition("/")[2].encode()
    return is_original(site, name) and not any(shown in text for text in site.texts.values())


def _notebook(folder: Path, session_id: str, notes: list[str]) -> bytes:
    name = f"{session_id}.ipynb"
    try:
        content = (folder / name).read_bytes()
        if isinstance(json.loads(content).get("cells"), list) and len(content) <= _LARGEST_FILE:
            return content
    except (OSError, ValueError, AttributeError, RecursionError):
        pass
    try:
        released = (content_root() / "grading" / "release" / session_id / name).read_bytes()
    except OSError as error:
        raise ClassroomError(
            _("Session {session} has no assignment to hand in yet.").format(session=session_id),
            _("Ask the trainer for the newest Lentera."),
        ) from error
    notes.append(
        _("The assignment notebook was missing or broken. A new one is sent. Your answers are all in it.")
    )
    return released


def _heal(answers: Path, path: Path, notes: list[str]) -> None:
    """Let the answer file look after itself: a damaged one falls back to its newest whole state."""
    try:
        answer = AnswerFile(answers, path.stem).load()
        if answer is None or answer.recovered_from is None:
            return
        AnswerFile(answers, path.stem).save(answer.payload, answer.saved_at)
    except (OSError, ValueError):
        return
    notes.append(_("{file} was damaged. Its last whole state is sent.").format(file=path.name))


def _statements(desk: Desk, learner: str, notes: list[str]) -> list[Statement]:
    try:
        with desk.open_log() as log:
            return log.statements(learners=[learner])
    except LogError as error:
        notes.append(str(error))
        return []


def _record(desk: Desk, manifest: Manifest, envelope_id: str, notes: list[str]) -> None:
    try:
        with desk.open_log() as log:
            log.append(manifest.device, lambda number: log_lines.handed_in(manifest, envelope_id, number))
    except LogNotWritten as error:
        notes.append(str(error))


def _next_counter(folders: tuple[Path, ...], learner: str, session_id: str) -> int:
    """Return one more than the highest envelope of hers anywhere in sight, so that none is ever replaced."""
    shape = re.compile(rf"{learner}_{session_id}_(\d{{1,8}}){re.escape(SUFFIX)}")
    names = (path.name for folder in folders if folder.is_dir() for path in folder.iterdir())
    return 1 + max((int(match[1]) for name in names if (match := shape.fullmatch(name))), default=0)


def _not_written(place: Path, error: Exception) -> ClassroomError:
    where = {"folder": place}
    if getattr(error, "errno", None) in {errno.ENOSPC, errno.EDQUOT}:
        return ClassroomError(
            _("{folder} is full. Nothing was handed in yet.").format(**where),
            _("Delete a file there or use another stick. Then hand in again."),
        )
    if getattr(error, "errno", None) in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return ClassroomError(
            _("{folder} can only be read. Nothing was handed in yet.").format(**where),
            _("Slide the lock on the stick or use another one. Then hand in again."),
        )
    return ClassroomError(
        _("{folder} stopped answering. Nothing was handed in yet.").format(**where),
        _("Plug the stick in again. Then hand in again."),
    )

"""The learner's side: take the trainer's feedback off a stick."""

import contextlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from typing import Any

from lentera.atomic import write_atomically
from lentera.classroom import log_lines
from lentera.classroom.envelope import (
    FEEDBACK_NAME,
    LOG_NAME,
    SUFFIX,
    Envelope,
    EnvelopeRefusedError,
    Kind,
    open_envelope,
)
from lentera.classroom.errors import ClassroomError
from lentera.desk import LEARNER_CODE, Desk
from lentera.progress import LogNotWritten, Verb
from lentera.words import _

_TRUSTED = "kunci_pengajar.json"
_TAKEN = ".diterima.json"
_NAMED = re.compile(rf"(?P<learner>{LEARNER_CODE.pattern})_s\d{{2}}_(?P<feedback>umpan-balik_)?")
"""How Lentera begins the name of an envelope; people may have renamed it."""


@dataclass(frozen=True)
class Received:
    """Tell what came off the stick.

    Attributes
    ----------
    sessions : tuple of str
        Sessions with new feedback.
    already : tuple of str
        Sessions whose feedback was here already.
    for_others : int
        Envelopes for other learners; they were not opened further.
    notes : tuple of str
        Envelopes that were refused or held, in words.
    """

    sessions: tuple[str, ...] = ()
    already: tuple[str, ...] = ()
    for_others: int = 0
    notes: tuple[str, ...] = ()

    def sentences(self) -> list[str]:
        """Return what to tell the learner."""
        said = [
            _("Feedback for session {number} is here. Read it from the home page.").format(
                number=int(name[1:])
            )
            for name in self.sessions
        ]
        said += [
            _("Feedback for session {number} was here already.").format(number=int(name[1:]))
            for name in self.already
        ]
        if not said and not self.notes:
            said.append(_("There is no feedback for you here yet. Ask the trainer."))
        if self.for_others:
            said.append(_("{count} envelopes for other learners stay closed.").format(count=self.for_others))
        return [*said, *self.notes]

    def to_json(self) -> dict[str, Any]:
        """Return the result for a program that reads it."""
        return {
            "sessions": list(self.sessions),
            "already": list(self.already),
            "for_others": self.for_others,
            "notes": list(self.notes),
        }


def envelopes_in(folder: Path) -> list[Path]:
    """Return the envelope files of a stick or folder, one folder deep.

    Raises
    ------
    ClassroomError
        When the folder is not there or cannot be read.
    """
    try:
        entries = sorted(folder.iterdir())
        found = [path for path in entries if path.name.endswith(SUFFIX)]
        for inner in entries:
            if inner.is_dir() and not inner.is_symlink() and not inner.name.startswith("."):
                with contextlib.suppress(OSError):
                    found += sorted(inner.glob(f"*{SUFFIX}"))
    except OSError as error:
        raise ClassroomError(
            _("The folder {folder} cannot be read.").format(folder=folder),
            _("Plug the stick in again or choose another folder."),
        ) from error
    return [path for path in found if not path.name.startswith(".") and path.is_file()]


def receive(desk: Desk, folder: str | Path, *, accept_new_key: bool = False) -> Received:
    """Take the feedback for this learner; doing it twice changes nothing.

    Parameters
    ----------
    desk : Desk
        The learner's workspace; it needs her code.
    folder : str or Path
        Stick or folder, with or without ``usb:``.
    accept_new_key : bool
        Trust feedback from a trainer's laptop that has not written before.

    Raises
    ------
    ClassroomError
        When there is no learner code, the folder cannot be read, or the laptop's disk is full.
    """
    learner = desk.learner
    if learner is None:
        raise ClassroomError(
            _("There is no learner code on this laptop yet."),
            _("Ask the trainer for the code and type it on the home page."),
        )
    arrived = envelopes_in(Path(str(folder).removeprefix("usb:")).expanduser())
    newest, others, notes = _addressed_to(desk, learner, arrived, accept_new=accept_new_key)
    fresh, already = [], []
    for session, envelope in sorted(newest.items()):
        if _supersedes(envelope, _taken(desk, session)):
            _unpack(desk, session, envelope)
            fresh.append(session)
        else:
            already.append(session)
    return Received(tuple(fresh), tuple(already), others, tuple(notes))


def _addressed_to(
    desk: Desk, learner: str, arrived: Sequence[Path], *, accept_new: bool
) -> tuple[dict[str, Envelope], int, list[str]]:
    """Return the newest feedback for a learner by session, how many are for others, and what to tell her."""
    newest: dict[str, Envelope] = {}
    others, notes = 0, []
    for path in arrived:
        try:
            envelope = open_envelope(path)
        except EnvelopeRefusedError as refusal:
            if _may_be_for(learner, path.name):
                notes.append(" ".join(refusal.sentences()))
            continue
        if envelope.manifest.kind is not Kind.FEEDBACK:
            continue
        if envelope.manifest.learner != learner:
            others += 1
            continue
        if not _trusted(desk, envelope, accept_new=accept_new):
            notes.append(
                _(
                    "{file} comes from a trainer's laptop that is new here. It stays closed. "
                    "Ask the trainer, then accept it."
                ).format(file=path.name)
            )
            continue
        before = newest.get(envelope.manifest.session)
        if before is None or _supersedes(envelope, _tag(before)):
            newest[envelope.manifest.session] = envelope
    return newest, others, notes


def _may_be_for(learner: str, name: str) -> bool:
    """Tell whether a damaged envelope could be feedback for a learner, by its name alone.

    A class's stick also carries hand-ins and others' feedback, and she can do nothing about those.
    """
    named = _NAMED.match(name)
    return named is None or (named["learner"] == learner and named["feedback"] is not None)


def _tag(envelope: Envelope) -> dict[str, Any]:
    created = envelope.manifest.created.astimezone(UTC).isoformat()
    return {"key": envelope.key, "counter": envelope.manifest.counter, "created": created}


def _supersedes(envelope: Envelope, tag: Mapping[str, Any]) -> bool:
    """Tell whether feedback is newer: one laptop's count decides, between two laptops the clock must."""
    own = _tag(envelope)
    if own["key"] == tag.get("key"):
        return bool(own["counter"] > tag["counter"])
    return bool(own["created"] > tag.get("created", ""))


def _taken(desk: Desk, session: str) -> dict[str, Any]:
    try:
        stored = json.loads((desk.feedback_folder / session / _TAKEN).read_text(encoding="utf-8"))
        return {
            "key": str(stored["key"]),
            "counter": int(stored["counter"]),
            "created": str(stored["created"]),
        }
    except (OSError, ValueError, TypeError, KeyError):
        return {}


def _unpack(desk: Desk, session: str, envelope: Envelope) -> None:
    """Put the page in its folder; the note that it is taken comes last, so a killed run is simply redone."""
    place = desk.feedback_folder / session
    try:
        write_atomically(place / FEEDBACK_NAME, envelope.files.get(FEEDBACK_NAME, b""))
        statements = log_lines.read(
            envelope.files.get(LOG_NAME, b""), learner=envelope.manifest.learner, verbs={Verb.GRADED}
        )
        with desk.open_log() as log:
            log.merge(statements)
        write_atomically(place / _TAKEN, json.dumps(_tag(envelope)).encode())
    except (OSError, LogNotWritten) as error:
        raise ClassroomError(
            _("Feedback for session {number} could not be kept in {folder}.").format(
                number=int(session[1:]), folder=place
            ),
            _("Free some space on this laptop. Then take the feedback again."),
        ) from error


def _trusted(desk: Desk, envelope: Envelope, *, accept_new: bool) -> bool:
    """Trust the first trainer's laptop that writes, and later ones when the learner says so."""
    path = desk.private / _TRUSTED
    try:
        known = json.loads(path.read_text(encoding="utf-8"))["keys"]
    except (OSError, ValueError, KeyError, TypeError):
        known = []
    if envelope.key in known:
        return True
    if known and not accept_new:
        return False
    write_atomically(path, json.dumps({"keys": [*known, envelope.key]}).encode())
    return True

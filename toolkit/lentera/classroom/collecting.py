"""The trainer's side: take learners' envelopes in, once each."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC
from enum import StrEnum
from pathlib import Path
from typing import Any

from lentera.atomic import write_atomically
from lentera.classroom import folders, log_lines
from lentera.classroom.class_folder import ClassFolder
from lentera.classroom.envelope import (
    LOG_NAME,
    SUFFIX,
    Envelope,
    EnvelopeRefusedError,
    Kind,
    open_envelope,
)
from lentera.classroom.errors import ClassroomError, cause_in_words
from lentera.classroom.lock import alone
from lentera.classroom.receiving import envelopes_in
from lentera.classroom.showroom import SiteRefusedError, exhibit, tag_of
from lentera.progress import LogNotWritten
from lentera.words import _

TAG = "amplop.json"
"""Travels inside the submission folder, so that folder and tag can never disagree."""


class Fate(StrEnum):
    """Say what became of an envelope."""

    TAKEN = "taken"
    ALREADY = "already taken"
    OLDER = "older"
    UNKNOWN_LEARNER = "held: unknown learner"
    NEW_KEY = "held: new key"
    UNSAFE = "unsafe site"
    REFUSED = "refused"


HELD = frozenset({Fate.UNKNOWN_LEARNER, Fate.NEW_KEY})


@dataclass(frozen=True)
class Outcome:
    """Tell what became of one envelope, with the sentence for the trainer."""

    file: str
    fate: Fate
    sentence: str
    learner: str = ""
    session: str = ""

    def to_json(self) -> dict[str, str]:
        """Return the outcome for a program that reads it."""
        return {
            "file": self.file,
            "fate": self.fate.value,
            "sentence": self.sentence,
            "learner": self.learner,
            "session": self.session,
        }


@dataclass(frozen=True)
class Collected:
    """Gather the outcomes of one collection."""

    outcomes: tuple[Outcome, ...]

    @property
    def taken(self) -> tuple[Outcome, ...]:
        """Return the envelopes that were new."""
        return tuple(outcome for outcome in self.outcomes if outcome.fate is Fate.TAKEN)

    @property
    def troubled(self) -> tuple[Outcome, ...]:
        """Return the envelopes a trainer must look at."""
        return tuple(
            outcome for outcome in self.outcomes if outcome.fate in HELD | {Fate.REFUSED, Fate.UNSAFE}
        )

    def sentences(self) -> list[str]:
        """Return what to tell the trainer."""
        if not self.outcomes:
            return [_("There is no envelope here. Ask the learners to hand in.")]
        summary = _("{taken} new envelopes of {all}.").format(taken=len(self.taken), all=len(self.outcomes))
        troubled = self.troubled
        new = [each for each in self.outcomes if each not in troubled and each.fate is not Fate.ALREADY]
        known = len(self.outcomes) - len(new) - len(troubled)
        said = [summary, *(each.sentence for each in new)]
        if known:  # a stick carries every envelope of the course; those to look at must not drown in them
            said.append(_("{count} envelopes were taken in earlier. Nothing changed.").format(count=known))
        return [*said, *(each.sentence for each in troubled)]

    def to_json(self) -> dict[str, Any]:
        """Return the result for a program that reads it."""
        return {"outcomes": [outcome.to_json() for outcome in self.outcomes]}


def collect(classroom: ClassFolder, folder: str | Path, *, accept_new_key: Collection[str] = ()) -> Collected:
    """Take in the envelopes of a stick or folder, and look again at those held earlier.

    Parameters
    ----------
    classroom : ClassFolder
        Where they go.
    folder : str or Path
        With or without ``usb:``.
    accept_new_key : collection of str
        Learners whose work may come from another laptop than before.

    Raises
    ------
    ClassroomError
        When the folder cannot be read or the class folder's disk is full; what was taken in stays.
    """
    arrived = envelopes_in(Path(str(folder).removeprefix("usb:")).expanduser())
    with alone(classroom.private):
        return _collect(classroom, arrived, accept_new_key)


def _collect(classroom: ClassFolder, arrived: Sequence[Path], accept_new_key: Collection[str]) -> Collected:
    held = sorted(_held(classroom).glob(f"*{SUFFIX}"))
    learners = classroom.learners()
    keys = _Keys.load(classroom)
    outcomes: dict[str, Outcome] = {}
    for path in [*arrived, *held]:
        if not path.exists():  # held earlier, and taken in a moment ago
            continue
        try:
            envelope = open_envelope(path)
        except EnvelopeRefusedError as refusal:
            outcomes[str(path)] = Outcome(path.name, Fate.REFUSED, " ".join(refusal.sentences()))
            continue
        if envelope.manifest.kind not in _PLACES or envelope.id in outcomes:
            continue
        try:
            fate = _take(classroom, envelope, learners, keys, accept_new_key)
        except (OSError, LogNotWritten) as error:
            raise ClassroomError(
                _("{file} could not be taken in: {cause}.").format(
                    file=path.name, cause=cause_in_words(error)
                ),
                _("Free some space, then collect again. What was taken in stays."),
            ) from error
        name = path.name
        if path.parent == _held(classroom):  # kept under its id; the trainer knows it by the learner's code
            name = (
                f"{envelope.manifest.learner}_{envelope.manifest.session}_{envelope.manifest.counter}{SUFFIX}"
            )
        outcomes[envelope.id] = _told(name, envelope, fate)
    return Collected(tuple(outcomes.values()))


def current(classroom: ClassFolder, learner: str, session: str) -> dict[str, Any]:
    """Return the tag of the submission that counts: envelope id, counter, rank of its key, when sealed."""
    try:
        tag = json.loads((classroom.submitted(learner, session) / TAG).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return tag if isinstance(tag, dict) else {}


@dataclass
class _Keys:
    """Remember which laptops each learner has handed in from, in the order they were accepted."""

    path: Path
    known: dict[str, list[str]]

    @classmethod
    def load(cls, classroom: ClassFolder) -> "_Keys":
        path = classroom.private / "kunci_peserta.json"
        try:
            known = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            known = {}
        except (OSError, ValueError) as error:
            raise ClassroomError(
                _("The list of known laptops {file} cannot be read.").format(file=path),
                _("Bring the file back from a copy, or delete it to know all laptops anew."),
            ) from error
        return cls(path, known)

    def rank(self, learner: str, key: str, *, accept_new: bool) -> int | None:
        """Return how many laptops she has moved between; None when this move is not accepted yet.

        Going back to an earlier laptop is a move too: its count goes on where it stopped.
        """
        known = self.known.get(learner, [])
        if not known or known[-1] != key:
            if known and not accept_new:
                return None
            known = [*known, key]
            self.known[learner] = known
            text = json.dumps(self.known, indent=1, sort_keys=True)
            write_atomically(self.path, text.encode())
        return len(known) - 1


def _held(classroom: ClassFolder) -> Path:
    return classroom.private / "ditahan"


def _arrival(classroom: ClassFolder, envelope: Envelope) -> Path:
    return classroom.private / "masuk" / f"{envelope.id}{SUFFIX}"


def _take(
    classroom: ClassFolder,
    envelope: Envelope,
    learners: Collection[str],
    keys: _Keys,
    accept_new_key: Collection[str],
) -> Fate:
    """Take one envelope in; the copy among the arrivals comes last, so a killed run is simply redone."""
    learner = envelope.manifest.learner
    arrival, aside = _arrival(classroom, envelope), _held(classroom) / f"{envelope.id}{SUFFIX}"
    if learner not in learners:
        _keep(envelope, aside)
        return Fate.UNKNOWN_LEARNER
    current_tag, put = _PLACES[envelope.manifest.kind]
    counts = current_tag(classroom, learner, envelope.manifest.session)
    if arrival.exists() and counts:
        folders.remove(aside)
        return Fate.ALREADY
    rank = keys.rank(learner, envelope.key, accept_new=learner in accept_new_key)
    if rank is None:
        _keep(envelope, aside)
        return Fate.NEW_KEY
    newer = _order(rank, envelope) > (
        counts.get("rank", -1),
        counts.get("counter", 0),
        counts.get("created", ""),
    )
    if newer or counts.get("envelope") == envelope.id:
        try:
            put(classroom, envelope, rank)
        except SiteRefusedError:
            folders.remove(aside)
            return Fate.UNSAFE
    if envelope.manifest.kind is Kind.HAND_IN:
        _merge_log(classroom, envelope)
    _keep(envelope, arrival)
    folders.remove(aside)
    return Fate.TAKEN if newer or counts.get("envelope") == envelope.id else Fate.OLDER


def _order(rank: int, envelope: Envelope) -> tuple[int, int, str]:
    created = envelope.manifest.created.astimezone(UTC).isoformat()
    return rank, envelope.manifest.counter, created


def _tag(envelope: Envelope, rank: int) -> dict[str, Any]:
    _rank, counter, moment = _order(rank, envelope)
    return {"envelope": envelope.id, "rank": rank, "counter": counter, "created": moment}


def _place(classroom: ClassFolder, envelope: Envelope, rank: int) -> None:
    """Build the submission beside its place and move it there."""
    manifest = envelope.manifest
    new = folders.fresh(classroom.room, f"{manifest.learner}_{manifest.session}")
    try:
        for name, content in envelope.files.items():
            if name == LOG_NAME:
                continue
            path = new / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        created = manifest.created.astimezone(UTC)
        (new / "timestamp.txt").write_text(f"{created:%Y-%m-%d %H:%M:%S.%f} UTC", encoding="ascii")
        (new / TAG).write_text(json.dumps(_tag(envelope, rank), indent=1), encoding="utf-8")
        folders.replace_folder(new, classroom.submitted(manifest.learner, manifest.session), classroom.room)
    finally:
        folders.remove(new)


def _show(classroom: ClassFolder, envelope: Envelope, rank: int) -> None:
    exhibit(classroom, envelope, _tag(envelope, rank))


_PLACES = {
    Kind.HAND_IN: (current, _place),
    Kind.SITE: (lambda classroom, learner, _session: tag_of(classroom, learner), _show),
}
"""Of each kind that a trainer takes in: which envelope counts now, and how one is put in its place."""


def _merge_log(classroom: ClassFolder, envelope: Envelope) -> None:
    manifest = envelope.manifest
    statements = log_lines.read(
        envelope.files.get(LOG_NAME, b""), learner=manifest.learner, verbs=log_lines.LEARNER_VERBS
    )
    sequence = log_lines.next_sequence(statements, manifest.device)
    with classroom.open_log() as log:
        log.merge([*statements, log_lines.handed_in(manifest, envelope.id, sequence)])


def _keep(envelope: Envelope, path: Path) -> None:
    if not path.exists():
        write_atomically(path, envelope.raw)


def _told(file: str, envelope: Envelope, fate: Fate) -> Outcome:
    manifest = envelope.manifest
    blanks = {"file": file, "learner": manifest.learner, "number": int(manifest.session[1:])}
    sentence = {
        Fate.TAKEN: _("{learner}, session {number}: taken in."),
        Fate.ALREADY: _("{learner}, session {number}: taken in earlier. Nothing changed."),
        Fate.OLDER: _(
            "{learner}, session {number}: older than what is here. It is kept and does not replace."
        ),
        Fate.UNKNOWN_LEARNER: _(
            "{learner} is not on the list of learners. {file} is kept aside. "
            "Add the code or ask the learner, then collect again."
        ),
        Fate.NEW_KEY: _(
            "{learner} hands in from another laptop than before. {file} is kept aside. "
            "Ask the learner, then accept the new laptop."
        ),
        Fate.UNSAFE: _(
            "{learner}: something in the site acts by itself. It is not shown. "
            "Check the pages together with the learner."
        ),
    }[fate]
    if manifest.kind is Kind.SITE and fate is Fate.TAKEN:
        sentence = _("{learner}: the site is in the showroom.")
    return Outcome(file, fate, sentence.format(**blanks), manifest.learner, manifest.session)

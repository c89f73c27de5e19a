"""The learner's desk: the workspace folder, who works here, and how she likes to work."""

import json
import re
import uuid
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from lentera.atomic import write_atomically
from lentera.words import Address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lentera.progress import Log, Recorder

LEARNER_CODE = re.compile(r"[A-Z]{2,4}-\d{2,4}")
"""Shape of a learner's code: letters of the track, a dash, a number (``SM-07``)."""

GUEST = "TAMU-00"
"""The actor of statements made before a code is given."""

THEMES = ("terang", "gelap", "kontras")
TEXT_SIZES = (100, 125, 150, 200)

_PRIVATE = ".lentera"
_LOG = "catatan.sqlite"


class LearnerCodeError(ValueError):
    """Report a learner code that has not the shape of one."""


@dataclass(frozen=True)
class Preferences:
    """How a learner likes to work; never why.

    Attributes
    ----------
    address : Address
        Form of address in greetings, praise and hints.
    name : str
        What she likes to be called; stays on this laptop.
    theme : str
        One of `THEMES`.
    text_size : int
        One of `TEXT_SIZES` [percent].
    keys : bool
        Whether single keys, such as 1, 2 and 3, choose inside an activity.
    sound : bool
        Whether buttons that read aloud are offered.
    """

    address: Address = Address.ANDA
    name: str = ""
    theme: str = "terang"
    text_size: int = 100
    keys: bool = True
    sound: bool = True

    @classmethod
    def from_json(cls, stored: object) -> "Preferences":
        """Read stored preferences; what is unknown or unreadable falls back to the default."""
        if not isinstance(stored, dict):
            return cls()
        chosen = cls()
        if stored.get("address") in set(Address):
            chosen = replace(chosen, address=Address(stored["address"]))
        if isinstance(stored.get("name"), str):
            chosen = replace(chosen, name=stored["name"].strip()[:40])
        if stored.get("theme") in THEMES:
            chosen = replace(chosen, theme=stored["theme"])
        if stored.get("text_size") in TEXT_SIZES:
            chosen = replace(chosen, text_size=stored["text_size"])
        for name in ("keys", "sound"):
            if isinstance(stored.get(name), bool):
                chosen = replace(chosen, **{name: stored[name]})
        return chosen


@dataclass(frozen=True)
class Desk:
    """A learner's workspace.

    Parameters
    ----------
    root : Path
        The workspace; ``root/.lentera`` holds what is not hers to edit.
    """

    root: Path

    @classmethod
    def open(cls, root: Path) -> "Desk":
        """Make the workspace if it is not there, and return it."""
        desk = cls(root.expanduser().resolve())
        desk.private.mkdir(parents=True, exist_ok=True)
        return desk

    @classmethod
    def find(cls, start: Path) -> "Desk | None":
        """Return the workspace around a folder, or None outside of any."""
        for folder in (start.resolve(), *start.resolve().parents):
            if (folder / _PRIVATE).is_dir():
                return cls(folder)
        return None

    @property
    def private(self) -> Path:
        """Return the folder of the log, keys and preferences."""
        return self.root / _PRIVATE

    def session_folder(self, session: str) -> Path:
        """Return the folder of a session: notebooks, ``jawaban/`` and pictures."""
        return self.root / session

    @property
    def feedback_folder(self) -> Path:
        """Return the folder of the trainer's feedback."""
        return self.root / "umpan_balik"

    @property
    def learner(self) -> str | None:
        """Return the learner's code, or None before one is given."""
        code = self._stored("peserta.json").get("kode")
        return code if isinstance(code, str) and LEARNER_CODE.fullmatch(code) else None

    def set_learner(self, code: str) -> str:
        """Keep the learner's code; small letters and blanks around it are forgiven.

        The first code given here also takes over what its owner did as a guest: see `_adopt_guest`.

        Raises
        ------
        LearnerCodeError
            When the code has not the shape of one.
        """
        tidy = code.strip().upper()
        if not LEARNER_CODE.fullmatch(tidy):
            raise LearnerCodeError(tidy)
        if self.learner is None and tidy != GUEST:
            self._adopt_guest(tidy)
        self._store("peserta.json", {"kode": tidy})
        return tidy

    def _adopt_guest(self, learner: str) -> None:
        """Say the guest's statements of this desk again under her code, so that her tries count.

        The log stays append-only: the guest's own lines remain, and each copy has an id made from its
        original and her code, so adopting twice changes nothing.
        """
        log_file = self.private / _LOG
        if not log_file.exists():
            return
        from lentera.progress import LogError, adopted  # noqa: PLC0415 - grading a cell must not load SQLAlchemy

        try:
            with self.open_log() as log:
                log.merge(adopted(log.statements(learners=[GUEST]), learner))
        except LogError as error:
            # Her answers are files of their own; a log that takes nothing must not cost her the code.
            with suppress(OSError):
                self.note_trouble(str(error))

    @property
    def preferences(self) -> Preferences:
        """Return how she likes to work."""
        return Preferences.from_json(self._stored("preferensi.json"))

    def set_preferences(self, preferences: Preferences) -> None:
        """Keep how she likes to work."""
        self._store("preferensi.json", asdict(preferences))

    @property
    def device(self) -> str:
        """Return this workspace's opaque device id, made on first use."""
        device = self._stored("perangkat.json").get("id")
        if not isinstance(device, str):
            device = uuid.uuid4().hex[:12]
            self._store("perangkat.json", {"id": device})
        return device

    def open_log(self) -> "Log":
        """Open the append-only log of this workspace."""
        from lentera.progress import Log  # noqa: PLC0415 - grading a cell must not load SQLAlchemy

        return Log.open(self.private / _LOG)

    @contextmanager
    def recorder(self) -> "Iterator[Recorder]":
        """Lend a recorder for what the learner does here; the log is closed again afterwards."""
        from lentera.progress import Recorder  # noqa: PLC0415 - as above

        with self.open_log() as log:
            yield Recorder(log, learner=self.learner or GUEST, device=self.device)

    def note_trouble(self, text: str) -> None:
        """Keep an error's details for the trainer; the learner reads a sentence instead."""
        moment = datetime.now().astimezone()
        with (self.private / "galat.log").open("a", encoding="utf-8") as stream:
            stream.write(f"--- {moment.isoformat(timespec='seconds')}\n{text.rstrip()}\n")

    def _stored(self, name: str) -> dict[str, object]:
        try:
            stored = json.loads((self.private / name).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return stored if isinstance(stored, dict) else {}

    def _store(self, name: str, content: dict[str, object]) -> None:
        text = json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        write_atomically(self.private / name, text.encode())

"""The trainer's class: an nbgrader course, the list of learners' codes, the class log and the known keys."""

import csv
import io
import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lentera.atomic import write_atomically
from lentera.classroom import folders
from lentera.classroom.errors import ClassroomError, cause_in_words
from lentera.classroom.lock import held
from lentera.course import content_root, load_course
from lentera.desk import LEARNER_CODE
from lentera.progress import Log, LogNotWritten
from lentera.words import _

DEFAULT = Path("~/Lentera/kelas")
_CONFIG = "nbgrader_config.py"
_LEARNERS = "peserta.csv"
_HEADER = ("kode", "jalur")


@dataclass(frozen=True)
class ClassFolder:
    """A class directory that is ready to be used.

    Parameters
    ----------
    root : Path
        The nbgrader course; ``root/.lentera`` holds what is not for the trainer to edit.
    """

    root: Path

    @classmethod
    def open(cls, path: Path = DEFAULT) -> "ClassFolder":
        """Make the class folder if it is not there, bring its sources up to date, finish what was cut short.

        Raises
        ------
        ClassroomError
            When the folder cannot be written or the course lacks its sources.
        """
        classroom = cls(path.expanduser().resolve())
        try:
            classroom.room.mkdir(parents=True, exist_ok=True)
            with held(classroom.private) as alone_here:
                if alone_here:
                    folders.recover(classroom.room, classroom.root)
                    classroom.update_sources()
            if not (classroom.root / _LEARNERS).exists():
                classroom._write_learners({})
        except OSError as error:
            raise ClassroomError(
                _("The class folder {folder} cannot be written.").format(folder=classroom.root),
                _("Free some space or choose another folder with --course."),
            ) from error
        return classroom

    @property
    def private(self) -> Path:
        """Return the folder of log, keys and envelopes."""
        return self.root / ".lentera"

    @property
    def room(self) -> Path:
        """Return the folder of half-done work."""
        return self.private / "kerja"

    @property
    def outbox(self) -> Path:
        """Return the folder of feedback envelopes that wait for a stick."""
        return self.private / "keluar"

    @property
    def device(self) -> str:
        """Return this class folder's opaque id, made on first use."""
        path = self.private / "perangkat.json"
        try:
            return str(json.loads(path.read_text(encoding="utf-8"))["id"])
        except (OSError, ValueError, KeyError, TypeError):
            device = uuid.uuid4().hex[:12]
            write_atomically(path, json.dumps({"id": device}).encode())
            return device

    def submitted(self, learner: str, session: str) -> Path:
        """Return the folder of a learner's submission."""
        return self.root / "submitted" / learner / session

    def autograded(self, learner: str, session: str) -> Path:
        """Return the folder of a graded submission."""
        return self.root / "autograded" / learner / session

    def released(self, session: str) -> Path:
        """Return the released notebook of a session."""
        return self.root / "release" / session / f"{session}.ipynb"

    def submissions(self, session: str) -> list[str]:
        """Return the codes of learners who handed this session in."""
        return sorted(path.parent.name for path in self.root.glob(f"submitted/*/{session}") if path.is_dir())

    def sessions(self) -> list[str]:
        """Return the sessions that have an assignment."""
        return sorted(path.parent.name for path in self.root.glob("source/*/*.ipynb"))

    def open_log(self) -> Log:
        """Open the class log.

        Raises
        ------
        ClassroomError
            When the log can be neither opened nor made.
        """
        try:
            return Log.open(self.private / "catatan.sqlite")
        except LogNotWritten as error:
            raise ClassroomError(
                _("The class log in {folder} could not be opened.").format(folder=self.private),
                _("Free some space and see that the folder can be written. Then run the command again."),
            ) from error

    def learners(self) -> dict[str, str]:
        """Return the track of each learner by code.

        Raises
        ------
        ClassroomError
            When a line of ``peserta.csv`` has no learner code.
        """
        path = self.root / _LEARNERS
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise ClassroomError(
                _("The list of learners {file} cannot be read.").format(file=path),
                _("Save it again as CSV with UTF-8."),
            ) from error
        separator = ";" if text.partition("\n")[0].count(";") else ","
        found = {}
        for number, row in enumerate(csv.reader(io.StringIO(text), delimiter=separator), start=1):
            cells = [cell.strip() for cell in row]
            if not any(cells) or cells[0].lower() == _HEADER[0]:
                continue
            if not LEARNER_CODE.fullmatch(cells[0].upper()):
                raise ClassroomError(
                    _("Line {number} of {file} has no learner code: {text}.").format(
                        number=number, file=path, text=cells[0]
                    ),
                    _("Write the code like SM-07, then run the command again."),
                )
            found[cells[0].upper()] = cells[1] if len(cells) > 1 else ""
        return found

    def add_learner(self, code: str, track: str) -> "LearnerAdded":
        """Put a learner on the list, or change her track.

        Raises
        ------
        ClassroomError
            When the code has not the shape of one, the course has no such track, or the list cannot be
            written; then it is as before.
        """
        tidy = code.strip().upper()
        if not LEARNER_CODE.fullmatch(tidy):
            raise ClassroomError(
                _("{code} is not a learner code.").format(code=code),
                _("Write two to four letters, a dash and a number, like SM-07."),
            )
        tracks = load_course(content_root()).programme.tracks
        if track not in tracks:
            raise ClassroomError(
                _("{track} is not a track of this course.").format(track=track),
                _("Choose one of: {tracks}.").format(tracks=", ".join(tracks)),
            )
        known = self.learners()
        added = LearnerAdded(tidy, track, known_before=tidy in known)
        try:
            self._write_learners(known | {tidy: track})
        except OSError as error:
            raise ClassroomError(
                _("The list of learners could not be written: {cause}.").format(cause=cause_in_words(error)),
                _("Free some space, then add the code again. The list is as before."),
            ) from error
        return added

    def update_sources(self) -> None:
        """Copy assignments and settings from the course; what differs is renewed."""
        origin = content_root() / "grading"
        if origin.resolve() == self.root:
            return
        wanted = [origin / _CONFIG, *(path for path in origin.glob("source/**/*") if path.is_file())]
        for path in wanted:
            place = self.root / path.relative_to(origin)
            content = path.read_bytes()
            if not place.is_file() or place.read_bytes() != content:
                write_atomically(place, content)

    def _write_learners(self, learners: Mapping[str, str]) -> None:
        stream = io.StringIO()
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(_HEADER)
        writer.writerows(sorted(learners.items()))
        write_atomically(self.root / _LEARNERS, stream.getvalue().encode())


@dataclass(frozen=True)
class LearnerAdded:
    """Tell that a learner is on the list."""

    learner: str
    track: str
    known_before: bool

    def sentences(self) -> list[str]:
        """Return what to tell the trainer."""
        if self.known_before:
            return [_("{learner} was on the list already. The track is {track}.").format(**self.to_json())]
        return [_("{learner} is on the list. The track is {track}.").format(**self.to_json())]

    def to_json(self) -> dict[str, str | bool]:
        """Return the result for a program that reads it."""
        return {"learner": self.learner, "track": self.track, "known_before": self.known_before}

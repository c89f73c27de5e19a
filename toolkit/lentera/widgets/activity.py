"""What every activity does behind its screen: take a gesture, save what came of it, and only then show it."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, ClassVar, Generic, TypeVar

from lentera.answers import AnswerFile, AnswerNotSaved
from lentera.place import Place
from lentera.widgets.incoming import sendable
from lentera.widgets.line import Line
from lentera.words import _, clock

S = TypeVar("S")
"""What is saved: an immutable value that can be compared."""

_NONSENSE = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What a message or a file that nobody thought of can raise; a learner must not be shut out by one."""


class Refused(Exception):  # noqa: N818 - names what happened to a gesture
    """Say why a gesture cannot be done now; nothing has changed."""

    def __init__(self, line: Line) -> None:
        super().__init__(line.shown)
        self.line = line


class Activity(ABC, Generic[S]):
    """One learner's activity, without any screen.

    A subclass names its screen, says what is saved (`_empty`, `_read`, `_write`), does gestures (`_act`) and
    draws (`_draw`). It changes `_state` through `_become`. An impossible gesture, a full disk or a message
    nobody knows change nothing and are told in the live line.

    Parameters
    ----------
    place : Place
        Where answers and log are.
    answer_name : str
        Name of the answer file.
    """

    screen: ClassVar[str]
    """Folder of the widget's module and stylesheet."""
    milestones: ClassVar[frozenset[str]] = frozenset({"check"})
    """Gestures after which the answer is kept in the history for certain."""

    def __init__(self, place: Place, answer_name: str) -> None:
        self.place = place
        self._file: AnswerFile = place.answer(answer_name)
        self._state: S = self._empty()
        self._found: Any = None  # what the last check found; shown, not saved, gone with the next change
        self._content: Mapping[str, Any] | None = None
        self._saved_at: datetime | None = None
        self._unlogged: list[Callable[[], None]] = []
        self._unreadable = False  # whether an answer nobody could read still waits to be kept aside
        self._revision = 0
        self.view: dict[str, Any] = {}
        self._open()

    @property
    def look(self) -> dict[str, object]:
        """Return theme, text size, short keys and reading aloud as the screen takes them now."""
        return self.place.look

    @abstractmethod
    def words(self) -> dict[str, Any]:
        """Return every fixed word of the screen, in the interface language; ``lang`` is one of the keys."""

    @abstractmethod
    def _empty(self) -> S:
        """Return what is there before the first gesture."""

    @abstractmethod
    def _read(self, content: Mapping[str, Any]) -> S:
        """Read an answer file's content; raise ValueError when it is not this activity's."""

    @abstractmethod
    def _write(self, state: S) -> Mapping[str, Any]:
        """Return the answer file's content."""

    @abstractmethod
    def _act(self, message: Mapping[str, Any]) -> Line:
        """Do one gesture, named by ``message["do"]``, and say what happened.

        Raises
        ------
        Refused
            When it cannot be done now.
        KeyError, TypeError, ValueError
            When the message makes no sense.
        """

    @abstractmethod
    def _draw(self) -> dict[str, Any]:
        """Return all that the screen shows; the live line and the saved sentence come by themselves."""

    def _ready(self) -> str:
        """Say that an untouched activity is ready."""
        return _("Ready. Start with the first button.")

    def _back(self) -> str:
        """Say that the saved answer is there again."""
        return _("Everything is as you left it.")

    def _untouched(self) -> str:
        """Say, before anything is saved, that saving needs no button."""
        return _("Each step is saved on this laptop by itself.")

    def handle(self, message: Mapping[str, Any]) -> dict[str, Any]:
        """Take one gesture and return the new view; what it shows is on the disk."""
        self._take_in_other_notebook()
        before, found = self._state, self._found
        try:
            line = self._act(sendable(message))
            drawn = self._draw()  # what cannot be drawn is not saved either: it would shut her out
            milestone = message.get("do") in self.milestones
            if self._state != before or (milestone and self._content is not None):
                self._save(milestone=milestone)
            return self._show(line, drawn)
        except Refused as refused:
            line = refused.line
        except AnswerNotSaved as error:
            line = Line.same(str(error))
        except OSError:
            self.place.note_trouble()
            line = Line.same(
                _("A file cannot be read or written now. Nothing has changed. Call the trainer.")
            )
        except _NONSENSE:
            self.place.note_trouble()
            line = Line.same(_("That step was not understood. Nothing has changed. Try again."))
        self._state, self._found = before, found
        self._take_back()
        return self._show(line, self._draw())

    def _take_back(self) -> None:
        """Take back what a refused gesture has done besides the state."""

    def write_log(self) -> None:
        """Write to the log what the last gestures left for it; called once the screen is up to date."""
        unlogged, self._unlogged = self._unlogged, []
        for write in unlogged:
            write()

    def _become(self, state: S) -> None:
        """Take a new state; what a check had found no longer holds."""
        self._state = state
        self._found = None

    def _open(self) -> None:
        line = Line.same(self._ready())
        try:
            answer = self._file.load()
            if answer is not None:
                self._adopt(answer.payload, answer.saved_at)
                line = Line.same(self._back())
                if answer.recovered_from is not None:
                    line = Line.same(_("The last file was damaged. Your work is back from its copy."))
            drawn = self._draw()
        except OSError:
            self.place.note_trouble()
            line = Line.same(_("The answer cannot be read from the disk. Call the trainer before you go on."))
            drawn = self._draw()
        except _NONSENSE:
            self.place.note_trouble()
            line = self._begin_anew()
            drawn = self._draw()
        self._show(line, drawn)

    def _begin_anew(self) -> Line:
        """Keep aside what cannot be read; until the disk takes that, nothing else is saved."""
        self._become(self._empty())
        self._content = self._saved_at = None
        self._unreadable = True
        try:
            self._keep_aside()
        except AnswerNotSaved as error:
            return Line.same(str(error))
        return Line.same(_("The old answer cannot be read and is kept aside. You start anew."))

    def _keep_aside(self) -> None:
        if self._unreadable:
            self._file.start_over(self.place.now())
            self._unreadable = False

    def _adopt(self, content: Mapping[str, Any], saved_at: datetime) -> None:
        self._become(self._read(sendable(content)))
        self._content, self._saved_at = content, saved_at

    def _take_in_other_notebook(self) -> None:
        """Go on from what another notebook has saved meanwhile: both share the answer file."""
        before = self._state, self._found, self._content, self._saved_at
        try:
            answer = self._file.load()
            if answer is not None and answer.payload != self._content:
                self._adopt(answer.payload, answer.saved_at)
                self._draw()
        except (OSError, *_NONSENSE):
            self.place.note_trouble()
            self._state, self._found, self._content, self._saved_at = before

    def _save(self, *, milestone: bool) -> None:
        self._keep_aside()
        content, moment = self._write(self._state), self.place.now()
        self._file.save(content, moment, milestone=milestone)
        self._content, self._saved_at = content, moment

    def _show(self, line: Line, drawn: Mapping[str, Any]) -> dict[str, Any]:
        self._revision += 1
        self.view = {
            "rev": self._revision,
            "live": line.shown,
            "live_spoken": line.spoken,
            "saved": self._saved_sentence(),
            **drawn,
        }
        return self.view

    def _saved_sentence(self) -> str:
        if self._saved_at is None:
            return self._untouched()
        return _("Saved on this laptop at {time}.").format(time=clock(self._saved_at))

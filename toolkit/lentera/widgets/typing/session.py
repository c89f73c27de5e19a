"""The typing desk behind the screen: keys that are told, a draft that is kept, a real file that is saved."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Any

from lentera.answers import AnswerNotSaved
from lentera.atomic import remove_dead_drafts, write_atomically
from lentera.literacy.typing.desk import FILE, LONGEST, WritingDesk
from lentera.literacy.typing.keyboard import EXERCISES, exercise_name, fits, key_name, pressed, way, where
from lentera.literacy.typing.sentences import sentences
from lentera.place import Place
from lentera.rules import RuleSet
from lentera.widgets.activity import Refused
from lentera.widgets.judged import JudgedActivity
from lentera.widgets.line import Line
from lentera.widgets.typing.state import TABS, Typing
from lentera.widgets.typing.views import desk_view, keys_view
from lentera.widgets.typing.wording import all_found, asks, counted, typing_words
from lentera.words import _, language


class TypingSession(JudgedActivity[Typing]):
    """One learner's typing desk, without any screen.

    The file ``perkenalan.txt`` beside the notebook holds what she saved. The answer file holds that too, and
    besides each letter she has not saved yet: a power cut takes neither.

    Parameters
    ----------
    place, answer_name, rule_sets, points
        As for `JudgedActivity`; the answer is ``s01-perkenalan``.
    """

    screen = "typing"
    milestones = frozenset({"check", "save"})

    def __init__(
        self,
        place: Place,
        answer_name: str,
        rule_sets: Sequence[RuleSet[Any]] = (),
        points: Mapping[str, float] | None = None,
    ) -> None:
        self.path = place.folder / FILE
        self._to_file: str | None = None  # what the gesture under way writes to the file
        self._sheet = 0  # counts the texts that came onto the sheet from elsewhere than her fingers
        self._last: tuple[str, bool] | None = None  # the key pressed last, and whether it was the asked one
        super().__init__(place, answer_name, rule_sets, points)

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the screen."""
        return typing_words()

    def _empty(self) -> Typing:
        return Typing()

    def _read(self, content: Mapping[str, Any]) -> Typing:
        return Typing.from_content(content)

    def _write(self, state: Typing) -> Mapping[str, Any]:
        return state.to_content()

    def _answer(self) -> Mapping[str, Any] | None:
        # Keys that were found are practice; only the sheet and the file are judged.
        return None if self._state.desk == WritingDesk() else self._write(self._state)

    def _ready(self) -> str:
        return _("Ready. Find the keys first, or go on to writing.")

    def _back(self) -> str:
        if self._state.desk.is_unsaved:
            return _("Your text is back, also what was not saved.")
        return _("The typing desk is as you left it.")

    def _act(self, message: Mapping[str, Any]) -> Line:
        gestures: dict[str, Callable[[], Line]] = {
            "tab": lambda: self._open_tab(message["tab"]),
            "row": lambda: self._begin_row(message["row"]),
            "key": lambda: self._press(message["key"]),
            "skip": self._skip,
            "write": lambda: self._type(message["text"]),
            "save": lambda: self._save_file(message["text"]),
            "save_close": lambda: self._save_file(message["text"]) + self._close(),
            "close": self._close,
            "leave": self._leave,
            "open": self._open_file,
            "new": self._new_sheet,
            "take_back": self._take_text_back,
            "check": self._check,
        }
        self._to_file = None
        return gestures[message["do"]]()

    def _adopt(self, content: Mapping[str, Any], saved_at: datetime) -> None:
        super()._adopt(content, saved_at)
        self._sheet += 1

    def _practise(self, state: Typing) -> None:
        """Take a new state of the practice; what a check found of the file still holds."""
        self._state = state

    def _put(self, desk: WritingDesk) -> None:
        self._become(replace(self._state, desk=desk))

    # the keys

    def _open_tab(self, tab: str) -> Line:
        if tab not in TABS:
            raise ValueError(f"there is no tab {tab!r}")
        self._practise(replace(self._state, tab=tab))
        return Line.same(self._asks() if tab == TABS[0] else self._stands())

    def _begin_row(self, row: str) -> Line:
        self._practise(self._state.with_row(row))
        self._last = None
        return Line.same(f"{exercise_name(row, language())}. {self._asks()}")

    def _press(self, key: Any) -> Line:
        code, asked, given = language(), self._state.asked, pressed(key)
        name = key_name(given, code)
        name = name[:1].upper() + name[1:]
        if given == "shift" and asked.isupper() and len(asked) == 1:
            return Line.same(_("Shift is pressed. Hold it, then press the letter."))
        self._last = (given.lower() if len(given) == 1 else given, fits(asked, given))
        if not fits(asked, given):
            hint = way(given, asked, code) or where(asked, code)
            return Line.same(
                _("That is {given}. Asked is {asked}. {hint}").format(
                    given=key_name(given, code), asked=key_name(asked, code), hint=hint
                )
            )
        said = _("{key}. Right.").format(key=name)
        return Line.same(f"{said} {self._go_on()}")

    def _skip(self) -> Line:
        self._last = None
        said = _("Skipped.")
        return Line.same(f"{said} {self._go_on()}")

    def _go_on(self) -> str:
        before = self._state
        self._practise(before.one_further())
        if self._state.at:
            return self._asks()
        done = _("{row} is finished.").format(row=exercise_name(before.row, language()))
        if len(self._state.rows) == len(EXERCISES):
            return f"{done} {all_found()}"
        return f"{done} {exercise_name(self._state.row, language())}. {self._asks()}"

    def _asks(self) -> str:
        return asks(self._state.asked)

    # the sheet and the file

    def _type(self, text: Any) -> Line:
        self._put(self._open_desk().written(_checked(text)))
        if not self._state.desk.is_unsaved:
            return Line.same(_("The sheet says the same as the file."))
        return Line.same(_("The draft is kept. The file is not saved yet."))

    def _save_file(self, text: Any) -> Line:
        desk = self._open_desk().written(_checked(text))
        if not desk.draft.strip() and desk.file is None:
            raise Refused(Line.same(_("The sheet is still empty. Write a sentence first.")))
        self._to_file = desk.draft
        self._put(desk.saved(self.place.now().isoformat()))
        return Line.same(
            _("Saved: file {file}, {count}.").format(file=FILE, count=counted(len(sentences(desk.draft))))
        )

    def _close(self) -> Line:
        if self._open_desk().is_unsaved:
            raise Refused(Line.same(_("The sheet is not saved yet. Save it before you close it.")))
        self._put(self._state.desk.closed())
        return Line.same(_("The sheet is closed. The file stays in the list."))

    def _leave(self) -> Line:
        self._put(self._open_desk().closed())
        return Line.same(
            _("Closed without saving. The file is as before; the unsaved text is kept beside it.")
        )

    def _open_file(self) -> Line:
        desk = self._state.desk
        if desk.is_open:
            raise Refused(Line.same(_("The sheet is open already.")))
        if desk.file is None:
            raise Refused(Line.same(_("There is no file yet. Take a new sheet.")))
        found = self._on_disk()
        if found is None:
            self._to_file = desk.file  # somebody has moved it away; the answer keeps a copy
        self._put(desk.opened_again(desk.file if found is None else found))
        self._sheet += 1
        opened = self._state.desk.draft
        said = _("Opened: file {file}, {count}.").format(file=FILE, count=counted(len(sentences(opened))))
        return Line.same(said)

    def _new_sheet(self) -> Line:
        if self._state.desk.is_open:
            raise Refused(Line.same(_("The sheet is open already.")))
        if self._state.desk.file is not None:
            raise Refused(Line.same(_("The file is there. Open it from the list.")))
        self._put(self._state.desk.new_sheet())
        self._sheet += 1
        return Line.same(_("A new sheet is open."))

    def _take_text_back(self) -> Line:
        if not self._state.desk.left:
            raise Refused(Line.same(_("There is no unsaved text to take back.")))
        desk = self._state.desk
        if not desk.is_open:
            desk = desk.new_sheet() if desk.file is None else desk.opened_again(self._on_disk() or desk.file)
        self._put(desk.taken_back())
        self._sheet += 1
        return Line.same(_("The unsaved text is on the sheet again. It is not saved yet."))

    def _open_desk(self) -> WritingDesk:
        if not self._state.desk.is_open:
            raise Refused(Line.same(_("The sheet is closed. Open the file first.")))
        return self._state.desk

    def _on_disk(self) -> str | None:
        """Return what stands in the file, whoever wrote it; None when it is not there."""
        try:
            return self.path.read_text(encoding="utf-8", errors="replace")[:LONGEST]
        except FileNotFoundError:
            return None

    def _save(self, *, milestone: bool) -> None:
        """Write the file, then the answer; when the disk takes only the first, put the earlier file back."""
        before = None if self._to_file is None else self._write_file(self._to_file)
        try:
            super()._save(milestone=milestone)
        except BaseException:
            if self._to_file is not None:
                with suppress(OSError):
                    if before is None:
                        self.path.unlink(missing_ok=True)
                    else:
                        write_atomically(self.path, before)
            raise

    def _write_file(self, text: str) -> bytes | None:
        """Write the file and return what stood in it before."""
        try:
            before = self.path.read_bytes() if self.path.exists() else None
            remove_dead_drafts(self.path)
            write_atomically(self.path, text.encode("utf-8", "replace"))
        except OSError as error:
            raise AnswerNotSaved(self.path, error) from error
        return before

    def _stands(self) -> str:
        desk = self._state.desk
        if not desk.is_open:
            return _("The sheet is closed.")
        return _("The sheet is not saved yet.") if desk.is_unsaved else _("The sheet is saved.")

    def _draw(self) -> dict[str, Any]:
        return {
            "tab": self._state.tab,
            **keys_view(self._state, self._last),
            **desk_view(self._state.desk),
            "sheet": self._sheet,
            "state": self._stands(),
            "check": self._found,
        }


def _checked(text: Any) -> str:
    """Return a text of the sheet; raise ValueError when it is none."""
    if not isinstance(text, str):
        raise ValueError(f"the sheet holds {text!r}; give a text")
    return text[:LONGEST].replace("\r\n", "\n")

"""Finding five behind the screen: she chooses a line, says what is not right yet, and may mend it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Final

from lentera.rules.seeds import SEEDS, seed_of
from lentera.web.find_five import (
    PAGE,
    WANTED,
    Puzzle,
    is_mended,
    kinds,
    objections,
    puzzle_of,
    said_of,
)
from lentera.web.spoken import spoken_markup
from lentera.web.tasks.find_five import earlier_rounds, read_answer
from lentera.widgets.activity import Refused
from lentera.widgets.frame import frame_words
from lentera.widgets.judged import JudgedActivity
from lentera.widgets.line import Line
from lentera.words import _, language

LONGEST: Final = 500
"""Of a line she types [characters]."""
MOST_ROUNDS: Final = 20
_NEXT_SEED: Final = 4099
"""Added for each new page; shares no factor with the number of seeds, so pages come again late."""


@dataclass(frozen=True)
class Round:
    """Hold what is saved.

    Attributes
    ----------
    found : tuple of (int, str)
        Lines that were found and the choice that found them, in that order.
    typed : mapping of int to str
        What she typed for a line that was found.
    earlier : tuple of mapping
        Rounds played before, as the answer file keeps them.
    """

    seed: int
    found: tuple[tuple[int, str], ...] = ()
    typed: Mapping[int, str] = field(default_factory=dict)
    earlier: tuple[Mapping[str, Any], ...] = ()

    @property
    def puzzle(self) -> Puzzle:
        """Return the page."""
        return puzzle_of(self.seed)

    @property
    def lines_found(self) -> tuple[int, ...]:
        """Return the lines that were found."""
        return tuple(line for line, _kind in self.found)


class FindFiveSession(JudgedActivity[Round]):
    """One learner's search for five, without any screen."""

    screen = "find_five"
    milestones = frozenset({"check", "new"})

    # What is open on the screen is not saved: a closed question costs nothing.
    _at: int | None = None
    _reply: str = ""
    _fine: frozenset[int] = frozenset()

    @cached_property
    def _seed(self) -> int:
        return seed_of(self.place.learner, self._file.task)

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the screen."""
        return {
            **frame_words(_("Find five")),
            "intro": _(
                "Five lines of this page are not right yet. Choose a line. Then say what is not right."
            ),
            "free": _("You may try as often as you like. A wrong choice costs nothing."),
            "lines": _("The page, line by line"),
            "kinds": [[name, saying.in_language(_code())] for name, saying in kinds().items()],
            "answer": _("Choose this"),
            "choose_first": _("Choose first what is not right yet."),
            "close": _("Close the question"),
            "mend": _("Save the repair"),
            "go_on": _("Go on searching"),
            "outline": _("Outline of this page"),
            "outline_help": _("What a screen reader reads, with your repairs."),
            "new": _("Another page"),
            "new_ask": _("Begin another page? What you found here is kept."),
            "new_yes": _("Yes, another page"),
        }

    def _empty(self) -> Round:
        return Round(self._seed)

    def _read(self, content: Mapping[str, Any]) -> Round:
        search = read_answer(content)
        chosen = {one["baris"]: one["jenis"] for one in reversed(content.get("temuan", []))}
        found = tuple((line, chosen[line]) for line in search.found)
        typed = content.get("perbaikan", {})
        if not isinstance(typed, Mapping):
            raise ValueError(
                "'perbaikan' is no table of lines; open the page again and write the repair there"
            )
        known = {line: str(typed[str(line)])[:LONGEST] for line, _kind in found if str(line) in typed}
        return Round(search.puzzle.seed, found, known, tuple(earlier_rounds(content))[-MOST_ROUNDS:])

    def _write(self, state: Round) -> Mapping[str, Any]:
        return {**_round(state), "selesai": list(state.earlier)}

    def _ready(self) -> str:
        return _("Five lines are not right yet. Choose a line.")

    def _act(self, message: Mapping[str, Any]) -> Line:
        gestures: dict[str, Callable[[], Line]] = {
            "choose": lambda: self._choose(message["line"]),
            "close": self._close,
            "answer": lambda: self._say(message["kind"]),
            "mend": lambda: self._mend(message["line"], message["text"]),
            "new": self._new,
            "check": self._check,
        }
        return gestures[message["do"]]()

    def _choose(self, line: Any) -> Line:
        self._at, self._reply = _number(line, len(self._state.puzzle.lines)), ""
        code = self._lines()[self._at - 1]
        if self._at in self._state.lines_found:
            told = _("Line {n} is found already.").format(n=self._at)
            return Line.same(told)
        shown = _("Line {n} is chosen. What is not right yet?").format(n=self._at)
        return Line(shown, f"{shown} {spoken_markup(code, _code())}")

    def _close(self) -> Line:
        if self._at is None:
            raise Refused(Line.same(_("No line is chosen.")))
        line, self._at = self._at, None
        return Line.same(_("The question on line {n} is closed.").format(n=line))

    def _say(self, kind: str) -> Line:
        if kind not in kinds():
            raise ValueError(f"there is no choice {kind!r}")
        if self._at is None:
            raise Refused(Line.same(_("Choose a line first.")))
        line, planted = self._at, self._state.puzzle.at(self._at)
        if planted is None:
            self._at, self._fine = None, self._fine | {line}
            return Line.same(_("Line {n} is right already. Search another line.").format(n=line))
        if line in self._state.lines_found:
            raise Refused(Line.same(_("Line {n} is found already.").format(n=line)))
        if kind not in planted.fault.kinds:
            objection = objections()[kind].in_language(_code())
            look = planted.fault.look.in_language(_code())
            self._reply = f"{objection} {look}"
            return Line.same(self._reply)
        self._reply = ""
        self._become(replace(self._state, found=(*self._state.found, (line, kind))))
        told = f"{self._tally()} {self._fault_says(line)}"
        if len(self._state.found) == WANTED:
            told = f"{told} " + _("All five are found. Press Check.")
        return Line.same(told)

    def _mend(self, line: Any, text: Any) -> Line:
        line = _number(line, len(self._state.puzzle.lines))
        if not isinstance(text, str):
            raise ValueError(f"a line is a text, not {text!r}")
        if line not in self._state.lines_found:
            raise Refused(Line.same(_("Find what is not right in this line first.")))
        text = " ".join(text.split())[:LONGEST]
        self._become(replace(self._state, typed={**self._state.typed, line: text}))
        if is_mended(self._state.puzzle, line, text):
            self._reply = ""
            return Line.same(_("Line {n} is right now. Well repaired.").format(n=line))
        self._reply = self._why(line, text)
        return Line.same(self._reply)

    def _why(self, line: int, text: str) -> str:
        """Say what the check of pages finds first in a repaired line."""
        if not text:
            return _("Line {n} is empty. Write it anew.").format(n=line)
        puzzle = self._state.puzzle
        lines = [*puzzle.whole[: line - 1], text, *puzzle.whole[line:]]
        first = next(said_of(puzzle, lines))
        return f"{first.sentence(_code())} {first.next_step(_code())}".strip()

    def _new(self) -> Line:
        if not self._state.found:
            raise Refused(Line.same(_("Find at least one thing on this page first.")))
        earlier = (*self._state.earlier, _round(self._state))[-MOST_ROUNDS:]
        self._at, self._fine = None, frozenset()
        self._become(Round((self._state.seed + _NEXT_SEED) % SEEDS, earlier=earlier))
        return Line.same(_("Another page is here: {shop}. Choose a line.").format(shop=self._shop()))

    def _answer(self) -> Mapping[str, Any] | None:
        return self._write(self._state) if self._state.found or self._state.earlier else None

    # What is shown

    def _shop(self) -> str:
        return self._state.puzzle.shop.name

    def _tally(self) -> str:
        return _("{n} of {total} found.").format(n=len(self._state.found), total=WANTED)

    def _fault_says(self, line: int) -> str:
        planted = self._state.puzzle.at(line)
        return planted.fault.says.in_language(_code(), {"tag": planted.tag}) if planted else ""

    def _mended(self, line: int) -> bool:
        typed = self._state.typed.get(line)
        return typed is not None and is_mended(self._state.puzzle, line, typed)

    def _lines(self) -> list[str]:
        """Return the page as it is now: with the lines that were mended."""
        lines = list(self._state.puzzle.lines)
        for line, typed in self._state.typed.items():
            if self._mended(line):
                lines[line - 1] = typed
        return lines

    def _draw(self) -> dict[str, Any]:
        state, lines = self._state, self._lines()
        return {
            "shop": self._shop(),
            "tally": self._tally(),
            "count": len(state.found),
            "wanted": WANTED,
            "lines": [self._row(number, code) for number, code in enumerate(lines, start=1)],
            "at": self._open_line(lines),
            "outline": self._outline(lines),
            "new": {"ok": bool(state.found), "why": _("Find at least one thing on this page first.")},
            "check": self._found,
        }

    def _row(self, number: int, code: str) -> dict[str, Any]:
        state = "fine" if number in self._fine else ""
        if number in self._state.lines_found:
            state = "mended" if self._mended(number) else "found"
        word = {"": "", "fine": _("is right"), "found": _("found here"), "mended": _("repaired")}[state]
        said = _("Line {n}: {text}").format(n=number, text=spoken_markup(code, _code()))
        return {
            "code": code,
            "state": state,
            "word": word,
            "name": f"{said}. {word}" if word else said,
        }

    def _open_line(self, lines: list[str]) -> dict[str, Any] | None:
        if self._at is None:
            return None
        found = self._at in self._state.lines_found
        return {
            "line": self._at,
            "found": found,
            "question": _("What is not right yet in line {n}?").format(n=self._at),
            "says": self._fault_says(self._at) if found else "",
            "reply": self._reply,
            "text": self._state.typed.get(self._at, lines[self._at - 1]) if found else "",
            "label": _("Write line {n} as it should be (you may skip this)").format(n=self._at),
        }

    def _outline(self, lines: list[str]) -> list[list[str]]:
        from lentera.web.outline import outline  # noqa: PLC0415 - grading a cell needs no outline
        from lentera.web.page import parse_page  # noqa: PLC0415

        page = parse_page(PAGE, ("\n".join(lines) + "\n").encode())
        return [[part.label, part.text] for part in outline(page)]


def _round(state: Round) -> dict[str, Any]:
    return {
        "benih": state.seed,
        "temuan": [{"baris": line, "jenis": kind} for line, kind in state.found],
        "perbaikan": {str(line): text for line, text in state.typed.items()},
    }


def _number(value: Any, count: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= count:
        raise ValueError(f"there is no line {value!r}; give one from 1 to {count}")
    return value


def _code() -> str:
    return "en" if language() == "en" else "id"

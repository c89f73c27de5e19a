"""The rules of finding five: what was found is compared with what the seed planted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from lentera.rules import Finding, RuleSet, load_rules, load_set, missed, right
from lentera.web.find_five import WANTED, Puzzle, kinds, puzzle_of

ANSWER: Final = "s03-cari-lima"
NAMES: Final = ("first", "second", "third", "fourth", "fifth")
_PATH: Final = Path(__file__).parents[1] / "texts" / f"{ANSWER}.toml"
_AROUND: Final = 2
"""Lines on either side of the next fault that are told as a place to read again."""


@dataclass(frozen=True)
class Search:
    """Be one round: its page and the lines that were found, in that order."""

    puzzle: Puzzle
    found: tuple[int, ...] = ()

    @property
    def left(self) -> tuple[int, ...]:
        """Return the lines that are not found yet."""
        return tuple(one.line for one in self.puzzle.planted if one.line not in self.found)


def read_answer(content: Mapping[str, Any]) -> Search:
    """Read an answer: the seed of its page and what was found.

    Raises
    ------
    ValueError
        When the seed is none, or when more was marked than there is to find.
    """
    puzzle = puzzle_of(content.get("benih"))  # type: ignore[arg-type]  # it refuses what is no seed
    marked = content.get("temuan", [])
    if not isinstance(marked, list) or len(marked) > WANTED:
        raise ValueError(
            f"'temuan' is no list of up to {WANTED} lines; open the page again and mark them there"
        )
    found: list[int] = []
    for one in marked:
        kind = one.get("jenis") if isinstance(one, Mapping) else None
        if not isinstance(kind, str) or kind not in kinds():
            raise ValueError(f"{one!r} is no finding; give 'baris' and 'jenis'")
        line = one.get("baris")
        planted = puzzle.at(line) if isinstance(line, int) and not isinstance(line, bool) else None
        if planted is not None and kind in planted.fault.kinds and planted.line not in found:
            found.append(planted.line)
    return Search(puzzle, tuple(found))


def _is_found(place: int, search: Search) -> Finding:
    if place < len(search.found):
        return right()
    line = search.left[place - len(search.found)]
    first, last = max(1, line - _AROUND), min(len(search.puzzle.lines), line + _AROUND)
    return missed("left", n=str(len(search.found)), dari=str(first), sampai=str(last))


def earlier_rounds(content: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    """List the rounds played before: the best of all counts."""
    kept = content.get("selesai")
    return [one for one in kept if isinstance(one, Mapping)] if isinstance(kept, list) else []


FIVE: Final[RuleSet[Search]] = RuleSet(
    ANSWER,
    ANSWER,
    read_answer,
    load_rules(_PATH, {f"s03.five.{name}": partial(_is_found, place) for place, name in enumerate(NAMES)}),
    load_set(_PATH),
    earlier=earlier_rounds,
)
"""Task ``s03-cari-lima``: five things that are not right yet, 4 points each."""

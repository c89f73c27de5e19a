"""What a learner found out about her news: steps taken, sources asked, and what she decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from lentera.course.scenarios import News, Passing, Verdict
from lentera.literacy.bank import bank
from lentera.rules.seeds import as_seed, pick, shuffled

STEPS: Final = ("setop", "telusuri", "obrolkan", "periksa")
"""The four steps of STOP, in the order of its letters."""
CHECK: Final = "periksa"
CARDS: Final = 4
"""How many pieces of news each learner meets."""


@dataclass(frozen=True)
class Look:
    """Hold what was found out about one piece of news.

    Attributes
    ----------
    steps, asked : tuple of str
        Steps of STOP that were taken, and ids of the sources that were asked.
    verdict, source, passing : str
        What was decided: the verdict, the source that decides, what becomes of it; empty while open.
    """

    steps: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    verdict: str = ""
    source: str = ""
    passing: str = ""

    def to_content(self) -> dict[str, Any]:
        """Return it as it stands in the answer file."""
        return {
            "langkah": list(self.steps),
            "ditanya": list(self.asked),
            "putusan": self.verdict,
            "sumber": self.source,
            "teruskan": self.passing,
        }


@dataclass(frozen=True)
class Looks:
    """Hold an answer: the seed by which news was drawn, and what was found out about each."""

    seed: int
    by_news: Mapping[str, Look] = field(default_factory=dict)


def drawn(seed: int) -> tuple[News, ...]:
    """Return the four pieces of news of a seed: at least one true, one false and one not clear yet."""
    ours = [one for one in bank().news.values() if not one.origin.village]
    chosen = [
        pick(seed, f"kabar {verdict}", [one for one in ours if one.verdict is verdict]) for verdict in Verdict
    ]
    settled = [one for one in ours if one not in chosen and one.verdict is not Verdict.UNCLEAR]
    return tuple(shuffled(seed, "kabar", [*chosen, pick(seed, "kabar", settled)]))


def of_the_village() -> tuple[News, ...]:
    """Return the news that the trainers of this village have added; it is for practice and earns nothing."""
    return tuple(one for one in bank().news.values() if one.origin.village)


def read_looks(content: Mapping[str, Any]) -> Looks:
    """Read an answer file's content; news that is not in the bank, such as a village's own, is left out.

    Raises
    ------
    ValueError
        When it is no such answer.
    """
    seed, rows = as_seed(content.get("benih")), content.get("kabar")
    if not isinstance(rows, Mapping):
        raise ValueError("'kabar' does not hold the news by name; open the task again")
    known = bank().news
    return Looks(seed, {name: _look(known[name], row) for name, row in rows.items() if name in known})


def _look(news: News, row: Any) -> Look:
    if not isinstance(row, Mapping):
        raise ValueError(f"what was found out about {news.id!r} is damaged; choose again")
    sources = [one.id for one in news.sources]
    return Look(
        _some(row.get("langkah", []), STEPS),
        _some(row.get("ditanya", []), sources),
        _one(row.get("putusan", ""), list(Verdict)),
        _one(row.get("sumber", ""), sources),
        _one(row.get("teruskan", ""), list(Passing)),
    )


def _some(value: Any, known: Sequence[str]) -> tuple[str, ...]:
    if not isinstance(value, list) or any(one not in known for one in value):
        raise ValueError(f"{value!r} is no list of {', '.join(known)}; choose again")
    return tuple(one for one in known if one in value)


def _one(value: Any, known: Sequence[str]) -> str:
    if not isinstance(value, str) or value not in ("", *known):
        raise ValueError(f"{value!r} is none of {', '.join(known)}; choose again")
    return value

"""Judge a practice passphrase by what was kept of it: four answers of yes or no, and what to mend first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from lentera.literacy.passphrase.weakness import Weakness
from lentera.rules import Finding, RuleSet, load_rules, load_set, missed, right
from lentera.rules.seeds import as_seed

TASK: Final = "s01-kalimat-sandi"
_PATH: Final = Path(__file__).parents[1] / "texts" / f"{TASK}.toml"
_KEYS: Final = ("panjang", "tanpa_data_diri", "tidak_umum", "kuat")
_MISTAKES: Final = {
    "own": {Weakness.OWN: "own"},
    "common": {Weakness.SAYING: "saying"},
    "strong": {Weakness.REPEATED: "repeated", Weakness.ROW: "row"},
}
"""The mistake of a rule by what matters most; where something else matters more, the usual one."""
_OTHERWISE: Final = {"own": "own", "common": "listed", "long": "short", "strong": "few"}


@dataclass(frozen=True)
class Kept:
    """Hold all that is kept of one phrase; the phrase itself and its length are not.

    Attributes
    ----------
    long, not_own, not_common, strong : bool
        The four things a phrase must be.
    weakness : Weakness or None
        What to mend first.
    """

    long: bool
    not_own: bool
    not_common: bool
    strong: bool
    weakness: Weakness | None

    @classmethod
    def from_content(cls, content: Any) -> "Kept":
        """Read it from an answer file.

        Raises
        ------
        ValueError
            When it is no such result.
        """
        if not isinstance(content, Mapping) or not all(isinstance(content.get(key), bool) for key in _KEYS):
            raise ValueError("the result of the phrase cannot be read; type a phrase and check it again")
        weakness = content.get("kelemahan")
        long, not_own, not_common, strong = (content[key] for key in _KEYS)
        return cls(long, not_own, not_common, strong, None if weakness is None else Weakness(weakness))

    def to_content(self) -> dict[str, Any]:
        """Return what the answer file holds."""
        values = (self.long, self.not_own, self.not_common, self.strong)
        return {**dict(zip(_KEYS, values, strict=True)), "kelemahan": self.weakness}

    @property
    def count(self) -> int:
        """Return how many of the four hold."""
        return self.long + self.not_own + self.not_common + self.strong


@dataclass(frozen=True)
class Tried:
    """Hold the answer file: for whom the phrase was made, the last result and the best one."""

    seed: int
    last: Kept | None = None
    best: Kept | None = None

    @classmethod
    def from_content(cls, content: Mapping[str, Any]) -> "Tried":
        """Read the answer file; raise ValueError when it is not this task's."""
        last, best = content.get("hasil"), content.get("terbaik")
        return cls(
            as_seed(content.get("orang")),
            None if last is None else Kept.from_content(last),
            None if best is None else Kept.from_content(best),
        )

    def to_content(self) -> dict[str, Any]:
        """Return what the answer file holds."""
        return {
            "orang": self.seed,
            "hasil": self.last.to_content() if self.last else None,
            "terbaik": self.best.to_content() if self.best else None,
        }

    def with_result(self, kept: Kept) -> "Tried":
        """Return the answer after one more check; a practice with weak ones costs nothing."""
        best = kept if self.best is None or kept.count >= self.best.count else self.best
        return Tried(self.seed, kept, best)


def _parse(content: Mapping[str, Any]) -> Kept:
    last = Tried.from_content(content).last
    if last is None:
        raise ValueError("no phrase was checked yet; type one and press Check")
    return last


def _best(content: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    best = content.get("terbaik")
    return [] if best is None else [{"orang": content.get("orang"), "hasil": best}]


def _judge(name: str, kept: Kept) -> Finding:
    holds = {
        "own": kept.not_own,
        "common": kept.not_common,
        "long": kept.long,
        "strong": kept.strong,
    }[name]
    if holds:
        return right()
    known = _MISTAKES.get(name, {})
    return missed(known.get(kept.weakness, _OTHERWISE[name]) if kept.weakness else _OTHERWISE[name])


PHRASE: Final = RuleSet(
    TASK,
    "s01-kalimat",
    _parse,
    load_rules(_PATH, {f"s01.phrase.{name}": partial(_judge, name) for name in _OTHERWISE}),
    load_set(_PATH),
    earlier=_best,
)
"""Task ``s01-kalimat-sandi``: a phrase that is long, hard to guess, not common, and holds nobody's data."""

"""What is saved of a bench: its way, finished rounds, hints, named snapshots, and when it is judged."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from lentera.solar.bench import BenchState, from_json, to_json
from lentera.widgets.bench.shelf import tidy
from lentera.widgets.bench.timeline import Timeline

MOST_KEPT: Final = 12
"""Named snapshots that one answer holds."""

LIVE: Final = "live"
END: Final = "end"
_WRITTEN: Final = {LIVE: "langsung", END: "akhir"}


@dataclass(frozen=True)
class Kept:
    """Hold a named snapshot; its bench stays as it is written until it is opened."""

    name: str
    moment: datetime
    bench: Mapping[str, Any]

    @property
    def leads(self) -> int:
        """Count its leads."""
        wires = self.bench.get("wires")
        return len(wires) if isinstance(wires, list) else 0

    def open(self) -> BenchState:
        """Read its bench; raise ValueError when it cannot be read."""
        return from_json(self.bench)

    def to_content(self) -> dict[str, Any]:
        """Return it as the answer file keeps it."""
        return {"nama": self.name, "jam": self.moment.isoformat(timespec="seconds"), "bench": self.bench}

    @classmethod
    def from_content(cls, content: object) -> "Kept | None":
        """Read a snapshot; None when it is none."""
        if not isinstance(content, Mapping) or not isinstance(content.get("bench"), Mapping):
            return None
        try:
            moment = datetime.fromisoformat(str(content.get("jam")))
        except ValueError:
            return None
        name = tidy(content.get("nama"))
        return cls(name, moment, content["bench"]) if name else None


@dataclass(frozen=True)
class Table:
    """Hold what is saved.

    Attributes
    ----------
    rounds : tuple of mapping
        Finished rounds, each as an answer file's content.
    hints : int
        How many hints were read.
    kept : tuple of Kept
        Named snapshots, in the order in which they were first kept.
    judging : str
        `LIVE` or `END`.
    """

    timeline: Timeline
    rounds: tuple[Mapping[str, Any], ...] = ()
    hints: int = 0
    kept: tuple[Kept, ...] = ()
    judging: str = END

    @property
    def bench(self) -> BenchState:
        """Return the bench as it stands."""
        return self.timeline.bench

    def names(self, name: str) -> bool:
        """Tell whether a snapshot has this name, whatever its capitals."""
        return any(one.name.casefold() == name.casefold() for one in self.kept)

    def keeping(self, name: str, moment: datetime) -> "Table":
        """Return the table with the bench kept under a name; an equal name is replaced in its place."""
        new = Kept(name, moment, to_json(self.bench))
        if not self.names(name):
            return replace(self, kept=(*self.kept, new))
        same = name.casefold()
        return replace(self, kept=tuple(new if one.name.casefold() == same else one for one in self.kept))

    def to_content(self) -> dict[str, Any]:
        """Return the answer file's content."""
        content = self.timeline.to_content()
        if self.rounds:
            content["rounds"] = [dict(one) for one in self.rounds]
        if self.hints:
            content["petunjuk"] = self.hints
        if self.kept:
            content["simpanan"] = [one.to_content() for one in self.kept]
        if self.judging != END:
            content["menilai"] = _WRITTEN[self.judging]
        return content

    @classmethod
    def from_content(cls, content: Mapping[str, Any]) -> "Table":
        """Read an answer file's content; raise ValueError when there is no bench in it."""
        rounds, hints, kept = (content.get(key) for key in ("rounds", "petunjuk", "simpanan"))
        read = [Kept.from_content(one) for one in kept] if isinstance(kept, list) else []
        return cls(
            Timeline.from_content(content),
            tuple(one for one in rounds if isinstance(one, Mapping)) if isinstance(rounds, list) else (),
            hints if isinstance(hints, int) and hints > 0 else 0,
            tuple(one for one in read if one is not None)[:MOST_KEPT],
            LIVE if content.get("menilai") == _WRITTEN[LIVE] else END,
        )

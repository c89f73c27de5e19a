"""What was decided in the four mishaps, as it is saved."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from lentera.market.mishaps import FOUR
from lentera.market.trouble_rules import Way, read_ways

LONGEST_REPLY: Final = 600


@dataclass(frozen=True)
class Decided:
    """Hold what is saved.

    Attributes
    ----------
    seed : int
        Makes the people and goods of the stories.
    ways : mapping of str to Way
        What was decided, by mishap.
    at : str
        The mishap whose card is open.
    checked : tuple of str
        Mishaps that were checked at least once; only those tell how they stand.
    """

    seed: int
    ways: Mapping[str, Way] = field(default_factory=dict)
    at: str = FOUR[0]
    checked: tuple[str, ...] = ()

    def way(self, name: str) -> Way:
        """Return what was decided in a mishap."""
        return self.ways.get(name, Way())

    def with_way(self, **changes: Any) -> "Decided":
        """Return the decisions with changes in the open mishap; one that is empty again is left out."""
        changed = replace(self.way(self.at), **changes)
        others = {name: way for name, way in self.ways.items() if name != self.at}
        return replace(self, ways=others if changed == Way() else {**others, self.at: changed})

    def to_content(self) -> dict[str, Any]:
        """Return the answer file's content, which the rules of the task read."""
        return {
            "benih": self.seed,
            "masalah": {
                name: {"tindakan": list(way.actions), "bagian": list(way.parts), "teks": way.text}
                for name, way in self.ways.items()
            },
            "terbuka": self.at,
            "diperiksa": list(self.checked),
        }

    @classmethod
    def from_content(cls, content: Mapping[str, Any]) -> "Decided":
        """Read an answer file's content; raise ValueError when it is none."""
        ways = read_ways(content)
        at, checked = content.get("terbuka"), content.get("diperiksa")
        return cls(
            ways.seed,
            {name: way for name, way in ways.by_mishap.items() if name in FOUR and way != Way()},
            at if isinstance(at, str) and at in FOUR else FOUR[0],
            tuple(name for name in FOUR if isinstance(checked, list) and name in checked),
        )

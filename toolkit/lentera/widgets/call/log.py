"""What was answered in the practice calls, as it is saved."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from lentera.course.scenarios import Call, End
from lentera.literacy.bank import bank
from lentera.literacy.calls import Conversation, walk


def calls() -> Mapping[str, Call]:
    """Return every call of the course and of the village."""
    return bank().calls


@dataclass(frozen=True)
class Answered:
    """Hold what is saved.

    Attributes
    ----------
    at : str
        The call that is open.
    paths : mapping of str to tuple
        The steps taken in each call that was picked up.
    ends : mapping of str to tuple
        How each call has ended so far, each end once, in the order of the ends.
    """

    at: str
    paths: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ends: Mapping[str, tuple[End, ...]] = field(default_factory=dict)

    @property
    def call(self) -> Call:
        """Return the open call."""
        return calls()[self.at]

    def conversation(self, name: str) -> Conversation | None:
        """Return a call as far as it has gone; None before it is picked up."""
        return walk(calls()[name], self.paths[name]) if name in self.paths else None

    def with_path(self, path: tuple[str, ...]) -> "Answered":
        """Return the answers with another path in the open call; an end that it reaches is noted."""
        end = walk(self.call, path).end
        seen = {*self.ends.get(self.at, ()), *((end,) if end else ())}
        ends = {**self.ends, self.at: tuple(one for one in End if one in seen)} if seen else self.ends
        return replace(self, paths={**self.paths, self.at: path}, ends=ends)

    def to_content(self) -> dict[str, Any]:
        """Return the answer file's content."""
        return {
            "terbuka": self.at,
            "jawaban": {name: list(path) for name, path in self.paths.items()},
            "akhir": {name: list(ends) for name, ends in self.ends.items()},
        }

    @classmethod
    def from_content(cls, content: Mapping[str, Any]) -> "Answered":
        """Read an answer file's content; raise ValueError when it is none."""
        paths, ends = content.get("jawaban"), content.get("akhir", {})
        if not isinstance(paths, Mapping) or not isinstance(ends, Mapping):
            raise ValueError("the answer has no 'jawaban'; begin a call again")
        known = calls()
        at = content.get("terbuka")
        return cls(
            at if isinstance(at, str) and at in known else next(iter(known)),
            {name: walk(known[name], _texts(path)).path for name, path in paths.items() if name in known},
            {
                name: tuple(one for one in End if one in _texts(seen))
                for name, seen in ends.items()
                if name in known
            },
        )


def _texts(value: Any) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise ValueError(f"{value!r} is no list of names; begin the call again")
    return value

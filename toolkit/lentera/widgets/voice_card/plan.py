"""A family's plan for a code word, as it is saved: never the word itself, nor any name or number."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from lentera.widgets.voice_card.texts import options, parts, stories, ways


@dataclass(frozen=True)
class Plan:
    """Hold what is saved.

    Attributes
    ----------
    story : str
        The story that is open.
    tried : mapping of str to tuple
        The checks tried in each story.
    chosen : mapping of str to tuple
        What was chosen in each part of the plan.
    """

    story: str
    tried: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def with_tried(self, way: str) -> "Plan":
        """Return the plan with one more check tried in the open story."""
        seen = {*self.tried.get(self.story, ()), way}
        return replace(self, tried={**self.tried, self.story: tuple(one for one in ways() if one in seen)})

    def with_choice(self, part: str, option: str, *, on: bool) -> "Plan":
        """Return the plan with something chosen or taken back in a part."""
        kept = {*self.chosen.get(part, ())} - {option} | ({option} if on else set())
        return replace(self, chosen={**self.chosen, part: tuple(one for one in options(part) if one in kept)})

    @property
    def complete(self) -> int:
        """Return how many parts of the plan have an answer."""
        return sum(1 for part in parts() if self.chosen.get(part))

    def to_content(self) -> dict[str, Any]:
        """Return the answer file's content."""
        return {
            "cerita": self.story,
            "dicoba": {name: list(seen) for name, seen in self.tried.items()},
            "rencana": {part: list(kept) for part, kept in self.chosen.items()},
        }

    @classmethod
    def from_content(cls, content: Mapping[str, Any]) -> "Plan":
        """Read an answer file's content without what is not offered; raise ValueError when it is none."""
        tried, chosen, at = content.get("dicoba"), content.get("rencana"), content.get("cerita")
        if not isinstance(tried, Mapping) or not isinstance(chosen, Mapping):
            raise ValueError("the answer has no 'rencana'; make the plan again")
        return cls(
            at if at in stories() else stories()[0],
            {name: _known(tried[name], ways()) for name in stories() if name in tried},
            {part: _known(chosen[part], options(part)) for part in parts() if part in chosen},
        )


def _known(value: Any, offered: tuple[str, ...]) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError(f"{value!r} is no list of names; choose again")
    return tuple(one for one in offered if one in value)

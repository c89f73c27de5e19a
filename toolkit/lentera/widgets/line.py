"""What is said after a gesture, and whether something can be done now."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Line:
    """Hold one live sentence as it is read and as it is heard."""

    shown: str = ""
    spoken: str = ""

    @classmethod
    def same(cls, text: str) -> "Line":
        """Return a line that sounds as it is written."""
        return cls(text, text)

    def __add__(self, other: "Line") -> "Line":
        return Line(f"{self.shown} {other.shown}".strip(), f"{self.spoken} {other.spoken}".strip())


@dataclass(frozen=True)
class Doing:
    """Tell whether something can be done now, and why not."""

    ok: bool
    why: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return it as the screen reads it."""
        return {"ok": self.ok, "why": "" if self.ok else self.why}

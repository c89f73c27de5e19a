"""What the multimeter's screen saves."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from lentera.solar.multimeter import Meter, Mode
from lentera.widgets.meter.answers import Questions
from lentera.widgets.meter.desk import MeterDesk
from lentera.widgets.meter.noted import MOST_NOTES, Noted
from lentera.widgets.meter.things import Things


@dataclass(frozen=True)
class Table:
    """Hold what is measured, the meter, the noted readings, the written answers, and the hints read."""

    things: Things = Things()  # noqa: RUF009  frozen
    desk: MeterDesk = MeterDesk(Meter(mode=Mode.OFF))  # noqa: RUF009  frozen
    notes: tuple[Noted, ...] = ()
    fields: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    hints: int = 0

    def to_content(self) -> dict[str, Any]:
        """Return the answer file's content."""
        content: dict[str, Any] = {"meja": self.things.to_json(), "alat": self.desk.to_json()}
        if self.fields:
            content["isian"] = {name: dict(value) for name, value in self.fields.items()}
        if self.notes:
            content["catatan"] = [one.to_json() for one in self.notes]
        if self.hints:
            content["petunjuk"] = self.hints
        return content

    @classmethod
    def from_content(cls, content: Mapping[str, Any], asked: Questions) -> "Table":
        """Read an answer file's content; raise ValueError when there is neither a meter nor an answer in it.

        A file with answers alone is one of a real meter.
        """
        if not {"alat", "isian"} & set(content):
            raise ValueError("there is neither a meter nor an answer in it")
        rows, hints = content.get("catatan", []), content.get("petunjuk", 0)
        if not isinstance(rows, list) or len(rows) > MOST_NOTES:
            raise ValueError(f"catatan: expected a list of up to {MOST_NOTES}")
        table = cls(
            notes=tuple(Noted.from_json(row) for row in rows),
            fields=asked.read(content.get("isian", {})),
            hints=hints if isinstance(hints, int) and 0 <= hints <= len(asked.hints) else 0,
        )
        if "alat" not in content:
            return table
        things, desk = Things.from_json(content.get("meja")), MeterDesk.from_json(content["alat"])
        if not desk.fits(things.installation):
            raise ValueError("the meter's probes are where nothing is")
        return replace(table, things=things, desk=desk)

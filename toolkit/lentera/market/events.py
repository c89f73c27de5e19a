"""What happened in the market, one event after another: who did what, when, with which note."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from lentera.market.names import Deed, Role
from lentera.market.reading import first_name

LONGEST_NOTE = 400


@dataclass(frozen=True)
class Event:
    """Be one deed that was done.

    Attributes
    ----------
    deed, role : Deed, Role
        What was done, and in which role.
    at : str
        Local time, ``2026-11-22T09:10``.
    order : int
        Number of the order; 0 where the deed belongs to none, and for a new order.
    who : str
        First name of the player; may be empty.
    note : str
        What the player wrote beside it.
    data : mapping
        What the deed needs, as JSON values with the keys that `lentera.market.play` lists.
    """

    deed: Deed
    role: Role
    at: str
    order: int = 0
    who: str = ""
    note: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)

    @property
    def day(self) -> str:
        """Return the day of the event, ``2026-11-22``."""
        return self.at[:10]

    def to_json(self) -> dict[str, Any]:
        """Return the event as the answer file holds it."""
        row: dict[str, Any] = {"apa": self.deed.value, "peran": self.role.value, "kapan": self.at}
        optional = {"pesanan": self.order, "oleh": self.who, "catatan": self.note, "isi": dict(self.data)}
        return row | {key: value for key, value in optional.items() if value}

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> "Event":
        """Read an event.

        Raises
        ------
        ValueError
            When it is no such event.
        """
        if not isinstance(row, Mapping):
            raise ValueError(f"{row!r} is no event; start a new round")
        order, data = row.get("pesanan", 0), row.get("isi", {})
        texts = [row.get(key, "") for key in ("kapan", "oleh", "catatan")]
        if isinstance(order, bool) or not isinstance(order, int) or order < 0:
            raise ValueError(f"{order!r} is no number of an order; start a new round")
        if not isinstance(data, Mapping) or not all(isinstance(text, str) for text in texts):
            raise ValueError(f"the event {row.get('apa')!r} is damaged; start a new round")
        at, who, note = texts
        who = first_name(who)
        return cls(
            Deed(str(row.get("apa"))),
            Role(str(row.get("peran"))),
            moment(at),
            order,
            who,
            note[:LONGEST_NOTE],
            data,
        )


def moment(text: str) -> str:
    """Return a local time to the minute as events hold it.

    Raises
    ------
    ValueError
        When the text is no such time.
    """
    return datetime.fromisoformat(text).replace(tzinfo=None).isoformat(timespec="minutes")

"""What a learner decided in her inbox, as its answer file keeps it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from lentera.course.scenarios import Decision


@dataclass(frozen=True)
class Inbox:
    """Hold one inbox and everything that was chosen in it.

    Attributes
    ----------
    ids : tuple of str
        The messages in their places, each once. One that nobody knows any more is kept, but not judged.
    decided : mapping of str to Decision
        What she decided on a message.
    signs : mapping of str to tuple of str
        Which signs she ticked on a message.
    order : mapping of str to tuple of str
        Which actions she put in which order after a message.
    checked : tuple of str
        The messages that were checked at least once, in the order of their first check.
    """

    ids: tuple[str, ...]
    decided: Mapping[str, Decision] = field(default_factory=dict)
    signs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    order: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    checked: tuple[str, ...] = ()

    @classmethod
    def from_content(cls, content: Mapping[str, Any]) -> "Inbox":
        """Read an answer file's content.

        Raises
        ------
        ValueError
            When it is no such answer.
        """
        if not isinstance(content, Mapping) or "pesan" not in content:
            raise ValueError("the answer has no 'pesan'; open the inbox again")
        decided = {name: _decision(name, value) for name, value in _table(content, "putusan").items()}
        return cls(
            _names("pesan", content["pesan"]),
            decided,
            {name: _names("tanda", value) for name, value in _table(content, "tanda").items()},
            {name: _names("urutan", value) for name, value in _table(content, "urutan").items()},
            _names("diperiksa", content.get("diperiksa", [])),
        )

    def to_content(self) -> dict[str, Any]:
        """Return the content for the answer file; what was emptied again is left out."""
        return {
            "pesan": list(self.ids),
            "putusan": {name: str(decision) for name, decision in self.decided.items()},
            "tanda": {name: list(chosen) for name, chosen in self.signs.items() if chosen},
            "urutan": {name: list(chosen) for name, chosen in self.order.items() if chosen},
            "diperiksa": list(self.checked),
        }

    def with_decision(self, message: str, decision: Decision) -> "Inbox":
        """Return the inbox with a message decided.

        Raises
        ------
        ValueError
            When the inbox has no such message.
        """
        return replace(self, decided={**self.decided, self._here(message): Decision(decision)})

    def with_signs(self, message: str, chosen: Iterable[str]) -> "Inbox":
        """Return the inbox with these signs ticked on a message; see `with_decision`."""
        return replace(self, signs={**self.signs, self._here(message): tuple(dict.fromkeys(chosen))})

    def with_order(self, message: str, chosen: Iterable[str]) -> "Inbox":
        """Return the inbox with these actions in this order after a message; see `with_decision`."""
        return replace(self, order={**self.order, self._here(message): tuple(dict.fromkeys(chosen))})

    def with_check(self, message: str) -> "Inbox":
        """Return the inbox with a message marked as checked; see `with_decision`."""
        return replace(self, checked=tuple(dict.fromkeys((*self.checked, self._here(message)))))

    def _here(self, message: str) -> str:
        if message not in self.ids:
            raise ValueError(f"this inbox has no message {message!r}; choose one of its own")
        return message


def _table(content: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    table = content.get(key, {})
    if not isinstance(table, Mapping) or not all(isinstance(name, str) for name in table):
        raise ValueError(f"{key!r} does not hold the messages by name; open the inbox again")
    return table


def _names(key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
        raise ValueError(f"{key!r} is no list of names; open the inbox again")
    return tuple(dict.fromkeys(value))


def _decision(name: str, value: Any) -> Decision:
    if value not in tuple(Decision):
        raise ValueError(f"the decision on {name!r} is {value!r}; choose one of {', '.join(Decision)}")
    return Decision(value)

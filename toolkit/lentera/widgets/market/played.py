"""What is saved of the play: its rounds and table, the open card, and what is being written."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from lentera.market import Market, Role, State
from lentera.market.events import moment
from lentera.market.rounds import MOST_ROUNDS, Play, Round
from lentera.market.table import Table

MOST_EVENTS: Final = 300
MOST_MESSAGES: Final = 60
MOST_OF_ONE: Final = 99
LONGEST_TEXT: Final = 400

Drafts = Mapping[str, Mapping[str, str]]
"""What stands in the fields, by deed and field."""


@dataclass(frozen=True)
class Message:
    """Be one message of the conversation."""

    at: str
    role: Role
    who: str
    text: str

    def to_json(self) -> dict[str, Any]:
        """Return the message as the answer file holds it."""
        return {"kapan": self.at, "peran": self.role.value, "oleh": self.who, "teks": self.text}


@dataclass(frozen=True)
class Played:
    """Hold one learner's play.

    Attributes
    ----------
    play : Play
        Table and rounds; the last round is played now, the others are kept whole and still count.
    role : Role
        The role whose card is open.
    order : int
        The order that is open; 0 for a new one.
    cart : mapping of str to int
        How many of each product the next order holds.
    drafts : mapping
        What stands in the fields of the cards.
    messages : tuple of Message
        What the players wrote to one another in this round.
    """

    play: Play
    role: Role = Role.BUYER
    order: int = 0
    cart: Mapping[str, int] = field(default_factory=dict)
    drafts: Drafts = field(default_factory=dict)
    messages: tuple[Message, ...] = ()

    @property
    def market(self) -> Market:
        """Return the market of the round that is played now."""
        return self.play.now.market

    @property
    def table(self) -> Table:
        """Return who sits at the table."""
        return self.play.table

    def player(self, role: Role) -> str:
        """Return the first name of who plays a role; empty for a learner who plays them all."""
        return self.table.player(role) if self.table.shared else ""

    def with_draft(self, deed: str, name: str, value: str) -> "Played":
        """Return the play with one field written in."""
        return replace(self, drafts={**self.drafts, deed: {**self.drafts.get(deed, {}), name: value}})

    def without_draft(self, deed: str) -> "Played":
        """Return the play with the fields of one deed empty again."""
        return replace(self, drafts={key: value for key, value in self.drafts.items() if key != deed})

    def next_round(self, new: Round) -> "Played":
        """Return the play with one more round; the old ones are kept."""
        kept = list(self.play.rounds)
        if len(kept) == MOST_ROUNDS:
            # The round in which least was done makes room: the best one counts.
            kept.remove(min(kept, key=lambda one: worth(one.market)))
        return Played(Play(self.table, (*kept, new)))

    def to_content(self) -> dict[str, Any]:
        """Return the answer file's content, which the rules of the tasks read."""
        content: dict[str, Any] = {**self.play.to_json(), "peran": self.role.value}
        optional: dict[str, Any] = {
            "pesanan": self.order,
            "keranjang": dict(self.cart),
            "isian": {deed: dict(fields) for deed, fields in self.drafts.items()},
            "obrolan": [message.to_json() for message in self.messages],
        }
        return content | {key: value for key, value in optional.items() if value}

    @classmethod
    def from_content(cls, content: Mapping[str, Any]) -> "Played":
        """Read an answer file's content; raise ValueError when a round cannot have happened."""
        play = Play.from_json(content)
        market, number = play.now.market, content.get("pesanan", 0)
        known = isinstance(number, int) and not isinstance(number, bool) and number in market.orders
        messages = content.get("obrolan", [])
        return cls(
            play,
            Role(content.get("peran", Role.BUYER)),
            number if known else 0,
            _cart(market, content.get("keranjang")),
            _drafts(content.get("isian")),
            tuple(_message(one) for one in messages[:MOST_MESSAGES]),
        )


def worth(market: Market) -> tuple[int, int]:
    """Tell how far a round went; a cancelled order counts too, for it released its reserve."""
    states = sum(order.reached for order in market.orders.values())
    cancelled = any(order.state is State.CANCELLED for order in market.orders.values())
    return states + 8 * cancelled, len(market.events)


def _cart(market: Market, given: object) -> dict[str, int]:
    cart = given if isinstance(given, Mapping) else {}
    found = {product.id: cart.get(product.id) for product in market.shop.products}
    return {
        product: count
        for product, count in found.items()
        if isinstance(count, int) and not isinstance(count, bool) and 0 < count <= MOST_OF_ONE
    }


def _drafts(given: object) -> dict[str, dict[str, str]]:
    drafts = given if isinstance(given, Mapping) else {}
    return {
        str(deed): {
            str(name): value[:LONGEST_TEXT] for name, value in fields.items() if isinstance(value, str)
        }
        for deed, fields in drafts.items()
        if isinstance(fields, Mapping) and fields
    }


def _message(row: Mapping[str, Any]) -> Message:
    who, text = row["oleh"], row["teks"]
    if not isinstance(who, str) or not isinstance(text, str):
        raise ValueError("a message of the conversation is damaged; start a new round")
    return Message(moment(row["kapan"]), Role(row["peran"]), who, text[:LONGEST_TEXT])

"""A round of the play: a buyer with a wish, perhaps a mishap, and what happened; several make a play."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from lentera.market.courier import Address
from lentera.market.events import Event
from lentera.market.goods import Shop
from lentera.market.names import Method
from lentera.market.play import Market, apply, replay
from lentera.market.refusal import MarketError
from lentera.market.table import Table
from lentera.rules import Saying
from lentera.rules.seeds import SEEDS, as_seed, pick
from lentera.words import language

_PATH: Final = Path(__file__).parent / "texts" / "wishes.toml"

MOST_ROUNDS: Final = 12
_FEW: Final = 3


def seed_of(learner: str) -> int:
    """Return the seed of a learner's code: neighbours get different stories."""
    return int.from_bytes(sha256(learner.encode()).digest()[:8]) % SEEDS


@dataclass(frozen=True)
class Wish:
    """Say what a made-up buyer wants: the card that the buyer's player reads.

    Attributes
    ----------
    items : mapping of str to int
        How many of each product.
    address : Address
        Where to; its mark of the house is empty when the mishap is an incomplete address.
    text : str
        The wish in one or two sentences.
    """

    buyer: str
    items: Mapping[str, int]
    method: Method
    address: Address
    text: str


@dataclass(frozen=True)
class Round:
    """Hold one round.

    Attributes
    ----------
    seed : int
        Makes the wish.
    mishap : str
        Id of the mishap that this round is about; empty for a smooth one.
    market : Market
        The market as it stands now.
    """

    seed: int
    mishap: str
    market: Market

    @classmethod
    def begin(cls, seed: int, shop: Shop, mishap: str = "") -> "Round":
        """Open the shop for a new round."""
        return cls(seed, mishap, Market.opened(shop))

    @property
    def wish(self) -> Wish:
        """Return what the buyer of this round wants; the same whenever it is asked for."""
        return _wish(self.seed, self.mishap, self.market.shop)

    def after(self, market: Market) -> "Round":
        """Return the round with its market moved on."""
        return replace(self, market=market)

    def to_json(self) -> dict[str, Any]:
        """Return the round as answer files hold it: the shop and what happened."""
        return {
            "benih": self.seed,
            "masalah": self.mishap,
            "toko": self.market.shop.to_json(),
            "kejadian": [event.to_json() for event in self.market.events],
        }

    @classmethod
    def from_json(cls, content: Mapping[str, Any]) -> "Round":
        """Read a round and play its events again.

        Raises
        ------
        ValueError
            When it is no round, or one of its events cannot have happened.
        """
        seed, mishap, shop, events = _parts(content)
        return cls(seed, mishap, replay(shop, events))


@dataclass(frozen=True)
class Play:
    """Hold the table and its rounds; the last round is the one that is being played."""

    table: Table
    rounds: tuple[Round, ...]

    @property
    def now(self) -> Round:
        """Return the round that is being played."""
        return self.rounds[-1]

    def moved(self, market: Market) -> "Play":
        """Return the play with the market of its last round moved on."""
        return replace(self, rounds=(*self.rounds[:-1], self.now.after(market)))

    def to_json(self) -> dict[str, Any]:
        """Return the play as the answer file ``s11-pesanan`` holds it."""
        return {"meja": self.table.to_json(), "putaran": [one.to_json() for one in self.rounds]}

    @classmethod
    def from_json(cls, content: Mapping[str, Any]) -> "Play":
        """Read a play.

        Raises
        ------
        ValueError
            When it is no play, or an event in it cannot have happened.
        """
        table, rounds = Table.from_json(content.get("meja")), content.get("putaran")
        if not isinstance(rounds, list) or not 1 <= len(rounds) <= MOST_ROUNDS:
            raise ValueError(f"'putaran' needs 1 to {MOST_ROUNDS} rounds; start the market anew")
        return cls(table, tuple(Round.from_json(one) for one in rounds))


@dataclass(frozen=True)
class Retold:
    """Hold a round as a file tells it, up to the first event that cannot have happened."""

    round: Round
    refused: MarketError | None = None


def retell(content: Mapping[str, Any]) -> Retold:
    """Play a round's events again and stop at the first one that cannot have happened.

    Raises
    ------
    ValueError
        When it is no round.
    """
    seed, mishap, shop, events = _parts(content)
    done = Market.opened(shop)
    for event in events:
        try:
            done = apply(done, event)
        except MarketError as reason:
            return Retold(Round(seed, mishap, done), reason)
    return Retold(Round(seed, mishap, done))


def _parts(content: Any) -> tuple[int, str, Shop, list[Event]]:
    if not isinstance(content, Mapping):
        raise ValueError(f"{content!r} is no round; start a new one")
    seed = as_seed(content.get("benih"))
    mishap, shop, events = (content.get(key) for key in ("masalah", "toko", "kejadian"))
    if not isinstance(mishap, str) or not isinstance(shop, Mapping) or not isinstance(events, list):
        raise ValueError("the round lacks its shop or its events; start a new round")
    return seed, mishap, Shop.from_json(shop), [Event.from_json(row) for row in events]


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(_PATH.read_text(encoding="utf-8"))


def _wish(seed: int, mishap: str, shop: Shop) -> Wish:
    rows = _table()
    buyer = pick(seed, "buyer", rows["buyers"])
    product = pick(seed, "product", shop.products)
    count = pick(seed, "count", range(1, _FEW + 1))
    if mishap == "stok_habis":
        count = sum(batch.free for batch in shop.batches if batch.product == product.id) + 1
    method = Method.QRIS if mishap in ("bukti_palsu", "bayar_kurang") else pick(seed, "method", list(Method))
    place = pick(seed, "place", rows["place"])
    mark = Saying.of(place["mark"]).in_language(language())
    address = Address(place["zone"], place["village"], "" if mishap == "alamat" else mark)
    return Wish(
        buyer, {product.id: count}, method, address, _told(buyer, product.name, count, method, address)
    )


def _told(buyer: str, thing: str, count: int, method: Method, address: Address) -> str:
    told = Saying.of(_table()["wish"][method]).in_language(language())
    blanks = {"buyer": buyer, "thing": thing, "count": str(count), "village": address.village}
    for blank, value in blanks.items():
        told = told.replace("{" + blank + "}", value)
    return told

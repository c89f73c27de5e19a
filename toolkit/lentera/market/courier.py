"""The courier: what a delivery costs, why it may not arrive, and the label on the parcel."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from lentera.market.names import Deed, Method, State
from lentera.market.refusal import refusal
from lentera.rules import Saying
from lentera.words import language, quantity, rupiah

if TYPE_CHECKING:
    from lentera.market.play import Market

_PATH: Final = Path(__file__).parent / "texts" / "courier.toml"


@dataclass(frozen=True)
class Zone:
    """Be an area that the courier serves.

    Attributes
    ----------
    base : int
        Fee up to the first kilogram [Rp].
    per_kg : int
        Fee of each further kilogram begun [Rp].
    distance : float
        From the shop [km].
    """

    id: str
    name: str
    base: int
    per_kg: int
    distance: float


@dataclass(frozen=True)
class Address:
    """Say where a parcel goes: the village and a mark of the house, never a full home address."""

    zone: str
    village: str
    mark: str

    @property
    def complete(self) -> bool:
        """Tell whether a courier can find it."""
        return bool(self.village.strip() and self.mark.strip())


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(_PATH.read_text(encoding="utf-8"))


def zones() -> tuple[Zone, ...]:
    """Return the areas of the sample tariff (*contoh*), near before far."""
    return tuple(
        Zone(
            name,
            Saying.of(row["name"]).in_language(language()),
            row["base"],
            row["per_kg"],
            row["distance"],
        )
        for name, row in _table()["zone"].items()
    )


def zone(zone_id: str) -> Zone:
    """Return an area.

    Raises
    ------
    KeyError
        When the courier does not serve it.
    """
    found = {one.id: one for one in zones()}
    if zone_id not in found:
        raise KeyError(f"the courier serves no {zone_id!r}; choose from {', '.join(found)}")
    return found[zone_id]


def fee(zone_id: str, grams: int) -> int:
    """Return what delivering a weight costs [Rp]; a kilogram that is begun counts whole."""
    area = zone(zone_id)
    kilograms = max(1, -(-grams // 1000))
    return area.base + (kilograms - 1) * area.per_kg


def reasons() -> Mapping[str, str]:
    """Return why a delivery may fail, by id: ``alamat``, ``tidak_di_rumah``, ``ditolak``, ``jalan``."""
    return {name: Saying.of(row).in_language(language()) for name, row in _table()["reason"].items()}


@dataclass(frozen=True)
class Label:
    """Be the label of one parcel.

    Attributes
    ----------
    code : str
        Code of the order; the QR picture holds this and nothing else.
    receiver, village, mark : str
        Who and where: a first name, the village and a mark of the house.
    collect : int
        Cash to take from the receiver [Rp]; 0 when it is paid already.
    """

    code: str
    sender: str
    receiver: str
    village: str
    mark: str
    zone: str
    weight: int
    pieces: int
    collect: int


def label(market: "Market", number: int) -> Label:
    """Return the label of an order's parcel.

    Raises
    ------
    MarketError
        When there is no such order, or its address is not complete.
    """
    order = market.order(number)
    if not order.address.complete:
        raise refusal("address_incomplete")
    grams = sum(item.count * market.shop.product(item.product).weight for item in order.items)
    return Label(
        code=f"LTR-{number:04d}",
        sender=market.shop.name,
        receiver=order.buyer,
        village=order.address.village,
        mark=order.address.mark,
        zone=zone(order.address.zone).name,
        weight=grams,
        pieces=sum(item.count for item in order.items),
        collect=order.rest if order.method is Method.COD else 0,
    )


def label_sheet(shown: Label) -> dict[str, Any]:
    """Return what ``label-kirim`` prints: the words in the interface language, and its picture."""
    code = language()
    words = {name: Saying.of(row).in_language(code) for name, row in _table()["label"].items()}
    cash = rupiah(shown.collect) if shown.collect else words["paid"]
    rows = [
        (words["from"], shown.sender),
        (words["to"], shown.receiver),
        (words["village"], f"{shown.village} ({shown.zone})"),
        (words["mark"], shown.mark),
        (words["content"], words["pieces"].format(n=shown.pieces, weight=quantity(shown.weight, "g", 0))),
        (words["collect"], cash),
    ]
    return {
        "lang": code,
        "title": words["title"].format(code=shown.code),
        "course": words["course"],
        "owner": words["practice"],
        "note": words["note"],
        "page": words["page"],
        "code": shown.code,
        "rows": [list(row) for row in rows],
        "alt": words["alt"].format(code=shown.code),
        "received": words["received"],
        "qr": qr_of(shown.code),
    }


def qr_of(code: str) -> list[str]:
    """Return the QR code of an order's code as rows of ``1`` (dark) and ``0``."""
    import segno  # noqa: PLC0415 - only a picture needs it

    rows = segno.make(code, error="m", micro=False).matrix_iter(border=2)
    return ["".join("1" if dark else "0" for dark in row) for row in rows]


@dataclass(frozen=True)
class Stop:
    """Be one stop of the courier's round: which order, where, and the way from the shop [km]."""

    order: int
    village: str
    mark: str
    zone: str
    distance: float


def route(market: "Market") -> tuple[Stop, ...]:
    """List the parcels in the courier's hands, near before far, then by number."""
    stops = [
        Stop(
            order.id,
            order.address.village,
            order.address.mark,
            zone(order.address.zone).name,
            zone(order.address.zone).distance,
        )
        for order in market.orders.values()
        if order.state in (State.HANDED_OVER, State.SHIPPED)
    ]
    return tuple(sorted(stops, key=lambda stop: (stop.distance, stop.village, stop.order)))


@dataclass(frozen=True)
class Proof:
    """Prove a delivery: who took the parcel and when. No photo, no signature."""

    order: int
    receiver: str
    at: str


def proof(market: "Market", number: int) -> Proof | None:
    """Return the proof of an order's delivery, or None before it."""
    for event in market.events:
        if event.order == number and event.deed is Deed.RECEIVE:
            return Proof(number, market.order(number).receiver, event.at)
    return None

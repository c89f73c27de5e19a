"""The fields of each deed on its card, and what they give to the event."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, Final

from lentera.market import Deed, Market, MarketError, Method, Order
from lentera.market.courier import fee, reasons, zones
from lentera.market.names import method_name
from lentera.market.refusal import refusal
from lentera.widgets.dates import long_date
from lentera.words import _, rupiah

Draft = Mapping[str, str]
"""What stands in the fields of one deed, by name."""

MOST_DIGITS: Final = 9
OTHER_NAME: Final = "nama lain"


def _field(
    name: str, kind: str, label: str, options: Iterable[tuple[str, str]] = (), help_: str = ""
) -> dict[str, Any]:
    pairs = [list(pair) for pair in options]
    if kind == "choice":
        pairs = [["", _("Choose from the list")], *pairs]
    return {"name": name, "kind": kind, "label": label, "help": help_, "options": pairs}


def _products(market: Market) -> list[tuple[str, str]]:
    return [(product.id, product.name) for product in market.shop.products]


def _address() -> list[dict[str, Any]]:
    return [
        _field("desa", "text", _("Village of the receiver")),
        _field(
            "ciri", "text", _("Mark of the house"), help_=_("Example: green fence near the village hall.")
        ),
    ]


def _order(_market: Market, _open: Order | None, weight: int) -> list[dict[str, Any]]:
    told = _("{area}: delivery {amount}")
    areas = [(one.id, told.format(area=one.name, amount=rupiah(fee(one.id, weight)))) for one in zones()]
    return [
        _field("daerah", "choice", _("Delivery area"), areas),
        *_address(),
        _field("bayar", "radios", _("How to pay"), [(one.value, method_name(one)) for one in Method]),
    ]


def _pay(market: Market, _open: Order | None, _weight: int) -> list[dict[str, Any]]:
    names = [(market.shop.name, market.shop.name), (OTHER_NAME, _("another name"))]
    return [
        _field("nama", "radios", _("Name on the buyer's phone"), names),
        _field("jumlah", "number", _("Sum to pay in rupiah")),
    ]


def _pack(market: Market, order: Order | None, _weight: int) -> list[dict[str, Any]]:
    found = []
    for product in dict.fromkeys(pick.product for pick in order.picks) if order else ():
        batches = sorted(
            (one for one in market.stock.batches if one.product == product and one.on_hand),
            key=lambda one: one.code,
        )
        options = [(one.code, _batch(one.code, one.expires)) for one in batches]
        label = _("Take first: {product}").format(product=market.shop.product(product).name)
        found.append(_field(product, "radios", label, options))
    return found


def _batch(code: str, expires: str) -> str:
    day = long_date(date.fromisoformat(expires))
    return _("code {code}, best before {day}").format(code=code, day=day)


def _complaint(_market: Market, order: Order | None, _weight: int) -> list[dict[str, Any]]:
    bought = (
        [(item.product, _market.shop.product(item.product).name) for item in order.items] if order else []
    )
    return [
        _field("barang", "choice", _("Which goods"), bought),
        _field("jumlah", "number", _("How many")),
        _field("sebab", "choice", _("Why"), complaint_reasons().items()),
    ]


def complaint_reasons() -> dict[str, str]:
    """Return the reasons of a complaint in words."""
    return {"rusak": _("damaged goods"), "kurang": _("too few"), "keliru": _("other goods")}


def _goods(market: Market) -> list[dict[str, Any]]:
    return [
        _field("barang", "choice", _("Which goods"), _products(market)),
        _field("jumlah", "number", _("How many")),
    ]


def _review(_market: Market, _order: Order | None, _weight: int) -> list[dict[str, Any]]:
    stars = [(str(n), _("{n} of 5 stars").format(n=n)) for n in range(1, 6)]
    return [
        _field("bintang", "radios", _("Stars given"), stars),
        _field("teks", "lines", _("Your review"), help_=_("Write one fact. No phone number, no address.")),
    ]


_FIELDS: Final[Mapping[Deed, Callable[[Market, Order | None, int], list[dict[str, Any]]]]] = {
    Deed.ORDER: _order,
    Deed.COMPLETE_ADDRESS: lambda *_all: _address(),
    Deed.PAY: _pay,
    Deed.PACK: _pack,
    Deed.RECEIVE: lambda *_all: [_field("penerima", "text", _("First name of the receiver"))],
    Deed.COMPLAIN: _complaint,
    Deed.FAIL: lambda *_all: [_field("sebab", "choice", _("Why"), reasons().items())],
    Deed.REVIEW: _review,
    Deed.RESTOCK: lambda market, *_all: [
        *_goods(market),
        _field("kode", "text", _("Code of the batch")),
        _field(
            "kedaluwarsa", "text", _("Best-before day"), help_=_("Year-month-day, for example 2027-02-22.")
        ),
    ],
    Deed.WRITE_OFF: lambda market, *_all: [
        _field(
            "kode", "choice", _("Code of the batch"), [(one.code, one.code) for one in market.stock.batches]
        ),
        _field("jumlah", "number", _("How many")),
        _field("sebab", "text", _("Why")),
    ],
    Deed.CONSIGN: lambda market, *_all: _goods(market),
    Deed.SELL_CONSIGNED: lambda market, *_all: _goods(market),
    Deed.TAKE_BACK: lambda market, *_all: _goods(market),
}


def fields_of(
    market: Market, deed: Deed, order: Order | None, draft: Draft, weight: int = 0
) -> list[dict[str, Any]]:
    """Return the fields of a deed with what stands in them.

    Parameters
    ----------
    order : Order or None
        The order it is done on.
    weight : int
        Of the cart, for the courier's fee [g].
    """
    found = _FIELDS.get(deed, lambda *_all: [])(market, order, weight)
    return [{**field, "value": _fitting(field, draft.get(field["name"], ""))} for field in found]


def _fitting(field: Mapping[str, Any], value: str) -> str:
    known = [pair[0] for pair in field["options"]]
    return value if not known or value in known else ""


def data_of(market: Market, deed: Deed, order: Order | None, draft: Draft) -> dict[str, Any]:
    """Return an event's data from what was written.

    Raises
    ------
    MarketError
        When a number is missing, or a day is none.
    """
    written = {field["name"]: field["value"].strip() for field in fields_of(market, deed, order, draft)}
    if deed is Deed.PACK:
        return _packed(order, written)
    for name in ("jumlah", "bintang"):
        if name in written:
            written[name] = _number(written[name], deed)
    if deed is Deed.RESTOCK:
        _check_day(written["kedaluwarsa"])
    if deed is Deed.COMPLAIN:
        goods = {written["barang"]: written["jumlah"]} if written["barang"] else {}
        return {"barang": goods, "sebab": written["sebab"]}
    if deed is Deed.ORDER and not written["bayar"]:
        written["bayar"] = Method.QRIS.value
    return written


def _packed(order: Order | None, written: Draft) -> dict[str, Any]:
    """Say what was taken; who reaches for another batch first has taken all from that one."""
    taken: dict[str, int] = {}
    for product in written:
        picks = [pick for pick in order.picks if pick.product == product] if order else []
        first = written[product] or ""
        if not first:
            raise refusal("other_batch", batches=", ".join(pick.batch for pick in picks))
        if first == picks[0].batch:
            taken |= {pick.batch: pick.count for pick in picks}
        else:
            taken[first] = sum(pick.count for pick in picks)
    return {"kode": taken}


def _number(text: str, deed: Deed) -> int:
    plain = text.removeprefix("Rp").replace(".", "").replace(" ", "")
    if plain.isdecimal() and plain.isascii() and len(plain) <= MOST_DIGITS:
        return int(plain)
    if deed is Deed.REVIEW:
        raise refusal("no_stars")
    raise MarketError(
        "no_number", _("The number is not written yet."), _("Write digits only, such as 12000.")
    )


def _check_day(text: str) -> None:
    try:
        written_whole = date.fromisoformat(text).isoformat() == text
    except ValueError:
        written_whole = False
    if not written_whole:
        raise MarketError(
            "no_day", _("The day is not written in full."), _("Write year-month-day, such as 2027-02-22.")
        )

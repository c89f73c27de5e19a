"""The rules of session 9: three whole cards, prices as on a tag, pictures that tell, nothing private."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any, Final

from lentera.rules import Finding, Remark, Rule, RuleSet, Saying, load_rules, load_set, missed, right
from lentera.web.cards import Card, amount_of, cards_of, tells_stock
from lentera.web.links_addresses import State, follow
from lentera.web.reading import read_text
from lentera.web.site import Site, gather
from lentera.words import rupiah

ANSWER: Final = "s09-katalog"
WANTED: Final = 3
"""Cards of the catalogue."""
SHORTEST_ALT: Final = 10
LONGEST_ALT: Final = 150

_TEXTS: Final = Path(__file__).parents[1] / "texts"
_TEMPLATE_NAMES: Final = frozenset(("nama produk", "nama barang", "nama", "produk", "product name"))
_RIGHT_PRICE: Final = re.compile(r"Rp\d{1,3}(?:\.\d{3})*(?:,00|,-)?(?![.,]?\d)")
_DIGITS: Final = re.compile(r"\d[\d.,]*")
_THOUSANDS: Final = re.compile(r"\s*(?:ribu|rb|k)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Listed:
    """Be one card of the catalogue: where it stands and what it says."""

    page: str
    number: int
    card: Card


@dataclass(frozen=True)
class Catalogue:
    """Be the website that is judged.

    Attributes
    ----------
    cards : tuple of Listed
        Each product once, those of the page with most cards first.
    worked_out : mapping of str to int
        Price of a product as she worked it out [rupiah].
    declared : mapping
        What she declared about photos and contact.
    """

    site: Site
    cards: tuple[Listed, ...] = ()
    worked_out: Mapping[str, int] = field(default_factory=dict)
    declared: Mapping[str, Any] = field(default_factory=dict)


def read_answer(content: Mapping[str, Any]) -> Catalogue:
    """Take the website and what was declared out of an answer.

    Raises
    ------
    ValueError
        When there is no website in it.
    """
    site = content.get("situs") if isinstance(content, Mapping) else None
    if not isinstance(site, Site):
        raise ValueError("the answer has no website; open the folder situs and save a page")
    prices = content.get("harga_hitungan")
    worked_out = {
        str(name): int(price)
        for name, price in (prices.items() if isinstance(prices, Mapping) else ())
        if isinstance(price, int | float) and not isinstance(price, bool) and price > 0
    }
    declared = {key: content[key] for key in ("foto", "kontak_usaha", "alamat_usaha") if key in content}
    return Catalogue(site, _listed(site), worked_out, declared)


def _listed(site: Site) -> tuple[Listed, ...]:
    pages = [
        [Listed(name, number, one.card) for number, one in enumerate(_cards(site.texts[name]), start=1)]
        for name in site.pages
    ]
    pages.sort(key=len, reverse=True)
    listed: list[Listed] = []
    seen: dict[str, str] = {}
    for one in (one for page in pages for one in page):
        name = one.card.name.casefold()
        if not name or seen.setdefault(name, one.page) == one.page:
            listed.append(one)
    return tuple(listed)


@cache
def _cards(content: bytes) -> tuple[Any, ...]:
    return cards_of(read_text(content)[0])


# Cards


def lacks(catalogue: Catalogue, one: Listed) -> str | None:
    """Name what a buyer misses first on a card; None when it is whole."""
    card = one.card
    found = follow(catalogue.site, one.page, card.picture)
    checks = {
        "template": _is_sample(one),
        "name": not card.name,
        "twin": _twin(catalogue, one) is not None,
        "picture": found.state is State.EMPTY,
        "picture_missing": found.state is not State.ALIVE or found.target not in catalogue.site.pictures,
        "weight": not any(sign.isdigit() for sign in card.weight),
        "unit": amount_of(card.weight) is None,
        "price": not amount_in(card.price),
        "stock": not tells_stock(card.stock),
    }
    return next((name for name, holds in checks.items() if holds), None)


def _twin(catalogue: Catalogue, one: Listed) -> Listed | None:
    """Return an earlier card with the same name."""
    name = one.card.name.casefold()
    earlier = catalogue.cards[: catalogue.cards.index(one)]
    return next((other for other in earlier if name and other.card.name.casefold() == name), None)


def _is_whole(place: int, catalogue: Catalogue) -> Finding:
    """Judge the card that is whole at this place, or the next one that lacks something."""
    if not catalogue.site.pages:
        return missed("no_page")
    lacking = [(one, lack) for one in catalogue.cards if (lack := lacks(catalogue, one)) is not None]
    whole = len(catalogue.cards) - len(lacking)
    if place < whole:
        return right(ke=str(place + 1))
    if place - whole >= len(lacking):
        return missed("none", ke=str(place + 1))
    one, lack = lacking[place - whole]
    twin = _twin(catalogue, one)
    return missed(
        lack,
        ke=str(one.number),
        nama=one.card.name,
        foto=one.card.picture,
        berkas=one.page,
        lain=str(twin.number) if twin else "",
    )


# Prices


def amount_in(price: str) -> int | None:
    """Return the amount a price means [rupiah], however it is written; None when it has no number."""
    found = _DIGITS.search(price)
    if not found:
        return None
    digits = found.group().rstrip(".,")
    whole, _, cents = digits.rpartition(",")
    digits = whole if whole and cents in ("00", "0") else digits
    amount = int("".join(sign for sign in digits if sign.isdigit())[:12])
    return amount * 1000 if _THOUSANDS.match(price, found.end()) else amount


def fault_of_price(price: str) -> str | None:
    """Name what is not yet as on a price tag; None when nothing is."""
    price = price.strip()
    amount = amount_in(price)
    found = _DIGITS.search(price)
    if amount is None or found is None:
        return "words"
    if _THOUSANDS.match(price, found.end()):
        return "words"
    before = price[: found.start()]
    if before.endswith("Rp") and not before[-3:-2].isalnum() and _RIGHT_PRICE.match(price, len(before) - 2):
        return None  # also behind other words: "mulai Rp11.000"
    groups = found.group().rstrip(".,").removesuffix(",00")
    checks = {
        "no_rp": "rp" not in before.casefold(),
        "comma": "," in groups,
        "dots": "." not in groups and amount >= 1000,  # noqa: PLR2004 - the first number with a dot
        "close": not before.endswith("Rp"),
    }
    return next((name for name, holds in checks.items() if holds), "dots")


def _is_sample(one: Listed) -> bool:
    """Tell whether a card still has the name of the template."""
    return one.card.name.casefold() in _TEMPLATE_NAMES


def _priced(catalogue: Catalogue) -> list[Listed]:
    """Return the cards with a price of her own."""
    return [
        one
        for one in catalogue.cards
        if not _is_sample(one) and any(sign.isdigit() for sign in one.card.price)
    ]


def _are_written(catalogue: Catalogue) -> Finding:
    priced = _priced(catalogue)
    if not priced:
        return missed("none")
    faults = [(one, fault) for one in priced if (fault := fault_of_price(one.card.price))]
    share = (len(priced) - len(faults)) / max(WANTED, len(priced))
    if faults:
        one, fault = faults[0]
        amount = amount_in(one.card.price)
        tag = rupiah(amount) if amount is not None else ""
        details = {"ke": str(one.number), "nama": one.card.name, "ditulis": one.card.price, "harga": tag}
        return missed(fault, share, **details)
    if len(priced) < WANTED:
        return missed("few", share, n=str(len(priced)))
    return right()


def _are_equal(catalogue: Catalogue) -> Finding:
    priced = len(_priced(catalogue))
    if not priced:
        return missed("none")
    for one in catalogue.cards:
        wanted = worked_out(catalogue.worked_out, one.card.name)
        amount = amount_in(one.card.price)
        if wanted is not None and amount is not None and amount != wanted:
            details = {"ke": str(one.number), "nama": one.card.name}
            return missed("differs", 0.0, ditulis=rupiah(amount), hitungan=rupiah(wanted), **details)
    return right() if priced >= WANTED else missed("few", priced / WANTED, n=str(priced))


def worked_out(prices: Mapping[str, int], name: str) -> int | None:
    """Return the price that was worked out for a product; its name may stand among other words."""
    words = set(name.casefold().split())
    same = [price for known, price in prices.items() if known.casefold().split() == name.casefold().split()]
    within = [
        price
        for known, price in prices.items()
        if (known_words := set(known.casefold().split())) and (known_words <= words)
    ]
    return next(iter([*same, *within]), None)


# Pictures


def _all_tell(catalogue: Catalogue) -> Finding:
    from lentera.web.access import fault_of_picture  # noqa: PLC0415 - cards and prices need no parser
    from lentera.web.page import parse_page  # noqa: PLC0415

    faults: list[tuple[str, str, str, str]] = []
    count = 0
    for name in catalogue.site.pages:
        page = parse_page(name, catalogue.site.texts[name])
        for tag in page.tags("img"):
            count += 1
            alt = " ".join(str(tag.attrs.get("alt") or "").split())
            fault = fault_of_picture(tag, frozenset(), page)
            if fault is None and len(alt) < SHORTEST_ALT:
                fault = "short"
            elif fault is None and len(alt) > LONGEST_ALT:
                fault = "long"
            if fault is not None:
                faults.append((fault, name, str(tag.sourceline or 1), str(tag.attrs.get("src") or "?")))
    if not count:
        return missed("none")
    if not faults:
        return right()
    fault, name, line, picture = faults[0]
    on_card = any(
        one.page == name and one.card.picture == picture and one.card.name and one.card.price
        for one in catalogue.cards
    )
    if on_card and fault in ("empty", "missing"):
        fault = f"{fault}_card"
    share = 1 - len(faults) / count
    return missed(fault, share, berkas=name, baris=line, foto=picture)


def _set(task: str, checks: Mapping[str, Callable[[Catalogue], Finding]]) -> RuleSet[Catalogue]:
    path = _TEXTS / f"{task}.toml"
    return RuleSet(task, ANSWER, read_answer, load_rules(path, checks), load_set(path), gather=gather)


CARDS: Final = _set(
    "s09-kartu",
    {
        f"s09.cards.{name}": partial(_is_whole, place)
        for place, name in enumerate(("first", "second", "third"))
    },
)
"""Task ``s09-kartu``: three whole cards, 10 points each."""

PRICES: Final = _set("s09-harga", {"s09.prices.written": _are_written, "s09.prices.equal": _are_equal})
"""Task ``s09-harga``: prices as on a tag, and as they were worked out."""

PICTURES: Final = _set("s09-gambar", {"s09.pictures.tell": _all_tell})
"""Task ``s09-gambar``: every picture of every page tells what it shows."""


def _on_every_page(rule: Rule[Any], catalogue: Catalogue) -> Finding:
    from lentera.web.looked import Looked  # noqa: PLC0415 - only this task looks at whole pages
    from lentera.web.page import parse_page  # noqa: PLC0415

    site = catalogue.site
    if not site.pages:
        return missed("no_page")
    if all(_is_sample(one) for one in catalogue.cards):
        return missed("no_card")  # an empty page keeps every secret, and is no catalogue
    declared = {"kontak_usaha": "", **catalogue.declared}
    for name in site.pages:
        found = rule.check(Looked(site, parse_page(name, site.texts[name]), declared))
        if not found.holds:
            return Finding(found.share, found.mistake, {**found.details, "halaman": name})
    return right()


def _of_pages(saying: Saying) -> Saying:
    return Saying(f"Halaman {{halaman}}: {saying.id}", f"Page {{halaman}}: {saying.en}")


@cache
def _privacy() -> RuleSet[Catalogue]:
    from lentera.web.rules_privacy import RULES  # noqa: PLC0415 - the other tasks need no parser

    path = _TEXTS / "s09-data-pribadi.toml"
    (nothing,) = load_rules(path, {"s09.privacy.page": lambda _answer: right()})
    rules = tuple(
        Rule(
            f"s09.{rule.id}",
            rule.weight,
            partial(_on_every_page, rule),
            rule.holds,
            {
                **{
                    name: Remark(_of_pages(remark.says), remark.next, remark.kind)
                    for name, remark in rule.mistakes.items()
                },
                **nothing.mistakes,
            },
        )
        for rule in RULES
    )
    return RuleSet("s09-data-pribadi", ANSWER, read_answer, rules, load_set(path), gather=gather)


def __getattr__(name: str) -> RuleSet[Catalogue]:
    """Give ``PRIVACY``, the rules of task ``s09-data-pribadi``, when they are asked for."""
    if name == "PRIVACY":
        return _privacy()
    raise AttributeError(name)

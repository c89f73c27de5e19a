"""What a shop sells: products with price, weight and cost, and the batches they start with."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final

from lentera.rules import Saying
from lentera.words import language

_PATH: Final = Path(__file__).parent / "texts" / "shop.toml"

MOST_PRODUCTS: Final = 12
MOST_RUPIAH: Final = 100_000_000
MOST_PIECES: Final = 10_000
_SOON, _LATE = 30, 60
"""Days after opening on which the two batches at the start expire."""


@dataclass(frozen=True)
class Product:
    """Be one thing on sale.

    Attributes
    ----------
    price, unit_cost : int
        What a buyer pays, and what making one costs [Rp].
    weight : int
        Of one piece with its wrapping [g].
    restock_at : int
        Free pieces at which the stockist is told to refill.
    cohort : int
        Number of the learners' group (*angkatan*); 0 when nobody said.
    """

    id: str
    name: str
    price: int
    weight: int
    unit_cost: int
    restock_at: int = 3
    cohort: int = 0

    def to_json(self) -> dict[str, Any]:
        """Return the product as the answer file holds it."""
        return {
            "id": self.id,
            "nama": self.name,
            "harga": self.price,
            "berat": self.weight,
            "hpp": self.unit_cost,
            "isi_ulang": self.restock_at,
            "angkatan": self.cohort,
        }


@dataclass(frozen=True)
class Batch:
    """Hold the pieces of one product that were made together.

    Attributes
    ----------
    code : str
        Production code on the label.
    expires : str
        Last day on which it may be eaten, ``2026-12-22``.
    free, reserved : int
        Pieces nobody waits for, and pieces set aside for orders.
    """

    code: str
    product: str
    expires: str
    free: int
    reserved: int = 0

    @property
    def on_hand(self) -> int:
        """Return the pieces in the store."""
        return self.free + self.reserved


@dataclass(frozen=True)
class Shop:
    """Be a shop on its opening day.

    Attributes
    ----------
    name : str
        The name that a payer must see.
    opened : str
        Day of opening, ``2026-11-22``.
    opening_cash : int
        Money in the box at the start [Rp].
    batches : tuple of Batch
        The stock at the start; nothing is reserved yet.
    """

    name: str
    opened: str
    opening_cash: int
    products: tuple[Product, ...]
    batches: tuple[Batch, ...]

    def product(self, product_id: str) -> Product:
        """Return a product.

        Raises
        ------
        KeyError
            When the shop has none of that id.
        """
        for product in self.products:
            if product.id == product_id:
                return product
        raise KeyError(f"the shop has no {product_id!r}; it has {', '.join(p.id for p in self.products)}")

    def to_json(self) -> dict[str, Any]:
        """Return the shop as the answer file holds it."""
        return {
            "nama": self.name,
            "dibuka": self.opened,
            "kas_awal": self.opening_cash,
            "barang": [product.to_json() for product in self.products],
            "stok_awal": [
                {
                    "kode": batch.code,
                    "barang": batch.product,
                    "kedaluwarsa": batch.expires,
                    "jumlah": batch.free,
                }
                for batch in self.batches
            ],
        }

    @classmethod
    def from_json(cls, content: Mapping[str, Any]) -> "Shop":
        """Read a shop.

        Raises
        ------
        ValueError
            When something is missing or not a sensible number.
        """
        try:
            products = tuple(_product(row) for row in _rows(content, "barang"))
            known = {product.id for product in products}
            batches = tuple(_batch(row, known) for row in _rows(content, "stok_awal"))
            shop = cls(
                _text(content["nama"]),
                date.fromisoformat(content["dibuka"]).isoformat(),
                _whole(content["kas_awal"], 0, MOST_RUPIAH),
                products,
                batches,
            )
        except (KeyError, TypeError) as error:
            raise ValueError(f"the shop lacks or mistypes {error}; start a new round") from error
        if not products or len(known) != len(products) or len({b.code for b in batches}) != len(batches):
            raise ValueError("two products or batches of the shop share a name; start a new round")
        return shop


def shop_from_catalogue(rows: Sequence[Mapping[str, Any]], opened: str, name: str = "") -> Shop:
    """Make a shop from a learner's own catalogue.

    Parameters
    ----------
    rows : sequence of mapping
        Up to twelve products as ``{nama, harga, berat, hpp, stok}``. Where ``hpp`` or ``stok`` is missing,
        seven tenths of the price or the sample's stock stand in.
    opened : str
        Day of opening, ``2026-11-22``.
    name : str
        The shop's name; the sample's when empty.

    Raises
    ------
    ValueError
        When there is no product, or one has no name or price.
    """
    sample = _sample()
    products, counts = [], []
    for number, row in enumerate(rows[:MOST_PRODUCTS], start=1):
        try:
            price = _whole(row["harga"], 1, MOST_RUPIAH)
            products.append(
                Product(
                    id=f"b{number}",
                    name=_text(row["nama"]),
                    price=price,
                    weight=_whole(row.get("berat", sample["weight"]), 1, 100_000),
                    unit_cost=_whole(row.get("hpp", price * 7 // 10), 0, MOST_RUPIAH),
                    restock_at=sample["restock_at"],
                    cohort=_whole(row.get("angkatan", 0), 0, 999),
                )
            )
            counts.append(_whole(row.get("stok", sample["stock"]), 0, MOST_PIECES))
        except KeyError as error:
            raise ValueError(f"product {number} of the catalogue lacks {error}; complete its card") from error
    if not products:
        raise ValueError("the catalogue has no product yet; make one card, or use the sample shop")
    title = name.strip() or sample_name()
    return Shop(title, opened, sample["opening_cash"], tuple(products), _batches(products, counts, opened))


def sample_shop(opened: str) -> Shop:
    """Make the sample shop (*contoh*): banana crisps with the course's numbers, and two products more."""
    sample = _sample()
    products = [
        Product(
            id=row["id"],
            name=Saying.of(row["name"]).in_language(language()),
            cohort=row["cohort"],
            restock_at=sample["restock_at"],
            **_numbers(row),
        )
        for row in sample["product"]
    ]
    counts = [sample["stock"]] * len(products)
    return Shop(
        sample_name(), opened, sample["opening_cash"], tuple(products), _batches(products, counts, opened)
    )


def sample_name() -> str:
    """Return the name of the sample shop."""
    return Saying.of(_sample()["name"]).in_language(language())


@cache
def _sample() -> Mapping[str, Any]:
    return tomllib.loads(_PATH.read_text(encoding="utf-8"))["shop"]  # type: ignore[no-any-return]


def _numbers(row: Mapping[str, Any]) -> dict[str, int]:
    if "price" in row:
        return {name: row[name] for name in ("price", "weight", "unit_cost")}
    from lentera.course import content_root, load_course  # noqa: PLC0415 - a mark never needs the plan

    kit = load_course(content_root()).kit
    return {
        "price": round(kit["business.price"]),
        "weight": round(kit["business.pack_weight"]),
        "unit_cost": round(kit["business.unit_cost"]),
    }


def _batches(products: Sequence[Product], counts: Iterable[int], opened: str) -> tuple[Batch, ...]:
    """Split each stock in two batches, so that there is one to take first."""
    day = date.fromisoformat(opened)
    found = []
    for number, (product, count) in enumerate(zip(products, counts, strict=True), start=1):
        first = count // 3
        for letter, pieces, days in (("A", first, _SOON), ("B", count - first, _LATE)):
            expires = (day + timedelta(days=days)).isoformat()
            found.append(Batch(f"{number}{letter}", product.id, expires, pieces))
    return tuple(found)


def _rows(content: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    rows = content[key]
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        raise ValueError(f"{key} of the shop is no list of rows; start a new round")
    return rows


def _product(row: Mapping[str, Any]) -> Product:
    return Product(
        id=_text(row["id"]),
        name=_text(row["nama"]),
        price=_whole(row["harga"], 1, MOST_RUPIAH),
        weight=_whole(row["berat"], 1, 100_000),
        unit_cost=_whole(row["hpp"], 0, MOST_RUPIAH),
        restock_at=_whole(row["isi_ulang"], 0, MOST_PIECES),
        cohort=_whole(row["angkatan"], 0, 999),
    )


def _batch(row: Mapping[str, Any], products: set[str]) -> Batch:
    if row["barang"] not in products:
        raise ValueError(f"batch {row['kode']!r} is of no product of the shop; start a new round")
    expires = date.fromisoformat(row["kedaluwarsa"]).isoformat()
    return Batch(_text(row["kode"]), row["barang"], expires, _whole(row["jumlah"], 0, MOST_PIECES))


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{value!r} is no name; write a short name")
    return value.strip()[:80]


def _whole(value: Any, least: int, most: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise ValueError(f"{value!r} is no whole number from {least} to {most}")
    return value

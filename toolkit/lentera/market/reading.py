"""Read what a player wrote: texts, numbers, goods and their counts."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any, Final

from lentera.market.goods import Shop
from lentera.market.refusal import refusal

LONGEST_TEXT: Final = 400
_LONGEST_NAME: Final = 20
_NEIGHBOURHOODS: Final = frozenset({"rt", "rw"})
_STREETS: Final = frozenset({"jalan", "jl", "jln", "gang", "gg", "lorong"})
_NUMBERS: Final = frozenset({"no", "nomor", "blok"})
"""Words of a home address."""
_LONG_NUMBER: Final = 9
"""Digits from which a number may be a telephone's or an identity card's."""


def text_of(data: Mapping[str, Any], key: str) -> str:
    """Return a text without blanks around it; empty when there is none.

    Raises
    ------
    ValueError
        When it is no text.
    """
    value = data.get(key, "")
    if not isinstance(value, str):
        raise ValueError(f"{key} is {value!r}; give a text")
    return value.strip()[:LONGEST_TEXT]


def first_name(text: str) -> str:
    """Return the first word of a name: no surname is kept."""
    return " ".join(text.split()[:1])[:_LONGEST_NAME]


def whole(value: Any) -> int:
    """Return a whole number.

    Raises
    ------
    ValueError
        When it is none.
    """
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError(f"{value!r} is no whole number")
    return value


def counted(value: Any) -> dict[str, int]:
    """Return how many there are of each name.

    Raises
    ------
    ValueError
        When it is no such table.
    """
    if not isinstance(value, Mapping) or not all(isinstance(name, str) for name in value):
        raise ValueError(f"{value!r} does not give numbers by name")
    return {name: whole(count) for name, count in value.items()}


def goods_of(shop: Shop, value: Any, most: int) -> dict[str, int]:
    """Return the goods of a cart and how many of each; a zero leaves a product out.

    Raises
    ------
    MarketError
        When a product is not the shop's, or a number is too large.
    ValueError
        When it is no cart.
    """
    known = {product.id for product in shop.products}
    found = {}
    for product, count in counted(value if value is not None else {}).items():
        if product not in known:
            raise refusal("no_such_goods")
        if not 0 <= count <= most:
            raise refusal("too_many", most=str(most))
        if count:
            found[product] = count
    return found


def has_long_number(text: str) -> bool:
    """Tell whether a text holds so many digits in a row that they may be a private number."""
    run = 0
    for sign in text:
        if sign.isdigit():
            run += 1
            if run >= _LONG_NUMBER:
                return True
        elif sign not in " -.+()":
            run = 0
    return False


def names_street(text: str) -> bool:
    """Tell whether a text names a street, "Jalan Mawar" or "jalan 5"; "jalan keluar" is none."""
    return any(
        word.casefold() == "jalan" and (behind[0].isupper() or behind[0].isdigit())
        for word, behind in pairwise(text.split())
    )


def leads_to_a_house(text: str) -> bool:
    """Tell whether a text holds a full home address: a neighbourhood's number, or a street and a number."""
    parts = text.casefold().replace("/", " ").split()
    words = ["".join(sign for sign in word if sign.isalnum()) for word in parts]
    before = {first for first, behind in pairwise(words) if behind[:1].isdigit()}
    joined = any(word[:2] in _NEIGHBOURHOODS and word[2:].isdigit() for word in words)
    on_a_street = _STREETS & set(words) and (_NUMBERS | _STREETS) & before
    return joined or bool(_NEIGHBOURHOODS & before or on_a_street)

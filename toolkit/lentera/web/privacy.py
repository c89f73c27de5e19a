"""What of a person stands in a page: identity numbers, secrets, accounts, home addresses, contacts, faces.

Numbers are told apart by how they are built and by the words around them, because a shop's page is full of
numbers that are nobody's: prices, weights, dates, batch numbers, barcodes, permits.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final
from urllib.parse import unquote

from bs4 import Comment, Tag
from bs4.element import NavigableString

from lentera.web.links import links_of
from lentera.web.page import Page, parse_page
from lentera.web.site import Site

PROVINCES: Final = frozenset(
    {*range(11, 22), *range(31, 37), *range(51, 54), *range(61, 66), *range(71, 77), 81, 82, *range(91, 98)}
)
"""Codes with which identity numbers begin."""
PHOTOS: Final = ("barang", "orang_dewasa_izin", "anak")
"""What a learner can declare of a picture: goods, an adult who agreed, a child."""

_TOLD: Final = ("alt", "title", "aria-label", "content", "value", "placeholder", "summary", "href", "src")
_BLOCKS: Final = frozenset(
    (
        "p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "div", "section", "article", "main",
        "header", "footer", "nav", "aside", "address", "blockquote", "pre", "figcaption", "caption", "dt",
        "dd", "label", "body", "form", "fieldset", "legend", "summary",
    )
)  # fmt: skip
_NOT_READ: Final = frozenset({"script", "style", "template"})

_LONGEST_EMERGENCY: Final = 6
"""Digits of a number that anybody may call."""
_ACCOUNT_DIGITS: Final = range(10, 17)
_ONE_ADDRESS: Final = 120
"""Characters within which the parts of one address stand."""

_TELLING: Final = re.compile(r"\d|@|\brt\b|sandi|passw", re.IGNORECASE)
"""What stands in every text that tells anything of a person."""
_DIGITS: Final = re.compile(r"(?<![\w.,])\+?\(?\d(?:[\s.()/-]{0,2}\d){6,24}(?![\w])")
_PHONE: Final = re.compile(r"(?:\+?62|0)8[1-9]\d{6,10}")
_HOUSE_PHONE: Final = re.compile(r"\(0\d{2,3}\)\s?\d{5,8}|(?<!\d)0[2-79]\d{1,2}-\d{6,8}(?!\d)")
_CALLED: Final = re.compile(r"\b(?:wa|whatsapp|hp|telp|telepon|sms)\b[\s.:]*$", re.IGNORECASE)
_EMAIL: Final = re.compile(r"[\w.+-]+@([\w-]+)(?:\.[\w-]+)+")
_TAX: Final = re.compile(r"(?<!\d)\d{2}\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3}(?!\d)")
_SECRET: Final = re.compile(
    r"\b(kata sandi|sandi|password|passwd)\b[\s\w]{0,14}?\s*(?:[:=]|adalah|saya)\s*"
    r"(\S{4,})",
    re.IGNORECASE,
)
_SHORT_SECRET: Final = re.compile(
    r"\b(?:pin|otp|cvv)\b[^\w\n]{0,3}(?:(?:atm|saya|kartu|bank)\s*[:=]?\s*){0,2}(\d{3,8})\b", re.IGNORECASE
)
_BANK: Final = re.compile(
    r"\b(?:bri|brilink|bni|bca|mandiri|bsi|btn|cimb|danamon|permata|bankaltimtara|kaltimtara|bank|rekening|rek"
    r"|no\.?\s?rek|norek|virtual account|va)\b",
    re.IGNORECASE,
)
_HARMLESS: Final = re.compile(
    r"(?:p-?irt|izin edar|bpom|\bmd\b|\bml\b|halal|\bnib\b|barcode|\bean\b|kode\s?(?:produksi|batang|barang)?"
    r"|produksi|batch|lot|resi|"
    r"no\.?\s?(?:produksi|batch|seri)|nomor\s?(?:produksi|batch|seri|izin)|seri|kode pos|rp\.?|idr|isbn"
    r"|tanggal|tgl)"
    r"[\s.:#no-]*$",
    re.IGNORECASE,
)
_RT: Final = re.compile(r"\brt\.?\s?\d{1,3}\b|\brt\s?/\s?rw\b", re.IGNORECASE)
_STREET: Final = re.compile(r"\b(?i:jl|jln|jalan|gg|gang|lorong|lr)\b\.?\s+(?=[A-Z0-9])[^\n,;]{2,40}")
_HOUSE: Final = re.compile(
    r"\b(?:no|nomor|nomer|blok)\b\.?\s?[a-z]?\d{1,4}[a-z]?\b(?!\s*[.,]?\d)", re.IGNORECASE
)
_STREET_NUMBER: Final = re.compile(
    r"\b(?i:jl|jln|jalan|gg|gang|lorong)\b\.?\s+"
    r"(?:[A-Z][^\n,;\d]{2,30}(?<!\b[Kk][Mm])\s|(?i:[^\n,;\d]{2,30}\b(?:no|nomor|nomer)\b\.?\s?))\d{1,4}[A-Za-z]?\b"
)


@dataclass(frozen=True)
class Private:
    """Be one thing of a person that stands in a page.

    Attributes
    ----------
    kind : str
        ``nik``, ``tax``, ``secret``, ``bank``, ``address``, ``phone``, ``email``, ``child``, ``undeclared``.
    page : str
    line : int
        From 1.
    shown : str
        Enough of it to find it again, never the whole of it.
    """

    kind: str
    page: str
    line: int
    shown: str


def private_in_site(site: Site, declared: Mapping[str, Any] | None = None) -> tuple[Private, ...]:
    """Return what must be looked at before a site is published, page by page.

    Parameters
    ----------
    site : Site
    declared : mapping, optional
        ``kontak_usaha`` names the contacts of the business, ``alamat_usaha`` its address, and ``foto`` says
        of each picture what it shows; what is not declared is asked for.
    """
    known = {"kontak_usaha": "", "foto": {}, **(declared or {})}
    return tuple(
        one for name in site.pages for one in private_in_page(parse_page(name, site.texts[name]), site, known)
    )


def private_in_page(page: Page, site: Site, declared: Mapping[str, Any]) -> tuple[Private, ...]:
    """Return what of a person stands in a page, in the order of the page.

    Contacts and pictures are only looked at where ``declared`` has ``kontak_usaha`` or ``foto``.
    """
    found = [
        Private(kind, page.name, line, shown)
        for line, text, source in _pieces(page)
        for kind, shown in _in_text(text, source)
    ]
    if "kontak_usaha" not in declared:
        found = [one for one in found if one.kind not in {"phone", "email"}]
    else:
        meant = _contacts(declared["kontak_usaha"])
        found = [one for one in found if not (one.kind in {"phone", "email"} and _of(one) in meant)]
    business = _plain(str(declared.get("alamat_usaha") or ""))
    if business:
        found = [one for one in found if one.kind != "address" or _plain(one.shown) not in business]
    if "foto" in declared:
        found += _pictures(page, site, declared["foto"])
    shown = [Private(one.kind, one.page, one.line, _masked(one)) for one in found]
    return tuple(dict.fromkeys(sorted(shown, key=lambda one: one.line)))


def _of(one: Private) -> str:
    return one.shown.lower() if one.kind == "email" else _phone_key(one.shown)


def _masked(one: Private) -> str:
    """Shorten a number so that the finding does not repeat what should not be told."""
    if one.kind in {"nik", "tax", "bank"}:
        digits = "".join(sign for sign in one.shown if sign.isdigit())
        return f"{digits[:4]}…{digits[-2:]}"
    return one.shown


def _plain(text: str) -> str:
    return " ".join("".join(sign if sign.isalnum() else " " for sign in text.lower()).split())


def _contacts(declared: object) -> frozenset[str]:
    given = declared if isinstance(declared, list | tuple) else [declared]
    texts = [str(one).strip() for one in given if isinstance(one, str | int)]
    return frozenset([*(one.lower() for one in texts), *(_phone_key(one) for one in texts)]) - {""}


def _phone_key(text: str) -> str:
    digits = "".join(sign for sign in text if sign.isdigit())
    return f"0{digits[2:]}" if digits.startswith("62") else digits


# Where the words of a page are


def _pieces(page: Page) -> Iterator[tuple[int, str, str]]:
    """Go through the words of a page block by block, then attributes and notes: line, text, where from."""
    yield from _blocks(page)
    for tag in page.tags():
        if not tag.attrs or tag.name in _NOT_READ:
            continue
        for name in (*_TOLD, *(one for one in tag.attrs if one.startswith("data-"))):
            text = tag.attrs.get(name)
            if (
                isinstance(text, str)
                and text.strip()
                and not text.startswith("data:")
                and not (name == "content" and tag.attrs.get("charset"))
            ):
                yield tag.sourceline or 1, unquote(text) if name in {"href", "src"} else text, name
    for tag in page.tags("title", "style"):
        yield tag.sourceline or 1, "".join(str(part) for part in tag.contents), "note"
    for note in page.strings:
        if isinstance(note, Comment):
            before = note.find_previous(True)
            yield (before.sourceline or 1) if isinstance(before, Tag) else 1, str(note), "note"


def _blocks(page: Page) -> Iterator[tuple[int, str, str]]:
    """Join the words of each block: a number may be broken by a line end or a bold word."""
    body = next(iter(page.tags("body")), None)
    if body is None:
        return
    texts: dict[int, list[str]] = {}
    blocks: dict[int, Tag] = {}
    for one in body.descendants:
        plain = type(one) is NavigableString
        if not plain and not (isinstance(one, Tag) and one.name == "br"):
            continue
        block = _block_of(one)
        if plain and block.name in _NOT_READ:
            continue
        texts.setdefault(id(block), []).append(str(one).replace("\n", " ") if plain else "\n")
        blocks[id(block)] = block
    for key, parts in texts.items():
        text = "".join(parts).strip()
        if text:
            yield blocks[key].sourceline or 1, text, "text"


def _block_of(one: Any) -> Tag:
    at = one.parent
    while (
        isinstance(at, Tag) and at.name not in _BLOCKS and at.name not in _NOT_READ and at.parent is not None
    ):
        at = at.parent
    return at  # type: ignore[no-any-return]


# What the words are


@lru_cache(maxsize=2048)
def _in_text(text: str, source: str) -> tuple[tuple[str, str], ...]:
    if source == "href":
        return tuple(_in_address(text))
    if len(text) < 6 or not tells_of_somebody(text):  # noqa: PLR2004 - shorter than any of them
        return ()
    return words_of_somebody(text)


def tells_of_somebody(text: str) -> bool:
    """Tell whether a text may tell anything of a person; most texts are passed over by one look."""
    return _TELLING.search(text) is not None


def _in_address(address: str) -> Iterator[tuple[str, str]]:
    low = address.strip().lower()
    if low.startswith("mailto:"):
        yield from _emails(address[7:].split("?", maxsplit=1)[0])
        return
    digits = "".join(sign for sign in low if sign.isdigit() or sign == "+")
    if low.startswith(("tel:", "sms:")) or "wa.me/" in low or "whatsapp.com" in low:
        found = _PHONE.search(digits)
        if low.startswith(("tel:", "sms:")) and len(digits) > _LONGEST_EMERGENCY:
            yield "phone", digits
        elif found is not None and not _is_example(found.group()):
            yield "phone", found.group()


def words_of_somebody(text: str) -> tuple[tuple[str, str], ...]:
    """Return what a text tells of a person: kind and words."""
    return tuple(_in_words(text))


def _in_words(text: str) -> Iterator[tuple[str, str]]:
    for found in _TAX.finditer(text):
        yield "tax", found.group()
    for found in _DIGITS.finditer(text):
        yield from _number(text, found)
    for found in _HOUSE_PHONE.finditer(text):
        if not _HARMLESS.search(text[: found.start()]):
            yield "phone", found.group()
    yield from _emails(text)
    yield from _secrets(text)
    address = address_in(text)
    if address:
        yield "address", address


def _number(text: str, found: re.Match[str]) -> Iterator[tuple[str, str]]:
    written = found.group()
    digits = "".join(sign for sign in written if sign.isdigit())
    before = text[max(0, found.start() - 40) : found.start()]
    if _HARMLESS.search(before):
        return
    if len(digits) in {15, 16} and re.search(r"\bnpwp\b", before, re.IGNORECASE):
        yield "tax", written
    elif len(digits) == 16 and is_identity(digits):  # noqa: PLR2004 - digits of an identity number
        yield "nik", written
    elif _is_phone(digits, before) and not _is_example(digits) and "," not in written:
        yield "phone", written.strip()
    elif len(digits) in _ACCOUNT_DIGITS and _BANK.search(text[max(0, found.start() - 48) : found.start()]):
        yield "bank", written


def _is_phone(digits: str, before: str) -> bool:
    """Tell whether digits are a phone number; behind "WA" its first 0 may be missing."""
    called = _CALLED.search(before) is not None
    return _PHONE.fullmatch(digits) is not None or (called and _PHONE.fullmatch(f"0{digits}") is not None)


def is_identity(digits: str) -> bool:
    """Tell whether 16 digits can be an identity number: province, district, date of birth, order."""
    day, month = int(digits[6:8]), int(digits[8:10])
    return (
        int(digits[:2]) in PROVINCES
        and digits[2:4] != "00"
        and (1 <= day <= 31 or 41 <= day <= 71)  # noqa: PLR2004 - women have 40 added to the day
        and 1 <= month <= 12  # noqa: PLR2004 - months
        and digits[12:] != "0000"
    )


def _is_example(digits: str) -> bool:
    """Tell whether a phone number is only there to show the pattern, such as 0812-0000-0000."""
    return len(set(digits.removeprefix("62").removeprefix("0")[3:])) == 1


def _emails(text: str) -> Iterator[tuple[str, str]]:
    for found in _EMAIL.finditer(text):
        if found.group(1).lower() not in {"contoh", "example"}:
            yield "email", found.group()


def _secrets(text: str) -> Iterator[tuple[str, str]]:
    for found in _SHORT_SECRET.finditer(text):
        yield "secret", found.group()[: -len(found.group(1))].strip(" :=") or "PIN"
    for found in _SECRET.finditer(text):
        value = found.group(2)
        if any(sign.isdigit() for sign in value):
            yield "secret", found.group(1)


def address_in(text: str) -> str:
    """Return the part of a text that leads to one house; empty where it names a village or street alone."""
    street, house, neighbours = _STREET.search(text), _HOUSE.search(text), _RT.search(text)
    with_number = _STREET_NUMBER.search(text)
    parts = [one for one in (street, house, neighbours) if one is not None]
    near = parts and max(one.end() for one in parts) - min(one.start() for one in parts) <= _ONE_ADDRESS
    leads = len(parts) > 1 and near and not (street is None and house is not None and neighbours is None)
    if not (leads or with_number is not None):
        return ""
    begin = min(one.start() for one in (*parts, with_number) if one is not None)
    return " ".join(text[begin : begin + 40].split())


# Pictures


def _pictures(page: Page, site: Site, declared: object) -> Iterable[Private]:
    """Ask about every picture that a page shows or leads to; the first page answers for the styles."""
    said = declared if isinstance(declared, Mapping) else {}
    links = links_of(site, page.name, page)
    if site.pages[:1] == (page.name,):
        links += tuple(link for name in site.texts if name.endswith(".css") for link in links_of(site, name))
    for link in links:
        if link.target not in site.pictures:
            continue
        kind = said.get(link.target)
        if kind == "anak":
            yield Private("child", page.name, link.line, link.target)
        elif kind not in PHOTOS:
            yield Private("undeclared", page.name, link.line, link.target)

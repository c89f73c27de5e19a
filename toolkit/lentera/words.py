"""Speak to people: translation, forms of address, numbers and times as Indonesians write them."""

import gettext
import os
import re
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path

LOCALE_FOLDER = Path(__file__).parent / "locale"
"""gettext catalogues, one domain for each package that speaks."""

_ZONES = {
    timedelta(hours=7): "WIB",
    timedelta(hours=8): "WITA",
    timedelta(hours=9): "WIT",
}


class Address(StrEnum):
    """Name the form of address a learner has chosen."""

    IBU = "Ibu"
    BAPAK = "Bapak"
    KAK = "Kak"
    ANDA = "Anda"

    @property
    def short(self) -> str:
        """Return the form that closes a sentence: "Bagus, Bu."."""
        return {"Ibu": "Bu", "Bapak": "Pak", "Kak": "Kak", "Anda": ""}[self.value]


def language() -> str:
    """Return the interface language: ``id`` unless ``LENTERA_LANG`` names another."""
    return os.environ.get("LENTERA_LANG", "id").split("_")[0].split(".")[0] or "id"


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    catalogue = gettext.NullTranslations()
    for compiled in sorted(LOCALE_FOLDER.glob(f"{code}/LC_MESSAGES/*.mo")):
        with compiled.open("rb") as stream:
            found = gettext.GNUTranslations(stream)
        found.add_fallback(catalogue)
        catalogue = found
    return catalogue


def _(message: str) -> str:
    """Translate an English message; English itself is the fallback."""
    return _catalogue(language()).gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Translate a message that counts something."""
    return _catalogue(language()).ngettext(singular, plural, count)


def addressed(sentence: str, address: Address) -> str:
    """Put the chosen form of address where the sentence says ``{sapaan}``.

    With ``Anda`` the address and its comma are left out: "Bagus, {sapaan}." becomes "Bagus.".
    ``{Sapaan}`` stands for the full form as a subject: "Ibu", "Anda".
    """
    sentence = sentence.replace("{Sapaan}", address.value)
    if address.short:
        return sentence.replace("{sapaan}", address.short)
    return re.sub(r",?\s*\{sapaan\}", "", sentence)


def number(value: float, decimals: int = 0) -> str:
    """Write a number with a decimal comma and dots between thousands: ``11.000``, ``12,8``."""
    text = f"{value:,.{decimals}f}"
    if language() == "id":
        text = text.translate(str.maketrans(",.", ".,"))
    return text.replace("-", "−")


def quantity(value: float, unit: str, decimals: int = 1) -> str:
    """Write a number and its unit, kept on one line: ``12,8 V``."""
    return f"{number(value, decimals)}\u00a0{unit}"


def rupiah(amount: float) -> str:
    """Write a sum of money as on a price tag: ``Rp11.000``; a loss keeps its sign: ``−Rp2.500``."""
    digits = f"{abs(round(amount)):,}".replace(",", ".")
    return f"{'−' if round(amount) < 0 else ''}Rp{digits}"


def clock(moment: datetime) -> str:
    """Write a time of day as on an Indonesian notice board: ``09.41 WITA``."""
    zone = _ZONES.get(moment.utcoffset() or timedelta(), "")
    return f"{moment:%H.%M} {zone}".rstrip()

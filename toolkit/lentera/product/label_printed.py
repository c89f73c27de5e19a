"""What stands on a printed label, in Indonesian whatever the screen speaks; picture and paper show it."""

from dataclasses import dataclass
from typing import Final

from lentera.product.claims import permit_fault
from lentera.product.expiry import as_printed
from lentera.product.label_fields import Ingredient, Label
from lentera.product.label_goods import allergens_of
from lentera.product.standard_measures import UNITS, read_amount

_HALAL: Final = {
    "diurus": "sedang diurus",
    "belum": "belum bersertifikat",
    "tidak_wajib": "tidak bersertifikat",
    "tidak_halal": "tidak halal",
}
_PERMIT: Final = {"diurus": "sedang diurus", "belum": "belum punya"}


@dataclass(frozen=True)
class Piece:
    """Be a stretch of text, bold where an allergen is named."""

    text: str
    bold: bool = False


@dataclass(frozen=True)
class Row:
    """Be one line of the back: its head, and what stands there; nothing where it is still missing."""

    head: str
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """Return the whole text."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True)
class Printed:
    """Hold everything a printed label shows.

    Attributes
    ----------
    name, maker : str
        Front: the product and who made it.
    size_head, size : str
        ``Berat bersih`` and ``150 g``.
    rows : tuple of Row
        Back.
    made, until : str
        The two days.
    site : str
        What the QR code holds; empty for none.
    """

    name: str
    maker: str
    size_head: str
    size: str
    rows: tuple[Row, ...]
    made: str
    until: str
    site: str


def printed(label: Label) -> Printed:
    """Return what is printed of a label; a number of the wrong shape is left out."""
    fluid = label.form == "cair"
    made, until = label.made_on, label.good_until
    name = " ".join(part for part in (label.name.strip(), label.variant.strip()) if part)
    place = ", ".join(part for part in (label.village.strip(), label.regency.strip()) if part)
    maker = ", ".join(part for part in (label.business.strip(), place) if part)
    rows = [
        Row("Komposisi", _composition(label.ingredients)),
        Row("Asal bahan", _plain(label.origin)),
        Row("Dibuat oleh", _plain(maker)),
        Row("Kode produksi", _plain(label.code)),
        Row("Izin P-IRT", _plain(_permit(label))),
        Row("Halal", _plain(_halal(label))),
    ]
    if label.keep.strip():
        rows.append(Row("Simpan", _plain(label.keep)))
    return Printed(
        name=name,
        maker=", ".join(part for part in (label.business.strip(), label.village.strip()) if part),
        size_head="Isi bersih" if fluid else "Berat bersih",
        size=_size(label),
        rows=tuple(rows),
        made=as_printed(made) if made else "",
        until=as_printed(until) if until else "",
        site=label.site.strip(),
    )


def _plain(text: str) -> tuple[Piece, ...]:
    return (Piece(text.strip()),) if text.strip() else ()


def _composition(ingredients: tuple[Ingredient, ...]) -> tuple[Piece, ...]:
    """Write the ingredients with allergens in bold, and name the allergens once more behind them."""
    pieces: list[Piece] = []
    groups: dict[str, None] = {}
    for at, one in enumerate(ingredients):
        found = allergens_of(one.name)
        groups |= dict.fromkeys(found)
        name = one.name.strip()
        name = name[:1].upper() + name[1:] if at == 0 else name
        if at:
            pieces.append(Piece(", "))
        pieces.append(Piece(name, bold=bool(found)))
    if groups:
        pieces.append(Piece(". Mengandung alergen: "))
        pieces.append(Piece(", ".join(groups), bold=True))
    return tuple(pieces)


def _size(label: Label) -> str:
    amount = read_amount(label.size, label.unit if label.unit in UNITS else "")
    if amount is None or amount.value <= 0:
        return ""
    unit = label.unit if label.unit in UNITS and UNITS[label.unit][0] == amount.base else amount.base
    value = f"{amount.value / UNITS[unit][1]:.10g}".replace(".", ",")
    return f"{value} {unit}"


def _halal(label: Label) -> str:
    if label.halal == "bersertifikat":
        number, year = label.halal_number.strip(), label.halal_year.strip()
        return f"sertifikat {number}, {year}" if number and year else ""
    return _HALAL.get(label.halal, "")


def _permit(label: Label) -> str:
    if label.permit == "punya":
        number = label.permit_number.strip()
        return number if permit_fault(number) is None else ""
    return _PERMIT.get(label.permit, "")

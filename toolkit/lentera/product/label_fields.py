"""A label as it stands in its fields, also unfinished, and as its answer file keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from lentera.product.expiry import read_day
from lentera.product.standard_measures import read_number

HALAL: Final = ("bersertifikat", "diurus", "belum", "tidak_wajib", "tidak_halal")
PERMITS: Final = ("punya", "diurus", "belum")
UNITS: Final = ("g", "kg", "ml", "l", "ons", "bungkus")
"""Units that can be chosen; the last two are what people say, and are told about."""
FORMS: Final = ("padat", "cair")
MOST_INGREDIENTS: Final = 20
LONGEST: Final = 90
"""Letters in one field."""
_NO_MEASURE: Final = 1e15
"""Numbers from here on, and what is none, were written by no hand."""

_TEXTS: Final = {
    "nama": "name",
    "varian": "variant",
    "jenis_pangan": "food",
    "berat": "size",
    "usaha": "business",
    "desa": "village",
    "kabupaten": "regency",
    "nomor_halal": "halal_number",
    "tahun_halal": "halal_year",
    "nomor_izin": "permit_number",
    "asal": "origin",
    "kode": "code",
    "dibuat": "made",
    "baik_sebelum": "until",
    "simpan": "keep",
    "alamat_situs": "site",
    "gambar": "picture",
    "ukuran": "format",
}
"""Key in the answer file to the field that holds it."""
_CHOICES: Final = {
    "bentuk": ("form", FORMS),
    "satuan": ("unit", UNITS),
    "halal": ("halal", HALAL),
    "izin": ("permit", PERMITS),
}


@dataclass(frozen=True)
class Ingredient:
    """Be one ingredient, and how many grams go in where somebody has written it."""

    name: str
    grams: str = ""

    @property
    def weight(self) -> float | None:
        """Return the grams; None where none, or no number, is written."""
        return read_number(self.grams)


@dataclass(frozen=True)
class TakenBatch:
    """Be the batch of the production register that a label was made for."""

    code: str
    made: str
    until: str


@dataclass(frozen=True)
class Label:
    """Hold a label."""

    name: str = ""
    variant: str = ""
    food: str = ""
    form: str = "padat"
    ingredients: tuple[Ingredient, ...] = ()
    size: str = ""
    unit: str = ""
    business: str = ""
    village: str = ""
    regency: str = ""
    halal: str = ""
    halal_number: str = ""
    halal_year: str = ""
    permit: str = ""
    permit_number: str = ""
    origin: str = ""
    code: str = ""
    made: str = ""
    until: str = ""
    keep: str = ""
    site: str = ""
    picture: str = ""
    format: str = ""
    batch: TakenBatch | None = None
    today: date | None = None

    @property
    def made_on(self) -> date | None:
        """Return the day it was made."""
        return read_day(self.made)

    @property
    def good_until(self) -> date | None:
        """Return the day before which it is best used."""
        return read_day(self.until)

    def with_batch(self, batch: TakenBatch) -> "Label":
        """Return the label with code and days of a batch."""
        return replace(self, code=batch.code, made=batch.made, until=batch.until, batch=batch)

    def to_content(self) -> dict[str, Any]:
        """Return the answer file's content."""
        content: dict[str, Any] = {key: getattr(self, name) for key, name in _TEXTS.items()}
        content |= {key: getattr(self, name) for key, (name, _known) in _CHOICES.items()}
        content["bahan"] = [{"nama": one.name, "gram": one.grams} for one in self.ingredients]
        if self.batch is not None:
            content["batch"] = {
                "kode": self.batch.code,
                "dibuat": self.batch.made,
                "baik_sebelum": self.batch.until,
            }
        if self.today is not None:
            content["hari_ini"] = self.today.isoformat()
        return content


FIELD_OF: Final[Mapping[str, str]] = {**_TEXTS, **{key: name for key, (name, _known) in _CHOICES.items()}}
"""Key in the answer file to the name of the field."""


def choices_of(key: str) -> tuple[str, ...] | None:
    """Return what can be chosen in a field; None where words are written."""
    return _CHOICES[key][1] if key in _CHOICES else None


def read_label(content: Mapping[str, Any]) -> Label:
    """Read an answer file's content; what was never written is empty.

    Raises
    ------
    ValueError
        When it is no such answer.
    """
    if not isinstance(content, Mapping) or not ({"nama", "bahan", "berat"} & set(content)):
        raise ValueError("the answer is no label: it has no name, ingredients or weight; open it anew")
    rows = content.get("bahan", [])
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        raise ValueError("the ingredients are no list; write them again")
    fields: dict[str, Any] = {name: _text(content.get(key)) for key, name in _TEXTS.items()}
    for key, (name, known) in _CHOICES.items():
        value = content.get(key)
        fields[name] = value if isinstance(value, str) and value in known else ""
    fields["form"] = fields["form"] or FORMS[0]
    ingredients = tuple(Ingredient(_text(row.get("nama")), _text(row.get("gram"))) for row in rows)
    return Label(
        **fields,
        ingredients=tuple(one for one in ingredients if one.name.strip())[:MOST_INGREDIENTS],
        batch=_batch(content.get("batch")),
        today=read_day(_text(content.get("hari_ini"))),
    )


def _batch(row: object) -> TakenBatch | None:
    if not isinstance(row, Mapping):
        return None
    code, made, until = (_text(row.get(key)) for key in ("kode", "dibuat", "baik_sebelum"))
    return TakenBatch(code, made, until) if code and made and until else None


def _text(value: object) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{value:.10g}".replace(".", ",") if abs(value) < _NO_MEASURE else ""
    return value[:LONGEST] if isinstance(value, str) else ""

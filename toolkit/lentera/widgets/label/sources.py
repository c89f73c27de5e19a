"""What a label can take over: the standard sheet, and batches of the production house."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from lentera.place import Place
from lentera.product.expiry import as_printed
from lentera.product.label_fields import Ingredient, TakenBatch
from lentera.product.production import Batch, expiry_first, read_batch
from lentera.product.standard import GOODS, read_sheet
from lentera.product.standard_measures import read_amount
from lentera.words import _

STANDARD_ANSWER: Final = "s07-standar"
BATCHES_ANSWER: Final = "s07-produksi"


@dataclass(frozen=True)
class FromStandard:
    """Be what a standard sheet tells a label."""

    name: str
    variant: str
    size: str
    unit: str
    ingredients: tuple[Ingredient, ...]


def from_standard(place: Place) -> FromStandard | None:
    """Return what the standard sheet beside the notebook tells; None where there is none, or of a service."""
    content = _content(place, STANDARD_ANSWER)
    try:
        sheet = read_sheet(content) if content else None
    except ValueError:
        return None
    if sheet is None or sheet.kind != GOODS or not sheet.name.strip():
        return None
    weighed = []
    for one in sheet.portions:
        amount = read_amount(one.amount, one.unit)
        grams = amount.value if amount else 0.0
        if one.name.strip():
            weighed.append(
                (grams, Ingredient(one.name.strip(), f"{grams:.10g}".replace(".", ",") if grams else ""))
            )
    ordered = sorted(weighed, key=lambda one: -one[0])
    return FromStandard(
        sheet.name.strip(),
        sheet.variant.strip(),
        sheet.size.strip(),
        sheet.unit,
        tuple(row for _weight, row in ordered),
    )


def batches(place: Place) -> tuple[Batch, ...]:
    """Return the batches of the register beside the notebook; the one that expires first is first."""
    listed = (_content(place, BATCHES_ANSWER) or {}).get("batch")
    found = []
    for row in listed if isinstance(listed, list) else ():
        try:
            found.append(read_batch(row))
        except (ValueError, AttributeError):
            continue
    return expiry_first(tuple(found))


def taken(batch: Batch) -> TakenBatch:
    """Return a batch as a label keeps it."""
    return TakenBatch(str(batch.code), batch.made.isoformat(), batch.best_before.isoformat())


def batch_words(batch: Batch) -> str:
    """Return a batch in a list to choose from."""
    told = _("{code}: {packs} packs, best before {day}")
    return told.format(code=batch.code, packs=batch.packs, day=as_printed(batch.best_before))


def _content(place: Place, name: str) -> Mapping[str, Any] | None:
    try:
        answer = place.answer(name).load()
    except (OSError, ValueError):
        place.note_trouble()
        return None
    return answer.payload if answer else None

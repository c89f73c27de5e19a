"""The words of the standard sheet's screen, and what is printed of it."""

from typing import Any

from lentera.place import Place
from lentera.product.standard import (
    GOODS,
    KINDS,
    METHODS,
    MOST_PORTIONS,
    PACKS,
    PORTION_UNITS,
    SERVICE,
    SIZE_UNITS,
    TOLERANCES,
    Sheet,
    as_amount,
    pack_words,
    weigh,
)
from lentera.widgets.frame import frame_words
from lentera.widgets.printing import sheet_words
from lentera.words import _


def unit_name(unit: str) -> str:
    """Return a unit as it is chosen."""
    return {
        "menit": _("minutes"),
        "jam": _("hours"),
        "sendok": _("spoons"),
        "gelas": _("cups"),
        "buah": _("pieces"),
    }.get(unit, unit)


def _methods(kind: str) -> list[list[str]]:
    words = {
        "nol": _("empty pack on the scale, set it to zero, then fill it"),
        "isi": _("weigh only what goes in"),
        "kotor": _("weigh the pack and what is in it together"),
        "jam": _("by the clock, from begin to end"),
        "kira": _("by guess"),
    }
    return [[name, words[name]] for name in METHODS[kind]]


def field_names(kind: str) -> dict[str, str]:
    """Return the label of each field; a service is told in minutes."""
    goods = kind == GOODS
    return {
        "jenis": _("What is sold"),
        "nama": _("Product or service"),
        "varian": _("Kind or taste, if any"),
        "berat": _("Net weight of one pack") if goods else _("Length of one service"),
        "satuan": _("Unit of weight") if goods else _("Unit of time"),
        "toleransi": _("How much it may differ"),
        "jenis_toleransi": _("The tolerance is told in"),
        "cara": _("How it is weighed") if goods else _("How it is timed"),
        "kemasan_kosong": _("Weight of one empty pack in grams"),
        "bahan": _("Ingredient") if goods else _("Step of the work"),
        "jumlah": _("Amount of it"),
        "takar": _("Unit of the amount"),
    }


def standard_words() -> dict[str, Any]:
    """Return every fixed word of the screen."""
    kinds = (_("goods, by weight"), _("a service, by time"))
    tolerances = (_("the same unit"), _("percent"))
    return {
        **frame_words(_("Standard sheet")),
        "intro": {
            GOODS: _("A standard keeps every pack the same. Write it, then weigh five packs."),
            SERVICE: _(
                "A standard keeps every service the same. Write it, then note the time of five services. "
                "The label that follows is for food. You may label the example crisps."
            ),
        },
        "fields": {kind: field_names(kind) for kind in KINDS},
        "kinds": [list(pair) for pair in zip(KINDS, kinds, strict=True)],
        "units": {
            kind: [["", _("Choose one")], *[[one, unit_name(one)] for one in SIZE_UNITS[kind]]]
            for kind in KINDS
        },
        "portion_units": {
            kind: [["", _("Choose one")], *[[one, unit_name(one)] for one in PORTION_UNITS[kind]]]
            for kind in KINDS
        },
        "tolerances": [list(pair) for pair in zip(TOLERANCES, tolerances, strict=True)],
        "methods": {kind: _methods(kind) for kind in KINDS},
        "product": _("Product and content"),
        "recipe": {GOODS: _("Recipe of one batch"), SERVICE: _("Steps of one service")},
        "add": {GOODS: _("Add an ingredient row"), SERVICE: _("Add a step")},
        "remove": {GOODS: _("Remove ingredient {n}"), SERVICE: _("Remove step {n}")},
        "portion": {GOODS: _("Ingredient row {n}"), SERVICE: _("Step {n}")},
        "row": _("Row {n}"),
        "most": MOST_PORTIONS,
        "test": {GOODS: _("Five packs on the scale"), SERVICE: _("Five services by the clock")},
        "pack": {
            GOODS: [_("Pack {n}, grams").format(n=n) for n in range(1, PACKS + 1)],
            SERVICE: [_("Time {n}, minutes").format(n=n) for n in range(1, PACKS + 1)],
        },
        "fluid_pack": [_("Pack {n}, millilitres").format(n=n) for n in range(1, PACKS + 1)],
        "picture": _("Five packs beside the standard"),
        "print": _("Print the sheet (PDF)"),
        "sheet": _("Sheet ready to print:"),
        "open_sheet": _("Download this sheet"),
        "limits": _(
            "Our widest tolerance is an example: 10 of 100 for weight, 25 of 100 for time. "
            "Ask first at the office for trade what the law allows."
        ),
    }


def results(sheet: Sheet) -> list[str]:
    """Return mean and spread in words; nothing before the first pack."""
    found = weigh(sheet)
    if found.mean is None or found.spread is None:
        return []
    told = [
        _("Mean: {amount}.").format(amount=as_amount(found.mean, found.base)),
        _("Fullest and emptiest differ by {amount}.").format(amount=as_amount(found.spread, found.base)),
    ]
    judged = [one for one in found.packs if one.inside is not None]
    if judged:
        inside = sum(bool(one.inside) for one in judged)
        told.append(_("{n} of {all} are within the tolerance.").format(n=inside, all=len(judged)))
    return told


def printed_sheet(place: Place, sheet: Sheet) -> dict[str, Any]:
    """Return what is printed."""
    kind, found, names = sheet.kind, weigh(sheet), field_names(sheet.kind)
    packs = {one.place: one for one in found.packs}
    amount, allowed = sheet.amount, sheet.allowed
    method = dict(_methods(kind)).get(sheet.method, "")
    facts = [
        [names["nama"], " ".join(part for part in (sheet.name.strip(), sheet.variant.strip()) if part)],
        [names["berat"], as_amount(amount.value, amount.base) if amount else ""],
        [names["toleransi"], as_amount(allowed, sheet.base) if allowed is not None else ""],
        [names["cara"], method],
    ]
    return {
        **sheet_words(place, _("Standard sheet"), _("Example tolerance. Ask first what the law allows.")),
        "course": _("Lentera: my product"),
        "facts": [[head, text or "." * 30] for head, text in facts],
        "recipe": standard_words()["recipe"][kind],
        "recipe_head": [names["bahan"], names["jumlah"]],
        "recipe_rows": [
            [one.name.strip(), f"{one.amount.strip()} {unit_name(one.unit)}".strip()]
            for one in sheet.portions
            if one.name.strip() or one.amount.strip()
        ],
        "packs": standard_words()["test"][kind],
        "packs_head": [_("Which one"), _("Result of measuring"), _("Beside the standard")],
        "pack_rows": [
            [
                str(place_),
                as_amount(packs[place_].net, found.base) if place_ in packs else "",
                pack_words(packs[place_], kind, found.base) if place_ in packs else "",
            ]
            for place_ in range(1, PACKS + 1)
        ],
        "result": " ".join(results(sheet)),
        "next": _("The next five"),
        "next_head": [_("Which one"), _("Result of measuring"), _("Note")],
    }

"""The words of the production house, its batches as people read them, and its sheet."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from lentera.place import Place
from lentera.product.expiry import SHELF_UNITS, as_printed
from lentera.product.production import Batch, State
from lentera.widgets.dates import long_date
from lentera.widgets.frame import frame_words
from lentera.widgets.printing import sheet_words
from lentera.words import _, number

BLANK_ROWS: Final = 6
"""Empty rows on the sheet, for the pen."""


def field_names() -> dict[str, str]:
    """Return the label of each field."""
    return {
        "produk": _("Product of the batch"),
        "jalur": _("Line"),
        "dibuat": _("Made on"),
        "jumlah": _("How many packs"),
        "umur": _("How long it keeps"),
        "satuan": _("Counted in"),
    }


def production_words() -> dict[str, Any]:
    """Return every fixed word of the screen."""
    units = (_("days of keeping"), _("weeks of keeping"), _("months of keeping"))
    return {
        **frame_words(_("Production house")),
        "intro": _(
            "Note each batch. Its code and best-before day follow by themselves. Sell the first one first."
        ),
        "fields": field_names(),
        "lines": [[line, _("line {letter}").format(letter=line)] for line in "ABCDEF"],
        "units": [list(pair) for pair in zip(SHELF_UNITS, units, strict=True)],
        "line_help": _("One line is one pan, oven or helper."),
        "life_help": _("Your own test tells: keep one pack and taste it."),
        "new": _("New batch"),
        "add": _("Note the batch"),
        "list": _("Batches, first to expire on top"),
        "use": _("Use on the label"),
        "drop": _("Delete batch"),
        "undo": _("Put the batch back"),
        "print": _("Print the register (PDF)"),
        "sheet": _("Register ready to print:"),
        "open_sheet": _("Download the register"),
        "on_label": _("on the label"),
        "best": _("best before"),
    }


def preview(batch: Batch | None, day: str) -> str:
    """Tell the code and day that the form would give."""
    if batch is not None:
        return _("Code {code}, best before {day}").format(code=batch.code, day=long_date(batch.best_before))
    return _("Best before {day}").format(day=day) if day else ""


def cells(batch: Batch) -> list[str]:
    """Return product, quantity and day of a batch as people read them."""
    return [
        batch.product,
        _("{n} packs").format(n=number(batch.packs)),
        _("made {day}").format(day=long_date(batch.made)),
    ]


def state_words(batch: Batch, today: date) -> str:
    """Tell how a batch stands today."""
    left = (batch.best_before - today).days
    if batch.state(today) is State.OVER:
        return _("past its day: do not sell")
    if batch.state(today) is State.SOON:
        return _("{n} days left: sell first").format(n=left)
    return _("{n} days left").format(n=left)


def sheet(place: Place, batches: Sequence[Batch], today: date) -> dict[str, Any]:
    """Return what is printed."""
    return {
        **sheet_words(place, _("Register of the production house"), _("What expires first is sold first.")),
        "course": _("Lentera: my production house"),
        "intro": _("As of {day}. Write new batches by hand.").format(day=long_date(today)),
        "columns": [_("Batch code"), _("Product made"), _("Packs"), _("Made"), _("Best before"), _("State")],
        "rows": [
            [
                str(one.code),
                one.product,
                number(one.packs),
                as_printed(one.made),
                as_printed(one.best_before),
                state_words(one, today),
            ]
            for one in batches
        ],
        "blank": BLANK_ROWS,
    }

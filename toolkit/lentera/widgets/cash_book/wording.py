"""The fixed words of the cash book."""

from typing import Any

from lentera.widgets.cash_book.ledger import heads
from lentera.widgets.frame import frame_words
from lentera.words import _


def cash_words() -> dict[str, Any]:
    """Return every fixed word of the screen."""
    ids = ("tanggal", "keterangan", "masuk", "keluar", "saldo")
    return {
        **frame_words(_("Cash book")),
        "intro": _("Write each sum that came into the cash box, and each that went out."),
        "round": _("Which round"),
        "happened": _("What happened in the market"),
        "caption": _("My cash book"),
        "number": _("No."),
        "row": _("row of the book"),
        "columns": [
            {"id": id_, "name": name, "field": id_ != "saldo", "number": id_ in {"masuk", "keluar", "saldo"}}
            for id_, name in zip(ids, heads(), strict=True)
        ],
        "balance": _("Cash balance"),
        "sums": _("All together"),
        "remove": _("Remove"),
        "add": _("Add a row"),
        "undo": _("Put the row back"),
        "profit": _("Profit of this round"),
        "profit_help": _("Sales less the cost of the goods sold, less delivery and commission."),
        "keep": _("Print and keep"),
        "print": _("Print (PDF)"),
        "csv": _("Table for a spreadsheet (CSV)"),
        "sheet": _("Sheet to print:"),
        "open_sheet": _("Download the sheet"),
        "csv_file": _("Table:"),
        "open_csv": _("Download the table"),
    }

"""One table object for screen, print, spreadsheet and programs, so that they cannot disagree."""

import csv
import html
import io
import json
from dataclasses import dataclass

from lentera.words import number

Cell = str | int | float | None
"""What a table holds: words, a number, or nothing known."""

_NOTHING = "–"
_STARTS_FORMULA = frozenset("=+-@|%\t\r\n＝＋－＠")


@dataclass(frozen=True)
class Column:
    """Name a column: a stable key for programs, a title for people, at most so many decimals on screen."""

    key: str
    title: str
    decimals: int = 2


@dataclass(frozen=True)
class Table:
    """Hold a title, columns and rows; the first column names the row.

    Raises
    ------
    ValueError
        When a row has not one cell for each column, or two columns share a key.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __post_init__(self) -> None:
        if len({column.key for column in self.columns}) != len(self.columns):
            raise ValueError(f"The table {self.title!r} has two columns with the same key.")
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"The row {row} of {self.title!r} needs {len(self.columns)} cells.")

    def to_text(self) -> str:
        """Return the table for a terminal, numbers written as Indonesians write them."""
        shown = [[column.title for column in self.columns], *self._shown()]
        widths = [max(len(row[place]) for row in shown) for place in range(len(self.columns))]
        lines = [
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in shown
        ]
        lines.insert(1, "  ".join("-" * width for width in widths))
        return "\n".join([self.title, "", *(line.rstrip() for line in lines)]) + "\n"

    def to_html(self) -> str:
        """Return an accessible HTML table: caption, and a scope on every heading."""
        head = "".join(f'<th scope="col">{html.escape(column.title)}</th>' for column in self.columns)
        body = "\n".join(
            f'<tr><th scope="row">{html.escape(first)}</th>'
            + "".join(f"<td>{html.escape(cell)}</td>" for cell in rest)
            + "</tr>"
            for first, *rest in self._shown()
        )
        return (
            f'<table class="lentera-table">\n<caption>{html.escape(self.title)}</caption>\n'
            f"<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>\n"
        )

    def to_csv(self, *, delimiter: str = ",", decimal: str = ".") -> str:
        """Return comma-separated values with a heading line; words can never act as a formula.

        Parameters
        ----------
        delimiter, decimal : str
            ``";"`` and ``","`` suit a spreadsheet set to Indonesian; the defaults suit programs.
        """
        out = io.StringIO()
        writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
        writer.writerow([_harmless(column.title) for column in self.columns])
        for row in self.rows:
            writer.writerow([_csv_cell(cell, decimal) for cell in row])
        return out.getvalue()

    def to_json(self) -> str:
        """Return the table as JSON: title, columns, and one object for each row."""
        keys = [column.key for column in self.columns]
        content = {
            "title": self.title,
            "columns": [{"key": column.key, "title": column.title} for column in self.columns],
            "rows": [dict(zip(keys, row, strict=True)) for row in self.rows],
        }
        return json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False) + "\n"

    def _shown(self) -> list[list[str]]:
        return [
            [_shown(cell, column.decimals) for cell, column in zip(row, self.columns, strict=True)]
            for row in self.rows
        ]


def _shown(cell: Cell, decimals: int) -> str:
    if cell is None:
        return _NOTHING
    if isinstance(cell, str):
        return cell
    # As many decimals as it needs: "70", not "70,00"; a mark of 2,5 keeps its half point.
    needed = next(places for places in range(decimals + 1) if round(cell, places) == round(cell, decimals))
    return number(cell, needed)


def _csv_cell(cell: Cell, decimal: str) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return _harmless(cell)
    return repr(cell).replace(".", decimal)


def _harmless(text: str) -> str:
    """Put an apostrophe before text that a spreadsheet would run as a formula."""
    return f"'{text}" if text.lstrip(" ")[:1] in _STARTS_FORMULA else text

"""The rules for the Markdown cells of a session notebook."""

from typing import Any

import pytest

from lentera.course.style import StyleSeverity, lint_notebook

FIRST = "# Merakit Lampu Surya\n\nHari ini kita menyambung baterai, panel, dan lampu dengan aman."
NEXT = "## Baca gambar\n\nBaca gambar rangkaian dari panel sampai lampu. Sebut nama tiap bagian."


def notebook(*cells: str) -> dict[str, Any]:
    return {"cells": [{"cell_type": "markdown", "source": text} for text in cells]}


def found(*cells: str) -> set[tuple[str, int | None]]:
    return {(fault.rule, fault.cell) for fault in lint_notebook(notebook(*cells))}


def test_a_good_notebook_has_no_fault():
    assert found(FIRST, NEXT) == set()


def test_source_may_be_a_list_of_lines():
    cells = [{"cell_type": "markdown", "source": ["# Judul\n", "\n", "Silahkan ", "duduk."]}]
    assert ("spelling", 0) in {(fault.rule, fault.cell) for fault in lint_notebook({"cells": cells})}


def test_code_cells_are_not_prose():
    code = {"cell_type": "code", "source": "salah = 'gagal'"}
    assert lint_notebook({"cells": [*notebook(FIRST)["cells"], code]}) == []


@pytest.mark.parametrize(
    ("rule", "cell", "cells"),
    [
        ("heading_one", 0, (NEXT,)),
        ("heading_one", 0, (FIRST, FIRST)),
        ("heading_order", 1, (FIRST, "### Baca gambar\n\n" + NEXT.split("\n\n")[1])),
        ("heading_first", 1, (FIRST, NEXT.split("\n\n")[1])),
        ("cell_long", 1, (FIRST, "## Baca\n\n" + "Baca nama tiap bagian ini.\n\n" * 13)),
        ("cell_short", 1, (FIRST, "## Baca\n\nBaca ini.")),
        ("alt", 1, (FIRST, NEXT + "\n\n![](aset/rangkaian.svg)")),
        ("alt", 1, (FIRST, NEXT + "\n\n![rangkaian](aset/rangkaian.svg)")),
        ("alt", 1, (FIRST, NEXT + "\n\n![rangkaian.svg](aset/rangkaian.svg)")),
        ("alt", 1, (FIRST, NEXT + '\n\n<img src="aset/a.svg">')),
        ("alt", 1, (FIRST, NEXT + "\n\n<img alt='' src='aset/a.svg'>")),
        ("link", 1, (FIRST, NEXT + "\n\nBaca [selengkapnya](s07.ipynb).")),
    ],
)
def test_typical_faults_name_their_cell(rule: str, cell: int, cells: tuple[str, ...]):
    assert (rule, cell) in found(*cells)


@pytest.mark.parametrize(
    "addition",
    [
        "![Panel tersambung ke pengatur, pengatur ke baterai](aset/rangkaian.svg)",
        '<img src="aset/a.svg" alt="Sekering duduk di kabel plus">',
        "### Di meja\n\nSebut nama tiap bagian.",
        "| Bagian | Guna |\n|---|---|\n| panel | mengubah cahaya |",
        "```\nkode apa pun\n```",
    ],
)
def test_pictures_tables_and_code_may_stand(addition: str):
    assert found(FIRST, NEXT + "\n\n" + addition) == set()


def test_headings_go_back_up_freely():
    assert found(FIRST, NEXT, NEXT.replace("##", "###"), NEXT) == set()


def test_too_long_is_an_error_and_too_short_a_warning():
    faults = lint_notebook(
        notebook(FIRST, "## Baca\n\nBaca.", "## Baca\n\n" + "Baca nama bagian ini.\n\n" * 16)
    )
    severities = {fault.rule: fault.severity for fault in faults}
    assert severities["cell_long"] is StyleSeverity.ERROR
    assert severities["cell_short"] is StyleSeverity.WARNING

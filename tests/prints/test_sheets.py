"""Sheets on paper: whole PDF files that hold what was written, whatever was written."""

import subprocess
import sys
from pathlib import Path

import pytest

from lentera.prints import PrintError, print_sheet, to_pdf

BASE = {
    "lang": "id",
    "course": "Lentera: lampu surya",
    "owner": "Nama: Rahma",
    "note": "Satu baris untuk satu pekerjaan.",
    "page": "Halaman {n} dari {all}",
}
ROW = ["22 November 2026", "lampu redup", "kutub baterai 12,6 V", "panel dicuci", "Rp0 / Rahma"]


def log(*rows, blank=4):
    columns = [
        "Tanggal",
        "Keluhan dan temuan",
        "Hasil ukur",
        "Tindakan",
        "Suku cadang, biaya, dan oleh siapa",
    ]
    return {
        **BASE,
        "title": "Buku servis",
        "intro": "",
        "columns": columns,
        "rows": list(rows),
        "blank": blank,
    }


def calendar(*rows):
    months = ["Nov", "Des", "Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt"]
    words = {
        "title": "Jadwal rawat",
        "intro": "",
        "job": "Pekerjaan",
        "due": "kotak tanda",
        "key": "",
        "notes": "Catatan",
    }
    return {**BASE, **words, "months": months, "rows": list(rows)}


def test_the_service_log_holds_every_column(text_of):
    pdf = to_pdf("buku-servis", log(ROW))
    assert pdf.startswith(b"%PDF")
    found = text_of(pdf)
    for cell in ("22 November", "lampu redup", "12,6 V", "panel dicuci", "Rp0 / Rahma", "Hasil ukur"):
        assert cell in found


def test_pages_are_counted(text_of):
    found = text_of(to_pdf("buku-servis", log(*[ROW] * 40)))
    assert "Halaman 1 dari" in found
    pages = int(found.split("Halaman 1 dari ")[1].split()[0])
    assert pages > 2
    assert f"Halaman {pages} dari {pages}" in found
    assert found.count("Keluhan dan temuan") == pages


@pytest.mark.parametrize(
    "hostile",
    [
        '#import "/etc/passwd": *',
        '#read("sheet.py")',
        "$ x^2 $ *tebal* _miring_ <label> @rujukan",
        "]); #panic()",
        '\\" } ] , "',
        "= bukan judul",
        "a // b /* c */",
    ],
)
def test_what_people_write_is_text_and_never_source(text_of, hostile):
    row = [ROW[0], hostile, *ROW[2:]]
    found = text_of(to_pdf("buku-servis", log(row))).split()
    assert [word for word in hostile.split() if word not in found] == []


def test_signs_without_a_letter_shape_still_print(text_of):
    pdf = to_pdf("buku-servis", log([ROW[0], "selesai \U0001f600 中 oke", *ROW[2:]]))
    assert "selesai" in text_of(pdf)
    assert "oke" in text_of(pdf)


def test_a_sheet_has_a_title_a_language_and_tags():
    pdf = to_pdf("buku-servis", log(ROW))
    assert b"/MarkInfo" in pdf
    assert b"/Lang(id)" in pdf
    assert b"pdfuaid" in pdf


def test_the_wall_calendar_has_a_box_for_each_month_in_which_a_job_is_due(text_of):
    row = {"text": "Cuci panel.", "about": "Tiap 4 minggu", "months": [1, 0, 2, *[0] * 8, 31]}
    pdf = to_pdf("jadwal-rawat", calendar(row))
    found = text_of(pdf)
    assert "Cuci panel." in found
    assert "2×" in found
    assert "31×" in found
    assert "1×" not in found.replace("31×", "")
    assert "Catatan" in found


def test_a_sheet_is_written_whole_beside_the_notebook(tmp_path, monkeypatch):
    path = print_sheet(tmp_path, "buku-servis", log(ROW))
    assert path == tmp_path / "cetak" / "buku-servis.pdf"
    kept = path.read_bytes()

    def full(*_given):
        raise OSError("No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        print_sheet(tmp_path, "buku-servis", log(ROW, ROW))
    assert path.read_bytes() == kept
    assert [one.name for one in path.parent.iterdir()] == ["buku-servis.pdf"]


def test_an_unknown_template_is_named():
    with pytest.raises(
        PrintError, match="no template 'nota'; choose from aturan-keluarga, buku-kas, buku-servis, "
    ):
        to_pdf("nota", {})


def test_data_that_do_not_fit_are_told():
    with pytest.raises(PrintError, match="'buku-servis' cannot be set"):
        to_pdf("buku-servis", {"title": "x"})


def test_typst_is_loaded_only_to_print():
    code = "import lentera.prints, sys; print('typst' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"

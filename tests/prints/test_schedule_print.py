"""The schedule of the shared computer on paper: one page for one computer and for two."""

import pytest

from lentera.prints import to_pdf


def schedule(computers):
    heads = ["Jam", *(f"Komputer {number + 1}" for number in range(computers)), "Catatan"]
    row = ["08.00–08.45", *["Ayu"] * computers, "kelas daring Ayu"]
    return {
        "lang": "id",
        "title": "Jadwal komputer bersama",
        "course": "Lentera",
        "owner": "Nama: Rahma",
        "note": "SIMULASI. Nama anak di sini contoh.",
        "page": "Halaman {n} dari {all}",
        "intro": "Tulis nama anak dengan pena.",
        "columns": heads,
        "rows": [row] * 9,
        "rules": [
            "Sesudah 45 menit, mata beristirahat.",
            "Pendamping ada di ruang.",
            "Anak tanpa gawai didahulukan.",
        ],
    }


@pytest.mark.parametrize("computers", [1, 2])
def test_a_day_fits_on_one_page(text_of, computers):
    found = text_of(to_pdf("jadwal-komputer", schedule(computers)))
    assert "Halaman 1 dari 1" in found
    assert found.count("08.00–08.45") == 9
    assert f"Komputer {computers}" in found
    assert "Pendamping ada di ruang." in found


def test_names_are_text_and_the_sheet_has_tags():
    data = schedule(1)
    data["rows"][0] = ["08.00", '#import "/etc/passwd"', ""]
    pdf = to_pdf("jadwal-komputer", data)
    assert b"/MarkInfo" in pdf
    assert b"pdfuaid" in pdf

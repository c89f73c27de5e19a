"""The cash book on paper: every row, the sums, and empty rows for the pen; what is written stays text."""

from lentera.prints import to_pdf

ROW = ["22/11/2026", "Pesanan 1: keripik pisang", "Rp27.000", "", "Rp177.000"]


def book(*rows):
    return {
        "lang": "id",
        "title": "Buku kas",
        "course": "Lentera: pasar desa",
        "owner": "Nama: Rahma",
        "note": "Nama, harga, dan uang di sini contoh.",
        "page": "Halaman {n} dari {all}",
        "intro": "Uang masuk, uang keluar, dan sisanya.",
        "columns": ["Tanggal", "Keterangan", "Uang masuk", "Uang keluar", "Saldo"],
        "rows": list(rows),
        "sums": ["", "Jumlah semua", "Rp27.000", "Rp0", "Rp177.000"],
        "blank": 4,
        "lines": ["Laba putaran ini: Rp9.000"],
    }


def test_the_book_holds_rows_sums_and_profit(text_of):
    found = text_of(to_pdf("buku-kas", book(ROW)))
    for text in (
        "Buku kas",
        "22/11/2026",
        "keripik pisang",
        "Rp27.000",
        "Jumlah semua",
        "Laba putaran ini: Rp9.000",
    ):
        assert text in found


def test_a_long_book_repeats_its_heads(text_of):
    found = text_of(to_pdf("buku-kas", book(*[ROW] * 60)))
    pages = int(found.split("Halaman 1 dari ")[1].split()[0])
    assert pages > 1
    assert found.count("Keterangan") == pages


def test_what_is_written_is_text_and_never_source(text_of):
    found = text_of(to_pdf("buku-kas", book([ROW[0], '#import "/etc/passwd": * $x$ *tebal*', *ROW[2:]])))
    assert '#import "/etc/passwd":' in found
    assert "*tebal*" in found


def test_the_sheet_has_tags_and_a_language():
    pdf = to_pdf("buku-kas", book(ROW))
    assert b"/MarkInfo" in pdf
    assert b"/Lang(id)" in pdf
    assert b"pdfuaid" in pdf

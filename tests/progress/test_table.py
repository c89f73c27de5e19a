"""Screen, page, spreadsheet and program read the same table."""

import csv
import io
import json

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lentera.progress import Column, Table

HTML = "{http://www.w3.org/1999/xhtml}"

TABLE = Table(
    "Kemajuan <SM-07> & kelas",
    (Column("session", "Sesi"), Column("mark", "Nilai"), Column("level", "Tingkat")),
    (
        ("Sesi 5", 72.5, "Cakap"),
        ("Sesi 6", None, "Belum dinilai"),
        ("Sesi 7", 100, "Mahir"),
        ("Sesi 8", 0, 'Mulai, "baru" & <b>tebal</b>'),
    ),
)


def html_rows(page):
    table = next(html5lib.HTMLParser(strict=False).parse(page).iter(f"{HTML}table"))
    return [["".join(cell.itertext()) for cell in row] for row in table.iter(f"{HTML}tr")]


def as_shown(value):
    if value == "" or value is None:
        return "–"
    try:
        number = float(value)
    except ValueError:
        return value.removeprefix("'")
    return f"{number:g}".replace(".", ",")


def test_all_four_forms_agree():
    page = html_rows(TABLE.to_html())
    sheet = list(csv.reader(io.StringIO(TABLE.to_csv())))
    content = json.loads(TABLE.to_json())
    assert page[0] == sheet[0] == [column["title"] for column in content["columns"]]
    from_json = [[as_shown(row[c["key"]]) for c in content["columns"]] for row in content["rows"]]
    assert page[1:] == [[as_shown(cell) for cell in row] for row in sheet[1:]] == from_json
    lines = TABLE.to_text().splitlines()
    assert lines[0] == content["title"] == TABLE.title
    assert [
        [part.strip() for part in line.split("  ") if part.strip()] for line in [lines[2], *lines[4:]]
    ] == page


def test_the_text_is_aligned():
    assert TABLE.to_text() == (
        "Kemajuan <SM-07> & kelas\n\n"
        "Sesi    Nilai  Tingkat\n"
        "------  -----  ----------------------------\n"
        "Sesi 5  72,5   Cakap\n"
        "Sesi 6  –      Belum dinilai\n"
        "Sesi 7  100    Mahir\n"
        'Sesi 8  0      Mulai, "baru" & <b>tebal</b>\n'
    )


def test_the_page_is_accessible_and_clean():
    fragment = html5lib.HTMLParser(strict=True).parseFragment(TABLE.to_html())
    (caption,) = fragment.iter(f"{HTML}caption")
    assert caption.text == TABLE.title
    headings = list(fragment.iter(f"{HTML}th"))
    assert [heading.get("scope") for heading in headings] == ["col"] * 3 + ["row"] * 4
    assert not list(fragment.iter(f"{HTML}b")), "words never become markup"


def test_a_spreadsheet_set_to_indonesian_reads_its_own_form():
    assert TABLE.to_csv(delimiter=";", decimal=",").splitlines()[1] == "Sesi 5;72,5;Cakap"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+62812", "'+62812"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\r=x", "'\r=x"),
        ("  =cmd|' /C calc'!A0", "'  =cmd|' /C calc'!A0"),
        ("＝1+1", "'＝1+1"),
        # ordinary words stay as they are
        ("SM-07", "SM-07"),
        ("3 dari 5", "3 dari 5"),
        ("", ""),
        ("1=1", "1=1"),
    ],
)
def test_words_never_act_as_a_formula(text, written):
    table = Table("t", (Column("a", "A"),), ((text,),))
    assert list(csv.reader(io.StringIO(table.to_csv(), newline="")))[1:] == [[written] if written else [""]]


def test_negative_numbers_are_numbers():
    assert Table("t", (Column("a", "A"),), ((-2.5,),)).to_csv() == "A\r\n-2.5\r\n"


@pytest.mark.parametrize(
    ("value", "shown"), [(70.0, "70"), (2.5, "2,5"), (72.25, "72,25"), (1234, "1.234"), (33.333, "33,33")]
)
def test_numbers_show_as_many_decimals_as_they_need(value, shown):
    assert Table("t", (Column("a", "A"),), ((value,),)).to_text().splitlines()[-1] == shown


@given(st.lists(st.tuples(st.text(), st.text()), min_size=1, max_size=4))
def test_any_words_come_back_from_csv_and_json(rows):
    table = Table("t", (Column("a", "A"), Column("b", "B")), tuple(rows))
    sheet = list(csv.reader(io.StringIO(table.to_csv(), newline="")))[1:]
    assert sheet == [
        [cell if back == cell else f"'{cell}" for cell, back in zip(row, line, strict=True)]
        for row, line in zip(rows, sheet, strict=True)
    ]
    assert [tuple(row.values()) for row in json.loads(table.to_json())["rows"]] == rows


@pytest.mark.parametrize(
    ("columns", "rows", "says"),
    [
        ((Column("a", "A"),), (("x", "y"),), "needs 1 cells"),
        ((Column("a", "A"), Column("a", "B")), (), "same key"),
    ],
)
def test_a_table_with_holes_is_refused(columns, rows, says):
    with pytest.raises(ValueError, match=says):
        Table("t", columns, rows)

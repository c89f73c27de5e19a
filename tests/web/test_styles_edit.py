"""A value is changed where it stands, and every other sign of the style sheet stays as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lentera.web.page import parse_page
from lentera.web.site import Site
from lentera.web.styles import read_sheet, sheets_of
from lentera.web.styles_edit import with_link, with_value

CHANGED = [
    ("body { color: red; }", "body { color: navy; }"),
    ("body{color:red}", "body{color:navy}"),
    ("body{color:rgb(1, 2, 3) !important;}", "body{color:navy !important;}"),
    ("/* color: red; */\nbody {\n\tcolor : /* a */ red /* b */ ; /* c */\n}\n", "/* color: red; */\nbody {\n\tcolor : /* a */ navy /* b */ ; /* c */\n}\n"),
    ("body{\r\n  color: red;\r\n}\r\nh1{color:red}\r\n", "body{\r\n  color: navy;\r\n}\r\nh1{color:red}\r\n"),
    ("h1{color:red}", "h1{color:red}\n\nbody {\n  color: navy;\n}\n"),
    ("", "body {\n  color: navy;\n}\n"),
    ("body{color:red}body{color:green}", "body{color:red}body{color:navy}"),
    ("BODY { COLOR: red }", "BODY { COLOR: navy }"),
    ("body {\n  margin: 4px;\n}\n", "body {\n  margin: 4px;\n  color: navy;\n}\n"),
    ("body {\n  margin: 4px\n}\n", "body {\n  margin: 4px;\n  color: navy;\n}\n"),
    ("body {\n  margin: 4px; /* jarak */\n}\n", "body {\n  margin: 4px; /* jarak */\n  color: navy;\n}\n"),
    ("body {\n  margin: 4px /* jarak */\n}\n", "body {\n  margin: 4px; /* jarak */\n  color: navy;\n}\n"),
    ("body { margin: 4px }", "body { margin: 4px; color: navy; }"),
    ("body{}", "body{ color: navy; }"),
    ("body{content:'}{';margin:0}", "body{content:'}{';margin:0; color: navy; }"),
    ("@media print{body{color:red}}", "@media print{body{color:red}}\n\nbody {\n  color: navy;\n}\n"),
    ("body, h1 {color:red}", "body, h1 {color:red}\n\nbody {\n  color: navy;\n}\n"),
    ("body{color:'a;b}'}", "body{color:navy}"),
    ("/* 😀 */ body{/*é*/color:red}", "/* 😀 */ body{/*é*/color:navy}"),
]  # fmt: skip


@pytest.mark.parametrize(("css", "expected"), CHANGED)
def test_one_value_changes_and_nothing_else(css, expected):
    assert with_value(css, "body", "color", "navy") == expected


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("body{background:red}", "body{background:navy}"),
        ("body{background: rgb(1,2,3) url(a.png) no-repeat}", "body{background: navy url(a.png) no-repeat}"),
        ("body{background:url(a.png)#fff}", "body{background:url(a.png)navy}"),
        ("body{background:url(a.png)}", "body{background:url(a.png); background-color: navy; }"),
        ("body{background-color:red;background:green}", "body{background-color:red;background:navy}"),
    ],
)
def test_the_colour_in_a_shorthand_is_the_one_that_counts(css, expected):
    assert with_value(css, "body", "background-color", "navy") == expected


@given(
    st.lists(
        st.sampled_from(["body{color:red}", "h1 { margin: 0 }", "/* catatan; } */", "\r\n", "\n\n", "body {\n  font-size: 18px\n}", "p{content:'{;'}", "@media print{p{color:red}}", "body{background:#fff}"]),
        max_size=6,
    ).map("".join),
    st.sampled_from(["color", "background-color", "font-size"]),
)  # fmt: skip
def test_what_was_written_is_what_counts_and_the_rest_is_still_there(css, name):
    value = "20px" if name == "font-size" else "teal"
    changed = with_value(css, "body", name, value)
    rules = [rule for rule in read_sheet("a.css", changed).rules if rule.selector == "body"]
    shorthand = {"background"} if name == "background-color" else set()
    told = [one.text for rule in rules for one in rule.declarations if one.name in {name} | shorthand]
    assert value in told[-1]
    assert with_value(changed, "body", name, value) == changed
    kept = [rule.selector for rule in read_sheet("a.css", css).rules]
    assert [rule.selector for rule in read_sheet("a.css", changed).rules][: len(kept)] == kept
    assert changed.count("catatan") == css.count("catatan")


@given(st.text(alphabet="{}:;()'\"/*#abody color\n\r\\!", max_size=50))
def test_no_style_sheet_is_too_broken_to_write_in(css):
    assert "navy" in with_value(css, "body", "color", "navy")


@pytest.mark.parametrize(
    "html",
    [
        '<!doctype html>\n<html lang="id">\n<head>\n  <title>x</title>\n</head>\n<body><p>a</p></body></html>',
        "<!doctype html><title>x</title><p>a",
        "<p>a</p>",
        "<!-- </head> --><!doctype html><html><head></head><body>a",
        "<HTML><HEAD><TITLE>x</TITLE></HEAD><BODY>a</BODY></HTML>",
        "<html><body>a</body></html>",
    ],
)
def test_a_page_gets_one_link_and_keeps_the_rest(html):
    page = parse_page("index.html", html.encode())
    linked = with_link(html, page, "gaya.css")
    site = Site({"index.html": linked.encode(), "gaya.css": b"p{color:red}"})
    again = parse_page("index.html", linked.encode())
    assert [one.sheet.file for one in sheets_of(site, again)] == ["gaya.css"]
    assert with_link(linked, again, "gaya.css") == linked
    left = linked.replace('<link rel="stylesheet" href="gaya.css">', "")
    assert "".join(left.split()) == "".join(html.split())

"""Brackets deep inside one another: a style sheet is read up to there, and nobody is shut out."""

import pytest

from lentera.web import Site
from lentera.web.checking import check_page
from lentera.web.styles import read_sheet
from lentera.web.styles_edit import with_value
from lentera.web.styles_faults import faults_of_sheet
from lentera.web.styles_reach import DEEPEST, within_reach

PAGE = (
    '<!doctype html><html lang="id"><head><meta charset="utf-8"><title>Toko</title>'
    '<link rel="stylesheet" href="gaya.css"><style media="{query}">{css}</style></head>'
    '<body><h1 style="{inside}">Toko</h1><p>Enak.</p></body></html>'
)
MANY = 9000


@pytest.mark.parametrize(
    "css",
    [
        "a{" * MANY,
        "a{" * MANY + "}" * MANY,
        "a{" + "@media all{" * MANY,
        "@media all{" * MANY,
        "p{color:" + "(" * MANY,
        "p{color:" + "(" * MANY + ")" * MANY + "}",
        "p{color:" + "rgb(" * MANY,
        "p{color:" + "var(--a," * MANY,
        "p{width:" + "calc(" * MANY,
        "a" + ":not(a" * MANY + ")" * MANY + "{color:red}",
        "@import " + "(" * MANY + ";",
        "@media " + "(" * MANY + "{a{color:red}}",
        "a{)" * MANY,
        "a{]" * MANY + "x: (",
        "x: y; " + "(" * MANY,
    ],
)
def test_no_depth_of_brackets_breaks_the_check_or_a_change(css):
    inside = css.replace('"', "")
    page = PAGE.format(css=css, inside=inside, query=inside[:5000]).encode()
    check_page(Site({"index.html": page, "gaya.css": css.encode()}), "index.html")
    faults_of_sheet("gaya.css", css)
    assert with_value(css, "body", "color", "#111").startswith(css)


def test_what_stands_before_the_depth_is_read():
    rules = read_sheet("gaya.css", "p { color: red }\n" + "a{" * MANY).rules
    assert rules[0].selector == "p"


@pytest.mark.parametrize(
    "css",
    [
        "",
        "p { color: rgb(0 0 0 / 50%) }\n" * 500,
        '.a::before { content: "((((" }\n' * 50,
        ".a::before { content: '{\\'{{' }\n" * 50,
        "/* ((({{{ */ p { color: red }\n" * 50,
        ".kelas\\{satu { color: red }\n" * 50,
        "p { background: url(data:a{b[c) }\n" * 50,
        'p { background: url( "a(b" ) }\n' * 50,
        "p { color: red\n" * DEEPEST,
    ],
)
def test_an_ordinary_sheet_is_read_whole(css):
    assert within_reach(css) == css


def test_a_sheet_ends_before_the_bracket_that_is_too_deep():
    assert within_reach("p{" * (DEEPEST + 1)) == "p{" * DEEPEST + "p"
    assert within_reach("{)" * (DEEPEST + 5)) == "{)" * DEEPEST, "only its own sign closes a bracket"

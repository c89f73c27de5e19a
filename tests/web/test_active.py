"""What acts by itself is found wherever a page or style can hide it, and ordinary pages are left in peace."""

import pytest

from lentera.web import Site
from lentera.web.active import active_content, is_passive_svg


def found(text, name="index.html"):
    return [(one.line, one.what) for one in active_content(Site({name: text.encode()}))]


@pytest.mark.parametrize(
    "text",
    [
        "<h1>Toko</h1><p>Rasa: manis &amp; asin</p>",
        '<a href="produk.html">Produk</a> <a href="#rasa">Rasa</a> <a href="mailto:toko@contoh.id">Surat</a>',
        '<a href="https://contoh.example/peta">Peta</a>',
        '<img src="foto/keripik.jpg" alt="Keripik">',
        '<img src="data:image/png;base64,iVBOR" alt="x">',
        '<link rel="stylesheet" href="gaya.css"><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
        "<style>body{background:url(foto/latar.jpg)} p::before{content:'http://bukan'}</style>",
        '<p style="color:red">on sale</p><p title="onclick=1">x</p>',
        "<p>javascript: itu bahasa</p>",
        "<details><summary>Rasa</summary>Manis</details>",
    ],
)
def test_ordinary_pages_are_passive(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<p>a</p>\n<script>1</script>", "<script>"),
        ("<p>a</p>\n<SCRIPT SRC=x.js></SCRIPT>", "<script>"),
        ("<p>a</p>\n<p OnClick='x()'>b</p>", "onclick"),
        ("<p>a</p>\n<svg><a xlink:href='javascript:x()'>b</a></svg>", "javascript:"),
        ("<p>a</p>\n<a href='&#106;avascript:x()'>b</a>", "javascript:"),
        ("<p>a</p>\n<a href=' \tjava\tscript:x()'>b</a>", "javascript:"),
        ("<p>a</p>\n<a href='data:text/html,<script>1</script>'>b</a>", "data:"),
        ("<p>a</p>\n<iframe srcdoc='x'></iframe>", "<iframe>"),
        ("<p>a</p>\n<object data=x.swf></object>", "<object>"),
        ("<p>a</p>\n<embed src=x>", "<embed>"),
        ("<p>a</p>\n<meta HTTP-EQUIV=' refresh ' content=0>", "refresh"),
        ("<p>a</p>\n<form></form>", "<form>"),
        ("<p>a</p>\n<img src='//x.example/a.png'>", "src=//x.example/a.png"),
        ("<p>a</p>\n<img src='\\\\x.example\\a.png'>", "src=\\\\x.example\\a.png"),
        ("<p>a</p>\n<img srcset='http://x.example/a 2x'>", "srcset=http://x.example/a 2x"),
        ("<p>a</p>\n<link rel=stylesheet href=https://x.example/a.css>", "href=https://x.example/a.css"),
        ("<p>a</p>\n<video poster='http://x.example/a'></video>", "poster=http://x.example/a"),
        ("<p>a</p>\n<p style='background:url(http://x.example/a)'>b</p>", "url(http://x.example/a)"),
        ("<p>a</p>\n<style>@import 'a.css';</style>", "@import"),
        (
            "<p>a</p>\n<style>p{background:image-set('http://x.example/a' 1x)}</style>",
            "image-set(http://x.example/a)",
        ),
    ],
)
def test_what_acts_is_named_with_its_line(text, what):
    assert (2, what) in [(2 if "<style" in text else line, one) for line, one in found(text)]


def test_styles_of_their_own_are_looked_at_too():
    assert found("p{}\n@import url(x.css);", "gaya.css") == [(2, "@import")]
    assert found("p{background:url(foto/a.jpg)}", "gaya.css") == []


def test_a_hundred_thousand_brackets_end():
    assert found("p{" * 100_000, "gaya.css") == []


@pytest.mark.parametrize(
    ("drawing", "passive"),
    [
        (b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>', True),
        (b'<?xml version="1.0"?><svg><use href="#a"/><rect fill="url(#b)"/></svg>', True),
        (b"<svg><SCRIPT>1</SCRIPT></svg>", False),
        (b'<!DOCTYPE svg [<!ENTITY l "l"><!ENTITY m "&l;&l;">]><svg>&m;</svg>', False),
        (b"<svg><image href='http://x.example/a'/></svg>", False),
        (b"<svg><style>@import 'a'</style></svg>", False),
        (b"<svg><foreignObject/></svg>", False),
        (b"<svg\nonload='x()'/>", False),
        (b"not a drawing", False),
    ],
)
def test_a_drawing_only_draws(drawing, passive):
    assert is_passive_svg(drawing) is passive

"""A preview of whatever a page may hold: only what shows something is left, and nothing of the laptop is in it."""

import io
import re
import time
import warnings
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from lentera.web import Picture, Site, read_site
from lentera.web.preview import LARGEST, POLICY, Kind, draw, inside_site, preview
from lentera.web.preview_picture import LARGEST_SHOWN, data_uri, read_picture

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'
PICTURES = {name: Picture(100) for name in ("foto/a.svg", "b.png", "foto/dua kata.svg")}


def shown(body, files=None, name="index.html", **how):
    site = Site(
        {name: body.encode(), **{one: text.encode() for one, text in (files or {}).items()}}, PICTURES
    )
    return preview(site, name, lambda _path: DRAWING, **how)


def read_back(html):
    return BeautifulSoup(html, "html5lib")


OWN_PICTURE = re.compile(r'url\("data:image/[^"]*"\)')


def faults(html):
    """Name all in a document that acts, fetches or leads somewhere."""
    found = []
    for tag in read_back(html).find_all(True):
        if tag.name in {
            "script",
            "iframe",
            "object",
            "embed",
            "base",
            "link",
            "svg",
            "math",
            "template",
            "frame",
            "applet",
        }:
            found.append(tag.name)
        if tag.name == "meta" and tag.get("http-equiv", "").lower() not in {"", "content-security-policy"}:
            found.append(str(tag))
        for key, value in tag.attrs.items():
            text = value if isinstance(value, str) else " ".join(value)
            if (
                key.startswith("on")
                or key
                in {
                    "href",
                    "action",
                    "formaction",
                    "srcset",
                    "srcdoc",
                    "background",
                    "ping",
                    "poster",
                    "data",
                    "http-equiv",
                    "autofocus",
                    "xlink:href",
                    "target",
                }
            ) and key != "http-equiv":
                found.append(f"{tag.name} {key}={text}")
            if key == "src" and not text.startswith("data:image/"):
                found.append(f"{tag.name} src={text}")
            if key == "style" and "url(" in OWN_PICTURE.sub("", text).lower():
                found.append(f"style={text}")
        if tag.name == "style":
            rest = OWN_PICTURE.sub("", "".join(tag.contents))
            if "url(" in rest.lower() or "@import" in rest.lower() or "src(" in rest.lower():
                found.append(f"<style>{rest}")
    return found


HOSTILE = [
    ("<script>alert(1)</script>", Kind.PROGRAM),
    ("<script src=http://x/y.js></script>", Kind.PROGRAM),
    ("<ScRiPt>alert(1)</sCrIpT>", Kind.PROGRAM),
    ("<p onclick=alert(1)>x</p>", Kind.PROGRAM),
    ("<p OnMouseOver='x()'>x</p>", Kind.PROGRAM),
    ("<img src=x onerror=alert(1)>", Kind.PROGRAM),
    ("<svg onload=alert(1)><script>x</script></svg>", Kind.PROGRAM),
    ("<svg><foreignObject><iframe src=x></iframe></foreignObject></svg>", Kind.PROGRAM),
    ("<body onload=alert(1)>x", Kind.PROGRAM),
    ("<iframe src='/lab'></iframe>", Kind.FRAME),
    ("<iframe srcdoc='<script>x</script>'></iframe>", Kind.FRAME),
    ("<object data='x.swf'></object>", Kind.FRAME),
    ("<embed src=x>", Kind.FRAME),
    ("<frameset><frame src=x></frameset>", None),
    ("<base href='http://x/'>", Kind.OUTSIDE),
    ("<meta http-equiv=refresh content='0;url=http://x'>", Kind.FORWARD),
    ("<meta http-equiv='REFRESH' content=0>", Kind.FORWARD),
    ("<meta http-equiv='Content-Security-Policy' content='default-src *'>", None),
    ("<video src=x autoplay></video>", Kind.MEDIA),
    ("<audio src=x></audio>", Kind.MEDIA),
    ("<img src='http://x/y.png'>", Kind.OUTSIDE),
    ("<img src='//x/y.png'>", Kind.OUTSIDE),
    ("<img src='data:text/html,<script>x</script>'>", Kind.OUTSIDE),
    ("<img src='data:image/svg+xml,<svg onload=x>'>", Kind.OUTSIDE),
    ("<img src='blob:http://x'>", Kind.OUTSIDE),
    ("<img src='file:///etc/passwd'>", Kind.OUTSIDE),
    ("<img src=x srcset='http://x/y 2x'>", Kind.PICTURE),
    ("<picture><source srcset='http://x/y'><img src=x></picture>", Kind.PICTURE),
    ("<style>@import 'http://x/y.css';</style>", Kind.OUTSIDE),
    ("<style>p{background:url(http://x)}</style>", Kind.OUTSIDE),
    ("<style>p{background:URL( 'http://x' )}</style>", Kind.OUTSIDE),
    ("<style>p{background:u\\72l(http://x)}</style>", None),
    ("<style>p{background:image-set('http://x' 1x)}</style>", None),
    ("<style>p{background:-webkit-image-set(url(http://x) 1x)}</style>", None),
    ("<style>@font-face{font-family:x;src:url(http://x)}</style>", None),
    ("<style>input[value^=a]{background:url(http://x/a)}</style>", Kind.OUTSIDE),
    ("<style>p{color:red}</sty</style><script>x</script>", Kind.PROGRAM),
    ("<style>p::before{content:'</style><script>alert(1)</script>'}", Kind.PROGRAM),
    ("<style><!-- p{color:red} --></style>", None),
    ("<style>@media print{@import url(http://x);}</style>", None),
    ("<p style='background:url(http://x)'>x</p>", Kind.OUTSIDE),
    ('<p style="color:red;}</style><script>x</script>">x</p>', None),
    ("<a href='javascript:alert(1)'>x</a>", None),
    ("<a href='/lab/tree'>x</a>", None),
    ("<a href='http://x' ping='http://y' target=_top>x</a>", None),
    ("<form action='http://x' method=post><input name=a autofocus><button formaction=http://y>k</button></form>", None),
    ("<link rel=stylesheet href='http://x/y.css'>", None),
    ("<link rel=prefetch href='http://x'>", None),
    ("<math><a xlink:href='javascript:x'>x</a></math>", None),
    ("<template><script>x</script></template>", Kind.PROGRAM),
    ("<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>", None),
    ("<xmp><script>x</script></xmp>", None),
    ("<plaintext><script>x</script>", None),
    ("<textarea></textarea><script>x</script></textarea>", Kind.PROGRAM),
    ("<title></title><script>x</script>", Kind.PROGRAM),
    ("<!--><script>x</script>-->", Kind.PROGRAM),
    ("<![CDATA[<script>x</script>]]>", None),
    ("<?xml <script>x</script> ?>", None),
    ("<table background='http://x'><td background='http://x'>x</table>", None),
    ("<input type=image src='http://x'>", None),
    ("<img src='foto/a.svg' usemap='#m'><map name=m><area href='http://x'></map>", None),
    ("<p class='\"><script>x</script>'>x</p>", None),
    ("<p title='&quot;&gt;&lt;script&gt;'>&lt;script&gt;x&lt;/script&gt;</p>", None),
    ("<img src='foto/a.svg' alt='\"><script>x</script>'>", None),
    ("<p id='x\0' onfocus\0=x>x</p>", None),
    ("<svg/onload=alert(1)>", Kind.PROGRAM),
    ("<details ontoggle=x open>x</details>", Kind.PROGRAM),
    ("<dialog open><form method=dialog><button>x</button></form></dialog>", None),
    ("<custom-thing onclick=x>x</custom-thing>", None),
]  # fmt: skip


@pytest.mark.parametrize(("body", "kind"), HOSTILE, ids=[str(n) for n in range(len(HOSTILE))])
def test_nothing_that_acts_or_fetches_is_written(body, kind):
    found = shown(body)
    assert faults(found.html) == []
    assert found.html.count("<meta http-equiv") == 1
    assert POLICY in found.html
    if kind is not None:
        assert kind in found.left_out


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from([body for body, _kind in HOSTILE] + ["<b>", "</p>", '"', "'", "<!--", "]]>", "\0"]),
        max_size=6,
    )
)
def test_hostile_pieces_together_are_no_worse(pieces):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert faults(shown("".join(pieces)).html) == []


def test_a_plain_page_is_shown_as_it_was_written():
    page = '<h1 class="a" id="b" style="color:red">A &amp; B</h1><p>x<br>y</p><ul><li>1</li></ul><img src="foto/a.svg" alt="c" width="9">'
    found = shown(page)
    assert found.left_out == ()
    body = found.html.split('<body tabindex="0">')[1].split("</body>")[0]
    assert body == page.replace('src="foto/a.svg" alt="c"', f'src="{data_uri("a.svg", DRAWING)}" alt="c"')


def test_styles_of_the_site_come_in_where_they_were_linked():
    styles = {
        "gaya/satu.css": "p{color:red} body{background:url(../foto/a.svg)}",
        "dua.css": "p { margin: 3px }",
    }
    html = shown(
        '<link rel=stylesheet href="gaya/satu.css"><style>p{x:y}</style><link rel=stylesheet href=dua.css>',
        styles,
    ).html
    one, two, three = html.index("color:red"), html.index("x:y"), html.index("margin: 3px")
    assert one < two < three
    assert data_uri("a.svg", DRAWING) in html


def test_a_page_in_a_folder_finds_its_pictures():
    found = shown('<img src="../foto/a.svg">', name="toko/index.html")
    assert found.left_out == ()


@pytest.mark.parametrize(
    "written",
    ["../rahasia.png", "..%2frahasia.png", "%2e%2e/rahasia.png", "/etc/passwd", "foto/../../rahasia.png", "C:\\x.png",
     "foto\\..\\..\\x.png", "file:///x", "\0", "", " ", "#", "?", "//host/x", "\tjava\nscript:x", "foto/%00.svg"],
)  # fmt: skip
def test_no_address_leads_out_of_the_site(written):
    found = inside_site(written, "index.html")
    assert found is None or found not in PICTURES
    assert "src=" not in shown(f'<img src="{written}">').html.split("<body")[1]


@pytest.mark.parametrize(
    ("written", "file", "expected"),
    [("foto/a.svg", "index.html", "foto/a.svg"), ("./foto/./a.svg?x#y", "index.html", "foto/a.svg"),
     ("../foto/a.svg", "toko/x.html", "foto/a.svg"), ("foto/dua%20kata.svg", "index.html", "foto/dua kata.svg")],
)  # fmt: skip
def test_an_address_is_followed_as_a_browser_does(written, file, expected):
    assert inside_site(written, file) == expected


def test_links_out_of_the_folder_and_hidden_files_are_never_read(tmp_path: Path):
    folder, secret = tmp_path / "situs", tmp_path / "rahasia.png"
    (folder / "foto").mkdir(parents=True)
    Image.new("RGB", (4, 4)).save(secret)
    (folder / "tembus.png").symlink_to(secret)
    (folder / "keluar").symlink_to(tmp_path, target_is_directory=True)
    (folder / ".rahasia.png").write_bytes(secret.read_bytes())
    for name in ("tembus.png", "keluar/rahasia.png", ".rahasia.png", "../rahasia.png", str(secret), "foto"):
        assert read_picture(folder, name) is None
        page = f'<img src="{name}">'.encode()
        site = read_site(folder).with_text("index.html", page)
        assert (
            "src="
            not in preview(site, "index.html", lambda one: read_picture(folder, one)).html.split("<body")[1]
        )


def photo(kind, size=(40, 30), **how):
    out = io.BytesIO()
    Image.effect_noise(size, 90).convert("RGB").save(out, kind, **how)
    return out.getvalue()


@pytest.mark.parametrize(
    ("kind", "name"), [("PNG", "a.png"), ("JPEG", "a.jpg"), ("GIF", "a.gif"), ("WEBP", "a.webp")]
)
def test_a_photo_is_shown_as_it_is(kind, name):
    found = data_uri(name, photo(kind))
    assert found is not None
    assert found.startswith(f"data:image/{kind.lower()};base64,")


def test_a_large_photo_is_drawn_anew_and_smaller():
    large = photo("JPEG", (3000, 2000), quality=95)
    assert len(large) > LARGEST_SHOWN
    found = data_uri("besar.jpg", large)
    assert found is not None
    assert len(found) < len(large) / 2


BOMB = b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>'


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.png", b"<svg onload=x>"), ("a.png", b""), ("a.jpg", b"\xff\xd8\xff" + b"x" * 50), ("a.gif", b"GIF89a<script>"),
        ("a.png", photo("PNG")[:60]), ("a.png", photo("TIFF")), ("a.svg", BOMB), ("a.svg", BOMB.decode().encode("utf-16")),
        ("a.svg", b"<svg><script>x</script></svg>"), ("a.svg", b"<svg onload=x></svg>"), ("a.svg", b"<svg>" + b" " * 300_000 + b"</svg>"),
        ("a.svg", b'<svg><image href="http://x"/></svg>'), ("a.svg", b"<svg><foreignObject/></svg>"), ("a.svg", b"<html>"),
    ],
)  # fmt: skip
def test_what_is_no_picture_or_does_more_than_drawing_is_not_shown(name, content):
    assert data_uri(name, content) is None


def test_a_picture_that_cannot_be_shown_leaves_its_words():
    site = Site({"index.html": b'<img src="foto/a.svg" alt="Keripik">'}, PICTURES)
    for found in (
        preview(site, "index.html", lambda _path: None),
        draw(site, "index.html", lambda _path: None),
    ):
        assert '<img alt="Keripik">' in found.html
        assert found.left_out == (Kind.PICTURE,)


@pytest.mark.parametrize(
    "body",
    [
        b"<div>" * 50_000,
        b"<b><p>" * 20_000,
        b"<table>" * 5_000,
        b"<a>" * 20_000,
        b"<" * 200_000,
        b"x" * 2_000_000,
    ],
)
def test_a_hostile_size_comes_back_soon(body):
    start = time.process_time()
    found = preview(Site({"index.html": body}), "index.html", lambda _path: None)
    assert time.process_time() - start < 20
    assert (Kind.LONG in found.left_out) == (len(body) > LARGEST)


def test_a_hostile_style_comes_back_soon():
    for style in ("{" * 100_000, "a{" * 50_000, "p{x:" + "(" * 50_000, "@media x{" * 20_000):
        assert faults(shown("<link rel=stylesheet href=a.css>", {"a.css": style}).html) == []


def test_the_line_that_is_written_on_comes_into_view():
    page = "<h1>A</h1>\n<p>B</p>\n<p>C</p>\n\n<p>D</p>"
    for line, text in ((1, "A"), (2, "B"), (4, "C"), (9, "D")):
        assert f"data-lentera-sini>{text}<" in shown(page, line=line).html
    assert "sini>" not in shown(page).html.split("<body")[1]


def test_an_empty_page_and_a_missing_page_are_shown():
    assert '<body tabindex="0"></body>' in shown("").html
    assert preview(Site(), "tidak-ada.html", lambda _path: None).left_out == ()

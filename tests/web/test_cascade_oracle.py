"""Colours, grounds and sizes as real Chromium computes them, on pages beginners and old tutorials write."""

import pytest

from lentera.web.cascade import DESKTOP, PHONE, element_looks, text_looks
from lentera.web.contrast import parse_colour
from lentera.web.page import parse_page
from lentera.web.site import Site

pytestmark = pytest.mark.browser

BODY = """<header><h1 id="atas">Keripik Bu Rahma</h1><nav><ul><li><a href="a.html" class="pilih">Beranda</a></li><li><a href="b.html">Produk</a></li></ul></nav></header>
<main><section class="kartu utama" id="satu"><h2>Pisang <small>asin</small></h2><p class="isi">Renyah <b>gurih <em>sekali</em></b>, lihat <a href="c.html">resep</a>.</p><p>Dua <code>kode <b>tebal</b></code> tiga</p></section>
<section class="kartu"><h3>Singkong</h3><p>Manis</p><table><tr><th>Berat</th><td>150 g</td></tr></table><pre>teks <small>rata</small></pre></section>
<div class="luar"><div class="dalam"><span>tengah</span></div></div></main><footer><p>Sepaku <sup>1</sup><mark>baru</mark></p></footer>"""

STYLES = {
    "none": "",
    "body": "body{color:#333;background:cornsilk;font-size:18px}",
    "sizes of every unit": "body{font-size:1.125rem}h1{font-size:3em}h2{font-size:150%}p{font-size:14pt}a{font-size:5mm}b{font-size:1.2em}code{font-size:1em}footer{font-size:.5in}small{font-size:.9vw}",
    "size words": "body{font-size:large}h1{font-size:xx-large}p{font-size:smaller}b{font-size:larger}code{font-size:small}pre{font-size:x-small}footer{font-size:medium}",
    "order decides": "p{color:red}p{color:navy}.isi{color:green}p.isi{color:teal}p{color:black}",
    "weights": "#satu p{color:red}.kartu.utama p{color:blue}section p{color:green}main section#satu p.isi{color:purple}",
    "important": "p{color:red!important}#satu p{color:blue}.isi{color:green !important}",
    "inheriting": "section{color:maroon}a{color:inherit}h2{color:initial}p{color:unset}b{background-color:inherit}.utama{background-color:pink}",
    "descendants and children": "main p{color:navy}main>p{color:red}section>p>b{color:green}nav li a{color:teal}header * a{font-weight:bold}",
    "neighbours": "h2+p{color:red}h3~table{color:green}li+li a{color:purple}p+p{font-size:20px}",
    "lists of selectors": "h1,h2 , h3{color:darkgreen}.kartu h2,.kartu p{background:honeydew}",
    "a wrong selector in a list": "h1,h2!{color:red}p{color:green}",
    "states": "a:hover{color:red}a:link{color:navy}a:visited{color:purple}p::first-line{color:red}p::before{color:blue}:root{font-size:20px}p{font-size:1rem}",
    "hard selectors": "li:nth-child(2) a{color:red}p:not(.isi){color:green}section:has(table) p{color:blue}[href='c.html']{background:yellow}:is(h2,h3){color:purple}:where(#satu) b{color:teal}p:first-of-type{font-size:19px}a[class]{font-weight:700}",
    "colours": "h1{color:rgb(10,20,30)}h2{color:rgb(10% 20% 30%)}h3{color:hsl(120,50%,30%)}p{color:hsl(200deg 40% 20%/.8)}a{color:#abc}b{color:#aabbccdd}em{color:#abcd}td{color:hwb(120 10% 20%)}th{color:RebeccaPurple}small{color:rgba(1,2,3,.5)}code{color:TRANSPARENT}span{color:currentcolor}",
    "wrong colours": "p{color:green;color:merah}h1{color:navy;color:#12345}h2{color:navy;color:rgb(1,2)}a{color:teal;color:'red'}",
    "grounds": "body{background:#123 url(x.png) no-repeat}main{background-color:rgba(255,255,255,.9)}.kartu{background:none}.utama{background:linear-gradient(red,blue),pink}.luar{background:black}.dalam{background:rgb(255 255 255/50%)}footer{background:url(a.png) center/cover no-repeat fixed #fed}",
    "wrong grounds": ".kartu{background:pink;background:pink blue}.luar{background:teal;background:url(a.png) 16}main{background-color:ivory;background-color:}",
    "shorthand font": "body{font:italic bold 20px/1.5 Arial, sans-serif}p{font:16px monospace}h2{font:bold 1.2em serif}b{font:inherit}h1{font:20 Arial}h3{font:14px}",
    "even width": "body{font-family:monospace}code{font-family:Arial}p{font-size:1em}footer{font-size:20px}pre{font-family:monospace,monospace}",
    "calculations": "p{font-size:calc(1rem + 4px)}h1{font-size:clamp(1.5rem,4vw,3rem)}h2{font-size:max(20px,1em)}a{font-size:calc(2*(8px + 1px))}b{font-size:calc(100%/2)}",
    "own properties": ":root{--utama:darkgreen;--besar:1.25rem;--latar:var(--tidak-ada,ivory)}p{color:var(--utama);font-size:var(--besar)}main{background:var(--latar)}h1{color:var(--kosong)}.utama{--utama:maroon}h2{color:var(--utama)}h3{color:navy;color:var(--putar)}:root{--putar:var(--putar)}",
    "media": "@media print{p{color:red}}@media screen{h1{color:green}}@media (min-width:600px){p{font-size:20px}}@media (max-width:599px){p{font-size:17px}}@media screen and (max-width: 40em){h2{color:red}}@media (width>=800px){h3{color:blue}}@media (400px<=width<=700px){a{color:red}}@media not all and (min-width:500px){b{color:teal}}@media (prefers-color-scheme:dark){body{color:white}}@media (orientation:portrait){small{color:red}}",
    "nesting": ".kartu{color:navy;& h2{color:red}p{color:green;b{color:teal}}&.utama{background:ivory}@media (min-width:600px){font-size:20px}}",
    "not shown": ".luar{display:none}footer{visibility:hidden}sup{visibility:visible}.isi{opacity:.5}",
    "missing semicolon": "p{color:red\nfont-size:20px}h1{color:green}",
    "missing brace": "body{color:navy;\nh1{color:red}\np{color:green}",
    "extra brace": "h1{color:red}}\np{color:green}\nh2{color:teal}",
    "tag in the style file": "<style>\np{color:red}\nh1{color:green}\n</style>",
    "comments": "/* p{color:red} */p{/* a */color:/* b */green/* c */;font-size:18px}// satu\nh1{color:red}h2{color:teal}",
    "imports": "@import 'lain.css';p{font-size:19px}",
    "supports and layers": "@supports (color:red){p{color:red}}@supports not (color:red){h1{color:red}}",
    "line ends": "p{\r\n color: green;\r\n font-size: 20px\r\n}\r\n",
    "escapes": "\\70{color:red}.ka\\72tu{background:ivory}",
    "no unit": "p{font-size:20}h1{font-size:-2px}h2{font-size:20 px}h3{font-size:1,5em}",
}
PAGES = dict.fromkeys(
    STYLES,
    f"<!doctype html><html lang=id><head><title>x</title><link rel=stylesheet href=gaya.css></head><body>{BODY}</body></html>",
)
PAGES |= {
    "inside the page": f"<!doctype html><title>x</title><style>p{{color:red}}</style><style media=print>p{{color:blue}}</style><body style='color:navy;font-size:20px'>{BODY.replace('<p>', '<p style=color:green>', 1)}</body>",
    "old attributes": "<!doctype html><body bgcolor=navy text=yellow><font color=red size=5>besar <font color='#0f0' size=1>kecil</font></font><table bgcolor=white><tr bgcolor=ffcc00><td>isi</td></tr></table><p>biasa",
    "old attributes against styles": "<!doctype html><style>font{color:teal}td{color:navy}</style><body text=red><font color=blue>a</font><table><tr><td bgcolor=pink>b</table>",
    "no doctype": "<style>body{color:green;font-size:20px;font-weight:bold}</style><p>satu<table><tr><td>dua<th>tiga</table>",
    "form": "<!doctype html><form><label>Nama <input value=a></label><button>Kirim</button><select><option>x</select><textarea>t</textarea><input type=submit value=Pesan></form>",
    "hidden things": "<!doctype html><p hidden>a</p><details><summary>b</summary>c</details><dialog>d</dialog><p>e</p><template><p>f</p></template><noscript>g</noscript>",
}  # fmt: skip

_TOLD = """() => [...document.querySelectorAll("html, body, body *")].map((one) => {
  const style = getComputedStyle(one);
  return [one.tagName.toLowerCase(), style.color, style.backgroundColor, style.fontSize, style.backgroundImage !== "none", style.fontWeight, style.display];
})"""


def files_of(name):
    css = STYLES.get(name, "")
    return {
        "index.html": PAGES[name].encode(),
        "gaya.css": css.encode(),
        "lain.css": b"h1{color:orange}p{font-size:30px}",
    }


@pytest.fixture(scope="module")
def shown_by_chromium(browser):
    """Show one page after the other in the same tab, and tell how each of its elements looks."""
    context = browser.new_context(locale="id-ID")
    page = context.new_page()
    served = {}
    page.route("**/*", lambda route: _served(route, served))

    def look(files, width):
        served.clear()
        served.update(files)
        page.set_viewport_size({"width": int(width), "height": 720})
        page.goto("http://situs.test/index.html")
        return page.evaluate(_TOLD)

    yield look
    context.close()


def _served(route, files):
    name = route.request.url.rsplit("/", 1)[-1]
    kind = "text/css" if name.endswith(".css") else "text/html; charset=utf-8"
    if name in files:
        route.fulfill(status=200, content_type=kind, body=files[name])
    else:
        route.fulfill(status=404, body="")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_looks_as_chromium_shows_it(shown_by_chromium, name):
    files = files_of(name)
    site = Site(files)
    page = parse_page("index.html", files["index.html"])
    widths = (
        (DESKTOP, PHONE)
        if name in {"media", "nesting", "calculations", "sizes of every unit"}
        else (DESKTOP,)
    )
    for width in widths:
        ours = [(tag, look) for tag, look in element_looks(site, page, width) if tag.name != "head"]
        known = {"html", "body"} | {tag.name for tag, _look in ours}
        theirs = [row for row in shown_by_chromium(files, width) if row[0] in known]
        theirs = [row for row in theirs if row[0] not in {"option", "select", "textarea"}]
        ours = [(tag, look) for tag, look in ours if tag.name not in {"option", "select", "textarea"}]
        assert [tag.name for tag, _look in ours] == [row[0] for row in theirs]
        for (tag, look), (_name, color, ground, size, image, weight, _display) in zip(
            ours, theirs, strict=True
        ):
            where = f"{name} at {width}: {tag.name} {tag.get_text()[:20]!r}"
            assert close(look.colour, color), f"{where}: colour {look.colour} is {color}"
            assert close(look.ground, ground), f"{where}: ground {look.ground} is {ground}"
            assert look.image == image, f"{where}: image"
            assert look.size == pytest.approx(float(size.removesuffix("px")), abs=0.02), (
                f"{where}: size {size}"
            )
            assert look.weight == float(weight), f"{where}: weight"


def close(ours, theirs):
    told = parse_colour(theirs)
    return ours.hex == told.hex and ours.alpha == pytest.approx(told.alpha, abs=0.006)


PIXELS = """<!doctype html><style>body{background:#204060;margin:0}div{width:80px;height:40px;padding:10px}
.a{background:rgba(255,255,255,.5)}.b{background:#ff000080;opacity:.5}.c{opacity:.4;background:white}.d{background:rgba(0,0,0,.3)}</style>
<div class=a>\u2588\u2588\u2588</div><div class=b>\u2588\u2588\u2588</div><div class=c><div class=d style="padding:5px">\u2588\u2588\u2588</div></div>"""


def test_what_shines_through_is_mixed_as_on_a_real_screen(browser):
    from io import BytesIO

    from PIL import Image

    page = parse_page("index.html", PIXELS.encode())
    texts = text_looks(Site({"index.html": PIXELS.encode()}), page)
    context = browser.new_context(viewport={"width": 400, "height": 300})
    tab = context.new_page()
    tab.set_content(PIXELS)
    boxes = tab.evaluate(
        "[...document.querySelectorAll('.a,.b,.d')].map((one) => { const box = one.getBoundingClientRect(); return [box.x + 60, box.y + 3]; })"
    )
    picture = Image.open(BytesIO(tab.screenshot())).convert("RGB")
    context.close()
    assert len(texts) == len(boxes) == 3
    for text, (x, y) in zip(texts, boxes, strict=True):
        seen = picture.getpixel((int(x), int(y)))
        assert text.ground is not None
        told = (text.ground.red, text.ground.green, text.ground.blue)
        assert all(abs(one - other) <= 2 for one, other in zip(told, seen, strict=True)), (told, seen)

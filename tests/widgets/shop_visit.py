"""A visit to the published shop of the journey, from a browser that knows nothing of the desk."""

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from tests.accessible import violations


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_told: object) -> None:
        """Leave the output to the tests."""


def visited(browser: Any, folder: Path, alt: str) -> None:
    """Walk through the published shop in a browser of its own, in light and dark."""
    serve = partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), serve) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            for scheme in ("light", "dark"):
                _visit(browser, f"http://127.0.0.1:{server.server_port}/", scheme, alt)
        finally:
            server.shutdown()


def _visit(browser: Any, address: str, scheme: str, alt: str) -> None:
    context = browser.new_context(
        viewport={"width": 360, "height": 640}, locale="id-ID", color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    outside, broken = [], []
    page.on("request", lambda one: None if one.url.startswith(address) else outside.append(one.url))
    page.on("response", lambda one: broken.append(one.url) if one.status >= 400 else None)
    page.goto(address)
    _everyone_can_read(page, scheme)
    page.get_by_role("link", name="Keripik Bu Rahma").click()
    for link, heading in (
        ("", "Keripik Bu Rahma"),
        ("Produk", "Produk Keripik Bu Rahma"),
        ("Hubungi", "Hubungi kami"),
    ):
        if link:
            page.get_by_role("link", name=link).first.click()
        page.get_by_role("heading", level=1, name=heading).wait_for()
        _everyone_can_read(page, scheme)
    page.get_by_role("link", name="Produk").first.click()
    picture = page.get_by_role("img", name=alt)
    assert picture.is_visible()
    assert picture.evaluate("one => one.complete && one.naturalWidth >= 800")
    assert page.get_by_text("Harga: Rp11.000").is_visible()
    context.close()
    assert outside == []
    assert [url for url in broken if not url.endswith("favicon.ico")] == []


def _everyone_can_read(page: Any, scheme: str) -> None:
    assert violations(page) == [], f"{page.url} in {scheme}"

"""What the tests of the product cards share: a card and a page, and hands that fill and read them."""

import json
from pathlib import Path
from typing import Any

from lentera.place import Place
from lentera.tasks import RULE_SETS
from lentera.widgets.product_card.session import ProductCardSession

TASKS = {"s09-kartu": 30.0, "s09-harga": 15.0, "s09-gambar": 15.0, "s09-data-pribadi": 15.0}
CHIPS = {
    "name": "Keripik pisang",
    "picture": "contoh:keripik-pisang.svg",
    "alt": "Sebungkus keripik pisang, plastik bening, label kuning",
    "weight": "150 g",
    "price": "Rp11.000",
    "stock": "12",
}
PAGE = """<!doctype html>\r
<html lang="id"><head><title>Katalog</title></head><body>\r
<!-- <article> catatan saya -->\r
<h1>Toko</h1>\r
<ul class=daftar>\r
\t<li><h3 class='x'>Keripik</h3>\r
\t\t<p>Rp10.000 saja</p></li>\r
\t<li><h3>Sambal &amp; saus</h3><p>Harga: Rp5.000</p></li>\r
</ul></body></html>\r
"""


def cards(place: Place) -> ProductCardSession:
    return ProductCardSession(place, "s09-katalog", [RULE_SETS[task] for task in TASKS], TASKS)


def do(session: ProductCardSession, gesture: str, **more: Any) -> dict[str, Any]:
    return session.handle({"do": gesture, **more})


def put(session: ProductCardSession, card: int = 0, **values: str) -> dict[str, Any]:
    for field, value in values.items():
        do(session, "set", card=card, field=field, value=value)
    return session.view


def write_code(session: ProductCardSession, text: str, card: int = 0) -> dict[str, Any]:
    return do(session, "code", card=card, text=text, base=session.view["code"]["text"])


def page_of(place: Place, name: str = "produk.html") -> str:
    return (place.site_folder / name).read_bytes().decode()


def stored(place: Place) -> dict[str, Any]:
    path = place.folder / "jawaban/s09-katalog.json"
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["answer"]
    return content


def begin(place: Place) -> ProductCardSession:
    """Open the cards with one that lacks nothing."""
    session = cards(place)
    put(session, **CHIPS)
    return session


def her_own_page(place: Place) -> Path:
    """Lay down a page she wrote herself, under another name and with Windows line ends."""
    place.site_folder.mkdir()
    path = place.site_folder / "katalog.html"
    path.write_bytes(PAGE.encode())
    return path

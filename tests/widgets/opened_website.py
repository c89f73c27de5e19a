"""The activities of the website, with the pages they work on."""

import io
from functools import cache
from typing import Any

from PIL import Image
from tests.widgets.gesturing import NAMES, SMALL, TEXTS, Gesture, Opening

from lentera import kelas
from lentera.place import Place
from lentera.web import write_file
from lentera.web.cards import FIELDS
from lentera.web.contrast import palettes, samples
from lentera.web.find_five import kinds
from lentera.widgets.activity import Activity
from lentera.widgets.contrast.wording import SIZES
from lentera.widgets.editor import materials
from lentera.widgets.publish.words import KINDS

SITE = frozenset({"situs"})
CARD = (
    '<article>\n<h2>Keripik pisang</h2>\n<img src="foto/keripik.png" alt="Sebungkus keripik pisang kuning">\n'
    "<p>Berat: 150 g</p>\n<p>Harga: Rp11.000</p>\n<p>Stok: 12</p>\n</article>\n"
)
PAGE = (
    '<!doctype html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
    '<link rel="stylesheet" href="gaya.css">\n</head>\n<body>\n<h1>{title}</h1>\n{body}</body>\n</html>\n'
)
PAGES = {
    "index.html": PAGE.format(
        title="Keripik Bu Rahma",
        body='<p>Keripik pisang dari Sepaku.</p>\n<p><a href="produk.html">Lihat produk</a></p>\n'
        '<p><a href="kontak.html">Hubungi kami</a></p>\n<img src="foto/Keripik.png" alt="Keripik pisang di piring">\n',
    ),
    "produk.html": PAGE.format(title="Produk", body=CARD),
    "gaya.css": "/* warna toko */\nbody { color: #777; background-color: #fff; }\nh1 { color: #1e3a5f; }\n",
}
ADDRESSES = ["", "sambal-siti", "madu-hutan", "../luar"]
PAGE_NAMES = [*PAGES, "kontak.html", "rasa.html", "hilang.html", "../luar.html"]


@cache
def picture() -> bytes:
    """Return a small photo."""
    drawn = io.BytesIO()
    Image.radial_gradient("L").convert("RGB").save(drawn, "PNG")
    return drawn.getvalue()


def with_site(place: Place) -> None:
    """Lay a small shop with typical mistakes into the site's folder, unless there is one already."""
    if place.site_folder.exists():
        return
    for name, text in PAGES.items():
        write_file(place.site_folder, name, text.encode())
    write_file(place.site_folder, "foto/keripik.png", picture())


def ready_to_publish(place: Place) -> None:
    """Lay a small shop without a mistake into the site's folder, unless there is one already."""
    if place.site_folder.exists():
        return
    for name, text in PAGES.items():
        mended = text.replace("kontak.html", "produk.html").replace("Keripik.png", "keripik.png")
        write_file(place.site_folder, name, mended.replace("#777", "#111").encode())
    write_file(place.site_folder, "foto/keripik.png", picture())


def with_shops(place: Place) -> None:
    """Lay her own shop and two of others where they are looked for."""
    with_site(place)
    room = (place.desk.root if place.desk else place.folder) / "etalase"
    for address in ("sambal-siti", "madu-hutan"):
        write_file(room / address, "index.html", PAGE.format(title=address, body="<p>Enak.</p>\n").encode())
        write_file(room / address, "rasa.html", PAGE.format(title="Rasa", body="<p>Pedas.</p>\n").encode())


def _of_editor(activity: Activity[Any]) -> list[Gesture]:
    texts = [*PAGES.values(), CARD, "", "<h1>Toko", "x" * 3000, "<p>😀</p>\r\n<p>é</p>"]
    return [
        *[{"do": "type", "file": [*PAGES, "baru.html"], "text": texts, "base": ["", "12-00000000"]}] * 3,
        {"do": "type", "file": list(PAGES), "text": texts, "base": "", "line": SMALL},
        {"do": "open", "file": PAGE_NAMES},
        {"do": "new", "template": list(materials.templates()), "name": [*NAMES, "baru", "resep-2"]},
        {"do": "rename", "file": PAGE_NAMES, "to": [*NAMES, "menu"]},
        {"do": "remove", "file": PAGE_NAMES},
        {"do": "sample", "file": list(materials.samples())},
        {"do": "pictures", "keys": [[], ["x"], list(getattr(activity, "_pictures", {}))]},
        *({"do": name} for name in ("put_back", "hint", "check", "all", "history")),
        {"do": "restore", "number": ["0", "1", "9"]},
    ]


def _of_contrast(_activity: Activity[Any]) -> list[Gesture]:
    return [
        {"do": "page", "page": PAGE_NAMES},
        {"do": "part", "part": ["body", "h1", "p", "a"]},
        {"do": "palette", "id": [one.id for one in palettes()]},
        {"do": "colour", "which": ["text", "ground"], "value": ["#123", "hijau tua", "red", "abc", "#0008"]},
        {"do": "apply"},
        {"do": "sample", "id": [one.id for one in samples()]},
        {"do": "size", "size": list(SIZES)},
        {"do": "undo"},
        {"do": "check"},
    ]


def _of_link_map(_activity: Activity[Any]) -> list[Gesture]:
    return [
        {"do": "open", "page": PAGE_NAMES},
        {"do": "make", "page": PAGE_NAMES},
        {"do": "use", "source": PAGE_NAMES, "number": [*SMALL, 4, 5]},
        *({"do": name} for name in ("menu", "undo", "check")),
    ]


def _of_find_five(activity: Activity[Any]) -> list[Gesture]:
    lines = list(range(1, 1 + len(activity.view["lines"])))
    planted = sorted({fault.line for fault in activity._state.puzzle.planted})
    return [
        {"do": "choose", "line": lines},
        *[{"do": "choose", "line": planted}] * 2,
        *[{"do": "answer", "kind": list(kinds())}] * 4,
        {"do": "mend", "line": planted, "text": ["<h1>Toko</h1>", "", *TEXTS]},
        *({"do": name} for name in ("close", "new", "check")),
    ]


def _of_product_card(_activity: Activity[Any]) -> list[Gesture]:
    values = [
        *TEXTS,
        "Sambal tomat",
        "150 g",
        "2 kg",
        "Rp22.000",
        "12",
        "habis",
        "foto/keripik.png",
        "<b>a</b>",
    ]
    return [
        {"do": "page", "page": PAGE_NAMES},
        {"do": "card", "card": SMALL},
        *[{"do": "set", "card": [0, 0, 1, 2], "field": list(FIELDS), "value": values}] * 4,
        {
            "do": "code",
            "card": SMALL,
            "text": [CARD, CARD * 2, "", "halo", PAGES["index.html"]],
            "base": ["", CARD],
        },
        *({"do": name, "card": SMALL} for name in ("restore", "remove")),
        {"do": "use", "card": SMALL, "field": ["price", "weight"]},
        {"do": "picture", "name": ["foto/keripik.png", "../luar.png"]},
        *({"do": name} for name in ("copy", "undo", "hint", "check")),
    ]


def _of_publish(activity: Activity[Any]) -> list[Gesture]:
    places = [path for path, _label in activity.view["places"]] or ["/"]
    return [
        *[{"do": "photo", "name": ["foto/keripik.png", "foto/x.png"], "kind": [*KINDS, ""]}] * 2,
        {"do": "photo", "name": "foto/keripik.png", "kind": "barang"},
        {"do": "contact", "text": ["", "0812 3456 7890", "x" * 300, "Bu Rahma 😀"]},
        {"do": "address", "text": NAMES},
        {"do": "look"},
        {"do": "publish", "to": [*places, "/", "../luar"]},
    ]


def _of_showroom(_activity: Activity[Any]) -> list[Gesture]:
    return [
        {"do": "shop", "shop": ADDRESSES},
        {"do": "page", "page": PAGE_NAMES},
        *[{"do": "tell", "field": ["praise", "wish", "where"], "value": TEXTS}] * 2,
        {"do": "tell", "field": "recorded", "value": [True, False]},
        {"do": "fetch"},
    ]


def files_of_site(place: Place) -> dict[str, bytes]:
    """Return the files of the site, by path."""
    folder = place.site_folder
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


WEBSITE: dict[str, Opening] = {
    "editor_halaman": Opening(kelas.editor_halaman, "s03-profil", _of_editor, own=SITE),
    "editor_halaman situs": Opening(
        lambda: kelas.editor_halaman("s05-situs", halaman="produk.html"),
        "s05-situs",
        _of_editor,
        with_site,
        SITE,
    ),
    "cari_lima": Opening(kelas.cari_lima, "s03-cari-lima", _of_find_five),
    "cek_kontras": Opening(kelas.cek_kontras, "s05-situs", _of_contrast, with_site, SITE),
    "peta_tautan": Opening(kelas.peta_tautan, "s05-situs", _of_link_map, with_site, SITE),
    "kartu_produk": Opening(kelas.kartu_produk, "s09-katalog", _of_product_card, with_site, SITE),
    "terbit": Opening(
        kelas.terbit, "s09-katalog", _of_publish, ready_to_publish, SITE | {"serahan", "terbit"}
    ),
    "etalase": Opening(kelas.etalase, "s05-umpan-balik", _of_showroom, with_shops, SITE | {"etalase"}),
}
"""Activity by name."""

"""The activities of product and market, with the play they go on from."""

from base64 import b64encode
from typing import Any

from tests.widgets.gesturing import NAMES, NUMBERS, SMALL, TEXTS, Gesture, Opening
from tests.widgets.opened_website import SITE, picture, with_site

from lentera import kelas
from lentera.market import Deed, Method, Role
from lentera.market.mishaps import FOUR, SLOTS, mishap
from lentera.market.rounds import Play
from lentera.market.samples import sample_round
from lentera.market.table import Table
from lentera.place import Place
from lentera.prints.label import PRESETS
from lentera.product.label_fields import FIELD_OF, choices_of
from lentera.product.label_goods import foods, known_ingredients
from lentera.product.photo_edits import PLAIN
from lentera.product.price_exercise import GROUPS
from lentera.product.standard import KINDS, METHODS, PORTION_UNITS, SIZE_UNITS, TOLERANCES
from lentera.widgets.activity import Activity
from lentera.widgets.photo.frame import Shape
from lentera.widgets.photo.samples import names

DAYS = ["", "2026-11-01", "22/11/2026", "2024-02-29", "2999-01-01", "0001-01-01", "30-02-2026"]


def _of_standard(_activity: Activity[Any]) -> list[Gesture]:
    units = [unit for kind in KINDS for unit in (*SIZE_UNITS[kind], *PORTION_UNITS[kind])]
    ways = [way for kind in KINDS for way in METHODS[kind]]
    return [
        {"do": "kind", "value": list(KINDS)},
        {"do": "set", "field": ["nama", "varian"], "value": TEXTS},
        {"do": "set", "field": ["berat", "toleransi", "kemasan_kosong"], "value": NUMBERS},
        {"do": "set", "field": ["satuan"], "value": ["", *units]},
        {"do": "set", "field": ["jenis_toleransi", "cara"], "value": [*TOLERANCES, *ways, ""]},
        {"do": "pack", "number": [*SMALL, 4], "value": NUMBERS},
        {"do": "portion", "number": SMALL, "field": ["bahan", "jumlah"], "value": [*TEXTS, *NUMBERS]},
        {"do": "portion", "number": SMALL, "field": "satuan", "value": ["", *units]},
        {"do": "remove_portion", "number": SMALL},
        *({"do": name} for name in ("add_portion", "print", "check")),
    ]


def _of_label(_activity: Activity[Any]) -> list[Gesture]:
    listed = {key: choices_of(key) or () for key in FIELD_OF}
    listed |= {"jenis_pangan": tuple(foods()), "ukuran": tuple(PRESETS)}
    listed |= {"gambar": tuple(one.id for one in known_ingredients())}
    written = [key for key, known in listed.items() if not known]
    return [
        {"do": "set", "field": written, "value": [*TEXTS, *NUMBERS, *DAYS, "halal 100%", "1234567890123456"]},
        *({"do": "set", "field": key, "value": ["", *known]} for key, known in listed.items() if known),
        {"do": "chip", "id": [one.id for one in known_ingredients()]},
        {"do": "add", "name": [*TEXTS, "pisang, minyak; garam", "tepung", "boraks"]},
        {"do": "grams", "number": SMALL, "value": NUMBERS},
        {"do": "move", "number": SMALL, "by": [-1, 1]},
        {"do": "remove", "number": SMALL},
        {"do": "take_batch", "code": ["A221126", "A-221126-1", ""]},
        {"do": "print", "kind": ["pdf", "svg"]},
        *({"do": name} for name in ("sort", "take_standard", "check")),
    ]


def _of_production(_activity: Activity[Any]) -> list[Gesture]:
    codes = [f"{line}-{day}" for line in "AB" for day in ("221126", "011126")]
    return [
        {"do": "set", "field": ["produk"], "value": TEXTS},
        {"do": "set", "field": ["jalur"], "value": list("ABCDEF")},
        {"do": "set", "field": ["dibuat"], "value": DAYS},
        {"do": "set", "field": ["jumlah", "umur"], "value": NUMBERS},
        {"do": "set", "field": ["satuan"], "value": ["hari", "minggu", "bulan"]},
        *[{"do": "add"}] * 3,
        *({"do": name, "code": codes} for name in ("remove", "label")),
        {"do": "undo"},
        {"do": "print"},
    ]


def _of_photo(_activity: Activity[Any]) -> list[Gesture]:
    whole = b64encode(picture()).decode()
    upload = {"do": "upload", "file": SMALL, "name": [*NAMES, "keripik.png"]}
    return [
        *[{"do": "sample", "id": list(names())}] * 2,
        {"do": "picture", "name": ["foto/keripik.png", "foto/keripik-baik.jpg", "foto/hilang.jpg"]},
        {
            **upload,
            "part": 0,
            "parts": 1,
            "data": [whole, whole[:99], "", "é", b64encode(b"GIF89a").decode()],
        },
        {**upload, "part": [0, 1, 2], "parts": [2, 3], "data": [whole[:400], whole[400:]]},
        *[{"do": "edit", "edit": sorted(PLAIN)}] * 3,
        {"do": "frame", "field": ["left", "top", "width", "height"], "value": [0, 10, 50, 100]},
        {"do": "shape", "shape": [one.value for one in Shape]},
        {"do": "crop_open", "open": [True, True, False]},
        *({"do": name} for name in ("crop", "undo", "original", "check")),
        {"do": "alt", "text": [*TEXTS, "Keripik pisang kuning di piring putih"]},
    ]


def _of_price(_activity: Activity[Any]) -> list[Gesture]:
    money = [*NUMBERS, "Rp7.500", "11.000", "7.5", "30 persen", "750000"]
    return [
        {"do": "mode", "mode": ["sendiri", "latihan"]},
        {"do": "set", "field": ["nama"], "value": TEXTS},
        *[{"do": "set", "field": ["bungkus", "margin", "tetap", "hpp", "harga", "impas"], "value": money}]
        * 2,
        {"do": "row", "row": SMALL, "field": ["nama"], "value": TEXTS},
        {"do": "row", "row": SMALL, "field": ["jumlah"], "value": money},
        {"do": "row", "row": SMALL, "field": ["golongan"], "value": list(GROUPS)},
        {"do": "add", "group": list(GROUPS)},
        {"do": "drop", "row": SMALL},
        {"do": "show", "result": ["hpp", "harga", "impas"]},
        {"do": "what_if", "price": [0, 9000, 11_000, 14_000]},
        {"do": "new"},
        {"do": "check"},
    ]


def played(place: Place) -> None:
    """Lay a played round into the place, unless there is a play already."""
    file = place.answer("s11-pesanan")
    if not file.path.exists():
        play = Play(Table(("Siti", "Made", "Wati", "Siti", "Tono")), (sample_round(7, "2026-11-22"),))
        file.save(play.to_json(), place.now())


def _of_market(activity: Activity[Any]) -> list[Gesture]:
    shop = activity._state.market.shop
    goods = [product.id for product in shop.products]
    orders = [0, 1, 2, 3, 4, 5]
    write = {"do": "set", "deed": [deed.value for deed in Deed]}
    return [
        {"do": "role", "role": [role.value for role in Role]},
        *[{"do": "open", "order": orders}] * 2,
        {"do": "new"},
        {"do": "cart", "product": goods, "by": [1, 1, -1]},
        {"do": "set", "deed": "pesan", "field": "daerah", "value": ["desa", "kota", ""]},
        {"do": "set", "deed": "pesan", "field": ["desa", "ciri"], "value": TEXTS},
        {"do": "set", "deed": "pesan", "field": "bayar", "value": [method.value for method in Method]},
        {"do": "set", "deed": "bayar", "field": "nama", "value": [shop.name, "nama lain"]},
        {**write, "field": ["jumlah", "bintang"], "value": [*NUMBERS, "27000"]},
        {**write, "field": ["teks", "sebab", "kode", "kedaluwarsa", "penerima"], "value": [*TEXTS, *DAYS]},
        {**write, "field": ["barang", *goods], "value": [*goods, "rusak", ""]},
        {"do": "set", "deed": ["obrolan", "catatan"], "field": "teks", "value": TEXTS},
        *[{"do": "deed", "deed": [deed.value for deed in Deed]}] * 4,
        {"do": "say"},
        {"do": "seat", "role": [role.value for role in Role], "name": NAMES},
        {"do": "label", "order": orders},
        *({"do": name} for name in ("turned", "round", "check")),
    ]


def _of_trouble(activity: Activity[Any]) -> list[Gesture]:
    about = [mishap(name, activity._state.seed) for name in FOUR]
    return [
        {"do": "card", "card": list(FOUR)},
        *[{"do": "add", "action": sorted({one.id for each in about for one in each.actions})}] * 2,
        {"do": "drop", "at": SMALL},
        {"do": "move", "at": SMALL, "by": [-1, 1]},
        *[
            {"do": "part", "slot": slot, "part": ["", *{one.id for one in each.parts if one.slot == slot}]}
            for each in about[:1]
            for slot in SLOTS
        ],
        {"do": "text", "value": TEXTS},
        {"do": "check"},
    ]


def _of_cash_book(_activity: Activity[Any]) -> list[Gesture]:
    money = [*NUMBERS, "27.000", "Rp27.000", "27,5"]
    return [
        *[{"do": "add"}] * 2,
        {"do": "set", "row": SMALL, "field": ["tanggal"], "value": DAYS},
        {"do": "set", "row": SMALL, "field": ["keterangan"], "value": TEXTS},
        {"do": "set", "row": SMALL, "field": ["masuk", "keluar"], "value": money},
        {"do": "profit", "value": money},
        {"do": "remove", "row": SMALL},
        {"do": "round", "round": SMALL},
        *({"do": name} for name in ("undo", "print", "csv", "check")),
    ]


def _of_review(_activity: Activity[Any]) -> list[Gesture]:
    return [
        {"do": "set", "field": ["tentang"], "value": ["Keripik pisang", "", "lain"]},
        {"do": "set", "field": ["bintang"], "value": list("12345")},
        *[{"do": "set", "field": ["ulasan", "jawaban", "tempat"], "value": TEXTS}] * 2,
        {"do": "spoken", "on": [True, False]},
        {"do": "check"},
    ]


BUSINESS: dict[str, Opening] = {
    "standar_produk": Opening(kelas.standar_produk, "s07-standar", _of_standard),
    "label_produk": Opening(kelas.label_produk, "s07-label", _of_label),
    "rumah_produksi": Opening(kelas.rumah_produksi, "s07-produksi", _of_production),
    "studio_foto": Opening(kelas.studio_foto, "s07-foto", _of_photo, with_site, SITE),
    "hitung_hpp": Opening(kelas.hitung_hpp, "s07-harga", _of_price),
    "pasar_desa": Opening(kelas.pasar_desa, "s11-pesanan", _of_market),
    "pasar_desa lanjut": Opening(kelas.pasar_desa, "s11-pesanan", _of_market, played),
    "masalah_pesanan": Opening(kelas.masalah_pesanan, "s11-masalah", _of_trouble),
    "buku_kas": Opening(kelas.buku_kas, "s11-kas", _of_cash_book, played),
    "ulasan": Opening(kelas.ulasan, "s11-ulasan", _of_review, played),
}
"""Activity by name."""

"""The words of the label screen."""

from datetime import date
from typing import Any, Final

from lentera.prints.label import PRESETS
from lentera.product.label import ELEMENTS
from lentera.product.label_fields import FORMS, HALAL, MOST_INGREDIENTS, PERMITS, UNITS
from lentera.product.label_goods import foods, known_ingredients
from lentera.widgets.facts import facts_told
from lentera.widgets.frame import frame_words
from lentera.widgets.label.printing import NO_PICTURE, size_words
from lentera.words import _, language

FIELDS: Final = {
    "name": ("nama", "varian", "simpan", "alamat_situs", "gambar", "ukuran"),
    "ingredients": (),
    "weight": ("berat", "satuan", "bentuk"),
    "maker": ("usaha", "desa", "kabupaten"),
    "halal": ("halal", "nomor_halal", "tahun_halal"),
    "production": ("dibuat", "kode"),
    "expiry": ("jenis_pangan", "baik_sebelum"),
    "permit": ("izin", "nomor_izin"),
    "origin": ("asal",),
}
"""Fields of each element, as the answer file names them."""


def element_names() -> dict[str, str]:
    """Return the nine elements by name."""
    names = (
        _("Product name"),
        _("Ingredients on the label"),
        _("Net weight or content"),
        _("Maker and address"),
        _("Halal statement"),
        _("Day and code of production"),
        _("Until when it is good"),
        _("Distribution permit"),
        _("Origin of ingredients"),
    )
    return dict(zip(ELEMENTS, names, strict=True))


def field_names() -> dict[str, str]:
    """Return the label of each field."""
    return {
        "nama": _("Name on the label"),
        "varian": _("Taste or kind, if any"),
        "simpan": _("How to keep it, if you like"),
        "alamat_situs": _("Address of your site for a QR code, if you like"),
        "gambar": _("Drawing on the front"),
        "ukuran": _("Size of the label"),
        "berat": _("Number without packaging"),
        "satuan": _("Unit of the net content"),
        "bentuk": _("The product is"),
        "usaha": _("Name of the business"),
        "desa": _("Village and district"),
        "kabupaten": _("Regency or town"),
        "halal": _("How it stands with halal"),
        "nomor_halal": _("Number of the halal certificate"),
        "tahun_halal": _("Year of the certificate"),
        "dibuat": _("Day it was made"),
        "kode": _("Code of production"),
        "jenis_pangan": _("Kind of food"),
        "baik_sebelum": _("Best used before"),
        "izin": _("How it stands with P-IRT"),
        "nomor_izin": _("P-IRT number"),
        "asal": _("Where the main ingredient is from"),
    }


def _options() -> dict[str, list[list[str]]]:
    code = language()
    named = [[one.id, one.name.in_language(code)] for one in known_ingredients()]
    halal = (
        _("certified: the certificate is mine"),
        _("halal is under way"),
        _("not yet certified"),
        _("no duty for this product"),
        _("not halal"),
    )
    permits = (_("held: the certificate is mine"), _("being applied for"), _("none yet"))
    forms = (_("solid"), _("fluid"))
    return {
        "gambar": [["", _("the first ingredient")], *named, [NO_PICTURE, _("no drawing")]],
        "ukuran": [[preset, size_words(preset)] for preset in PRESETS],
        "satuan": [["", _("Choose the unit")], *[[unit, unit] for unit in UNITS]],
        "bentuk": [list(pair) for pair in zip(FORMS, forms, strict=True)],
        "halal": [list(pair) for pair in zip(HALAL, halal, strict=True)],
        "izin": [list(pair) for pair in zip(PERMITS, permits, strict=True)],
        "jenis_pangan": [
            ["", _("Choose the kind")],
            *[[one.id, one.name.in_language(code)] for one in foods().values()],
        ],
    }


def _helps() -> dict[str, str]:
    return {
        "nama": _("Example: Keripik Pisang."),
        "desa": _("Example: Desa Contoh, Sepaku. A house number is not needed."),
        "kode": _("Example: A1-221126 is line A, batch 1, 22 November 2026."),
        "nomor_izin": _("Only for a number that stands on your own certificate: 15 digits or more."),
        "nomor_halal": _("Only for a number that stands on your own certificate."),
        "asal": _("Example: bananas from Sepaku. With gelatine or fat: from which animal?"),
        "simpan": _("Example: in a dry place, closed well."),
        "jenis_pangan": _("How long each kind keeps is an example of ours. Test it with your own pack."),
        "alamat_situs": _("Leave it empty when you have none."),
    }


_FACTS: Final = {
    "name": ("label-unsur", "label-bagian-utama"),
    "halal": ("halal-gratis", "halal-wajib"),
    "permit": ("pirt-dasar", "pirt-nomor", "pirt-masa"),
}
"""Facts that stand beside an element."""


def label_words(today: date) -> dict[str, Any]:
    """Return every fixed word of the screen."""
    code = language()
    names = element_names()
    return {
        **frame_words(_("Product label")),
        "intro": _(
            "A food label has nine elements. Fill them in one by one. "
            "No food of your own? Label Bu Rahma's chips."
        ),
        "nine": _("Nine elements"),
        "elements": [
            {
                "id": name,
                "name": names[name],
                "fields": list(FIELDS[name]),
                "facts": facts_told(_FACTS.get(name, ()), today),
            }
            for name in ELEMENTS
        ],
        "fields": field_names(),
        "options": _options(),
        "helps": _helps(),
        "chips_title": _("Choose ingredients by picture"),
        "chips": [
            {"id": one.id, "name": one.name.in_language(code), "picture": one.picture}
            for one in known_ingredients()
        ],
        "other": _("Another ingredient"),
        "other_help": _("Several? Put commas between them."),
        "add_ingredient": _("Add the ingredient"),
        "list_title": _("Ingredients, the largest amount first"),
        "grams": _("Grams, if known"),
        "sort": _("Sort the ingredients"),
        "up": _("Up"),
        "down": _("Down"),
        "remove": _("Remove ingredient"),
        "most": MOST_INGREDIENTS,
        "next_element": _("Next: {name}"),
        "take_standard": _("Take over from the standard sheet"),
        "batch": _("Batch of the production house"),
        "choose_batch": _("Choose a batch"),
        "take_batch": _("Use this batch"),
        "pdf": _("Print label (PDF)"),
        "svg": _("Label as picture (SVG)"),
        "sheet": _("Label to print:"),
        "open_sheet": _("Download the label"),
        "picture": _("Picture of the label"),
        "front": _("Front of the label"),
        "back": _("Back of the label"),
        "open_finding": _("Open: {name}"),
        "look_up": _("What is known"),
        "stamp": _("element not true"),
    }


def states() -> dict[str, str]:
    """Return how an element can stand, in words."""
    return {
        "ok": _("element complete"),
        "empty": _("element missing"),
        "yet": _("element: look again"),
        "stop": _("element not true"),
    }

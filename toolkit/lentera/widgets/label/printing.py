"""Print a label, unless it says what is not true or its words do not fit."""

import io
from dataclasses import asdict
from typing import Any, Final

from lentera.place import Place
from lentera.prints import PrintError, print_sheet
from lentera.prints.label import PRESETS, is_too_long, print_svg
from lentera.product.label import untrue
from lentera.product.label_fields import Label
from lentera.product.label_goods import known_ingredients
from lentera.product.label_printed import printed
from lentera.widgets.activity import Refused
from lentera.widgets.line import Line
from lentera.widgets.printing import from_root
from lentera.words import _, addressed, language

FIRST_PRESET: Final = "20x10.6"
NO_PICTURE: Final = "tanpa"
_OUTLINE: Final = "#FFF3D6"
"""Lines of the drawing on the dark front."""


def preset_of(label: Label) -> str:
    """Return the chosen size."""
    return label.format if label.format in PRESETS else FIRST_PRESET


def picture_of(label: Label) -> str:
    """Return the id of the drawing on the front: the chosen one, or the first ingredient that has one."""
    pictures = {one.name.id: one.id for one in known_ingredients()}
    if label.picture == NO_PICTURE or label.picture in pictures.values():
        return label.picture
    names = (one.name.strip().casefold() for one in label.ingredients)
    return next((pictures[name] for name in names if name in pictures), NO_PICTURE)


def qr_svg(text: str) -> str:
    """Return a QR code as SVG; empty for no text."""
    if not text.strip():
        return ""
    import segno  # noqa: PLC0415 - only a label with an address needs it

    stream = io.BytesIO()
    segno.make(text.strip(), micro=False, error="m").save(
        stream, kind="svg", border=2, xmldecl=False, omitsize=True
    )
    return stream.getvalue().decode()


def print_data(label: Label) -> dict[str, Any]:
    """Return what the template shows."""
    shown = printed(label)
    width, height = PRESETS[preset_of(label)]
    picture = {one.id: one.picture for one in known_ingredients()}.get(picture_of(label), "")
    whole = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" color="{_OUTLINE}">{picture}</svg>'
    return {
        **asdict(shown),
        "rows": [{"head": row.head, "pieces": [asdict(piece) for piece in row.pieces]} for row in shown.rows],
        "title": f"Label {shown.name}".strip(),
        "made_head": "Tanggal produksi",
        "until_head": "Baik digunakan sebelum",
        "width": width,
        "height": height,
        "picture": whole if picture else "",
        "qr": qr_svg(shown.site),
        "qr_alt": f"Kode QR: {shown.site}",
        "alone": False,
        "note": f"Contoh label {size_words(preset_of(label))}. Cetak ukuran 100 %. Gunting pada tanda.",
    }


def size_words(preset: str) -> str:
    """Return a size as people say it: ``20 x 10,6 cm``."""
    wide, _x, tall = preset.partition("x")
    return f"{wide} x {tall.replace('.', ',')} cm"


def print_label(place: Place, label: Label, kind: str) -> tuple[Line, dict[str, str]]:
    """Print on A4 (``pdf``) or alone (``svg``); return the live line and where the file is.

    Raises
    ------
    Refused
        When the label says what is not true, does not fit, or cannot be written.
    """
    found = untrue(label)
    if found is not None:
        code = language()
        said = _("Not printed. {finding} {next}").format(
            finding=found.sentence(code), next=found.next_step(code)
        )
        raise Refused(Line.same(addressed(said, place.address)))
    data = print_data(label)
    try:
        path = print_svg(place.folder, data) if kind == "svg" else print_sheet(place.folder, "label", data)
    except PrintError as error:
        if not is_too_long(error):
            place.note_trouble()
            raise Refused(Line.same(_("This laptop cannot print yet. Call the trainer."))) from None
        told = _("The words do not fit on {size}. Choose a larger label, or shorten the longest text.")
        raise Refused(Line.same(told.format(size=size_words(preset_of(label))))) from None
    except ImportError:
        place.note_trouble()
        raise Refused(Line.same(_("This laptop cannot print yet. Call the trainer."))) from None
    except OSError:
        place.note_trouble()
        raise Refused(
            Line.same(_("The sheet is not saved: the disk is full or shut. Call the trainer."))
        ) from None
    shown = path.relative_to(place.folder).as_posix()
    said = _("The sheet is ready to print: file {file}.").format(file=shown)
    heard = _("The sheet is ready to print: file {file}.").format(file=f"label {kind.upper()}")
    return Line(said, heard), {"file": shown, "path": from_root(place, path)}

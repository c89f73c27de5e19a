"""Edits of a photo: each is a small record, and all are done anew on the original, so any can be undone."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

from PIL import Image, ImageEnhance, ImageFilter, ImageOps

from lentera.product.photo_reading import LIGHT_FILE

PAGE_SIDE: Final = 1200
"""Longest side of a photo on a page [pixel]."""
MOST_EDITS: Final = 40
_QUALITIES: Final = (88, 80, 72, 64, 55, 45, 35)
_USUAL_QUALITY: Final = 88
_ORIGINAL_QUALITY: Final = 90
_NARROWEST: Final = 20
"""Part of the photo that a crop keeps at least [percent]."""


@dataclass(frozen=True)
class Crop:
    """Be the part of a photo that is kept, in percent of width and height."""

    left: int
    top: int
    width: int
    height: int

    def __post_init__(self) -> None:
        values = (self.left, self.top, self.width, self.height)
        whole = all(isinstance(one, int) and not isinstance(one, bool) for one in values)
        if not whole or min(self.left, self.top) < 0 or min(self.width, self.height) < _NARROWEST:
            raise ValueError(
                f"{values} is no part of a photo; give whole percent, at least {_NARROWEST} wide"
            )
        if self.left + self.width > 100 or self.top + self.height > 100:  # noqa: PLR2004 - the whole photo
            raise ValueError(f"{values} reaches beyond the photo; left and width give 100 at most")


def _cropped(picture: Image.Image, edit: Mapping[str, Any]) -> Image.Image:
    part = Crop(*edit["kotak"])
    wide, tall = picture.size
    left, top = round(wide * part.left / 100), round(tall * part.top / 100)
    right = max(left + 1, round(wide * (part.left + part.width) / 100))
    bottom = max(top + 1, round(tall * (part.top + part.height) / 100))
    return picture.crop((left, top, min(right, wide), min(bottom, tall)))


def _gamma(power: float) -> Callable[[Image.Image, Mapping[str, Any]], Image.Image]:
    table = [round(255 * (value / 255) ** power) for value in range(256)] * 3
    return lambda picture, _edit: picture.point(table)


_EDITS: Final[Mapping[str, Callable[[Image.Image, Mapping[str, Any]], Image.Image]]] = {
    "potong": _cropped,
    "putar_kanan": lambda picture, _edit: picture.transpose(Image.Transpose.ROTATE_270),
    "putar_kiri": lambda picture, _edit: picture.transpose(Image.Transpose.ROTATE_90),
    "terang": _gamma(0.75),
    "gelap": _gamma(1.3),
    "ratakan": lambda picture, _edit: ImageOps.autocontrast(picture, cutoff=(0.5, 0.5), preserve_tone=True),
    "pertajam": lambda picture, _edit: picture.filter(
        ImageFilter.UnsharpMask(radius=1.6, percent=70, threshold=3)
    ),
    "warna": lambda picture, _edit: ImageEnhance.Color(picture).enhance(1.12),
}

PLAIN: Final = frozenset(_EDITS) - {"potong"} | {"kecilkan"}
"""Edits that need no numbers."""


def read_edits(written: object) -> tuple[Mapping[str, Any], ...]:
    """Read the edits of an answer file.

    Raises
    ------
    ValueError
        When one of them is not known.
    """
    if not isinstance(written, list) or len(written) > MOST_EDITS:
        raise ValueError(f"{written!r} is no list of up to {MOST_EDITS} edits")
    return tuple(_known(edit) for edit in written)


def _known(edit: object) -> Mapping[str, Any]:
    if not isinstance(edit, Mapping):
        raise ValueError(f"{edit!r} is no edit of a photo")
    name = edit.get("ubah")
    if name == "potong":
        box = edit.get("kotak")
        if not isinstance(box, list) or len(box) != 4:  # noqa: PLR2004 - left, top, width, height
            raise ValueError(f"{box!r} is no box of four numbers")
        Crop(*box)
        return {"ubah": name, "kotak": list(box)}
    if name not in PLAIN:
        raise ValueError(f"a photo does not know the edit {name!r}")
    return {"ubah": name}


def edited(original: Image.Image, edits: Sequence[Mapping[str, Any]]) -> bytes:
    """Return the file of a photo after all edits, without anything but its pixels."""
    picture, lightened = original, False
    for edit in edits:
        if edit["ubah"] == "kecilkan":
            lightened = True
            if max(picture.size) > PAGE_SIDE:
                picture = ImageOps.contain(picture, (PAGE_SIDE, PAGE_SIDE), Image.Resampling.LANCZOS)
        else:
            picture = _EDITS[edit["ubah"]](picture, edit)
    return lightest(picture) if lightened else _jpeg(picture, _USUAL_QUALITY)


def original_file(picture: Image.Image) -> bytes:
    """Return the file in which an original is kept: its pixels, and nothing the camera noted."""
    return _jpeg(picture, _ORIGINAL_QUALITY)


def preview(content: Image.Image, longest: int = 640) -> bytes:
    """Return a small file of a photo for the screen."""
    small = content.copy()
    small.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    return _jpeg(small, 78)


def lightest(picture: Image.Image) -> bytes:
    """Return the best file that a page can load quickly; the photo is made smaller where it must be."""
    for quality in _QUALITIES:
        found = _jpeg(picture, quality)
        if len(found) <= LIGHT_FILE:
            return found
    smaller = ImageOps.contain(picture, (picture.width * 3 // 4, picture.height * 3 // 4))
    return lightest(smaller)


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    out = BytesIO()
    picture.save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()

"""The photos a card can show: those of her site, and drawings to begin with."""

import base64
import io
from functools import lru_cache
from pathlib import Path
from typing import Final

from lentera.web import Site
from lentera.web.links_addresses import State, follow
from lentera.web.preview_picture import data_uri, read_picture
from lentera.web.site import is_original
from lentera.widgets.editor.materials import samples
from lentera.words import _

SAMPLE: Final = "contoh:"
"""Begins the choice of a drawing that is not in her site yet."""
_WIDEST: Final = 480


def picture_of(site: Site, page: str, address: str) -> str:
    """Return the path of the picture an address on a page leads to; empty when it leads to none."""
    found = follow(site, page, address)
    return found.target if found.state is State.ALIVE and found.target in site.pictures else ""


def choices(site: Site, page: str, address: str) -> list[list[str]]:
    """Return the photos to choose from as pairs of value and words, with what the card names now."""
    offered = [
        ["", _("no photo yet")],
        *([name, name] for name in sorted(site.pictures) if not is_original(site, name)),
    ]
    if address and not picture_of(site, page, address):
        offered.append([address, _("{file} (not in the folder situs)").format(file=address)])
    for file, sample in samples().items():
        if sample.name not in site.pictures:
            offered.append([f"{SAMPLE}{file}", sample.said])
    return offered


def shown(folder: Path, name: str) -> str | None:
    """Return a picture of the site as the little card shows it; None when it cannot be shown."""
    content = read_picture(folder, name)
    return None if content is None else _small(name, content)


@lru_cache(maxsize=16)
def _small(name: str, content: bytes) -> str | None:
    whole = data_uri(name, content)
    if whole is None or name.lower().endswith(".svg"):
        return whole
    from PIL import Image, ImageOps  # noqa: PLC0415 - only a card with a photo waits for it

    with Image.open(io.BytesIO(base64.b64decode(whole.split(",", 1)[1]))) as picture:
        picture.draft("RGB", (_WIDEST, _WIDEST))
        small = ImageOps.exif_transpose(picture)
        small.thumbnail((_WIDEST, _WIDEST))
        out = io.BytesIO()
        if "A" in small.getbands() or "transparency" in small.info:
            small.convert("RGBA").save(out, "PNG")
            kind = "png"
        else:
            small.convert("RGB").save(out, "JPEG", quality=80)
            kind = "jpeg"
    return f"data:image/{kind};base64,{base64.b64encode(out.getvalue()).decode('ascii')}"

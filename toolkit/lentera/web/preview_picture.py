"""Pictures of a site as a preview may show them: checked, small enough, and written into the page itself."""

import base64
import io
import os
import stat
import warnings
from functools import lru_cache
from pathlib import Path
from typing import Final

from lentera.web.site import LARGEST_PICTURE, fault_of_name

LARGEST_SHOWN: Final = 200 * 2**10
"""Larger pictures [byte] are drawn anew, smaller."""
LARGEST_DRAWING: Final = 200 * 2**10
"""Larger SVG drawings [byte] are not shown."""

WIDEST: Final = 1280
"""Side of the largest photo that is shown [pixel]."""
_KINDS: Final = {"JPEG": "jpeg", "PNG": "png", "GIF": "gif", "WEBP": "webp"}


def read_picture(folder: Path, name: str) -> bytes | None:
    """Read a picture inside a site's folder; None when it is not there, or a link leads elsewhere."""
    if fault_of_name(name) is not None:
        return None
    path = folder.joinpath(*name.split("/"))
    try:
        if any(one.is_symlink() for one in (path, *path.parents) if one == folder or folder in one.parents):
            return None
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
        with open(descriptor, "rb") as stream:  # noqa: PTH123 - only a descriptor refuses a link for certain
            found = os.fstat(descriptor)
            if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST_PICTURE:
                return None
            return stream.read(LARGEST_PICTURE)
    except OSError:
        return None


@lru_cache(maxsize=24)
def data_uri(name: str, content: bytes, widest: int = WIDEST) -> str | None:
    """Return a picture as an address that holds the picture itself; None when it is none.

    A photo is decoded by Pillow first, and a large one is drawn anew, smaller. A drawing must only draw.

    Parameters
    ----------
    widest : int
        Side of the largest photo that is wanted [pixel].
    """
    if name.lower().endswith(".svg"):
        return _written("svg+xml", content) if _only_draws(content) else None
    from PIL import Image  # noqa: PLC0415 - rules that look at text alone must not wait for it

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=list(_KINDS)) as picture:
                kind = _KINDS[picture.format or ""]
                if len(content) <= LARGEST_SHOWN and (widest == WIDEST or widest >= max(picture.size)):
                    picture.verify()
                    return _written(kind, content)
                picture.draft("RGB", (widest, widest))
                picture.thumbnail((widest, widest))
                return _drawn_anew(picture)
    except (OSError, ValueError, SyntaxError, KeyError, Image.DecompressionBombError, Warning):
        return None


def _drawn_anew(picture: "object") -> str:
    from PIL import Image, ImageOps  # noqa: PLC0415 - see data_uri

    assert isinstance(picture, Image.Image)  # noqa: S101 - for the type checker
    upright = ImageOps.exif_transpose(picture)
    out = io.BytesIO()
    if "A" in upright.getbands() or "transparency" in upright.info:
        upright.convert("RGBA").save(out, "PNG")
        return _written("png", out.getvalue())
    upright.convert("RGB").save(out, "JPEG", quality=80)
    return _written("jpeg", out.getvalue())


def _only_draws(content: bytes) -> bool:
    from lentera.web.active import is_passive_svg  # noqa: PLC0415 - loads the readers of pages and styles

    return len(content) <= LARGEST_DRAWING and b"\0" not in content and is_passive_svg(content)


def _written(kind: str, content: bytes) -> str:
    return f"data:image/{kind};base64,{base64.b64encode(content).decode('ascii')}"

"""What a camera writes into a picture besides the picture: place, day, device, name. It stays at home.

The picture itself is not touched: no pixel is counted anew, and which side is up is kept.
"""

import struct
from collections.abc import Iterator
from typing import Final

_JPEG: Final = b"\xff\xd8"
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_SCAN, _END = 0xDA, 0xD9
_EXIF: Final = b"Exif\x00\x00"
_KEPT_APPS: Final = ((0xE0, b"JFIF"), (0xE2, b"ICC_PROFILE"), (0xEE, b"Adobe"))
"""Notes of a JPEG without which it looks different: its form, its colours."""
_NOTES: Final = frozenset({*range(0xE0, 0xF0), 0xFE})
_ALONE: Final = frozenset({0x01, *range(0xD0, 0xD8)})
"""Marks of a JPEG that have no content."""
_UPRIGHT: Final = 1
_TURNS: Final = range(1, 9)
_ORIENTATION: Final = 0x0112
_PNG_NOTES: Final = frozenset({b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"})
_WEBP_NOTES: Final = frozenset({b"EXIF", b"XMP "})
_WEBP_FLAGS: Final = 0x08 | 0x04
"""Bits by which a WebP says that it holds such notes."""


def without_notes(content: bytes) -> bytes:
    """Return a picture's file without what was noted in it; one that cannot be read is returned as it is."""
    try:
        if content.startswith(_JPEG):
            return b"".join(_jpeg(content))
        if content.startswith(_PNG):
            return b"".join(_png(content))
        if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
            return _webp(content)
    except (struct.error, IndexError, ValueError):
        return content
    return content


def _jpeg(content: bytes) -> Iterator[bytes]:
    """Go through the parts of a JPEG that are the picture; what lies behind its end is no part of it."""
    yield _JPEG
    turn = _UPRIGHT
    parts: list[bytes] = []
    at = len(_JPEG)
    while True:
        if content[at] != 0xFF:  # noqa: PLR2004 - every mark begins so
            raise ValueError(f"there is no mark at byte {at}; save the picture as JPG again")
        while content[at + 1] == 0xFF:  # noqa: PLR2004 - marks may be filled up with it
            at += 1
        mark = content[at + 1]
        if mark == _END:
            break
        if mark in _ALONE:
            parts.append(content[at : at + 2])
            at += 2
            continue
        (length,) = struct.unpack_from(">H", content, at + 2)
        end = at + 2 + length
        inside = content[at + 4 : end]
        if mark not in _NOTES or any(mark == app and inside.startswith(name) for app, name in _KEPT_APPS):
            parts.append(content[at:end])
        elif mark == 0xE1 and inside.startswith(_EXIF):  # noqa: PLR2004 - the first kind of application notes
            turn = _turn_in(inside[len(_EXIF) :])
        at = end
        if mark == _SCAN:
            end = _end_of_scan(content, at)
            parts.append(content[at:end])
            at = end
    head = [parts.pop(0)] if parts and parts[0].startswith(b"\xff\xe0") else []
    yield from head
    if turn != _UPRIGHT:
        yield _upright(turn)
    yield from parts
    yield b"\xff\xd9"


def _end_of_scan(content: bytes, at: int) -> int:
    """Return where the next mark stands behind the pixels of a JPEG."""
    while True:
        at = content.index(0xFF, at)
        if content[at + 1] and content[at + 1] not in _ALONE and content[at + 1] != 0xFF:  # noqa: PLR2004 - filling
            return at
        at += 1 if content[at + 1] == 0xFF else 2  # noqa: PLR2004 - filling


def _turn_in(notes: bytes) -> int:
    """Return which side of a picture is up, by its notes; upright where they do not say."""
    order = {b"II": "<", b"MM": ">"}.get(notes[:2])
    if order is None:
        return _UPRIGHT
    try:
        (start,) = struct.unpack_from(f"{order}I", notes, 4)
        (count,) = struct.unpack_from(f"{order}H", notes, start)
        for row in range(count):
            tag, kind, _number, value = struct.unpack_from(f"{order}HHIH", notes, start + 2 + 12 * row)
            if (tag, kind) == (_ORIENTATION, 3) and value in _TURNS:
                return int(value)
    except struct.error:
        pass
    return _UPRIGHT


def _upright(turn: int) -> bytes:
    """Return notes that say which side is up and nothing else."""
    notes = _EXIF + b"MM\x00*" + struct.pack(">IHHHIHHI", 8, 1, _ORIENTATION, 3, 1, turn, 0, 0)
    return b"\xff\xe1" + struct.pack(">H", len(notes) + 2) + notes


def _png(content: bytes) -> Iterator[bytes]:
    yield _PNG
    at = len(_PNG)
    while True:
        length, kind = struct.unpack_from(">I4s", content, at)
        end = at + 12 + length
        if end > len(content):
            raise ValueError(f"the picture ends before byte {end}; save it again")
        if kind not in _PNG_NOTES:
            yield content[at:end]
        if kind == b"IEND":
            return
        at = end


def _webp(content: bytes) -> bytes:
    kept: list[bytes] = []
    (size,) = struct.unpack_from("<I", content, 4)
    at, last = 12, min(len(content), 8 + size)
    while at < last:
        kind, length = struct.unpack_from("<4sI", content, at)
        end = at + 8 + length + length % 2
        part = content[at:end]
        if kind == b"VP8X":
            part = part[:8] + bytes([part[8] & ~_WEBP_FLAGS & 0xFF]) + part[9:]
        if kind not in _WEBP_NOTES:
            kept.append(part)
        at = end
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body

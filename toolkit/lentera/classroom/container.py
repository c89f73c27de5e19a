"""A zip with exactly one way to be written, so that a changed byte anywhere shows.

Ordinary zip files have slack: dates, comments, flags, entries that only one of two directories knows.
Here every such field has one allowed value, nothing is compressed (no zip bomb can be built), and a reader
writes the file again from what it read and compares.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

MAX_ENTRIES = 200
MAX_BYTES = 64 * 2**20
"""Largest container that is opened [byte]: a term's log of one learner is a few million."""

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")

_VERSION = 20
_MIDNIGHT, _FIRST_DAY = 0, 0x21  # 1 January 1980, where zip time begins
_MADE_ON_UNIX = 3 << 8 | _VERSION
_PLAIN_FILE = 0o100644 << 16


class ContainerDamagedError(ValueError):
    """Report bytes that are not a container of ours, whole."""


def pack(entries: Mapping[str, bytes]) -> bytes:
    """Write entries, in their order, as a zip with no freedom left in it."""
    body, directory = io.BytesIO(), io.BytesIO()
    for name, content in entries.items():
        encoded = name.encode("ascii")
        offset, size, check = body.tell(), len(content), zlib.crc32(content)
        fixed = (_VERSION, 0, 0, _MIDNIGHT, _FIRST_DAY, check, size, size, len(encoded))
        body.write(_LOCAL.pack(b"PK\3\4", *fixed, 0) + encoded + content)
        directory.write(
            _CENTRAL.pack(b"PK\1\2", _MADE_ON_UNIX, *fixed, 0, 0, 0, 0, _PLAIN_FILE, offset) + encoded
        )
    listing = directory.getvalue()
    end = _END.pack(b"PK\5\6", 0, 0, len(entries), len(entries), len(listing), body.tell(), 0)
    return body.getvalue() + listing + end


def unpack(path: Path) -> dict[str, bytes]:
    """Read every entry of a container into memory.

    Raises
    ------
    ContainerDamagedError
        When it is too large, has too many or repeated entries, or differs by one byte from how it is written.
    OSError
        When the file cannot be read.
    """
    if path.stat().st_size > MAX_BYTES:
        raise ContainerDamagedError("larger than any envelope")
    with path.open("rb") as stream:
        raw = stream.read(MAX_BYTES + 1)
    try:
        entries = _entries(raw)
        canonical = pack(entries) == raw
    except ContainerDamagedError:
        raise
    except Exception as error:  # zipfile leaks many kinds of errors on hostile bytes
        raise ContainerDamagedError(str(error)) from error
    if not canonical:
        raise ContainerDamagedError("not written the one way an envelope is written")
    return entries


def _entries(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        listed = archive.infolist()
        if len(listed) > MAX_ENTRIES:
            raise ContainerDamagedError("more entries than any envelope has")
        if any(entry.compress_type != zipfile.ZIP_STORED for entry in listed):
            raise ContainerDamagedError("a compressed entry")
        if sum(entry.file_size for entry in listed) > len(raw):
            raise ContainerDamagedError("entries that share their bytes")
        return {entry.filename: archive.read(entry) for entry in listed}

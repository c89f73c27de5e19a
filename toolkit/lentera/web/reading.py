"""Turn the bytes of a page into characters, whatever program wrote them, and say what was wrong with them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

LONGEST: Final = 512 * 1024
"""Bytes of a page that are read; nobody writes more by hand."""

_OTHER_KINDS: Final = (
    (b"PK\x03\x04", "document"),
    (b"\xd0\xcf\x11\xe0", "document"),
    (b"{\\rtf", "document"),
    (b"%PDF", "document"),
    (b"\xff\xd8\xff", "picture"),
    (b"\x89PNG", "picture"),
    (b"GIF8", "picture"),
    (b"RIFF", "picture"),
)
"""How files of other kinds begin."""
_MANY_NULS: Final = 0.2


@dataclass(frozen=True)
class Trouble:
    """Tell what was wrong with the bytes of a page.

    Attributes
    ----------
    code : str
        Stable name of the kind.
    details : mapping of str to str
        Values for the blanks of its sentence.
    """

    code: str
    details: Mapping[str, str] = field(default_factory=dict)


def read_text(content: bytes) -> tuple[str, tuple[Trouble, ...]]:
    """Read the bytes of a page.

    Returns
    -------
    text : str
        The characters with plain line ends; empty when the file is no text at all.
    troubles : tuple of Trouble
        What was wrong, most basic first.
    """
    for beginning, code in _OTHER_KINDS:
        if content.startswith(beginning):
            return "", (Trouble(code),)
    troubles: list[Trouble] = []
    if len(content) > LONGEST:
        troubles.append(Trouble("long"))
    text, trouble = _decoded(content[:LONGEST])
    troubles += [trouble] if trouble else []
    if "\0" in text:
        text = text.replace("\0", "")
        troubles.append(Trouble("nul"))
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        troubles.append(Trouble("empty"))
    return text, tuple(troubles)


def _decoded(content: bytes) -> tuple[str, Trouble | None]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace"), Trouble("utf16")
    if len(content) > 1 and content.count(0) > _MANY_NULS * len(content):
        order = "utf-16-le" if content[1::2].count(0) >= content[::2].count(0) else "utf-16-be"
        return content.decode(order, "replace"), Trouble("utf16")
    try:
        return content.decode("utf-8"), None
    except UnicodeDecodeError as error:
        if error.end == len(content) == LONGEST or (len(content) == LONGEST and error.start > LONGEST - 4):
            return content[: error.start].decode("utf-8"), None
        line = content[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
        return content.decode("cp1252", "replace"), Trouble("not_utf8", {"baris": str(line)})

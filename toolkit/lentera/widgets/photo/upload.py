"""A file of her own that comes in parts, because one long message would stop the line for all others."""

from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from lentera.product.photo_reading import LARGEST_FILE

PART: Final = 480_000
"""Letters of base64 in one part."""
MOST_PARTS: Final = -(-(LARGEST_FILE * 4 // 3 + 4) // PART)
"""Parts that the largest file needs."""
_LONGEST_NAME: Final = 200


@dataclass
class Upload:
    """Collect the parts of one file; the parts of another one begin it anew."""

    file: int = -1
    parts: list[str] = field(default_factory=list)

    def take(self, message: Mapping[str, Any]) -> bytes | None:
        """Take one part; return the file with the last one.

        Raises
        ------
        ValueError
            When a part is missing, too long, or no base64.
        """
        file, part, parts = (_whole(message[key]) for key in ("file", "part", "parts"))
        data, name = message["data"], message["name"]
        if not isinstance(data, str) or not isinstance(name, str) or len(name) > _LONGEST_NAME:
            raise ValueError("a part of a file is text with a name; choose the file again")
        if not 0 <= part < parts <= MOST_PARTS or len(data) > PART:
            raise ValueError(f"part {part} of {parts} is too much; choose a file of up to 8 MB")
        if part == 0:
            self.file, self.parts = file, []
        if file != self.file or part != len(self.parts):
            self.parts = []
            raise ValueError(f"part {part} does not follow; choose the file again")
        self.parts.append(data)
        if part + 1 < parts:
            return None
        whole, self.parts = "".join(self.parts), []
        return b64decode(whole, validate=True)


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError(f"{value!r} is no whole number")
    return value

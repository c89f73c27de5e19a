"""The learners' pages as data: what they hold, what is told first, and whether they are valid."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lentera.web import Picture, Site

FRAME = """<!DOCTYPE html>
<html lang="id">
<head><meta charset="utf-8"><title>Keripik Bu Rahma</title></head>
<body>
<h1>Keripik Bu Rahma</h1>
{body}</body>
</html>
"""
BODY_LINE = 6
OTHERS = {
    "produk.html": FRAME.format(body="").encode(),
    "index.html": FRAME.format(body="").encode(),
    "gaya.css": b"h1 { margin: 16px; }",
}
PICTURES = {"foto/keripik.jpg": Picture(40_000, 600, 400)}


@dataclass(frozen=True)
class Case:
    """One page of the data."""

    name: str
    content: bytes
    finding: str | None
    line: str
    valid: bool
    only: bool
    refused: str | None
    large: bool

    @property
    def site(self):
        return Site({**OTHERS, "coba.html": self.content}, PICTURES)


def _case(row, *, right):
    text = (
        row["text"].removeprefix("\n") if "text" in row else FRAME.format(body=row["body"].removeprefix("\n"))
    )
    text = text.replace("\n", row.get("ends", "\n")) * row.get("times", 1)
    content = bytes.fromhex(row.get("hex", "")) + text.encode(row.get("encoding", "utf-8"))
    return Case(
        row["name"],
        content,
        row.get("finding"),
        str(row.get("line", "")),
        row.get("valid", right),
        right or row.get("only", False),
        row.get("refused"),
        "times" in row,
    )


@cache
def cases():
    """Give every page by name."""
    found = {}
    for path in sorted((Path(__file__).parent / "pages").glob("*.toml")):
        for row in tomllib.loads(path.read_text(encoding="utf-8"))["page"]:
            assert row["name"] not in found, row["name"]
            found[row["name"]] = _case(row, right=path.stem == "right")
    return found

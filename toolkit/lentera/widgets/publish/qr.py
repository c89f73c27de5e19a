"""A QR code as one path, for any size and any theme."""

import segno

QUIET = 4
"""Empty modules around the code, as ISO/IEC 18004 asks for."""


def qr_path(text: str) -> dict[str, int | str]:
    """Return the size of a code with its quiet zone [modules] and the path of its dark modules."""
    rows = [bytes(row) for row in segno.make(text, error="m", micro=False).matrix]
    path = "".join(
        f"M{x + QUIET} {y + QUIET}h1v1h-1z"
        for y, row in enumerate(rows)
        for x, dark in enumerate(row)
        if dark
    )
    return {"size": len(rows) + 2 * QUIET, "path": path}

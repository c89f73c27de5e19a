"""Where a scenario stands, so that a fault can be told with its place."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Origin:
    """Name the file and the place in it; `village` marks what a trainer has added for her own village."""

    file: str
    key: str
    village: bool = False

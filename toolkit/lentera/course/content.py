"""Find the folder that holds curriculum, sessions and grading."""

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def content_root() -> Path:
    """Return the course root: the repository's, or the copy inside an installed wheel.

    The environment variable ``LENTERA_CONTENT`` names another one.

    Raises
    ------
    FileNotFoundError
        When the named or found folder holds no ``curriculum/program.toml``.
    """
    named = os.environ.get("LENTERA_CONTENT")
    places = [Path(named)] if named else [_PACKAGE / "_content", *_PACKAGE.parents]
    for place in places:
        if (place / "curriculum" / "program.toml").is_file():
            return place.resolve()
    looked = ", ".join(str(place) for place in places)
    cure = (
        "Point LENTERA_CONTENT at the course folder."
        if named
        else "Reinstall Lentera or set LENTERA_CONTENT."
    )
    raise FileNotFoundError(f"No curriculum/program.toml in {looked}. {cure}")

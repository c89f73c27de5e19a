"""The learner's side of publishing: an envelope for the class showroom, and a zip for any host."""

import contextlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from lentera.atomic import write_atomically
from lentera.classroom.envelope import (
    SUFFIX,
    EnvelopeRefusedError,
    Kind,
    Manifest,
    can_carry,
    open_envelope,
    seal,
)
from lentera.classroom.errors import ClassroomError, cause_in_words
from lentera.classroom.keys import signing_key
from lentera.classroom.showroom import SITE_ENTRY
from lentera.desk import Desk
from lentera.web.picture_notes import without_notes
from lentera.web.publishing import to_zip
from lentera.words import _

SESSION = "s09"
"""The session in which sites are published; a site's envelope names it."""
EXPORTS = "terbit"
"""Folder on the desk for what is published."""


@dataclass(frozen=True)
class Published:
    """Tell where a published site lies.

    Attributes
    ----------
    envelope : Path
        For the trainer's showroom.
    archive : Path
        The zip for a static host.
    stays : tuple of str
        Files whose names no envelope carries.
    """

    envelope: Path
    archive: Path
    stays: tuple[str, ...] = ()


def publish(
    desk: Desk, files: Mapping[str, bytes], said: Mapping[str, str], to: Path, now: datetime
) -> Published:
    """Seal a site for the showroom and write its zip beside; what cameras noted in pictures stays home.

    Parameters
    ----------
    desk : Desk
        Hers, with her code.
    files : mapping of str to bytes
        What a visitor needs, by path from the site's folder.
    said : mapping
        ``address``, ``title`` and ``summary`` for the list of shops.
    to : Path
        A stick or folder.
    now : datetime
        With an offset.

    Raises
    ------
    ClassroomError
        When her code is missing or the place does not take it; nothing is left half-written.
    """
    if desk.learner is None:
        raise ClassroomError(
            _("There is no learner code on this laptop yet."),
            _("Ask the trainer for the code and type it on the home page. Then publish again."),
        )
    files = {name: without_notes(content) for name, content in files.items()}
    named = {f"situs/{name}": content for name, content in files.items()}
    carried = {name: content for name, content in named.items() if can_carry(Kind.SITE, name)}
    carried[SITE_ENTRY] = json.dumps(dict(said), ensure_ascii=False, indent=1).encode()
    counter = _next_counter(desk.root / EXPORTS, to, desk.learner)
    manifest = Manifest(Kind.SITE, desk.learner, SESSION, now, desk.device, counter)
    path = to / f"{desk.learner}_situs_{counter}{SUFFIX}"
    archive = desk.root / EXPORTS / f"{said['address']}.zip"
    copy = desk.root / EXPORTS / path.name
    try:
        seal(copy, manifest, carried, signing_key(desk.private))
        write_atomically(archive, to_zip(files))
        write_atomically(path, copy.read_bytes())
        open_envelope(path)  # a worn-out stick may take bytes and not keep them
    except (OSError, EnvelopeRefusedError) as error:
        for written in (copy, path):
            with contextlib.suppress(OSError):
                written.unlink()
        raise ClassroomError(
            _("The site could not be written to {folder}: {cause}.").format(
                folder=to, cause=cause_in_words(error) if isinstance(error, OSError) else _("damaged")
            ),
            _("Your pages are safe. Use another stick or free some space, then publish again."),
        ) from error
    except ValueError as error:
        raise ClassroomError(
            _("Your site is too large for one envelope."),
            _("Make the photos smaller in the photo studio. Then publish again."),
        ) from error
    for older in copy.parent.glob(f"{desk.learner}_situs_*{SUFFIX}"):
        if older not in {copy, path}:
            with contextlib.suppress(OSError):
                older.unlink()
    return Published(
        path, archive, tuple(sorted(set(files) - {one.removeprefix("situs/") for one in carried}))
    )


def _next_counter(exports: Path, to: Path, learner: str) -> int:
    shape = re.compile(rf"{learner}_situs_(\d{{1,8}}){re.escape(SUFFIX)}")
    names = (path.name for folder in {exports, to} if folder.is_dir() for path in folder.iterdir())
    return 1 + max((int(match[1]) for name in names if (match := shape.fullmatch(name))), default=0)

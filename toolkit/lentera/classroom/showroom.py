"""The class showroom: the published sites of all learners, as plain folders that any browser opens.

A site comes in an envelope like a hand-in does, and is looked at again here: whoever builds an envelope by
hand cannot put a program in front of the whole class.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lentera.atomic import write_atomically
from lentera.classroom import folders
from lentera.classroom.class_folder import ClassFolder
from lentera.classroom.envelope import Envelope
from lentera.desk import Desk
from lentera.web import Site, read_site, write_file
from lentera.web.active import active_content, is_passive_svg
from lentera.web.publishing import LARGEST_PAGE, Shown, is_address_name, showroom_page
from lentera.web.site import HOME, TEXTS
from lentera.words import _, language

FOLDER = "etalase"
SITE_ENTRY = "terbit.json"
"""What an envelope says of the site it carries: address, title and one sentence."""
_FILES = "situs/"
_STYLE = Path(__file__).with_name("etalase.css")


class SiteRefusedError(ValueError):
    """Report a site that may not be shown; the text names the reason for the trainer's log."""


@dataclass(frozen=True)
class Exhibit:
    """Be one published site as the class folder knows it.

    Attributes
    ----------
    learner : str
        Whose it is; it never stands in what visitors open.
    address : str
        Name of its folder.
    title, summary : str
        What the showroom says of it.
    tag : mapping
        Which envelope it came in: ``envelope``, ``rank``, ``counter`` and ``created``.
    """

    learner: str
    address: str
    title: str
    summary: str
    tag: dict[str, Any]


def exhibits(classroom: ClassFolder) -> list[Exhibit]:
    """Return the published sites, by title."""
    found = []
    for path in sorted(_register(classroom).glob("*.json")):
        try:
            kept = json.loads(path.read_text(encoding="utf-8"))
            one = Exhibit(path.stem, kept["address"], kept["title"], kept["summary"], dict(kept["tag"]))
        except (OSError, ValueError, LookupError, TypeError):
            continue
        if (classroom.root / FOLDER / one.address).is_dir():
            found.append(one)
    return sorted(found, key=lambda one: (one.title.casefold(), one.learner))


def tag_of(classroom: ClassFolder, learner: str) -> dict[str, Any]:
    """Return which envelope a learner's site came in; empty when she has none here."""
    return next((one.tag for one in exhibits(classroom) if one.learner == learner), {})


def exhibit(classroom: ClassFolder, envelope: Envelope, tag: dict[str, Any]) -> Exhibit:
    """Put a site into the showroom in place of the learner's earlier one, and write the list of sites anew.

    Raises
    ------
    SiteRefusedError
        When it has no first page, or something in it acts by itself.
    OSError
        When the disk does not take it; the earlier site stays.
    """
    learner = envelope.manifest.learner
    files = {
        name.removeprefix(_FILES): content
        for name, content in envelope.files.items()
        if name.startswith(_FILES)
    }
    said = _said(envelope.files.get(SITE_ENTRY, b""))
    _refuse_active(files)
    others = {one.address: one.learner for one in exhibits(classroom) if one.learner != learner}
    address = said["address"]
    if address in others:
        address = f"{address[:30].strip('-')}-{learner.lower()}"
    before = [one for one in exhibits(classroom) if one.learner == learner and one.address != address]
    place = classroom.root / FOLDER / address
    new = folders.fresh(classroom.room, f"{learner}_{FOLDER}")
    try:
        for name, content in files.items():
            path = new / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        folders.replace_folder(new, place, classroom.room)
    finally:
        folders.remove(new)
    shown = Exhibit(learner, address, said["title"], said["summary"], tag)
    kept = {"address": address, "title": shown.title, "summary": shown.summary, "tag": tag}
    write_atomically(
        _register(classroom) / f"{learner}.json", json.dumps(kept, ensure_ascii=False, indent=1).encode()
    )
    for old in before:
        folders.remove(classroom.root / FOLDER / old.address)
    write_list(classroom)
    return shown


def fetch_showroom(desk: Desk, folder: Path) -> list[str]:
    """Copy the shops of a stick to a learner's desk, each whole or not at all; name the new ones.

    A shop that has no first page, or in which something acts by itself, stays on the stick.

    Raises
    ------
    OSError
        When the disk does not take them; the shops copied so far stay.
    """
    new = []
    for place in sorted((folder / FOLDER).iterdir()) if (folder / FOLDER).is_dir() else []:
        if not is_address_name(place.name) or place.is_symlink():
            continue
        site = read_site(place)
        files = {name: place.joinpath(*name.split("/")).read_bytes() for name in sorted(site.names)}
        try:
            _refuse_active(files)
        except SiteRefusedError:
            continue
        target = desk.root / FOLDER / place.name
        if read_site(target).texts == site.texts and set(read_site(target).pictures) == set(site.pictures):
            continue
        room = desk.private / "kerja"
        draft = folders.fresh(room, place.name)
        try:
            for name, content in files.items():
                write_file(draft, name, content)
            folders.replace_folder(draft, target, room)
        finally:
            folders.remove(draft)
        new.append(place.name)
    return new


def write_list(classroom: ClassFolder) -> Path:
    """Write the showroom's first page from what is there."""
    words = {
        "lang": language(),
        "title": _("Showroom of the class"),
        "lead": _("Open a shop. Read its page. Tell its owner one good thing."),
        "empty": _("No shop is published yet."),
        "sites": _("Shops of the class"),
    }
    sites = [Shown(one.address, one.title, one.summary) for one in exhibits(classroom)]
    path = classroom.root / FOLDER / HOME
    write_atomically(path, showroom_page(sites, words, _STYLE.read_text(encoding="utf-8")))
    return path


def _register(classroom: ClassFolder) -> Path:
    return classroom.private / FOLDER


def _said(entry: bytes) -> dict[str, str]:
    try:
        said = json.loads(entry)
        address, title, summary = (said[name] for name in ("address", "title", "summary"))
    except (ValueError, LookupError, TypeError) as error:
        raise SiteRefusedError("it does not say what it is called") from error
    if not all(isinstance(text, str) for text in (address, title, summary)) or not is_address_name(address):
        raise SiteRefusedError("its address is none")
    return {"address": address, "title": title.strip()[:80] or address, "summary": summary.strip()[:200]}


def _refuse_active(files: dict[str, bytes]) -> None:
    if HOME not in files:
        raise SiteRefusedError(f"it has no {HOME}")
    texts = {name: content for name, content in files.items() if name.lower().endswith(TEXTS)}
    for name, content in files.items():
        if name in texts and len(content) > LARGEST_PAGE:
            raise SiteRefusedError(f"{name} is too long to be looked through")
        if name.lower().endswith(".svg") and not is_passive_svg(content):
            raise SiteRefusedError(f"{name} does more than draw")
    found = active_content(Site(texts))
    if found:
        raise SiteRefusedError(f"{found[0].file}, line {found[0].line}: {found[0].what}")

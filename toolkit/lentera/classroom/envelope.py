"""The `.amplop`: files, a manifest that names and hashes each, and a signature over the manifest.

Hand-in and feedback travel in the same envelope, by LAN or on a USB stick. Opening checks everything before
anything is unpacked; opening twice is opening once.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from lentera.atomic import write_atomically
from lentera.classroom import container
from lentera.classroom.errors import ClassroomError
from lentera.classroom.keys import public_hex
from lentera.desk import LEARNER_CODE
from lentera.words import _

FORMAT = "lentera.amplop/1"
SUFFIX = ".amplop"
LOG_NAME = "catatan.jsonl"
FEEDBACK_NAME = "umpan_balik.html"
SESSION_ID = re.compile(r"s(0[1-9]|1[0-2])")

_MANIFEST, _SIGNATURE = "manifest.json", "manifest.sig"
_KEY_DIGITS = re.compile(r"[0-9a-f]{64}")
_DEVICE = re.compile(r"[0-9A-Za-z-]{1,64}")
_WINDOWS_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_MAX_COUNTER = 10**9
_REFUSABLE = (OSError, ValueError, LookupError, TypeError, AttributeError, InvalidSignature, RecursionError)
"""What reading hostile JSON in place of a manifest can raise."""


class Kind(StrEnum):
    """Say what an envelope carries."""

    HAND_IN = "serahan"
    FEEDBACK = "umpan-balik"
    SITE = "situs"


_SITE_FILE = (
    r"situs/(?:[A-Za-z0-9_][A-Za-z0-9_ .-]{0,79}/){0,3}[A-Za-z0-9_][A-Za-z0-9_ .-]{0,74}"
    r"\.(?i:html?|css|jpe?g|png|gif|webp|svg)"
)

_ALLOWED = {
    Kind.HAND_IN: re.compile(
        rf"s\d\d\.ipynb|jawaban/[a-z0-9][a-z0-9-]{{0,63}}\.json|catatan\.jsonl|{_SITE_FILE}"
    ),
    Kind.SITE: re.compile(rf"terbit\.json|{_SITE_FILE}"),
    Kind.FEEDBACK: re.compile(r"umpan_balik\.html|catatan\.jsonl"),
}


class EnvelopeRefusedError(ClassroomError):
    """Report an envelope that was refused whole; `reason` is for the trainer's log."""

    def __init__(self, what: str, next_step: str, reason: str) -> None:
        super().__init__(what, next_step)
        self.reason = reason


@dataclass(frozen=True)
class Manifest:
    """Say whose envelope this is, what it carries, and which of hers it is.

    Attributes
    ----------
    kind : Kind
        Hand-in, feedback or a published site.
    learner, session : str
        The learner's code and the session id.
    created : datetime
        When it was sealed, by the sender's clock.
    device : str
        Opaque id of the sender's workspace or class folder.
    counter : int
        Rises by one with each envelope the device seals for this learner and session.
    """

    kind: Kind
    learner: str
    session: str
    created: datetime
    device: str
    counter: int


@dataclass(frozen=True)
class Envelope:
    """An envelope that has passed every check.

    Attributes
    ----------
    id : str
        SHA-256 of the manifest; the same envelope has the same id wherever it is copied.
    manifest : Manifest
        Whose it is and what it carries.
    key : str
        The public key that signed it, as hexadecimal digits.
    files : mapping
        Content of each file by its name.
    raw : bytes
        The envelope as it was sealed, to keep or send on.
    """

    id: str
    manifest: Manifest
    key: str
    files: Mapping[str, bytes]
    raw: bytes


def seal(path: Path, manifest: Manifest, files: Mapping[str, bytes], key: Ed25519PrivateKey) -> Path:
    """Write a signed envelope so that it is there whole or not at all.

    Raises
    ------
    ValueError
        When a name is not one that this kind of envelope carries.
    OSError
        When the disk is full or the stick was pulled; nothing is left behind.
    """
    write_atomically(path, to_bytes(manifest, files, key))
    return path


def to_bytes(manifest: Manifest, files: Mapping[str, bytes], key: Ed25519PrivateKey) -> bytes:
    """Return a sealed envelope as bytes."""
    fault = _fault_of_names(manifest.kind, list(files))
    if fault:
        raise ValueError(f"An envelope of kind {manifest.kind} cannot carry this: {fault}.")
    listing = [
        {"path": name, "sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
        for name, content in sorted(files.items())
    ]
    written = {
        "format": FORMAT,
        "kind": manifest.kind.value,
        "learner": manifest.learner,
        "session": manifest.session,
        "created": manifest.created.isoformat(),
        "device": manifest.device,
        "counter": manifest.counter,
        "public_key": public_hex(key),
        "files": listing,
    }
    text = json.dumps(written, indent=1, sort_keys=True).encode() + b"\n"
    entries = {_MANIFEST: text, _SIGNATURE: key.sign(text)}
    entries |= {name: files[name] for name in sorted(files)}
    packed = container.pack(entries)
    if len(packed) > container.MAX_BYTES or len(entries) > container.MAX_ENTRIES:
        raise ValueError("An envelope this large would be refused. Leave out files that nobody asked for.")
    return packed


def open_envelope(path: Path) -> Envelope:
    """Check an envelope in full and return what it carries; nothing is written anywhere.

    Raises
    ------
    EnvelopeRefusedError
        When anything about it is not as it was sealed, or it comes from a newer Lentera.
    """
    try:
        entries = container.unpack(path)
        text = entries[_MANIFEST]
        written = json.loads(text)
        newer = _from_newer_version(written)
        envelope = None if newer else _checked(entries, text, written)
    except _REFUSABLE as error:
        raise EnvelopeRefusedError(
            _("{file} is damaged and was not opened.").format(file=path.name),
            _("Everything is as before. Ask for a new copy of the envelope."),
            f"{type(error).__name__}: {error}",
        ) from error
    if envelope is None:
        raise EnvelopeRefusedError(
            _("{file} was made by a newer Lentera.").format(file=path.name),
            _("Update Lentera on this laptop, then try again."),
            "newer format",
        )
    return envelope


def _from_newer_version(written: Any) -> bool:
    stem, _slash, version = str(written["format"]).partition("/")
    return stem == FORMAT.partition("/")[0] and version.isdecimal() and int(version) > 1


def _checked(entries: Mapping[str, bytes], text: bytes, written: Mapping[str, Any]) -> Envelope:
    key = _matching(_KEY_DIGITS, written["public_key"])
    Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(entries[_SIGNATURE], text)
    counter = written["counter"]
    if written["format"] != FORMAT or type(counter) is not int or not 0 < counter < _MAX_COUNTER:
        raise ValueError("format or counter")
    created = datetime.fromisoformat(written["created"])
    if created.utcoffset() is None:
        raise ValueError("a time without offset")
    manifest = Manifest(
        kind=Kind(written["kind"]),
        learner=_matching(LEARNER_CODE, written["learner"]),
        session=_matching(SESSION_ID, written["session"]),
        created=created,
        device=_matching(_DEVICE, written["device"]),
        counter=counter,
    )
    listed = {entry["path"]: (entry["size"], entry["sha256"]) for entry in written["files"]}
    fault = _fault_of_names(manifest.kind, [entry["path"] for entry in written["files"]])
    if fault or set(entries) != {_MANIFEST, _SIGNATURE, *listed}:
        raise ValueError(fault or "files and manifest differ")
    files = {name: entries[name] for name in listed}
    for name, content in files.items():
        if listed[name] != (len(content), hashlib.sha256(content).hexdigest()):
            raise ValueError(f"{name} is not what was sealed")
    return Envelope(hashlib.sha256(text).hexdigest(), manifest, key, files, container.pack(entries))


def _fault_of_names(kind: Kind, names: list[str]) -> str:
    """Return what is wrong with the names; the allow-list knows no slash up, drive or absolute path."""
    if len({name.casefold() for name in names}) != len(names):
        return "two names that some disks take for one"
    for name in names:
        if not can_carry(kind, name):
            return f"the name {name!r}"
    return ""


def can_carry(kind: Kind, name: str) -> bool:
    """Tell whether a file of this name can be in an envelope of this kind."""
    parts = name.split("/")
    ordinary = not any(_WINDOWS_DEVICES.match(part) or part.endswith((".", " ")) for part in parts)
    return ordinary and _ALLOWED[kind].fullmatch(name) is not None


def _matching(shape: re.Pattern[str], value: object) -> str:
    if not isinstance(value, str) or not shape.fullmatch(value):
        raise ValueError(f"{value!r} has not the shape {shape.pattern}")
    return value

"""The key a laptop signs with: made once, kept beside the work, never sent."""

import os
import secrets
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from lentera.atomic import write_atomically
from lentera.classroom.errors import ClassroomError
from lentera.words import _

_FILE = "kunci.ed25519"
_KEY_BYTES = 32


def signing_key(private_folder: Path) -> Ed25519PrivateKey:
    """Return the key of this workspace or class folder, made on first use.

    A damaged key is kept aside and replaced: work must go on, and the trainer is asked about the new key.

    Raises
    ------
    ClassroomError
        When the key cannot be kept.
    """
    path = private_folder / _FILE
    try:
        if not path.exists():
            _make(path)
        raw = path.read_bytes()
        if len(raw) != _KEY_BYTES:
            path.replace(path.with_name(f"{_FILE}.rusak-{secrets.token_hex(3)}"))
            _make(path)
            raw = path.read_bytes()
    except OSError as error:
        raise ClassroomError(
            _("The key of this laptop could not be kept in {folder}.").format(folder=private_folder),
            _("Free some space on the laptop, then try again."),
        ) from error
    return Ed25519PrivateKey.from_private_bytes(raw)


def public_hex(key: Ed25519PrivateKey) -> str:
    """Return the public half as 64 hexadecimal digits."""
    return key.public_key().public_bytes_raw().hex()


def _make(path: Path) -> None:
    """Write a new key; of two processes at once, the first one's key stays."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    write_atomically(draft, Ed25519PrivateKey.generate().private_bytes_raw())
    draft.chmod(0o600)
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    except OSError:  # FAT and some network drives know no hard links
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)

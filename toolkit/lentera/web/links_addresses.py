"""Follow one address from the page it stands in, as a browser does on a host."""

from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from posixpath import relpath
from typing import Final
from urllib.parse import quote, unquote

from lentera.web.site import HOME, Reason, Site

_SCHEME_SIGNS: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789+-.")
_CODE: Final = ("javascript", "vbscript")
_SAFE: Final = "/!$'()*+,;=:@~-._"
_CLOSE: Final = 0.8


class State(StrEnum):
    """Say where an address leads."""

    ALIVE = "alive"
    OUTSIDE = "outside"
    AWAY = "away"
    """A picture or style that would have to come from the internet."""
    NO_FILE = "no_file"
    NO_PART = "no_part"
    CASE = "case"
    FOLDER = "folder"
    BACKSLASH = "backslash"
    DISK = "disk"
    LEADS_OUT = "leads_out"
    LEFT_OUT = "left_out"
    EMPTY = "empty"


@dataclass(frozen=True)
class Target:
    """Tell where an address leads: state, path in the site, part of the page, and what was meant."""

    state: State
    target: str = ""
    part: str = ""
    meant: str = ""


def follow(site: Site, source: str, address: str, base: str = "") -> Target:
    """Follow an address.

    Parameters
    ----------
    site : Site
        What there is.
    source : str
        Page or style the address stands in.
    address : str
        As a browser reads the attribute.
    base : str, optional
        What the page's ``base`` tag says, which browsers put before every address.
    """
    plain = "".join(sign for sign in address.strip("\t\n\f\r ") if sign not in "\t\n\r")
    special = _special(plain)
    if special is None and base.strip() and _special(base.strip()) is State.OUTSIDE:
        special = State.OUTSIDE
    if special is not None:
        on_disk = special is State.DISK
        return Target(special, meant=_elsewhere(site, source, _last(plain)) if on_disk else "")
    if base.strip():
        source = _joined(source, base.strip().replace("\\", "/"))[0] + "x"
    return _inside(site, source, plain)


def _inside(site: Site, source: str, plain: str) -> Target:
    path, _, part = plain.partition("#")
    path, part = unquote(path.partition("?")[0]), unquote(part)
    if not path:
        return Target(State.ALIVE, source, "" if part == "top" else part)
    slashed = path.replace("\\", "/")
    target, out = _joined(source, slashed)
    folder = target.endswith("/") or not target
    target += HOME if folder else ""
    if out or slashed.startswith("/"):
        return Target(State.LEADS_OUT, meant=_elsewhere(site, source, target))
    if target in site.names:
        if slashed != path:
            return Target(State.BACKSLASH, target, part, written(source, target, part))
        return Target(State.ALIVE, target, "" if part == "top" else part)
    return Target(State.NO_FILE, target, part) if folder else _not_there(site, source, target, part)


def _special(plain: str) -> State | None:
    """Tell of an address that is no path at all."""
    if plain in ("", "#"):
        return State.EMPTY
    if plain.startswith(("//", "\\\\")):
        return State.OUTSIDE
    scheme, colon, _ = plain.partition(":")
    scheme = scheme.lower()
    if not colon or not scheme[:1].isalpha() or not set(scheme) <= _SCHEME_SIGNS:
        return None
    if scheme in _CODE:
        return State.EMPTY
    return State.DISK if scheme == "file" or len(scheme) == 1 else State.OUTSIDE


def _joined(source: str, path: str) -> tuple[str, bool]:
    """Join a path to the folder of a file; tell whether it climbs out of the site."""
    parts = [] if path.startswith("/") else source.split("/")[:-1]
    out = False
    steps = path.split("/")
    for step in steps:
        if step == "..":
            out = out or not parts
            parts = parts[:-1]
        elif step not in ("", "."):
            parts.append(step)
    folder = steps[-1] in ("", ".", "..") and bool(parts)
    return "/".join(parts) + ("/" if folder else ""), out


def _not_there(site: Site, source: str, target: str, part: str) -> Target:
    if any(one.name == target and one.reason is not Reason.NAME for one in site.left_out):
        return Target(State.LEFT_OUT, target)
    same = next((name for name in sorted(site.names) if name.casefold() == target.casefold()), "")
    if same:
        return Target(State.CASE, target, part, written(source, same, part))
    elsewhere = _elsewhere(site, source, target)
    if elsewhere:
        return Target(State.FOLDER, target, part, elsewhere)
    # On a long site thousands of names would be compared for every address; nobody's own site is that long.
    near = get_close_matches(target.casefold(), [name.casefold() for name in sorted(site.names)], 1, _CLOSE)
    meant = next((name for name in sorted(site.names) if near and name.casefold() == near[0]), "")
    return Target(State.NO_FILE, target, part, written(source, meant, part) if meant else "")


def _last(path: str) -> str:
    return unquote(path.replace("\\", "/").rsplit("/", 1)[-1])


def _elsewhere(site: Site, source: str, target: str) -> str:
    """Return how to write the file of that name that lies in another folder; empty without one."""
    name = _last(target).casefold()
    found = [path for path in sorted(site.names) if _last(path).casefold() == name]
    return written(source, found[0]) if found else ""


def written(source: str, target: str, part: str = "") -> str:
    """Return how one file of a site writes the address of another."""
    folder = source.rpartition("/")[0]
    path = quote(relpath(target, folder or "."), safe=_SAFE)
    if ":" in path.split("/", 1)[0]:
        path = f"./{path}"
    return path + (f"#{quote(part, safe=_SAFE)}" if part else "")

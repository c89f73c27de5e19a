"""Read what a family writes in its own words: a time, a place, what is allowed, whom to tell."""

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from lentera.literacy.sums import words_of

_PATH: Final = Path(__file__).parent / "texts" / "aturan-kata.toml"
_ENDS: Final = frozenset(".,;:!?")
_ENDINGS: Final = ("nya", "lah", "ku")
_WRITERS: Final = frozenset({"saya", "kami", "aku"})
_EMPTY: Final = (
    "boleh",
    "batas",
    "gawai",
    "samar",
    "isian",
    "tolak",
    "dewasa",
    "waktu",
    "sambung",
    "sesudah",
)
"""Lists whose words name nothing that a family does, where it sits, or what it opens."""


def names_time(text: str) -> bool:
    """Tell whether a text names a time of day, a day, how long, or an event of the day."""
    said = words_of(text)
    words = _stems(said)
    counted = bool(words & {"kali", "sekali"}) or any(word.isdecimal() for word in words)
    often = bool(words & {"sehari", "seminggu"}) and counted
    known = bool(words & _known("waktu")) or {"tengah", "hari"} <= words
    event = bool(words & _known("saat") and words & _known("acara"))
    # Behind "sesudah" anything that is done counts: nobody can list what a family does in a day.
    named = any(_is_name(after, "acara") for after in _behind(said, _known("sesudah")))
    return known or often or event or named


def names_place(text: str) -> bool:
    """Tell whether a text names a place, or whose side the child sits at."""
    said = words_of(text)
    words = _stems(said)
    beside = _is_grown_up(words) and bool(words & _known("dekat"))
    named = any(_is_name(after, "tempat") for after in _behind(said, frozenset({"di"})))
    return bool(words & _known("tempat")) or beside or named


def names_content(text: str) -> bool:
    """Tell whether a text names what is opened or shared, or an account.

    With "boleh", "buka", "hanya" or "dilarang" any name counts, for nobody can list every programme that a
    family knows.
    """
    words = _stems(words_of(text))
    if words & _known("isi"):
        return True
    return bool(words & _known("boleh", "batas")) and any(_is_name(word, "isi") for word in words_of(text))


def forbids_only(text: str) -> bool:
    """Tell whether each clause of a text forbids something."""
    clauses = list(_clauses(text))
    return bool(clauses) and all(_stems(clause) & _known("tolak") for clause in clauses)


def opens_account(text: str) -> bool:
    """Tell whether a text gives the child an account of its own on a service for everybody.

    Where a clause forbids it, or names whose permission or account it is, it does not count.
    """
    for clause in _clauses(text):
        words = _stems(clause)
        service = "medsos" in words or {"media", "sosial"} <= words
        own = "akun" in words and "sendiri" in words
        if (service or own) and words & _known("boleh") and not words & _known("tolak", "bersama"):
            return True
    return False


def names_grown_up(text: str) -> bool:
    """Tell whether a text names a grown-up to tell; one who only punishes is none."""
    for clause in _clauses(text):
        words = _stems(clause)
        # A parent who writes "cerita ke saya" is somebody to tell; a child's "saya cerita" is not.
        writer = any(after in _WRITERS for after in _behind(clause, _known("kepada")))
        person = writer or _is_grown_up(words)
        if person and (words & _known("cerita") or not _is_punishment(words)):
            return True
    return False


def names_friend(text: str) -> bool:
    """Tell whether a text names somebody of the child's own age."""
    return bool(_stems(words_of(text)) & _known("teman"))


def punishes(text: str) -> bool:
    """Tell whether a text answers with a punishment; "tidak dimarahi" promises that there is none."""
    return any(_is_punishment(_stems(clause)) for clause in _clauses(text))


def is_vague(text: str) -> bool:
    """Tell whether a text leaves the matter to what each person thinks right."""
    return bool(_stems(words_of(text)) & _known("samar"))


def _stems(words: Iterable[str]) -> set[str]:
    """Return the words, and what is left of each without its ending: "ibunya" is "ibu" too."""
    found = set(words)
    return found | {word.removesuffix(end) for word in found for end in _ENDINGS}


def _behind(words: list[str], leads: frozenset[str]) -> list[str]:
    """Return the words that stand right behind one of the leads."""
    return [after for word, after in pairwise(words) if word in leads]


def _is_name(word: str, own: str) -> bool:
    """Tell whether a word may name something; those of a list of its own always do."""
    if word in _known(own):
        return True
    return word.isalpha() and not _stems([word]) & _known(*_EMPTY)


def _is_grown_up(words: set[str]) -> bool:
    return bool(words & _known("dewasa")) or {"orang", "tua"} <= words


def _is_punishment(words: set[str]) -> bool:
    return bool(words & _known("hukum")) and not words & _known("tolak")


def _clauses(text: str) -> Iterator[list[str]]:
    held: list[str] = []
    for word in words_of(text):
        if word in _ENDS or word in _known("sambung"):
            if held:
                yield held
            held = []
        else:
            held.append(word)
    if held:
        yield held


def _known(*names: str) -> frozenset[str]:
    return frozenset().union(*(_lists()[name] for name in names))


@cache
def _lists() -> dict[str, frozenset[str]]:
    table = tomllib.loads(_PATH.read_text(encoding="utf-8"))
    return {name: frozenset(text.split()) for name, text in table.items()}

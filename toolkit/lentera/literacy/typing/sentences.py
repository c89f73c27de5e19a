"""Sentences as people write them: full stops that end one, full stops that do not, and lines without any."""

from dataclasses import dataclass
from typing import Final

FEWEST_WORDS: Final = 2
"""A single word is no sentence."""

_ENDS: Final = ".!?…"
_CLOSERS: Final = "\"'”’»)]"
_OPENERS: Final = "\"'“‘«(["
_SHORTENED: Final = frozenset(
    {"jl", "no", "rp", "bpk", "sdr", "sdri", "kec", "kab", "kel", "ds", "dsn", "gg", "rt", "rw", "tgl", "hlm"}
    | {"telp", "tlp", "dr", "drs", "dra", "prof", "ir", "h", "hj", "ny", "tn", "alm"}
)
"""Shortened words that stand before what they belong to: Jl. Mawar, No. 5."""
_CLOSING: Final = frozenset({"dll", "dsb", "dst", "dkk", "tsb"})
"""Shortened words that may end a sentence: "pisang, ubi, dll. Saya juga …"."""
_WHOLE_WORD: Final = 3
"""Letters from which on a word with a full stop inside is two words without a space."""


@dataclass(frozen=True)
class Sentence:
    """Be one sentence: its text, and whether a full stop, question or exclamation mark ends it."""

    text: str
    ended: bool

    @property
    def words(self) -> tuple[str, ...]:
        """Return its words in small letters, without signs."""
        bare = ("".join(sign for sign in word if sign.isalnum()) for word in self.text.casefold().split())
        return tuple(word for word in bare if word)


def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text; a line that nothing ends is a sentence too, a single word is none."""
    found = (one for line in text.splitlines() for one in _of_line(line))
    return tuple(one for one in found if len(one.words) >= FEWEST_WORDS)


def is_tight(text: str) -> bool:
    """Tell whether a full stop stands between two words without a space: "siti.saya"."""
    return any(
        _stands_between(token, at, capital=False) for token in text.split() for at in range(1, len(token) - 1)
    )


def _of_line(line: str) -> list[Sentence]:
    tokens = [part for token in line.split() for part in _apart(token)]
    found: list[Sentence] = []
    current: list[str] = []
    for number, token in enumerate(tokens):
        following = tokens[number + 1] if number + 1 < len(tokens) else ""
        current.append(token)
        if _ends(token, following, first=len(current) == 1):
            found.append(Sentence(" ".join(current), ended=True))
            current = []
    if current:
        found.append(Sentence(" ".join(current), ended=False))
    return found


def _apart(token: str) -> list[str]:
    """Part two words that only a full stop keeps together: "Siti.Saya"."""
    parts, start = [], 0
    for at in range(1, len(token) - 1):
        if _stands_between(token, at, capital=True):
            parts.append(token[start : at + 1])
            start = at + 1
    return [*parts, token[start:]]


def _stands_between(token: str, at: int, *, capital: bool) -> bool:
    """Tell whether the sign at an index ends one word and another begins right behind it."""
    before, behind = token[:at], token[at + 1]
    letters = 0
    while letters < len(before) and before[-1 - letters].islower():
        letters += 1
    begins = behind.isupper() if capital else behind.isalpha()
    return token[at] in _ENDS and begins and letters >= _WHOLE_WORD


def _ends(token: str, following: str, *, first: bool) -> bool:
    core = token.rstrip(_CLOSERS)
    if not core or core[-1] not in _ENDS:
        return False
    if core[-1] != ".":
        return True
    word = core[:-1].lstrip(_OPENERS)
    if word.isdigit() and first:
        return False  # the number of a list
    if word.casefold() in _SHORTENED or (len(word) == 1 and word.isalpha()):
        return not following
    if word.casefold() in _CLOSING or "." in word:
        # A title, or three dots: only a capital letter tells that something new begins.
        return not following or following.lstrip(_OPENERS)[:1].isupper()
    return True

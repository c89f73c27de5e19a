"""Look at a practice passphrase and keep nothing of it but answers of yes and no.

References
----------
NIST SP 800-63B Rev. 4 (2025), section 3.1.1: fifteen characters where the password is the only factor, every
sign and space accepted, no rule on kinds of signs, compared with lists of common ones, normalised with NFKC.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any, Final

from lentera.literacy.passphrase import known
from lentera.literacy.passphrase.person import SHORTEST_NAME, Person
from lentera.literacy.passphrase.weakness import Weakness

LEAST: Final = 15
"""Characters a phrase needs where it is the only key."""
LONGEST: Final = 128
"""Characters that are looked at; more are refused with a sentence, as nobody types them."""
_SHARE_OF_SAYING: Final = 0.6
_SHARE_OF_ROW: Final = 0.8
_NINE: Final = 9
_STEPS: Final = (6.0, 8.0, 10.0)
"""Powers of ten of guesses at which the second to fourth bar fill; the last as zxcvbn's best score."""
_LONG_NAME: Final = 5
"""Letters from which on a name hardly stands in another word by chance."""
_FEWEST: Final = 2
"""Words of which half may be the same before it counts as repeating."""
_GUESSED: Final = 60
"""Characters zxcvbn looks at: its time grows with the square, and more letters never make a phrase weaker."""
_LEET: Final = str.maketrans("4@8([{<3691!|0$57+%2", "aabcccceggiiiosstt xz".replace(" ", ""))
"""Digits and signs that stand for letters."""
_MOST_LEET: Final = 6
"""Different ones of them up to which zxcvbn may try every reading; its time doubles with each."""


@dataclass(frozen=True)
class Look:
    """Tell what was seen; no part of the phrase is in it.

    Attributes
    ----------
    count : int
        Characters after normalising.
    long, not_own, not_common, strong : bool
        The four things a phrase must be.
    level : int
        1 to 4 bars.
    weakness : Weakness or None
        What to mend first.
    """

    count: int
    long: bool
    not_own: bool
    not_common: bool
    strong: bool
    level: int
    weakness: Weakness | None

    @property
    def holds(self) -> bool:
        """Tell whether the phrase may serve."""
        return self.long and self.not_own and self.not_common and self.strong


def look_at(phrase: str, person: Person, others: Iterable[str] = ()) -> Look:
    """Look at a phrase.

    Parameters
    ----------
    phrase : str
        What was typed, at most `LONGEST` characters.
    person : Person
        For whom it is made.
    others : iterable of str
        More that must not be in it, such as the learner's own name.

    Raises
    ------
    ValueError
        When it is too long; the sentence does not hold the phrase.
    """
    normal = unicodedata.normalize("NFKC", phrase)
    if len(normal) > LONGEST:
        raise ValueError(f"the phrase has {len(normal)} characters; give at most {LONGEST}")
    own = (*person.own_words, *(part for text in others for part in _parts(text)))
    folded, joined = normal.casefold(), _joined(normal)
    not_own = not any(_is_in(word, folded, joined) for word in own)
    saying = _is_saying(joined)
    listed = joined.translate(_LEET) in _listed()
    guesses, kinds = _guesses(normal, own)
    if _is_counted(joined):
        guesses, kinds = 0.0, {*kinds, "sequence"}
    level = 1 + sum(guesses >= step for step in _STEPS)
    repeated = _repeats(folded)
    not_common = not (saying or listed)
    if not not_common or repeated:
        level = 1
    elif not not_own:
        level = min(level, 2)
    long = len(normal) >= LEAST
    strong = level > len(_STEPS) and not repeated
    weakness = next(
        (
            kind
            for holds, kind in (
                (not listed, Weakness.COMMON),
                (not saying, Weakness.SAYING),
                (not_own, Weakness.OWN),
                (not repeated, Weakness.REPEATED),
                (long, Weakness.SHORT),
                (strong or not kinds & {"spatial", "sequence"}, Weakness.ROW),
                (strong, Weakness.FEW_WORDS),
            )
            if not holds
        ),
        None,
    )
    return Look(len(normal), long, not_own, not_common, strong, level, weakness)


@cache
def _listed() -> frozenset[str]:
    """Return common passwords with every digit read as the letter it stands for, as thieves' programs do."""
    return frozenset(one.translate(_LEET) for one in known.passwords())


def _joined(text: str) -> str:
    """Return letters and digits alone: blanks and dots between them hide nothing."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _is_in(word: str, folded: str, joined: str) -> bool:
    """Tell whether a name or date is in a phrase; a short one inside another word (ayu in payung) is not."""
    if len(word) >= _LONG_NAME or not word.isalpha():
        return word in folded or _joined(word) in joined
    rest = (part.split(word) for part in "".join(sign if sign.isalnum() else " " for sign in folded).split())
    return any(
        len(around) > 1 and all(not one or one.isdigit() or one in known.words() for one in around)
        for around in rest
    )


def _parts(text: str) -> list[str]:
    return [part.casefold() for part in text.split() if len(part) >= SHORTEST_NAME]


def _is_saying(joined: str) -> bool:
    """Tell whether most of a phrase is one that everybody knows."""
    return any(
        saying in joined and len(saying) >= _SHARE_OF_SAYING * len(joined)
        for saying in (*known.sayings(), *(one for one in known.passwords() if len(one) >= LEAST))
    ) or any(len(joined) >= LEAST and joined in saying for saying in known.sayings())


def _repeats(folded: str) -> bool:
    """Tell whether a phrase is one or two words, or a piece, said again and again."""
    words = folded.split()
    if len(words) > _FEWEST and len(set(words)) <= len(words) // 2:
        return True
    joined = _joined(folded)
    return any(
        len(joined) > size and joined == (joined[:size] * len(joined))[: len(joined)]
        for size in range(1, len(joined) // 2 + 1)
    )


def _is_counted(joined: str) -> bool:
    """Tell whether most signs of a phrase follow the one before: 12345678, also on from 9 to 0."""
    steps = [ord(after) - ord(before) for before, after in pairwise(joined)]
    near = sum(
        abs(step) <= 1 or (abs(step) == _NINE and sign in "09")
        for step, sign in zip(steps, joined, strict=False)
    )
    return len(joined) > 1 and near >= _SHARE_OF_ROW * len(steps)


@cache
def _ranks() -> dict[str, dict[str, int]]:
    from zxcvbn.matching import RANKED_DICTIONARIES, build_ranked_dict  # noqa: PLC0415 - half a second of lists

    return {
        **RANKED_DICTIONARIES,
        "sandi": build_ranked_dict(known.passwords()),
        "kata": build_ranked_dict(known.words()),
    }


def _guesses(normal: str, own: tuple[str, ...]) -> tuple[float, set[str]]:
    """Return the power of ten of guesses, and which patterns were found.

    Blanks between words are no secret, so the phrase counts as the weaker of the two: with them and without.
    """
    from zxcvbn import matching, scoring  # noqa: PLC0415 - see `_ranks`

    ranks = {**_ranks(), "user_inputs": matching.build_ranked_dict(list(own))}
    found = []
    signs = {sign for sign in normal if ord(sign) in _LEET}
    plain = normal.translate(_LEET) if len(signs) > _MOST_LEET else normal
    for text in {plain[:_GUESSED], "".join(plain.split())[:_GUESSED]} - {""}:
        result: dict[str, Any] = scoring.most_guessable_match_sequence(text, matching.omnimatch(text, ranks))
        found.append((float(result["guesses_log10"]), {one["pattern"] for one in result["sequence"]}))
    return min(found, key=lambda one: one[0], default=(0.0, set()))

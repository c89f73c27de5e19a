"""The rules of the introduction: three sentences in a saved file, one of them changed after opening again."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from lentera.literacy.typing.desk import WritingDesk
from lentera.literacy.typing.sentences import Sentence, is_tight, sentences
from lentera.rules import Finding, RuleSet, load_rules, load_set, missed, right

ANSWER: Final = "s01-perkenalan"
WANTED: Final = 3
"""Sentences that the file is to hold."""

_TEXTS: Final = Path(__file__).parents[1] / "texts"
_RUN_ON: Final = 14
"""Words from which on one sentence is rather several without a full stop."""
_LONG_NUMBER: Final = 10
"""Digits from which on a number is somebody's: telephone, identity card, account."""
_SHOWN: Final = 5
"""Words of a sentence that the feedback quotes."""
_VOWELS: Final = frozenset("aiueo")
_KEY_ROWS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SHORTEST_RUN: Final = 4
_SHORTEST_DUMB: Final = 3
_BORROWED: Final = frozenset({"lorem", "ipsum", "dolor", "amet", "consectetur"})


def own_sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences that count: in words, not copied from one another, not filler."""
    kept: dict[tuple[str, ...], Sentence] = {}
    for one in sentences(text):
        if not is_filler(one):
            kept.setdefault(one.words, one)
    return tuple(kept.values())


def is_filler(sentence: Sentence) -> bool:
    """Tell whether a sentence is keys pressed anyhow, one word over and over, or the printers' dummy text."""
    words = sentence.words
    dumb = sum(_is_dumb(word) for word in words)
    return len(set(words)) == 1 or 2 * dumb > len(words) or len(_BORROWED & set(words)) > 1


def _is_dumb(word: str) -> bool:
    if not word.isalpha():
        return False
    in_a_row = len(word) >= _SHORTEST_RUN and any(word in row or word[::-1] in row for row in _KEY_ROWS)
    same = len(word) >= _SHORTEST_DUMB and len(set(word)) == 1
    return in_a_row or same or (len(word) > _SHORTEST_DUMB and not _VOWELS & set(word))


def _is_saved(desk: WritingDesk) -> Finding:
    if desk.savings:
        return right()
    return missed("not_saved" if desk.draft.strip() else "nothing")


def _has_three(desk: WritingDesk) -> Finding:
    text = desk.file
    if text is None:
        return missed("wait")
    own = own_sentences(text)
    if len(own) >= WANTED:
        return right()
    if desk.is_unsaved and len(own_sentences(desk.draft)) >= WANTED:
        return missed("old_file", len(own) / WANTED)
    mistake, sentence = _why_few(text, own)
    blanks = {"n": str(len(own)), "left": str(WANTED - len(own)), "sentence": sentence}
    return missed(mistake, len(own) / WANTED, **blanks)


def _why_few(text: str, own: tuple[Sentence, ...]) -> tuple[str, str]:
    """Name what keeps a text from having three sentences, and quote the sentence it is about."""
    found = sentences(text)
    filler = next((one for one in found if is_filler(one)), None)
    copied = next((one for one in found if sum(one.words == other.words for other in found) > 1), None)
    if filler is not None:
        return "filler", _quoted(filler)
    if is_tight(text):
        return "tight", ""
    if copied is not None:
        return "copies", _quoted(copied)
    if any(len(one.words) >= _RUN_ON for one in own):
        return "run_on", ""
    if own:
        return "few", ""
    return "words" if text.strip() else "empty", ""


def _is_careful(desk: WritingDesk) -> Finding:
    """Find a long number: hers would travel with the file to whoever reads it."""
    return (
        missed("number")
        if any(_has_long_number(line) for line in (desk.file or "").splitlines())
        else right()
    )


def _has_long_number(line: str) -> bool:
    digits = 0
    for sign in line:
        if sign.isdigit():
            digits += 1
        elif sign not in " -":
            digits = 0
        if digits >= _LONG_NUMBER:
            return True
    return False


def _quoted(sentence: Sentence) -> str:
    words = sentence.text.split()
    return " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")


def _was_opened(desk: WritingDesk) -> Finding:
    if not desk.savings:
        return missed("no_file")
    if desk.was_opened_again:
        return right()
    return missed("not_closed") if desk.is_open else missed("not_opened", 0.5)


def is_changed_again(desk: WritingDesk) -> bool:
    """Tell whether a sentence was ever changed and saved after opening the file again."""
    return any(
        one.opened is not None and one.text.strip() and _differ(one.opened, one.text) for one in desk.savings
    )


def _was_changed(desk: WritingDesk) -> Finding:
    if not desk.was_opened_again:
        return missed("wait")
    if is_changed_again(desk):
        return right()
    if desk.is_unsaved and desk.opened is not None and _differ(desk.opened, desk.draft):
        return missed("not_saved", 0.5)
    again = [(one.opened, one.text) for one in desk.savings if one.opened is not None]
    mistake = _what_changed(*again[-1]) if again else "same"
    return missed(mistake, 0.5 if mistake == "bit" else 0.0)


def _what_changed(opened: str, text: str) -> str:
    """Name a change that is less than a sentence."""
    if not text.strip():
        return "emptied"
    if opened.split() != text.split():
        return "bit"
    return "spaces" if opened != text else "same"


def _differ(opened: str, text: str) -> bool:
    """Tell whether a whole sentence differs; spaces and line ends alone are no change."""
    return [one.text for one in sentences(opened)] != [one.text for one in sentences(text)]


def _read(content: Mapping[str, Any]) -> WritingDesk:
    return WritingDesk.from_content(content)


def _rule_set(task: str, checks: Mapping[str, Any]) -> RuleSet[Any]:
    path = _TEXTS / f"{task}.toml"
    return RuleSet(task, ANSWER, _read, load_rules(path, checks), load_set(path))


SAVED: Final = _rule_set(
    "s01-perkenalan",
    {
        "s01.introduction.saved": _is_saved,
        "s01.introduction.three": _has_three,
        "s01.introduction.careful": _is_careful,
    },
)
"""Task ``s01-perkenalan``: a saved file with three sentences."""

REOPENED: Final = _rule_set(
    "s01-buka-lagi",
    {"s01.again.opened": _was_opened, "s01.again.changed": _was_changed},
)
"""Task ``s01-buka-lagi``: the file was closed and opened, a sentence was changed, and it was saved."""

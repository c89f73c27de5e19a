"""The rules of the draft of a report: its five elements, each held against the story it tells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from lentera.literacy.report_cases import PARTS, WEEKDAYS, Case, case_of, evidence, first_steps
from lentera.literacy.report_reading import read_when
from lentera.literacy.sums import read_sums, words_of
from lentera.rules import Finding, Rule, RuleSet, load_rules, load_set, missed, right
from lentera.rules.seeds import as_seed
from lentera.words import rupiah

_TEXTS: Final = Path(__file__).parent / "texts"
_PATH: Final = _TEXTS / "s02-draf-laporan.toml"
FIELDS: Final = ("kapan", "siapa", "apa", "rugi")
"""Elements that are written; the fifth, ``bukti``, is chosen and put in order."""
LONGEST: Final = 600
_FEWEST_WORDS: Final = 5
_SHORTEST_STEM: Final = 4
_FEWEST_PROOFS: Final = 2
_TAIL: Final = 3
"""By how many digits at its end a number or account of a story is known again."""
_CHAT: Final = "tangkapan"
_BLOCK: Final = "blokir"


@dataclass(frozen=True)
class Draft:
    """Hold a draft: the seed of its story, its five elements, and the order of the first half hour."""

    seed: int
    kapan: str = ""
    siapa: str = ""
    apa: str = ""
    rugi: str = ""
    bukti: tuple[str, ...] = ()
    pertama: tuple[str, ...] = ()

    @property
    def case(self) -> Case:
        """Return its story."""
        return case_of(self.seed)

    def to_content(self) -> dict[str, Any]:
        """Return the answer file's content."""
        written = {name: getattr(self, name) for name in FIELDS}
        return {"benih": self.seed, **written, "bukti": list(self.bukti), "pertama": list(self.pertama)}


def read_draft(content: Mapping[str, Any]) -> Draft:
    """Read an answer file's content.

    Raises
    ------
    ValueError
        When it is no draft.
    """
    seed = as_seed(content.get("benih"))
    written = {}
    for name in FIELDS:
        text = content.get(name, "")
        if not isinstance(text, str):
            raise ValueError(f"{name!r} is {text!r}; write it as a text")
        written[name] = text[:LONGEST]
    return Draft(
        seed,
        **written,
        bukti=_ids(content.get("bukti", []), evidence()),
        pertama=_ids(content.get("pertama", []), first_steps()),
    )


def _ids(value: Any, known: Mapping[str, object]) -> tuple[str, ...]:
    if not isinstance(value, list) or any(not isinstance(one, str) or one not in known for one in value):
        raise ValueError(f"{value!r} does not name steps of {', '.join(known)}; choose again")
    if len(set(value)) != len(value):
        raise ValueError(f"{value!r} names one step twice; choose again")
    return tuple(value)


def _when(draft: Draft) -> Finding:
    """Judge the time: a day of a month first, then the time of day, both those of the story."""
    case, said = draft.case, read_when(draft.kapan)
    if not draft.kapan.strip():
        return missed("empty")
    if not said.dated:
        name = "vague" if said.vague else "no_date"
        return missed(name, 0.5 if said.timed and said.fits_hour(case.hour) else 0.0)
    if (said.day, said.month) != (case.day.day, case.day.month):
        return missed("other_day")
    if said.weekday not in {None, case.day.weekday()}:
        return missed("other_weekday", 0.5, weekday=WEEKDAYS[said.weekday or 0])
    if not said.timed:
        return missed("no_time", 0.5)
    return right() if said.fits_hour(case.hour) else missed("other_time", 0.5)


def _who(draft: Draft) -> Finding:
    """Judge who it was: a number or an account; a name alone can be made up."""
    case, said = draft.case, words_of(draft.siapa)
    if not said:
        return missed("empty")
    tails = {case.number[-_TAIL:], case.account[-_TAIL:]}
    if tails & set(said):
        return right()
    return missed("name_only", 0.5) if case.holder.lower() in said else missed("no_number")


def _what(draft: Draft) -> Finding:
    """Judge what is told: how it began, what was done, what came of it."""
    said = set(words_of(draft.apa))
    if not said:
        return missed("empty")
    found = [part for part in PARTS if _tells(said, draft.case.told[part])]
    share = len(found) / len(PARTS)
    if len([word for word in said if word.isalpha()]) < _FEWEST_WORDS:
        return missed("short", share / 2)
    absent = next((part for part in PARTS if part not in found), None)
    return right() if absent is None else missed(f"no_{absent}", share)


def _tells(said: set[str], known: Sequence[str]) -> bool:
    """Tell whether one of the known words was said; a longer one also counts inside another word."""
    return any(
        one in said or (len(one) >= _SHORTEST_STEM and any(one in word for word in said)) for one in known
    )


def _proof(draft: Draft) -> Finding:
    """Judge the evidence: nothing deleted, two pieces at least, the screenshot before blocking."""
    steps, chosen = evidence(), draft.bukti
    if not chosen:
        return missed("empty")
    proofs = [name for name in chosen if steps[name].kind == "bukti"]
    share = min(1.0, len(proofs) / _FEWEST_PROOFS)
    for kind in ("hapus", "lain"):
        wrong = next((steps[name] for name in chosen if steps[name].kind == kind), None)
        if wrong is not None:
            return missed(kind, share / 2, action=wrong.text.rstrip("."), says=wrong.says)
    if _BLOCK in chosen and _CHAT not in chosen[: chosen.index(_BLOCK)]:
        return missed("order", share / 2)
    return right() if len(proofs) >= _FEWEST_PROOFS else missed("few", share)


def _loss(draft: Draft) -> Finding:
    """Judge the loss: the sum of the story, in digits or in words."""
    sums = read_sums(draft.rugi)
    if not draft.rugi.strip():
        return missed("empty")
    if not sums:
        return missed("no_sum")
    if draft.case.amount in sums:
        return right(sum=rupiah(draft.case.amount))
    return missed("other_sum", 0.25, sum=rupiah(max(sums)))


def judge_first(chosen: Sequence[str]) -> Finding:
    """Judge the order of the first half hour: the bank and the evidence before the reports."""
    steps = first_steps()
    if not chosen:
        return missed("empty")
    wrong = next((steps[name] for name in chosen if steps[name].kind == "jangan"), None)
    if wrong is not None:
        return missed("harmful", action=wrong.text.rstrip("."), says=wrong.says)
    pressing = [name for name, step in steps.items() if step.kind == "segera"]
    report = next((place for place, name in enumerate(chosen) if steps[name].kind == "lapor"), None)
    if report is not None and any(name in chosen[report:] for name in pressing):
        return missed("late")
    absent = next((name for name in pressing if name not in chosen), None)
    if absent is not None:
        return missed(f"no_{absent}")
    return right() if report is not None else missed("no_report")


FIRST: Final[Rule[Any]] = load_rules(_TEXTS / "pertama.toml", {"s02.first": judge_first})[0]
"""What is said of the first half hour; it is practice and earns nothing."""

DRAFT: Final[RuleSet[Any]] = RuleSet(
    "s02-draf-laporan",
    "s02-draf",
    read_draft,
    load_rules(
        _PATH,
        {
            "s02.report.when": _when,
            "s02.report.who": _who,
            "s02.report.what": _what,
            "s02.report.proof": _proof,
            "s02.report.loss": _loss,
        },
    ),
    load_set(_PATH),
)
"""Task ``s02-draf-laporan``: five elements, 4 points each."""

"""The rules of a label: nine elements that must stand there, and nothing that is not true."""

from collections.abc import Callable, Iterator, Mapping
from functools import wraps
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from lentera.product.claims import find_claim, is_made_up, permit_fault
from lentera.product.expiry import ShelfLife, best_before, read_code
from lentera.product.label_fields import Ingredient, Label, read_label
from lentera.product.label_goods import foods, is_forbidden, is_unnamed_additive, is_vague, source_is_open
from lentera.product.standard_measures import UNITS, read_amount, read_number
from lentera.rules import Finding, MistakeKind, RuleSet, Verdict, load_rules, load_set, missed, right

_PATH: Final = Path(__file__).parent / "texts" / "s07-label.toml"

ELEMENTS: Final = (
    "name",
    "ingredients",
    "weight",
    "maker",
    "halal",
    "production",
    "expiry",
    "permit",
    "origin",
)
"""The nine elements, in the order of the lesson; rule ids are ``s07.label.`` and one of these."""

_FEWEST_INGREDIENTS: Final = 2
_HEAVIEST: Final = 25_000
"""More than this in one pack [g or ml] was written with the wrong unit."""
_ID_DIGITS: Final = 16
"""Digits of an identity card."""
_CERTIFICATE_DIGITS: Final = 8
"""A halal certificate has at least as many: our own choice, the office knows its numbers."""
_FIRST_YEAR: Final = 2000
_SHORTEST: Final = 7
"""Days; food that keeps no longer is no P-IRT food (curriculum/facts.toml, pirt-dasar)."""
_LONGEST_CODE: Final = 20
_CODE_DATE: Final = 6


def has_halal(label: Label) -> bool:
    """Tell whether a halal certificate is declared with a number and year of the right shape."""
    return label.halal == "bersertifikat" and _certificate_fault(label) is None


def has_permit(label: Label) -> bool:
    """Tell whether a P-IRT number of the right shape is declared as her own."""
    return label.permit == "punya" and permit_fault(label.permit_number) is None


def _first(faults: Callable[[Label], Iterator[Finding]]) -> Callable[[Label], Finding]:
    """Turn what is wrong with an element, the most basic first, into its one finding."""

    @wraps(faults)
    def check(label: Label) -> Finding:
        return next(faults(label), right())

    return check


def _claim(label: Label, *texts: str) -> Finding | None:
    for text in texts:
        claim = find_claim(text, halal=has_halal(label), permit=has_permit(label))
        if claim is not None:
            return missed(f"claim_{claim.kind}", word=claim.words)
    return None


def _name(label: Label) -> Finding:
    claim = _claim(label, label.name, label.variant, label.keep, label.site)
    if claim is not None:
        return claim
    if any(_longest_digits(text) >= _ID_DIGITS for text in (label.name, label.variant, label.keep)):
        return missed("identity")
    if not label.name.strip():
        return missed("empty")
    return right() if any(sign.isalpha() for sign in label.name) else missed("no_words")


@_first
def _ingredients(label: Label) -> Iterator[Finding]:
    names = [one.name.strip() for one in label.ingredients]
    claim = _claim(label, *names)
    if claim is not None:
        yield claim
    if not names:
        yield missed("empty")
    food = foods().get(label.food)
    if len(names) < _FEWEST_INGREDIENTS and not (food and food.may_be_pure):
        yield missed("one", 0.5, what=names[0])
    for name in names:
        if is_unnamed_additive(name):
            yield missed("additive", 0.5, what=name)
        if is_vague(name):
            yield missed("flour" if name.casefold() == "tepung" else "vague", 0.5, what=name)
    folded = [name.casefold() for name in names]
    twice = next((name for at, name in enumerate(names) if folded[at] in folded[:at]), None)
    if twice is not None:
        yield missed("twice", 0.5, what=twice)
    yield from _out_of_order(label.ingredients)


def _out_of_order(ingredients: tuple[Ingredient, ...]) -> Iterator[Finding]:
    weighed = [(one.name.strip(), one.weight) for one in ingredients]
    known = [(name, weight) for name, weight in weighed if weight is not None]
    for (less, light), (more, heavy) in pairwise(known):
        if heavy > light:
            yield missed("order", 0.5, more=more, less=less)


@_first
def _weight(label: Label) -> Iterator[Finding]:
    if not label.size.strip():
        yield missed("empty")
    amount = read_amount(label.size, label.unit if label.unit in UNITS else "")
    if amount is None:
        bare = read_number(label.size)
        if bare is None or bare <= 0:
            yield missed("no_number")
        yield missed("not_metric", 0.5, unit=label.unit) if label.unit else missed("no_unit", 0.5)
        return
    if amount.value <= 0 or amount.base not in {"g", "ml"}:
        yield missed("no_number")
    if amount.value > _HEAVIEST:
        yield missed("huge", 0.5)
    if label.form == "cair" and amount.base == "g":
        yield missed("fluid", 0.5)
    if label.form == "padat" and amount.base == "ml":
        yield missed("solid", 0.5)


def _maker(label: Label) -> Finding:
    business, village, regency = (text.strip() for text in (label.business, label.village, label.regency))
    claim = _claim(label, business, village, regency)
    if claim is not None:
        return claim
    if any(_longest_digits(text) >= _ID_DIGITS for text in (business, village, regency)):
        return missed("identity")
    share = sum(map(bool, (business, village, regency))) / 3
    if not share:
        return missed("empty")
    if not business:
        return missed("no_business", share)
    if not village:
        return missed("no_village", share)
    return right() if regency else missed("no_regency", share)


def _longest_digits(text: str) -> int:
    digits = "".join(sign if sign.isdecimal() else " " for sign in text.replace(" ", "").replace("-", ""))
    return max(map(len, digits.split()), default=0)


def _certificate_fault(label: Label) -> str | None:
    digits = "".join(sign for sign in label.halal_number if sign.isdecimal())
    if not label.halal_number.strip():
        return "no_number"
    if len(digits) < _CERTIFICATE_DIGITS or is_made_up(digits):
        return "made_up"
    year = label.halal_year.strip()
    latest = label.today.year if label.today else 2099
    if not (year.isdecimal() and _FIRST_YEAR <= int(year) <= latest):
        return "no_year"
    return None


def _halal(label: Label) -> Finding:
    if not label.halal:
        return missed("undeclared" if label.halal_number.strip() else "empty")
    forbidden = next((one.name.strip() for one in label.ingredients if is_forbidden(one.name)), None)
    if forbidden and label.halal in {"bersertifikat", "diurus", "tidak_wajib"}:
        return missed("forbidden", what=forbidden)
    if label.halal != "bersertifikat":
        return missed("undeclared") if label.halal_number.strip() else right()
    fault = _certificate_fault(label)
    if fault is not None:
        return missed(fault)
    return _claim(label, label.halal_number) or right()


@_first
def _production(label: Label) -> Iterator[Finding]:
    code, made = label.code.strip(), label.made_on
    claim = _claim(label, code)
    if claim is not None:
        yield claim
    if not code and not label.made.strip():
        yield missed("empty")
    if made is None:
        yield missed("no_day" if label.made.strip() else "day_empty", 0.5 if code else 0.0)
        return
    if label.today is not None and made > label.today:
        yield missed("future", 0.5)
    if not code:
        yield missed("no_code", 0.5)
    found = read_code(code)
    tail = code.rpartition("-")[2]
    if len(code) > _LONGEST_CODE or not any(sign.isalnum() for sign in code):
        yield missed("odd_code", 0.5)
    if found is None and len(tail) == _CODE_DATE and tail.isdecimal():
        yield missed("code_no_day", 0.5)
    if found is not None and found.made != made:
        yield missed("code_differs", 0.5, code=code)
    if label.batch is not None and code == label.batch.code and label.made != label.batch.made:
        yield missed("other_batch", 0.5, code=code)


@_first
def _expiry(label: Label) -> Iterator[Finding]:
    if not label.until.strip():
        yield missed("empty")
    made, until = label.made_on, label.good_until
    if until is None:
        yield missed("no_day")
        return
    if made is None:
        yield missed("no_made", 0.5)
        return
    if until <= made:
        yield missed("before")
    if (
        label.batch is not None
        and label.code.strip() == label.batch.code
        and label.until != label.batch.until
    ):
        yield missed("other_batch", 0.5, code=label.batch.code)
    food = foods().get(label.food)
    if food is None:
        yield missed("no_food", 0.5)
        return
    if until > best_before(made, ShelfLife(food.months, "bulan")):
        yield missed("far", 0.5, food=food.name.id, months=str(food.months))
    if (until - made).days <= _SHORTEST and label.permit in {"punya", "diurus"}:
        yield missed("short", 0.5)


def _permit(label: Label) -> Finding:
    number = label.permit_number.strip()
    if not label.permit:
        return missed("undeclared" if number else "empty")
    if label.permit != "punya":
        return missed("undeclared") if number else right()
    fault = permit_fault(number)
    digits = sum(sign.isdecimal() for sign in number)
    return right() if fault is None else missed(f"number_{fault}", n=str(digits))


def _origin(label: Label) -> Finding:
    text = label.origin.strip()
    claim = _claim(label, text)
    if claim is not None:
        return claim
    if _longest_digits(text) >= _ID_DIGITS:
        return missed("identity")
    unclear = next((one.name.strip() for one in label.ingredients if source_is_open(one.name, text)), None)
    if not text:
        return missed("empty")
    if unclear is not None:
        return missed("animal", 0.5, what=unclear)
    return right() if any(sign.isalpha() for sign in text) else missed("no_words")


_CHECKS: Final[Mapping[str, Callable[[Label], Finding]]] = dict(
    zip(
        (f"s07.label.{element}" for element in ELEMENTS),
        (_name, _ingredients, _weight, _maker, _halal, _production, _expiry, _permit, _origin),
        strict=True,
    )
)

LABEL: Final[RuleSet[Any]] = RuleSet(
    "s07-label", "s07-label", read_label, load_rules(_PATH, _CHECKS), load_set(_PATH)
)
"""Task ``s07-label``: nine elements, 3 points each."""


def element_of(verdict: Verdict) -> str:
    """Return the element a verdict is about."""
    return verdict.rule.id.rpartition(".")[2]


def verdicts(label: Label) -> tuple[Verdict, ...]:
    """Return what the rules say of each element, in their order."""
    return LABEL.judge(label.to_content()).verdicts


def untrue(label: Label) -> Verdict | None:
    """Return the first finding that forbids printing, a false mark, number, day or promise; else None."""
    never = {MistakeKind.DANGER, MistakeKind.UNDO}
    return next((one for one in verdicts(label) if one.kind in never), None)

"""The standard sheet behind the screen: each field is saved as it is written, each pack is judged at once."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from lentera.product.standard import (
    GROSS,
    KINDS,
    LONGEST,
    METHODS,
    MOST_PORTIONS,
    PACKS,
    PORTION_UNITS,
    SIZE_UNITS,
    TOLERANCES,
    Portion,
    Sheet,
    as_amount,
    pack_words,
    read_sheet,
    weigh,
)
from lentera.widgets.activity import Refused
from lentera.widgets.judged import JudgedActivity
from lentera.widgets.line import Doing, Line
from lentera.widgets.printing import print_beside
from lentera.widgets.standard import wording
from lentera.words import _

_FIELDS: Final = {
    "nama": "name",
    "varian": "variant",
    "berat": "size",
    "satuan": "unit",
    "toleransi": "tolerance",
    "jenis_toleransi": "tolerance_kind",
    "cara": "method",
    "kemasan_kosong": "empty_pack",
}
_PARTS: Final = {"bahan": "name", "jumlah": "amount", "satuan": "unit"}
_FIRST_ROWS: Final = 2
"""Rows of the recipe that wait to be filled in."""


class StandardSession(JudgedActivity[Sheet]):
    """One learner's standard sheet, without any screen."""

    screen = "standard"
    milestones = frozenset({"check", "print"})

    _printed: Mapping[str, str] | None = None

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the standard sheet."""
        return wording.standard_words()

    def _empty(self) -> Sheet:
        return Sheet()

    def _read(self, content: Mapping[str, Any]) -> Sheet:
        return read_sheet(content)

    def _write(self, state: Sheet) -> Mapping[str, Any]:
        return state.to_content()

    def _ready(self) -> str:
        return _("The standard sheet is empty. Begin with the name.")

    def _back(self) -> str:
        return _("The standard sheet is as you left it.")

    def _act(self, message: Mapping[str, Any]) -> Line:
        gestures: dict[str, Callable[[], Line]] = {
            "kind": lambda: self._kind(message["value"]),
            "set": lambda: self._set(message["field"], message["value"]),
            "pack": lambda: self._pack(message["number"], message["value"]),
            "portion": lambda: self._portion(message["number"], message["field"], message["value"]),
            "add_portion": self._add_portion,
            "remove_portion": lambda: self._remove_portion(message["number"]),
            "print": self._print,
            "check": self._check,
        }
        return gestures[message["do"]]()

    def _kind(self, kind: Any) -> Line:
        if kind not in KINDS:
            raise ValueError(f"the kind of product is {kind!r}; choose one of {', '.join(KINDS)}")
        # Units and ways of measuring that the other kind does not know become empty.
        self._become(read_sheet({**self._state.to_content(), "jenis": kind}))
        return self._saved("jenis")

    def _set(self, field: str, value: Any) -> Line:
        known = {
            "satuan": ("", *SIZE_UNITS[self._state.kind]),
            "jenis_toleransi": TOLERANCES,
            "cara": ("", *METHODS[self._state.kind]),
        }.get(field)
        self._become(replace(self._state, **{_FIELDS[field]: _given(field, value, known)}))
        return self._saved(field)

    def _pack(self, number: Any, value: Any) -> Line:
        at = _index(number, PACKS)
        packs = list(self._state.packs)
        packs[at] = _given("a pack", value, None)
        self._become(replace(self._state, packs=tuple(packs)))
        found = weigh(self._state)
        here = next((one for one in found.packs if one.place == at + 1), None)
        if here is not None:
            return Line.same(pack_words(here, self._state.kind, found.base))
        if packs[at].strip():
            return Line.same(_("Number {n} cannot be read. Write digits, for example 148.").format(n=at + 1))
        return Line.same(_("Number {n} is empty.").format(n=at + 1))

    def _portion(self, number: Any, field: str, value: Any) -> Line:
        rows = self._rows()
        at = _index(number, len(rows))
        known = ("", *PORTION_UNITS[self._state.kind]) if field == "satuan" else None
        rows[at] = replace(rows[at], **{_PARTS[field]: _given(field, value, known)})
        self._with_rows(rows)
        return self._saved({"satuan": "takar"}.get(field, field))

    def _add_portion(self) -> Line:
        rows = self._rows()
        why = self._no_more(rows)
        if why:
            raise Refused(Line.same(why))
        self._become(replace(self._state, portions=(*rows, Portion())))
        return Line.same(_("Row {n} added. Write what it is.").format(n=len(rows) + 1))

    def _remove_portion(self, number: Any) -> Line:
        rows = self._rows()
        gone = rows.pop(_index(number, len(rows)))
        self._with_rows(rows)
        return Line.same(_("{name} removed.").format(name=gone.name.strip() or _("The empty row")))

    def _print(self) -> Line:
        line, self._printed = print_beside(
            self.place, "standar-produk", wording.printed_sheet(self.place, self._state)
        )
        return line

    def _saved(self, field: str) -> Line:
        return Line.same(_("Saved: {label}").format(label=wording.field_names(self._state.kind)[field]))

    def _rows(self) -> list[Portion]:
        """Return the rows of the recipe as the screen shows them: never fewer than wait to be filled in."""
        rows = list(self._state.portions)
        return rows + [Portion()] * (_FIRST_ROWS - len(rows))

    def _with_rows(self, rows: list[Portion]) -> None:
        kept = rows if any(one != Portion() for one in rows) else []
        self._become(replace(self._state, portions=tuple(kept)))

    @staticmethod
    def _no_more(rows: list[Portion]) -> str:
        if len(rows) >= MOST_PORTIONS:
            return _("A recipe holds up to {n} rows.").format(n=MOST_PORTIONS)
        if rows[-1] == Portion():
            return _("Fill in the empty row first.")
        return ""

    def _draw(self) -> dict[str, Any]:
        sheet, found = self._state, weigh(self._state)
        packs = {one.place: one for one in found.packs}
        amount, allowed = sheet.amount, sheet.allowed
        rows = self._rows()
        why = self._no_more(rows)
        return {
            "kind": sheet.kind,
            "base": found.base,
            "values": {key: getattr(sheet, field) for key, field in _FIELDS.items()},
            "gross": sheet.method == GROSS,
            "portions": [{"bahan": one.name, "jumlah": one.amount, "satuan": one.unit} for one in rows],
            "more": Doing(not why, why).to_json(),
            "packs": [self._drawn(packs.get(place), place) for place in range(1, PACKS + 1)],
            "results": wording.results(sheet),
            "wanted": amount.value if amount else None,
            "allowed": allowed,
            "scale": [
                _("standard {amount}").format(amount=as_amount(amount.value, amount.base)) if amount else "",
                *(
                    [
                        as_amount(amount.value + allowed, amount.base),
                        as_amount(max(0.0, amount.value - allowed), amount.base),
                    ]
                    if amount and allowed is not None
                    else ["", ""]
                ),
            ],
            "told": " ".join(pack_words(one, sheet.kind, found.base) for one in found.packs),
            "check": self._found,
            "printed": self._printed,
        }

    def _drawn(self, pack: Any, place: int) -> dict[str, Any]:
        text = self._state.packs[place - 1]
        if pack is None:
            said = _("cannot be read") if text.strip() else ""
            return {"text": text, "said": said, "net": None, "inside": None, "amount": ""}
        base = weigh(self._state).base
        return {
            "text": text,
            "said": pack_words(pack, self._state.kind, base),
            "net": pack.net,
            "inside": pack.inside,
            "amount": as_amount(pack.net, base),
        }


def _given(field: str, value: Any, known: tuple[str, ...] | None) -> str:
    if not isinstance(value, str) or (known is not None and value not in known):
        raise ValueError(f"{field} cannot be {value!r}")
    return value[:LONGEST]


def _index(number: Any, count: int) -> int:
    if isinstance(number, bool) or not isinstance(number, int) or not 0 <= number < count:
        raise ValueError(f"there is no number {number!r}; give one from 0 to {count - 1}")
    return number

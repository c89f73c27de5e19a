"""The cards behind the screen: each opened card and each chosen use is saved before it shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import Any

from lentera.solar.knowing import SEVEN, read_uses
from lentera.widgets.frame import frame_words
from lentera.widgets.judged import JudgedActivity
from lentera.widgets.line import Line
from lentera.widgets.parts.cards import KITS, cards, shuffled
from lentera.widgets.parts.printed import printed_words
from lentera.words import _, language

_NONE = MappingProxyType(dict.fromkeys(SEVEN, ""))


@dataclass(frozen=True)
class Acquaintance:
    """Hold what is saved: the card that lies open, the cards that were open, and the chosen uses."""

    card: str = ""
    known: tuple[str, ...] = ()
    uses: Mapping[str, str] = field(default_factory=lambda: _NONE)


class PartsSession(JudgedActivity[Acquaintance]):
    """One learner's cards and her matching of seven parts with their uses; without rules the cards alone."""

    screen = "parts"

    @cached_property
    def _rows(self) -> tuple[str, ...]:
        return shuffled(self.place, f"{self._file.task}:bagian", tuple(SEVEN))

    @cached_property
    def _options(self) -> tuple[str, ...]:
        return shuffled(self.place, f"{self._file.task}:guna", tuple(SEVEN))

    def words(self) -> dict[str, Any]:
        """Return every fixed word, the cards among them."""
        code = language()
        return {
            **frame_words(_("Know the parts")),
            "kind": "cards",
            "judged": bool(self._rule_sets),
            "tabs": _("What to do"),
            "meet": _("Get to know"),
            "match": _("Match"),
            "kits": {"b": _("Kit B, 12 V"), "a": _("Kit A, plug-in (example)")},
            "kit_order": list(KITS),
            "cards": [card.to_json() for card in cards().values()],
            "opened": _("opened"),
            "feel": _("By touch"),
            "poles": _("Plus and minus"),
            "script": _("Script to read aloud"),
            "listen": _("Listen"),
            "quiet": _("Stop"),
            "following": _("Next part"),
            "real": _(
                "The places of plus and minus are those of our drawings. "
                "On the real kit look or feel for + and − first."
            ),
            "match_intro": _("Choose the use of each part. The cards help."),
            "use_of": _("Use"),
            "pick": _("Choose its use"),
            "rows": [{"id": part, "name": SEVEN[part].name.in_language(code)} for part in self._rows],
            "uses": [[part, SEVEN[part].use.in_language(code)] for part in self._options],
            "printed": printed_words(),
        }

    def _empty(self) -> Acquaintance:
        return Acquaintance()

    def _read(self, content: Mapping[str, Any]) -> Acquaintance:
        card, known = content.get("kartu"), content.get("dikenal")
        opened = tuple(part for part in cards() if isinstance(known, list) and part in known)
        uses = MappingProxyType(read_uses(content))
        return Acquaintance(card if isinstance(card, str) and card in cards() else "", opened, uses)

    def _write(self, state: Acquaintance) -> Mapping[str, Any]:
        return {"kartu": state.card, "dikenal": list(state.known), "cocok": dict(state.uses)}

    def _ready(self) -> str:
        return _("The cards are ready. Start with the panel.")

    def _back(self) -> str:
        return _("The cards are as you left them.")

    def _answer(self) -> Mapping[str, Any] | None:
        return self._write(self._state) if any(self._state.uses.values()) else None

    def _act(self, message: Mapping[str, Any]) -> Line:
        match message["do"]:
            case "card":
                return Line.same(self._open_card(message["part"]))
            case "match" if self._rule_sets:
                return Line.same(self._match(message["part"], message["use"]))
            case "check" if self._rule_sets:
                return self._check()
            case other:
                raise ValueError(f"the cards do not know {other!r}")

    def _open_card(self, part: str) -> str:
        card = cards()[part]
        known = tuple(one for one in cards() if one == part or one in self._state.known)
        found = self._found  # looking something up changes no answer
        self._become(replace(self._state, card=part, known=known))
        self._found = found
        code = language()
        return f"{card.name.in_language(code)}. {card.use.in_language(code)}."

    def _match(self, part: str, use: str) -> str:
        if part not in SEVEN or (use != "" and use not in SEVEN):
            raise ValueError(f"no use {use!r} can be chosen for {part!r}")
        self._become(replace(self._state, uses=MappingProxyType({**self._state.uses, part: use})))
        code = language()
        name = SEVEN[part].name.in_language(code)
        if not use:
            return _("{part}: no use chosen. {tally}").format(part=name, tally=self._tally())
        said = SEVEN[use].use.in_language(code)
        return _("{part}: {use}. {tally}").format(
            part=name, use=said[0].lower() + said[1:], tally=self._tally()
        )

    def _check(self) -> Line:
        line = super()._check()
        finding = self._rule_sets[0].judge(self._answer()).finding
        self._found["part"] = finding.rule.id.rpartition(".")[2] if finding else ""
        return line

    def _tally(self) -> str:
        chosen = sum(bool(use) for use in self._state.uses.values())
        return _("{n} of {all} chosen.").format(n=chosen, all=len(SEVEN))

    def _draw(self) -> dict[str, Any]:
        return {
            "card": self._state.card or next(iter(cards())),
            "known": list(self._state.known),
            "known_tally": _("{n} of {all} cards opened.").format(n=len(self._state.known), all=len(cards())),
            "uses": dict(self._state.uses),
            "tally": self._tally(),
            "open_card": self._offer_card(),
            "check": self._found,
        }

    def _offer_card(self) -> str:
        """Name the card that the feedback sends her to; empty when there is none."""
        part = (self._found or {}).get("part", "")
        return (
            _("Open the card: {part}").format(part=SEVEN[part].name.in_language(language())) if part else ""
        )

"""The product cards behind the screen: a form and the HTML of a card, both of them the real page."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from lentera.place import Place
from lentera.rules import RuleSet
from lentera.web import Site
from lentera.web.cards import FIELDS, Card, FoundCard, with_card
from lentera.web.links_addresses import written
from lentera.widgets.activity import Refused
from lentera.widgets.editor.materials import hints_of, samples
from lentera.widgets.line import Line
from lentera.widgets.product_card import on_page, view
from lentera.widgets.product_card.notes import noted_on
from lentera.widgets.product_card.pictures import SAMPLE, shown
from lentera.widgets.product_card.state import (
    CODE,
    LONGEST_CODE,
    LONGEST_VALUE,
    CardsState,
    read_state,
    written_state,
)
from lentera.widgets.product_card.wording import card_words, field_names, finding_words
from lentera.widgets.site_activity import SiteActivity
from lentera.words import _, addressed

MOST_CARDS: Final = 12
_MOST_UNDONE: Final = 20


@dataclass(frozen=True)
class _Step:
    """Hold one change: the page before and after, and which card and drafts there were."""

    page: str
    before: str | None
    after: str
    state: CardsState
    key: tuple[int, str]


class ProductCardSession(SiteActivity[CardsState]):
    """One learner's product cards, without any screen.

    Parameters
    ----------
    place : Place
        Where site, answers and log are.
    answer_name : str
        Name of the answer file.
    rule_sets : sequence of RuleSet
        Rules of the tasks that judge the catalogue.
    points : mapping of str to float
        Points of each task.
    """

    screen = "product_card"
    milestones = frozenset({"check", "copy", "remove"})

    def __init__(
        self,
        place: Place,
        answer_name: str = "s09-katalog",
        rule_sets: Sequence[RuleSet[Any]] = (),
        points: Mapping[str, float] | None = None,
    ) -> None:
        self._noted = noted_on(place)
        self._hints = tuple(addressed(one, place.address) for one in hints_of(answer_name))
        self._steps: tuple[_Step, ...] = ()
        self._fetched: tuple[str, str | None] | None = None
        super().__init__(place, answer_name, rule_sets, points)

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the screen."""
        return card_words()

    def _state_of(self, site: Site, content: Mapping[str, Any]) -> CardsState:
        state = read_state(site, content)
        return replace(state, prices={**state.prices, **self._noted.prices})

    def _rest(self, state: CardsState) -> Mapping[str, Any]:
        return written_state(state)

    def _ready(self) -> str:
        if self._cards:
            return self._told_page()
        return _("Ready. Write the name of your product.")

    def _told_page(self) -> str:
        told = _("{n} cards are on {file}. Card 1 is open.")
        return told.format(n=len(self._cards), file=self._state.page)

    def _back(self) -> str:
        return _("Your cards are as you left them.") if self._cards else self._ready()

    def _take_in_other_notebook(self) -> None:
        super()._take_in_other_notebook()
        self._noted = noted_on(self.place)
        prices = {**self._state.prices, **self._noted.prices}
        if prices != self._state.prices:
            self._state = replace(self._state, prices=prices)

    def handle(self, message: Mapping[str, Any]) -> dict[str, Any]:
        """Take one gesture; a picture that was asked for is sent once."""
        self._fetched = None
        self._before = self._state, self._steps
        shown_now = super().handle(message)
        state, steps = self._before
        if self._state is state:
            self._steps = steps
        return shown_now

    def _act(self, message: Mapping[str, Any]) -> Line:
        gestures: dict[str, Callable[[], Line]] = {
            "page": lambda: self._choose_page(message["page"]),
            "card": lambda: self._open_card(message["card"]),
            "set": lambda: self._set(self._number(message["card"]), message["field"], message["value"]),
            "code": lambda: self._code(self._number(message["card"]), message["text"], message["base"]),
            "restore": lambda: self._restore(self._number(message["card"])),
            "use": lambda: self._use(self._number(message["card"]), message["field"]),
            "copy": self._copy,
            "remove": lambda: self._remove(self._number(message["card"])),
            "undo": self._undo,
            "picture": lambda: self._fetch(message["name"]),
            "hint": self._hint,
        }
        if self._rule_sets:
            gestures["check"] = self._check
        self._before = self._state, self._steps
        return gestures[message["do"]]()

    # What there is

    @property
    def _cards(self) -> tuple[FoundCard, ...]:
        return on_page.cards_on(self._state.site, self._state.page)

    def _card(self, index: int) -> Card:
        cards = self._cards
        return cards[index].card if cards else Card()

    def _number(self, given: Any) -> int:
        """Return which card a message means; the first one is there to be begun."""
        if isinstance(given, bool) or not isinstance(given, int) or given < 0:
            raise ValueError(f"there is no card {given!r}; give a number from 0")
        if given >= max(1, len(self._cards)):
            raise Refused(Line.same(_("This card is no longer on the page. Choose another one.")))
        return given

    def _source(self) -> str:
        """Return the page's source, or that of the page that will be made."""
        state = self._state
        if state.page not in state.site.texts:
            return on_page.new_page(state.site)
        text = on_page.text_of(state.site, state.page)
        if text is None:
            said = _("{file} cannot be read. Save it again in the page editor.").format(file=state.page)
            raise Refused(Line.same(said))
        return text

    # Choosing

    def _choose_page(self, page: Any) -> Line:
        if page not in on_page.pages_with_cards(self._state.site):
            raise ValueError(f"there is no page {page!r} with cards")
        self._become(replace(self._state, chosen=page, number=0))
        return Line.same(self._told_page())

    def _open_card(self, given: Any) -> Line:
        index = self._number(given)
        found = self._found
        self._become(replace(self._state, number=index))
        self._found = found
        return Line.same(self._opened(index))

    def _opened(self, index: int) -> str:
        name = self._card(index).name
        if not name:
            return _("Card {n} is open. It has no name yet.").format(n=index + 1)
        return _("Card {n} is open: {name}.").format(n=index + 1, name=name)

    # The form

    def _set(self, index: int, field: Any, value: Any) -> Line:
        if field not in FIELDS or not isinstance(value, str):
            raise ValueError(f"{field!r} of a card cannot be {value!r}")
        if len(value) > LONGEST_VALUE:
            said = _("{field} is too long. Write at most {n} letters.")
            raise Refused(Line.same(said.format(field=field_names()[field], n=LONGEST_VALUE)))
        if field == "picture":
            value = self._address(index, value)
        return self._put_value(index, field, " ".join(value.split()))

    def _put_value(self, index: int, field: str, value: str) -> Line:
        if not value and not self._cards:
            return Line.same(self._ready())
        source = self._source()
        changed = on_page.with_value(source, index, field, value)
        name = field_names()[field]
        if changed is None:
            self._become(self._state.with_draft(index, field, value))
            return Line.same(f"{name}: {view.waits()}")
        is_new = self._state.page not in self._state.site.texts
        had_code = self._state.draft(index, CODE) is not None
        state = self._state.with_draft(index, field, None).with_draft(index, CODE, None)
        self._write_page(source, changed, state, (index, field))
        if is_new:
            told = _("The page {file} is made. Card 1 stands on it.").format(file=self._state.page)
        elif had_code:
            told = _("Saved: {label}. The code follows the form again; Undo brings yours back.")
            told = told.format(label=name)
        else:
            told = _("Saved: {label}").format(label=name)
        note = view.looks(self._state)[index].notes.get(field, "")
        return Line.same(f"{told.removesuffix('.')}. {note}" if note else told)

    def _address(self, index: int, chosen: str) -> str:
        """Return how the page writes the way to a photo; a sample drawing is put into the site first."""
        if chosen.startswith(SAMPLE):
            sample = samples()[chosen.removeprefix(SAMPLE)]
            if sample.name not in self._state.site.pictures:
                self._bring({sample.name: sample.content()})
            chosen = sample.name
        if chosen in self._state.site.pictures:
            return written(self._state.page, chosen)
        if chosen and chosen != self._card(index).picture:
            raise Refused(Line.same(_("This photo is no longer there. Choose another one.")))
        return chosen

    def _use(self, index: int, field: Any) -> Line:
        offered = view.offers(self._card(index), self._state, self._noted)
        if field not in offered:
            raise ValueError(f"nothing can be taken over for {field!r}")
        if not offered[field].value:
            raise Refused(Line.same(offered[field].why))
        self._put_value(index, field, offered[field].value)
        said = _("{field} taken over: {value}.")
        return Line.same(said.format(field=field_names()[field], value=offered[field].value))

    # The code

    def _code(self, index: int, text: Any, base: Any) -> Line:
        if not isinstance(text, str) or not isinstance(base, str):
            raise ValueError("code is a text")
        if len(text) > LONGEST_CODE:
            raise Refused(Line.same(_("This code is too long for one card. Cut something out.")))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        before, source = self._card(index), self._source()
        begun = source if self._cards else with_card(source, Card(), 0)
        now, draft = on_page.code_of(begun, index), self._state.draft(index, CODE)
        if on_page.same_code(text, now):
            self._become(self._state.with_draft(index, CODE, None))
            return Line.same(_("The code is that of the card on the page."))
        if any(on_page.same_code(base, known) for known in (now, draft) if known is not None):
            tried = on_page.with_source(begun, index, text)
        else:
            tried = on_page.Tried(None, "other")
        if tried.text is None:
            self._become(self._state.with_draft(index, CODE, text))
            return Line.same(" ".join(finding_words(tried)))
        self._write_page(source, tried.text, self._state.without_drafts_of(index), (index, CODE))
        return Line.same(self._followed(before, self._card(index)))

    def _followed(self, before: Card, after: Card) -> str:
        names = field_names()
        changed = [name for name in FIELDS if getattr(before, name) != getattr(after, name)]
        if not changed:
            return _("The code is saved. The form says the same as before.")
        told = ", ".join(f"{names[name]} {getattr(after, name)}".strip() for name in changed)
        return _("The code is saved. The form follows: {fields}.").format(fields=told)

    def _restore(self, index: int) -> Line:
        if self._state.draft(index, CODE) is None:
            raise Refused(Line.same(_("The code is that of the card on the page.")))
        self._become(self._state.with_draft(index, CODE, None))
        return Line.same(_("The code box shows the card of the page again."))

    # Whole cards

    def _copy(self) -> Line:
        count, index = len(self._cards), self._state.at
        doing = view.may_copy(count, MOST_CARDS)
        if not doing.ok:
            raise Refused(Line.same(doing.why))
        source = self._source()
        changed = on_page.with_copy(source, index)
        self._write_page(source, changed, replace(self._state, number=count), (count, "copy"))
        told = _("Card {n} is a copy of card {other}. Change name, photo, weight and price.")
        return Line.same(told.format(n=count + 1, other=index + 1))

    def _remove(self, index: int) -> Line:
        if not self._cards:
            raise Refused(Line.same(_("There is no card to delete yet.")))
        source = self._source()
        state = self._state.without_card(index)
        state = replace(state, number=max(0, min(index, len(self._cards) - 2)))
        self._write_page(source, on_page.without(source, index), state, (index, "remove"))
        told = _("Card {n} is deleted.").format(n=index + 1)
        return Line.same(f"{told} {self._opened(self._state.at)}" if self._cards else told)

    def _write_page(self, before: str, after: str, state: CardsState, key: tuple[int, str]) -> None:
        """Put the page with its change into the site; pauses in one field are one step of undoing."""
        page = self._state.page
        is_there = page in self._state.site.texts
        if after == before and is_there:
            self._become(state)
            return
        last = self._steps[-1] if self._steps else None
        step = _Step(page, before if is_there else None, after, self._state, key)
        steps = self._steps
        goes_on = last and (last.key, last.after) == (key, before) and state.drafts == self._state.drafts
        if last and goes_on and key[1] in (*FIELDS, CODE):
            step, steps = replace(last, after=after), steps[:-1]
        self._steps = (*steps, step)[-_MOST_UNDONE:]
        self._become(replace(state, chosen=page))
        self._put(page, after)

    def _undo(self) -> Line:
        if not self._steps:
            raise Refused(Line.same(_("There is nothing to undo.")))
        step = self._steps[-1]
        if on_page.text_of(self._state.site, step.page) != step.after:
            said = _("The page was changed elsewhere since. Undo it in the page editor.")
            raise Refused(Line.same(said))
        self._steps = self._steps[:-1]
        # A page that was made stays, without its card: nothing of hers is taken from the folder.
        before = step.before if step.before is not None else on_page.without(step.after, 0)
        earlier = step.state
        self._become(replace(self._state, chosen=step.page, number=earlier.number, drafts=earlier.drafts))
        self._put(step.page, before)
        told = _("Undone.")
        return Line.same(f"{told} {self._opened(self._state.at)}" if self._cards else told)

    # Beside the card

    def _fetch(self, name: Any) -> Line:
        if name not in self._state.site.pictures:
            raise ValueError(f"there is no picture {name!r} in the site")
        self._fetched = (view.stamp(self._state.site, name), shown(self.folder, name))
        return Line(self.view["live"], self.view["live_spoken"])

    def _hint(self) -> Line:
        if self._state.hints >= len(self._hints):
            raise Refused(Line.same(_("All hints are open.")))
        found = self._found
        self._become(replace(self._state, hints=self._state.hints + 1))
        self._found = found
        n = self._state.hints
        return Line.same(_("Hint {n}: {hint}").format(n=n, hint=self._hints[n - 1]))

    def _hints_read(self) -> int:
        return self._state.hints

    def _draw(self) -> dict[str, Any]:
        return {
            **view.drawn(self._state, self._noted, MOST_CARDS),
            "fetched": list(self._fetched) if self._fetched else None,
            "undo": bool(self._steps),
            "hints": list(self._hints[: self._state.hints]),
            "more_hints": self._state.hints < len(self._hints),
            "judged": bool(self._rule_sets),
            "check": self._found,
        }

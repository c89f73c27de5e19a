"""News to check behind the screen: steps that show clues, sources to ask, and what is decided."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from lentera.course.scenarios import News, Passing, Verdict
from lentera.literacy.news.looking import CHECK, STEPS, Look, drawn, of_the_village
from lentera.literacy.news.tasks import CHECKED, judge_look
from lentera.rules import Finding
from lentera.rules import Verdict as RuleVerdict
from lentera.rules.seeds import seed_of
from lentera.widgets.activity import Refused
from lentera.widgets.facts import facts_told
from lentera.widgets.judged import JudgedActivity
from lentera.widgets.line import Line
from lentera.widgets.news.state import Stopped
from lentera.widgets.news.wording import news_words, step_names, verdict_names
from lentera.words import _, addressed, language

FACTS = ("cek-hoaks", "cek-hoaks-wa", "ite-kabar")
"""Facts that stand beside the sources."""


class NewsSession(JudgedActivity[Stopped]):
    """One learner's news to check, without any screen.

    Parameters
    ----------
    place, answer_name, rule_sets, points
        As for `JudgedActivity`; the answer is ``s02-kabar``.
    """

    screen = "news"

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the screen."""
        return {**news_words(), "facts": facts_told(FACTS, self.place.now().date())}

    def _cards(self) -> tuple[News, ...]:
        """Return her four, and after them what the village has added."""
        return (*drawn(self._state.seed), *of_the_village())

    def _news(self) -> News:
        cards = self._cards()
        return next((one for one in cards if one.id == self._state.at), cards[0])

    def _look(self) -> Look:
        return self._state.look(self._news().id)

    def _empty(self) -> Stopped:
        return Stopped(seed_of(self.place.learner, "s02-kabar"))

    def _read(self, content: Mapping[str, Any]) -> Stopped:
        return Stopped.from_content(content)

    def _write(self, state: Stopped) -> Mapping[str, Any]:
        return state.to_content()

    def _ready(self) -> str:
        return _("Read the first news. Then open the step Stop first.")

    def _back(self) -> str:
        return _("Your news is as you left it.")

    def _act(self, message: Mapping[str, Any]) -> Line:
        gestures: dict[str, Callable[[], Line]] = {
            "card": lambda: self._open_card(message["card"]),
            "next": self._next_card,
            "step": lambda: self._step(message["step"]),
            "ask": lambda: self._ask(message["source"]),
            "verdict": lambda: self._decide(message["value"]),
            "source": lambda: self._name_source(message["value"]),
            "pass": lambda: self._pass_on(message["value"]),
            "check": self._check,
        }
        return gestures[message["do"]]()

    def _changed(self, **changes: Any) -> None:
        self._become(self._state.with_look(self._news().id, **changes))

    def _open_card(self, name: str) -> Line:
        places = {one.id: number for number, one in enumerate(self._cards(), start=1)}
        number = places[name]
        self._become(replace(self._state, at=name))
        said = _("News {n} of {all}: {name}.").format(n=number, all=len(places), name=self._news().name)
        # Who works by ear and keys alone meets no other stop that tells the news itself.
        return Line(said, f"{said} {_script(self._news())}")

    def _next_card(self) -> Line:
        """Open the next card that has no verdict yet; behind the last, the first such."""
        cards = [one.id for one in self._cards()]
        at = cards.index(self._news().id)
        later = [*cards[at + 1 :], *cards[:at]]
        return self._open_card(next((name for name in later if not self._state.look(name).verdict), later[0]))

    def _step(self, step: str) -> Line:
        if step not in STEPS:
            raise ValueError(f"there is no step {step!r}")
        taken = self._look().steps
        self._changed(steps=tuple(one for one in STEPS if one == step or one in taken))
        if step == CHECK:
            said = [_("{n} sources can be asked.").format(n=len(self._news().sources))]
        else:
            clues = self._clues(self._news(), step)
            said = [f"{one['who']}: {one['text']}" if one["who"] else one["text"] for one in clues]
        # The line shows the first clue above the others; the ear gets no fewer than stand there.
        name = step_names()[step]
        return Line(f"{name}: {said[0]}", f"{name}: {' '.join(said)}")

    def _ask(self, name: str) -> Line:
        source = self._news().source(name)
        if CHECK not in self._look().steps:
            raise Refused(Line.same(_("Open the step Prove it first.")))
        asked = self._look().asked
        order = [one.id for one in self._news().sources if one.id == name or one.id in asked]
        self._changed(asked=tuple(order))
        return Line.same(f"{source.name}: {source.told}")

    def _decide(self, value: str) -> Line:
        said = verdict_names()[Verdict(value)]
        self._changed(verdict=value)
        return Line.same(_("Your verdict: {verdict}.").format(verdict=said.lower()))

    def _name_source(self, value: str) -> Line:
        source = self._news().source(value)
        if CHECK not in self._look().steps:
            raise Refused(Line.same(_("Open the step Prove it first.")))
        self._changed(source=value)
        return Line.same(_("The source that decides: {name}.").format(name=source.name))

    def _pass_on(self, value: str) -> Line:
        reply = self._said(self._news().passing[Passing(value)])
        self._changed(passing=value)
        return Line.same(reply)

    def _check(self) -> Line:
        """Judge the open card and show its finding; the log gets the whole task."""
        name = self._news().id
        if self._look() == Look():
            raise Refused(Line.same(_("This news is still untouched. Open the step Stop first.")))
        checked = self._state.checked
        self._become(replace(self._state, checked=checked if name in checked else (*checked, name)))
        self._found = self._finding(judge_look(self._news(), self._look()))
        reports = [rules.judge(self._answer()) for rules in self._rule_sets]
        self._unlogged.extend(partial(self._log, report) for report in reports)
        found = self._found
        return self._read_out(f"{found['yet']} {found['next']}".strip() or " ".join(found["right"]))

    def _finding(self, found: Finding) -> dict[str, Any]:
        """Word what the rules find on the open card; what the bank says of a right choice stands first."""
        worded = RuleVerdict(CHECKED.rules[0], found)
        said = {key: self._said(text) for key, text in found.details.items() if key in {"right", "source"}}
        code = language()
        return {
            "right": [text for text in said.values() if text],
            "yet": "" if found.holds else self._said(worded.sentence(code)),
            "next": self._said(worded.next_step(code)),
            "holds": found.holds,
        }

    def _said(self, text: str) -> str:
        return addressed(text, self.place.address)

    def _clues(self, news: News, step: str) -> list[dict[str, str]]:
        if step == "obrolkan":
            return [{"who": who, "text": self._said(text)} for who, text in news.talk]
        texts = {"setop": (news.pause,), "telusuri": news.traces}.get(step, ())
        return [{"who": "", "text": self._said(text)} for text in texts]

    def _draw(self) -> dict[str, Any]:
        cards, news, look = self._cards(), self._news(), self._look()
        return {
            "at": news.id,
            "cards": [{"id": one.id, "name": one.name, **self._standing(one)} for one in cards],
            "practice": news.origin.village,
            "news": {
                "shape": news.shape,
                "sender": news.sender,
                "note": news.note,
                "address": news.address,
                "title": news.title,
                "body": news.body,
                "picture": news.picture,
                "picture_words": news.picture_words,
                "script": _script(news),
            },
            "steps": [
                {"id": step, "open": step in look.steps, "clues": self._clues(news, step)} for step in STEPS
            ],
            "sources": [
                {
                    "id": one.id,
                    "name": one.name,
                    "asked": one.id in look.asked,
                    "told": self._said(one.told) if one.id in look.asked else "",
                }
                for one in news.sources
            ],
            "may_choose": CHECK in look.steps,
            "verdict": look.verdict,
            "source": look.source,
            "passing": look.passing,
            "reply": self._reply(news, look),
            "check": self._found,
        }

    def _reply(self, news: News, look: Look) -> dict[str, str] | None:
        """Return what is said to the way she deals with it, and whether that harms nobody."""
        if not look.passing:
            return None
        way = Passing(look.passing)
        return {"kind": "ok" if way in news.wise else "yet", "text": self._said(news.passing[way])}

    def _standing(self, news: News) -> dict[str, str]:
        """Return how a card stands: a mark and a word; only what was checked tells whether it is right."""
        look = self._state.look(news.id)
        if look == Look():
            return {"mark": "", "word": _("not begun")}
        if news.id not in self._state.checked:
            return {"mark": "later", "word": _("begun")}
        if judge_look(news, look).holds:
            return {"mark": "ok", "word": _("is right")}
        return {"mark": "yet", "word": _("not right yet")}


def _script(news: News) -> str:
    """Return the news as it is read out: who sent it, its words, and what its picture says."""
    said = [news.sender, news.note, news.address, news.title, news.body]
    told = " ".join(one if one.endswith((".", "!", "?")) else f"{one}." for one in said if one)
    return f"{told} {_('In the picture:')} {news.picture_words}"

"""The review behind the screen: every word is saved, advice stands beside it, the mark is given by hand."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from lentera.market import Market
from lentera.market.reviews import advise, words_of
from lentera.market.rounds import Play
from lentera.place import Place
from lentera.widgets.activity import Activity
from lentera.widgets.frame import frame_words
from lentera.widgets.line import Line
from lentera.words import _, addressed, number

PLAY: Final = "s11-pesanan"
"""Answer of the village market, whose goods can be reviewed."""
LONGEST: Final = 600
TEXTS: Final = ("ulasan", "jawaban", "tempat")
_STARS: Final = ("1", "2", "3", "4", "5")
_MOST_GOODS: Final = 12


@dataclass(frozen=True)
class Written:
    """Hold what is saved.

    Attributes
    ----------
    about : str
        Name of the goods.
    stars : str
        ``1`` to ``5``, or empty.
    spoken : bool
        Whether the review is spoken or signed; then `place` says where the recording lies.
    """

    about: str = ""
    stars: str = ""
    review: str = ""
    answer: str = ""
    spoken: bool = False
    place: str = ""

    @property
    def complete(self) -> bool:
        """Tell whether there is something to mark: a review, in writing or recorded, and an answer."""
        told = self.place if self.spoken else self.review
        return bool(told.strip()) and (self.spoken or bool(self.answer.strip()))


class ReviewSession(Activity[Written]):
    """One learner's review and seller's answer, without any screen.

    Parameters
    ----------
    place : Place
        Where answers and log are.
    answer_name : str
        Name of the answer file.
    """

    screen = "review"

    def __init__(self, place: Place, answer_name: str = "s11-ulasan") -> None:
        super().__init__(place, answer_name)

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the screen."""
        return {
            **frame_words(_("Honest review")),
            "intro": _("Write a review as a buyer. Then answer it as the seller."),
            "marked": _("Your trainer gives the mark. Here is only advice."),
            "fields": {
                "tentang": _("Goods to review"),
                "bintang": _("Your stars"),
                "ulasan": _("Review of the buyer"),
                "jawaban": _("Answer of the seller"),
                "tempat": _("Where the recording lies"),
            },
            "helps": {
                "ulasan": _("Tell facts: taste, wrapping, time. No phone number, no address, no full name."),
                "jawaban": _("Say thank you. Name one fact. Offer help."),
                "tempat": _("Example: phone of the trainer, group 2."),
            },
            "stars": [[n, _("{n} of 5").format(n=n)] for n in _STARS],
            "spoken": _("My review is spoken or signed"),
            "spoken_help": _("A recording counts as much as writing."),
            "read": _("Read the advice"),
            "advice": _("Advice on the review"),
            "danger": _("Change this first"),
        }

    def _empty(self) -> Written:
        return Written()

    def _read(self, content: Mapping[str, Any]) -> Written:
        spoken = content.get("direkam", False)
        texts = [content.get(key, "") for key in ("tentang", "bintang", *TEXTS)]
        if not isinstance(spoken, bool) or not all(isinstance(text, str) for text in texts):
            raise ValueError("the review is damaged; write it again")
        about, stars, review, answer, place = (text[:LONGEST] for text in texts)
        return Written(about, stars if stars in _STARS else "", review, answer, spoken, place)

    def _write(self, state: Written) -> Mapping[str, Any]:
        return {
            "tentang": state.about,
            "bintang": state.stars,
            "ulasan": state.review,
            "jawaban": state.answer,
            "direkam": state.spoken,
            "tempat": state.place,
        }

    def _ready(self) -> str:
        return _("Ready. Choose the goods, then write your review.")

    def _back(self) -> str:
        return _("Your review is as you left it.")

    def _act(self, message: Mapping[str, Any]) -> Line:
        gestures: dict[str, Callable[[], Line]] = {
            "set": lambda: self._set(message["field"], message["value"]),
            "spoken": lambda: self._spoken(message["on"]),
            "check": self._advice,
        }
        return gestures[message["do"]]()

    def _set(self, field: str, value: Any) -> Line:
        fields = {
            "tentang": "about",
            "bintang": "stars",
            "ulasan": "review",
            "jawaban": "answer",
            "tempat": "place",
        }
        if not isinstance(value, str) or (field == "bintang" and value not in _STARS):
            raise ValueError(f"{field} cannot be {value!r}")
        self._become(replace(self._state, **{fields[field]: value[:LONGEST]}))
        return Line.same(_("Saved: {label}").format(label=self.words()["fields"][field]))

    def _spoken(self, on: Any) -> Line:
        if not isinstance(on, bool):
            raise ValueError(f"{on!r} is neither yes nor no")
        self._become(replace(self._state, spoken=on))
        return Line.same(_("Write where the recording lies.") if on else _("You write the review yourself."))

    def _advice(self) -> Line:
        """Show what was noticed, and say the first thing."""
        self._found = True
        state = self._state
        rows = self._all_rows()
        first = next((row for row in rows if row["kind"] == "stop"), None) or next(
            (row for row in rows if row["kind"] != "ok"), None
        )
        if first is not None and (first["kind"] == "stop" or not (state.spoken and state.complete)):
            return Line.same(str(first["text"]))
        return Line.same(addressed(_("The review is ready. Well done, {sapaan}."), self.place.address))

    def _all_rows(self) -> list[dict[str, str]]:
        """Return what was noticed in both texts."""
        state = self._state
        return [*self._rows(state.review, answer=False), *self._rows(state.answer, answer=True)]

    def _rows(self, text: str, *, answer: bool) -> list[dict[str, str]]:
        if self._state.spoken and not text.strip():
            return []
        noticed = advise(text, answer=answer)
        if self._state.spoken and self._state.complete:
            # The recording is the review; only what must never be handed in still counts.
            serious = [one for one in noticed if one.serious and one.id != "empty"]
            if noticed and not serious:
                return []
            noticed = serious
        if noticed:
            return [
                {"kind": "stop" if one.serious and one.id != "empty" else "next", "text": one.text}
                for one in noticed
            ]
        fine = (
            _("Polite, with thanks, without private data.")
            if answer
            else _("Facts, polite, without private data.")
        )
        return [{"kind": "ok", "text": fine}]

    def _draw(self) -> dict[str, Any]:
        state, asked = self._state, bool(self._found)
        return {
            "goods": [["", _("Choose from the list")], *([name, name] for name in self._goods())],
            "about": state.about,
            "stars": state.stars,
            "spoken": state.spoken,
            "texts": {
                "ulasan": self._text(state.review, self._rows(state.review, answer=False) if asked else []),
                "jawaban": self._text(state.answer, self._rows(state.answer, answer=True) if asked else []),
                "tempat": self._text(state.place, []),
            },
            "closing": _("Everything is there for the trainer.") if self._ready_to_mark() else "",
        }

    def _ready_to_mark(self) -> bool:
        """Tell whether the trainer may have it: something to mark, and nothing that must be changed first."""
        return self._state.complete and all(row["kind"] != "stop" for row in self._all_rows())

    def _text(self, text: str, rows: list[dict[str, str]]) -> dict[str, Any]:
        return {"value": text, "count": _("{n} words").format(n=number(len(words_of(text)))), "advice": rows}

    def _goods(self) -> list[str]:
        """Return the names of goods that can be reviewed: those of her market, and what stands here."""
        market = self._market()
        found = [product.name for product in market.shop.products] if market else []
        own = [self._state.about] if self._state.about else []
        return list(dict.fromkeys([*found[:_MOST_GOODS], *own, _("other goods of the table")]))

    def _market(self) -> Market | None:
        try:
            answer = self.place.answer(PLAY).load()
            return Play.from_json(answer.payload).now.market if answer else None
        except (OSError, LookupError, TypeError, ValueError):
            self.place.note_trouble()
            return None

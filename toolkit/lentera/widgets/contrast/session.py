"""The contrast check behind the screen: texts of a page, colours to try, what is written into the style."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from lentera.place import Place
from lentera.rules import RuleSet
from lentera.web import Site
from lentera.web.access import size_text
from lentera.web.cascade import text_looks
from lentera.web.contrast import (
    BLACK,
    ENOUGH,
    WHITE,
    Colour,
    meant,
    nearest,
    palettes,
    parse_colour,
    ratio,
    samples,
)
from lentera.web.page import parse_page
from lentera.widgets.activity import Refused
from lentera.widgets.contrast.changing import (
    WHOLE,
    Change,
    NotTextError,
    links_follow,
    put,
    style_file,
    with_sample,
    with_values,
)
from lentera.widgets.contrast.rows import (
    drawn,
    look_of_part,
    pair_words,
    parts_of,
    ratio_text,
    rows_of,
    word_of,
)
from lentera.widgets.contrast.wording import SIZES, contrast_words, part_name
from lentera.widgets.line import Doing, Line
from lentera.widgets.site_activity import SiteActivity, SiteState
from lentera.words import _, language

_MOST_UNDONE: Final = 5
_LONGEST: Final = 60
_MINE: Final = "cek_kontras"


@dataclass(frozen=True)
class Trying(SiteState):
    """Hold what is saved besides the site.

    Attributes
    ----------
    page, part : str
        The page and the part of it whose colours are chosen.
    text, ground : str
        The pair that is tried, as styles write it.
    changes : tuple of Change
        What was written here, the newest last.
    """

    page: str = ""
    part: str = WHOLE
    text: str = "midnightblue"
    ground: str = "cornsilk"
    changes: tuple[Change, ...] = ()


class ContrastSession(SiteActivity[Trying]):
    """One learner's contrast check, without any screen."""

    screen = "contrast"
    milestones = frozenset({"check", "apply", "sample"})

    def __init__(
        self,
        place: Place,
        answer_name: str = "s05-situs",
        rule_sets: Sequence[RuleSet[Any]] = (),
        points: Mapping[str, float] | None = None,
    ) -> None:
        super().__init__(place, answer_name, rule_sets, points)

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the screen."""
        return contrast_words()

    def _state_of(self, site: Site, content: Mapping[str, Any]) -> Trying:
        mine = content.get(_MINE, {})
        if not isinstance(mine, Mapping):
            raise ValueError(f"{_MINE!r} is {mine!r}; open the contrast check and choose again")
        state = Trying(site)
        page, part = mine.get("halaman"), mine.get("bagian")
        text, ground = mine.get("teks"), mine.get("latar")
        return replace(
            state,
            page=page if isinstance(page, str) else "",
            part=part if isinstance(part, str) and len(part) <= _LONGEST else WHOLE,
            text=text if _is_colour(text) else state.text,
            ground=ground if _is_colour(ground) else state.ground,
            changes=_changes(mine.get("langkah")),
        )

    def _rest(self, state: Trying) -> Mapping[str, Any]:
        # The editor keeps its own things in the same answer file.
        others = {
            name: value for name, value in (self._content or {}).items() if name not in {_MINE, "halaman"}
        }
        mine = {
            "halaman": state.page,
            "bagian": state.part,
            "teks": state.text,
            "latar": state.ground,
            "langkah": [{"sebelum": dict(one.before), "sesudah": dict(one.after)} for one in state.changes],
        }
        return {**others, _MINE: mine}

    def _ready(self) -> str:
        if not self._state.site.pages:
            return _("There is no page yet. Make one in the page editor first.")
        return _("Ready. The table shows every text of the page with its contrast.")

    def _back(self) -> str:
        return self._ready()

    @property
    def _page(self) -> str:
        """Return the page that is shown: the chosen one, or the first while that is not there."""
        pages = self._state.site.pages
        return self._state.page if self._state.page in pages else next(iter(pages), "")

    def _act(self, message: Mapping[str, Any]) -> Line:  # noqa: PLR0911 - one return for each gesture
        match message["do"]:
            case "page":
                return self._open_page(str(message["page"]))
            case "part":
                return self._choose_part(str(message["part"]))
            case "palette":
                return self._choose_palette(str(message["id"]))
            case "colour":
                return self._choose_colour(str(message["which"]), str(message["value"]))
            case "apply":
                return self._apply()
            case "sample":
                return self._use_sample(str(message["id"]))
            case "size":
                return self._set_size(int(message["size"]))
            case "undo":
                return self._undo()
            case "check" if self._rule_sets:
                return self._check()
            case other:
                raise ValueError(f"the contrast check does not know {other!r}")

    # What is looked at

    def _open_page(self, page: str) -> Line:
        if page not in self._state.site.pages:
            raise ValueError(f"there is no page {page!r}")
        self._become(replace(self._state, page=page))
        return Line.same(_("{page}: {summary}").format(page=page, summary=self._summary()))

    def _parts(self) -> list[str]:
        parts = parts_of(self._state.site, self._page) if self._page else []
        return parts or [WHOLE]

    @property
    def _part(self) -> str:
        """Return the part whose colours are chosen; the whole page while the chosen one is not there."""
        return self._state.part if self._state.part in self._parts() else WHOLE

    def _choose_part(self, part: str) -> Line:
        if part not in self._parts():
            raise ValueError(f"there is no part {part!r}")
        state = replace(self._state, part=part)
        look = look_of_part(state.site, self._page, part) if self._page else None
        if look is None or look.ground is None:
            self._become(state)
            return Line.same(_("Part: {part}.").format(part=part_name(part)))
        self._become(replace(state, text=look.colour.hex, ground=look.ground.hex))
        said = _("Part: {part}. {pair}").format(part=part_name(part), pair=self._pair_sentence())
        return Line.same(said)

    # What is tried

    def _choose_palette(self, chosen: str) -> Line:
        palette = {one.id: one for one in palettes()}[chosen]
        self._become(replace(self._state, text=palette.text, ground=palette.ground))
        name = palette.name.in_language(language())
        return Line.same(_("{name}. {pair}").format(name=name, pair=self._pair_sentence()))

    def _choose_colour(self, which: str, value: str) -> Line:
        if which not in {"text", "ground"}:
            raise ValueError(f"there is no colour {which!r}")
        written = _as_css(value[:_LONGEST])
        colour = parse_colour(written)
        if colour is None:
            raise Refused(
                Line.same(
                    _("{value} is no colour. Write a code such as #1e3a5f.").format(value=value[:_LONGEST])
                )
            )
        if colour.alpha < 1:
            raise Refused(Line.same(_("This colour lets through what is behind. Choose a covering one.")))
        changed = (
            replace(self._state, text=written) if which == "text" else replace(self._state, ground=written)
        )
        self._become(changed)
        return Line.same(self._pair_sentence())

    def _colours(self) -> tuple[Colour, Colour]:
        return parse_colour(self._state.text) or BLACK, parse_colour(self._state.ground) or WHITE

    def _pair_sentence(self) -> str:
        """Say a pair and its contrast: Teks hijau tua di krem: 8,2 : 1. Lolos."""
        text, ground = self._colours()
        found = ratio(text, ground)
        told = {"pair": pair_words(text, ground), "ratio": ratio_text(found)}
        if found >= ENOUGH:
            return _("Text {pair}: {ratio}. Passes.").format(**told)
        return _("Text {pair}: {ratio}. Not yet: it needs 4.5 : 1.").format(**told)

    # What is written

    def _apply(self) -> Line:
        page = self._need_page()
        part, state = self._part, self._state
        values = {(part, "color"): state.text, (part, "background-color"): state.ground}
        texts = self._written(lambda: with_values(state.site, page, values))
        if part == WHOLE:
            texts = links_follow(state.site, page, texts, state.text)
        self._keep(texts)
        file = style_file(self._state.site, page)
        said = _("{pair} It is written in {file}.").format(pair=self._pair_sentence(), file=file)
        if self._is_overruled(page, part):
            said = _("{said} Another rule of this part is stronger.").format(said=said)
        return Line.same(said)

    def _use_sample(self, chosen: str) -> Line:
        sample = {one.id: one for one in samples()}[chosen]
        page = self._need_page()
        self._keep(self._written(lambda: with_sample(self._state.site, page, sample)))
        name = sample.name.in_language(language())
        return Line.same(_("The style {name} is used. {summary}").format(name=name, summary=self._summary()))

    def _set_size(self, size: int) -> Line:
        if size not in SIZES:
            raise ValueError(f"there is no size {size!r}")
        page = self._need_page()
        values = {(WHOLE, "font-size"): f"{size}px"}
        self._keep(self._written(lambda: with_values(self._state.site, page, values)))
        return Line.same(_("Text has {size} now.").format(size=size_text(size)))

    def _undo(self) -> Line:
        if not self._state.changes:
            raise Refused(Line.same(_("There is nothing to undo.")))
        change = self._state.changes[-1]
        site = self._state.site
        if any(
            site.texts.get(name) != text.encode("utf-8", "replace") for name, text in change.after.items()
        ):
            raise Refused(
                Line.same(
                    _("The files were changed since. Undo it in the page editor, so that nothing is lost.")
                )
            )
        restored = put(site, {name: change.before.get(name, "") for name in change.after})
        self._become(replace(self._state, site=restored, changes=self._state.changes[:-1]))
        return Line.same(_("Undone. {summary}").format(summary=self._summary()))

    def _need_page(self) -> str:
        if not self._page:
            raise Refused(Line.same(_("There is no page yet. Make one in the page editor first.")))
        return self._page

    def _written(self, make: Any) -> dict[str, str]:
        try:
            texts: dict[str, str] = make()
        except NotTextError as error:
            name = str(error).split(" ", 1)[0]
            said = _("{file} cannot be read. Save it again in the page editor.").format(file=name)
            raise Refused(Line.same(said)) from error
        return texts

    def _keep(self, texts: Mapping[str, str]) -> None:
        if not texts:
            return
        site = self._state.site
        before = {name: site.texts[name].decode("utf-8", "replace") for name in texts if name in site.texts}
        changes = (*self._state.changes, Change(before, dict(texts)))[-_MOST_UNDONE:]
        self._become(replace(self._state, site=put(site, texts), changes=changes))

    def _is_overruled(self, page: str, part: str) -> bool:
        text, ground = self._colours()
        look = look_of_part(self._state.site, page, part)
        if look is None or look.ground is None or (part == WHOLE and look.tag.name != "p"):
            return False
        return (look.colour.hex, look.ground.hex) != (text.hex, ground.hex)

    # What is shown

    def _summary(self) -> str:
        rows = rows_of(self._state.site, self._page) if self._page else ()
        low = sum(row.enough is False for row in rows)
        if not rows:
            return _("There is no text on this page yet.")
        if low:
            return _("{n} of {total} colour pairs do not pass yet.").format(n=low, total=len(rows))
        return _("All {total} colour pairs pass.").format(total=len(rows))

    def _draw(self) -> dict[str, Any]:
        state, page = self._state, self._page
        text, ground = self._colours()
        found = ratio(text, ground)
        waits = _("There is no page yet. Make one in the page editor first.")
        return {
            "pages": [[name, name] for name in state.site.pages],
            "page": page,
            "rows": drawn(rows_of(state.site, page)) if page else [],
            "summary": self._summary(),
            "parts": [[one, part_name(one)] for one in self._parts()],
            "part": self._part,
            "pair": {
                "text": {"css": state.text, "hex": text.hex, "name": nearest(text).word},
                "ground": {"css": state.ground, "hex": ground.hex, "name": nearest(ground).word},
                "picture": _("Example of text {pair}").format(pair=pair_words(text, ground)),
                "sentence": self._pair_sentence(),
                "ratio": ratio_text(found),
                "kind": "ok" if found >= ENOUGH else "yet",
                "word": word_of(found >= ENOUGH),
            },
            "palette": next(
                (one.id for one in palettes() if (one.text, one.ground) == (state.text, state.ground)), ""
            ),
            "file_line": _("It will be written in {file}.").format(file=style_file(state.site, page))
            if page
            else "",
            "size": self._body_size(),
            "apply": Doing(bool(page), waits).to_json(),
            "undo": Doing(bool(state.changes), _("There is nothing to undo.")).to_json(),
            "judged": bool(self._rule_sets),
            "check": self._found,
        }

    def _body_size(self) -> str:
        if not self._page:
            return ""
        page = parse_page(self._page, self._state.site.texts[self._page])
        sizes = [text.size for text in text_looks(self._state.site, page) if text.tag.name in {"p", "li"}]
        return f"{round(sizes[0])}" if sizes and round(sizes[0]) in SIZES else ""


def _is_colour(value: object) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST and parse_colour(value) is not None


def _as_css(written: str) -> str:
    """Return a colour as styles write it: codes without their sign and Indonesian names are understood."""
    plain = written.strip().lower()
    if parse_colour(plain) is not None:
        return plain
    if parse_colour(f"#{plain}") is not None:
        return f"#{plain}"
    return meant().get("".join(plain.split()), plain)


def _changes(given: object) -> tuple[Change, ...]:
    """Read the steps that can be undone; what does not fit is left out."""
    listed = given if isinstance(given, list) else []
    found = []
    for one in listed[-_MOST_UNDONE:]:
        before, after = (one.get("sebelum"), one.get("sesudah")) if isinstance(one, Mapping) else (None, None)
        if _are_texts(before) and _are_texts(after):
            found.append(Change(before, after))
    return tuple(found)


def _are_texts(given: object) -> bool:
    return isinstance(given, dict) and all(
        isinstance(name, str) and isinstance(text, str) for name, text in given.items()
    )

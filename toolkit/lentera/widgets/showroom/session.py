"""The showroom behind the screen: shops to visit, and what a visitor tells their owners."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from lentera.classroom import drives
from lentera.classroom.showroom import FOLDER, fetch_showroom
from lentera.place import Place
from lentera.web import HOME, Site, read_site
from lentera.web.outline import outline
from lentera.web.page import parse_page
from lentera.web.preview import draw
from lentera.web.preview_picture import data_uri, read_picture
from lentera.web.publishing import is_address_name, title_of
from lentera.widgets.activity import Activity, Refused
from lentera.widgets.line import Doing, Line
from lentera.widgets.showroom.words import showroom_words
from lentera.words import _, ngettext

OWN: Final = ""
"""Stands for her own shop where others have their address."""
LONGEST: Final = 400
ROOM: Final = 700_000
"""Letters that the pictures of one page may take; those beyond are left out."""
_SIDES: Final = ((6, 640), (16, 400))
"""Up to so many pictures in a shop, each is shown with so many pixels on its longer side."""
_SMALLEST: Final = 240


@dataclass(frozen=True)
class Told:
    """Be what a visitor tells an owner; a recording counts like writing."""

    praise: str = ""
    wish: str = ""
    recorded: bool = False
    where: str = ""


@dataclass(frozen=True)
class Visit:
    """Hold where she is and what she has told.

    Attributes
    ----------
    shop, page : str
        Address of the open shop and path of its open page.
    told : mapping of str to Told
        By address of the shop.
    """

    shop: str = OWN
    page: str = HOME
    told: Mapping[str, Told] = field(default_factory=dict)


class ShowroomSession(Activity[Visit]):
    """One learner's visits, without any screen."""

    screen = "showroom"
    milestones = frozenset({"tell"})

    _drawn: tuple[Path, str, Site, str] | None = None
    """The page that was drawn last: words that are written change nothing in it."""

    def __init__(self, place: Place, answer_name: str) -> None:
        self._room = (place.desk.root if place.desk else place.folder) / FOLDER
        self._shops = self._found_shops(place)
        super().__init__(place, answer_name)

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the screen."""
        return showroom_words()

    def _empty(self) -> Visit:
        others = [name for name in self._shops if name != OWN]
        return Visit(others[0] if others else OWN)

    def _read(self, content: Mapping[str, Any]) -> Visit:
        told = {
            str(one["toko"]): Told(
                str(one["pujian"]), str(one["saran"]), bool(one["direkam"]), str(one["tempat"])
            )
            for one in content["umpan_balik"]
        }
        shop = content["toko"]
        return Visit(shop if shop in self._shops else self._empty().shop, HOME, told)

    def _write(self, state: Visit) -> Mapping[str, Any]:
        rows = [
            {
                "toko": shop,
                "pujian": one.praise,
                "saran": one.wish,
                "direkam": one.recorded,
                "tempat": one.where,
            }
            for shop, one in sorted(state.told.items())
        ]
        return {"toko": state.shop, "umpan_balik": rows}

    def _ready(self) -> str:
        return _("Ready. Choose a shop.")

    def _act(self, message: Mapping[str, Any]) -> Line:
        gestures: dict[str, Callable[[], Line]] = {
            "shop": lambda: self._open_shop(message["shop"]),
            "page": lambda: self._open_page(message["page"]),
            "tell": lambda: self._tell(message["field"], message["value"]),
            "fetch": self._fetch,
        }
        return gestures[message["do"]]()

    def _open_shop(self, shop: str) -> Line:
        self._shops = self._found_shops(self.place)
        self._become(replace(self._state, shop=self._known(shop), page=HOME))
        return Line.same(_("Shop open: {name}.").format(name=self._name(shop)))

    def _known(self, shop: str) -> str:
        if shop not in self._shops:
            raise Refused(Line.same(_("This shop is not here any more. Choose another one.")))
        return shop

    def _open_page(self, page: str) -> Line:
        if page not in self._site().pages:
            raise Refused(Line.same(_("This page is not in the shop. Choose another one.")))
        self._become(replace(self._state, page=page))
        return Line.same(_("Page open: {page}.").format(page=page))

    def _tell(self, name: str, value: Any) -> Line:
        if name not in Told.__dataclass_fields__ or not isinstance(
            value, bool if name == "recorded" else str
        ):
            raise ValueError(f"{name!r} cannot be {value!r}")
        shop = self._known(self._state.shop)
        if shop == OWN:
            raise Refused(Line.same(_("This is your own shop. Choose the shop of a friend.")))
        tidy = value if isinstance(value, bool) else value[:LONGEST]
        told = replace(self._state.told.get(shop, Told()), **{name: tidy})
        self._become(replace(self._state, told={**self._state.told, shop: told}))
        if self._is_whole(told):
            return Line.same(
                _("Both are there: one good thing and one wish for {name}.").format(name=self._name(shop))
            )
        return Line.same(_("Your words for {name} are saved.").format(name=self._name(shop)))

    def _fetch(self) -> Line:
        if self.place.desk is None:
            raise Refused(Line.same(_("Open this lesson from the home page, then fetch the shops.")))
        new: list[str] = []
        found = False
        for drive in drives():
            if (drive.path / FOLDER).is_dir():
                found = True
                try:
                    new += fetch_showroom(self.place.desk, drive.path)
                except OSError as error:
                    raise Refused(
                        Line.same(_("The laptop did not take all shops. Free some space."))
                    ) from error
        if not found:
            raise Refused(Line.same(_("No stick with a showroom was found. Plug it in, then press again.")))
        self._shops = self._found_shops(self.place)
        if not new:
            return Line.same(_("All shops of the stick are here already."))
        said = ngettext("{n} shop fetched.", "{n} shops fetched.", len(new)).format(n=len(new))
        return Line.same(f"{said} " + _("Choose one."))

    def _found_shops(self, place: Place) -> dict[str, Path]:
        shops = {OWN: place.site_folder} if read_site(place.site_folder).pages else {}
        try:
            folders = sorted(path for path in self._room.iterdir() if is_address_name(path.name))
        except OSError:
            folders = []
        return {**shops, **{path.name: path for path in folders if (path / HOME).is_file()}}

    def _site(self) -> Site:
        folder = self._shops.get(self._state.shop)
        return read_site(folder) if folder else Site()

    def _name(self, shop: str) -> str:
        title = title_of(read_site(self._shops[shop])) or shop
        return _("{name} (mine)").format(name=title or HOME) if shop == OWN else title

    def _page_html(self, folder: Path, page: str, site: Site) -> str:
        if self._drawn is None or self._drawn[:3] != (folder, page, site):
            self._drawn = (folder, page, site, draw(site, page, _source(site, folder)).html)
        return self._drawn[3]

    @staticmethod
    def _outline(site: Site, page: str) -> list[dict[str, str]]:
        if page not in site.texts:
            return []
        return [
            {"kind": part.label, "text": part.text} for part in outline(parse_page(page, site.texts[page]))
        ]

    @staticmethod
    def _is_whole(told: Told) -> bool:
        return told.recorded or bool(told.praise.strip() and told.wish.strip())

    def _draw(self) -> dict[str, Any]:
        state, site = self._state, self._site()
        told = state.told.get(state.shop, Told())
        open_here = state.shop in self._shops
        page = state.page if state.page in site.pages else next(iter(site.pages), "")
        folder = self._shops.get(state.shop, self._room)
        own = state.shop == OWN
        return {
            "shops": [[shop, self._name(shop)] for shop in self._shops],
            "shop": state.shop,
            "pages": [[name, name] for name in site.pages],
            "page": page,
            "html": self._page_html(folder, page, site) if open_here and page else "",
            "outline": self._outline(site, page),
            "told": {
                "praise": told.praise,
                "wish": told.wish,
                "recorded": told.recorded,
                "where": told.where,
            },
            "may_tell": Doing(
                ok=open_here and not own,
                why=_("Choose the shop of a friend first.") if own or not open_here else "",
            ).to_json(),
            "written": [
                self._name(shop)
                for shop, one in sorted(state.told.items())
                if shop in self._shops and self._is_whole(one)
            ],
        }


def _source(site: Site, folder: Path) -> Callable[[str], str | None]:
    """Return what gives the pictures of a shop, small enough that all of them come in one message."""
    side = next((side for most, side in _SIDES if len(site.pictures) <= most), _SMALLEST)
    room = ROOM

    def source(name: str) -> str | None:
        nonlocal room
        content = read_picture(folder, name) if name in site.pictures else None
        found = data_uri(name, content, side) if content is not None else None
        if found is None or len(found) > room:
            return None
        room -= len(found)
        return found

    return source

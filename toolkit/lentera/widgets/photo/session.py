"""The photo studio behind the screen: the photo in the folder is the one that is shown and judged."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final
from zlib import crc32

from PIL import Image

from lentera.answers import AnswerNotSaved
from lentera.product.photo import FOLDER, LONGEST_ALT, READING, content_of
from lentera.product.photo_edits import MOST_EDITS, PLAIN, edited, original_file, preview, read_edits
from lentera.product.photo_looking import UnusablePhotoError, look_at, open_photo
from lentera.product.photo_reading import PhotoReading, Trouble
from lentera.web import Site, read_site, write_file
from lentera.web.site import ORIGINAL, fault_of_name, original_of
from lentera.widgets.activity import Refused
from lentera.widgets.line import Doing, Line
from lentera.widgets.photo import wording
from lentera.widgets.photo.frame import LEAST, Frame, Shape
from lentera.widgets.photo.samples import as_uri, content_of_sample, names
from lentera.widgets.photo.upload import Upload
from lentera.widgets.site_activity import SiteActivity, SiteState
from lentera.words import _

_LONGEST_STEM: Final = 40
_MOST_WORKS: Final = 30
_PHOTOS: Final = (".jpg", ".jpeg", ".png", ".webp")

look = lru_cache(maxsize=4)(look_at)


@dataclass(frozen=True)
class Work:
    """Hold what was done to one photo, and the check sum of the file that came of it."""

    edits: tuple[Mapping[str, Any], ...] = ()
    sum: int = 0


@dataclass(frozen=True)
class StudioState(SiteState):
    """Hold the chosen photo, the words for it, and the edits of each photo."""

    name: str = ""
    alt: str = ""
    works: Mapping[str, Work] = field(default_factory=lambda: MappingProxyType({}))


class PhotoSession(SiteActivity[StudioState]):
    """One learner's photo studio, without any screen."""

    screen = "photo"
    _pending: Mapping[str, bytes] = MappingProxyType({})
    """Files of the gesture that is being done; they are written before anything is shown."""
    _frame: Frame | None = None
    """The frame of a crop that is not done yet; it is not saved."""
    _upload: Upload | None = None

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the screen."""
        return {**wording.photo_words(), "judged": bool(self._rule_sets)}

    def _state_of(self, site: Site, content: Mapping[str, Any]) -> StudioState:
        name, alt, done = content.get(FOLDER, ""), content.get("alt", ""), content.get("ubahan", {})
        if not isinstance(name, str) or not isinstance(alt, str) or not isinstance(done, Mapping):
            raise ValueError("the answer on the photo cannot be read; choose the photo again")
        if name and fault_of_name(name) is not None:
            raise ValueError(f"{name!r} is no name of a photo; choose the photo again")
        return StudioState(site, name, alt[: 2 * LONGEST_ALT], MappingProxyType(_works(done)))

    def _rest(self, state: StudioState) -> Mapping[str, Any]:
        done = {
            name: {"langkah": [dict(one) for one in work.edits], "cap": work.sum}
            for name, work in state.works.items()
        }
        return {FOLDER: state.name, "alt": state.alt, "ubahan": done}

    def _answer(self) -> Mapping[str, Any] | None:
        if not self._state.name and not self._state.alt:
            return None
        return {**(super()._answer() or {}), READING: self._reading()}

    def _ready(self) -> str:
        return _("Ready. Choose a photo.")

    def _back(self) -> str:
        return _("Your photo is as you left it.")

    def _act(self, message: Mapping[str, Any]) -> Line:  # noqa: C901, PLR0911, PLR0912 - one return for each gesture
        self._pending = {}
        match message["do"]:
            case "sample":
                name = str(message["id"])
                return self._begin(content_of_sample(name), name, names()[name])
            case "picture":
                return self._open_picture(str(message["name"]))
            case "upload":
                return self._receive(message)
            case "edit":
                return self._edit(str(message["edit"]))
            case "frame":
                return self._move_frame(str(message["field"]), message["value"])
            case "shape":
                return self._shape(Shape(message["shape"]))
            case "crop_open":
                return self._open_crop(bool(message["open"]))
            case "crop":
                return self._crop()
            case "undo":
                return self._undo()
            case "original":
                return self._to_original()
            case "alt":
                return self._alt(str(message["text"]))
            case "check" if self._rule_sets:
                return self._check()
            case other:
                raise ValueError(f"the photo studio does not know {other!r}")

    # choosing

    def _begin(self, content: bytes, stem: str, told: str) -> Line:
        """Take a photo into the folder of the site, without anything the camera noted."""
        try:
            picture, seen = open_photo(content), look(content)
        except UnusablePhotoError as error:
            raise Refused(Line.same(wording.trouble_words(error.trouble))) from None
        original = original_file(picture)
        name, fresh = self._place_for(_stem(stem), original)
        if fresh:
            self._need_room(2)  # the original is kept beside it
            made = edited(open_photo(original), ())  # as each undo will make it again
            self._pending = {original_of(name): original, name: made}
            self._keep(name, Work((), crc32(made)))
        else:
            self._choose(name)
        line = Line.same(_("Chosen: {what}.").format(what=told)) + Line.same(self._told())
        if seen.remembers_place:
            line += Line.same(_("The photo kept the place where it was taken. That note is removed."))
        return line

    def _place_for(self, stem: str, original: bytes) -> tuple[str, bool]:
        """Return a name in the folder, and whether it is new; the same photo keeps its name and its edits."""
        for number in range(1, 100):
            name = f"{FOLDER}/{stem}{'' if number == 1 else f'-{number}'}.jpg"
            there, kept = content_of(self.folder, name), content_of(self.folder, original_of(name))
            if there is not None and kept == original:
                return name, False
            if there is None and kept is None:
                return name, True
        raise Refused(Line.same(_("There are very many photos of this name. Choose one of them.")))

    def _open_picture(self, name: str) -> Line:
        if name not in self._offered():
            raise ValueError(f"there is no photo {name!r}")
        found = content_of(self.folder, name)
        reading = look(found) if found is not None else PhotoReading(trouble=Trouble.MISSING)
        if reading.trouble is not None:
            raise Refused(Line.same(wording.trouble_words(reading.trouble)))
        self._choose(name)
        return Line.same(_("Chosen: {what}.").format(what=name)) + Line.same(self._told())

    def _receive(self, message: Mapping[str, Any]) -> Line:
        self._upload = self._upload or Upload()
        try:
            content = self._upload.take(message)
        except ValueError:
            self._upload = None
            raise
        if content is None:
            return Line.same(_("The photo is being read. Wait a moment."))
        stem = str(message["name"]).rpartition(".")[0] or str(message["name"])
        return self._begin(content, stem, _("a photo of your own"))

    def _choose(self, name: str) -> None:
        self._frame = None
        self._become(replace(self._state, name=name))

    def _keep(self, name: str, work: Work) -> None:
        kept = {**self._state.works, name: work}
        while len(kept) > _MOST_WORKS:
            del kept[next(iter(kept))]
        self._frame = None
        self._become(replace(self._state, name=name, works=MappingProxyType(kept)))

    def _offered(self) -> list[str]:
        """List the photos of the site; originals are kept beside them and not offered."""
        found = {*self._state.site.pictures, *self._pending}
        return sorted(one for one in found if one.lower().endswith(_PHOTOS) and not one.endswith(ORIGINAL))

    # editing

    def _bytes_of(self, name: str) -> bytes | None:
        return self._pending.get(name) or content_of(self.folder, name)

    def _now(self) -> bytes:
        found = self._bytes_of(self._state.name) if self._state.name else None
        if found is None:
            missing = (
                wording.trouble_words(Trouble.MISSING) if self._state.name else _("Choose a photo first.")
            )
            raise Refused(Line.same(missing))
        return found

    def _reading(self) -> PhotoReading:
        found = self._bytes_of(self._state.name) if self._state.name else None
        return look(found) if found is not None else PhotoReading(trouble=Trouble.MISSING)

    def _source(self) -> tuple[Image.Image, tuple[Mapping[str, Any], ...], Mapping[str, bytes]]:
        """Return the original, what was done to it, and the original's file where it is not kept yet.

        A file that another program has changed since is an original of its own.
        """
        name, now = self._state.name, self._now()
        work = self._state.works.get(name, Work())
        kept = content_of(self.folder, original_of(name))
        try:
            if kept is not None and work.sum == crc32(now):
                return open_photo(kept), work.edits, {}
            picture = open_photo(now)
        except UnusablePhotoError as error:
            raise Refused(Line.same(wording.trouble_words(error.trouble))) from None
        return picture, (), {original_of(name): original_file(picture)}

    def _make(
        self, original: Image.Image, edits: tuple[Mapping[str, Any], ...], files: Mapping[str, bytes]
    ) -> None:
        """Do all edits on the original and keep what comes of them."""
        name = f"{self._state.name.rpartition('.')[0]}.jpg"
        made = edited(original, edits)
        self._pending = {**files, name: made}
        self._keep(name, Work(edits, crc32(made)))

    def _do(self, edit: Mapping[str, Any]) -> None:
        original, edits, files = self._source()
        if len(edits) >= MOST_EDITS:
            raise Refused(Line.same(_("This photo has had many steps. Take one back first.")))
        self._make(original, (*edits, edit), files)

    def _edit(self, name: str) -> Line:
        if name not in PLAIN or name not in wording.edit_names():
            raise ValueError(f"the photo studio does not know the edit {name!r}")
        self._do({"ubah": name})
        reading = self._reading()
        told = {
            "pertajam": _("Sharpness: {word}.").format(word=wording.sharp_words(reading)),
            "kecilkan": _("The file has {weight} now.").format(weight=wording.weight_words(reading)),
            "putar_kiri": wording.size_words(reading) + ".",
            "putar_kanan": wording.size_words(reading) + ".",
        }.get(name, _("Light: {word}.").format(word=wording.light_words(reading)))
        return Line.same(f"{wording.edit_names()[name]}. {told}")

    def _undo(self) -> Line:
        original, edits, files = self._source()
        if not edits:
            raise Refused(Line.same(_("There is no step to take back.")))
        self._make(original, edits[:-1], files)
        return Line.same(_("The last step is taken back.")) + Line.same(self._told())

    def _to_original(self) -> Line:
        original, edits, files = self._source()
        if not edits:
            raise Refused(Line.same(_("This is the original.")))
        self._make(original, (), files)
        return Line.same(_("The original is back.")) + Line.same(self._told())

    # cutting

    def _open_crop(self, open_: bool) -> Line:  # noqa: FBT001 - what the button says
        if not open_:
            self._frame = None
            return Line.same(_("The cutting is closed."))
        self._frame = Frame().with_shape(Shape.SQUARE, self._size())
        return Line.same(self._frame_told(self._frame))

    def _size(self) -> tuple[int, int]:
        reading = look(self._now())
        return reading.width, reading.height

    def _open_frame(self) -> Frame:
        if self._frame is None:
            raise Refused(Line.same(_("Open the cutting first.")))
        return self._frame

    def _shape(self, shape: Shape) -> Line:
        self._frame = self._open_frame().with_shape(shape, self._size())
        return Line.same(self._frame_told(self._frame))

    def _move_frame(self, name: str, value: Any) -> Line:
        frame = self._open_frame()
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 100:  # noqa: PLR2004 - percent
            raise ValueError(f"{value!r} is no whole percent")
        match name:
            case "left" | "top":
                frame = replace(frame, **{name: value}).inside()
            case "width":
                frame = frame.resized(max(value, LEAST), self._size())
            case "height" if frame.shape is Shape.FREE:
                frame = replace(frame, height=value).inside()
            case _:
                raise ValueError(f"the frame has no {name!r} of its own")
        self._frame = frame
        return Line.same(self._frame_told(frame))

    def _frame_told(self, frame: Frame) -> str:
        return _(
            "Frame: {left} from the left, {top} from the top, {width} wide, {height} high, in percent."
        ).format(left=frame.left, top=frame.top, width=frame.width, height=frame.height)

    def _crop(self) -> Line:
        frame = self._open_frame()
        self._do({"ubah": "potong", "kotak": frame.box})
        reading = self._reading()
        cut = _("The photo is cut.")
        return Line.same(f"{cut} {wording.size_words(reading)}. {wording.guide(reading)}")

    # words

    def _alt(self, text: str) -> Line:
        self._become(replace(self._state, alt=text[: 2 * LONGEST_ALT]))
        return Line.same(wording.alt_words(self._state.alt, self._state.name))

    def _told(self) -> str:
        """Tell light and sharpness of the photo as it is now, and how it is framed."""
        reading = self._reading()
        if reading.trouble is not None:
            return wording.trouble_words(reading.trouble)
        return _("Light: {light}. Sharpness: {sharp}. {guide}").format(
            light=wording.light_words(reading),
            sharp=wording.sharp_words(reading),
            guide=wording.guide(reading),
        )

    # saving and showing

    def _take_in_other_notebook(self) -> None:
        self._pending = {}
        super()._take_in_other_notebook()

    def _save(self, *, milestone: bool) -> None:
        files, self._pending = self._pending, {}
        before = {name: content_of(self.folder, name) for name in files}
        try:
            for name, content in files.items():
                _write(self, name, content)
            super()._save(milestone=milestone)
        except AnswerNotSaved:
            for name, content in before.items():
                with suppress(OSError):
                    if content is None:
                        (self.folder / name).unlink(missing_ok=True)
                    else:
                        write_file(self.folder, name, content)
            raise
        if files:
            self._on_disk = read_site(self.folder, self._on_disk)
            self._state = replace(self._state, site=self._on_disk)

    def _draw(self) -> dict[str, Any]:
        state = self._state
        now = self._bytes_of(state.name) if state.name else None
        reading = look(now) if now is not None else PhotoReading(trouble=Trouble.MISSING)
        usable = reading.trouble is None
        original = self._bytes_of(original_of(state.name)) if usable else None
        work = state.works.get(state.name, Work())
        edits = work.edits if now is not None and work.sum == crc32(now) else ()
        return {
            "name": state.name,
            "alt": state.alt,
            "alt_told": wording.alt_words(state.alt, state.name),
            "pictures": [[name, name] for name in self._offered()],
            "trouble": wording.trouble_words(reading.trouble) if state.name and reading.trouble else "",
            "now": _shown(now) if now is not None and usable else "",
            "now_alt": _("Photo now. {guide}").format(guide=wording.guide(reading)) if usable else "",
            "before": _shown(original) if original is not None and edits else "",
            "before_alt": _("Photo before. {guide}").format(guide=wording.guide(look(original)))
            if original and edits
            else "",
            "guide": wording.guide(reading) if usable else "",
            "meters": wording.meters(reading),
            "meters_before": wording.meters(look(original)) if original is not None and edits else [],
            "meters_head": [
                _("Measures of the photo"),
                *([_("Before the steps")] if edits and original else []),
                _("Now"),
            ],
            "advice": wording.advice(reading) if usable else [],
            "undo": Doing(bool(edits), _("There is no step to take back.")).to_json(),
            "original": Doing(bool(edits), _("This is the original.")).to_json(),
            "frame": None
            if self._frame is None or not usable
            else {
                "shape": self._frame.shape.value,
                "box": self._frame.box,
                "told": self._frame_told(self._frame),
            },
            "check": self._found,
        }


def _write(session: PhotoSession, name: str, content: bytes) -> None:
    try:
        write_file(session.folder, name, content)
    except OSError as error:
        raise AnswerNotSaved(session.folder / name, error) from error


@lru_cache(maxsize=4)
def _shown(content: bytes) -> str:
    return as_uri(preview(open_photo(content, 640)))


def _stem(name: str) -> str:
    """Return a name that every laptop, website and reader can say."""
    plain = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in name.casefold())
    kept = "-".join(part for part in plain.split("-") if part)[:_LONGEST_STEM].strip("-")
    return kept.removesuffix("-asli") or "foto"


def _works(done: Mapping[str, Any]) -> dict[str, Work]:
    works = {}
    for name, work in list(done.items())[:_MOST_WORKS]:
        if (
            not isinstance(name, str)
            or not isinstance(work, Mapping)
            or not isinstance(work.get("cap", 0), int)
        ):
            raise ValueError("the edits in the answer cannot be read; choose the photo again")
        works[name] = Work(read_edits(work.get("langkah", [])), work.get("cap", 0))
    return works

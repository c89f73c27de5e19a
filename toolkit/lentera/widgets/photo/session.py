"""The photo studio behind the screen: the photo in the folder is the one that is shown and judged."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any
from zlib import crc32

from PIL import Image

from lentera.product.photo import FOLDER, LONGEST_ALT, READING, content_of
from lentera.product.photo_edits import MOST_EDITS, PLAIN, edited, original_file
from lentera.product.photo_looking import UnusablePhotoError, open_photo
from lentera.product.photo_reading import PhotoReading, Trouble
from lentera.web import Site
from lentera.web.site import original_of
from lentera.widgets.activity import Refused
from lentera.widgets.line import Line
from lentera.widgets.photo import wording
from lentera.widgets.photo.frame import LEAST, Frame, Shape
from lentera.widgets.photo.samples import content_of_sample, names
from lentera.widgets.photo.state import StudioState, Work, stem_of
from lentera.widgets.photo.upload import Upload
from lentera.widgets.photo.view import frame_told, look, pair_of, studio_view
from lentera.widgets.site_activity import SiteActivity
from lentera.words import _


class PhotoSession(SiteActivity[StudioState]):
    """One learner's photo studio, without any screen."""

    screen = "photo"
    _frame: Frame | None = None
    """The frame of a crop that is not done yet; it is not saved."""
    _upload: Upload | None = None

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the screen."""
        return {**wording.photo_words(), "judged": bool(self._rule_sets)}

    def _state_of(self, site: Site, content: Mapping[str, Any]) -> StudioState:
        return StudioState.from_content(site, content)

    def _rest(self, state: StudioState) -> Mapping[str, Any]:
        return state.to_content()

    def _answer(self) -> Mapping[str, Any] | None:
        if not self._state.name and not self._state.alt:
            return None
        return {**(super()._answer() or {}), READING: self._reading()}

    def _ready(self) -> str:
        return _("Ready. Choose a photo.")

    def _back(self) -> str:
        return _("Your photo is as you left it.")

    def _act(self, message: Mapping[str, Any]) -> Line:
        gestures: dict[str, Callable[[], Line]] = {
            "sample": lambda: self._sample(str(message["id"])),
            "picture": lambda: self._open_picture(str(message["name"])),
            "upload": lambda: self._receive(message),
            "edit": lambda: self._edit(str(message["edit"])),
            "frame": lambda: self._move_frame(str(message["field"]), message["value"]),
            "shape": lambda: self._shape(Shape(message["shape"])),
            "crop_open": lambda: self._open_crop(bool(message["open"])),
            "crop": self._crop,
            "undo": self._undo,
            "original": self._to_original,
            "alt": lambda: self._alt(str(message["text"])),
        }
        if self._rule_sets:
            gestures["check"] = self._check
        return gestures[message["do"]]()

    # choosing

    def _sample(self, name: str) -> Line:
        return self._begin(content_of_sample(name), name, names()[name])

    def _begin(self, content: bytes, stem: str, told: str) -> Line:
        """Take a photo into the folder of the site, without anything the camera noted."""
        try:
            picture, seen = open_photo(content), look(content)
        except UnusablePhotoError as error:
            raise Refused(Line.same(wording.trouble_words(error.trouble))) from None
        original = original_file(picture)
        name, fresh = self._place_for(stem_of(stem), original)
        if fresh:
            made = edited(open_photo(original), ())  # as each undo will make it again
            self._bring({original_of(name): original, name: made})
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
        if name not in self._state.offered:
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
        self._frame = None
        self._become(replace(self._state, name=name, works=self._state.works_with(name, work)))

    # editing

    def _photo_file(self, name: str) -> bytes | None:
        return content_of(self.folder, name) if name else None

    def _now(self) -> bytes:
        found = self._photo_file(self._state.name)
        if found is None:
            missing = (
                wording.trouble_words(Trouble.MISSING) if self._state.name else _("Choose a photo first.")
            )
            raise Refused(Line.same(missing))
        return found

    def _reading(self) -> PhotoReading:
        found = self._photo_file(self._state.name)
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
        self._bring({**files, name: made})
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
        return Line.same(frame_told(self._frame))

    def _size(self) -> tuple[int, int]:
        reading = look(self._now())
        return reading.width, reading.height

    def _open_frame(self) -> Frame:
        if self._frame is None:
            raise Refused(Line.same(_("Open the cutting first.")))
        return self._frame

    def _shape(self, shape: Shape) -> Line:
        self._frame = self._open_frame().with_shape(shape, self._size())
        return Line.same(frame_told(self._frame))

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
        return Line.same(frame_told(frame))

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

    def _draw(self) -> dict[str, Any]:
        state = self._state
        pair = pair_of(state, self._photo_file(state.name), self._photo_file(original_of(state.name)))
        return {**studio_view(state, pair, self._frame), "check": self._found}

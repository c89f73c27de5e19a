"""The pages a learner reads and the forms she sends."""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from types import ModuleType

from jupyter_server.auth.decorator import allow_unauthenticated
from tornado import web

from lentera.course import content_root
from lentera.desk import TEXT_SIZES, THEMES, Desk, LearnerCodeError
from lentera.lab.desk_state import DeskState, read_state
from lentera.lab.home_view import feedback_file, greeting, lit_sentence, marks, next_card, session_cards
from lentera.lab.look_of_lab import keep_look
from lentera.lab.page import HERE, Page
from lentera.lab.workspace import WorkspaceError, prepare, restore_lesson, session_files
from lentera.words import Address, _

NAME_LENGTH = 40
"""Longest name to be called by [characters]."""

_SWITCHES = {"sound": "suara", "keys": "tombol"}
"""What is on or off, by the name of its choice on the page."""
_YES_OR_NO = ("ya", "tidak")


class HomePage(Page):
    """Greet, say what is next, and show the map."""

    here = "home"

    @web.authenticated
    async def get(self) -> None:
        """Show the home page; the token is taken out of the address first."""
        if self.get_query_argument("token", ""):
            self.go("")
            return
        state = await self.off_loop(lambda: read_state(self.desk))
        chosen = self.desk.preferences
        self.show(
            "beranda.html",
            greeting=greeting(self.now(), chosen),
            lit=lit_sentence(state.lanterns),
            lanterns=state.lanterns,
            card=next_card(state.open_view, state.course, chosen),
            marks=marks(state.view, self.desk.feedback_folder)[:3],
            waiting=_waiting(state),
            ripe=state.open_view.next_step.hand_in,
            newer=[path for files in state.files.values() for path in files.newer],
            trouble=state.trouble,
        )


class SessionsPage(Page):
    """List the sessions with all that can be opened."""

    here = "sessions"

    @web.authenticated
    async def get(self) -> None:
        """Show the list."""
        state = await self.off_loop(lambda: read_state(self.desk))
        cards = session_cards(state.lanterns, state.open_view, state.course, state.files)
        self.show("sesi.html", cards=cards, trouble=state.trouble)


class OpenPage(Page):
    """Open a notebook in the learner's view, or in JupyterLab."""

    @web.authenticated
    async def get(self, session: str) -> None:
        """Send the browser to the notebook; one she has deleted is put back first."""
        part = self.get_query_argument("bagian", "pelajaran")
        path = self._path(session, part)
        if not path:
            await self.off_loop(lambda: _put_back(self.desk, self.now()))
            path = self._path(session, part)
        if not path:
            raise web.HTTPError(404)
        # What she chose inside a notebook is in her preferences; from here on Jupyter itself follows it.
        with suppress(OSError):  # a full disk must not keep her from her lesson
            await self.off_loop(lambda: keep_look(self.desk))
        view = "lab/tree" if self.get_query_argument("di", "") == "lab" else "notebooks"
        self.redirect(f"{self.base_url}{view}/{_quoted(path)}")

    def _path(self, session: str, part: str) -> str:
        files = session_files(self.desk).get(session)
        if files is None:
            return ""
        if part.startswith("baru"):
            newer = dict(enumerate(files.newer))
            number = part.removeprefix("baru")
            return newer.get(int(number) if number.isdigit() else 0, "")
        return files.assignment if part == "tugas" else files.lesson


class HandInPage(Page):
    """Hand in work and fetch feedback."""

    here = "tasks"

    @web.authenticated
    async def get(self) -> None:
        """Show both forms."""
        state = await self.off_loop(lambda: read_state(self.desk))
        wanted = self.get_query_argument("sesi", "")
        choices = [each for each in state.open_view.sessions if state.files[each.id].assignment]
        default = wanted or (_waiting(state) or (choices[-1].id if choices else ""))
        self.show(
            "tugas.html",
            choices=choices,
            default=default,
            places=await self.off_loop(lambda: _exchange().places(self.desk)),
            trouble=state.trouble,
        )


class HandIn(Page):
    """Take the form that hands in."""

    @web.authenticated
    async def post(self) -> None:
        """Hand in and say how it went."""
        session = self.get_body_argument("sesi", "")
        place = self.get_body_argument("tempat", "")
        now = self.now()
        done = await self.off_loop(lambda: _exchange().hand_in_to(self.desk, session, place, now))
        self.go("tugas", done.sentences, good=done.good)


class FetchFeedback(Page):
    """Take the form that fetches feedback."""

    @web.authenticated
    async def post(self) -> None:
        """Fetch and say what came."""
        place = self.get_body_argument("tempat", "")
        done = await self.off_loop(lambda: _exchange().fetch_from(self.desk, place))
        self.go("nilai" if done.something_new else "tugas", done.sentences, good=done.good)


class MarksPage(Page):
    """Show marks task by task."""

    here = "marks"

    @web.authenticated
    async def get(self) -> None:
        """Show the marks."""
        state = await self.off_loop(lambda: read_state(self.desk))
        shown = marks(state.view, self.desk.feedback_folder)
        details = {mark.session: state.view.session(mark.session) for mark in shown}
        self.show("nilai.html", marks=shown, details=details, trouble=state.trouble)


class FeedbackPage(Page):
    """Show a trainer's feedback; it came from outside, so it runs no script and opens no form."""

    @property
    def content_security_policy(self) -> str:
        """Lock the page in: its own words and style, nothing else."""
        return "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'"

    @web.authenticated
    async def get(self, session: str) -> None:
        """Send the page as it came."""
        page = feedback_file(self.desk.feedback_folder, session)
        if page is None:
            raise web.HTTPError(404)
        self.set_header("Content-Type", "text/html; charset=UTF-8")
        self.set_header("Cache-Control", "no-store")
        self.finish(await self.off_loop(page.read_bytes))


class WayOfLearningPage(Page):
    """Let her choose text size, look, reading aloud, single keys, form of address and name."""

    here = "way"

    @web.authenticated
    def get(self) -> None:
        """Show what is chosen now."""
        self.show("cara.html", sizes=TEXT_SIZES, themes=THEMES, addresses=tuple(Address))

    @web.authenticated
    async def post(self) -> None:
        """Keep the choice; what is not understood stays as it was."""
        kept = self.desk.preferences
        address = self.get_body_argument("sapaan", "")
        theme = self.get_body_argument("tampilan", "")
        size = self.get_body_argument("huruf", "")
        if address in set(Address):
            kept = replace(kept, address=Address(address))
        if theme in THEMES:
            kept = replace(kept, theme=theme)
        if size in {str(each) for each in TEXT_SIZES}:
            kept = replace(kept, text_size=int(size))
        for field, name in _SWITCHES.items():
            chosen = self.get_body_argument(name, "")
            if chosen in _YES_OR_NO:
                kept = replace(kept, **{field: chosen == "ya"})
        kept = replace(kept, name=self.get_body_argument("nama", "").strip()[:NAME_LENGTH])
        await self.off_loop(lambda: self.desk.set_preferences(kept))
        await self.off_loop(lambda: keep_look(self.desk))
        self.go("cara", [_("Your way of learning is saved on this laptop.")])


class LearnerCode(Page):
    """Take the learner's code."""

    @web.authenticated
    async def post(self) -> None:
        """Keep the code, or say what one looks like."""
        code = self.get_body_argument("kode", "")
        try:
            kept = self.desk.set_learner(code)
        except LearnerCodeError:
            self.go(
                "",
                [
                    _("This code is not right yet: {code}.").format(code=code.strip()[:20] or "…"),
                    _("Type letters, a dash and digits, like SM-07. The code is on your class card."),
                ],
                good=False,
            )
        else:
            self.go("", [_("Your code {code} is saved on this laptop.").format(code=kept)])


class HelpPage(Page):
    """Say how to get on, and where the other views are."""

    here = "help"

    @web.authenticated
    def get(self) -> None:
        """Show the help."""
        self.show("bantuan.html", folder=self.desk.root, files=session_files(self.desk))


class Restore(Page):
    """Take the form that puts a lesson back as it was."""

    @web.authenticated
    async def post(self) -> None:
        """Put it back and say where hers lies."""
        session, today = self.get_body_argument("sesi", ""), self.now().date()
        if session not in session_files(self.desk):
            raise web.HTTPError(404)
        number = int(session[1:])
        try:
            aside = await self.off_loop(lambda: restore_lesson(self.desk, content_root(), session, today))
        except WorkspaceError as error:
            self.go("bantuan", [str(error)], good=False)
            return
        if not aside:
            self.go("bantuan", [_("Session {number} is as it was delivered already.").format(number=number)])
            return
        self.go(
            "bantuan",
            [
                _("Session {number} is whole again. Your answers are still there.").format(number=number),
                _("What you had changed is kept in {path}.").format(path=aside),
                _("Open the session again from the home page."),
            ],
        )


class LoginPage(Page):
    """Stand where Jupyter asks for a token: a learner has none to type."""

    @allow_unauthenticated
    def get(self) -> None:
        """Say how to get in."""
        raise web.HTTPError(403)

    @allow_unauthenticated
    def post(self) -> None:
        """Say how to get in."""
        raise web.HTTPError(403)


class StylePage(Page):
    """Send our style; pages load nothing else."""

    _FILES = {  # noqa: RUF012 - read only
        "lentera.css": HERE.parent / "widgets" / "shared" / "lentera.css",
        "halaman.css": HERE / "static" / "halaman.css",
    }

    @web.authenticated
    def get(self, name: str) -> None:
        """Send one style sheet."""
        self.set_header("Content-Type", "text/css; charset=UTF-8")
        self.set_header("Cache-Control", "no-cache")
        self.finish(self._FILES[name].read_bytes())


def _waiting(state: DeskState) -> str:
    """Return the session whose work waits to be handed in, or nothing."""
    for each in state.open_view.sessions:
        if each.last_active is not None and not each.handed_in and state.files[each.id].assignment:
            return each.id
    return ""


def _put_back(desk: Desk, now: datetime) -> None:
    try:
        prepare(desk.root, content_root(), now.date())
    except (WorkspaceError, FileNotFoundError) as error:
        desk.note_trouble(str(error))


def _exchange() -> ModuleType:
    """Return the way to the classroom; it is heavy, and most visits never hand anything in."""
    from lentera.lab import exchange  # noqa: PLC0415 - see above

    return exchange


def _quoted(path: str) -> str:
    from jupyter_server.utils import url_escape  # noqa: PLC0415 - only here

    return str(url_escape(path))

"""The base of our pages: rendered here, without any script, from nothing but this laptop."""

import secrets
import traceback
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import jinja2
from jupyter_server.base.handlers import JupyterHandler
from tornado import web
from tornado.ioloop import IOLoop

from lentera.desk import Desk
from lentera.lab.home_view import points
from lentera.words import _, addressed, language

HERE = Path(__file__).parent
_Result = TypeVar("_Result")

_CONTENT_SECURITY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
    "frame-ancestors 'self'; base-uri 'none'"
)


@cache
def templates() -> jinja2.Environment:
    """Return the environment of our pages' templates."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE / "pages"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.globals.update(_=_, points=points)
    return environment


class Page(JupyterHandler):
    """Answer with one of our pages."""

    here = ""
    """Which entry of the menu this page is."""

    @property
    def desk(self) -> Desk:
        """Return the workspace this server serves."""
        return self.settings["lentera_desk"]  # type: ignore[no-any-return]

    @property
    def content_security_policy(self) -> str:
        """Allow our own style and pictures, nothing else."""
        return _CONTENT_SECURITY

    def get_login_url(self) -> str:
        """Refuse a visitor without the token; there is no form to send her to."""
        raise web.HTTPError(403)

    def show(self, template: str, **values: Any) -> None:
        """Render a page in the learner's look."""
        chosen = self.desk.preferences
        self.set_header("Content-Type", "text/html; charset=UTF-8")
        self.set_header("Cache-Control", "no-store")
        self.set_header("Referrer-Policy", "same-origin")
        page = templates().get_template(template)
        self.finish(
            page.render(
                lang=language(),
                here=self.here,
                base=self.base_url + "lentera/",
                chosen=chosen,
                learner=self.desk.learner,
                xsrf=self.xsrf_token.decode(),
                message=self._take_message(),
                said=lambda sentence: addressed(sentence, chosen.address),
                **values,
            )
        )

    def go(self, page: str, message: list[str] | None = None, *, good: bool = True) -> None:
        """Send the browser to a page; the message is shown there once, at the top."""
        address = f"{self.base_url}lentera/{page}"
        if message:
            key = secrets.token_urlsafe(8)
            self.settings["lentera_messages"][key] = (good, message)
            address += f"?pesan={key}#pesan"
        self.redirect(address, status=303)

    async def off_loop(self, work: Callable[[], _Result]) -> _Result:
        """Do slow work (disk, stick) without holding up the kernels' messages."""
        return await IOLoop.current().run_in_executor(None, work)

    def write_error(self, status_code: int, **details: Any) -> None:
        """Say in plain words that something did not work; the details go to the trainer's file."""
        if "exc_info" in details and not isinstance(details["exc_info"][1], web.HTTPError):
            self.desk.note_trouble("".join(traceback.format_exception(*details["exc_info"])))
        self.set_status(status_code)
        if status_code == 403:  # noqa: PLR2004 - Forbidden: the token is missing or old
            sentences = [
                _("This page opens only from the Lentera window."),
                _("Close this tab, then open Lentera again."),
            ]
        elif status_code == 404:  # noqa: PLR2004 - Not found
            sentences = [_("This page is not here."), _("Go back to the home page.")]
        else:
            sentences = [
                _("This page is not ready. Your work is safe on this laptop."),
                _("Open the home page again. If it stays like this, call the trainer."),
            ]
        self.show("kendala.html", sentences=sentences)

    def now(self) -> datetime:
        """Return the laptop's time."""
        return datetime.now().astimezone()

    def _take_message(self) -> tuple[bool, list[str]] | None:
        key = self.get_query_argument("pesan", "")
        return self.settings["lentera_messages"].pop(key, None)  # type: ignore[no-any-return]

"""Put our home page and the rules of what may run into the Jupyter server."""

import json
from pathlib import Path
from typing import Any

from jupyter_server.serverapp import ServerApp

from lentera.desk import Desk
from lentera.lab.routes import ROUTES
from lentera.words import _, language

_OTHERS = (
    "@jupyter/nbgrader",
    "@jupyter-notebook/notebook-extension:trusted",
    "@jupyterlab/apputils-extension:announcements",
    # Its buttons lie over the text and delete a cell at one touch.
    "@jupyterlab/cell-toolbar-extension",
    "@jupyterlab/debugger-extension",
    "@jupyterlab/extensionmanager-extension",
    "@jupyterlab/fileeditor-extension:language-server",
    "@jupyterlab/lsp-extension",
    "@jupyterlab/notebook-extension:language-server",
)
"""Extensions a learner has no use for: more stops for the keyboard, or questions to the internet."""


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "lentera.lab.server_extension"}]


def _load_jupyter_server_extension(serverapp: ServerApp) -> None:
    """Add our pages to the server of one workspace."""
    web_app = serverapp.web_app
    desk = Desk.open(Path(serverapp.root_dir))
    web_app.settings["lentera_desk"] = desk
    web_app.settings["lentera_messages"] = {}
    web_app.settings["page_config_hook"] = _page_settings
    web_app.add_handlers(
        ".*$", [(web_app.settings["base_url"].rstrip("/") + path, page) for path, page in ROUTES]
    )


def _page_settings(handler: Any, page_config: dict[str, Any]) -> dict[str, Any]:
    """Tell our browser extension the learner's look and words, and leave out what she has no use for."""
    chosen = handler.settings["lentera_desk"].preferences
    page_config["disabledExtensions"] = sorted({*page_config.get("disabledExtensions", ()), *_OTHERS})
    page_config["lenteraTema"] = chosen.theme
    page_config["lenteraHuruf"] = str(chosen.text_size)
    page_config["lenteraWords"] = json.dumps(_browser_words(), ensure_ascii=False)
    # A placeholder: the formula typesetter is bundled, and its address outside is never wanted.
    page_config["fullMathjaxUrl"] = ""
    return page_config


def _browser_words() -> dict[str, str]:
    return {
        "lang": language(),
        "home": _("Home"),
        "files": _("My files"),
        "skip": _("Skip to the content"),
        "opening": _("Session {number} is being opened …"),
        "ready": _("Session {number} is ready."),
        "title": _("Session {number} · Lentera"),
        "taskTitle": _("Task sheet of session {number} · Lentera"),
        "missing": _(
            "Session {number} is open. A practice box is missing. Press Home, then Help, then Restore."
        ),
        "changed": _("Session {number} is open. A practice box was changed, so press Run on it."),
        "troubled": _("Session {number} is open, but one part is not ready. Reload this page."),
    }

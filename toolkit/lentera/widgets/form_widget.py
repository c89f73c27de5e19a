"""The form as an anywidget."""

from collections.abc import Mapping
from typing import Any

import anywidget
import traitlets

from lentera.widgets.assets import module, stylesheet
from lentera.widgets.form import Form
from lentera.widgets.form_session import FormSession
from lentera.words import _, language


def form_words(form: Form) -> dict[str, Any]:
    """Return every fixed word of a form, in the interface language."""
    return {
        "lang": language(),
        "title": form.title,
        "intro": form.intro,
        "fields": [field.to_json() for field in form.fields],
        "judged": form.judge is not None,
        "number": _("Measured number"),
        "unit": _("Unit"),
        "pick_unit": _("Choose a unit"),
        "check": _("Check"),
        "last": _("Latest"),
        "right": _("Already right"),
        "yet": _("Not right yet"),
        "next": _("Noted"),
        "silent": _(
            "The learning engine does not answer. Everything up to the last sentence is saved. "
            "Reload this page to go on."
        ),
    }


class FormWidget(anywidget.AnyWidget):
    """Show a `FormSession`."""

    _esm = module("form")
    _css = stylesheet()
    words = traitlets.Dict().tag(sync=True)
    look = traitlets.Dict().tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, session: FormSession) -> None:
        super().__init__(words=form_words(session.form), look=session.place.look, view=session.view)
        self._session = session
        self.on_msg(self._on_message)

    def _on_message(self, _widget: object, content: Mapping[str, Any], _buffers: object) -> None:
        self.view = {**self._session.handle(content), "answers": content.get("tag")}
        self._session.write_log()

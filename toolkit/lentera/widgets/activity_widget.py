"""An activity on the screen: gestures come in as messages, the view goes out as one synced dict."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import anywidget
import traitlets

from lentera.widgets.activity import Activity
from lentera.widgets.assets import module, stylesheet
from lentera.widgets.incoming import sendable


class ActivityWidget(anywidget.AnyWidget):
    """Show an `Activity`; all views of this widget stay in step because they draw the same dict."""

    words = traitlets.Dict().tag(sync=True)
    look = traitlets.Dict().tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, activity: Activity[Any]) -> None:
        super().__init__(words=activity.words(), look=activity.look, view=activity.view)
        self.activity = activity
        self.on_msg(self._on_message)

    def _on_message(self, _widget: object, content: Any, _buffers: object) -> None:
        # The view that asked knows its own gesture again, however many views there are.
        tag = content.get("tag") if isinstance(content, Mapping) else None
        view = self.activity.handle(content)
        # How she likes to work may have changed on any page; the same look is not sent again.
        self.look = self.activity.look
        self.view = {**view, "answers": sendable(tag)}
        self.activity.write_log()


@cache
def _class_of(screen: str) -> type[ActivityWidget]:
    """Return the widget class of a screen: anywidget takes module and stylesheet from the class."""
    parts = {"_esm": module(screen), "_css": stylesheet(screen), "__doc__": f"Show the screen {screen!r}."}
    return type(f"{screen.title()}Widget", (ActivityWidget,), parts)


def show(activity: Activity[Any]) -> ActivityWidget:
    """Return the widget of an activity."""
    return _class_of(activity.screen)(activity)

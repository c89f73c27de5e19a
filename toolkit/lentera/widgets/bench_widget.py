"""The bench as an anywidget: gestures come in as messages, the view goes out as one synced dict."""

from collections.abc import Mapping
from typing import Any

import anywidget
import traitlets

from lentera.widgets.assets import module, stylesheet
from lentera.widgets.bench_session import BenchSession
from lentera.widgets.bench_words import bench_words


class BenchWidget(anywidget.AnyWidget):
    """Show a `BenchSession`; all views of this widget stay in step because they draw the same dict."""

    _esm = module("bench")
    _css = stylesheet()
    words = traitlets.Dict().tag(sync=True)
    look = traitlets.Dict().tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, session: BenchSession) -> None:
        super().__init__(words=bench_words(), look=session.place.look, view=session.view)
        self._session = session
        self.on_msg(self._on_message)

    def _on_message(self, _widget: object, content: Mapping[str, Any], _buffers: object) -> None:
        # The view that asked knows its own gesture again, however many views there are.
        self.view = {**self._session.handle(content), "answers": content.get("tag")}
        self._session.write_log()

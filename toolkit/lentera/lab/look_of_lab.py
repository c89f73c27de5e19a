"""Give JupyterLab and Notebook 7 the look the learner has chosen."""

import json

from lentera.atomic import write_atomically
from lentera.desk import Desk
from lentera.lab.jupyter_settings import jupyter_folder

_THEMES = {
    "terang": "JupyterLab Light",
    "gelap": "JupyterLab Dark",
    "kontras": "JupyterLab Dark High Contrast",
}

_BASE_SIZE = 16
"""Text size of prose in a notebook at 100 % [px]."""


def keep_look(desk: Desk) -> None:
    """Write theme and text size into the workspace's own Jupyter settings."""
    chosen = desk.preferences
    scale = chosen.text_size / 100
    settings = {
        "theme": _THEMES[chosen.theme],
        "overrides": {
            "content-font-size1": f"{round(_BASE_SIZE * scale)}px",
            "code-font-size": f"{round(_BASE_SIZE * scale)}px",
            # Menus grow less: at 200 % they would leave no room for the page.
            "ui-font-size1": f"{round(14 * (1 + scale) / 2)}px",
        },
    }
    folder = jupyter_folder(desk) / "settings" / "@jupyterlab" / "apputils-extension"
    text = json.dumps(settings, indent=1)
    write_atomically(folder / "themes.jupyterlab-settings", text.encode())

"""What the tests of the page editor share: a page with everything right, and hands that write and read."""

import json
from typing import Any

from lentera.place import Place
from lentera.tasks import RULE_SETS
from lentera.widgets.editor.session import EditorSession

ANSWER = "s03-profil"
TASKS = {"s03-judul": 10.0, "s03-paragraf": 15.0, "s03-daftar": 15.0, "s03-gambar": 20.0, "s03-tag": 20.0}
PAGE = """<!doctype html>
<html lang="id">
<head>
  <meta charset="utf-8">
  <title>Keripik Bu Rahma</title>
</head>
<body>
  <h1>Keripik Bu Rahma</h1>
  <p>Keripik pisang dari Sepaku.</p>
  <p>Renyah dan gurih.</p>
  <ul>
    <li>Asin</li>
    <li>Manis</li>
    <li>Pedas</li>
  </ul>
  <img src="foto/keripik-pisang.svg" alt="Sebungkus keripik pisang, label kuning">
</body>
</html>
"""


def editor(place: Place, **how: Any) -> EditorSession:
    return EditorSession(place, ANSWER, [RULE_SETS[task] for task in TASKS], TASKS, **how)


def write(
    session: EditorSession, text: str, file: str = "index.html", base: str | None = None
) -> dict[str, Any]:
    found = session.view["stamp"] if base is None else base
    return session.handle({"do": "type", "file": file, "text": text, "base": found})


def on_disk(place: Place, name: str = "index.html") -> str:
    return (place.site_folder / name).read_bytes().decode("utf-8")


def stored(place: Place) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(
        (place.folder / f"jawaban/{ANSWER}.json").read_text(encoding="utf-8")
    )
    return content["answer"]

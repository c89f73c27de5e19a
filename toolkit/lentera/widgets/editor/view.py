"""Draw up the editor: its file, the page beside it, the outline, and what a check found."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from lentera.answers import Answer
from lentera.rules import Report, Verdict
from lentera.web import Site
from lentera.web.outline import outline
from lentera.web.page import parse_page
from lentera.web.preview import Source, draw
from lentera.widgets.editor.materials import row_title
from lentera.widgets.editor.state import (
    LARGEST_EDITED,
    SHOWN_OF_LARGE,
    EditorState,
    address_from,
    is_readable,
    stamp,
    text_of,
)
from lentera.widgets.editor.words import left_out_words
from lentera.words import Address, _, addressed, clock, language, number

_KILO = 1024


def file_view(state: EditorState) -> dict[str, Any]:
    """Return the open file, as text with its stamp."""
    content = state.site.texts.get(state.file, b"")
    text, why = text_of(content), ""
    if len(content) > LARGEST_EDITED:
        text = text[:SHOWN_OF_LARGE]
        why = _(
            "This file is longer than 256 kB. Only its beginning is shown, and it cannot be changed here."
        )
    elif not is_readable(content):
        why = _("This file is not text. Make a new page instead.")
    return {
        "file": state.file,
        "kind": "css" if state.file.lower().endswith(".css") else "html",
        "text": text,
        "stamp": stamp(text),
        "read_only": why,
    }


def page_view(state: EditorState, source: Source, line: int | None) -> dict[str, Any]:
    """Return the page beside the code, and its outline for the ear."""
    page = state.page
    if not page:
        return {"preview": None, "outline": []}
    shown = draw(state.site, page, source, line=line if page == state.file else None)
    said = left_out_words()
    parts = outline(parse_page(page, state.site.texts[page]))
    return {
        "preview": {"page": page, "html": shown.html, "left_out": [said[kind] for kind in shown.left_out]},
        "outline": [[part.label, part.text, part.told] for part in parts],
        "script": " ".join(part.sentence for part in parts),
    }


def picture_views(state: EditorState) -> list[dict[str, str]]:
    """Return the pictures of the site with their sizes and how the open page writes the way to them."""
    return [
        {
            "name": name,
            "size": _size(picture.size, picture.width, picture.height),
            "address": address_from(state.file, name),
        }
        for name, picture in sorted(state.site.pictures.items())
        if picture.whole
    ]


def _size(size: int, width: int, height: int) -> str:
    kilo = _("{n} kB").format(n=number(max(1, round(size / _KILO))))
    return (
        _("{size}, {width} by {height} pixels").format(size=kilo, width=width, height=height)
        if width
        else kilo
    )


def rows_of(reports: Sequence[Report]) -> list[dict[str, Any]]:
    """Return one row for each task, or for each rule that does not hold when there is no task."""
    rows = []
    for report in reports:
        title = row_title(report.task)
        if title:
            rows.append({"title": title, "ok": report.holds})
    return rows


def finding_view(verdict: Verdict, file: str, address: Address) -> dict[str, Any]:
    """Return one finding with its line in a file; 0 where it has none."""
    code, line = language(), verdict.finding.details.get("baris", "")
    return {
        "file": file,
        "line": int(line) if line.isdigit() else 0,
        "says": addressed(verdict.sentence(code), address),
        "next": addressed(verdict.next_step(code), address),
    }


def findings_view(verdicts: Iterable[Verdict], file: str, address: Address) -> list[dict[str, Any]]:
    """Return several findings, each sentence once."""
    found: dict[tuple[int, str], dict[str, Any]] = {}
    for verdict in verdicts:
        one = finding_view(verdict, file, address)
        found.setdefault((one["line"], one["says"]), one)
    return list(found.values())


def history_view(kept: Sequence[Answer], state: EditorState, now: datetime) -> list[list[str]]:
    """Return the saved states of the open file that differ from what stands there, newest first."""
    seen = {text_of(state.site.texts.get(state.file, b""))}
    shown = []
    for number_of, answer in enumerate(kept):
        text = saved_text(answer.payload, state.file)
        if text is None or text in seen:
            continue
        seen.add(text)
        moment = answer.saved_at.astimezone(now.tzinfo)
        day = "" if moment.date() == now.date() else f"{moment:%d-%m-%Y}, "
        lines = _("{n} lines").format(n=text.count("\n") + 1)
        shown.append([str(number_of), f"{day}{clock(moment)}, {lines}"])
    return shown


def saved_text(payload: Mapping[str, Any] | None, file: str) -> str | None:
    """Return a file's text in a saved state; None when it is not in it."""
    kept = (payload or {}).get("halaman")
    text = kept.get(file) if isinstance(kept, Mapping) else None
    return text.replace("\r\n", "\n") if isinstance(text, str) else None


def file_names(site: Site) -> list[str]:
    """Return pages and styles, the first page first."""
    return [*site.pages, *sorted(name for name in site.texts if name not in site.pages)]

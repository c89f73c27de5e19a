"""A report as HTML that a notebook keeps readable: one stylesheet, headings, words beside every shape."""

from html import escape

from lentera.place import Place
from lentera.rules import Check
from lentera.solar.sentences import aloud
from lentera.widgets.assets import stylesheet
from lentera.words import _, language

_ICONS = {
    "ok": '<circle cx="12" cy="12" r="9.5"/><path d="M7.5 12.5l3 3 6-6.5"/>',
    "yet": '<path d="M12 2.5L21.5 12 12 21.5 2.5 12z"/><path d="M12 7.5v5.5M12 16.3v.2"/>',
    "next": '<circle cx="12" cy="12" r="9.5"/><path d="M7 12h9.5M12.5 8l4 4-4 4"/>',
}


def page_piece(place: Place, body: str) -> str:
    """Wrap our own markup in the root that carries language, theme and text size."""
    look = place.look
    theme = "" if look["theme"] == "terang" else f' data-tema="{escape(str(look["theme"]))}"'
    return (
        f"<style>{stylesheet()}</style>"
        f'<div class="lentera" lang="{language()}" data-huruf="{look["text_size"]}"{theme}>{body}</div>'
    )


def report_html(place: Place, title: str, found: Check, mark: str) -> str:
    """Return the rows of feedback on one task, and the mark in words."""
    shown = found.shown(place.address)
    rows = [
        _row("ok", _("Already right"), shown["right"]),
        _row("yet", _("Not right yet"), [shown["yet"]]),
        _row("next", _("Next step"), [shown["next"]]),
    ]
    return page_piece(
        place,
        f'<section class="widget"><div class="block" style="border:0"><h3>{escape(title)}</h3>'
        f'<div class="fb">{"".join(rows)}</div><p class="muted" style="margin-top:12px">{escape(mark)}</p>'
        "</div></section>",
    )


def sentence_html(place: Place, sentence: str) -> str:
    """Return one sentence as a panel."""
    return page_piece(place, f'<div class="widget"><div class="say"><p>{escape(sentence)}</p></div></div>')


def _two_voices(sentence: str) -> str:
    """Show a sentence to eyes and, where two names would sound alike, its spoken form to ears."""
    shown, spoken = escape(sentence), escape(aloud(sentence, "en" if language() == "en" else "id"))
    if spoken == shown:
        return shown
    return f'<span aria-hidden="true">{shown}</span><span class="sr">{spoken}</span>'


def _row(kind: str, title: str, sentences: list[str]) -> str:
    said = [sentence for sentence in sentences if sentence]
    if not said:
        return ""
    icon = f'<svg class="ic" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{_ICONS[kind]}</svg>'
    paragraphs = "".join(f"<p>{_two_voices(sentence)}</p>" for sentence in said)
    return f'<div class="{kind}">{icon}<div><b>{escape(title)}</b>{paragraphs}</div></div>'

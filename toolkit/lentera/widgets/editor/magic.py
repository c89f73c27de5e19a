"""``%%halaman produk.html``: the cell is the page; it is saved, shown, told and checked in one output."""

from html import escape

from lentera.place import Place
from lentera.web import Site, is_page, read_site, write_file
from lentera.web.checking import check_page
from lentera.web.outline import outline
from lentera.web.page import parse_page
from lentera.web.preview import preview
from lentera.web.preview_picture import read_picture
from lentera.widgets.editor.state import LARGEST_EDITED, fitting_name, is_fitting
from lentera.widgets.editor.view import finding_view, findings_view
from lentera.widgets.verdict_html import page_piece, sentence_html
from lentera.words import _

_ROWS = {
    "yet": '<path d="M12 2.5L21.5 12 12 21.5 2.5 12z"/><path d="M12 7.5v5.5M12 16.3v.2"/>',
    "next": '<circle cx="12" cy="12" r="9.5"/><path d="M7 12h9.5M12.5 8l4 4-4 4"/>',
    "ok": '<circle cx="12" cy="12" r="9.5"/><path d="M7.5 12.5l3 3 6-6.5"/>',
}


def page_output(place: Place, line: str, cell: str) -> str:
    """Save a page and return what is shown below its cell; whatever goes wrong is a sentence.

    Parameters
    ----------
    place : Place
        Where the site is.
    line : str
        What follows ``%%halaman``: the name of the page.
    cell : str
        The page.
    """
    try:
        name = _checked(line, cell)
        write_file(place.site_folder, name, cell.encode("utf-8", "replace"))
        return page_piece(place, _shown(place, name))
    except _NotNow as said:
        return sentence_html(place, str(said))
    except OSError:
        place.note_trouble()
        return sentence_html(place, _("The page is not saved: the disk is full or shut. Call the trainer."))
    except Exception:  # noqa: BLE001 - whatever a page does, no learner sees a traceback
        place.note_trouble()
        return sentence_html(place, _("The page is saved, but it cannot be shown. Call the trainer."))


def findings_html(place: Place, name: str, *, every: bool = False) -> str:
    """Return the first finding on a page of the site, or all of them with their lines.

    Parameters
    ----------
    place : Place
        Where the site is.
    name : str
        The page.
    every : bool
        Whether all of them are wanted.
    """
    site = read_site(place.site_folder)
    if name not in site.pages:
        there = ", ".join(site.pages)
        said = _("{file} is not in the folder situs. There is: {pages}.").format(file=name, pages=there)
        return sentence_html(place, said if there else _("There is no page to check yet. Make a new page."))
    rows = _all_findings(place, site, name) if every else _finding(place, site, name)
    title = escape(_("Findings in {file}").format(file=name))
    return page_piece(
        place,
        f'<section class="widget"><div class="block" style="border:0"><h3>{title}</h3>{rows}</div></section>',
    )


def _all_findings(place: Place, site: Site, name: str) -> str:
    found = findings_view(check_page(site, name).all_findings, name, place.address)
    if not found:
        return _finding(place, site, name)
    rows = "".join(
        _row(
            "yet",
            _("Line {n}").format(n=one["line"]) if one["line"] else name,
            f"{one['says']} {one['next']}",
        )
        for one in found
    )
    return f'<div class="fb">{rows}</div>'


class _NotNow(Exception):  # noqa: N818 - names what happened
    """Say what to do first."""


def _checked(line: str, cell: str) -> str:
    name, fitting = line.strip(), fitting_name(line, ".html")
    if not name:
        raise _NotNow(_("Write a file name after %%halaman, such as produk.html."))
    if not is_page(name) or not is_fitting(name):
        said = _("A file name has small letters, digits and dashes. Use {name}.")
        raise _NotNow(said.format(name=fitting))
    if len(cell.encode("utf-8", "replace")) > LARGEST_EDITED:
        raise _NotNow(_("This page is too long. Cut something out, then run the cell again."))
    return name


def _shown(place: Place, name: str) -> str:
    folder = place.site_folder
    site = read_site(folder)
    page = preview(site, name, lambda path: read_picture(folder, path))
    title = escape(_("Preview of {file}").format(file=name))
    frame = (
        f'<iframe sandbox="" title="{title}" referrerpolicy="no-referrer" srcdoc="{escape(page.html)}" '
        'style="display:block;width:100%;height:340px;border:2px solid var(--line);border-radius:8px;'
        'background:#fff"></iframe>'
    )
    parts = outline(parse_page(name, site.texts.get(name, b"")))
    told = "".join(
        f"<li><span class=muted>{escape(part.label)}:</span> "
        f"{escape(part.text) if part.told else f'<strong class=yet>{escape(part.text)}</strong>'}</li>"
        for part in parts
    )
    heading, saved = escape(_("Outline to listen to")), escape(_("Saved: {label}").format(label=name))
    return (
        f'<section class="widget"><div class="say"><p>{saved}</p></div>'
        f'<div class="block"><div>{frame}</div></div>'
        f'<div class="block">{_finding(place, site, name)}</div>'
        f'<div class="block"><h3>{heading}</h3><ol>{told}</ol></div></section>'
    )


def _finding(place: Place, site: Site, name: str) -> str:
    report = check_page(site, name)
    if report.finding is None:
        rows = _row("ok", _("Already right"), _("No findings in {file}.").format(file=name))
    else:
        found = finding_view(report.finding, name, place.address)
        rows = _row("yet", _("Not right yet"), found["says"]) + _row("next", _("Next step"), found["next"])
    return f'<div class="fb">{rows}</div>'


def _row(kind: str, title: str, sentence: str) -> str:
    if not sentence:
        return ""
    icon = f'<svg class="ic" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{_ROWS[kind]}</svg>'
    return f'<div class="{kind}">{icon}<div><b>{escape(title)}</b><p>{escape(sentence)}</p></div></div>'

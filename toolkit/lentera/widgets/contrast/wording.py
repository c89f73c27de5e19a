"""The fixed words of the contrast check."""

from typing import Any, Final

from lentera.web.contrast import BLACK, WHITE, names, nearest, palettes, parse_colour, samples
from lentera.web.styles import read_sheet
from lentera.widgets.contrast.rows import ratio_text
from lentera.widgets.frame import frame_words
from lentera.words import _, language

SIZES: Final = (16, 18, 20, 22, 24, 28)
"""Sizes of ordinary text to choose from [px]."""


def part_name(part: str) -> str:
    """Return what a part of a page is called; a selector of her own rules is called as she wrote it."""
    known = {
        "body": _("whole page (body)"),
        "h1": _("main heading (h1)"),
        "h2": _("headings (h2)"),
        "h3": _("small headings (h3)"),
        "p": _("paragraphs (p)"),
        "li": _("list items (li)"),
        "a": _("links (a)"),
        "header": _("top of the page (header)"),
        "nav": _("navigation (nav)"),
        "main": _("main part (main)"),
        "footer": _("foot of the page (footer)"),
        "th": _("table heads (th)"),
        "td": _("table cells (td)"),
        "button": _("buttons (button)"),
    }
    return known.get(part, part)


def contrast_words() -> dict[str, Any]:
    """Return every fixed word of the screen, in the interface language."""
    code = language()
    return {
        **frame_words(_("Contrast check")),
        "page": _("Page to check"),
        "look": _("Texts on this page"),
        "lead": _("Contrast is how much letters differ from their ground. Ordinary text needs 4.5 : 1."),
        "caption": _("Text and ground"),
        "head": [_("Place on the page"), _("Colours"), _("Contrast")],
        "choose": _("Choose colours"),
        "part": _("Part whose colours change"),
        "palettes": _("Named palettes"),
        "palette_rows": [
            {
                "id": one.id,
                "name": one.name.in_language(code),
                "ratio": ratio_text(one.ratio),
                "text": (parse_colour(one.text) or BLACK).hex,
                "ground": (parse_colour(one.ground) or WHITE).hex,
                "colours": _("{text} on {ground}").format(
                    text=nearest(parse_colour(one.text) or BLACK).word,
                    ground=nearest(parse_colour(one.ground) or WHITE).word,
                ),
            }
            for one in palettes()
        ],
        "own": _("Or your own pair"),
        "own_text": _("Colour of the text"),
        "own_ground": _("Colour of the ground"),
        "code": _("Colour code"),
        "code_help": _("A sign # and six letters or digits, such as #1e3a5f."),
        "other": _("another colour"),
        "colours": [[one.css, one.word] for one in names()],
        "preview": _("Preview (example)"),
        "preview_title": _("Banana chips"),
        "mini_text": _("Crisp, tasty."),
        "preview_link": _("See the prices"),
        "preview_lines": [_("Crisp and tasty."), _("One pack holds 150 g.")],
        "apply": _("Use this pair"),
        "undo": _("Undo"),
        "styles": _("Ready-made styles"),
        "styles_lead": _("Choose one. Then change one value below. Your other rules stay."),
        "samples": [_sample(one.id, one.name.in_language(code), one.css) for one in samples()],
        "size": _("Size of ordinary text"),
        "size_other": _("another size"),
        "sizes": [[f"{size}", f"{size} px"] for size in SIZES],
    }


def _sample(name: str, title: str, css: str) -> dict[str, str]:
    """Return what the little picture of a style shows: its colours and its size."""
    values: dict[tuple[str, str], str] = {}
    for rule in read_sheet("", css).rules:
        for selector in rule.selector.split(","):
            for one in rule.declarations:
                values[(selector.strip(), one.name)] = one.text

    def hexed(selector: str, prop: str, otherwise: str) -> str:
        colour = parse_colour(values.get((selector, prop), "")) or parse_colour(otherwise)
        return (colour or BLACK).hex

    ground = hexed("body", "background-color", "white")
    text = hexed("body", "color", "black")
    return {
        "id": name,
        "name": title,
        "ground": ground,
        "text": text,
        "heading": hexed("h1", "color", text),
        "heading_ground": hexed("h1", "background-color", ground),
        "link": hexed("a", "color", text),
        "size": values.get(("body", "font-size"), "16px"),
        "use": _("Use {name}").format(name=title),
    }

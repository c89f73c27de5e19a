"""Write what a site lacks: the page a link names, and a menu that leads from every page to every other."""

from collections.abc import Iterable
from typing import Final

from lentera.web.links_addresses import written
from lentera.web.pieces import as_text, in_quotes, pieces
from lentera.web.site import HOME
from lentera.web.tags_tokens import Kind, Token

_HOME_WORDS: Final = "Beranda"


def words_for(page: str) -> str:
    """Return the words of a link to a page: "Beranda", "Cara memesan" for ``cara-memesan.html``."""
    if page == HOME:
        return _HOME_WORDS
    name = page.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    words = " ".join(name.replace("-", " ").replace("_", " ").split())
    return (words[:1].upper() + words[1:]) or page


def menu(page: str, others: Iterable[str], indent: str = "  ", newline: str = "\n") -> str:
    """Write a menu from one page to others."""
    links = [f"{indent}  {_link(page, other)}" for other in others]
    return newline.join([f"{indent}<nav>", *links, f"{indent}</nav>"])


def _link(page: str, other: str) -> str:
    return f"<a href={in_quotes(written(page, other))}>{as_text(words_for(other))}</a>"


def new_page(page: str, others: Iterable[str]) -> str:
    """Write an empty page that leads back: title, heading, menu and room for what she wants to tell."""
    words = as_text(words_for(page))
    lines = [
        "<!DOCTYPE html>",
        '<html lang="id">',
        "<head>",
        '  <meta charset="utf-8">',
        '  <meta name="viewport" content="width=device-width, initial-scale=1">',
        f"  <title>{words}</title>",
        "</head>",
        "<body>",
        f"  <h1>{words}</h1>",
        menu(page, others),
        f"  <p>Halaman {words} sedang disiapkan.</p>",
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def with_menu(text: str, page: str, others: Iterable[str]) -> str:
    """Put links to other pages into a page's source; everything else stays as it is.

    A menu that is there already gets the links as its last ones; else a new one comes at the top of the body.
    """
    others = list(others)
    if not others:
        return text
    newline = "\r\n" if "\r\n" in text else "\n"
    tokens = [token for token in pieces(text) if token.kind is not Kind.TEXT]
    end = next((token for token in tokens if token.kind is Kind.END and token.name == "nav"), None)
    if end is not None:
        return _into_menu(text, tokens, end, [_link(page, other) for other in others], newline)
    place = _top(tokens)
    before = "" if not place or text[place - 1] == "\n" else newline
    after = "" if text.startswith(("\n", "\r\n"), place) else newline
    return f"{text[:place]}{before}{menu(page, others, newline=newline)}{after}{text[place:]}"


def _into_menu(text: str, tokens: list[Token], end: Token, links: list[str], newline: str) -> str:
    listed = next(
        (
            token
            for token in reversed(tokens)
            if token.start < end.start and token.kind is Kind.END and token.name in ("ul", "ol", "menu")
        ),
        None,
    )
    opener = next(
        token
        for token in reversed(tokens)
        if token.start < end.start and token.kind is Kind.START and token.name == "nav"
    )
    if listed is not None and listed.start > opener.start:
        end, links = listed, [f"<li>{link}</li>" for link in links]
    start = text.rfind("\n", 0, end.start) + 1
    margin = text[start : end.start]
    if margin.strip():
        return text[: end.start] + "".join(f" {link}" for link in links) + text[end.start :]
    lines = "".join(f"{margin}  {link}{newline}" for link in links)
    return text[:start] + lines + text[start:]


def _top(tokens: list[Token]) -> int:
    """Return where the visible page begins: behind its heading, else behind what stands before the body."""
    heading = next((token for token in tokens if token.kind is Kind.END and token.name == "h1"), None)
    if heading is not None:
        return heading.end
    opened = [token for token in tokens if token.kind is Kind.START and token.name in ("body", "html")]
    closed = [token for token in tokens if token.kind is Kind.END and token.name == "head"]
    return max((token.end for token in (*opened, *closed)), default=0)

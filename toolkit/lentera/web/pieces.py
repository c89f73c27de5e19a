"""Cut the source of a page into tags and text, where only the places in the source are wanted and no tree.

Links and product cards are changed in the learner's own text, and all around them stays as she wrote it.
"""

from collections.abc import Generator, Iterator

from lentera.web.tags_names import RAW
from lentera.web.tags_tokens import (
    Attribute,
    Kind,
    Token,
    decoded,
    end_of_raw,
    is_letter,
    read_declaration,
    read_tag,
)


def pieces(text: str) -> Iterator[Token]:
    """Give tags and text one after the other; comments are passed over.

    What stands in a title, style or script is text with the name ``raw``.
    """
    place, length = 0, len(text)
    while place < length:
        opened = text.find("<", place)
        if opened != place:
            end = opened if opened >= 0 else length
            yield Token(Kind.TEXT, place, end, "", [])
            place = end
            continue
        after = text[place + 1 : place + 2]
        if is_letter(after) or (after == "/" and is_letter(text[place + 2 : place + 3])):
            token = read_tag(text, place)
            place = token.end
            if token.closed:
                yield token
            if token.kind is Kind.START and token.name in RAW:
                place = yield from _raw(text, token)
        elif after in ("!", "?") or (after == "/" and place + 2 < length):
            place = read_declaration(text, place)[0].end
        else:
            yield Token(Kind.TEXT, place, place + 1, "", [])
            place += 1


def _raw(text: str, opener: Token) -> Generator[Token, None, int]:
    """Give what stands up to the end tag as text; return where it ends."""
    end = end_of_raw(text, opener.name, opener.end)
    end = len(text) if end < 0 else end
    if end > opener.end:
        yield Token(Kind.TEXT, opener.end, end, "raw", [])
    return end


def attribute_of(token: Token, name: str) -> Attribute | None:
    """Return the attribute of a tag that counts: the first of its name."""
    return next((attribute for attribute in token.attributes if attribute.name == name), None)


def value_of(token: Token, name: str) -> str | None:
    """Return the value of an attribute as a browser reads it; None without one."""
    attribute = attribute_of(token, name)
    return decoded(attribute.value, attribute=True) if attribute else None


def source_of(content: bytes) -> str:
    """Return a page's characters with its own line ends, to be changed and written back."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        from lentera.web.reading import read_text  # noqa: PLC0415 - only pages of other programs need it

        return read_text(content)[0]


def in_quotes(value: str) -> str:
    """Write an attribute's value, safely quoted."""
    return '"' + value.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;") + '"'


def as_text(value: str) -> str:
    """Write text so that nothing in it is taken for a tag."""
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

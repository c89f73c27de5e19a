"""Say a line of HTML as one reads it to a neighbour: what opens, what closes, what an attribute holds."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Final

from lentera.web.tags_names import VOID
from lentera.web.tags_tokens import Attribute, Kind, Token, decoded, is_letter, read_declaration, read_tag

_PATH: Final = Path(__file__).parent / "texts" / "spoken.toml"


@cache
def _words(lang: str) -> dict[str, Any]:
    code = "en" if lang == "en" else "id"
    tables = tomllib.loads(_PATH.read_text(encoding="utf-8"))
    return {
        "letters": tables["letters"] if code == "id" else {},
        "whole": set(tables["whole"]["names"]),
        **{name: pair[code] for name, pair in tables["say"].items()},
    }


def spoken_name(name: str, lang: str = "id") -> str:
    """Say the name of a tag: ``h1`` is "ha satu", ``img`` is "i em ge"."""
    words = _words(lang)
    if name in words["whole"] or not words["letters"]:
        return name
    return " ".join(words["letters"].get(sign, sign) for sign in name)


def spoken_markup(line: str, lang: str = "id") -> str:
    """Say one line of a page.

    Parameters
    ----------
    line : str
        As it is written, without its line end.
    lang : str
        ``id`` or ``en``.

    Returns
    -------
    str
        "pembuka ha dua, Keripik pisang, penutup ha dua". What is missing is not said, for it is not there;
        a quote or tag without its end is, because the eye sees that too.
    """
    words = _words(lang)
    said: list[str] = []
    place, length = 0, len(line)
    while place < length:
        opened = line.find("<", place)
        if opened != place:
            end = opened if opened >= 0 else length
            text = " ".join(decoded(line[place:end]).split())
            said += [text] if text else []
            place = end
            continue
        after = line[place + 1 : place + 2]
        if is_letter(after) or (after == "/" and is_letter(line[place + 2 : place + 3])):
            token = read_tag(line, place)
            said.append(_tag(token, lang))
            place = token.end
        elif after in ("!", "?"):
            token, content = read_declaration(line, place)
            kind = words["doctype"] if token.kind is Kind.DOCTYPE else words["comment"]
            said.append(f"{kind} {content.strip()}".strip())
            place = token.end
        else:
            said.append(words["less"] + (f" {words['slash']}" if after == "/" else ""))
            place += 2 if after == "/" else 1
    return ", ".join(said) or words["blank"]


def _tag(token: Token, lang: str) -> str:
    words = _words(lang)
    kind = "end" if token.kind is Kind.END else "alone" if token.name in VOID else "start"
    said = [f"{words[kind]} {spoken_name(token.name, lang)}"]
    said += [_attribute(attribute, lang) for attribute in token.attributes]
    if token.self_closing:
        said.append(words["slash"])
    if not token.closed and all(attribute.closed for attribute in token.attributes):
        said.append(words["open_tag"])
    return ", ".join(said)


def _attribute(attribute: Attribute, lang: str) -> str:
    words = _words(lang)
    if attribute.quote is None:
        return attribute.name
    value = " ".join(decoded(attribute.value, attribute=True).split())
    if not attribute.closed:
        return f"{attribute.name} {words['open_quote']} {value}"
    return f"{attribute.name} {value or words['empty']}"

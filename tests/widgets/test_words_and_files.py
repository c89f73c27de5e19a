"""What the widgets say and ship: whole catalogue, the style guide's countable rules, nothing from outside."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from lentera.widgets.assets import HERE, module, stylesheet
from lentera.widgets.bench.words import bench_words

PACKAGE = HERE.parent
LOCALE = PACKAGE / "locale" / "id" / "LC_MESSAGES"
CATALOGUES = sorted(LOCALE.glob("widgets*.po"))
SCREENS = sorted(path.stem for path in HERE.glob("*/*.js") if path.stem == path.parent.name)
NEVER = re.compile(
    r"\b(salah|gagal|gampang|cukup|tinggal|silahkan|praktek|resiko|saklar|kalian|kamu|analisa)\b",
    re.IGNORECASE,
)
LONGEST = 17
SVG = "http://www.w3.org/2000/svg"
"""The name of the language of drawings; it looks like an address, and nobody goes there."""


def said() -> list[str]:
    sentences = []
    for catalogue in CATALOGUES:
        with catalogue.open("rb") as stream:
            sentences += [str(message.string) for message in read_po(stream) if message.id]

    def walk(value: object) -> None:
        if isinstance(value, dict):
            if set(value) == {"id", "en"}:
                sentences.append(value["id"])
            else:
                for one in value.values():
                    walk(one)
        elif isinstance(value, list):
            for one in value:
                walk(one)

    for path in HERE.glob("**/*.toml"):
        walk(tomllib.loads(path.read_text(encoding="utf-8")))
    return sentences


def _hashable(words: object) -> object:
    """Return what babel reads of a message with a plural as it reads it from the other file."""
    return tuple(words) if isinstance(words, list) else words


def test_the_indonesian_catalogue_is_whole_and_compiled(tmp_path: Path) -> None:
    template = tmp_path / "widgets.pot"
    subprocess.run(
        [
            *(sys.executable, "-m", "babel.messages.frontend", "-q", "extract", "-o", str(template)),
            *(str(PACKAGE / room) for room in ("widgets", "kelas", "web")),
        ],
        check=True,
        capture_output=True,
    )
    with template.open("rb") as wanted:
        ids = {message.id for message in read_po(wanted) if message.id}
    translated: dict[object, object] = {}
    for catalogue in CATALOGUES:
        with catalogue.open("rb") as there, catalogue.with_suffix(".mo").open("rb") as ready:
            here = {message.id: message.string for message in read_po(there) if message.id}
            assert {_hashable(one.id): _hashable(one.string) for one in read_mo(ready) if one.id} == here
        assert not set(here) & set(translated), "a message stands in one catalogue only"
        translated |= here
    elsewhere = set()
    for catalogue in set(LOCALE.glob("*.po")) - set(CATALOGUES):
        with catalogue.open("rb") as there:
            elsewhere |= {message.id for message in read_po(there) if message.id}
    assert ids - elsewhere <= set(translated) <= ids
    assert all(translated.values())
    for english, indonesian in translated.items():
        assert set(re.findall(r"{\w+}", str(english))) == set(re.findall(r"{\w+}", str(indonesian))), english


def test_every_sentence_keeps_the_style_guide() -> None:
    for text in said():
        assert not NEVER.search(text), text
        for sentence in re.split(r"[.!?:]\s", text):
            assert len(sentence.split()) <= LONGEST, sentence


def test_english_partners_see_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LENTERA_LANG", "en")
    words = bench_words()
    assert (words["lang"], words["check"], words["board"]["terminals"]["battery.plus"]["name"]) == (
        "en",
        "Check",
        "Battery +",
    )


def test_terminals_are_told_apart_by_ear() -> None:
    options = [row["option"].lower() for row in bench_words()["board"]["terminals"].values()]
    spoken = [row["spoken"].lower() for row in bench_words()["board"]["terminals"].values()]
    assert len(set(options)) == len(set(spoken)) == 18


@pytest.mark.parametrize("name", SCREENS)
def test_modules_are_one_plain_es_module(name: str) -> None:
    source = module(name)
    assert source.count("export default") == 1
    assert not re.search(r"^\s*import\s", source, re.MULTILINE)
    source = source.replace(SVG, "")
    assert not re.search(r"https?://|\bfetch\(|\bconfirm\(|\balert\(|\bprompt\(", source)


@pytest.mark.parametrize("name", SCREENS)
def test_the_stylesheet_never_leaks_and_loads_nothing(name: str) -> None:
    css = re.sub(r"/\*.*?\*/", "", stylesheet(name), flags=re.DOTALL)
    assert "url(" not in css
    assert "@import" not in css
    css = re.sub(r"@(media|container)[^{]*\{", "", css)
    for selectors in re.findall(r"([^{}@;]+)\{", css):
        for selector in re.sub(r"\([^()]*\)", "", re.sub(r"\([^()]*\)", "", selectors)).split(","):
            assert re.match(r"\s*(body)?\.lentera\b", selector), selector

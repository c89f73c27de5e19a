import gettext
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from lentera.course.style import StyleSeverity, lint_text
from lentera.words import LOCALE_FOLDER

CATALOGUES = [LOCALE_FOLDER / "id" / "LC_MESSAGES" / f"{name}.po" for name in ("classroom", "grading")]


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_every_sentence_is_translated_and_compiled(path: Path) -> None:
    with path.open("rb") as stream:
        catalogue = read_po(stream, locale="id")
    assert [message.id for message in catalogue if message.id and not message.string] == []
    with path.with_suffix(".mo").open("rb") as stream:
        compiled = gettext.GNUTranslations(stream)
    stale = [
        message.id
        for message in catalogue
        if message.id and compiled.gettext(str(message.id)) != message.string
    ]
    assert stale == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_every_sentence_is_plain_indonesian(path: Path) -> None:
    with path.open("rb") as stream:
        catalogue = read_po(stream, locale="id")
    faults = [
        (message.string, fault.rule, fault.advice)
        for message in catalogue
        if message.id
        for fault in lint_text(str(message.string))
        if fault.severity is not StyleSeverity.WARNING
    ]
    assert faults == []

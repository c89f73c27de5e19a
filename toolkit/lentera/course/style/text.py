"""Lint one text."""

import re
from collections.abc import Iterator
from functools import cache

from lentera.course.style.blocks import NEUTRAL, Block, BlockKind, blocks, sentences, syllables, words
from lentera.course.style.fault import StyleFault, StyleSeverity, TextKind, style_fault, word_lists

SENTENCE_FAIL, SENTENCE_WARN, SENTENCE_AVERAGE = 18, 15, 12
PARAGRAPH_FAIL, PARAGRAPH_WARN = 5, 3
LONG_WORD_SYLLABLES, LONG_WORD_SHARE, LONG_WORD_SAMPLE = 5, 0.06, 50
_AVERAGE_SAMPLE = 5

_ERROR, _WARNING = StyleSeverity.ERROR, StyleSeverity.WARNING
_UNITS = r"(?:V|A|mA|W|Wh|Ah|mAh|Wp|kWh|Hz|kg|g|m|mm|cm|km|px|liter|volt|ampere|watt)"
_COLOURS = r"(?:merah|hijau|biru|kuning|hitam|putih|oranye|jingga|abu-abu|ungu)"
_PLACES = r"(?:atas|bawah|samping|kiri|kanan|sebelah)"
_THINGS = r"(?:gambar|tabel|tombol|kotak|contoh|tautan|daftar|bagian|ikon|menu|teks|tulisan|kolom|sel|foto)"
_EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u26ff\u2700-\u2712\u2714-\u27bf\u2b50\u2b55][\ufe0f\u200d\U0001f3fb-\U0001f3ff]*"
)
_EMOJI_LINE = re.compile(rf"^\s*(?:[-*+]\s+|\d+[.)]\s+)?(?:{_EMOJI.pattern})")
_LINK = re.compile(r"(?<!!)\[([^\]]*)\]\(([^)]*)\)")
_PASSIVE = re.compile(r"\bdi(?!-)[a-z]{3,}\b", re.IGNORECASE)

# (rule, severity, pattern): one line for each thing that can be told by its letters alone.
_PATTERNS: tuple[tuple[str, StyleSeverity, re.Pattern[str]], ...] = (
    ("rupiah", _ERROR, re.compile(r"\bRp\.?\s+\d[\d.,]*|\bRp\.\d[\d.,]*|\bRp\d{4,}\b|\bIDR\b")),
    ("decimal", _ERROR, re.compile(rf"(?<![\d.])\d+\.\d{{1,2}}\s*(?:{_UNITS}\b|%)")),
    ("decimal", _WARNING, re.compile(rf"(?<![\w.,])\d+(?:,\d+)?{_UNITS}\b")),
    ("thousands", _WARNING, re.compile(r"(?<![\w.,/+-])[1-9]\d{4,}(?![\w/-])")),
    ("date", _WARNING, re.compile(r"\b\d{1,2}[/-]\d{1,2}[/-](?:19|20)\d\d\b|\b20\d\d-\d\d-\d\d\b")),
    (
        "clock",
        _ERROR,
        re.compile(r"\b(?:jam|pukul)\s+\d{1,2}:\d\d\b|\b\d{1,2}:\d\d\s*(?:WIB|WITA|WIT)\b", re.IGNORECASE),
    ),
    (
        "position",
        _ERROR,
        re.compile(
            rf"\b{_THINGS}\s+(?:yang\s+)?(?:ada\s+)?(?:di\s+{_PLACES}|berikut ini)\b(?!\s+\d)"
            rf"|\b{_THINGS}\s+(?:yang\s+)?(?:ber)?(?:warna\s+)?{_COLOURS}\b",
            re.IGNORECASE,
        ),
    ),
    # A cable may be told by colour when its pole is named beside it.
    ("position", _WARNING, re.compile(rf"\bkabel\s+{_COLOURS}\b(?!\W*(?:plus|minus|[+−-]))", re.IGNORECASE)),
    ("sight", _WARNING, re.compile(r"\bperhatikan\b", re.IGNORECASE)),
    (
        "negation",
        _WARNING,
        re.compile(
            r"\bkecuali\s+(?:jika|bila|kalau)\s+(?:tidak|belum)\b"
            r"|\b(?:bukan|tidak|jangan)\s+(?:\w+\s+)?(?:tidak|bukan|tanpa)\b",
            re.IGNORECASE,
        ),
    ),
    ("address", _ERROR, re.compile(r"\banda\b")),
)
_TRAINER_RULES = {"rupiah", "decimal", "thousands", "clock"}


def lint_text(text: str, kind: TextKind = TextKind.LESSON) -> list[StyleFault]:
    """Return where a text departs from the plain-language guide.

    Code, formulas, quoted screen labels and addresses are exempt. A trainer's note is held to spelling,
    numbers and a warning about long sentences only.

    Parameters
    ----------
    text : str
        Markdown or plain text.
    kind : TextKind
        What the text is for.
    """
    found = [fault for block in blocks(text) for fault in _block(block, kind)]
    if kind is not TextKind.TRAINER:
        found += [*_links(text), *_emoji(text)]
        if kind is TextKind.LESSON:
            found += _whole(text)
    return sorted(set(found))


def _block(block: Block, kind: TextKind) -> Iterator[StyleFault]:
    line = block.line
    for rule, severity, pattern in _PATTERNS:
        if kind is TextKind.TRAINER and rule not in _TRAINER_RULES:
            continue
        for match in pattern.finditer(block.text):
            yield style_fault(rule, severity, match[0], line)
    for match in _any_of("spelling").finditer(block.text):
        instead = word_lists()["spelling"][match[1].lower()]
        yield style_fault("spelling", _ERROR, match[0], line, instead=instead)
    yield from _lengths(block, kind)
    if kind is TextKind.TRAINER:
        return
    yield from _banned(block.text, line)
    without_brackets = re.sub(r"\([^)]*\)", NEUTRAL, block.text)
    for match in _any_of("foreign").finditer(without_brackets):
        instead = word_lists()["foreign"][match[1].lower()]
        yield style_fault("foreign", _WARNING, match[0], line, instead=instead)
    if block.kind is BlockKind.STEP or kind is TextKind.STEP:
        yield from _step(block.text, line)


def _lengths(block: Block, kind: TextKind) -> Iterator[StyleFault]:
    parts = sentences(block.text)
    for sentence in parts:
        count = len(words(sentence))
        if count >= SENTENCE_FAIL:
            severity = _WARNING if kind is TextKind.TRAINER else _ERROR
            yield style_fault(
                "sentence", severity, sentence, block.line, count=count, limit=SENTENCE_FAIL - 1
            )
        elif count >= SENTENCE_WARN and kind is not TextKind.TRAINER:
            yield style_fault(
                "sentence", _WARNING, sentence, block.line, count=count, limit=SENTENCE_WARN - 1
            )
    if kind is TextKind.TRAINER or len(parts) <= PARAGRAPH_WARN:
        return
    fail = len(parts) > PARAGRAPH_FAIL
    limit = PARAGRAPH_FAIL if fail else PARAGRAPH_WARN
    severity = _ERROR if fail else _WARNING
    yield style_fault("paragraph", severity, parts[0], block.line, count=len(parts), limit=limit)


def _banned(text: str, line: int) -> Iterator[StyleFault]:
    instead = {entry["word"]: entry["instead"] for entry in word_lists()["banned"]}
    for match in _banned_words().finditer(text):
        if match["banned"]:
            yield style_fault("banned", _ERROR, match[0], line, instead=instead[match["banned"].lower()])


@cache
def _banned_words() -> re.Pattern[str]:
    """Match the innocent phrases first, so that the banned word inside them is passed over."""
    entries = word_lists()["banned"]
    innocent = "|".join(re.escape(phrase) for entry in entries for phrase in entry.get("unless", []))
    banned = "|".join(re.escape(entry["word"]) for entry in entries)
    return re.compile(rf"(?<![\w-])(?:(?:{innocent})|(?P<banned>{banned}))(?![\w-])!?", re.IGNORECASE)


def _step(text: str, line: int) -> Iterator[StyleFault]:
    lists = word_lists()["lists"]
    for match in _PASSIVE.finditer(text):
        if match[0].lower() not in lists["not_passive"] and not match[0].isupper():
            # "yang diberi tanda" describes a thing; "diberi tanda" hides who acts.
            described = text[: match.start()].rstrip().lower().endswith("yang")
            yield style_fault("passive", _WARNING if described else _ERROR, match[0], line)
    first = words(text)[:1]
    if first and (first[0].lower() in lists["not_step_start"]):
        yield style_fault("step_verb", _WARNING, first[0], line)


def _links(text: str) -> Iterator[StyleFault]:
    empty = set(word_lists()["lists"]["empty_links"])
    for number, line in enumerate(text.splitlines(), start=1):
        for match in _LINK.finditer(line):
            label = match[1].strip(" *_.!").lower()
            if not label or label in empty or label.startswith(("http://", "https://", "www.")):
                yield style_fault("link", _ERROR, match[0], number)


def _emoji(text: str) -> Iterator[StyleFault]:
    for number, line in enumerate(text.splitlines(), start=1):
        match = _EMOJI_LINE.match(line)
        if match:
            yield style_fault("emoji", _ERROR, match[0], number)


def _whole(text: str) -> Iterator[StyleFault]:
    prose = [
        block for block in blocks(text) if block.kind in {BlockKind.PROSE, BlockKind.STEP, BlockKind.BULLET}
    ]
    counts = [len(words(sentence)) for block in prose for sentence in sentences(block.text)]
    if len(counts) >= _AVERAGE_SAMPLE and sum(counts) / len(counts) > SENTENCE_AVERAGE:
        average = f"{sum(counts) / len(counts):.1f}".replace(".", ",")
        yield style_fault("average", _WARNING, f"{len(counts)}", 1, count=average)
    total, long = 0, []
    for block in prose:
        for sentence in sentences(block.text):
            for index, word in enumerate(words(sentence)):
                total += 1
                # A capital inside a sentence marks a name, and names are exempt.
                if syllables(word) >= LONG_WORD_SYLLABLES and (index == 0 or not word[0].isupper()):
                    long.append(word)
    if total >= LONG_WORD_SAMPLE and len(long) / total > LONG_WORD_SHARE:
        share = f"{100 * len(long) / total:.0f}"
        yield style_fault("syllables", _WARNING, ", ".join(dict.fromkeys(long)), 1, share=share)


@cache
def _any_of(table: str) -> re.Pattern[str]:
    wrong = sorted(
        (word for word, right in word_lists()[table].items() if word != right), key=len, reverse=True
    )
    suffix = r"(?:nya|kan|lah|kah|pun|an)?" if table == "spelling" else ""
    return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, wrong))}){suffix}(?![\w-])", re.IGNORECASE)

"""Hold the scenario banks to the course: every reference known, plain words, nothing that is real."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from lentera.course.check_prose import style_as_fault
from lentera.course.faults import Fault, fault
from lentera.course.scenarios import Bank, Message, Origin, read_bank
from lentera.course.scenarios.calls import call_as_written, call_texts
from lentera.course.scenarios.messages import kind_texts, message_texts
from lentera.course.scenarios.news import news_as_written, news_texts
from lentera.course.scenarios.payments import payment_as_written, payment_texts, reason_texts
from lentera.course.style import TextKind, lint_text
from lentera.course.whole import Course

# A dot between letters, as in an address; a file's ending is one too, so known endings are let through.
_ADDRESS: Final = re.compile(r"\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b", re.IGNORECASE)
_HARMLESS: Final = re.compile(
    r"(?:\.example|\.(?:apk|pdf|jpg|jpeg|png|docx|xlsx|txt|mp3|mp4|html|ogg|zip))$", re.IGNORECASE
)
_NUMBER: Final = re.compile(r"(?<![\w.])\+?\d(?:[\s.-]?\d){7,}(?![\w])")
_MONEY: Final = re.compile(r"Rp\d{1,3}(?:\.\d{3})+")
_BRANDS: Final = re.compile(
    r"\b(?:whatsapp|facebook|instagram|tiktok|telegram|youtube|google|zoom|shopee\w*|tokopedia|lazada|bukalapak"
    r"|gopay|gojek|ovo|linkaja|bca|bri|brimo|bni|btn|bsi|bank mandiri|livin|jne|jnt|j&t|sicepat|anteraja"
    r"|pos indonesia|telkomsel|indosat|smartfren|pln|pertamina|bpjs|dana kaget)\b",
    re.IGNORECASE,
)


def scenario_faults(root: Path, course: Course) -> Iterator[Fault]:
    """Yield every fault of the scenarios of a course and of its villages."""
    bank, faults = read_bank(root)
    yield from faults
    yield from _kinds(bank, course)
    for message in bank.messages.values():
        yield from _lint(message.origin, message_texts(message))
        for key, text in _as_written(message):
            yield from unreal(message.origin, key, text)
    for news in bank.news.values():
        yield from _lint(news.origin, news_texts(news))
        for key, text in news_as_written(news):
            yield from unreal(news.origin, key, text)
    yield from _calls_and_payments(bank, course)


def unreal(origin: Origin, key: str, text: str) -> Iterator[Fault]:
    """Yield what in an invented text might be somebody's: an address, a number, a brand."""
    place = f"{origin.key}.{key}"
    for found in _ADDRESS.finditer(text):
        if not _HARMLESS.search(found[0]):
            yield fault("scenario_link", origin.file, place, value=found[0])
    for found in _NUMBER.finditer(_MONEY.sub(" ", text)):
        yield fault("scenario_number", origin.file, place, value=found[0])
    for found in _BRANDS.finditer(text):
        yield fault("scenario_brand", origin.file, place, value=found[0])


def _calls_and_payments(bank: Bank, course: Course) -> Iterator[Fault]:
    for call in bank.calls.values():
        yield from _facts(call.origin, call.facts, course)
        yield from _lint(call.origin, call_texts(call))
        for key, text in call_as_written(call):
            yield from unreal(call.origin, key, text)
    for reason in bank.reasons.values():
        yield from _lint(reason.origin, reason_texts(reason))
    for payment in bank.payments.values():
        yield from _facts(payment.origin, payment.facts, course)
        yield from _lint(payment.origin, payment_texts(payment))
        for key, text in payment_as_written(payment):
            yield from unreal(payment.origin, key, text)


def _facts(origin: Origin, names: tuple[str, ...], course: Course) -> Iterator[Fault]:
    for name in names:
        if course.facts and name not in course.facts:  # a lost facts.toml is one fault and told already
            yield fault("scenario_fact", origin.file, f"{origin.key}.fakta", value=name)


def _as_written(message: Message) -> Iterator[tuple[str, str]]:
    yield "pengirim", message.sender
    yield "subjek", message.subject
    yield "isi", message.body
    if message.attachment:
        yield "lampiran.nama", message.attachment.name
        yield "lampiran.teks", message.attachment.words


def _kinds(bank: Bank, course: Course) -> Iterator[Fault]:
    for kind in bank.kinds.values():
        yield from _facts(kind.origin, kind.facts, course)
        yield from _lint(kind.origin, kind_texts(kind))
    for sign in bank.signs.values():
        texts = (("nama", TextKind.LABEL, sign.name), ("bila_keliru", TextKind.FEEDBACK, sign.not_here))
        yield from _lint(sign.origin, iter(texts))


def _lint(origin: Origin, texts: Iterator[tuple[str, TextKind, str]]) -> Iterator[Fault]:
    for key, kind, text in texts:
        for found in lint_text(text, kind):
            yield style_as_fault(origin.file, f"{origin.key}.{key}", found)

"""Payments to judge: what the screens show, whether it is paid, why, and what is said to each decision."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from lentera.course.reader import Reader
from lentera.course.scenarios.origin import Origin
from lentera.course.style import TextKind

MOST_WORDS = 25
"""Longest story or reply [words]: it is read aloud and signed."""
HARDEST = 3


class Outcome(StrEnum):
    """Name the three decisions; the values stand in answer files."""

    PAID = "lunas"
    NOT_YET = "belum"
    SUSPECT = "curiga"


class Side(StrEnum):
    """Tell who decides."""

    SELLER = "penjual"
    BUYER = "pembeli"


class Method(StrEnum):
    """Tell how it is paid."""

    TRANSFER = "transfer"
    QRIS = "qris"


class ScreenKind(StrEnum):
    """Name what is looked at."""

    CONFIRM = "konfirmasi"
    STATUS = "status"
    NOTICES = "notifikasi"
    PROOF = "bukti"
    STICKER = "stiker"
    MESSAGE = "pesan"


@dataclass(frozen=True)
class Reason:
    """Name one thing a careful payer or seller notices.

    Attributes
    ----------
    id, name : str
        ``nama-beda`` and its words on the chip.
    not_here : str
        What is said where it was ticked and is not so.
    look : str
        Where to look when it was missed.
    """

    id: str
    name: str
    not_here: str
    look: str
    origin: Origin


@dataclass(frozen=True)
class Shown:
    """Hold one screen, sticker, picture or message, all in words.

    Attributes
    ----------
    rows : tuple of (str, str)
        Name and value, as they stand there.
    words : str
        What else stands there, or what the picture looks like.
    """

    kind: ScreenKind
    title: str
    rows: tuple[tuple[str, str], ...]
    words: str


@dataclass(frozen=True)
class Payment:
    """Hold one payment of our own writing.

    Attributes
    ----------
    id, name : str
        Stable name, and a short one for the tab that tells nothing of the decision.
    story : str
        Who sells what to whom, and for how much.
    screens : tuple of Shown
        What can be looked at.
    decision : Outcome
        The right one.
    nearly : tuple of Outcome
        Decisions that are careful too and earn three quarters.
    reasons, decoys : tuple of str
        Ids of what can be noticed, and of what is offered beside it.
    replies : mapping of Outcome to str
        What is said to each decision.
    after : str
        What to do now, told with the right decision.
    facts : tuple of str
        Ids of `facts.toml` that stand beside it.
    """

    id: str
    name: str
    side: Side
    method: Method
    story: str
    screens: tuple[Shown, ...]
    decision: Outcome
    nearly: tuple[Outcome, ...]
    reasons: tuple[str, ...]
    decoys: tuple[str, ...]
    replies: Mapping[Outcome, str]
    after: str
    level: int
    facts: tuple[str, ...]
    origin: Origin


def read_reason(table: Reader, origin: Origin) -> Reason:
    """Build one reason."""
    reason = Reason(
        table.text("id"), table.text("nama"), table.text("bila_keliru"), table.text("lihat"), origin
    )
    table.finish()
    return reason


def read_payment(table: Reader, origin: Origin) -> Payment:
    """Build one payment, with everything that can be told of it alone."""
    replies = table.table("balasan")
    payment = Payment(
        id=table.text("id"),
        name=table.text("nama"),
        side=table.choice("peran", Side),
        method=table.choice("cara", Method),
        story=table.text("cerita"),
        screens=tuple(_screen(row) for row in table.tables("layar")),
        decision=table.choice("putusan", Outcome),
        nearly=table.choices("hampir", Outcome) if "hampir" in table.names() else (),
        reasons=table.texts("alasan"),
        decoys=table.texts("pengecoh"),
        replies={outcome: replies.text(outcome) for outcome in Outcome},
        after=table.text("lalu"),
        level=table.whole("sulit", 1, HARDEST),
        facts=table.texts("fakta", optional=True),
        origin=origin,
    )
    replies.finish()
    table.finish()
    _look_at(table, payment)
    return payment


def _screen(row: Reader) -> Shown:
    rows = []
    for pair in row.tables("baris", optional=True):
        rows.append((pair.text("nama"), pair.text("isi")))
        pair.finish()
    shown = Shown(
        row.choice("jenis", ScreenKind), row.text("judul"), tuple(rows), row.text("teks", default="")
    )
    row.finish()
    if not shown.rows and not shown.words:
        row.note("missing_key", "teks")
    return shown


def _look_at(table: Reader, payment: Payment) -> None:
    if not payment.screens and "layar" in table.names():
        table.note("empty", "layar")
    for key, text in (("cerita", payment.story), *((f"balasan.{o}", payment.replies[o]) for o in Outcome)):
        count = len(text.split())
        if count > MOST_WORDS:
            table.note("scene_long", key, count=count, limit=MOST_WORDS)
    if payment.decision in payment.nearly or Outcome.PAID in payment.nearly:
        table.note("payment_nearly", "hampir", value=", ".join(payment.nearly))
    both = set(payment.reasons) & set(payment.decoys)
    if both:
        table.note("payment_both", "pengecoh", value=", ".join(sorted(both)))
    if len(payment.decoys) < len(payment.reasons):
        # Ticking everything must not earn anything.
        table.note("payment_few_decoys", "pengecoh", count=len(payment.decoys), least=len(payment.reasons))


def payment_texts(payment: Payment) -> Iterator[tuple[str, TextKind, str]]:
    """Yield every text that tells something; what stands on a screen is as screens are."""
    yield "nama", TextKind.LABEL, payment.name
    yield "cerita", TextKind.LESSON, payment.story
    for outcome, reply in payment.replies.items():
        yield f"balasan.{outcome}", TextKind.FEEDBACK, reply
    yield "lalu", TextKind.FEEDBACK, payment.after


def payment_as_written(payment: Payment) -> Iterator[tuple[str, str]]:
    """Yield every invented name, number and word, to be held against what is real."""
    yield "nama", payment.name
    yield "cerita", payment.story
    for at, shown in enumerate(payment.screens):
        yield f"layar[{at}].judul", shown.title
        yield f"layar[{at}].teks", shown.words
        for row, (name, value) in enumerate(shown.rows):
            yield f"layar[{at}].baris[{row}]", f"{name}: {value}"


def reason_texts(reason: Reason) -> Iterator[tuple[str, TextKind, str]]:
    """Yield every text of a reason."""
    yield "nama", TextKind.LABEL, reason.name
    yield "bila_keliru", TextKind.FEEDBACK, reason.not_here
    yield "lihat", TextKind.FEEDBACK, reason.look

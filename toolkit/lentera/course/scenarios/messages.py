"""Messages of the inbox: what arrives, what to decide, its signs, and what is said to each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from lentera.course.reader import Reader
from lentera.course.scenarios.origin import Origin
from lentera.course.style import TextKind

MOST_WORDS = 25
"""Longest message [words]: it is read aloud and signed."""
HARDEST = 3


class Decision(StrEnum):
    """Name the three decisions; the values stand in answer files."""

    SAFE = "aman"
    DOUBT = "curiga"
    DANGER = "bahaya"


class Channel(StrEnum):
    """Name how a message arrives."""

    CHAT = "obrolan"
    GROUP = "grup"
    SMS = "sms"
    MAIL = "surel"


class Surface(StrEnum):
    """Tell how a message looks at first glance, where that misleads."""

    PLAIN = "biasa"
    LOOKS_FINE = "tampak-wajar"
    LOOKS_ODD = "tampak-aneh"


@dataclass(frozen=True)
class Sign:
    """Name one thing a reader may notice, and what is said where it is taken for a danger sign."""

    id: str
    name: str
    not_here: str
    origin: Origin


@dataclass(frozen=True)
class MessageKind:
    """Describe one kind of message.

    Attributes
    ----------
    id, name : str
        ``apk`` and what it is called.
    about : str
        How it works, in one or two sentences.
    scam : bool
        Whether it deceives.
    actions : tuple of (str, str)
        Id and text of each action, in one right order.
    before : tuple of (str, str, str)
        The first id must come before the second; the third is what is said when it does not.
    if_done : tuple of str
        What to do when it has happened already.
    facts : tuple of str
        Ids of `facts.toml` that stand beside it.
    """

    id: str
    name: str
    about: str
    scam: bool
    actions: tuple[tuple[str, str], ...]
    before: tuple[tuple[str, str, str], ...]
    if_done: tuple[str, ...]
    facts: tuple[str, ...]
    origin: Origin


@dataclass(frozen=True)
class Attachment:
    """Hold what hangs on a message; a picture or a voice says in words what is on it."""

    name: str
    size: str
    words: str


@dataclass(frozen=True)
class Message:
    """Hold one message of our own writing.

    Attributes
    ----------
    id, kind : str
        Stable name, and the id of its `MessageKind`.
    sender, time, subject, body : str
        As the screen shows them; only mail has a subject.
    known : bool
        Whether the sender is in her contacts.
    decision : Decision
        The right one.
    nearly : tuple of Decision
        Decisions that are careful too and earn three quarters.
    signs, decoys : tuple of str
        Ids of the danger signs it has, and of those that are offered beside them.
    replies : mapping of Decision to str
        What is said to each decision.
    level : int
        1 easy to 3 hard.
    """

    id: str
    kind: str
    channel: Channel
    sender: str
    known: bool
    time: str
    subject: str
    body: str
    attachment: Attachment | None
    decision: Decision
    nearly: tuple[Decision, ...]
    signs: tuple[str, ...]
    decoys: tuple[str, ...]
    replies: Mapping[Decision, str]
    level: int
    surface: Surface
    origin: Origin

    @property
    def words(self) -> int:
        """Return how many words are read in it."""
        told = [self.subject, self.body, self.attachment.words if self.attachment else ""]
        return sum(len(text.split()) for text in told)


def read_sign(table: Reader, origin: Origin) -> Sign:
    """Build one sign."""
    sign = Sign(table.text("id"), table.text("nama"), table.text("bila_keliru"), origin)
    table.finish()
    return sign


def read_kind(table: Reader, origin: Origin) -> MessageKind:
    """Build one kind of message; an order that names no action is a fault."""
    kind_id = table.text("id")
    actions = []
    for row in table.tables("tindakan", optional=True):
        actions.append((row.text("id"), row.text("teks")))
        row.finish()
    known = {action for action, _text in actions}
    before = []
    for row in table.tables("urutan", optional=True):
        pair = row.text("dulu"), row.text("kemudian"), row.text("balasan")
        row.finish()
        for key, name in zip(("dulu", "kemudian"), pair, strict=False):
            if name and name not in known:
                row.note("scenario_unknown", key, value=name, choices=", ".join(sorted(known)))
        before.append(pair)
    kind = MessageKind(
        id=kind_id,
        name=table.text("nama"),
        about=table.text("cara"),
        scam=table.flag("penipuan"),
        actions=tuple(actions),
        before=tuple(before),
        if_done=table.texts("telanjur", optional=True),
        facts=table.texts("fakta", optional=True),
        origin=origin,
    )
    table.finish()
    return kind


def read_message(table: Reader, origin: Origin) -> Message:
    """Build one message, with everything that can be told of it alone."""
    hung = table.table("lampiran") if "lampiran" in table.names() else None
    attachment = None
    if hung is not None:
        attachment = Attachment(
            hung.text("nama"), hung.text("ukuran", default=""), hung.text("teks", default="")
        )
        hung.finish()
    replies = table.table("balasan")
    message = Message(
        id=table.text("id"),
        kind=table.text("jenis"),
        channel=table.choice("saluran", Channel),
        sender=table.text("pengirim"),
        known=table.flag("dikenal"),
        time=table.text("jam"),
        subject=table.text("subjek", default=""),
        body=table.text("isi"),
        attachment=attachment,
        decision=table.choice("putusan", Decision),
        nearly=table.choices("hampir", Decision) if "hampir" in table.names() else (),
        signs=table.texts("tanda", optional=True),
        decoys=table.texts("pengecoh", optional=True),
        replies={decision: replies.text(decision) for decision in Decision},
        level=table.whole("sulit", 1, HARDEST),
        surface=table.choice("kesan", Surface),
        origin=origin,
    )
    replies.finish()
    table.finish()
    _look_at(table, message)
    return message


def _look_at(table: Reader, message: Message) -> None:
    if message.words > MOST_WORDS:
        table.note("message_long", "isi", count=message.words, limit=MOST_WORDS)
    if table.holds_choice("putusan", Decision):
        _look_at_decision(table, message)
    if message.channel is Channel.MAIL and not message.subject:
        table.note("missing_key", "subjek")
    both = set(message.signs) & set(message.decoys)
    if both:
        table.note("message_both", "pengecoh", value=", ".join(sorted(both)))


def _look_at_decision(table: Reader, message: Message) -> None:
    if message.decision in message.nearly:
        table.note("message_nearly", "hampir", value=message.decision)
    if message.decision is Decision.SAFE and message.signs:
        table.note("message_safe_signs", "tanda")
    if message.decision is not Decision.SAFE and not message.signs:
        table.note("message_no_signs", "tanda")


def message_texts(message: Message) -> Iterator[tuple[str, TextKind, str]]:
    """Yield every text a learner reads, but the message itself: people write as they write."""
    for decision, reply in message.replies.items():
        yield f"balasan.{decision}", TextKind.FEEDBACK, reply


def kind_texts(kind: MessageKind) -> Iterator[tuple[str, TextKind, str]]:
    """Yield every text of a kind."""
    yield "cara", TextKind.LESSON, kind.about
    for index, (_id, text) in enumerate(kind.actions):
        yield f"tindakan[{index}]", TextKind.STEP, text
    for index, (_first, _then, said) in enumerate(kind.before):
        yield f"urutan[{index}]", TextKind.FEEDBACK, said
    for index, text in enumerate(kind.if_done):
        yield f"telanjur[{index}]", TextKind.STEP, text

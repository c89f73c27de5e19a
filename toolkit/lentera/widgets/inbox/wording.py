"""The words of the inbox."""

from typing import Any

from lentera.course.scenarios import Attachment, Channel, Decision, Message
from lentera.widgets.frame import frame_words
from lentera.widgets.ordering import ordering_words
from lentera.words import Address, _, addressed

_PICTURES = (".jpg", ".jpeg", ".png")
_SOUNDS = (".mp3", ".ogg", ".m4a")
HEARD_WORDS = 7


def inbox_words(title: str, address: Address) -> dict[str, Any]:
    """Return every fixed word of the screen."""
    return {
        **frame_words(title),
        "mark": _("SIMULATION"),
        "list": _("Messages in the inbox"),
        "back": _("Back to the list"),
        "listen": _("Listen"),
        "quiet": _("Stop"),
        "attachment": _("Attachment"),
        "decision": addressed(_("Your decision, {Sapaan}"), address),
        "decisions": [
            {"id": "aman", "text": _("Safe"), "hint": _("I go along with it"), "picture": "safe"},
            {"id": "curiga", "text": _("Doubtful"), "hint": _("I ask first"), "picture": "doubt"},
            {"id": "bahaya", "text": _("Dangerous"), "hint": _("I do not go along"), "picture": "danger"},
        ],
        "keys": _("The keys 1, 2, and 3 choose too."),
        "signs": _("Signs of danger (more than one is possible)"),
        "following": _("Next message"),
        "hint_number": _("Hint {n}"),
        "no_hints": _("All hints are open."),
        "order": _("What to do now: put the steps in order"),
        "order_help": _("This is extra. It is not part of the mark."),
        **ordering_words(),
        "steps": _("Your steps in order"),
        "check_order": _("Check the order"),
        "happened": _("What if it has happened already?"),
        "facts": _("Where to ask and report"),
        "end": _("End of this practice"),
        "more": _("Six more messages"),
    }


def decision_word(decision: Decision) -> str:
    """Return a decision by its word."""
    return {
        Decision.SAFE: _("safe"),
        Decision.DOUBT: _("doubtful"),
        Decision.DANGER: _("dangerous"),
    }[decision]


def channel_word(channel: Channel) -> str:
    """Return by which way a message came."""
    return {
        Channel.CHAT: _("Chat"),
        Channel.GROUP: _("Group"),
        Channel.SMS: _("SMS"),
        Channel.MAIL: _("E-mail"),
    }[channel]


def about_sender(message: Message) -> tuple[str, str, str]:
    """Return how a message came: channel, whether the sender is in the contacts, time."""
    known = _("in the contacts") if message.known else _("not in the contacts")
    return channel_word(message.channel), known, _("came at {time}").format(time=message.time)


def contents_label(attachment: Attachment) -> str:
    """Return what the words of an attachment describe."""
    name = attachment.name.lower()
    if name.endswith(_PICTURES):
        return _("In the picture")
    if name.endswith(_SOUNDS):
        return _("In the voice message")
    return _("In the video") if name.endswith(".mp4") else _("In the file")


def script(message: Message) -> str:
    """Return a message as it is read aloud: the sender first, then everything that stands in it."""
    said = [_("From {sender}.").format(sender=message.sender), f"{', '.join(about_sender(message))}."]
    if message.subject:
        said.append(_("Subject: {subject}.").format(subject=message.subject.rstrip(".")))
    said.append(message.body)
    attachment = message.attachment
    if attachment is not None:
        said.append(_("Attachment: {name}.").format(name=attachment.name))
        if attachment.words:
            said.append(f"{contents_label(attachment)}: {attachment.words}")
    return " ".join(said)


def first_words(message: Message) -> str:
    """Return what a list of messages shows of it."""
    return message.subject or message.body


def heard_first_words(message: Message) -> str:
    """Return as much of them as an ear needs to know a message again; opening it tells all."""
    words = first_words(message).split()
    return " ".join(words) if len(words) <= HEARD_WORDS else " ".join(words[:HEARD_WORDS]) + "…"

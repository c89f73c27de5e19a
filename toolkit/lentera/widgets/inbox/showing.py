"""What the screen shows of a reading: rows of the list, the open message, and what a check has found."""

from collections.abc import Sequence
from typing import Any

from lentera.course.scenarios import Bank, Decision, Message
from lentera.literacy.inbox.judging import judge_decision, judge_signs
from lentera.widgets.inbox.reading import Reading
from lentera.widgets.inbox.wording import (
    about_sender,
    channel_word,
    contents_label,
    first_words,
    heard_first_words,
    script,
)
from lentera.words import Address, _, addressed


def rows_view(reading: Reading, messages: Sequence[Message], bank: Bank) -> list[dict[str, str]]:
    """Return the list: sender, how it stands in a mark and in words, first words, channel, time."""
    rows = []
    for number, message in enumerate(messages, 1):
        mark, word = standing(reading, message, bank)
        rows.append(
            {
                "id": message.id,
                "sender": message.sender,
                "mark": mark,
                "heard": _("{sender}, message {n}, {standing}. {channel}: {first} {time}").format(
                    sender=message.sender,
                    n=number,
                    standing=word,
                    channel=channel_word(message.channel),
                    first=heard_first_words(message),
                    time=message.time,
                ),
                "first": first_words(message),
                "channel": str(message.channel),
                "time": message.time,
            }
        )
    return rows


def signs_right(reading: Reading, message: Message, bank: Bank) -> bool:
    """Tell whether the signs of a message are right and were checked as they stand."""
    chosen = reading.inbox.signs.get(message.id, ())
    return reading.signs_stand(message.id) and judge_signs(message, chosen, bank).right


def standing(reading: Reading, message: Message, bank: Bank) -> tuple[str, str]:
    """Return how a message stands: a mark and a word; only what was checked tells whether it is right."""
    share = reading.share(message)
    if share == 1:
        whole = not message.signs or signs_right(reading, message, bank)
        return ("ok", _("is right")) if whole else ("next", _("the decision is right, its signs not yet"))
    if share is not None:
        return "yet", _("almost right") if share else _("not right yet")
    if message.id in reading.inbox.decided:
        return "later", _("decided, not checked")
    if message.id == reading.at:
        return "next", _("being read")
    return ("later", _("read, not decided")) if message.id in reading.read else ("unread", _("not read yet"))


def message_view(message: Message) -> dict[str, Any]:
    """Return the open message."""
    attachment = message.attachment
    return {
        "id": message.id,
        "channel": str(message.channel),
        "sender": message.sender,
        "known": message.known,
        "about": " · ".join(about_sender(message)),
        "subject": message.subject,
        "body": message.body,
        "village": _("from our village") if message.origin.village else "",
        "script": script(message),
        "attachment": None
        if attachment is None
        else {
            "name": attachment.name,
            "size": attachment.size,
            "label": contents_label(attachment),
            "words": attachment.words,
        },
    }


def finding(
    reading: Reading, message: Message, bank: Bank, address: Address, *, done: str = ""
) -> dict[str, Any] | None:
    """Return the rows of feedback on the open message; None while it is not checked as it stands.

    `done` stands in place of the way to the next message when there is none.
    """
    decision, share = reading.inbox.decided.get(message.id), reading.share(message)
    if decision is None or share is None:
        return None
    said = judge_decision(message, decision)[1]
    if share < 1:
        again = _("Decide again. A hint may help before.")
        if share:
            again = _("You may decide again, or go on to the next message.")
        return _rows(
            address, yet=said, following=again, yet_title=_("Almost right, and careful") if share else ""
        )
    if decision is Decision.SAFE:
        return _rows(address, right=[said], following=done or _("Go on to the next message."))
    if not reading.signs_stand(message.id):
        return _rows(address, right=[said], following=_("The signs have changed. Press Check again."))
    found = judge_signs(message, reading.inbox.signs.get(message.id, ()), bank)
    if not found.right:
        following = _("Change the signs. Then press Check again.")
        return _rows(address, right=[said, found.said], yet=found.next, following=following)
    following = _("Go on to the next message.")
    if decision is Decision.DANGER:
        following = _("Put the steps in order, or go on to the next message.")
    return _rows(address, right=[said, found.said], following=done or following)


def _rows(
    address: Address, *, following: str, right: Sequence[str] = (), yet: str = "", yet_title: str = ""
) -> dict[str, Any]:
    return {
        "right": [addressed(one, address) for one in right if one],
        "yet": addressed(yet, address),
        "next": addressed(following, address),
        "yet_title": yet_title,
    }

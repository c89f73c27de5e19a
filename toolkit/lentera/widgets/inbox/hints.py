"""Three hints to a message: where to look, what is there, and how it is weighed; never only the answer."""

from lentera.course.scenarios import Bank, Decision, Message
from lentera.literacy.inbox.tasks import where_to_look
from lentera.words import _


def hints_to(message: Message, bank: Bank) -> tuple[str, str, str]:
    """Return the three hints to a message."""
    return where_to_look(message), _part(message, bank), _worked(message, bank)


def _part(message: Message, bank: Bank) -> str:
    """Name one sign, or what an honest message does not ask for."""
    if message.signs:
        return _("One sign is here: {sign}. Weigh what it means.").format(
            sign=bank.signs[message.signs[0]].name
        )
    return _("Look for four things: a secret code, money first, personal data, an app. What do you find?")


def _worked(message: Message, bank: Bank) -> str:
    """Weigh the message aloud, as a friend would."""
    names = ", ".join(bank.signs[sign].name for sign in message.signs)
    if message.decision is Decision.SAFE:
        return _("Nothing here asks for a code, money first, or data. One can go along with it.")
    if message.decision is Decision.DOUBT:
        return _("Signs: {signs}. That proves nothing yet. So ask first, by another way.").format(signs=names)
    return _("{about} Signs: {signs}. So one does not go along with it.").format(
        about=bank.kinds[message.kind].about, signs=names
    )

"""What is printed on the drawn devices, in the interface language."""

from lentera.words import _, number


def printed_words() -> dict[str, object]:
    """Return the words and numbers of the drawings."""
    return {
        "pairs": [_("PANEL"), _("BATTERY"), _("LOAD")],
        "volts": number(12.5, 1),
        "size": "12 V 7 Ah",
        "usb": "USB",
        "plain": _("plain"),
        "striped": _("striped"),
    }

"""The fixed words of publishing."""

from typing import Any

from lentera.widgets.frame import frame_words
from lentera.words import _

KINDS = ("barang", "orang_dewasa_izin", "anak")
"""What a photo can be declared to show."""


def kind_words() -> dict[str, str]:
    """Return what a photo can show, in words."""
    return {
        "barang": _("Things only"),
        "orang_dewasa_izin": _("An adult who has agreed"),
        "anak": _("A child"),
    }


def point_words() -> dict[str, str]:
    """Return the points of the checklist in words."""
    return {
        "home": _("The first page is there"),
        "readable": _("Every tag is in order"),
        "content": _("Headings and texts are filled"),
        "links": _("Links and pictures are there"),
        "access": _("Everyone can read it"),
        "privacy": _("No personal data"),
        "safe": _("Nothing acts by itself"),
        "weight": _("Light for a phone"),
    }


def publish_words() -> dict[str, Any]:
    """Return every fixed word of the screen."""
    return {
        **frame_words(_("Publish the website")),
        "intro": _("Go through the list. Then choose an address and publish."),
        "points": _("Before you publish"),
        "ok": _("ready"),
        "must": _("needed before publishing"),
        "should": _("better so"),
        "photos": _("What do the photos show?"),
        "photos_help": _("A child's photo stays at home, also with permission."),
        "no_photos": _("The pages show no photo yet."),
        "choose": _("Choose"),
        "kinds": [["", _("Not chosen yet")], *map(list, kind_words().items())],
        "contact": _("Number or e-mail of the business (may stay empty)"),
        "contact_help": _("Only what buyers may use. Leave out the house address."),
        "address": _("Name in the address"),
        "address_help": _("Small letters, digits and dashes. Example: keripik-rahma."),
        "to": _("Save for the trainer on"),
        "publish": _("Publish"),
        "look": _("Look again"),
        "published": _("Published"),
        "qr": _("QR code of the address"),
        "address_is": _("Address in the class network"),
        "network": _("The address lives once the trainer switches the class network on."),
        "envelope": _("For the trainer"),
        "archive": _("For any web host"),
        "stays": _("Stays on this laptop"),
    }

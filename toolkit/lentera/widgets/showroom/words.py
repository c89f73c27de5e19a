"""The fixed words of the showroom."""

from typing import Any

from lentera.widgets.frame import frame_words
from lentera.words import _


def showroom_words() -> dict[str, Any]:
    """Return every fixed word of the screen."""
    return {
        **frame_words(_("Visit the shops")),
        "intro": _("Choose a shop. Read its page. Then write one good thing and one wish."),
        "shop": _("Shop"),
        "page": _("Page"),
        "fetch": _("Fetch shops from the stick"),
        "frame": _("The page as visitors have it"),
        "outline": _("The page to listen to"),
        "none": _("There is no shop here yet. Ask the trainer for the stick with the showroom."),
        "feedback": _("For the owner"),
        "praise": _("One good thing"),
        "praise_help": _("Begin with: I like …"),
        "wish": _("One wish"),
        "wish_help": _("Begin with: The page would be clearer if …"),
        "recorded": _("I have recorded it: voice, signing or a card"),
        "recorded_help": _("A recording counts like writing. Tell the trainer where it is."),
        "where": _("Where the recording is"),
        "written": _("Shops with your words"),
    }

"""The fixed words of the product cards."""

from typing import Any

from lentera.widgets.frame import frame_words
from lentera.widgets.product_card.on_page import Tried
from lentera.words import _, language


def field_names() -> dict[str, str]:
    """Return the fields of a card."""
    return {
        "name": _("Name of the product"),
        "picture": _("Photo"),
        "alt": _("Alt text of the photo"),
        "weight": _("Net weight"),
        "price": _("Price"),
        "stock": _("Stock"),
    }


def card_words() -> dict[str, Any]:
    """Return every fixed word of the screen."""
    return {
        **frame_words(_("Product cards")),
        "intro": _("Fill in the form or change the code. The other side follows by itself."),
        "cards": _("Cards of the page"),
        "page": _("Page with the cards"),
        "form": _("Fill in card {n}"),
        "fields": field_names(),
        "helps": {
            "name": "",
            "alt": _("Tell what is in the photo to someone who does not see it."),
            "weight": _("With its unit, for example 150 g."),
            "price": _("Write it like this: Rp11.000."),
            "stock": _("How many there are. If there is none, write habis."),
        },
        "code": _("Code of card {n}"),
        "code_help": _("Change only the words between > and <, and those inside alt."),
        "to_line": _("Go to line {n}"),
        "line_is": _("Line {n}: {text}"),
        "restore": _("Take the code of the form"),
        "picture": _("What buyers see"),
        "no_photo": _("no photo yet"),
        "listen": _("What is read aloud"),
        "undo": _("Undo"),
        "nothing_undo": _("There is nothing to undo."),
        "no_hints": _("All hints are open."),
        "remove": _("Delete this card"),
        "remove_ask": _("Delete card {n} from the page? Undo brings it back."),
        "remove_yes": _("Yes, delete"),
        "hint": _("Hint"),
        "hint_number": _("Hint {n}"),
    }


def copy_words(count: int) -> str:
    """Word the button that makes one more card."""
    return {
        1: _("Make a second card"),
        2: _("Make a third card"),
    }.get(count, _("Make card {n}").format(n=count + 1))


def finding_words(tried: Tried) -> tuple[str, str]:
    """Say why code is not yet a card, and what to do next."""
    if tried.verdict is not None:
        return tried.verdict.sentence(language()), tried.verdict.next_step(language())
    if tried.fault == "empty":
        return _("The code box is empty. The card on the page stays as it was."), _(
            "Write the code again, or take that of the form."
        )
    if tried.fault == "many":
        told = _("In line {n} a second card begins. This box is for one card.").format(n=tried.line)
        return told, _("Take the second card out. Make it with the button above.")
    if tried.fault == "other":
        return _("This card was also changed elsewhere. Your code waits here."), _(
            "Change one letter to use your code, or take that of the form."
        )
    return _("This code is not a card yet. The card on the page stays as it was."), _(
        "Begin with <article> and end with </article>."
    )

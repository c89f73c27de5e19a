"""The words of the passphrase screen."""

from datetime import date
from typing import Any, Final

from lentera.literacy.passphrase.looking import LEAST, Look
from lentera.literacy.passphrase.person import Person
from lentera.literacy.passphrase.tasks import Kept
from lentera.literacy.passphrase.weakness import Weakness
from lentera.widgets.dates import long_date
from lentera.widgets.facts import facts_told
from lentera.widgets.frame import frame_words
from lentera.words import Address, _, addressed

_FACTS: Final = ("sandi-panjang", "sandi-ganti", "sandi-dua-langkah")


def passphrase_words(address: Address, today: date) -> dict[str, Any]:
    """Return every fixed word of the screen."""
    return {
        **frame_words(_("A phrase as a password")),
        "simulation": "SIMULASI",
        "never": addressed(
            _("Do not type a real password here, {sapaan}. Make one up for the example person."), address
        ),
        "kept_title": _("What is kept?"),
        "kept_help": _(
            "Only four answers of yes or no are saved. "
            "The phrase stays in this field and is gone when you leave."
        ),
        "card": _("The example person"),
        "card_help": _("Others know these data. They must not be in the phrase."),
        "field": _("Practice phrase"),
        "field_help": _("Think of four or five words that seldom meet. Spaces are welcome."),
        "show": _("Show the letters"),
        "clear": _("Empty the field"),
        "conditions": _("Four conditions"),
        "meter": _("How hard to guess"),
        "examples": _("Try an example and see what is said"),
        "ideas_title": _("Short of ideas?"),
        "ideas": [
            _("Take two things from this room."),
            _("Add an animal and what it does."),
            _("Put them together into an odd little story."),
        ],
        "facts_title": _("Good to know"),
        "facts": [
            *facts_told(_FACTS, today),
            _("One account, one phrase. Another account gets another phrase."),
        ],
    }


def card(one: Person) -> list[list[str]]:
    """Return the data of the example person, as pairs of name and value."""
    return [
        [_("Full name"), one.name],
        [_("Day of birth"), long_date(one.born)],
        [_("Child"), one.child],
        [_("Home village"), one.village],
        [_("Pet"), one.pet],
        [_("End of the number"), one.phone_end],
    ]


def examples(one: Person) -> list[str]:
    """Return weak phrases to try: each fails in another way."""
    first = one.name.split()[0].lower()
    return [f"{first}{one.born.year}", "K@k1!", "sedia payung sebelum hujan", "kucing kucing kucing kucing"]


def conditions(look: Look | None) -> list[dict[str, str]]:
    """Return the four conditions, each with its mark and its state in a word."""
    asked = (
        (_("{n} characters or more").format(n=LEAST), look and look.long),
        (_("No data of the example person"), look and look.not_own),
        (_("Not a common password, saying or song"), look and look.not_common),
        (_("Hard to guess: words that differ and surprise"), look and look.strong),
    )
    states = {
        None: {"mark": "", "word": _("not looked at yet")},
        True: {"mark": "ok", "word": _("fulfilled")},
        False: {"mark": "yet", "word": _("not yet")},
    }
    return [{"text": text, **states[holds]} for text, holds in asked]


def level_word(look: Look | None) -> str:
    """Return the level in a word."""
    if look is None:
        return _("nothing typed yet")
    return (
        _("very easy to guess"),
        _("easy to guess"),
        _("rather hard to guess"),
        _("hard to guess"),
    )[look.level - 1]


def next_step(weakness: Weakness | None) -> str:
    """Return the one thing to do next, as it is told while somebody types."""
    if weakness is None:
        return _("Strong. Press Check.")
    return {
        Weakness.SHORT: _("Add another word."),
        Weakness.OWN: _("Take out what belongs to the example person."),
        Weakness.COMMON: _("Many people use this one. Change it."),
        Weakness.SAYING: _("Many people know this sentence. Change it."),
        Weakness.REPEATED: _("Use words that differ."),
        Weakness.ROW: _("Use words instead of a row of keys."),
        Weakness.FEW_WORDS: _("Add a word that nobody expects."),
    }[weakness]


def kept_told(best: Kept | None) -> str:
    """Return in words what the answer file holds."""
    if best is None:
        return _("Nothing is saved yet.")
    return _("Saved: {n} of 4 conditions held in your best phrase.").format(n=best.count)

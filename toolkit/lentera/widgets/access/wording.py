"""The words of how she likes to work."""

from typing import Any

from lentera.desk import TEXT_SIZES, THEMES, Preferences
from lentera.widgets.frame import frame_words
from lentera.words import Address, _


def theme_names() -> dict[str, str]:
    """Return the themes by name, with what each is good for."""
    return {
        "terang": _("Light: dark letters on white"),
        "gelap": _("Dark: light letters on dark blue"),
        "kontras": _("Contrast: white letters on black"),
    }


def access_words() -> dict[str, Any]:
    """Return every fixed word of the screen."""
    return {
        **frame_words(_("Choose my way of working")),
        "undo": _("Take back the last choice"),
        "escape": _("The key Escape does the same, anywhere here."),
        "reset": _("As at the beginning"),
        "text_size": _("Text size"),
        "sizes": [[str(size), _("{n} percent").format(n=size)] for size in TEXT_SIZES],
        "theme": _("Colours"),
        "themes": [[theme, theme_names()[theme]] for theme in THEMES],
        "sound": _("Buttons that read aloud"),
        "sounds": [["on", _("Show them")], ["off", _("Hide them")]],
        "keys": _("Single keys 1, 2, 3"),
        "keys_help": _("A digit alone chooses an answer. Turn it off if you press keys by accident."),
        "key_choices": [["on", _("Use them")], ["off", _("Do not use them")]],
        "address": _("What shall we call you?"),
        "addresses": [[one.value, one.value] for one in Address],
        "name": _("Nickname"),
        "name_help": _("You may leave it empty. The name stays on this laptop."),
        "seeing": _("Reading and seeing"),
        "handling": _("Hearing and keys"),
        "calling": _("Address and name"),
        "sample": _("Try it here"),
        "sample_tag": _("example"),
        "sample_message": _("The first lesson begins at 09.00. Bring a bottle of water."),
        "sample_button": _("Example button"),
        "sample_pressed": _("The example button was pressed. It works."),
        "sample_title": _("Example question: what do you drink?"),
        "sample_keys": _("Go to one of the answers, then press 1, 2 or 3."),
        "sample_keys_off": _("Single keys are off. Choose with arrows or by clicking."),
        "sample_answers": [["air", _("Water")], ["teh", _("Tea")], ["kopi", _("Coffee")]],
        "sample_chosen": _("Chosen as an example: {answer}."),
        "listen": _("Listen to the example"),
        "quiet": _("Stop the example"),
        "no_voice": _("This laptop has no Indonesian voice yet. Screen readers work as always."),
        "no_sound": _("Buttons that read aloud are hidden now."),
        "follow": _("Pages you open after this look the same."),
        "outside": _("This is not your desk: nothing is kept here."),
    }


def told(field: str, chosen: Preferences) -> str:
    """Tell one choice after it was made."""
    if field == "name":
        return _("Name: {name}.").format(name=chosen.name) if chosen.name else _("The name is empty.")
    return {
        "text_size": _("Text size {n} percent.").format(n=chosen.text_size),
        "theme": _("Colours: {name}.").format(name=theme_names()[chosen.theme]),
        "sound": _("Buttons that read aloud are shown.")
        if chosen.sound
        else _("Buttons that read aloud are hidden now."),
        "keys": _("Single keys work now.") if chosen.keys else _("Single keys are off now."),
        "address": _("Form of address: {address}.").format(address=chosen.address.value),
    }[field]


def summary(chosen: Preferences) -> str:
    """Tell how everything is set, in a sentence or two."""
    return " ".join(told(field, chosen) for field in ("text_size", "theme", "sound", "keys"))

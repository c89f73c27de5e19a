"""What the photo studio says: its fixed words, and a photo's measures in words."""

from typing import Any

from lentera.product.photo import LONGEST_ALT, SHORTEST_ALT, slip_of_alt
from lentera.product.photo_reading import LARGEST_FILE, LONG_SIDE, SHARP, Light, PhotoReading, Side, Trouble
from lentera.widgets.frame import frame_words
from lentera.widgets.photo.frame import LEAST, Shape
from lentera.widgets.photo.samples import offered
from lentera.widgets.photo.upload import PART
from lentera.words import _, number


def trouble_words(trouble: Trouble) -> str:
    """Say why a file cannot be used and what to do."""
    return {
        Trouble.MISSING: _("This photo is not in the folder any more. Choose a photo again."),
        Trouble.NO_PHOTO: _("This file is no photo. Choose a file that ends in .jpg."),
        Trouble.DRAWING: _("This file is a drawing. Choose a photo that ends in .jpg."),
        Trouble.HEIC: _("A HEIC photo cannot be opened here. Save it as JPG on the phone."),
        Trouble.BROKEN: _("This photo is damaged. Copy it from the phone again."),
        Trouble.LARGE: _("This photo is too large for the laptop. Make it smaller on the phone."),
        Trouble.TINY: _("This picture has only a few pixels. Choose a real photo."),
    }[trouble]


def light_words(reading: PhotoReading) -> str:
    """Say how bright a photo is."""
    return {
        Light.DARK: _("dark photo"),
        Light.BACKLIT: _("light from behind"),
        Light.BLOWN: _("too bright on the thing"),
        Light.GOOD: _("just right"),
    }[reading.lit]


def sharp_words(reading: PhotoReading) -> str:
    """Say how sharp a photo is."""
    return _("sharp photo") if reading.is_sharp else _("blurred photo")


def weight_words(reading: PhotoReading) -> str:
    """Say how heavy the file is."""
    return _("{n} kB").format(n=number(max(1, round(reading.size / 1024))))


def size_words(reading: PhotoReading) -> str:
    """Say how many pixels a photo has."""
    return _("{w} by {h} pixels").format(w=number(reading.width), h=number(reading.height))


def side_words(side: Side) -> str:
    """Name a side."""
    return {
        Side.LEFT: _("left side"),
        Side.TOP: _("upper side"),
        Side.RIGHT: _("right side"),
        Side.BOTTOM: _("lower side"),
    }[side]


def guide(reading: PhotoReading) -> str:
    """Tell how a photo is framed, for whoever takes it by ear."""
    if reading.trouble is not None:
        return trouble_words(reading.trouble)
    away = " ".join(side_words(side) for side in reading.off_middle)
    told = [
        _("The thing lies towards the {side}.").format(side=away)
        if away
        else _("The thing is in the middle.")
    ]
    told.append(_("The background is calm.") if reading.is_calm else _("The background is busy."))
    told += [_("The {side} edge is cut.").format(side=side_words(side)) for side in reading.cut]
    return " ".join(told)


def meters(reading: PhotoReading) -> list[dict[str, Any]]:
    """Return a photo's measures: name, word, whether it is well, and how far a bar goes."""
    if reading.trouble is not None:
        return []
    rows: list[tuple[str, str, bool, float]] = [
        (_("Light of the photo"), light_words(reading), reading.lit is Light.GOOD, reading.light),
        (
            _("Sharpness of the photo"),
            sharp_words(reading),
            reading.is_sharp,
            reading.sharpness / (2 * SHARP),
        ),
        (_("Size of the photo"), size_words(reading), reading.is_large, reading.long_side / (2 * LONG_SIDE)),
        (_("Weight of the file"), weight_words(reading), reading.is_light_file, reading.size / (400 * 1024)),
        (
            _("Background of the photo"),
            _("calm background") if reading.is_calm else _("busy background"),
            reading.is_calm,
            max(reading.busy / 0.2, reading.colours / 0.44),
        ),
    ]
    return [
        {"name": name, "word": word, "ok": ok, "bar": round(min(max(part, 0.02), 1.0), 3)}
        for name, word, ok, part in rows
    ]


def advice(reading: PhotoReading) -> list[str]:
    """Return what would make a photo better and earns no points."""
    told = []
    if reading.remembers_place:
        told.append(
            _("This photo keeps the place where it was taken. Press Smaller for the page to remove it.")
        )
    if not reading.is_light_file:
        told.append(_("The file is heavier than 200 kB. Press Smaller for the page."))
    if not reading.is_calm:
        told.append(_("Put a plain cloth or white card behind the thing."))
    if reading.cut:
        told.append(_("Step back a little, so that the whole thing is seen."))
    elif reading.off_middle:
        told.append(_("Cut the photo so that the thing is in the middle."))
    return told


def alt_words(alt: str, name: str) -> str:
    """Tell how long an alternative text is, and what it still lacks."""
    count = _("{n} letters of {most}.").format(n=len(alt), most=LONGEST_ALT)
    slip = slip_of_alt(" ".join(alt.split()), name)
    told = {
        None: _("The text tells what is seen."),
        "alt_empty": _("Write what is seen: what is it, how is it packed?"),
        "alt_file_name": _("This is a file name. Tell what is seen."),
        "alt_begins_with_picture": _("Begin with the thing itself."),
        "alt_short": _("Tell more: colour or packaging."),
        "alt_long": _("Make it shorter."),
    }[slip]
    return f"{count} {told}"


def shape_names() -> dict[str, str]:
    """Return the shapes of a crop."""
    return {
        Shape.SQUARE: _("square shape"),
        Shape.FOUR_TO_THREE: _("shape 4 to 3"),
        Shape.FREE: _("free shape"),
    }


def edit_names() -> dict[str, str]:
    """Return the names of the edits that need no numbers."""
    return {
        "terang": _("Brighter"),
        "gelap": _("Darker"),
        "ratakan": _("Balance the light"),
        "pertajam": _("Sharpen"),
        "putar_kiri": _("Turn left"),
        "putar_kanan": _("Turn right"),
        "kecilkan": _("Smaller for the page"),
    }


def photo_words() -> dict[str, Any]:
    """Return every fixed word of the screen, in the interface language."""
    return {
        **frame_words(_("Photo studio")),
        "choose_title": _("Step 1. Choose a photo"),
        "samples_title": _("Sample photos"),
        "samples": offered(),
        "site_title": _("A photo of your website"),
        "site_open": _("Open this photo"),
        "pick": _("Choose a photo"),
        "own_title": _("A photo of your own"),
        "own_open": _("Choose a file from this laptop"),
        "unread": trouble_words(Trouble.BROKEN),
        "own_help": _("A JPG file of up to 8 MB from this laptop. The photo stays on this laptop."),
        "largest": LARGEST_FILE,
        "part": PART,
        "too_large": trouble_words(Trouble.LARGE),
        "sending": _("The photo is being read. Wait a moment."),
        "box_title": _("Photo box: how to take the photo"),
        "box_open": _("Read about the photo box"),
        "box_close": _("Close the photo box"),
        "box": [
            _("Put a table beside a window. Switch off the flash."),
            _("Stand white card behind the thing and lay it under the thing."),
            _("Lean the phone on a glass, two hand widths away."),
            _("Feel the edges of the card. Put the thing in the middle."),
            _("Take three photos: front, side, from above."),
            _("Listen to the words under the photo. Move the thing, then take it again."),
        ],
        "edit_title": _("Step 2. Make it better"),
        "before": _("Before the steps"),
        "after": _("Now"),
        "measures": _("Measures of the photo"),
        "well": _("good measure"),
        "not_yet": _("not yet"),
        "edits": list(edit_names().items()),
        "undo": _("Undo"),
        "original": _("Back to the original"),
        "crop_open": _("Cut the photo"),
        "crop_close": _("Close the cutting"),
        "crop_do": _("Cut along the frame"),
        "shape": _("Shape of the frame"),
        "shapes": [[str(shape), name] for shape, name in shape_names().items()],
        "sliders": [
            ["left", _("From the left"), 0, 100 - LEAST],
            ["top", _("From the top"), 0, 100 - LEAST],
            ["width", _("Width of the frame"), LEAST, 100],
            ["height", _("Height of the frame"), LEAST, 100],
        ],
        "alt_title": _("Step 3. Alternative text"),
        "alt_lead": _("Alternative text is read aloud to people who do not see the photo."),
        "alt": _("Alternative text"),
        "alt_help": _(
            "From {low} to {high} letters. For example: a pack of banana crisps, clear bag, yellow label."
        ).format(low=SHORTEST_ALT, high=LONGEST_ALT),
        "kept": _("File in the folder of the site:"),
    }

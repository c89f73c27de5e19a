"""A published picture holds no place, day, device or name, and looks as it did."""

from io import BytesIO

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps, PngImagePlugin

from lentera.web.picture_notes import without_notes

GPS = 0x8825


def picture(size=(40, 24)):
    steps = np.linspace(0, 255, size[0] * size[1] * 3, dtype=np.uint8).reshape(size[1], size[0], 3)
    return Image.fromarray(steps, "RGB")


def saved(kind, turn=1, **how):
    exif = Image.Exif()
    exif[0x0112] = turn
    exif[0x010F] = "Kamera Bu Rahma"
    exif.get_ifd(GPS)[2] = (1.0, 2.0, 3.0)
    out = BytesIO()
    picture().save(out, kind, exif=exif.tobytes(), **how)
    return out.getvalue()


def upright(content):
    with Image.open(BytesIO(content)) as opened:
        return np.asarray(ImageOps.exif_transpose(opened).convert("RGB"))


@pytest.mark.parametrize(
    ("kind", "how"),
    [("JPEG", {}), ("JPEG", {"progressive": True, "comment": b"Jalan Mawar 5"}), ("PNG", {}), ("WEBP", {})],
)
@pytest.mark.parametrize("turn", [1, 3, 6, 8])
def test_notes_are_gone_and_the_picture_stays(kind, how, turn):
    content = saved(kind, turn, **how)
    clean = without_notes(content)
    with Image.open(BytesIO(content)) as before:
        assert before.getexif().get_ifd(GPS)
    with Image.open(BytesIO(clean)) as opened:
        assert not opened.getexif().get_ifd(GPS)
        assert set(opened.getexif()) <= {0x0112}
    assert b"Rahma" not in clean
    assert b"Mawar" not in clean
    if kind == "JPEG":
        assert np.array_equal(upright(clean), upright(content))
    else:
        with Image.open(BytesIO(content)) as before, Image.open(BytesIO(clean)) as after:
            assert before.tobytes() == after.tobytes()
    assert without_notes(clean) == clean


def test_colours_of_a_profile_are_kept():
    out = BytesIO()
    picture().save(out, "JPEG", icc_profile=b"profil warna" * 20)
    with Image.open(BytesIO(without_notes(out.getvalue()))) as opened:
        assert opened.info["icc_profile"] == b"profil warna" * 20


def test_what_hides_behind_the_end_of_a_photo_is_gone():
    clean = saved("JPEG")
    assert without_notes(clean + saved("JPEG")) == without_notes(clean)


def test_texts_of_a_png_are_gone():
    notes, out = PngImagePlugin.PngInfo(), BytesIO()
    notes.add_text("Author", "Rahma Sulastri")
    notes.add_itxt("Comment", "Jalan Mawar 5")
    picture().save(out, "PNG", pnginfo=notes)
    clean = without_notes(out.getvalue())
    assert b"Sulastri" not in clean
    assert np.array_equal(upright(clean), np.asarray(picture()))


@pytest.mark.parametrize(
    "content", [b"", b"<svg/>", b"\xff\xd8", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBP", b"GIF89a"]
)
def test_what_is_no_whole_picture_does_not_stop_anything(content):
    assert isinstance(without_notes(content), bytes)


@given(st.integers(0, 2000), st.sampled_from(["JPEG", "PNG", "WEBP"]), st.binary(max_size=6))
def test_a_damaged_picture_never_crashes(place, kind, dirt):
    content = saved(kind)
    assert isinstance(without_notes(content[:place] + dirt + content[place + len(dirt) :]), bytes)
    assert isinstance(without_notes(content[:place]), bytes)

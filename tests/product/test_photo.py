"""The product photo: samples measure as they look, hostile files are told, edits are done anew on the original."""

import struct
import zlib
from io import BytesIO

import numpy as np
import pytest
from PIL import Image, ImageFilter

from lentera.course import content_root
from lentera.product import photo_edits
from lentera.product.photo import PHOTO, content_of, gather, slip_of_alt
from lentera.product.photo_looking import look_at, open_photo
from lentera.product.photo_reading import LIGHT_FILE, Light, Side, Trouble

SAMPLES = content_root() / "sessions/aset/foto"
ALT = "Sebungkus keripik pisang, plastik kuning"


def sample(name):
    return (SAMPLES / f"{name}.jpg").read_bytes()


def as_file(picture, kind="JPEG", **how):
    out = BytesIO()
    picture.save(out, kind, **how)
    return out.getvalue()


def report(folder, name="foto/barang.jpg", alt=ALT):
    return PHOTO.judge(gather({"foto": name, "alt": alt}, folder))


@pytest.fixture
def folder(tmp_path):
    """The folder of a site with one good photo."""
    (tmp_path / "situs/foto").mkdir(parents=True)
    (tmp_path / "situs/foto/barang.jpg").write_bytes(sample("keripik-baik"))
    return tmp_path / "situs"


@pytest.mark.parametrize("name", ["keripik-baik", "sambal-baik", "lampu-baik"])
def test_a_good_sample_is_bright_sharp_large_calm_and_in_the_middle(name):
    seen = look_at(sample(name))
    assert seen.lit is Light.GOOD
    assert seen.is_sharp
    assert seen.is_large
    assert seen.is_calm
    assert not seen.off_middle
    assert not seen.cut


@pytest.mark.parametrize(
    ("name", "holds"),
    [
        ("keripik-gelap", lambda seen: seen.lit is Light.DARK and seen.is_sharp),
        ("keripik-kabur", lambda seen: not seen.is_sharp and seen.lit is Light.GOOD),
        ("keripik-ramai", lambda seen: not seen.is_calm and seen.is_sharp),
        ("keripik-terpotong", lambda seen: seen.cut == (Side.LEFT,) and seen.off_middle == (Side.LEFT,)),
        ("sambal-silau", lambda seen: seen.lit is Light.BLOWN),
        ("sambal-belakang-terang", lambda seen: seen.lit is Light.BACKLIT),
        ("lampu-kecil", lambda seen: not seen.is_large and seen.is_sharp),
    ],
)
def test_a_poor_sample_shows_its_own_fault(name, holds):
    assert holds(look_at(sample(name)))


@pytest.mark.parametrize("name", ["keripik-baik", "sambal-baik", "lampu-baik"])
def test_sharpness_survives_dim_light_and_noise_and_falls_with_blur(name):
    picture = open_photo(sample(name))
    grain = np.random.default_rng(1).normal(0, 14, (*picture.size[::-1], 3))
    noisy = Image.fromarray(np.clip(np.asarray(picture, float) + grain, 0, 255).astype("uint8"))
    assert look_at(as_file(picture.point(lambda value: value // 4), quality=90)).is_sharp
    assert look_at(as_file(noisy, quality=90)).is_sharp
    assert not look_at(as_file(picture.filter(ImageFilter.GaussianBlur(5)), quality=90)).is_sharp
    assert not look_at(as_file(noisy.filter(ImageFilter.GaussianBlur(5)), quality=90)).is_sharp


def test_samples_are_light_and_few():
    files = list(SAMPLES.glob("*.jpg"))
    assert len(files) == 10
    assert all(file.stat().st_size <= 120 * 1024 for file in files)
    assert sum(file.stat().st_size for file in files) <= 900 * 1024


def header_of_png(wide, tall):
    body = struct.pack(">IIBBBBB", wide, tall, 8, 2, 0, 0, 0)
    head = b"IHDR" + body
    return (
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I", 13)
        + head
        + struct.pack(">I", zlib.crc32(head))
        + struct.pack(">I", 8)
        + b"IDAT"
        + b"\x00" * 12
    )


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (b"", Trouble.BROKEN), (b"halo", Trouble.NO_PHOTO), (b"<html></html>", Trouble.NO_PHOTO), (b'<svg xmlns="x"/>', Trouble.DRAWING),
        (b"\x00\x00\x00\x18ftypheic" + b"\x00" * 50, Trouble.HEIC), (b"\x00\x00\x00\x18ftypmif1" + b"\x00" * 50, Trouble.HEIC),
        (sample("keripik-baik")[:9000], Trouble.BROKEN), (sample("keripik-baik")[:20], Trouble.NO_PHOTO),
        (as_file(Image.new("RGB", (1, 1))), Trouble.TINY), (header_of_png(60_000, 60_000), Trouble.LARGE),
        (header_of_png(12_000, 9_000), Trouble.LARGE), (b"\xff" * (9 * 2**20), Trouble.LARGE),
    ],
    ids=str.upper("empty words page drawing heic heif cut_short cut_at_once one_pixel bomb wide_png heavy").split(),
)  # fmt: skip
def test_a_file_that_is_no_usable_photo_is_told(content, trouble):
    assert look_at(content).trouble is trouble


@pytest.mark.parametrize(
    ("mode", "kind"),
    [
        ("CMYK", "JPEG"),
        ("L", "JPEG"),
        ("P", "PNG"),
        ("RGBA", "PNG"),
        ("LA", "PNG"),
        ("1", "PNG"),
        ("P", "GIF"),
        ("RGB", "WEBP"),
    ],
)
def test_every_kind_of_picture_is_opened_in_three_colours(mode, kind):
    picture = Image.new("RGB", (900, 700), (180, 90, 40)).convert(mode)
    found = open_photo(as_file(picture, kind))
    assert found.mode == "RGB"
    assert look_at(as_file(picture, kind)).width == 900


def test_sixteen_bits_keep_their_light():
    plane = np.full((300, 400), 40_000, dtype=np.uint16)
    assert look_at(as_file(Image.fromarray(plane), "PNG")).light == pytest.approx(40_000 / 65_535, abs=0.02)


def test_of_a_moving_picture_the_first_is_taken():
    frames = [Image.new("RGB", (60, 60), colour) for colour in ("red", "blue")]
    content = as_file(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert open_photo(content).getpixel((5, 5))[0] > 200


def test_a_very_wide_jpeg_is_opened_small():
    content = as_file(Image.new("L", (12_000, 8_000), 128), quality=30)
    assert open_photo(content).size == (1600, 1067)
    assert look_at(content).width == 12_000


def test_a_photo_stands_upright_and_forgets_where_it_was_taken():
    picture = Image.new("RGB", (1000, 600), "white")
    picture.paste("red", (0, 0, 100, 600))
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "S"
    content = as_file(picture, exif=exif)
    seen = look_at(content)
    assert (seen.width, seen.height) == (600, 1000)
    assert seen.remembers_place
    upright = open_photo(content)
    assert upright.size == (600, 1000)
    assert upright.getpixel((300, 20))[1] < 60
    saved = photo_edits.edited(upright, ())
    assert not look_at(saved).remembers_place
    assert b"Exif" not in saved
    assert b"Exif" not in photo_edits.original_file(upright)


@pytest.mark.parametrize(
    "alt",
    [
        ALT,
        "Sambal dalam toples kaca tutup emas",
        "Lampu surya biru dengan bola kuning",
        "A jar of red sambal",
    ],
)
def test_a_good_photo_with_words_earns_everything(folder, alt):
    assert report(folder, alt=alt).points(18) == 18


@pytest.mark.parametrize(
    ("alt", "slip"),
    [
        ("", "alt_empty"), ("   ", "alt_empty"), ("...", "alt_empty"), ("barang.jpg", "alt_file_name"), ("IMG_2231.JPG", "alt_file_name"),
        ("barang", "alt_file_name"), ("Gambar keripik pisang kuning", "alt_begins_with_picture"), ("Foto: keripik pisang enak", "alt_begins_with_picture"),
        ("keripik", "alt_short"), ("keripik pisang", "alt_short"), ("keripik keripik keripik", "alt_short"), ("k p e", "alt_short"),
        ("keripik pisang renyah " * 8, "alt_long"), ("Sebungkus keripik pisang", None), ("a" * 5 + " bungkus keripik " + "b" * 100, None),
    ],
)  # fmt: skip
def test_each_slip_in_the_words_is_named(alt, slip):
    assert slip_of_alt(alt.strip(), "foto/barang.jpg") == slip


@pytest.mark.parametrize(
    ("name", "mistake", "step"),
    [
        ("keripik-gelap", "dark", "Putar barang ke arah jendela"), ("sambal-belakang-terang", "backlit", "membelakangi jendela"),
        ("sambal-silau", "blown", "kain putih"), ("keripik-kabur", "blurred", "Sandarkan HP"), ("lampu-kecil", "too_small", "foto asli dari HP"),
    ],
)  # fmt: skip
def test_a_poor_photo_is_answered_with_one_step(folder, name, mistake, step):
    (folder / "foto/barang.jpg").write_bytes(sample(name))
    found = report(folder)
    assert found.finding.finding.mistake == mistake
    assert step in found.next_step("id")
    assert 0 < found.points(18) < 18


@pytest.mark.parametrize(
    "name",
    [
        "",
        "foto/tidak-ada.jpg",
        "../rahasia.jpg",
        "/etc/passwd",
        "foto/../../rahasia.jpg",
        "foto\\barang.jpg",
        ".foto/x.jpg",
        "foto//barang.jpg",
        "a/b/c/d/e.jpg",
        "foto/barang.jpg\x00",
        "foto",
        7,
        None,
    ],
)
def test_no_name_leads_out_of_the_folder(folder, name):
    (folder.parent / "rahasia.jpg").write_bytes(sample("keripik-baik"))
    assert content_of(folder, name) is None
    assert (
        PHOTO.judge(gather({"foto": name if isinstance(name, str) else "", "alt": ALT}, folder)).points(18)
        < 18
    )


def test_links_are_not_followed(folder, tmp_path):
    (tmp_path / "luar.jpg").write_bytes(sample("keripik-baik"))
    (folder / "foto/tautan.jpg").symlink_to(tmp_path / "luar.jpg")
    (folder / "lain").symlink_to(tmp_path)
    assert content_of(folder, "foto/tautan.jpg") is None
    assert content_of(folder, "lain/luar.jpg") is None


def test_the_file_counts_and_not_what_the_answer_says_of_it(folder):
    (folder / "foto/barang.jpg").write_bytes(sample("keripik-gelap"))
    told = gather({"foto": "foto/barang.jpg", "alt": ALT, "bacaan": "bagus"}, folder)
    assert PHOTO.judge(told).finding.finding.mistake == "dark"


@pytest.mark.parametrize("content", [{"foto": 7}, {"alt": []}])
def test_a_damaged_answer_is_told(content):
    assert PHOTO.judge(content).without_answer is not None


def test_a_missing_folder_is_told(tmp_path):
    assert report(tmp_path / "situs").finding.finding.mistake == "missing"
    assert gather(None, tmp_path) is None


def test_brightening_a_dark_photo_makes_it_bright():
    picture = open_photo(sample("keripik-gelap"))
    before, after = (
        look_at(sample("keripik-gelap")),
        look_at(photo_edits.edited(picture, [{"ubah": "terang"}, {"ubah": "ratakan"}])),
    )
    assert before.lit is Light.DARK
    assert after.lit is Light.GOOD


def test_four_turns_are_none_and_a_crop_keeps_its_part():
    picture = open_photo(sample("lampu-baik"))
    turned = open_photo(photo_edits.edited(picture, [{"ubah": "putar_kanan"}]))
    assert turned.size == (900, 1200)
    cut = open_photo(photo_edits.edited(picture, [{"ubah": "potong", "kotak": [25, 10, 50, 60]}]))
    assert cut.size == (600, 540)
    assert photo_edits.edited(picture, [{"ubah": "putar_kanan"}] * 4) == photo_edits.edited(picture, [])


def test_smaller_for_the_page_is_light_whatever_the_photo():
    noise = np.random.default_rng(3).integers(0, 255, (1600, 1600, 3), dtype=np.uint8)
    made = photo_edits.edited(Image.fromarray(noise), [{"ubah": "kecilkan"}])
    assert len(made) <= LIGHT_FILE
    assert max(open_photo(made).size) <= 1200


@pytest.mark.parametrize(
    "edits",
    [
        "x",
        [7],
        [{"ubah": "hapus"}],
        [{"ubah": "potong"}],
        [{"ubah": "potong", "kotak": [0, 0, 5, 5]}],
        [{"ubah": "potong", "kotak": [50, 0, 60, 100]}],
        [{"ubah": "potong", "kotak": [0, 0, "a", 100]}],
        [{"ubah": "terang"}] * 41,
    ],
)
def test_edits_nobody_knows_are_refused(edits):
    with pytest.raises(ValueError):
        photo_edits.read_edits(edits)

"""The photo studio without a screen: the photo in the folder is the one that is shown, and originals are kept."""

import errno
import json
from base64 import b64encode
from io import BytesIO

import pytest
from PIL import Image

from lentera.product.photo_looking import look_at
from lentera.tasks import RULE_SETS
from lentera.widgets.photo.samples import content_of_sample
from lentera.widgets.photo.session import PhotoSession
from lentera.widgets.photo.upload import MOST_PARTS

TASK = "s07-foto"


def studio(place):
    return PhotoSession(place, TASK, [RULE_SETS[TASK]], {TASK: 18.0})


def do(session, *messages):
    for message in messages:
        view = session.handle(message)
    return view


def choose(session, name="keripik-baik"):
    return do(session, {"do": "sample", "id": name})


def stored(place):
    return json.loads((place.folder / f"jawaban/{TASK}.json").read_text(encoding="utf-8"))["answer"]


def on_disk(place, name):
    return (place.site_folder / name).read_bytes()


def send(session, content, name="IMG 2231.JPG", size=480_000):
    text = b64encode(content).decode()
    parts = [text[at : at + size] for at in range(0, len(text), size)]
    for part, data in enumerate(parts):
        view = do(
            session,
            {"do": "upload", "file": 1, "part": part, "parts": len(parts), "name": name, "data": data},
        )
    return view


def phone_photo(**how):
    picture = Image.effect_noise((1800, 1300), 40).convert("RGB")
    out = BytesIO()
    picture.save(out, "JPEG", quality=92, **how)
    return out.getvalue()


def test_a_sample_with_words_earns_all_points_by_its_file(place):
    session = studio(place)
    choose(session)
    view = do(session, {"do": "alt", "text": "Sebungkus keripik pisang, plastik kuning"}, {"do": "check"})
    assert view["check"]["holds"]
    assert RULE_SETS[TASK].judge(place.content(RULE_SETS[TASK])).points(18) == 18
    assert stored(place)["foto"] == "foto/keripik-baik.jpg"


def test_choosing_tells_by_ear_what_the_photo_is_like(place):
    line = choose(studio(place), "keripik-terpotong")["live"]
    assert (
        line
        == "Dipilih: keripik miring dan terpotong. Terang: pas. Ketajaman: tajam. Barang terlalu ke kiri. Latar tenang. Tepi kiri terpotong."
    )


def test_edits_change_the_file_and_are_taken_back_one_by_one(place):
    session = studio(place)
    choose(session, "keripik-gelap")
    first = on_disk(place, "foto/keripik-gelap.jpg")
    view = do(session, {"do": "edit", "edit": "terang"}, {"do": "edit", "edit": "ratakan"})
    assert view["live"] == "Ratakan terang. Terang: pas."
    assert view["before"]
    assert look_at(on_disk(place, "foto/keripik-gelap.jpg")).lit.value == "good"
    view = do(session, {"do": "undo"}, {"do": "undo"})
    assert view["live"].startswith("Langkah terakhir diurungkan.")
    assert on_disk(place, "foto/keripik-gelap.jpg") == first
    assert do(session, {"do": "undo"})["live"] == "Belum ada langkah untuk diurungkan."
    assert do(session, {"do": "original"})["live"] == "Ini foto asli."
    do(session, {"do": "edit", "edit": "pertajam"}, {"do": "edit", "edit": "putar_kanan"})
    assert do(session, {"do": "original"})["live"].startswith("Foto asli kembali.")
    assert on_disk(place, "foto/keripik-gelap.jpg") == first


@pytest.mark.parametrize(
    "edit", ["terang", "gelap", "ratakan", "pertajam", "putar_kiri", "putar_kanan", "kecilkan"]
)
def test_every_edit_says_one_sentence(place, edit):
    session = studio(place)
    choose(session)
    assert do(session, {"do": "edit", "edit": edit})["live"].endswith(".")
    assert stored(place)["ubahan"]["foto/keripik-baik.jpg"]["langkah"] == [{"ubah": edit}]


def test_a_photo_is_cut_along_a_frame_that_stays_inside(place):
    session = studio(place)
    choose(session)
    assert do(session, {"do": "crop"})["live"] == "Buka bagian potong dahulu."
    view = do(session, {"do": "crop_open", "open": True})
    assert view["frame"]["box"] == [12, 0, 75, 100]
    view = do(
        session, {"do": "frame", "field": "width", "value": 60}, {"do": "frame", "field": "left", "value": 80}
    )
    assert view["frame"]["box"] == [40, 0, 60, 80]
    view = do(session, {"do": "shape", "shape": "4x3"})
    assert view["frame"]["box"] == [0, 0, 100, 100]
    view = do(session, {"do": "shape", "shape": "bebas"}, {"do": "frame", "field": "height", "value": 50})
    assert view["frame"]["box"] == [10, 10, 80, 50]
    view = do(session, {"do": "crop"})
    assert view["live"].startswith("Foto terpotong. 960 × 450 piksel.")
    assert view["frame"] is None
    assert do(session, {"do": "undo"})["meters"][2]["word"] == "1.200 × 900 piksel"


def test_a_photo_of_her_own_comes_in_parts_and_loses_its_place(place):
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "S"
    session = studio(place)
    view = send(session, phone_photo(exif=exif))
    assert view["name"] == "foto/img-2231.jpg"
    assert "Foto ini menyimpan tempat pengambilan. Catatan itu sudah dihapus." in view["live"]
    for name in ("foto/img-2231.jpg", "foto/img-2231-asli.jpg"):
        seen = look_at(on_disk(place, name))
        assert not seen.remembers_place
        assert seen.long_side == 1600
    assert [name for name, _text in view["pictures"]] == ["foto/img-2231.jpg"]
    light = do(session, {"do": "edit", "edit": "kecilkan"})
    assert len(on_disk(place, "foto/img-2231.jpg")) <= 200 * 1024
    assert light["meters"][3]["ok"]


def test_the_same_photo_again_keeps_its_name_and_another_takes_a_new_one(place):
    session = studio(place)
    choose(session)
    do(session, {"do": "edit", "edit": "terang"})
    edited = on_disk(place, "foto/keripik-baik.jpg")
    assert choose(session)["name"] == "foto/keripik-baik.jpg"
    assert on_disk(place, "foto/keripik-baik.jpg") == edited
    view = send(session, phone_photo(), "keripik-baik.jpg")
    assert view["name"] == "foto/keripik-baik-2.jpg"
    assert on_disk(place, "foto/keripik-baik.jpg") == edited


def test_a_photo_of_the_site_is_opened_untouched_and_kept_at_the_first_edit(place):
    (place.site_folder / "foto").mkdir(parents=True)
    content = content_of_sample("sambal-baik")
    (place.site_folder / "foto/sambalku.jpg").write_bytes(content)
    session = studio(place)
    do(session, {"do": "picture", "name": "foto/sambalku.jpg"})
    assert on_disk(place, "foto/sambalku.jpg") == content
    assert not (place.site_folder / "foto/sambalku-asli.jpg").exists()
    do(session, {"do": "edit", "edit": "gelap"})
    assert on_disk(place, "foto/sambalku.jpg") != content
    assert look_at(on_disk(place, "foto/sambalku-asli.jpg")).width == 1200


def test_a_photo_that_another_program_changed_is_an_original_of_its_own(place):
    session = studio(place)
    choose(session)
    do(session, {"do": "edit", "edit": "terang"})
    (place.site_folder / "foto/keripik-baik.jpg").write_bytes(content_of_sample("lampu-baik"))
    view = do(session, {"do": "edit", "edit": "putar_kanan"})
    assert view["meters"][2]["word"] == "900 × 1.200 piksel"
    assert stored(place)["ubahan"]["foto/keripik-baik.jpg"]["langkah"] == [{"ubah": "putar_kanan"}]


def test_a_photo_that_was_deleted_is_told(place):
    session = studio(place)
    choose(session)
    (place.site_folder / "foto/keripik-baik.jpg").unlink()
    view = do(session, {"do": "edit", "edit": "terang"})
    assert view["live"] == "Foto ini tidak ada lagi di folder. Pilih lagi."
    assert view["trouble"] == view["live"]
    assert "tidak ada di folder" in do(session, {"do": "check"})["check"]["yet"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"halo halo halo", "bukan foto"), (b"\x00\x00\x00\x18ftypheic" + b"\x00" * 40, "JPG di HP"), (b"<svg xmlns='x'></svg>", "gambar garis"),
        (content_of_sample("keripik-baik")[:5000], "rusak"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_photo_is_told_and_nothing_is_written(place, content, told):
    view = send(studio(place), content)
    assert told in view["live"]
    assert not (place.site_folder / "foto").exists()


def test_names_of_files_become_names_of_a_website(place):
    assert send(studio(place), phone_photo(), "../../Foto Ibu (1) é 🍌.jpeg")["name"] == "foto/foto-ibu-1.jpg"
    assert send(studio(place), phone_photo(), "🍌.jpg")["name"] == "foto/foto.jpg"


@pytest.mark.parametrize(
    "message",
    [
        {"do": "x"}, {}, {"do": "sample", "id": "../rahasia"}, {"do": "picture", "name": "../x.jpg"}, {"do": "picture", "name": "foto/tidak-ada.jpg"},
        {"do": "edit", "edit": "potong"}, {"do": "edit", "edit": "hapus"}, {"do": "frame", "field": "left", "value": "5"}, {"do": "shape", "shape": "bulat"}, {"do": "alt"},
        {"do": "upload", "file": 1, "part": 0, "parts": MOST_PARTS + 1, "name": "x", "data": ""}, {"do": "upload", "file": 1, "part": 1, "parts": 2, "name": "x", "data": ""},
        {"do": "upload", "file": 1, "part": 0, "parts": 1, "name": "x", "data": "***"}, {"do": "upload", "file": 1, "part": 0, "parts": 1, "name": "x", "data": "A" * 500_000},
        {"do": "upload", "file": True, "part": 0, "parts": 1, "name": "x", "data": ""}, {"do": "upload", "file": 1, "part": 0, "parts": 1, "name": 7, "data": ""},
    ],
)  # fmt: skip
def test_a_message_nobody_knows_changes_nothing(place, message):
    session = studio(place)
    choose(session)
    before = {key: value for key, value in session.view.items() if key not in {"rev", "live", "live_spoken"}}
    view = session.handle(message)
    assert view["live"]
    assert {key: view[key] for key in before} == before


def test_everything_is_there_again_after_closing_and_in_another_notebook(place):
    session = studio(place)
    choose(session, "keripik-gelap")
    do(session, {"do": "edit", "edit": "terang"}, {"do": "alt", "text": "Sebungkus keripik"})
    other = studio(place)
    keep = {key: value for key, value in session.view.items() if key not in {"rev", "live", "live_spoken"}}
    assert {key: other.view[key] for key in keep} == keep
    do(other, {"do": "alt", "text": "Dua bungkus keripik"})
    assert do(session, {"do": "edit", "edit": "terang"})["alt"] == "Dua bungkus keripik"


@pytest.mark.parametrize(
    "content",
    [
        {"foto": "../x.jpg"},
        {"foto": 7},
        {"alt": 7},
        {"ubahan": 7},
        {"ubahan": {"foto/x.jpg": {"langkah": [{"ubah": "x"}]}}},
    ],
)
def test_a_damaged_answer_is_kept_aside(place, content):
    place.answer(TASK).save(content, place.now())
    session = studio(place)
    assert session.view["name"] == ""
    assert choose(session)["saved"].startswith("Tersimpan")


def test_a_full_disk_leaves_photo_and_screen_as_they_were(place, monkeypatch):
    session = studio(place)
    choose(session)
    before, shown = on_disk(place, "foto/keripik-baik.jpg"), session.view["now"]

    def full(*_args, **_kwargs):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("lentera.answers.file.write_atomically", full)
    view = do(session, {"do": "edit", "edit": "terang"})
    assert view["now"] == shown
    assert on_disk(place, "foto/keripik-baik.jpg") == before
    monkeypatch.undo()
    monkeypatch.setattr("lentera.web.site.write_atomically", full)
    view = do(session, {"do": "edit", "edit": "terang"})
    assert view["now"] == shown
    assert not view["undo"]["ok"]


def test_a_view_stays_small_enough_to_be_sent_with_every_gesture(place):
    session = studio(place)
    send(session, phone_photo())
    view = do(session, {"do": "edit", "edit": "terang"})
    assert len(json.dumps(view)) < 500_000
    assert len(json.dumps(session.words())) < 150_000

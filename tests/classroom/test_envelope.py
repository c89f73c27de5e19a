import hashlib
import io
import json
import random
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from lentera.classroom import EnvelopeRefusedError, Kind, Manifest, container, open_envelope, seal
from lentera.classroom.envelope import to_bytes
from lentera.classroom.keys import public_hex

KEY = Ed25519PrivateKey.from_private_bytes(b"k" * 32)
SEALED_AT = datetime(2026, 11, 22, 9, 41, tzinfo=timezone(timedelta(hours=8)))
MANIFEST = Manifest(Kind.HAND_IN, "SM-07", "s06", SEALED_AT, "laptop12", 3)
FILES = {"s06.ipynb": b"{}", "jawaban/s06-rangkai.json": b'{"bench": 1}', "catatan.jsonl": b""}


@pytest.fixture
def envelope(tmp_path: Path) -> Path:
    return seal(tmp_path / "SM-07_s06_3.amplop", MANIFEST, FILES, KEY)


@pytest.fixture
def refused(tmp_path: Path) -> Callable[[bytes], EnvelopeRefusedError]:
    def open_bytes(content: bytes) -> EnvelopeRefusedError:
        path = tmp_path / "rusak.amplop"
        path.write_bytes(content)
        with pytest.raises(EnvelopeRefusedError) as refusal:
            open_envelope(path)
        assert path.read_bytes() == content
        return refusal.value

    return open_bytes


def packed(manifest: dict[str, object], files: dict[str, bytes]) -> bytes:
    """Sign whatever is given, as a hostile sender with a key of his own would."""
    text = json.dumps(manifest).encode()
    return container.pack({"manifest.json": text, "manifest.sig": KEY.sign(text), **files})


def hostile(carried: dict[str, bytes], /, **changes: object) -> bytes:
    listing = [
        {"path": name, "sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
        for name, content in carried.items()
    ]
    plain = {
        "format": "lentera.amplop/1",
        "kind": "serahan",
        "learner": "SM-07",
        "session": "s06",
        "created": SEALED_AT.isoformat(),
        "device": "laptop12",
        "counter": 3,
        "public_key": public_hex(KEY),
        "files": listing,
    }
    return packed(plain | changes, carried)


def test_round_trip_is_exact(envelope: Path) -> None:
    opened = open_envelope(envelope)
    assert opened.manifest == MANIFEST
    assert opened.files == FILES
    assert opened.key == public_hex(KEY)
    assert opened.raw == envelope.read_bytes()


def test_opening_twice_gives_the_same_and_writes_nothing(envelope: Path) -> None:
    before = sorted(envelope.parent.iterdir())
    assert open_envelope(envelope) == open_envelope(envelope)
    assert sorted(envelope.parent.iterdir()) == before


def test_the_id_is_the_hash_of_the_manifest(envelope: Path) -> None:
    with zipfile.ZipFile(envelope) as archive:
        assert open_envelope(envelope).id == hashlib.sha256(archive.read("manifest.json")).hexdigest()
    assert to_bytes(MANIFEST, FILES, KEY) == envelope.read_bytes()


def test_any_unzip_program_reads_it(envelope: Path) -> None:
    with zipfile.ZipFile(envelope) as archive:
        assert archive.testzip() is None
        assert archive.read("jawaban/s06-rangkai.json") == FILES["jawaban/s06-rangkai.json"]


def test_every_single_changed_byte_is_refused(
    envelope: Path, refused: Callable[[bytes], EnvelopeRefusedError]
) -> None:
    whole, chance = envelope.read_bytes(), random.Random(6)  # noqa: S311 - a test's dice
    for place in range(len(whole)):
        damaged = bytearray(whole)
        damaged[place] ^= 1 << chance.randrange(8)
        refused(bytes(damaged))


@pytest.mark.parametrize("keep", [0, 1, 21, 100, -1])
def test_cut_short_is_refused(
    envelope: Path, refused: Callable[[bytes], EnvelopeRefusedError], keep: int
) -> None:
    refused(envelope.read_bytes()[:keep])


def test_anything_added_is_refused(envelope: Path, refused: Callable[[bytes], EnvelopeRefusedError]) -> None:
    refused(envelope.read_bytes() + b"\0")
    refused(b"MZ" + envelope.read_bytes())


@settings(max_examples=60, deadline=None)
@given(content=st.binary(max_size=400))
def test_noise_is_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("derau") / "x.amplop"
    path.write_bytes(content)
    with pytest.raises(EnvelopeRefusedError):
        open_envelope(path)


def test_refusal_says_what_where_and_what_next(refused: Callable[[bytes], EnvelopeRefusedError]) -> None:
    assert refused(b"bukan amplop").sentences() == [
        "rusak.amplop rusak dan tidak dibuka.",
        "Semua tetap seperti semula. Minta salinan amplop yang baru.",
    ]


# Well signed, and still not what a hand-in may carry.
@pytest.mark.parametrize(
    "name",
    [
        "../s06.ipynb",
        "/etc/passwd",
        "C:/s06.ipynb",
        "jawaban/../../s06.json",
        "jawaban\\s06.json",
        "jawaban/.riwayat.json",
        "jawaban/con.json",
        "jawaban/S06.json",
        "s06.ipynb/x",
        "s06.py",
        "umpan_balik.html",
        "manifest.json2",
    ],
)
def test_names_outside_the_allow_list_are_refused(
    refused: Callable[[bytes], EnvelopeRefusedError], name: str
) -> None:
    refused(hostile({name: b"x"}))
    with pytest.raises(ValueError, match="cannot carry"):
        to_bytes(MANIFEST, {name: b"x"}, KEY)


@pytest.mark.parametrize(
    "changes",
    [
        {"learner": "sm-07"},
        {"learner": "../SM-07"},
        {"session": "s13"},
        {"session": "s6"},
        {"counter": 0},
        {"counter": True},
        {"counter": 1e3},
        {"counter": 10**12},
        {"created": "2026-11-22T09:41:00"},
        {"created": "kemarin"},
        {"kind": "surat"},
        {"device": "a/b"},
        {"format": "lentera.amplop/0"},
        {"public_key": public_hex(KEY).upper()},
        {"files": []},
        {"files": None},
        {"files": [{"path": 3, "sha256": "", "size": 2}]},
        {"files": "s06.ipynb"},
        {"files": [{"path": "s06.ipynb", "sha256": "0" * 64, "size": 2}]},
    ],
    ids=str,
)
def test_a_manifest_without_the_right_shape_is_refused(
    refused: Callable[[bytes], EnvelopeRefusedError], changes: dict[str, object]
) -> None:
    refused(hostile({"s06.ipynb": b"{}"}, **changes))


def test_a_newer_format_asks_for_an_update(refused: Callable[[bytes], EnvelopeRefusedError]) -> None:
    refusal = refused(hostile({"s06.ipynb": b"{}"}, format="lentera.amplop/2"))
    assert refusal.sentences() == [
        "rusak.amplop dibuat oleh Lentera yang lebih baru.",
        "Perbarui Lentera di laptop ini, lalu coba lagi.",
    ]


def test_another_key_than_the_manifest_names_is_refused(
    refused: Callable[[bytes], EnvelopeRefusedError],
) -> None:
    other = Ed25519PrivateKey.generate()
    refused(hostile({"s06.ipynb": b"{}"}, public_key=public_hex(other)))


def zipped(compression: int, entries: list[tuple[zipfile.ZipInfo | str, bytes]]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return stream.getvalue()


def test_compressed_entries_are_refused_unread(refused: Callable[[bytes], EnvelopeRefusedError]) -> None:
    bomb = zipped(zipfile.ZIP_DEFLATED, [("manifest.json", b"0" * 10**7)])
    assert len(bomb) < 2 * 10**4
    assert "compressed" in refused(bomb).reason


def test_too_many_entries_are_refused(refused: Callable[[bytes], EnvelopeRefusedError]) -> None:
    many = zipped(zipfile.ZIP_STORED, [(f"jawaban/{n}.json", b"") for n in range(container.MAX_ENTRIES + 1)])
    assert "more entries" in refused(many).reason


def test_a_file_larger_than_any_envelope_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "besar.amplop"
    with path.open("wb") as stream:
        stream.truncate(container.MAX_BYTES + 1)
    with pytest.raises(EnvelopeRefusedError) as refusal:
        open_envelope(path)
    assert "larger" in refusal.value.reason


def test_symbolic_links_inside_are_refused(refused: Callable[[bytes], EnvelopeRefusedError]) -> None:
    link = zipfile.ZipInfo("s06.ipynb")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    with zipfile.ZipFile(io.BytesIO(hostile({}))) as archive:
        signed = [(name, archive.read(name)) for name in archive.namelist()]
    refused(zipped(zipfile.ZIP_STORED, [*signed, (link, b"/etc/passwd")]))


def test_an_entry_twice_is_refused(envelope: Path, refused: Callable[[bytes], EnvelopeRefusedError]) -> None:
    with zipfile.ZipFile(envelope) as archive:
        entries = [(name, archive.read(name)) for name in archive.namelist()]
    with pytest.warns(UserWarning, match="Duplicate name"):
        doubled = zipped(zipfile.ZIP_STORED, [*entries, ("s06.ipynb", b"[]")])
    refused(doubled)


def test_a_missing_file_is_named_not_there(tmp_path: Path) -> None:
    with pytest.raises(EnvelopeRefusedError):
        open_envelope(tmp_path / "tidak-ada.amplop")


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        seal(tmp_path / "x.amplop", replace(MANIFEST, counter=4), FILES, KEY)
    assert list(tmp_path.iterdir()) == []

"""The door of the notebooks: the same marks everywhere, no traceback, nothing heavy."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from IPython.display import HTML

from lentera import kelas
from lentera.desk import Desk
from lentera.place import Place
from lentera.progress import Verb
from lentera.tasks import RULE_SETS

RIGHT = (
    ("battery.plus", "fuse.a"),
    ("fuse.b", "controller.battery_plus"),
    ("battery.minus", "controller.battery_minus"),
    ("panel.plus", "controller.pv_plus"),
    ("panel.minus", "controller.pv_minus"),
    ("controller.load_plus", "switch.a"),
    ("switch.b", "lamp1.plus"),
    ("controller.load_minus", "lamp1.minus"),
)
POINTS = {"s06-sambungan": 30, "s06-urutan": 20, "s06-sekering": 10}


@pytest.fixture(autouse=True)
def _in_the_session_folder(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(place.folder)


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[HTML]:
    """What `display` was asked to show."""
    pieces: list[HTML] = []
    monkeypatch.setattr("IPython.display.display", pieces.append)
    return pieces


def wire(*pairs: tuple[str, str]) -> None:
    widget = kelas.rangkai_surya()
    assert widget is not None
    for start, end in pairs:
        widget._handle_custom_msg({"do": "join", "start": start, "end": end}, [])
    widget.close()


@pytest.mark.parametrize("task", POINTS)
def test_right_work_earns_all_points(task: str, capsys: pytest.CaptureFixture[str]) -> None:
    wire(*RIGHT)
    assert kelas.nilai(task) == POINTS[task]
    out, err = capsys.readouterr()
    assert "Bagus, Bu." in out
    assert err == ""


@pytest.mark.parametrize("task", RULE_SETS)
def test_no_answer_is_zero_with_its_sentence(task: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert kelas.nilai(task) == 0.0
    out, err = capsys.readouterr()
    assert out.strip()
    assert err == ""


def test_a_damaged_answer_is_zero_with_its_sentence(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    folder = place.folder / "jawaban"
    folder.mkdir()
    (folder / "s06-rangkai.json").write_text("{{{", encoding="utf-8")
    assert kelas.nilai("s06-sambungan") == 0.0
    place.answer("s06-rangkai").save({"bench": 7}, place.now())
    assert kelas.nilai("s06-sambungan") == 0.0
    out, err = capsys.readouterr()
    assert "Catatan meja rangkai belum terbaca." in out
    assert err == ""


def test_an_unknown_task_never_raises(capsys: pytest.CaptureFixture[str]) -> None:
    assert kelas.nilai("s99-apa") == 0.0
    assert kelas.nilai("s06-kit") == 0.0
    out, err = capsys.readouterr()
    assert "Belum dinilai." in out
    assert err == ""


@pytest.mark.parametrize("count", range(len(RIGHT) + 1))
@pytest.mark.parametrize("task", POINTS)
def test_cek_and_nilai_agree(
    task: str, count: int, shown: list[HTML], capsys: pytest.CaptureFixture[str]
) -> None:
    wire(*RIGHT[:count])
    points = kelas.nilai(task)
    said = capsys.readouterr().out.strip()
    assert kelas.cek(task) is None
    page = shown[-1].data
    for sentence in said.split(". "):
        assert sentence.rstrip(".") in page.replace("&quot;", '"')
    number = f"{points:.0f}" if points.is_integer() else f"{points:.1f}".replace(".", ",")
    assert f"Nilai sejauh ini: {number} dari {POINTS[task]}." in page


def test_starting_over_for_practice_keeps_the_mark() -> None:
    widget = kelas.rangkai_surya()
    assert widget is not None
    for start, end in RIGHT:
        widget._handle_custom_msg({"do": "join", "start": start, "end": end}, [])
    for message in ("check", "start_over"):
        widget._handle_custom_msg({"do": message}, [])
    widget.close()
    assert [kelas.nilai(task) for task in POINTS] == list(POINTS.values())


def test_cek_of_an_observed_task_says_who_marks_it(shown: list[HTML]) -> None:
    kelas.cek("s06-kit")
    assert "Tugas ini dinilai pengajar. Belum dinilai." in shown[-1].data


def test_halo_greets_and_logs(shown: list[HTML], desk: Desk) -> None:
    kelas.halo("s06")
    assert "Selamat datang, Ibu Rahma. Ini Sesi 6: Merakit Lampu Surya." in shown[-1].data
    logged = [(one.verb, one.activity.id, one.learner) for one in desk.open_log().statements()]
    assert logged == [(Verb.OPENED, "s06", "SM-07")]


def test_pages_load_nothing_from_outside(shown: list[HTML]) -> None:
    kelas.halo("s06")
    kelas.cek("s06-sambungan")
    for piece in shown:
        assert "http" not in piece.data
        assert "url(" not in piece.data


@pytest.mark.parametrize(
    ("verb", "argument"),
    [("rangkai_surya", "s99-apa"), ("catat_ukur", "zz"), ("kuis", "zz"), ("cek", "zz"), ("halo", "zz")],
)
def test_trouble_is_a_sentence_and_the_trainer_finds_the_rest(
    verb: str, argument: str, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert getattr(kelas, verb)(argument) is None
    out, err = capsys.readouterr()
    assert out.strip() == "Bagian ini belum bisa dibuka. Jawaban tetap aman. Panggil pengajar."
    assert err == ""
    assert "Traceback" in (desk.private / "galat.log").read_text(encoding="utf-8")


def test_grading_loads_no_widget_library(place: Place) -> None:
    wire(*RIGHT)
    code = (
        "import sys\n"
        "from lentera import kelas\n"
        "assert not {'numpy', 'IPython', 'lentera.solar'} & set(sys.modules)\n"
        "assert kelas.nilai('s06-sambungan') == 30.0\n"
        "heavy = {'anywidget', 'ipywidgets', 'traitlets', 'IPython', 'sqlalchemy', 'lentera.widgets'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=place.folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Semua 8 sambungan cocok." in done.stdout


def test_grading_is_at_nobodys_desk(
    place: Place, desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    wire(*RIGHT)
    # The class folder around the grade cells has a `.lentera` too: its preferences and log are the trainer's.
    monkeypatch.setenv("LENTERA_GRADING", "1")
    assert Place.here().desk is None
    assert kelas.nilai("s06-sambungan") == 30.0
    assert "Bagus." in capsys.readouterr().out
    assert kelas.nilai("s99-apa") == 0.0
    assert not (desk.private / "galat.log").exists()


def test_grading_shows_no_widget_and_loads_none(place: Place, desk: Desk) -> None:
    code = (
        "import sys\n"
        "from lentera import kelas\n"
        "shown = (kelas.halo('s06'), kelas.rangkai_surya(), kelas.rangkai_surya(bebas=True),\n"
        "    kelas.daftar_periksa('s06-kit'), kelas.catat_ukur('s06-ukur'), kelas.kuis('s06-pintu'),\n"
        "    kelas.cek('s06-sambungan'), kelas.kuis('zz'))\n"
        "assert set(shown) == {None}\n"
        "heavy = {'anywidget', 'ipywidgets', 'IPython', 'sqlalchemy', 'lentera.solar'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=place.folder,
        env={**os.environ, "LENTERA_GRADING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert not list(desk.private.glob("catatan.sqlite*"))


def test_outside_of_any_desk_the_bench_still_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = tmp_path / "lain"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    wire(*RIGHT)
    assert kelas.nilai("s06-sambungan") == 30.0


VERBS = sorted(
    set(kelas.__all__) - {"catat_ukur", "cek", "cek_halaman", "daftar_periksa", "halo", "kuis", "nilai"}
)


@pytest.mark.parametrize("verb", VERBS)
def test_every_activity_opens_ready_to_go(verb: str, place: Place) -> None:
    widget = getattr(kelas, verb)()
    assert widget is not None, "the learner would read that it cannot be opened"
    assert widget.view["live"]
    # The editor's first gesture is its own: a learner begins with a page to fill in, and is told so.
    if verb != "editor_halaman":
        assert not (place.folder / "jawaban").exists(), "looking saves nothing"
    widget.close()


@pytest.mark.parametrize("verb", VERBS)
def test_every_activity_can_be_opened_outside_of_any_desk(
    verb: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    widget = getattr(kelas, verb)()
    assert widget is not None
    widget.close()


def test_free_play_asks_nothing_and_leaves_the_task_alone(place: Place) -> None:
    for verb, task in (("rangkai_surya", "s06-rangkai"), ("multimeter", "s04-ukur")):
        widget = getattr(kelas, verb)(bebas=True)
        assert not widget.view["judged"]
        assert widget.activity._file.task == f"{task}-bebas"
        widget.close()

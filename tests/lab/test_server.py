"""The desk's server: this laptop alone, a token, our pages, and nothing from outside."""

import http.cookiejar
import json
import re
import socket
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import replace
from pathlib import Path

import pytest
from tests.lab.desks import LESSON, OPEN_DESK, make_content, start_desk

from lentera.desk import Desk
from lentera.lab import running

PAGES = ["", "sesi", "tugas", "nilai", "cara", "bantuan"]


class Visitor:
    """A browser without scripts."""

    def __init__(self, desk):
        self.desk = desk
        jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.opener = urllib.request.build_opener(jar)
        self.html = self.fetch(desk.address)

    def fetch(self, address, data=None):
        if not address.startswith("http"):
            address = f"{self.desk.base}/lentera/{address}"
        with self.opener.open(address, data, timeout=60) as answer:
            self.address = answer.geturl()
            self.headers = answer.headers
            self.html = answer.read().decode()
        return self.html

    def send(self, page, form, **fields):
        """Fill in a form of a page and send it."""
        self.fetch(page)
        token = re.search(r'name="_xsrf" value="([^"]+)"', self.html)[1]
        return self.fetch(form, urllib.parse.urlencode({"_xsrf": token, **fields}).encode())


@pytest.fixture
def visitor(shared_desk):
    return Visitor(shared_desk)


@pytest.fixture(scope="module")
def own_desk(tmp_path_factory, curriculum):
    """A desk whose state the tests of this module change."""
    folder = tmp_path_factory.mktemp("meja sendiri")
    stick = folder / "STIK"
    stick.mkdir()
    desk = start_desk(folder / "meja", make_content(folder / "kursus", curriculum), "", stick)
    yield desk
    desk.stop()


@pytest.mark.parametrize("page", PAGES)
def test_pages_are_indonesian_and_load_nothing_from_outside(visitor, page):
    html = visitor.fetch(page)
    assert '<html lang="id">' in html
    assert html.count("<h1") == 1
    assert "<script" not in html
    assert re.findall(r'(?:src|href|action)="((?:https?:)?//[^"]+)"', html) == []
    assert "default-src 'none'" in visitor.headers["Content-Security-Policy"]
    assert visitor.desk.token not in html


@pytest.mark.parametrize(
    "path", ["/lentera/", "/lentera/tugas", "/lentera/api/sel?path=x", "/lentera/gaya/halaman.css"]
)
def test_nothing_opens_without_the_token(shared_desk, path):
    with pytest.raises(urllib.error.HTTPError) as refused:
        shared_desk.get(path, token=False)
    with refused.value as answer:
        assert answer.code == 403
        assert shared_desk.token not in answer.read().decode()


def test_a_stranger_reads_a_sentence_not_an_error_code(shared_desk):
    with pytest.raises(urllib.error.HTTPError) as refused:
        shared_desk.get("/lentera/", token=False)
    with refused.value as answer:
        assert "Tutup tab ini, lalu buka Lentera lagi." in answer.read().decode()


def test_a_notebook_without_the_token_leads_to_the_same_sentence(shared_desk):
    with pytest.raises(urllib.error.HTTPError) as refused:
        shared_desk.get(f"/notebooks/{LESSON}", token=False)
    with refused.value as answer:
        assert answer.code == 403
        assert "Tutup tab ini, lalu buka Lentera lagi." in answer.read().decode()


def test_the_server_listens_on_this_laptop_alone(shared_desk):
    port = int(shared_desk.base.rpartition(":")[2])
    others = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), port, socket.AF_INET)}
    for address in {address for address in others if not address.startswith("127.")}:
        with socket.socket() as probe:
            probe.settimeout(1)
            assert probe.connect_ex((address, port)) != 0
    with socket.socket() as probe:
        probe.connect(("127.0.0.1", port))


def test_the_token_leaves_the_address_at_once(visitor):
    visitor.fetch(visitor.desk.address)
    assert visitor.address == f"{visitor.desk.base}/lentera/"


def test_terminals_and_other_servers_are_off(shared_desk):
    with pytest.raises(urllib.error.HTTPError) as refused:
        shared_desk.get("/api/terminals")
    refused.value.close()
    for extension in ("/formgrader", "/assignments", "/lsp/status"):
        with pytest.raises(urllib.error.HTTPError) as missing:
            shared_desk.get(extension)
        assert missing.value.code == 404
        missing.value.close()


def test_the_learners_home_and_the_prefix_stay_clean(shared_desk):
    assert not (shared_desk.workspace.parent / "rumah").exists()


def test_only_delivered_cells_are_allowed_to_run(shared_desk):
    with shared_desk.get(f"/lentera/api/sel?path={LESSON}") as answer:
        assert [cell["id"] for cell in json.load(answer)["cells"]] == ["siap", "alat"]
    with shared_desk.get("/lentera/api/sel?path=s06/lain.ipynb") as answer:
        assert json.load(answer)["cells"] == []


def test_the_map_shows_twelve_sessions_and_links_only_what_is_there(visitor):
    html = visitor.fetch("")
    assert html.count('class="no"') == 12
    assert html.count("Segera hadir") == 11
    assert re.findall(r'href="/lentera/buka/(s\d\d)"', html) == ["s06", "s06"]


def test_a_session_opens_in_the_learners_view_and_in_jupyterlab(visitor):
    for page, view in (("buka/s06", "/notebooks/"), ("buka/s06?di=lab", "/lab/tree/")):
        visitor.fetch(page)
        assert visitor.address == visitor.desk.base + view + LESSON


@pytest.mark.parametrize("page", ["buka/s07", "umpan/s06", "tidak-ada", "buka/s06?bagian=baru0"])
def test_what_is_not_there_is_said_in_words(visitor, page):
    with pytest.raises(urllib.error.HTTPError) as missing:
        visitor.fetch(page)
    with missing.value as answer:
        assert answer.code == 404
        if page != "tidak-ada":
            assert "Halaman ini tidak ada." in answer.read().decode()


def test_a_form_without_its_secret_is_refused(shared_desk):
    visitor = Visitor(shared_desk)
    with pytest.raises(urllib.error.HTTPError) as refused:
        visitor.fetch("kode", urllib.parse.urlencode({"kode": "SM-08"}).encode())
    assert refused.value.code == 403
    refused.value.close()
    assert Desk(shared_desk.workspace).learner == "SM-07"


@pytest.mark.parametrize("code", ["", "salah", "SM07", "<b>SM-07</b>"])
def test_a_learner_code_of_another_shape_is_explained(own_desk, code):
    visitor = Visitor(own_desk)
    assert "Kode di kartu kelas" in visitor.html
    html = visitor.send("", "kode", kode=code)
    assert "Kode ini belum tepat" in html
    assert "<b>SM" not in html
    assert Desk(own_desk.workspace).learner is None


def test_handing_in_needs_a_code(own_desk):
    visitor = Visitor(own_desk)
    html = visitor.fetch("tugas")
    assert "Tulis kode peserta di beranda dulu." in html
    assert "/lentera/serahkan" not in html


def test_a_learner_code_is_kept(own_desk):
    visitor = Visitor(own_desk)
    html = visitor.send("", "kode", kode=" sm-12 ")
    assert "Kode SM-12 tersimpan di laptop ini." in html
    assert Desk(own_desk.workspace).learner == "SM-12"
    assert "Kode SM-12 tersimpan" not in visitor.fetch("")


def test_the_way_of_learning_is_kept_and_shown(own_desk):
    visitor = Visitor(own_desk)
    html = visitor.send("cara", "cara", huruf="150", tampilan="gelap", sapaan="Ibu", nama=" Sari <b> ")
    assert 'data-tema="gelap" data-huruf="150"' in html
    assert "Ibu Sari &lt;b&gt;." in visitor.fetch("")
    settings = own_desk.workspace / ".lentera/jupyter/settings/@jupyterlab/apputils-extension"
    kept = json.loads((settings / "themes.jupyterlab-settings").read_text(encoding="utf-8"))
    assert kept["theme"] == "JupyterLab Dark"
    assert kept["overrides"]["content-font-size1"] == "24px"


def test_reading_aloud_and_single_keys_are_chosen_like_the_rest(own_desk):
    visitor = Visitor(own_desk)
    html = visitor.send("cara", "cara", suara="tidak", tombol="tidak", nama="")
    assert 'name="suara" value="tidak" checked' in html
    assert 'name="tombol" value="tidak" checked' in html
    kept = Desk(own_desk.workspace).preferences
    assert (kept.sound, kept.keys) == (False, False)
    visitor.send("cara", "cara", suara="keras", tombol="ya", nama="")
    kept = Desk(own_desk.workspace).preferences
    assert (kept.sound, kept.keys) == (False, True)


def test_a_look_chosen_inside_a_notebook_is_followed_by_the_next_page(own_desk):
    desk = Desk(own_desk.workspace)
    desk.set_preferences(replace(desk.preferences, theme="kontras", text_size=200))
    visitor = Visitor(own_desk)
    visitor.fetch("buka/s06")
    settings = own_desk.workspace / ".lentera/jupyter/settings/@jupyterlab/apputils-extension"
    kept = json.loads((settings / "themes.jupyterlab-settings").read_text(encoding="utf-8"))
    assert kept["theme"] == "JupyterLab Dark High Contrast"
    assert kept["overrides"]["content-font-size1"] == "32px"


def test_a_choice_that_is_not_offered_changes_nothing(own_desk):
    visitor = Visitor(own_desk)
    visitor.send("cara", "cara", huruf="150", tampilan="gelap", sapaan="Ibu", nama="Sari")
    visitor.send("cara", "cara", huruf="900", tampilan="ungu", sapaan="Tuan", nama="Sari")
    kept = Desk(own_desk.workspace).preferences
    assert (kept.text_size, kept.theme, kept.address.value, kept.name) == (150, "gelap", "Ibu", "Sari")


def test_work_is_handed_in_to_the_stick_and_nowhere_else(own_desk):
    visitor = Visitor(own_desk)
    Desk(own_desk.workspace).set_learner("SM-12")
    stick = own_desk.workspace.parent / "STIK"
    answers = own_desk.workspace / "s06" / "jawaban"
    answers.mkdir(exist_ok=True)
    html = visitor.send("tugas", "serahkan", sesi="s06", tempat=str(stick))
    assert 'id="pesan"' in html
    assert [path.name for path in stick.iterdir()] == ["SM-12_s06_1.amplop"]
    elsewhere = own_desk.workspace.parent / "lain"
    elsewhere.mkdir()
    html = visitor.send("tugas", "serahkan", sesi="s06", tempat=str(elsewhere))
    assert "Tempat ini sudah tidak ada." in html
    assert list(elsewhere.iterdir()) == []


def test_handing_in_what_is_not_there_is_a_sentence(own_desk):
    visitor = Visitor(own_desk)
    Desk(own_desk.workspace).set_learner("SM-12")
    html = visitor.send("tugas", "serahkan", sesi="s11", tempat=str(own_desk.workspace.parent / "STIK"))
    assert "pesan" in visitor.address
    assert 'class="yet"' in html


def test_feedback_that_is_not_there_is_a_sentence(own_desk):
    visitor = Visitor(own_desk)
    Desk(own_desk.workspace).set_learner("SM-12")
    html = visitor.send("tugas", "ambil", tempat=str(own_desk.workspace / "serahan"))
    assert 'id="pesan"' in html


def test_feedback_is_locked_in(own_desk):
    page = own_desk.workspace / "umpan_balik" / "s06" / "umpan_balik.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text("<h1>Umpan balik</h1><script>fetch('/api')</script>", encoding="utf-8")
    visitor = Visitor(own_desk)
    assert "Baca umpan balik Sesi 6" in visitor.fetch("")
    visitor.fetch("umpan/s06")
    policy = visitor.headers["Content-Security-Policy"]
    assert policy.startswith("sandbox;")
    assert "allow-scripts" not in policy
    assert "default-src 'none'" in policy


def test_a_deleted_lesson_is_put_back_when_it_is_opened(own_desk):
    visitor = Visitor(own_desk)
    (own_desk.workspace / LESSON).unlink()
    visitor.fetch("buka/s06")
    assert visitor.address.endswith("/notebooks/" + LESSON)
    assert (own_desk.workspace / LESSON).is_file()


def test_a_second_desk_on_the_same_workspace_shows_the_first(own_desk):
    again = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", OPEN_DESK, own_desk.workspace, ""],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert again.returncode == 0
    assert f"Alamat: {own_desk.address}" in again.stdout


def test_a_desk_closes_cleanly_and_opens_again(tmp_path, content):
    workspace = tmp_path / "meja"
    first = start_desk(workspace, content)
    first.stop()
    assert first.process.returncode == 0
    assert any("Semua hasil kerja tersimpan" in line for line in first.lines)
    assert "Traceback" not in "".join(first.lines)
    assert not (workspace / ".lentera" / "meja-buka.json").exists()
    assert list((workspace / ".lentera/jupyter/runtime").glob("jpserver-*")) == []


def test_a_busy_port_is_a_sentence(tmp_path, capsys):
    from lentera.lab import open_desk

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert open_desk(tmp_path / "meja", port=port, browser=False) == 1
    assert f"Nomor port {port} sedang dipakai program lain." in capsys.readouterr().out


def test_a_learner_code_of_another_shape_is_a_wrong_call(tmp_path, capsys):
    from lentera.lab import open_desk

    assert open_desk(tmp_path / "meja", "salah", browser=False) == 2
    assert "Kode peserta SALAH belum tepat." in capsys.readouterr().out


def test_a_folder_that_cannot_be_used_is_a_sentence(tmp_path, capsys):
    from lentera.lab import open_desk

    (tmp_path / "berkas").write_text("", encoding="utf-8")
    assert open_desk(tmp_path / "berkas", browser=False) == 1
    assert "tidak bisa dipakai" in capsys.readouterr().out


def test_the_next_free_port_is_taken(monkeypatch):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        monkeypatch.setattr(running, "FIRST_PORT", port)
        with running.listen(None) as listener:
            assert listener.getsockname()[1] > port


def test_a_note_of_a_dead_desk_is_not_believed(tmp_path):
    desk = Desk.open(tmp_path / "meja")
    running.note_running(desk, running.RunningDesk(port=9, token="x", pid=1))  # noqa: S106 - of nobody
    assert running.find_running(desk) is None
    (desk.private / "meja-buka.json").write_text("{", encoding="utf-8")
    assert running.find_running(desk) is None


def test_two_desks_that_open_at_once_get_two_ports(monkeypatch):
    """A port that was only looked at was taken by the other before the server listened."""
    with running.listen(None) as first, running.listen(None) as second:
        assert first.getsockname()[1] != second.getsockname()[1]
        with socket.create_connection(first.getsockname(), timeout=5):
            pass


def test_a_lesson_is_restored_from_the_help_page(own_desk):
    lesson = own_desk.workspace / LESSON
    whole = lesson.read_bytes()
    damaged = json.loads(whole)
    del damaged["cells"][1]
    lesson.write_text(json.dumps(damaged), encoding="utf-8")
    visitor = Visitor(own_desk)
    assert "Pulihkan Sesi 6" in visitor.fetch("bantuan")
    html = visitor.send("bantuan", "pulihkan", sesi="s06")
    assert "Sesi 6 utuh lagi. Jawaban tetap ada." in html
    assert lesson.read_bytes() == whole
    assert "masih utuh" in visitor.send("bantuan", "pulihkan", sesi="s06")


def test_the_slow_grammar_of_web_addresses_is_not_compiled():
    """Lark compiles it for seconds at import, and nothing on a desk asks for it."""
    ask = (
        "import sys; from lentera.lab.desk_server import _skip_slow_grammar; _skip_slow_grammar(); "
        "import jupyter_events, jsonschema; print(sys.modules['rfc3987_syntax'], 'lark' in sys.modules); "
        "print('iri' in jsonschema.FormatChecker.checkers, 'uri' in jsonschema.FormatChecker.checkers)"
    )
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", ask], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["None", "False", "False", "True"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_log_that_does_not_fit_shows_no_traceback(tmp_path):
    desk = Desk.open(tmp_path / "meja")
    (desk.private / "peladen.log").symlink_to("/dev/full")
    ask = (
        "import sys; from pathlib import Path; from lentera.desk import Desk; from lentera.lab import running;"
        "from lentera.lab.desk_server import _make_server; here = running.listen(None);"
        "desk = Desk.open(Path(sys.argv[1]));"
        "note = running.RunningDesk(here.getsockname()[1], 'x', 1);"
        "app = _make_server(desk, note, here); app.log.error('tidak muat')"
    )
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", ask, desk.root], capture_output=True, text=True, check=False
    )
    assert "Traceback" not in done.stderr + done.stdout

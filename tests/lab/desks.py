"""A small course and a desk on it in its own process."""

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

LESSON = "s06/s06_merakit_lampu_surya.ipynb"
ASSIGNMENT = "s06/s06.ipynb"
OPEN_DESK = (
    "import sys; from pathlib import Path; from lentera.lab import open_desk; "
    "sys.exit(open_desk(Path(sys.argv[1]), sys.argv[2] or None, browser=False))"
)


def live(source, cell_id):
    """Make a code cell that runs by itself."""
    cell = new_code_cell(source, id=cell_id)
    cell.metadata = {"tags": ["lentera-hidup"], "jupyter": {"source_hidden": True}}
    return cell


def lesson(*extra, opening="Baca dulu."):
    """Make a session notebook with two live cells and one that waits for the learner."""
    cells = [
        new_markdown_cell(f"# Sesi 6: Merakit Lampu Surya\n\n{opening}", id="judul"),
        live("from ipywidgets import Dropdown\n\nlampu = 'menyala'", "siap"),
        live("print('lampu ' + lampu)\nDropdown(options=['LED', 'Buzzer'], description='Alat')", "alat"),
        new_markdown_cell("\n\n".join(f"Kalimat nomor {number}." for number in range(60)), id="isi"),
        new_code_cell("print('tidak ' + 'sendiri')", id="latihan"),
        *extra,
    ]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return new_notebook(
        cells=cells, metadata={"lentera": {"sesi": "s06", "jenis": "pelajaran"}, "kernelspec": kernel}
    )


def write_notebook(path, notebook):
    """Write a valid notebook."""
    nbformat.validate(notebook)
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)


def make_content(root, curriculum):
    shutil.copytree(curriculum, root / "curriculum")
    notebook = lesson()
    notebook.cells[0].source += "\n\n![Lampu menyala](aset/lampu.svg)"
    write_notebook(root / "sessions" / Path(LESSON).name, notebook)
    picture = root / "sessions" / "aset" / "lampu.svg"
    picture.parent.mkdir()
    picture.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    write_notebook(root / "grading" / "release" / "s06" / "s06.ipynb", lesson(opening="Lembar tugas."))
    return root


@dataclass
class OpenDesk:
    """A desk that serves in its own process."""

    workspace: Path
    process: subprocess.Popen
    lines: list = field(default_factory=list)
    address: str = ""

    @property
    def base(self):
        return self.address.split("/lentera/")[0]

    @property
    def token(self):
        return self.address.partition("token=")[2]

    def get(self, path, *, token=True):
        """Fetch a page as a program would."""
        request = urllib.request.Request(self.base + path)  # noqa: S310 - always http to this machine
        if token:
            request.add_header("Authorization", f"token {self.token}")
        return urllib.request.urlopen(request, timeout=30)  # noqa: S310 - as above

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(30)
        finally:
            self.process.kill()
            self.process.stdout.close()


def start_desk(workspace, content, learner="SM-07", drives=""):
    """Open a desk as the command does and wait for the address."""
    environment = os.environ | {
        "LENTERA_CONTENT": str(content),
        "LENTERA_DRIVES": str(drives),
        "LENTERA_LANG": "id",
        "HOME": str(workspace.parent / "rumah"),
    }
    process = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", OPEN_DESK, workspace, learner],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=environment,
    )
    desk = OpenDesk(workspace, process)
    told = threading.Event()

    def listen():
        for line in process.stdout:
            desk.lines.append(line)
            if line.startswith("Alamat: "):
                desk.address = line.removeprefix("Alamat: ").strip()
                told.set()
        told.set()

    threading.Thread(target=listen, daemon=True).start()
    told.wait(120)
    if not desk.address:
        desk.stop()
        raise AssertionError("The desk did not open:\n" + "".join(desk.lines))
    return desk


def leaves(url):
    return not re.match(r"(https?|ws)://127\.0\.0\.1[:/]|data:|blob:", url)

"""Settings of nbgrader for this course; a class folder carries a copy."""  # noqa: INP001 - traitlets runs it, nobody imports it

from pathlib import Path

c = get_config()  # noqa: F821 - traitlets hands it to every configuration file

c.CourseDirectory.root = str(Path(__file__).resolve().parent)
c.CourseDirectory.course_id = "lentera"
# "feedback" is ignored by default wherever it stands in a path; answers are never called that.
c.CourseDirectory.ignore = [".ipynb_checkpoints", "*.pyc", "__pycache__", ".riwayat"]

c.ClearSolutions.code_stub = {"python": "# Tulis jawaban di sini.\nraise NotImplementedError"}
c.ClearSolutions.text_stub = "Tulis jawaban di sini."

# A comment of Markdown: the trainer reads the list of an observed task without the marks around it.
c.ClearMarkScheme.begin_mark_scheme_delimeter = "BEGIN MARK SCHEME"
c.ClearMarkScheme.end_mark_scheme_delimeter = "END MARK SCHEME"

c.OverwriteCells.add_missing_cells = True
c.OverwriteCells.missing_cell_notification = "Sel {cell_id} tidak ada di serahan. Sel ini dikembalikan.\n\n"

c.Execute.timeout = 60
c.LimitOutput.max_lines = 200
c.LimitOutput.max_traceback = 40

c.Validator.changed_warning = "Ada sel penilaian yang berubah. Buka lagi tugas dari Beranda."
c.Validator.failed_warning = "Ada tugas yang belum tepat. Baca kalimatnya, lalu coba lagi."
c.Validator.passed_warning = "Semua tugas yang dinilai otomatis sudah tepat."

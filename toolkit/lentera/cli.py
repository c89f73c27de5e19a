"""The command line: ``lentera …``."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Protocol

import typer

from lentera import __version__
from lentera.words import _

if TYPE_CHECKING:
    from lentera.classroom import ClassFolder
    from lentera.progress import Table

DONE, FAULTS, WRONG_CALL = 0, 1, 2
"""Exit codes: done, the work has faults, the call was wrong."""

app = typer.Typer(
    name="lentera",
    help=_("A classroom in a box: lessons, a solar-lamp bench, grading and progress, all offline."),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
course_app = typer.Typer(help=_("Look after the course's content."), no_args_is_help=True)
learner_app = typer.Typer(help=_("Look after the list of learners."), no_args_is_help=True)
app.add_typer(course_app, name="course")
app.add_typer(learner_app, name="learner")


class Result(Protocol):
    """What a command shows: sentences for people, JSON for programs."""

    def sentences(self) -> list[str]:
        """Return what to tell a person."""

    def to_json(self) -> dict[str, Any]:
        """Return the same for a program."""


class Format(StrEnum):
    """Ways to show a table."""

    TEXT = "text"
    HTML = "html"
    CSV = "csv"
    JSON = "json"


def _example(line: str) -> str:
    return _("Example: {command}").format(command=line)


Workspace = Annotated[
    Path, typer.Option("--workspace", help=_("The learner's folder."), envvar="LENTERA_WORKSPACE")
]
ClassDir = Annotated[
    Path, typer.Option("--course", help=_("The trainer's class folder."), envvar="LENTERA_COURSE")
]
Json = Annotated[bool, typer.Option("--json", help=_("Print JSON for a program."))]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help=_("Print the address, open no browser."))]
Port = Annotated[int | None, typer.Option("--port", min=1, max=65535, help=_("Port on this computer."))]
Session = Annotated[str, typer.Argument(help=_("A session, such as s06."), metavar="sNN")]
Sessions = Annotated[str | None, typer.Argument(help=_("A session, such as s06."), metavar="[sNN]")]
EverySession = Annotated[bool, typer.Option("--all", help=_("Every session that is written."))]

HOME_DESK = Path.home() / "Lentera" / "meja"
HOME_CLASS = Path.home() / "Lentera" / "kelas"


@app.callback(invoke_without_command=True)
def _version(
    version: Annotated[bool, typer.Option("--version", help=_("Print the version."))] = False,
) -> None:
    if version:
        typer.echo(f"lentera {__version__}")
        raise typer.Exit(DONE)


@app.command(help=_("Open the learner's desk."), epilog=_example("lentera lab --learner SM-07"))
def lab(
    workspace: Workspace = HOME_DESK,
    learner: Annotated[
        str | None, typer.Option("--learner", help=_("Learner code from the card, such as SM-07."))
    ] = None,
    port: Port = None,
    no_browser: NoBrowser = False,
) -> None:
    """Open the learner's desk."""
    from lentera.lab import open_desk

    raise typer.Exit(open_desk(workspace, learner, port, browser=not no_browser))


@app.command(
    help=_("Open the trainer's desk with formgrader."), epilog=_example("lentera trainer --course kelas")
)
def trainer(
    course: ClassDir = HOME_CLASS,
    port: Port = None,
    no_browser: NoBrowser = False,
) -> None:
    """Open the trainer's desk."""
    from lentera.grading import open_trainer

    with _told():
        raise typer.Exit(open_trainer(_class(course), port, browser=not no_browser))


@course_app.command(
    "check",
    help=_("Report every fault of the course at once."),
    epilog=_example("lentera course check --json"),
)
def check(as_json: Json = False) -> None:
    """Report every fault of the course at once."""
    from lentera.course import check_course, content_root, exit_code, report_json, report_text

    faults = check_course(content_root(), date.today())  # noqa: DTZ011 - the trainer's own calendar day
    typer.echo(report_json(faults) if as_json else report_text(faults))
    raise typer.Exit(exit_code(faults))


@learner_app.command(
    "add",
    help=_("Add a learner's code to the class list."),
    epilog=_example("lentera learner add SM-07 --track solar_mum"),
)
def learner_add(
    code: Annotated[str, typer.Argument(help=_("Learner code, such as SM-07."))],
    track: Annotated[
        str, typer.Option("--track", help=_("The learner's track: coding_mum, coding_difabel or solar_mum."))
    ],
    course: ClassDir = HOME_CLASS,
    as_json: Json = False,
) -> None:
    """Add a learner's code to the class list."""
    with _told(as_json=as_json):
        _show(_class(course).add_learner(code, track), as_json=as_json)


@app.command(help=_("Generate the assignments that learners get."), epilog=_example("lentera release s06"))
def release(
    session: Sessions = None,
    every: EverySession = False,
    course: ClassDir = HOME_CLASS,
    as_json: Json = False,
) -> None:
    """Generate the assignments that learners get."""
    from lentera import grading
    from lentera.course import content_root

    with _told(as_json=as_json):
        if course.resolve() == content_root() / "grading":
            # The course's own folder is content, not a class: it gets no class list, log or gradebook.
            _show(grading.release(course.resolve(), [] if every else [_one(session)]), as_json=as_json)
            return
        folder = _class(course)
        _show(grading.release(folder, _chosen(folder, session, every=every)), as_json=as_json)


@app.command(
    "hand-in",
    help=_("Put the work of a session into an envelope."),
    epilog=_example("lentera hand-in s06 --to usb:/media/usb"),
)
def hand_in(
    session: Session,
    to: Annotated[str, typer.Option("--to", help=_("Where the envelope goes: usb:FOLDER."))],
    workspace: Workspace = HOME_DESK,
    as_json: Json = False,
) -> None:
    """Put the work of a session into an envelope."""
    from lentera import classroom

    with _told(as_json=as_json):
        _show(classroom.hand_in(_desk(workspace), session, to, _now()), as_json=as_json)


@app.command(help=_("Take the trainer's feedback in."), epilog=_example("lentera receive /media/usb"))
def receive(
    folder: Annotated[Path, typer.Argument(help=_("Folder or stick with feedback envelopes."))],
    workspace: Workspace = HOME_DESK,
    accept_new_key: Annotated[
        bool, typer.Option("--accept-new-key", help=_("Trust a trainer's new laptop."))
    ] = False,
    as_json: Json = False,
) -> None:
    """Take the trainer's feedback in."""
    from lentera import classroom

    with _told(as_json=as_json):
        _show(classroom.receive(_desk(workspace), folder, accept_new_key=accept_new_key), as_json=as_json)


@app.command(help=_("Take learners' envelopes in, each once."), epilog=_example("lentera collect /media/usb"))
def collect(
    folder: Annotated[Path, typer.Argument(help=_("Folder or stick with envelopes."))],
    course: ClassDir = HOME_CLASS,
    accept_new_key: Annotated[
        list[str] | None,
        typer.Option(
            "--accept-new-key", metavar="CODE", help=_("A learner who changed laptops; may be repeated.")
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """Take learners' envelopes in, each once."""
    from lentera import classroom

    with _told(as_json=as_json):
        collected = classroom.collect(_class(course), folder, accept_new_key=accept_new_key or ())
        _show(collected, as_json=as_json)
        raise typer.Exit(FAULTS if collected.troubled else DONE)


@app.command(help=_("Mark the automatic tasks with nbgrader."), epilog=_example("lentera grade s06"))
def grade(
    session: Sessions = None,
    every: EverySession = False,
    course: ClassDir = HOME_CLASS,
    as_json: Json = False,
) -> None:
    """Mark the automatic tasks with nbgrader."""
    from lentera import grading

    with _told(as_json=as_json):
        folder = _class(course)
        chosen = _chosen(folder, session, every=every)
        with _bar(_("Marking"), quiet=as_json) as progress:
            graded = grading.grade(folder, chosen, progress=progress)
        _show(graded, as_json=as_json)
        raise typer.Exit(DONE if all(each.graded for each in graded.learners) else FAULTS)


@app.command(
    help=_("Write each learner's feedback and its envelope."),
    epilog=_example("lentera feedback s06 --to usb:/media/usb"),
)
def feedback(
    session: Sessions = None,
    every: EverySession = False,
    to: Annotated[str | None, typer.Option("--to", help=_("Where the envelopes go: usb:FOLDER."))] = None,
    course: ClassDir = HOME_CLASS,
    as_json: Json = False,
) -> None:
    """Write each learner's feedback and its envelope."""
    from lentera import grading

    with _told(as_json=as_json):
        folder = _class(course)
        written = grading.feedback(folder, _chosen(folder, session, every=every), to=to)
        _show(written, as_json=as_json)
        raise typer.Exit(FAULTS if written.broken_off else DONE)


@app.command(
    help=_("Show what was learned, and who needs help."),
    epilog=_example("lentera progress --class --format csv"),
)
def progress(
    learner: Annotated[str | None, typer.Option("--learner", help=_("One learner of the class."))] = None,
    whole_class: Annotated[
        bool, typer.Option("--class", help=_("The whole class (the usual view)."))
    ] = False,
    form: Annotated[Format, typer.Option("--format", help=_("How to show it."))] = Format.TEXT,
    course: ClassDir = HOME_CLASS,
) -> None:
    """Show what was learned, and who needs help."""
    if learner and whole_class:
        raise typer.BadParameter(_("Choose --learner or --class, not both."))
    from lentera.classroom.class_tables import class_tables

    with _told(as_json=form is Format.JSON):
        _print_tables(class_tables(_class(course), learner), form)


def _print_tables(tables: list["Table"], form: Format) -> None:
    if form is Format.JSON:
        typer.echo(
            json.dumps([json.loads(table.to_json()) for table in tables], ensure_ascii=False, indent=2)
        )
        return
    shown = [getattr(table, f"to_{form}")() for table in tables]
    typer.echo("\n\n".join(text.rstrip() for text in shown))


def _desk(workspace: Path) -> Any:
    from lentera.desk import Desk

    return Desk.open(workspace)


def _class(course: Path) -> "ClassFolder":
    from lentera.classroom import ClassFolder

    return ClassFolder.open(course)


def _chosen(folder: "ClassFolder", session: str | None, *, every: bool) -> list[str]:
    if every and session is None:
        return folder.sessions()
    return [_one(None if every else session)]


def _one(session: str | None) -> str:
    if session is None:
        raise typer.BadParameter(_("Name one session, such as s06, or say --all."))
    return session.lower()


def _now() -> datetime:
    return datetime.now().astimezone()


def _show(result: Result, *, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(result.to_json(), ensure_ascii=False, indent=2))
    else:
        for sentence in result.sentences():
            typer.echo(sentence)


@contextmanager
def _told(*, as_json: bool = False) -> Iterator[None]:
    """Tell an expected error in words and leave with the exit code of faults."""
    from lentera.classroom import ClassroomError

    try:
        yield
    except ClassroomError as error:
        if as_json:
            typer.echo(json.dumps(error.to_json(), ensure_ascii=False, indent=2))
        else:
            for sentence in error.sentences():
                typer.echo(sentence, err=True)
        raise typer.Exit(FAULTS) from None


@contextmanager
def _bar(title: str, *, quiet: bool) -> Iterator[Any]:
    """Show a bar while work is under way; yield what takes (done, total, name)."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed}/{task.total}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True)) as bar:
        line = bar.add_task(title, total=None)

        def step(done: int, total: int, name: str) -> None:
            bar.update(line, completed=done, total=total, description=f"{title} {name}")

        yield step


def main() -> None:
    """Run the command line; a closed pipe is no error."""
    try:
        app()
    except BrokenPipeError:
        # The reader (`head`) has seen enough; Python must not complain while it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(DONE)

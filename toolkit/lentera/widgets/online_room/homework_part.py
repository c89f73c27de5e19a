"""The homework on the screen: download, open, fill in, save, upload, take back."""

from dataclasses import replace
from typing import Any

from lentera.literacy.online_room.assignments import LONGEST_ANSWER, QUESTIONS, assignments, read_answers
from lentera.literacy.online_room.homework import MOST_SENT, Homework, Sent
from lentera.literacy.online_room.tasks import HOMEWORK, sent_finding
from lentera.rules import Verdict
from lentera.widgets.activity import Refused
from lentera.widgets.line import Line
from lentera.widgets.online_room.folders import DOWNLOADS, SENT, Folders
from lentera.widgets.ordering import index
from lentera.words import _, language

_UPLOAD = next(rule for rule in HOMEWORK.rules if rule.id == "s08.homework.uploaded")


def download(homework: Homework, folders: Folders, subject: str) -> tuple[Homework, Line]:
    """Put a task file into the folder; the answers stay as they are."""
    one = homework.assignment(subject)
    folders.write(DOWNLOADS, one.file, one.text())
    line = _("Downloaded: {file} lies in the folder unduhan.").format(file=one.file)
    return homework.with_download(subject), Line.same(line)


def open_file(homework: Homework, folders: Folders, subject: str) -> tuple[Homework, Line]:
    """Open a file of the folder; one that was lost is there again."""
    one = homework.assignment(subject)
    if one.id not in homework.downloaded:
        raise Refused(Line.same(_("Download {file} first.").format(file=one.file)))
    homework = replace(followed(homework, folders), opened=one.id)
    _bring_back(homework, folders)
    said = _("{file} is open. It has {n} questions.").format(file=one.file, n=QUESTIONS)
    return homework, Line.same(said)


def answer(homework: Homework, number: Any, text: Any) -> tuple[Homework, Line]:
    """Take what was typed; it is safe at once, the file changes when it is saved."""
    at = index(number, QUESTIONS)
    if not homework.opened or not isinstance(text, str):
        raise ValueError(f"no file is open for {text!r}")
    said = _("Answer {n} is noted. The file is not saved yet.").format(n=at + 1)
    return homework.with_answer(at, text[:LONGEST_ANSWER]), Line.same(said)


def save(homework: Homework, folders: Folders) -> tuple[Homework, Line]:
    """Write the answer file."""
    if not homework.opened:
        raise Refused(Line.same(_("Open a file first.")))
    homework = homework.with_saved()
    one = homework.assignment(homework.opened)
    folders.write(DOWNLOADS, one.answer_file, homework.saved[one.id])
    return homework, Line.same(_("Saved as {file} in the folder unduhan.").format(file=one.answer_file))


def upload(homework: Homework, folders: Folders, file: str, time: str) -> tuple[Homework, Line]:
    """Copy a file to the school and give a receipt; a file that is not the right one is told kindly."""
    if not file:
        raise Refused(Line.same(_("Choose a file first. Then press Upload.")))
    if len(homework.sent) == MOST_SENT:
        raise Refused(
            Line.same(_("The school has {n} files from here. Take one back first.").format(n=MOST_SENT))
        )
    homework = followed(homework, folders)
    kept = homework.files[file]  # refuses every name that is none of the folder's
    _bring_back(homework, folders)
    found = folders.read(DOWNLOADS, file)
    text = kept if found is None else found
    homework = replace(homework, sent=(*homework.sent, Sent(file, text, time)))
    folders.write(SENT, file, text)
    said = _("Sent: {file}, at {time} (practice).").format(file=file, time=time)
    remark = _remark(homework)
    return homework, Line.same(f"{said} {remark}".strip())


def take_back(homework: Homework, folders: Folders, number: Any) -> tuple[Homework, Line]:
    """Take a file back from the school; an earlier one of the same name lies there again."""
    at = index(number, len(homework.sent))
    gone = homework.sent[at]
    homework = replace(homework, sent=(*homework.sent[:at], *homework.sent[at + 1 :]))
    same = [one for one in homework.sent if one.file == gone.file]
    if same:
        folders.write(SENT, gone.file, same[-1].text)
    else:
        folders.remove(SENT, gone.file)
    return homework, Line.same(_("Taken back: {file}. You can send another file.").format(file=gone.file))


def followed(homework: Homework, folders: Folders) -> Homework:
    """Return the homework with what another program wrote in the answer files; unsaved words stay."""
    for subject, text in homework.saved.items():
        found = folders.read(DOWNLOADS, homework.assignment(subject).answer_file)
        if found is None or found == text:
            continue
        draft, unsaved = homework.draft(subject), not homework.is_saved(subject)
        homework = homework.with_text(subject, found)
        if unsaved:
            homework = replace(homework, drafts={**homework.drafts, subject: draft})
    return homework


def _bring_back(homework: Homework, folders: Folders) -> None:
    for name, text in homework.files.items():
        if folders.read(DOWNLOADS, name) is None:
            folders.write(DOWNLOADS, name, text)


def _remark(homework: Homework) -> str:
    """Return what is told beside a receipt; empty when the right file is there."""
    found = sent_finding(homework)
    return "" if found.holds else Verdict(_UPLOAD, found).sentence(language())


def draw(homework: Homework) -> dict[str, Any]:
    """Return what the screen shows of the homework."""
    opened = homework.assignment(homework.opened) if homework.opened else None
    return {
        "tasks": [
            {
                "id": one.id,
                "name": one.name,
                "day": _day(one.day),
                "due": one.is_due,
                "file": one.file,
                "here": one.id in homework.downloaded,
            }
            for one in assignments(homework.seed)
        ],
        "files": _files(homework),
        "no_files": "" if homework.downloaded else _("The folder is empty. Download a file first."),
        "open": {
            "id": opened.id,
            "file": opened.file,
            "title": _("Open: {file}").format(file=opened.file),
            "questions": [
                _("Question {n}: {text}").format(n=number, text=text)
                for number, text in enumerate(opened.questions, 1)
            ],
            "answers": list(homework.draft(opened.id)),
            "save": _("Save as {file}").format(file=opened.answer_file),
            "saved": homework.is_saved(opened.id),
            "state": _state(homework, opened.id, opened.answer_file),
        }
        if opened
        else None,
        "sent": [
            {
                "text": _("{file} sent {time} (practice)").format(file=one.file, time=one.at),
                "take_back": _("Take back {file}").format(file=one.file),
            }
            for one in homework.sent
        ],
        "no_sent": "" if homework.sent else _("Nothing was sent yet."),
        "path": _path(homework),
    }


def _state(homework: Homework, subject: str, file: str) -> str:
    if homework.is_saved(subject):
        return _("{file} holds these answers.").format(file=file)
    if subject in homework.saved:
        return _("Changed and not saved. {file} holds the earlier answers.").format(file=file)
    return _("Not saved as a file yet.")


def _files(homework: Homework) -> list[dict[str, str]]:
    subjects = {}
    for one in assignments(homework.seed):
        subjects[one.file], subjects[one.answer_file] = one.id, one.id
    return [
        {"file": name, "id": subjects[name], "note": _note(homework, name, text)}
        for name, text in homework.files.items()
    ]


def _note(homework: Homework, name: str, text: str) -> str:
    if name in {one.file for one in assignments(homework.seed)}:
        return _("task sheet")
    filled = sum(map(bool, read_answers(text)))
    return _("answers, {n} of {all} filled in").format(n=filled, all=QUESTIONS)


def _path(homework: Homework) -> list[dict[str, Any]]:
    """Return the four steps: what it is, and whether something was done for it."""
    done = (
        (_("Download"), bool(homework.downloaded)),
        (_("Fill in"), any(any(answers) for answers in homework.drafts.values())),
        (_("Save"), bool(homework.saved)),
        (_("Upload"), bool(homework.sent)),
    )
    return [
        {"name": name, "done": is_done, "word": _("done") if is_done else _("not yet")}
        for name, is_done in done
    ]


def _day(day: str) -> str:
    return {"hari ini": _("today"), "besok": _("tomorrow"), "lusa": _("the day after tomorrow")}[day]

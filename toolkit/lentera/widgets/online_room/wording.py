"""The fixed words of the online room."""

from typing import Any

from lentera.literacy.online_room.assignments import LONGEST_ANSWER, due
from lentera.literacy.online_room.class_steps import SIZES, Choice, acts, backgrounds, names
from lentera.literacy.online_room.companions import LONGEST_TEXT, TOLD, hours
from lentera.literacy.online_room.schedule import CHILDREN, COMPUTERS
from lentera.widgets.frame import frame_words
from lentera.widgets.online_room.companion_part import told_names
from lentera.words import Address, _, addressed, language, ngettext


def room_words(seed: int, address: Address) -> dict[str, Any]:
    """Return every fixed word of the screen."""
    return {
        **frame_words(_("Children's online room")),
        "simulation": _("SIMULATION"),
        "tabs_label": _("Parts of the online room"),
        "tabs": {
            "kelas": _("Video class"),
            "tugas": _("Homework"),
            "jadwal": _("Computer schedule"),
            "pendamping": _("Companions"),
        },
        "sheet": _("Ready to print:"),
        "open_sheet": _("Get the PDF"),
        "class": _class_words(seed, address),
        "homework": _homework_words(seed),
        "schedule": _schedule_words(),
        "log": _log_words(),
    }


def _options(choices: dict[str, Choice]) -> list[list[str]]:
    return [[name, choice.name.in_language(language())] for name, choice in choices.items()]


def _class_words(seed: int, address: Address) -> dict[str, Any]:
    return {
        "lobby": _("Before you enter"),
        "lobby_help": addressed(
            _("{Sapaan}, stay with the child. Nothing here leaves this laptop."), address
        ),
        "names": _("Name on the screen (example only)"),
        "name_options": _options(dict(names(seed))),
        "backgrounds": _("Behind the child"),
        "background_options": _options(dict(backgrounds())),
        "preview": _("So the class sees the child"),
        "room": _("Practice class"),
        "asked": _("The teacher asks"),
        "asked_done": _("Done. Press Go on."),
        "captions": _("Captions"),
        "captions_off": _("Captions are off. Turn them on to read what the teacher says."),
        "no_speech": _("Nobody is speaking now."),
        "size": _("Size of the captions"),
        "size_options": [[str(size), f"{size}%"] for size in SIZES],
        "teacher": _("teacher"),
        "speaks": _("is speaking"),
        "interpreter": _("Sign interpreter"),
        "interpreter_note": _("picture only in this practice"),
        "you": _("the child you accompany"),
        "people": _("People in the class"),
        "chat": _("Class chat"),
        "no_chat": _("No message yet."),
        "write": _("Send in the chat"),
        "sent": _("sent"),
        "stranger": _("What does the child do?"),
        "act_options": _options(dict(acts())),
        "controls": _("Buttons of the class"),
        "switch": {
            "mic": [_("Turn the microphone on"), _("Turn the microphone off")],
            "camera": [_("Turn the camera on"), _("Turn the camera off")],
            "hand": [_("Raise the hand"), _("Lower the hand")],
            "captions": [_("Show captions"), _("Hide captions")],
            "pinned": [_("Pin the interpreter"), _("Unpin the interpreter")],
        },
        "keys": {"mic": "M", "camera": "K", "hand": "A", "captions": "T"},
        "keys_help": _("Short keys in the class: M microphone, K camera, A hand, T captions."),
        "go_on": _("Go on"),
        "leave": _("Leave the class"),
        "again": _("Class once more"),
        "listen": _("Listen to the teacher"),
        "quiet": _("Stop listening"),
        "over": _("The class is over"),
        "over_list": [
            _("The screen shows the first name only."),
            _("Microphone and camera are off until the teacher asks."),
            _("Chat, captions and interpreter are as good as the voice."),
            _("A stranger gets no reply. Teacher and companion are told."),
        ],
        "over_next": _("The task file waits in the part Homework."),
    }


def _homework_words(seed: int) -> dict[str, Any]:
    today = due(seed)
    told = {"child": today.child, "n": today.grade, "name": today.name}
    return {
        "intro": _("{child}, class {n}, has homework today: {name}. Help to send it.").format(**told),
        "terms": _("Download: bring a file to this laptop. Upload: send a file from this laptop."),
        "path": _("Four steps of homework"),
        "page": _("School page"),
        "page_title": today.school,
        "page_table": _("Homework of class {n}").format(n=today.grade),
        "heads": [_("Subject"), _("Due"), _("Task file")],
        "download": _("Download"),
        "again": _("Download again"),
        "folder": _("Folder unduhan"),
        "folder_help": _("Downloaded files lie here, beside the lesson."),
        "open": _("Open"),
        "editor": _("Fill in the answers"),
        "no_open": _("No file is open. Open a file of the folder."),
        "answer": _("Answer"),
        "longest": LONGEST_ANSWER,
        "upload_title": _("Upload to the school"),
        "choose": _("File to upload"),
        "upload": _("Upload"),
        "receipts": _("At the school"),
    }


def _schedule_words() -> dict[str, Any]:
    return {
        "intro": _(
            "Give each child her live class, time for homework, and a break. Many schedules are right."
        ),
        "children": _("How many children"),
        "children_options": [
            [str(n), ngettext("{n} child", "{n} children", n).format(n=n)] for n in CHILDREN
        ],
        "computers": _("How many computers"),
        "computers_options": [
            [str(n), ngettext("{n} computer", "{n} computers", n).format(n=n)] for n in COMPUTERS
        ],
        "needs": _("What each child needs"),
        "table": _("Who uses the computer"),
        "break": _("Midday break 11.45–13.00. One time is 45 minutes, then eyes rest."),
        "clear": _("Empty the schedule"),
        "sure": _("Empty the schedule? All names leave the table."),
        "print": _("Print the schedule"),
    }


def _log_words() -> dict[str, Any]:
    return {
        "intro": _("Write who was with the children. First names only: no school, no number, no address."),
        "kept": _("The log lies on this laptop. It goes with the answers to the trainer."),
        "form": _("New row"),
        "name": _("Companion's first name"),
        "day": _("Day of the visit"),
        "start": _("From"),
        "end": _("Until"),
        "hours": [["", _("choose")], *([one, one] for one in hours())],
        "done": _("What the children did"),
        "odd": _("Anything odd (may stay empty)"),
        "odd_help": _("For instance: a stranger asked for a photo."),
        "told": _("Who was told"),
        "told_options": [[name, told_names()[name]] for name in TOLD],
        "save": _("Save the row"),
        "rows": _("Rows of the log"),
        "remove": _("Delete"),
        "undo": _("Put the row back"),
        "report": _("When something is odd"),
        "report_help": _("Stay with the child. Keep the message. Tell the teacher and who runs the room."),
        "account": _("The room's account, not the child's"),
        "account_help": _("Children use the account of the room. They need none of their own."),
        "longest": LONGEST_TEXT,
    }

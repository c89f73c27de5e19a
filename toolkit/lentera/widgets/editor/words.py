"""Every fixed word of the page editor."""

from typing import Any, Final

from lentera.web.preview_tags import Kind
from lentera.widgets.editor.materials import samples, templates
from lentera.widgets.frame import frame_words
from lentera.words import _

SNIPPETS: Final = {
    "html": (
        ("h1", "<h1>|</h1>"),
        ("h2", "<h2>|</h2>"),
        ("p", "<p>|</p>"),
        ("ul", "<ul>\n  <li>|</li>\n</ul>"),
        ("img", '<img src="|" alt="">'),
        ("a", '<a href="|"></a>'),
    ),
    "css": (
        ("color", "color: |;"),
        ("background", "background: |;"),
        ("font-size", "font-size: |px;"),
        ("margin", "margin: |px;"),
    ),
}
"""What the buttons put at the caret, and where the caret goes then."""


def editor_words(title: str) -> dict[str, Any]:
    """Return the words of the screen."""
    return {
        **frame_words(title),
        "undo": _("Undo"),
        "redo": _("Redo"),
        "file": _("File"),
        "code_label": _("Code of {file}. Press Esc, then Tab to leave."),
        "snippets": _("Insert a tag"),
        "style_snippets": _("Insert a style"),
        "snippet_names": {
            "h1": _("heading"),
            "h2": _("small heading"),
            "p": _("paragraph"),
            "ul": _("list"),
            "img": _("picture"),
            "a": _("link"),
            "color": _("text colour"),
            "background": _("ground"),
            "font-size": _("text size"),
            "margin": _("space"),
        },
        "snippet_list": {kind: [list(pair) for pair in pairs] for kind, pairs in SNIPPETS.items()},
        "snippet_key": _("Key: Ctrl Alt {n}"),
        "inserted": _("Inserted: {name}. Line {line}."),
        "undone": _("Undone."),
        "redone": _("Done again."),
        "nothing_undone": _("There is nothing to undo in this file."),
        "nothing_redone": _("There is nothing to do again."),
        "shift": _("Move the line"),
        "shift_right": _("Move right"),
        "shift_left": _("Move left"),
        "next_finding": _("To the next finding"),
        "no_finding": _("There is no finding yet. Press Check."),
        "at_line": _("Line {n}: {text}"),
        "mark": _("not right yet"),
        "preview": _("Preview"),
        "preview_title": _("Preview of {file}"),
        "width": _("Width of the preview"),
        "phone": _("Phone"),
        "desktop": _("Wide screen"),
        "no_preview": _("There is no page to show yet. Make a new page."),
        "outline": _("Outline to listen to"),
        "outline_empty": _("This page is still empty."),
        "listen": _("Listen"),
        "quiet": _("Stop listening"),
        "no_voice": _(
            "This browser has no Indonesian voice of its own. A screen reader can read the outline."
        ),
        "rule_ok": _("right already"),
        "rule_yet": _("not right yet"),
        "result_empty": _("Press Check. The result comes here."),
        "stale": _("The text has changed since. Press Check again."),
        "all": _("Show all findings"),
        "fewer": _("Hide the findings"),
        "findings": _("All findings in {file}"),
        "go_line": _("To line {n}"),
        "hint": _("Hint"),
        "hint_number": _("Hint {n}"),
        "new": _("New page"),
        "new_help": _("Choose a template. Then give the file a name."),
        "template": _("Template"),
        "templates": [[one.file, one.said, one.name] for one in templates().values()],
        "name": _("File name"),
        "make": _("Make the file"),
        "pictures": _("Pictures"),
        "pictures_help": _("Put photos into the folder situs/foto. They are listed here."),
        "insert": _("Insert"),
        "insert_picture": _("Insert {name}"),
        "samples": [[one.file, one.said] for one in samples().values()],
        "not_a_page": _("Open a page first. A picture goes into a page."),
        "rename": _("Name and deletion"),
        "new_name": _("New name of {file}"),
        "do_rename": _("Change the name"),
        "remove": _("Delete {file}"),
        "put_back": _("Put {file} back"),
        "history": _("Back to a saved state"),
        "show_history": _("Show saved states"),
        "restore": _("Use this state"),
        "unsaved": _("The last letters are not saved yet. They are still on the screen."),
        "phrases": {
            "Control character": _("hidden sign"),
            "Selection deleted": _("What was selected is deleted."),
        },
    }


def left_out_words() -> dict[Kind, str]:
    """Return what is said of each kind of thing that a preview leaves out."""
    return {
        Kind.PROGRAM: _("A program (script) does not run here."),
        Kind.FRAME: _("A page inside the page is not shown here."),
        Kind.MEDIA: _("Video and sound are not shown here."),
        Kind.OUTSIDE: _("What comes from the internet is not shown here."),
        Kind.FORWARD: _("This page leads on by itself. That is switched off here."),
        Kind.PICTURE: _("A picture is not found. Check its name and folder."),
        Kind.LONG: _("This page is too long for the preview."),
        Kind.DEEP: _("Too many tags stand inside one another. The innermost are not shown."),
    }

"""The learner's desk: her workspace, the home page, and Jupyter set up for her."""

from lentera.lab.desk_server import open_desk
from lentera.lab.workspace import Change, ChangeKind, SessionFiles, WorkspaceError, prepare, session_files

__all__ = [
    "Change",
    "ChangeKind",
    "SessionFiles",
    "WorkspaceError",
    "open_desk",
    "prepare",
    "session_files",
]

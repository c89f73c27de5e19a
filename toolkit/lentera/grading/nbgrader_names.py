"""Where half-done folders lie in a course folder; known to both sides of the process border."""

ROOM = ".lentera/kerja"

READY = f"{ROOM}/siap"
"""Submissions repaired for grading, in nbgrader's layout."""

RELEASING = f"{ROOM}/rilis"
"""Released assignments before they take their place."""

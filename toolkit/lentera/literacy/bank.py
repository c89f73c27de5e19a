"""The scenario bank of this course, read once."""

from functools import cache

from lentera.course import content_root
from lentera.course.scenarios import Bank, load_bank


@cache
def bank() -> Bank:
    """Return every scenario of the course and of the village."""
    return load_bank(content_root())

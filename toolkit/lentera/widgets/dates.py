"""Dates as Indonesians write them: 22 November 2026."""

from datetime import date

from lentera.words import _


def month_name(month: int) -> str:
    """Return the name of a month, 1 to 12."""
    return (
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    )[month - 1]


def long_date(day: date) -> str:
    """Return a date with the name of its month."""
    return f"{day.day} {month_name(day.month)} {day.year}"

"""A lamp through time: days solved minute by minute, a year by table, and what the household wants of it."""

from lentera.solar.lamp.course import Course, simulate_course
from lentera.solar.lamp.day import simulate
from lentera.solar.lamp.errors import LampError
from lentera.solar.lamp.habits import Brightness, HabitError, Habits, Span, Wanted
from lentera.solar.lamp.kept import Tables
from lentera.solar.lamp.result import Sums, YearResult
from lentera.solar.lamp.trace import BatteryFlows, Event, Row, Trace
from lentera.solar.lamp.year import simulate_year

__all__ = [
    "BatteryFlows",
    "Brightness",
    "Course",
    "Event",
    "HabitError",
    "Habits",
    "LampError",
    "Row",
    "Span",
    "Sums",
    "Tables",
    "Trace",
    "Wanted",
    "YearResult",
    "simulate",
    "simulate_course",
    "simulate_year",
]

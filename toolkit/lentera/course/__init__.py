"""The plan of the course as typed objects, and every fault in it."""

from lentera.course.check import check_course
from lentera.course.content import content_root
from lentera.course.faults import CourseError, Fault, Severity
from lentera.course.knowledge import Certainty, Competence, Fact, Framework, GlossaryTerm, Kit, Quantity
from lentera.course.levels import LEVEL_STARTS, Level, level
from lentera.course.load import load_course
from lentera.course.plan import Activity, Attendance, Card, CheckItem, Grading, Need, Phase, Session, Task
from lentera.course.programme import Calendar, Cohort, Module, Programme, Skip, Track, Venue, Weekday
from lentera.course.report import exit_code, report_json, report_text
from lentera.course.schedule import Booking, double_bookings, session_dates, share_laptops, timetable
from lentera.course.whole import Course

__all__ = [
    "LEVEL_STARTS",
    "Activity",
    "Attendance",
    "Booking",
    "Calendar",
    "Card",
    "Certainty",
    "CheckItem",
    "Cohort",
    "Competence",
    "Course",
    "CourseError",
    "Fact",
    "Fault",
    "Framework",
    "GlossaryTerm",
    "Grading",
    "Kit",
    "Level",
    "Module",
    "Need",
    "Phase",
    "Programme",
    "Quantity",
    "Session",
    "Severity",
    "Skip",
    "Task",
    "Track",
    "Venue",
    "Weekday",
    "check_course",
    "content_root",
    "double_bookings",
    "exit_code",
    "level",
    "load_course",
    "report_json",
    "report_text",
    "session_dates",
    "share_laptops",
    "timetable",
]

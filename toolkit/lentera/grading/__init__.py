"""nbgrader glue: release, grade, give feedback, open the trainer's lab."""

from lentera.grading.autograde import Graded, LearnerGraded, grade, no_sandbox
from lentera.grading.formgrader import open_trainer
from lentera.grading.giving_back import FeedbackGiven, feedback
from lentera.grading.releasing import Released, release

__all__ = [
    "FeedbackGiven",
    "Graded",
    "LearnerGraded",
    "Released",
    "feedback",
    "grade",
    "no_sandbox",
    "open_trainer",
    "release",
]

"""Keep what a learner did in small readable files that survive a pulled plug."""

from lentera.answers.envelope import Answer
from lentera.answers.errors import AnswerNotSaved
from lentera.answers.file import AnswerFile, answers_folder

__all__ = ["Answer", "AnswerFile", "AnswerNotSaved", "answers_folder"]

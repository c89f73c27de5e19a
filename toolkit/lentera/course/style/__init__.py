"""Lint Indonesian texts for learners by the countable rules of the plain-language guide."""

from lentera.course.style.fault import StyleFault, StyleSeverity, TextKind
from lentera.course.style.notebook import cell_text, lint_notebook
from lentera.course.style.text import lint_text

__all__ = ["StyleFault", "StyleSeverity", "TextKind", "cell_text", "lint_notebook", "lint_text"]

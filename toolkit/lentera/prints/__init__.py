"""Sheets for the wall and the folder: our own templates set as PDF on this laptop."""

from lentera.prints.sheet import FOLDER, PrintError, print_sheet, to_pdf

__all__ = ["FOLDER", "PrintError", "print_sheet", "to_pdf"]

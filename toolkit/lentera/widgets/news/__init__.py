"""News to check by STOP: four cards, their clues and sources, a verdict, and what becomes of it."""

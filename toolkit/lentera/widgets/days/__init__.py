"""A day, a week and a year of a lamp: curves, table and words that say the same, and what-if."""

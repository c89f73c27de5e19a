"""Find five: a page of numbered lines in which five are not right yet."""

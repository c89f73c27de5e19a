"""The calendar of care on the screen: a year of care and neglect, jobs step by step, what is due at home."""

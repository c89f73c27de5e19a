"""The fault workshop: cases to measure, to decide and to write into the service log."""

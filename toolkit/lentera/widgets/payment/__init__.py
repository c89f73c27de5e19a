"""Practice payments on the screen: paid, not yet, or suspicious, and by what it is noticed."""

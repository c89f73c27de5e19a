"""The wiring bench: what is saved, what is shown, what is said."""

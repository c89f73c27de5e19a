"""Volts, amperes and watts as a water tank, driven by a solved circuit."""

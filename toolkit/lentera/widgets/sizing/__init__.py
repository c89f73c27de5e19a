"""Sizing a lamp system for one's own house, step by step."""

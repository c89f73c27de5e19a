"""Publish a website: go through it once more, seal it for the class, give its address."""

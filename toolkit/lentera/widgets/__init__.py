"""What a notebook shows: the bench and the form, each an anywidget with its own list for eyes and for ears.

Import the modules you need; this package loads no widget library by itself, because grading imports it too.
"""

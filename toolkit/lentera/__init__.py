"""A classroom in a box: lessons, a solar-lamp bench, grading and progress, all offline."""

from importlib.metadata import version

__version__ = version("lentera")

"""The learner's website: its files, what is right about them, and how they are shown and published."""

from lentera.web.site import (
    HOME,
    CannotWriteError,
    LeftOut,
    Picture,
    Site,
    is_page,
    read_site,
    write_file,
)

__all__ = [
    "HOME",
    "CannotWriteError",
    "LeftOut",
    "Picture",
    "Site",
    "is_page",
    "read_site",
    "write_file",
]

"""Keep benches under a name in the answer, and give them to others as files."""

from typing import Any

from lentera.place import Place
from lentera.solar.bench import BenchState
from lentera.widgets.activity import Refused
from lentera.widgets.bench.shelf import (
    FOLDER,
    NotShared,
    Shared,
    is_there,
    on_shelf,
    open_shared,
    share,
    tidy,
)
from lentera.widgets.bench.table import MOST_KEPT, Table
from lentera.widgets.line import Doing, Line
from lentera.words import _, clock


class Cupboard:
    """Do what has to do with names: keep, throw away, share, list.

    A name that is taken is told first; pressing again replaces what had it.

    Parameters
    ----------
    place : Place
        Where files are shared, and the clock.
    """

    def __init__(self, place: Place) -> None:
        self._place = place
        self._asked = ("", "")
        self._shelf: tuple[Shared, ...] | None = None

    def forget(self) -> None:
        """Let go of the name that was told to be taken."""
        self._asked = ("", "")

    def keep(self, table: Table, name: object) -> tuple[Table, Line]:
        """Keep the bench under a name; raise Refused when it must be another name, or room is out."""
        wanted = _name(name)
        taken = table.names(wanted)
        if taken:
            self._ask_once("keep", wanted)
        elif len(table.kept) >= MOST_KEPT:
            text = _("{n} benches are kept already. Throw one away first.")
            raise Refused(Line.same(text.format(n=MOST_KEPT)))
        self.forget()
        text = _("“{name}” is kept anew.") if taken else _("“{name}” is kept.")
        return table.keeping(wanted, self._place.now()), Line.same(text.format(name=wanted))

    def share(self, bench: BenchState, name: object) -> Line:
        """Write the bench as a file; raise Refused when the name is taken or the disk does not take it."""
        wanted, folder = _name(name), self._place.folder
        if is_there(folder, wanted):
            self._ask_once("share", wanted)
        self.forget()
        try:
            file = share(folder, wanted, bench, self._place.now())
        except OSError as error:
            self._place.note_trouble()
            text = _("The file is not written. Make room on the disk and try again.")
            raise Refused(Line.same(text)) from error
        self._shelf = on_shelf(folder)
        text = _("The file {file} lies in the folder “{folder}”.")
        return Line.same(text.format(file=file, folder=FOLDER))

    def list_shared(self) -> Line:
        """Look what lies on the shelf."""
        self._shelf = on_shelf(self._place.folder)
        if not self._shelf:
            return Line.same(_("There is no file in the folder yet."))
        return Line.same(_("Files in the folder: {n}.").format(n=len(self._shelf)))

    def open_shared(self, file: object) -> BenchState:
        """Read a shared bench; raise Refused when there is none in the file."""
        try:
            return open_shared(self._place.folder, str(file))
        except NotShared as error:
            self._place.note_trouble()
            text = _("This file holds no bench that can be read. Ask for a new copy.")
            raise Refused(Line.same(text)) from error

    def to_json(self, table: Table) -> dict[str, Any]:
        """Return what the screen shows of names and files."""
        full = _("{n} benches are kept already. Throw one away first.").format(n=MOST_KEPT)
        return {
            "kept": [
                {
                    "index": index,
                    "name": one.name,
                    "text": _("{time}, leads: {n}").format(time=clock(one.moment), n=one.leads),
                }
                for index, one in enumerate(table.kept)
            ],
            "keep": Doing(len(table.kept) < MOST_KEPT, full).to_json(),
            "shared": None
            if self._shelf is None
            else [{"file": one.file, "name": one.name} for one in self._shelf],
            "looked": self._shelf is not None,
        }

    def _ask_once(self, what: str, name: str) -> None:
        """Tell that a name is taken; raise Refused unless that was told just before."""
        asked = (what, name.casefold())
        if self._asked == asked:
            return
        self._asked = asked
        text = _("“{name}” is there already. Press again to replace it.")
        raise Refused(Line.same(text.format(name=name)))


def _name(name: object) -> str:
    wanted = tidy(name)
    if not wanted:
        raise Refused(Line.same(_("Write a name first.")))
    return wanted

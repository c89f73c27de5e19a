"""The verbs of the solar lamp."""

from typing import TYPE_CHECKING

from lentera.kelas import opening
from lentera.kelas.opening import calmly

if TYPE_CHECKING:
    from lentera.widgets.activity_widget import ActivityWidget


@calmly
def rangkai_surya(tugas: str = "s06-rangkai", *, bebas: bool = False, kit: str = "b") -> "ActivityWidget":
    """Show the wiring bench.

    Parameters
    ----------
    tugas : str
        Name of the answer file.
    bebas : bool
        Free play: an answer file of its own; the rules warn if she likes, and nothing is marked.
    kit : str
        "a" or "b": the kit that free play begins with.
    """
    from lentera.widgets.bench.session import BenchSession  # noqa: PLC0415 - see `kelas`
    from lentera.widgets.form.forms import hints  # noqa: PLC0415 - see `kelas`

    rule_sets, points = opening.judged(tugas)
    if bebas:
        # The table that was left there decides which kit opens, so each kit has its own.
        name = f"{tugas}-bebas" + ("-a" if kit == "a" else "")
        return opening.show(BenchSession(opening.here(), name, rule_sets, free=True, kit=kit))
    return opening.show(BenchSession(opening.here(), tugas, rule_sets, points, hints(tugas)))


@calmly
def kenal_bagian(tugas: str = "s04-bagian") -> "ActivityWidget":
    """Show the cards of the parts, and match each with its use."""
    from lentera.widgets.parts.session import PartsSession  # noqa: PLC0415 - see `kelas`

    return opening.show(PartsSession(opening.here(), tugas, *opening.judged(tugas)))


@calmly
def kenal_kutub(tugas: str = "s04-kutub") -> "ActivityWidget":
    """Show five parts whose plus and minus are to be found."""
    from lentera.widgets.parts.poles import PolesSession  # noqa: PLC0415 - see `kelas`

    return opening.show(PolesSession(opening.here(), tugas, *opening.judged(tugas)))


@calmly
def tandon_listrik(tugas: str = "s04-daya") -> "ActivityWidget":
    """Show volts, amperes and watts as a water tank, with the questions on power."""
    from lentera.widgets.tank.session import TankSession  # noqa: PLC0415 - see `kelas`

    return opening.show(TankSession(opening.here(), tugas, *opening.judged(tugas)))


@calmly
def multimeter(tugas: str = "s04-ukur", *, bebas: bool = False) -> "ActivityWidget":
    """Show the multimeter with things to measure; free play asks nothing and marks nothing."""
    from lentera.widgets.meter.session import MeterSession  # noqa: PLC0415 - see `kelas`

    if bebas:
        return opening.show(MeterSession(opening.here(), f"{tugas}-bebas"))
    return opening.show(MeterSession(opening.here(), tugas, *opening.judged(tugas)))


@calmly
def bengkel_gangguan(tugas: str = "s10-gangguan") -> "ActivityWidget":
    """Show the fault workshop: six cases of her own, and endless practice beside them."""
    from lentera.widgets.workshop.session import WorkshopSession  # noqa: PLC0415 - see `kelas`

    return opening.show(WorkshopSession(opening.here(), tugas, *opening.judged(tugas)))


@calmly
def jadwal_rawat() -> "ActivityWidget":
    """Show a year of care: what is due, what neglect costs in hours of light, and the calendar to print."""
    from lentera.widgets.care.session import CareSession  # noqa: PLC0415 - see `kelas`

    return opening.show(CareSession(opening.here()))


@calmly
def buku_servis(tugas: str = "s10-buku-servis") -> "ActivityWidget":
    """Show the service log, to fill in and to print."""
    from lentera.widgets.service_log.session import ServiceLogSession  # noqa: PLC0415 - see `kelas`

    return opening.show(ServiceLogSession(opening.here(), tugas, *opening.judged(tugas)))


@calmly
def hari_lampu() -> "ActivityWidget":
    """Show a lamp through a day, a week or a year, with other weather, other habits, her own kit."""
    from lentera.widgets.days.session import DaysSession  # noqa: PLC0415 - see `kelas`

    return opening.show(DaysSession(opening.here()))


@calmly
def ukur_surya(tugas: str = "s12-ukuran", *, kartu: bool = False) -> "ActivityWidget":
    """Show the sizing of a lamp for her own house; `kartu` opens every worked example from the start."""
    from lentera.widgets.sizing.session import SizingSession  # noqa: PLC0415 - see `kelas`

    return opening.show(SizingSession(opening.here(), tugas, *opening.judged(tugas), cards=kartu))

"""The verbs of digital literacy."""

from typing import TYPE_CHECKING

from lentera.kelas import opening
from lentera.kelas.opening import calmly

if TYPE_CHECKING:
    from lentera.widgets.activity_widget import ActivityWidget


@calmly
def pilih_akses() -> "ActivityWidget":
    """Show how she likes to work: text size, contrast, reading aloud, short keys and form of address."""
    from lentera.widgets.access.session import AccessSession  # noqa: PLC0415 - see `kelas`

    return opening.show(AccessSession(opening.here()))


@calmly
def latih_ketik(tugas: str = "s01-perkenalan") -> "ActivityWidget":
    """Show the typing desk: find the keys, write three sentences, save, close and open again."""
    from lentera.widgets.typing.session import TypingSession  # noqa: PLC0415 - see `kelas`

    return opening.show(TypingSession(opening.here(), tugas, *opening.judged(tugas)))


@calmly
def kunci_layar(tugas: str = "s01-kunci") -> "ActivityWidget":
    """Show the steps of leaving a laptop, to put in order."""
    from lentera.widgets.leaving.session import LeavingSession  # noqa: PLC0415 - see `kelas`

    return opening.show(LeavingSession(opening.here(), tugas, *opening.judged(tugas)))


@calmly
def pilih_sandi(tugas: str = "s01-sandi") -> "ActivityWidget":
    """Show three example passwords to judge."""
    from lentera.widgets.cases.passwords import PasswordsSession  # noqa: PLC0415 - see `kelas`

    return opening.show(PasswordsSession(opening.here(), tugas, *opening.judged(tugas)))


@calmly
def kalimat_sandi(tugas: str = "s01-kalimat") -> "ActivityWidget":
    """Show the checker of a practice passphrase; what is typed is neither stored nor sent."""
    from lentera.widgets.passphrase.session import PassphraseSession  # noqa: PLC0415 - see `kelas`

    return opening.show(PassphraseSession(opening.here(), tugas, *opening.judged(tugas)))


@calmly
def kotak_masuk(tugas: str = "s02-kotak-masuk") -> "ActivityWidget":
    """Show an inbox of twelve messages: safe, doubtful or dangerous, and by which signs."""
    from lentera.widgets.inbox.session import InboxSession  # noqa: PLC0415 - see `kelas`

    return opening.show(InboxSession(opening.here(), tugas, *opening.judged(tugas)))


@calmly
def latihan_pesan() -> "ActivityWidget":
    """Show a few messages to practise on, those first that she missed before."""
    from lentera.widgets.inbox.practice import PracticeSession  # noqa: PLC0415 - see `kelas`

    return opening.show(PracticeSession(opening.here().at_home, "latihan-pesan"))


@calmly
def kartu_stop(tugas: str = "s02-kabar") -> "ActivityWidget":
    """Show news to check in four steps: stop, trace, talk, look at the source."""
    from lentera.widgets.news.session import NewsSession  # noqa: PLC0415 - see `kelas`

    return opening.show(NewsSession(opening.here(), tugas, *opening.judged(tugas)))


@calmly
def draf_laporan(tugas: str = "s02-draf") -> "ActivityWidget":
    """Show the draft of a report with its five elements; it prints and is never sent."""
    from lentera.widgets.report.session import ReportSession  # noqa: PLC0415 - see `kelas`

    return opening.show(ReportSession(opening.here(), tugas, *opening.judged(tugas)))


@calmly
def telepon_tiruan(nama: str = "s02-telepon") -> "ActivityWidget":
    """Show a practice call as a written conversation with answers to choose."""
    from lentera.widgets.call.session import CallSession  # noqa: PLC0415 - see `kelas`

    return opening.show(CallSession(opening.here(), nama))


@calmly
def suara_tiruan(nama: str = "s02-suara") -> "ActivityWidget":
    """Show what to do when a familiar voice asks for money, and how a family agrees on a code word."""
    from lentera.widgets.voice_card.session import VoiceCardSession  # noqa: PLC0415 - see `kelas`

    return opening.show(VoiceCardSession(opening.here(), nama))


@calmly
def pilah_data(tugas: str = "s08-data") -> "ActivityWidget":
    """Show ten pieces of data to sort: general, specific or not personal."""
    from lentera.widgets.cases.personal_data import PersonalDataSession  # noqa: PLC0415 - see `kelas`

    return opening.show(PersonalDataSession(opening.here(), tugas, *opening.judged(tugas)))


@calmly
def izin_aplikasi(tugas: str = "s08-izin") -> "ActivityWidget":
    """Show five permissions that apps ask for: give or refuse."""
    from lentera.widgets.cases.permissions import PermissionsSession  # noqa: PLC0415 - see `kelas`

    return opening.show(PermissionsSession(opening.here(), tugas, *opening.judged(tugas)))


@calmly
def ruang_daring(tugas: str = "s08-ruang-daring") -> "ActivityWidget":
    """Show the children's online room: a practice video class, homework down and up, one shared computer."""
    from lentera.widgets.online_room.session import OnlineRoomSession  # noqa: PLC0415 - see `kelas`

    return opening.show(OnlineRoomSession(opening.here(), tugas, *opening.judged(tugas)))


@calmly
def aturan_gawai(tugas: str = "s08-aturan") -> "ActivityWidget":
    """Show the family's rules for devices by the child's age, to write and print."""
    from lentera.widgets.family_rules.session import FamilyRulesSession  # noqa: PLC0415 - see `kelas`

    return opening.show(FamilyRulesSession(opening.here(), tugas, *opening.judged(tugas)))


@calmly
def bayar_tiruan(tugas: str = "s08-transaksi") -> "ActivityWidget":
    """Show five practice payments: paid, not yet, or suspicious."""
    from lentera.widgets.payment.session import PaymentSession  # noqa: PLC0415 - see `kelas`

    return opening.show(PaymentSession(opening.here(), tugas, *opening.judged(tugas)))

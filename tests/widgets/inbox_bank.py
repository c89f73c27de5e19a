"""A small bank of messages that stays as it is, whatever is written for the course."""

from lentera.course.scenarios import (
    Attachment,
    Bank,
    Channel,
    Decision,
    Message,
    MessageKind,
    Origin,
    Sign,
    Surface,
)

HERE = Origin("uji.toml", "pesan")
SAFE, DOUBT, DANGER = Decision

SIGNS = {
    "nomor": Sign("nomor", "nomor tidak dikenal", "Nomor ini ada di kontak. Cari tanda yang lain.", HERE),
    "apk": Sign("apk", "berkas .apk", "Berkas ini bukan aplikasi. Cari tanda yang lain.", HERE),
    "kode": Sign("kode", "minta kode OTP", "Kode tidak diminta di sini. Cari tanda yang lain.", HERE),
    "uang": Sign("uang", "minta uang lebih dulu", "Uang tidak diminta di sini. Cari tanda yang lain.", HERE),
    "desak": Sign("desak", "mendesak", "Tidak ada desakan di sini. Cari tanda yang lain.", HERE),
    "salam": Sign("salam", "ada salam", "Salam bukan tanda bahaya. Cari tanda yang lain.", HERE),
    "malam": Sign("malam", "malam hari", "Jam tidak menentukan. Cari tanda yang lain.", HERE),
}

_ACTIONS = (
    ("tahan", "Jangan ikuti pesannya."),
    ("bukti", "Simpan tangkapan layar."),
    ("blokir", "Blokir nomornya."),
)
_BEFORE = (
    ("tahan", "bukti", "Tahan dulu sebelum yang lain."),
    ("bukti", "blokir", "Hampir. Simpan bukti dulu."),
)


def _kind(name: str, told: str, *, scam: bool = True) -> MessageKind:
    if not scam:
        return MessageKind(name, told, "Orang baik memberi kabar.", False, (), (), (), (), HERE)
    done = ("Telepon bank sekarang.", "Beri tahu keluarga.")
    return MessageKind(name, told, "Penipu menyamar.", True, _ACTIONS, _BEFORE, done, ("lapor-iasc",), HERE)


KINDS = {
    one.id: one
    for one in (
        _kind("apk", "Berkas .apk yang menyamar"),
        _kind("otp", "Kode OTP diminta"),
        _kind("qris-palsu", "QRIS tempelan"),
        _kind("bukti-palsu", "Bukti bayar palsu"),
        _kind("pinjol", "Pinjaman ilegal"),
        _kind("akun-dibajak", "Akun kenalan dibajak"),
        _kind("hadiah", "Hadiah palsu"),
        _kind("suara-tiruan", "Suara tiruan"),
        _kind("jujur", "Pesan jujur", scam=False),
    )
}


def _message(
    name,
    kind,
    sender,
    body,
    decision=DANGER,
    *,
    channel=Channel.CHAT,
    known=False,
    signs=("nomor", "uang"),
    decoys=("salam", "malam"),
    subject="",
    attachment=None,
    surface=Surface.PLAIN,
    origin=HERE,
):
    replies = {
        SAFE: f"Wajar, {name} tampak biasa. Baca lagi permintaannya.",
        DOUBT: f"Hati-hati itu baik untuk {name}. Baca lagi permintaannya.",
        DANGER: f"Berjaga itu baik untuk {name}. Baca lagi permintaannya.",
    } | {decision: f"Tepat. Kuncinya ada pada permintaan {name}."}
    return Message(
        id=name,
        kind=kind,
        channel=channel,
        sender=sender,
        known=known,
        time="19.12",
        subject=subject,
        body=body,
        attachment=attachment,
        decision=decision,
        nearly=(DOUBT,) if decision is DANGER else (),
        signs=() if decision is SAFE else signs,
        decoys=decoys,
        replies=replies,
        level=1,
        surface=surface,
        origin=origin,
    )


ALL = (
    _message(
        "undangan",
        "apk",
        "08xx-xxxx-x121",
        "Mohon kehadirannya. Buka undangan lengkapnya di sini.",
        signs=("nomor", "apk"),
        attachment=Attachment("Surat Undangan.apk", "6,6 MB", ""),
        surface=Surface.LOOKS_FINE,
    ),
    _message(
        "kode", "otp", "08xx-xxxx-x122", "Saya dari bank. Sebutkan kode yang masuk.", signs=("nomor", "kode")
    ),
    _message(
        "stiker",
        "qris-palsu",
        "Pak Darto",
        "Kode QR warung sudah saya ganti. Coba bayar Rp5.000.",
        DOUBT,
        known=True,
        signs=("uang",),
        attachment=Attachment("kode.jpg", "120 KB", "Nama di kode QR: Toko Maju Kota."),
    ),
    _message(
        "bukti",
        "bukti-palsu",
        "08xx-xxxx-x123",
        "Sudah saya bayar. Kirim barangnya sekarang.",
        signs=("nomor", "desak"),
    ),
    _message(
        "pinjaman", "pinjol", "08xx-xxxx-x124", "Uang cair 5 menit. Bayar dulu Rp50.000.", channel=Channel.SMS
    ),
    _message(
        "nomor-baru",
        "akun-dibajak",
        "08xx-xxxx-x125",
        "Ini Rina. Nomorku ganti. Kita bertemu besok?",
        DOUBT,
        signs=("nomor",),
    ),
    _message(
        "menang",
        "hadiah",
        "undian@hadiah-desa.example",
        "Bayar pajaknya dulu. Hadiah dikirim sore ini.",
        channel=Channel.MAIL,
        subject="Selamat, Ibu menang",
        signs=("uang", "desak"),
    ),
    _message(
        "suara",
        "suara-tiruan",
        "08xx-xxxx-x126",
        "Ini aku. Tolong kirim uang sekarang.",
        attachment=Attachment("suara.mp3", "0.12", "Suara mirip adik: tolong kirim uang sekarang."),
    ),
    _message(
        "arisan",
        "jujur",
        "Bu RT (grup arisan)",
        "Arisan pindah ke hari Sabtu.",
        SAFE,
        channel=Channel.GROUP,
        known=True,
    ),
    _message(
        "rapat",
        "jujur",
        "koperasi@koperasi-desa.example",
        "Rapat mulai jam 09.00.",
        SAFE,
        channel=Channel.MAIL,
        subject="Rapat anggota",
        known=True,
    ),
    _message("timbang", "jujur", "Kader posyandu", "Timbang balita besok pagi.", SAFE, known=True),
    _message(
        "tugas",
        "jujur",
        "Bu Guru",
        "tugas anak bsk tolong dibawa ya",
        SAFE,
        known=True,
        surface=Surface.LOOKS_ODD,
    ),
)
BANK = Bank(SIGNS, KINDS, {one.id: one for one in ALL})
VILLAGE = _message(
    "panen",
    "hadiah",
    "08xx-xxxx-x127",
    "Panen raya berhadiah. Bayar daftar dulu.",
    origin=Origin("desa/kami.toml", "pesan", village=True),
)
BANK_WITH_VILLAGE = Bank(SIGNS, KINDS, {**BANK.messages, VILLAGE.id: VILLAGE})

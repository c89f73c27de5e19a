"""A bank of messages small enough to know by heart, for the tests of the inbox and of its practice."""

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

SCAMS = ("akun", "apk", "bukti", "hadiah", "otp", "pinjol", "qris", "suara")
HONEST = "jujur"
OURS = Origin("curriculum/scenarios/pesan/uji.toml", "pesan[0]")
VILLAGE = Origin("curriculum/scenarios/desa/uji.toml", "pesan[0]", village=True)

SIGNS = {
    name: Sign(name, name, f"{name} bukan tanda bahaya. Cari tanda yang lain.", OURS)
    for name in ("berkas-apk", "nomor-baru", "tanpa-nama", "salam", "malam")
}
APK = MessageKind(
    id="apk",
    name="Undangan palsu",
    about="Berkas .apk adalah aplikasi.",
    scam=True,
    actions=(
        ("tahan", "Jangan buka berkasnya."),
        ("simpan", "Simpan tangkapan layar."),
        ("blokir", "Blokir nomornya."),
        ("keluarga", "Beri tahu keluarga."),
        ("lapor", "Laporkan nomornya."),
    ),
    before=(
        ("tahan", "simpan", "Tahan dulu."),
        ("tahan", "blokir", "Tahan dulu."),
        ("tahan", "keluarga", "Tahan dulu."),
        ("tahan", "lapor", "Tahan dulu."),
        ("simpan", "blokir", "Hampir. Simpan bukti dulu."),
        ("simpan", "lapor", "Taruh tangkapan layar di urutan awal."),
    ),
    if_done=(),
    facts=(),
    origin=OURS,
)
KINDS = {
    **{name: MessageKind(name, name, "", True, (), (), (), (), OURS) for name in SCAMS},
    "apk": APK,
    HONEST: MessageKind(HONEST, "Pesan jujur", "", False, (), (), (), (), OURS),
}


def message(name, kind, level=1, decision=Decision.DANGER, surface=Surface.PLAIN, origin=OURS, **changed):
    safe = decision is Decision.SAFE
    values = {
        "id": name,
        "kind": kind,
        "channel": Channel.CHAT,
        "sender": "08xx-xxxx-x123",
        "known": False,
        "time": "19.12",
        "subject": "",
        "body": "Mohon kehadirannya.",
        "attachment": Attachment("Surat Undangan.apk", "6,6 MB", "") if kind == "apk" else None,
        "decision": decision,
        "nearly": (Decision.DOUBT,) if decision is Decision.DANGER else (),
        "signs": () if safe else ("berkas-apk", "nomor-baru", "tanpa-nama"),
        "decoys": ("salam", "malam"),
        "replies": {one: f"{name}: {one}." for one in Decision},
        "level": level,
        "surface": surface,
        "origin": origin,
    }
    return Message(**{**values, **changed})


def scam(kind, number):
    """Make the one of six of a kind: two of each level, one that looks fine, one to be asked about."""
    return message(
        f"{kind}-{number}",
        kind,
        level=number // 2 + 1,
        decision=Decision.DOUBT if number == 5 and kind in ("akun", "suara") else Decision.DANGER,
        surface=Surface.LOOKS_FINE if number % 3 == 2 else Surface.PLAIN,
    )


def honest(number):
    return message(
        f"{HONEST}-{number:02}",
        HONEST,
        level=number % 3 + 1,
        decision=Decision.DOUBT if number % 4 == 3 else Decision.SAFE,
        surface=Surface.LOOKS_ODD if number % 2 else Surface.PLAIN,
    )


def bank(*more, kinds=KINDS):
    messages = [scam(kind, number) for kind in SCAMS for number in range(6)]
    messages += [honest(number) for number in range(24)]
    return Bank(SIGNS, kinds, {one.id: one for one in (*messages, *more)})


BANK = bank()
"""Eight kinds of scam with six messages each, and 24 honest ones."""

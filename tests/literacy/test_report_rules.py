"""The draft of a report: right in several ways, and each typical mistake in words of its own."""

from itertools import permutations

import pytest

from lentera.course.check_scenarios import unreal
from lentera.course.scenarios import Origin
from lentera.course.style import StyleSeverity, TextKind, lint_text
from lentera.literacy.report import FIRST, judge_first, read_draft
from lentera.literacy.report_cases import MONTHS, WEEKDAYS, case_of, evidence, first_steps
from lentera.rules import MistakeKind
from lentera.tasks import RULE_SETS
from lentera.words import rupiah

TASK = "s02-draf-laporan"
SEED = next(seed for seed in range(100) if case_of(seed).id == "hp-bekas")
CASE = case_of(SEED)
RULE = {one.id.removeprefix("s02.report."): at for at, one in enumerate(RULE_SETS[TASK].rules)}


def day(case=CASE):
    return f"{case.day.day} {MONTHS[case.day.month - 1]}"


def draft(case=CASE, seed=SEED, **changed):
    return {
        "benih": seed,
        "kapan": f"{day(case)}, jam {case.hour:02}.{case.minute:02}",
        "siapa": f"Nomor {case.number}",
        "apa": case.text,
        "bukti": ["tangkapan", "transfer"],
        "rugi": rupiah(case.amount),
        "pertama": [],
        **changed,
    }


def judged(**changed):
    return RULE_SETS[TASK].judge(draft(**changed))


def mistake(rule, **changed):
    return judged(**changed).verdicts[RULE[rule]].finding.mistake


def test_five_elements_from_the_story_earn_everything():
    report = judged()
    assert report.holds
    assert report.points(20) == 20


@pytest.mark.parametrize("seed", range(0, 400, 13))
def test_every_seed_can_be_solved_from_its_own_story(seed):
    case = case_of(seed)
    assert RULE_SETS[TASK].judge(draft(case, seed)).holds


@pytest.mark.parametrize("seed", range(0, 200, 7))
def test_stories_are_plain_and_hold_nothing_real(seed):
    case = case_of(seed)
    assert list(unreal(Origin("laporan.toml", case.id), "teks", case.text)) == []
    assert [
        one for one in lint_text(case.text, TextKind.FEEDBACK) if one.severity is StyleSeverity.ERROR
    ] == []
    assert case.day.strftime("%w") == str((WEEKDAYS.index(case.text.split(",")[0]) + 1) % 7)


def test_all_five_stories_are_met():
    assert len({case_of(seed).id for seed in range(60)}) == 5


@pytest.mark.parametrize(
    "changed",
    [
        {"kapan": f"{CASE.day.day}-{CASE.day.month}-2026 {CASE.hour}:{CASE.minute:02}"},
        {"siapa": f"Rekening {CASE.account} atas nama {CASE.holder}"},
        {"siapa": f"x{CASE.number[-3:]}"},
        {"apa": "Dia lihat iklan HP, lalu transfer uangnya. Barangnya tidak datang."},
        {"bukti": ["catat", "transfer", "saksi"]},
        {"bukti": ["transfer", "tangkapan", "blokir"]},
        {"bukti": ["tangkapan", "blokir", "catat"]},
        {"rugi": f"{CASE.amount // 1000} ribu rupiah"},
        {"pertama": ["bayar"]},
    ],
)
def test_other_right_ways_earn_as_much(changed):
    assert judged(**changed).holds


OTHER_DAY = f"{CASE.day.day % 28 + 1} {MONTHS[CASE.day.month - 1]}"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("kemarin pagi", "vague"),
        ("jam 09.12", "no_date"),
        (f"{OTHER_DAY}, jam {CASE.hour}.{CASE.minute:02}", "other_day"),
        (
            f"{WEEKDAYS[CASE.day.weekday() - 1]}, {day()}, jam {CASE.hour:02}.{CASE.minute:02}",
            "other_weekday",
        ),
        (day(), "no_time"),
        (f"{day()}, jam {CASE.hour - 3:02}.00", "other_time"),
    ],
)
def test_mistakes_on_the_time(text, name):
    assert mistake("when", kapan=text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("", "empty"),
        (CASE.holder, "name_only"),
        ("orang jahat", "no_number"),
        ("08xx-xxxx-x111", "no_number"),
    ],
)
def test_mistakes_on_the_person(text, name):
    assert mistake("who", siapa=text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("", "empty"),
        ("Saya tertipu.", "short"),
        ("Bu Sari mentransfer uang kemudian barangnya tidak datang.", "no_mulai"),
        ("Bu Sari melihat iklan HP lama kemudian barangnya tidak datang.", "no_lalu"),
        ("Bu Sari melihat iklan HP lama kemudian mentransfer uang.", "no_akibat"),
    ],
)
def test_mistakes_on_what_happened(text, name):
    assert mistake("what", apa=text) == name


@pytest.mark.parametrize(
    ("story", "told"),
    [
        ("hp-bekas", "Saya lihat hape bekas dijual di FB. Saya tf uangnya. Barangnya tidak ada kabar."),
        (
            "hp-bekas",
            "Bu Sari mau membeli handphone bekas. Uang sudah dikirimkan. Sampai sekarang barang belum diterima.",
        ),
        ("hp-bekas", "Ada orang menawarkan HP murah, Bu Sari kasih uang, terus nomornya tidak aktif."),
        ("hp-bekas", "BU SARI TERTARIK IKLAN HP. DIA TRANSFER. HP TIDAK DATANG."),
        ("hp-bekas", "Ibu Sari ditawari ponsel bekas lalu menyetor uang. Setelah itu penjual kabur."),
        ("hp-bekas", "Penjual hilang setelah uang ditransfer untuk HP bekas."),
        ("hp-bekas", "Dia beli hp lewat wa, uangnya sudah masuk ke rekening Tono, tapi HP ga dikirim-kirim."),
        ("hp-bekas", "Ketipu beli hp. Uang sudah ditransfer."),
        ("hp-bekas", "Bu Sari melihat iklan. Ia mentransfer. HP tidak pernah datang."),
        (
            "hp-bekas",
            "Bu Sari tertarik ponsel murah di internet, dia lalu menransfer uang, barang nihil dan nomornya diblokir.",
        ),
        ("hp-bekas", "Mula-mula ada iklan hape. Bu Sari melunasi. Sesudahnya penjualnya tak bisa dihubungi."),
        (
            "teman-nomor-baru",
            "Ada WA dari nomor baru, katanya Yuni mau pinjam uang. Bu Wati transfer. Ternyata bukan Yuni.",
        ),
        (
            "teman-nomor-baru",
            "Orang mengaku sebagai Yuni minjam duit. Dikasih lewat rekening Deni. Besoknya Yuni asli bilang tidak pernah pinjam.",
        ),
        (
            "teman-nomor-baru",
            "Bu Wati dichat orang yang pura-pura jadi kawannya. Uang dikirimkan. Kena tipu.",
        ),
        ("teman-nomor-baru", "Seseorang pakai nama Yuni minta tolong, Bu Wati tf, ternyata ketipu"),
        ("teman-nomor-baru", "Yuni gadungan berutang. Bu Wati mengirimkan uang. Yuni sebenarnya kaget."),
        (
            "teman-nomor-baru",
            "Bu Wati dapat SMS Yuni mau utang lalu dia setor uang dan akhirnya uangnya raib",
        ),
        (
            "teman-nomor-baru",
            "pengirim menyamar jadi teman, minta uang, bu wati memberi uang, dan uangnya hilang",
        ),
        ("teman-nomor-baru", "Menerima pesan Yuni. Mengirim uang. Yuni asli tidak meminjam."),
        (
            "teman-nomor-baru",
            "Bu Wati menyerahkan uang kepada orang yang mengaku Yuni. Yuni yang sebenarnya tak pernah pinjam.",
        ),
        ("paket-apk", "Bu Rahma terima kiriman resi. Dia buka. Uangnya hilang."),
        ("paket-apk", "Ada file apk dikirim orang. Bu Rahma klik. Saldo habis."),
        ("paket-apk", "Dapat WA dari kurir palsu, dipencet, lalu tabungan terkuras."),
        ("paket-apk", "Bu Rahma ngeklik berkas resi lalu uangnya ditransfer orang"),
        ("paket-apk", "Menerima berkas Resi.apk. Ia membukanya. Satu jam kemudian uang keluar."),
        ("paket-apk", "Bu Rahma mengunduh berkas apk, diinstal, rekening dibobol."),
        ("paket-apk", "Kiriman paket tiruan ditekan bu rahma dan tabungannya ludes"),
        ("paket-apk", "Bu Rahma menginstall aplikasi resi. Duitnya raib."),
        ("paket-apk", "Awalnya ada pesan paket. Lalu dia tekan. Sejam kemudian rekeningnya kosong."),
        ("paket-apk", "Resi palsu dia buka, sejam sesudahnya uang di bank lenyap"),
        ("lowongan-biaya", "Bu Asih cari kerja lewat WA. Disuruh bayar seragam. Kantornya tidak ada."),
        ("lowongan-biaya", "Bu Asih mendaftar pekerjaan, lalu mentransfer biaya, alamatnya rumah kosong"),
        ("lowongan-biaya", "Ada loker, diminta uang seragam, sudah ditransfer, kantornya fiktif."),
        ("lowongan-biaya", "Bu Asih ngelamar kerja. Dia tf uang seragam. Ternyata ditipu."),
        ("lowongan-biaya", "Ibu Asih melamar pekerjaan, dibayar seragamnya, kantornya bohong."),
        ("lowongan-biaya", "Asih ingin bekerja. Ia menyetor uang. Alamatnya rumah kosong."),
        ("lowongan-biaya", "Melamar kerja, bayar seragam, rumah kosong. Bu Asih."),
        (
            "lowongan-biaya",
            "Bu Asih ditawari pekerjaan tapi harus bayar dulu, sesudah itu kantornya nggak ada.",
        ),
        ("lowongan-biaya", "Bu Asih kena tipu lowongan, uang seragam sudah dikirimkan"),
        ("lowongan-biaya", "Kerjaan yang dilamar minta uang. Uang ditransfer. Kantor tak ditemukan."),
        ("pinjaman-biaya", "Bu Ning mau pinjam uang lewat HP. Bayar biaya dulu. Pinjamannya tak cair."),
        ("pinjaman-biaya", "Bu Ning ditawarkan kredit. Dia tf biaya pembukaan. Uang pinjaman tidak keluar."),
        ("pinjaman-biaya", "Ada yang menawari utang. Biaya sudah ditransfer. Malah disuruh bayar lagi."),
        ("pinjaman-biaya", "Bu Ning ditawari pinjaman, mengirim biaya, tidak cair, diminta bayar lagi."),
        ("pinjaman-biaya", "Seseorang menawarkan pinjaman. Bu Ning menyetor biaya. Ternyata penipuan."),
        ("pinjaman-biaya", "Ning kena tipu pinjaman online. Sudah setor uang pembukaan."),
        ("pinjaman-biaya", "Pinjol ilegal minta biaya, Bu Ning bayar, terus ditagih terus"),
        ("pinjaman-biaya", "Bu Ning dapat tawaran hutang, dikirim uang adminnya, uangnya hilang"),
        ("pinjaman-biaya", "bu ning dijanjikan pinjaman, ia mentransfer, belum cair juga"),
        ("pinjaman-biaya", "Dijanjikan dana cepat. Bu Ning bayar admin. Dananya tidak pernah masuk."),
    ],
)
def test_what_happened_may_be_told_in_her_own_words(story, told):
    seed = next(seed for seed in range(200) if case_of(seed).id == story)
    assert mistake("what", benih=seed, apa=told) is None


@pytest.mark.parametrize("seed", range(0, 200, 9))
@pytest.mark.parametrize(
    "text", ["asdf qwer zxcv hjkl uiop", "Saya bingung mau menulis apa di kotak ini.", "a b c d e f g h"]
)
def test_what_tells_nothing_of_the_story_earns_nothing(seed, text):
    assert (
        RULE_SETS[TASK].judge(draft(case_of(seed), seed, apa=text)).verdicts[RULE["what"]].finding.share == 0
    )


@pytest.mark.parametrize(
    ("steps", "name"),
    [
        ([], "empty"),
        (["tangkapan"], "few"),
        (["blokir", "tangkapan", "catat"], "order"),
        (["catat", "transfer", "blokir"], "order"),
        (["tangkapan", "transfer", "hapus"], "hapus"),
        (["tangkapan", "transfer", "marah"], "lain"),
    ],
)
def test_mistakes_on_the_evidence(steps, name):
    assert mistake("proof", bukti=steps) == name


@pytest.mark.parametrize(
    ("text", "name"), [("", "empty"), ("banyak", "no_sum"), (rupiah(CASE.amount + 1000), "other_sum")]
)
def test_mistakes_on_the_loss(text, name):
    assert mistake("loss", rugi=text) == name


def test_deleting_the_chat_is_told_before_what_is_missing():
    verdict = judged(bukti=["hapus"]).verdicts[RULE["proof"]]
    assert verdict.kind is MistakeKind.UNDO
    assert "tidak bisa menjadi bukti" in verdict.sentence("id")


def test_half_done_elements_earn_their_share():
    assert judged(kapan=day()).points(20) == 18
    assert judged(bukti=["tangkapan"]).points(20) == 18
    assert judged(siapa="").points(20) == 16
    assert judged(rugi=rupiah(CASE.amount + 1000)).points(20) == 17


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"benih": -1},
        {"benih": 1, "kapan": 5},
        {"benih": 1, "bukti": ["hantu"]},
        {"benih": 1, "bukti": ["tangkapan", "tangkapan"]},
        {"benih": 1, "bukti": "tangkapan"},
        {"benih": 1, "pertama": [["telepon"]]},
    ],
)
def test_what_is_no_draft_is_refused(content):
    with pytest.raises(ValueError, match=r"choose again|write it|seed"):
        read_draft(content)
    assert "belum terbaca" in RULE_SETS[TASK].judge(content).finding_sentence("id")


@pytest.mark.parametrize("order", list(permutations(["telepon", "bukti", "lapor"])))
def test_bank_and_evidence_come_before_the_report_in_either_order(order):
    assert judge_first(order).holds == (order[-1] == "lapor")


@pytest.mark.parametrize("place", range(4))
def test_telling_somebody_may_come_at_any_time(place):
    steps = ["telepon", "bukti", "lapor"]
    assert judge_first([*steps[:place], "keluarga", *steps[place:]]).holds


@pytest.mark.parametrize(
    ("steps", "name"),
    [
        ([], "empty"),
        (["telepon", "bayar"], "harmful"),
        (["diam"], "harmful"),
        (["lapor", "telepon"], "late"),
        (["bukti"], "no_telepon"),
        (["telepon"], "no_bukti"),
        (["telepon", "bukti"], "no_report"),
    ],
)
def test_each_slip_in_the_first_half_hour_has_a_sentence(steps, name):
    assert judge_first(steps).mistake == name
    assert FIRST.mistakes[name].says.id != ""


def test_steps_that_harm_say_why():
    for step in (*evidence().values(), *first_steps().values()):
        assert bool(step.says) == (step.kind in {"hapus", "lain", "jangan"})

"""Scenario banks: every kind of fault told with its place; a village's spoilt file never stops a lesson."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.course.conftest import TODAY

from lentera.course import CourseError, check_course, content_root
from lentera.course.check_scenarios import scenario_faults
from lentera.course.scenarios import VILLAGE_FOLDER, Decision, Surface, load_bank, read_bank

OURS = "curriculum/scenarios/uji.toml"

SIGNS = """
[[tanda]]
id = "berkas-apk"
nama = "berkas .apk"
bila_keliru = "Berkas ini bukan aplikasi. Cari tanda yang lain."
[[tanda]]
id = "ada-salam"
nama = "ada salam"
bila_keliru = "Salam bukan tanda bahaya. Cari tanda yang lain."
"""
KINDS = """
[[jenis]]
id = "apk"
nama = "Berkas .apk"
cara = "Berkas ini memasang aplikasi di HP."
penipuan = true
telanjur = ["Matikan data dan Wi-Fi."]
fakta = ["modus-apk"]
[[jenis.tindakan]]
id = "tahan"
teks = "Jangan buka berkasnya."
[[jenis.tindakan]]
id = "lapor"
teks = "Laporkan nomornya."
[[jenis.urutan]]
dulu = "tahan"
kemudian = "lapor"
balasan = "Tahan dulu."

[[jenis]]
id = "jujur"
nama = "Pesan jujur"
cara = "Orang yang dikenal memberi kabar."
penipuan = false
"""
MESSAGES = """
[[pesan]]
id = "apk-undangan"
jenis = "apk"
saluran = "surel"
pengirim = "panitia@hajatan.example"
dikenal = false
jam = "19.12"
subjek = "Undangan"
isi = "Buka undangannya di sini."
lampiran = { nama = "Undangan.apk", ukuran = "6,6 MB", teks = "" }
putusan = "bahaya"
hampir = ["curiga"]
tanda = ["berkas-apk"]
pengecoh = ["ada-salam"]
sulit = 1
kesan = "tampak-wajar"
[pesan.balasan]
aman = "Baca akhir nama berkasnya. Lalu putuskan lagi."
curiga = "Hati-hati itu baik."
bahaya = "Tepat. Kuncinya ada pada akhiran .apk."

[[pesan]]
id = "jujur-arisan"
jenis = "jujur"
saluran = "grup"
pengirim = "Bu Asih"
dikenal = true
jam = "08.00"
isi = "Arisan besok di rumah saya, Bu."
putusan = "aman"
tanda = []
pengecoh = ["ada-salam"]
sulit = 2
kesan = "biasa"
[pesan.balasan]
aman = "Tepat. Bu Asih tidak meminta apa pun."
curiga = "Baca lagi. Apa yang diminta?"
bahaya = "Baca lagi. Apa yang diminta?"
"""
NEWS = """
[[kabar]]
id = "jembatan"
nama = "Jembatan"
bentuk = "halaman"
pengirim = "Grup warga"
keterangan = "Diteruskan berkali-kali"
alamat = "kabar-cepat.example"
judul = "Jembatan runtuh"
isi = "Sebarkan sekarang."
gambar = { id = "jembatan", teks = "Foto jembatan kayu." }
putusan = "bohong"
setop = "Kabar ini menekan rasa takut."
telusuri = ["Tanggalnya tidak ada."]
obrolkan = [{ siapa = "Bu RT", kata = "Jembatannya utuh." }]
bijak = ["tidak"]
sumber = [
    { id = "pesan", nama = "Pesan itu", macam = "kabar-itu", isi = "Isinya sama.", balasan = "Cari yang lain." },
    { id = "kantor", nama = "Kantor desa", macam = "berwenang", isi = "Jembatan baik.", balasan = "Tepat." },
    { id = "ramai", nama = "Grup lain", macam = "banyak-orang", isi = "Isinya sama.", balasan = "Cari yang lain." },
    { id = "guru", nama = "Guru", macam = "bukan-urusannya", isi = "Tanya kantor desa.", balasan = "Cari yang lain." },
]
balasan = { benar = "Coba buka Periksa.", belum-jelas = "Baca jawaban kantor desa.", bohong = "Tepat." }
teruskan = { ya = "Tahan dulu.", tanya = "Jawabannya sudah ada.", tidak = "Bagus." }
"""
CALL = """
[[telepon]]
id = "petugas"
nama = "Petugas"
penelepon = "08xx-xxxx-x123"
cerita = "HP berbunyi di dapur."
penipuan = true
tanda = ["Ia meminta kode."]
telanjur = ["Telepon bank dari HP lain."]
fakta = ["modus-otp"]
[[telepon.giliran]]
id = "awal"
kata = "Selamat siang, Bu."
tutup = "Menutup telepon itu aman."
[[telepon.giliran.jawaban]]
id = "siapa"
teks = "Ini siapa?"
catatan = "Bertanya itu baik."
ke = "minta"
[[telepon.giliran.jawaban]]
id = "tutup-sopan"
teks = "Maaf, saya tutup."
catatan = "Tepat."
akhir = "aman"
[[telepon.giliran]]
id = "minta"
kata = "Sebutkan kodenya."
tutup = "Menutup telepon itu aman."
[[telepon.giliran.jawaban]]
id = "beri"
teks = "Ini kodenya."
catatan = "Kode itu kunci rumah."
akhir = "telanjur"
[[telepon.giliran.jawaban]]
id = "tolak"
teks = "Kode ini milik saya."
catatan = "Tepat."
akhir = "nyaris"
"""
PAYMENT = """
[[alasan]]
id = "nama-beda"
nama = "nama penerima beda"
bila_keliru = "Namanya sama. Baca lagi."
lihat = "Baca nama penerimanya."
[[alasan]]
id = "nama-cocok"
nama = "nama penerima cocok"
bila_keliru = "Namanya belum sama. Baca lagi."
lihat = "Baca nama penerimanya."

[[bayar]]
id = "stiker"
nama = "Beras"
peran = "pembeli"
cara = "qris"
cerita = "Warung Asih menjual beras Rp70.000."
putusan = "curiga"
hampir = ["belum"]
alasan = ["nama-beda"]
pengecoh = ["nama-cocok"]
lalu = "Bayar dengan cara lain."
fakta = ["modus-qris-tempel"]
sulit = 1
[[bayar.layar]]
jenis = "stiker"
judul = "Stiker di meja"
baris = [{ nama = "Nama", isi = "Warung Asih" }]
[bayar.balasan]
lunas = "Baca lagi namanya."
belum = "Menunggu itu baik."
curiga = "Tepat. Namanya beda."
"""
WHOLE = SIGNS + KINDS + MESSAGES + NEWS + CALL + PAYMENT
LONG = "kata " * 26
THIRD = '[[telepon.giliran.jawaban]]\nid = "{id}"\nteks = "Ya."\ncatatan = "Baik."\nakhir = "aman"\n'


@dataclass(frozen=True)
class Case:
    """One spoilt place: what is replaced, and the fault that must come of it."""

    kind: str
    old: str
    new: str
    key: str
    told_in: str = ""

    def __str__(self) -> str:
        return f"{self.kind}: {self.new[:30]!r}"


CASES = [
    # what one refers to
    Case("scenario_unknown", 'jenis = "apk"', 'jenis = "apkk"', "pesan[0].jenis", "apk, jujur"),
    Case("scenario_unknown", 'tanda = ["berkas-apk"]', 'tanda = ["berkas"]', "pesan[0].tanda", "berkas"),
    Case("scenario_unknown", 'pengecoh = ["ada-salam"]', 'pengecoh = ["salam"]', "pesan[0].pengecoh", "salam"),
    Case("scenario_unknown", 'dulu = "tahan"', 'dulu = "tahann"', "jenis[0].urutan[0].dulu", "tahann"),
    Case("scenario_unknown", 'kemudian = "lapor"', 'kemudian = "polisi"', "jenis[0].urutan[0].kemudian"),
    Case("scenario_unknown", 'ke = "minta"', 'ke = "pinta"', "telepon[0].giliran[0].jawaban[0].ke", "pinta"),
    Case("scenario_unknown", 'alasan = ["nama-beda"]', 'alasan = ["beda"]', "bayar[0].alasan", "beda"),
    Case("scenario_unknown", 'pengecoh = ["nama-cocok"]', 'pengecoh = ["cocok"]', "bayar[0].pengecoh"),
    Case("scenario_fact", '"modus-apk"', '"modus-lama"', "jenis[0].fakta", "modus-lama"),
    Case("scenario_fact", '"modus-otp"', '"modus-lama"', "telepon[0].fakta", "modus-lama"),
    Case("scenario_fact", '"modus-qris-tempel"', '"modus-lama"', "bayar[0].fakta", "modus-lama"),
    Case("duplicate_id", 'id = "jujur-arisan"', 'id = "apk-undangan"', "pesan[1].id"),
    # a message
    Case("message_long", "Buka undangannya", LONG, "pesan[0].isi", "25"),
    Case("message_long", 'MB", teks = ""', f'MB", teks = "{LONG}"', "pesan[0].isi"),
    Case("message_long", "Sebarkan sekarang.", LONG, "kabar[0].isi"),
    Case("message_long", "Foto jembatan kayu.", LONG, "kabar[0].gambar.teks"),
    Case("message_nearly", 'hampir = ["curiga"]', 'hampir = ["bahaya"]', "pesan[0].hampir", "bahaya"),
    Case("message_safe_signs", "tanda = []", 'tanda = ["berkas-apk"]', "pesan[1].tanda"),
    Case("message_no_signs", 'tanda = ["berkas-apk"]', "tanda = []", "pesan[0].tanda"),
    Case("message_both", 'pengecoh = ["ada-salam"]', 'pengecoh = ["berkas-apk"]', "pesan[0].pengecoh"),
    Case("message_honest_danger", 'putusan = "aman"\ntanda = []', 'putusan = "bahaya"\ntanda = ["berkas-apk"]', "pesan[1].putusan", "Pesan jujur"),
    Case("missing_key", 'subjek = "Undangan"\n', "", "pesan[0].subjek"),
    Case("missing_key", 'curiga = "Hati-hati itu baik."\n', "", "pesan[0].balasan.curiga"),
    # news
    Case("news_sources", '"berwenang"', '"banyak-orang"', "kabar[0].sumber", "4"),
    Case("news_passed_on", 'bijak = ["tidak"]', 'bijak = ["tidak", "ya"]', "kabar[0].bijak"),
    Case("duplicate_id", '{ id = "ramai"', '{ id = "pesan"', "kabar[0].sumber"),
    Case("missing_key", 'alamat = "kabar-cepat.example"\n', "", "kabar[0].alamat"),
    # a call
    Case("scene_long", "Selamat siang, Bu.", LONG, "telepon[0].giliran[0].kata", "25"),
    Case("call_where", 'ke = "minta"', 'ke = "minta"\nakhir = "aman"', "telepon[0].giliran[0].jawaban[0].ke"),
    Case("call_where", 'ke = "minta"\n', "", "telepon[0].giliran[0].jawaban[0].ke"),
    Case("call_answers", 'akhir = "nyaris"\n', 'akhir = "nyaris"\n' + THIRD.format(id="a") + THIRD.format(id="b"), "telepon[0].giliran[1].jawaban", "4"),
    Case("call_answers", 'id = "tolak"', 'id = "beri"', "telepon[0].giliran[1].jawaban"),
    Case("call_unreached", 'ke = "minta"', 'akhir = "nyaris"', "telepon[0].giliran", "minta"),
    Case("call_no_way_out", 'akhir = "nyaris"', 'akhir = "telanjur"', "telepon[0].giliran", "minta"),
    Case("missing_key", 'telanjur = ["Telepon bank dari HP lain."]\n', "", "telepon[0].telanjur"),
    # a payment
    Case("scene_long", "Baca lagi namanya.", LONG, "bayar[0].balasan.lunas"),
    Case("payment_nearly", 'hampir = ["belum"]', 'hampir = ["lunas"]', "bayar[0].hampir", "lunas"),
    Case("payment_both", 'pengecoh = ["nama-cocok"]', 'pengecoh = ["nama-beda"]', "bayar[0].pengecoh", "nama-beda"),
    Case("payment_few_decoys", 'pengecoh = ["nama-cocok"]', "pengecoh = []", "bayar[0].pengecoh"),
    # nothing that is somebody's
    Case("scenario_link", "panitia@hajatan.example", "panitia@hajatan.com", "pesan[0].pengirim", "hajatan.com"),
    Case("scenario_link", "Buka undangannya di sini.", "Buka bit.ly/undangan", "pesan[0].isi", "bit.ly"),
    Case("scenario_link", "kabar-cepat.example", "kabar-cepat.info", "kabar[0].alamat", "kabar-cepat.info"),
    Case("scenario_number", "Bu Asih", "0812 3456 7890", "pesan[1].pengirim", "0812 3456 7890"),
    Case("scenario_number", "08xx-xxxx-x123", "+62812345678", "telepon[0].penelepon"),
    Case("scenario_brand", "Arisan besok", "Bayar lewat GoPay", "pesan[1].isi", "GoPay"),
    Case("scenario_brand", 'isi = "Warung Asih"', 'isi = "Bank BRI"', "bayar[0].layar[0].baris[0]"),
    # plain words
    Case("style_error", "Hati-hati itu baik.", "Silahkan baca lagi.", "pesan[0].balasan.curiga", "silakan"),
    Case("style_error", "Tahan dulu.", "Silahkan tahan dulu.", "jenis[0].urutan[0]"),
    Case("style_error", "Salam bukan tanda bahaya.", "Salah! Salam bukan tanda.", "tanda[1].bila_keliru"),
]  # fmt: skip


def written(root: Path, text: str, file: str = OURS) -> Path:
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return root


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_fault_of_a_scenario_is_told_with_its_place(tmp_path, course, case):
    assert case.old in WHOLE
    found = list(scenario_faults(written(tmp_path, WHOLE.replace(case.old, case.new, 1)), course))
    matching = [one for one in found if (one.kind, one.file) == (case.kind, OURS) and case.key in one.key]
    assert matching, [(one.kind, one.key) for one in found]
    assert all(one.message and one.next_step for one in matching)
    assert any(case.told_in in one.message + one.next_step for one in matching)


def test_a_misspelt_decision_is_one_fault_and_nothing_untrue_is_said_of_it(tmp_path, course):
    text = WHOLE.replace('putusan = "bahaya"', 'putusan = "berbahaya"', 1)
    found = list(scenario_faults(written(tmp_path, text), course))
    assert [(one.kind, one.key) for one in found] == [("not_a_choice", "pesan[0].putusan")]


def test_the_whole_example_has_no_fault(tmp_path, course):
    assert list(scenario_faults(written(tmp_path, WHOLE), course)) == []


def test_one_fault_does_not_hide_the_next(tmp_path, course):
    text = WHOLE.replace('jenis = "apk"', 'jenis = "lama"', 1).replace(
        "tanda = []", 'tanda = ["ada-salam"]', 1
    )
    found = {one.kind for one in scenario_faults(written(tmp_path, text), course)}
    assert {"scenario_unknown", "message_safe_signs"} <= found


def test_a_file_ending_in_a_text_is_no_address_and_a_price_no_number(tmp_path, course):
    text = WHOLE.replace("Buka undangannya di sini.", "Surat Undangan.pdf. Iuran Rp1.250.000 saja.")
    assert list(scenario_faults(written(tmp_path, text), course)) == []


def test_what_is_not_known_is_no_scenario(tmp_path, course):
    found = list(scenario_faults(written(tmp_path, WHOLE + '\n[[peta]]\nid = "x"\n'), course))
    assert [one.kind for one in found] == ["unknown_key"]


def test_the_check_of_the_course_tells_faults_of_scenarios_too(root):
    written(root, MESSAGES.replace('jenis = "apk"', 'jenis = "lama"'), f"{VILLAGE_FOLDER}/uji.toml")
    found = [one for one in check_course(root, TODAY) if one.file == f"{VILLAGE_FOLDER}/uji.toml"]
    assert ("scenario_unknown", "pesan[0].jenis") in {(one.kind, one.key) for one in found}


# reading


def test_a_message_is_read_whole(tmp_path):
    message = load_bank(written(tmp_path, WHOLE)).messages["apk-undangan"]
    assert (message.subject, message.attachment.name, message.time) == ("Undangan", "Undangan.apk", "19.12")
    assert (message.decision, message.nearly) == (Decision.DANGER, (Decision.DOUBT,))
    assert (message.signs, message.decoys) == (("berkas-apk",), ("ada-salam",))
    assert (message.level, message.surface, message.known) == (1, Surface.LOOKS_FINE, False)
    assert message.replies[Decision.DOUBT] == "Hati-hati itu baik."
    assert message.words == 5


def test_a_kind_is_read_whole(tmp_path):
    kind = load_bank(written(tmp_path, WHOLE)).kinds["apk"]
    assert kind.actions == (("tahan", "Jangan buka berkasnya."), ("lapor", "Laporkan nomornya."))
    assert kind.before == (("tahan", "lapor", "Tahan dulu."),)
    assert (kind.scam, kind.facts, kind.if_done) == (True, ("modus-apk",), ("Matikan data dan Wi-Fi.",))


def test_no_scenarios_at_all_are_an_empty_bank(tmp_path):
    assert load_bank(tmp_path).messages == {}


# the village


def village(name: str = "sukamaju") -> str:
    return f"{VILLAGE_FOLDER}/{name}.toml"


def own(name: str) -> str:
    """Return one whole message of a village."""
    return MESSAGES[: MESSAGES.index("\n[[pesan]]", 5)].replace("apk-undangan", name)


def test_village_messages_stand_after_ours_and_are_none_of_ours(tmp_path):
    bank = load_bank(written(written(tmp_path, WHOLE), own("desa-1"), village()))
    assert list(bank.messages) == ["apk-undangan", "jujur-arisan", "desa-1"]
    assert [one.id for one in bank.ours] == ["apk-undangan", "jujur-arisan"]
    assert bank.messages["desa-1"].origin.village


@pytest.mark.parametrize(
    "spoilt",
    [
        own("desa-2").replace('jenis = "apk"', 'jenis = "lama"'),
        own("desa-2").replace('putusan = "bahaya"', 'putusan = "merah"'),
        own("desa-2").replace("Buka undangannya", LONG),
        own("desa-2").replace('id = "desa-2"', 'id = "apk-undangan"'),
        own("desa-2").replace("dikenal = false", 'dikenal = "tidak"'),
        own("desa-2") + "\n[[pesan",
        "pesan = 3",
        "\ufeff\x00",
    ],
)
def test_a_village_file_with_a_fault_is_left_out_and_the_lesson_goes_on(tmp_path, spoilt):
    root = written(written(tmp_path, WHOLE), own("desa-1"), village("baik"))
    written(root, spoilt, village("rusak"))
    assert list(load_bank(root).messages) == ["apk-undangan", "jujur-arisan", "desa-1"]
    _bank, faults = read_bank(root)
    assert {one.file for one in faults} == {village("rusak")}


def test_a_village_file_in_another_encoding_is_left_out(tmp_path):
    root = written(written(tmp_path, WHOLE), "", village())
    (root / village()).write_bytes(own("desa-1").replace("Undangan", "Café").encode("latin-1"))
    assert list(load_bank(root).messages) == ["apk-undangan", "jujur-arisan"]


def test_a_village_cannot_change_a_message_of_the_course(tmp_path):
    twin = own("apk-undangan").replace('putusan = "bahaya"', 'putusan = "curiga"').replace('["curiga"]', "[]")
    bank = load_bank(written(written(tmp_path, WHOLE), twin, village()))
    assert bank.messages["apk-undangan"].decision is Decision.DANGER


def test_a_broken_file_of_the_course_stops_with_every_fault_told(tmp_path):
    text = WHOLE.replace('jenis = "apk"', 'jenis = "lama"', 1).replace("sulit = 2", "sulit = 9", 1)
    with pytest.raises(CourseError) as caught:
        load_bank(written(tmp_path, text))
    assert {one.kind for one in caught.value.faults} >= {"scenario_unknown"}
    assert len(caught.value.faults) == 2
    assert OURS in str(caught.value)


def test_the_real_bank_loads_and_the_course_has_no_fault_in_it(course):
    bank = load_bank(content_root())
    assert len(bank.ours) >= 72
    assert [(one.kind, one.file, one.key) for one in scenario_faults(content_root(), course)] == []

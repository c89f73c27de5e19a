"""The plain-language linter: right and typical wrong texts of each rule."""

import pytest

from lentera.course.style import StyleSeverity, TextKind, lint_text
from lentera.course.style.blocks import sentences, syllables, words

LESSON, STEP, FEEDBACK, LABEL, TRAINER = TextKind

WRONG = [
    # length
    ("sentence", LESSON, " ".join(["kabel"] * 18) + "."),
    ("sentence", FEEDBACK, "Sambung baterai dulu. " + " ".join(["kabel"] * 18)),
    ("sentence", LABEL, " ".join(["kabel"] * 18)),
    ("paragraph", LESSON, "Baca ini. " * 6),
    # words that hurt
    ("banned", FEEDBACK, "Salah! Coba lagi."),
    ("banned", FEEDBACK, "Jawaban ini salah."),
    ("banned", LESSON, "Percobaan itu gagal."),
    ("banned", LESSON, "Ini gampang kok."),
    ("banned", LESSON, "Cukup tekan satu tombol."),
    ("banned", LESSON, "Anda tinggal menekan tombol."),
    ("banned", LESSON, "Halo, kalian semua."),
    ("banned", LESSON, "Simpan berkas kamu."),
    ("banned", LESSON, "Untuk emak-emak hebat."),
    ("banned", LESSON, "Untuk daftar produk, klik di sini."),
    ("banned", LABEL, "Cara yang gampang"),
    # spelling, also with endings and capitals
    ("spelling", LESSON, "Silahkan duduk."),
    ("spelling", LESSON, "Praktek dimulai."),
    ("spelling", LESSON, "Minta ijin dulu. Ijinnya tertulis."),
    ("spelling", LESSON, "Resikonya kecil."),
    ("spelling", LESSON, "Periksa tanggal kadaluarsa."),
    ("spelling", LESSON, "Pasang saklar di kabel plus."),
    ("spelling", LESSON, "Pasang sekring."),
    ("spelling", LESSON, "Antrian panjang."),
    ("spelling", LESSON, "Simpan dirumah."),
    ("spelling", TRAINER, "Terimakasih."),
    # steps
    ("passive", LESSON, "1. Berkas disimpan."),
    ("passive", LESSON, "2. Tombol ditekan dua kali."),
    ("passive", STEP, "Panel ditutup dengan kain."),
    # position and colour alone
    ("position", LESSON, "Baca gambar di atas."),
    ("position", LESSON, "Isi kotak yang ada di sebelah kiri."),
    ("position", LESSON, "Tekan tombol merah."),
    ("position", LESSON, "Tekan tombol yang berwarna hijau."),
    ("position", STEP, "Baca tabel berikut ini."),
    # numbers
    ("rupiah", LESSON, "Harganya Rp 11000."),
    ("rupiah", LESSON, "Harganya Rp 11.000."),
    ("rupiah", LESSON, "Harganya Rp11000."),
    ("rupiah", LESSON, "Harganya Rp. 11.000."),
    ("decimal", LESSON, "Tegangan baterai 12.8 V."),
    ("decimal", TRAINER, "Arusnya 0.25 A."),
    ("decimal", LESSON, "Ruginya 2.3 %."),
    ("clock", LESSON, "Mulai jam 09:00."),
    ("clock", LESSON, "Mulai 09:00 WITA."),
    # pictures instead of words
    ("emoji", LESSON, "✅ Simpan berkas."),
    ("emoji", LESSON, "- 🔋 Sambung baterai."),
    ("emoji", LESSON, "Baca ini.\n\n⚠️"),
    # links
    ("link", LESSON, "Buka [di sini](produk.html)."),
    ("link", LESSON, "[Klik](produk.html) sekarang."),
    ("link", LESSON, "[https://iasc.ojk.go.id](https://iasc.ojk.go.id)"),
    ("link", LESSON, "Baca [](produk.html)."),
    # address
    ("address", LESSON, "Simpan berkas anda."),
]

DOUBTFUL = [
    ("sentence", LESSON, " ".join(["kabel"] * 15) + "."),
    ("sentence", LESSON, " ".join(["kabel"] * 17) + "."),
    ("sentence", TRAINER, " ".join(["kabel"] * 18) + "."),
    ("average", LESSON, "\n\n".join([" ".join(["kabel"] * 14) + "."] * 5)),
    ("paragraph", LESSON, "Baca ini. " * 4),
    ("paragraph", LESSON, "Baca ini. " * 5),
    ("foreign", LESSON, "Buka browser sekarang."),
    ("foreign", LESSON, "Jangan upload KTP."),
    ("passive", STEP, "Pilih kotak yang diberi tanda."),
    ("step_verb", STEP, "Anda menekan tombol."),
    ("step_verb", LESSON, "1. Kemudian tekan tombol."),
    ("position", LESSON, "Sambung kabel merah."),
    ("decimal", LESSON, "Baterai 12V."),
    ("thousands", LESSON, "Ada 11000 orang."),
    ("date", LESSON, "Berlaku sampai 22/11/2026."),
    ("date", LESSON, "Berlaku sampai 2026-11-22."),
    ("sight", LESSON, "Perhatikan kabel plus."),
    ("negation", LESSON, "Jangan pulang kecuali jika tidak hujan."),
    ("negation", LESSON, "Hal itu bukan tidak mungkin."),
    ("syllables", LESSON, "Pertanggungjawaban keorganisasian. Baca ini dulu.\n\n" + "Mari mengoperasionalkan.\n\n" * 24),
]  # fmt: skip

RIGHT = [
    # sentences and paragraphs at their limits
    (LESSON, " ".join(["kabel"] * 14) + "."),
    (LESSON, "Baca ini. " * 3),
    (LESSON, "Baca ini. Lalu itu.\n\nTekan tombol. Selesai."),
    (TRAINER, "Baca ini. " * 9),
    # dots that end no sentence
    (LESSON, "Harganya Rp11.000 untuk satu bungkus. Titik impasnya 86 bungkus."),
    (LESSON, "Kelas mulai jam 09.00 WITA. Bawa buku, pena, dll. dari rumah."),
    (LESSON, "Buka berkas kartu.html sekarang."),
    # the same letters with another meaning
    (LESSON, "Pilih salah satu. Ini bukan salah Ibu."),
    (LESSON, "Alamat tempat tinggal tidak ditulis. Ia tinggal di desa."),
    (LESSON, "Tambahkan garam secukupnya. Kesalahan itu wajar."),
    (LESSON, "Berkas tersimpan. Lampu dapat dinyalakan."),
    (STEP, "Gambar dinding dan digit di diagram."),
    (STEP, "Tekan tombol. Ketik nama. Simpan."),
    (LESSON, "1. Buka berkas.\n2. Tekan tombol.\n3. Tutup panel dengan kain."),
    # quoted labels and code are exempt
    (LESSON, 'Tekan tombol "Save file" di layar.'),
    (LESSON, "Tekan “Upload” sekarang."),
    (LESSON, "Ketik `password` dan `12.8` di sel."),
    (LESSON, "```python\nkelas.salah(12.8)  # gagal\n```\nBaca hasilnya."),
    (LESSON, "Jangan menulis 'klik di sini' pada tautan."),
    # foreign words in brackets after their own
    (LESSON, "Buka peramban (browser), lalu unggah (upload) foto."),
    # numbers
    (LESSON, "Tegangan 12,8 V dan arus 0,25 A."),
    (LESSON, "Tanggal 22 November 2026, tahun 2026, jam 09.00 WITA."),
    (LESSON, "Telepon 157 atau WA 081 157 157 157."),
    (LESSON, "Versi 1.2 terbit dengan 11.000 kata."),
    (LESSON, "Ruginya 2,3 %. Ukurannya kurang dari 200 KB."),
    (LESSON, "Ukuran gambar di bawah 200 KB."),
    # told by name
    (LESSON, "Sambung kabel merah (plus) ke sekering."),
    (LESSON, "Simpan kabel di atas meja."),
    # emoji inside a sentence is decoration
    (LESSON, "Lampu menyala 💡 dan aman."),
    # addresses
    (FEEDBACK, "Bagus, {sapaan}. Baterai sudah tersambung."),
    (LESSON, "Anda boleh menolak. {Sapaan} yang memilih."),
    # links
    (LESSON, "Baca [daftar produk](produk.html)."),
    # a trainer may be told more plainly
    (TRAINER, "Perhatikan tombol merah; file lama gagal dibuka, jadi cukup salin ulang."),
    # long names do not count
    (LESSON, "Desa kita dekat dengan Kalimantan. " * 3 + "\n\n" + ("Kantor Penajam Paser Utaranesiania buka. " * 3 + "\n\n") * 4),
]  # fmt: skip


def rules(text: str, kind: TextKind, severity: StyleSeverity) -> set[str]:
    return {fault.rule for fault in lint_text(text, kind) if fault.severity is severity}


@pytest.mark.parametrize(("rule", "kind", "text"), WRONG)
def test_must_be_rewritten(rule: str, kind: TextKind, text: str):
    assert rule in rules(text, kind, StyleSeverity.ERROR)


@pytest.mark.parametrize(("rule", "kind", "text"), DOUBTFUL)
def test_should_be_read_again(rule: str, kind: TextKind, text: str):
    assert rules(text, kind, StyleSeverity.WARNING) == {rule}
    assert rules(text, kind, StyleSeverity.ERROR) == set()


@pytest.mark.parametrize(("kind", "text"), RIGHT)
def test_may_stand(kind: TextKind, text: str):
    assert lint_text(text, kind) == []


def test_every_fault_says_what_to_write_instead():
    for rule, kind, text in [*WRONG, *DOUBTFUL]:
        for fault in lint_text(text, kind):
            assert fault.advice, rule
            assert "{" not in fault.advice


def test_the_line_is_told():
    fault = lint_text("# Judul\n\nBaca ini.\n\nSilahkan duduk.")[0]
    assert (fault.rule, fault.line) == ("spelling", 5)


@pytest.mark.parametrize(
    "text",
    [
        # samples of the quality bar that must pass as they stand
        "Sambungannya rapi. Urutannya kita ubah: sambung baterai dulu.",
        "Kartu siap. Pembeli tahu nama, isi, dan harga. Mau membuat kartu kedua?",
        "Tepat. Kuncinya ada pada akhiran .apk dan pengirim tanpa nama.",
        "Jaga kata sandi. Jangan beri tahu siapa pun.",
        "85 bungkus hampir menutup biaya, kurang Rp2.500. Bulatkan ke atas: 86 bungkus.",
    ],
)
def test_model_feedback_passes(text: str):
    assert lint_text(text, FEEDBACK) == []


def test_a_bureaucratic_sentence_does_not_pass():
    text = "Pastikan bahwasanya kredensial yang telah diinputkan tersebut tidak diketahui oleh pihak lain mana pun juga selain kalian yang berwenang."
    assert rules(text, LESSON, StyleSeverity.ERROR) == {"banned", "sentence"}


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("baterai", 3), ("pantai", 2), ("pulau", 2), ("nilainya", 3), ("baik", 2), ("laut", 2), ("kabel", 2),
        ("pertanggungjawaban", 6), ("sekering", 3), ("aplikasi", 4), ("volt", 1),
    ],
)  # fmt: skip
def test_syllables(word: str, count: int):
    assert syllables(word) == count


def test_sentences_and_words():
    assert sentences("Ukur 12,8 V. Tulis Rp11.000! Sudah?") == ["Ukur 12,8 V.", "Tulis Rp11.000!", "Sudah?"]
    assert sentences('Tekan "Run." Lalu baca.') == ['Tekan "Run."', "Lalu baca."]
    assert words("dari-ke, emak-emak dan/atau 12,8 V") == ["dari-ke", "emak-emak", "dan/atau", "12", "8", "V"]

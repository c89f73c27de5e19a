"""The only door of the notebooks: Indonesian verbs, and nothing heavy behind them until one is called.

Grading imports this package too, so a widget library is loaded only inside the functions that show one.
"""

from lentera.kelas.business import (
    buku_kas,
    hitung_hpp,
    label_produk,
    masalah_pesanan,
    pasar_desa,
    rumah_produksi,
    standar_produk,
    studio_foto,
    ulasan,
)
from lentera.kelas.lamp import (
    bengkel_gangguan,
    buku_servis,
    hari_lampu,
    jadwal_rawat,
    kenal_bagian,
    kenal_kutub,
    multimeter,
    rangkai_surya,
    tandon_listrik,
    ukur_surya,
)
from lentera.kelas.learning import (
    catat_ukur,
    cek,
    daftar_periksa,
    halo,
    keputusan_aman,
    kuis,
    nilai,
)
from lentera.kelas.website import (
    cari_lima,
    cek_halaman,
    cek_kontras,
    editor_halaman,
    etalase,
    kartu_produk,
    offer_magic,
    peta_tautan,
    terbit,
)

__all__ = [
    "bengkel_gangguan",
    "buku_kas",
    "buku_servis",
    "cari_lima",
    "catat_ukur",
    "cek",
    "cek_halaman",
    "cek_kontras",
    "daftar_periksa",
    "editor_halaman",
    "etalase",
    "halo",
    "hari_lampu",
    "hitung_hpp",
    "jadwal_rawat",
    "kartu_produk",
    "kenal_bagian",
    "kenal_kutub",
    "keputusan_aman",
    "kuis",
    "label_produk",
    "masalah_pesanan",
    "multimeter",
    "nilai",
    "pasar_desa",
    "peta_tautan",
    "rangkai_surya",
    "rumah_produksi",
    "standar_produk",
    "studio_foto",
    "tandon_listrik",
    "terbit",
    "ukur_surya",
    "ulasan",
]

offer_magic()

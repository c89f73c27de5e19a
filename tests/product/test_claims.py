"""False marks are found however they are written, and honest words are left alone."""

import pytest

from lentera.product.claims import ClaimKind, find_claim, permit_fault


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Keripik 100 % HALAL", "halal"),
        ("H4LAL enak", "halal"),
        ("h a l a l", "halal"),
        ("H.A.L.A.L", "halal"),
        ("hálal", "halal"),
        ("halal-toyyib", "halal"),
        ("حلال", "halal"),
        ("tanpa pengawet, halal", "halal"),
        ("non MSG halal", "halal"),
        ("tidak diragukan halal", "halal"),
        ("B.P.O.M", "permit"),
        ("terdaftar BPOM", "permit"),
        ("MD 123456789012", "permit"),
        ("ML123456789012", "permit"),
        ("P-IRT 2063471020123", "permit"),
        ("PIRT2063471020123", "permit"),
        ("Obat batuk alami", "health"),
        ("menyembuhkan batuk", "health"),
        ("menurunkan kadar gula darah", "health"),
        ("berkhasiat tinggi", "health"),
        ("bebas kolesterol", "health"),
    ],
)
def test_a_false_mark_is_found(text, kind):
    found = find_claim(text)
    assert found is not None
    assert found.kind is ClaimKind(kind)


@pytest.mark.parametrize(
    "text",
    [
        "Keripik Pisang manis",
        "halaman depan rumah",
        "belum bersertifikat halal",
        "belum ada logo halal",
        "sedang mengurus sertifikat halal",
        "tanpa izin BPOM",
        "halal: sedang diurus"[7:],
        "250 ml",
        "P-IRT sedang diurus",
        "Jalan Obatan 3",
        "Keripik A 1",
        "di tempat kering, tutup rapat",
        "pisang dari Sepaku, gula 3 kg",
        "",
    ],
)
def test_honest_words_are_left_alone(text):
    assert find_claim(text) is None


def test_who_holds_the_certificate_may_name_it():
    assert find_claim("keripik halal", halal=True) is None
    assert find_claim("P-IRT 2063471020198", permit=True) is None
    assert find_claim("terdaftar BPOM", permit=True) is not None


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        ("", "empty"),
        ("P-IRT", "empty"),
        ("20634ABC", "letters"),
        ("²²²²²²²²²²²²²²²", "letters"),
        ("2063471", "short"),
        ("2" * 25, "long"),
        ("123456789012345", "made_up"),
        ("987654321098765", "made_up"),
        ("111111111111111", "made_up"),
        ("123123123123123", "made_up"),
        ("206347102012327", "made_up"),
        ("006347102019827", "structure"),
        ("200347102019827", "structure"),
        ("306347102019827", None),
        ("P-IRT No. 3063471020198-27", None),
    ],
)
def test_a_permit_number_must_have_its_shape(number, fault):
    assert permit_fault(number) == fault

"""A family's rules for devices: right in several ways, by choosing or in own words, and each typical mistake."""

import pytest

from lentera.course.check_scenarios import unreal
from lentera.course.scenarios import Origin
from lentera.course.style import StyleSeverity, TextKind, lint_text
from lentera.literacy.family_parts import AGES, ELEMENTS, JUDGED, age_told, element_told, offered, parts
from lentera.literacy.family_rules import LONGEST, FamilyRules, read_rules
from lentera.rules import MistakeKind
from lentera.tasks import RULE_SETS

TASK = "s08-aturan"
SET = RULE_SETS[TASK]
AT = dict(zip(JUDGED, range(4), strict=True))
CHOSEN = {
    "waktu": ["sesudah-pr"],
    "tempat": ["ruang-keluarga"],
    "isi": ["akun-orang-tua"],
    "cerita": ["cerita-orang-tua"],
}


def rules(age="sd", chosen=CHOSEN, written=None):
    return {"usia": age, "pilihan": chosen, "tulisan": written or {}}


def mistake(element, *ids, own="", age="sd"):
    content = rules(age, {element: list(ids)}, {element: own})
    return SET.judge(content).verdicts[AT[element]].finding.mistake


def test_four_clear_elements_earn_everything():
    report = SET.judge(rules())
    assert report.holds
    assert report.points(15) == 15
    assert report.praise("id") == ["Keempat unsur aturan sudah jelas."]


@pytest.mark.parametrize("age", AGES)
def test_every_age_is_offered_clear_sentences_and_a_few_to_think_about(age):
    clear = {
        element: [part.id for part in offered(age, element) if part.does == "jelas"] for element in ELEMENTS
    }
    assert all(clear.values())
    assert SET.judge(rules(age, {element: ids[:1] for element, ids in clear.items()})).holds
    for element in JUDGED:
        assert 3 <= len(offered(age, element)) <= 5
        assert any(part.does not in {"jelas", "baik"} for part in offered(age, element))


@pytest.mark.parametrize(
    "part", [one for one in parts().values() if one.element in JUDGED], ids=lambda one: one.id
)
def test_every_ready_sentence_written_by_hand_is_judged_as_when_chosen(part):
    chosen = mistake(part.element, part.id, age=part.ages[0])
    by_hand = mistake(part.element, own=part.text, age=part.ages[0])
    assert (by_hand is None) == (chosen is None)


@pytest.mark.parametrize(
    "own",
    [
        {
            "waktu": "1 jam sehari",
            "tempat": "di teras",
            "isi": "video belajar boleh",
            "cerita": "ke neneknya",
        },
        {
            "waktu": "Jangan main HP sesudah magrib.",
            "tempat": "Bersama Ibu.",
            "isi": "Belanja dalam game dilarang.",
            "cerita": "Lapor ke Pak Guru. Tidak dimarahi.",
        },
        {
            "waktu": "sehari 2 kali, malam Minggu libur",
            "tempat": "jangan di kamarnya",
            "isi": "Boleh Kotak Cerita saja",
            "cerita": "bilang ke orang tua, HP tidak disita",
        },
        {"waktu": "selesai ngaji", "tempat": "dekat warung", "isi": "akun punya ibu", "cerita": "SAPA 129"},
    ],
)
def test_own_words_alone_are_right_when_they_name_what_a_child_needs(own):
    assert SET.judge(rules(chosen={}, written=own)).holds


@pytest.mark.parametrize(
    ("element", "own"),
    [
        ("waktu", "abis sekolah"),
        ("waktu", "sepulang sekolah"),
        ("waktu", "hari libur saja"),
        ("waktu", "kalau libur"),
        ("waktu", "setelah bantu ibu"),
        ("waktu", "sejam per hari"),
        ("waktu", "tengah hari"),
        ("waktu", "waktu istirahat"),
        ("waktu", "nanti sesudah magriban"),
        ("waktu", "dua kali seminggu"),
        ("waktu", "sehari sekali"),
        ("waktu", "sesudah memberi makan ayam"),
        ("tempat", "di serambi"),
        ("tempat", "di pendopo"),
        ("tempat", "di kebun"),
        ("tempat", "di gazebo"),
        ("tempat", "di saung"),
        ("tempat", "di beranda"),
        ("tempat", "di emperan"),
        ("tempat", "tempat yang terlihat ibu"),
        ("tempat", "di mana ibu bisa melihat"),
        ("tempat", "di luar"),
        ("tempat", "bersama orang tua"),
        ("tempat", "HP diletakkan di keranjang"),
        ("isi", "hanya YouTube Kids"),
        ("isi", "instagram dilarang"),
        ("isi", "youtube didampingi kakak"),
        ("isi", "cuma Upin Ipin"),
        ("cerita", "ke simbok"),
        ("cerita", "ke pakdhe"),
        ("cerita", "cerita ke saya"),
        ("cerita", "bilang kami"),
        ("cerita", "kasih tahu inaq"),
        ("cerita", "ke mamak"),
        ("cerita", "ke amaq"),
        ("cerita", "ke orangtua"),
        ("cerita", "ke pengurus panti"),
        ("cerita", "ke papah"),
        ("cerita", "ke kak Rina"),
        ("cerita", "ke Mbok"),
        ("cerita", "ke ninik"),
    ],
)
def test_families_of_every_region_are_understood(element, own):
    assert mistake(element, own=own) is None


@pytest.mark.parametrize(
    ("element", "own"),
    [
        ("waktu", "asdf"),
        ("waktu", "boleh"),
        ("waktu", "anak baik"),
        ("waktu", "terserah"),
        ("waktu", "hari"),
        ("waktu", "sesudah itu"),
        ("tempat", "asdf"),
        ("tempat", "bebas di mana saja"),
        ("tempat", "di HP"),
        ("tempat", "di internet"),
        ("isi", "asdf"),
        ("isi", "terserah"),
        ("isi", "isinya baik"),
        ("isi", "boleh semua"),
        ("isi", "hanya sebentar"),
        ("isi", "boleh 30 menit"),
        ("cerita", "asdf"),
        ("cerita", "diam saja"),
        ("cerita", "saya marah"),
        ("cerita", "saya sita"),
    ],
)
def test_words_that_a_child_cannot_follow_are_not_enough(element, own):
    assert mistake(element, own=own) is not None


@pytest.mark.parametrize(
    ("element", "ids", "own", "name"),
    [
        ("waktu", [], "", "empty"),
        ("waktu", ["larang-main"], "", "ban"),
        ("waktu", [], "Jangan main HP!", "ban"),
        ("waktu", ["sewajarnya"], "", "vague"),
        ("waktu", [], "secukupnya saja", "vague"),
        ("waktu", [], "ikut aturan", "other"),
        ("tempat", [], "", "empty"),
        ("tempat", ["mana-saja"], "", "vague"),
        ("tempat", [], "bebas", "vague"),
        ("tempat", [], "sudah disepakati", "other"),
        ("isi", [], "", "empty"),
        ("isi", ["akun-umum"], "", "account"),
        ("isi", ["akun-umum", "tontonan-anak"], "", "account"),
        ("isi", [], "Anak boleh punya medsos.", "account"),
        ("isi", [], "Video belajar. Anak buat akun sendiri.", "account"),
        ("isi", [], "Tidak boleh buka internet.", "ban"),
        ("isi", ["baik-saja"], "", "vague"),
        ("isi", [], "boleh yang bagus", "vague"),
        ("isi", [], "anak boleh main HP", "other"),
        ("cerita", [], "", "empty"),
        ("cerita", ["sita"], "", "punishment"),
        ("cerita", [], "HP disita bapak", "punishment"),
        ("cerita", ["sita", "panggil-dewasa"], "", "punished"),
        ("cerita", [], "Cerita ke ibu, lalu dihukum", "punished"),
        ("cerita", ["tidak-dimarahi"], "", "kind"),
        ("cerita", ["diam"], "", "alone"),
        ("cerita", [], "cerita ke temannya", "friend"),
        ("cerita", [], "tutup saja", "other"),
    ],
)
def test_each_typical_mistake_is_known(element, ids, own, name):
    assert mistake(element, *ids, own=own) == name


@pytest.mark.parametrize(
    "own",
    [
        "Anak tidak punya akun sendiri.",
        "Buat akun bersama ibu.",
        "Boleh punya akun belajar dari sekolah.",
        "Belum boleh medsos.",
    ],
)
def test_an_account_that_is_forbidden_or_shared_is_no_mistake(own):
    assert mistake("isi", own=own) is None


def test_a_child_of_sixteen_may_have_an_account():
    assert mistake("isi", own="Boleh punya akun sendiri", age="remaja") is None
    assert mistake("isi", own="Boleh punya akun sendiri", age="smp") == "account"


def test_a_small_child_may_go_without_any_device():
    assert mistake("waktu", own="Belum boleh main HP", age="belum-sekolah") is None
    assert mistake("waktu", own="Belum boleh main HP", age="sd") == "ban"


def test_a_vague_sentence_beside_a_clear_one_harms_nothing():
    assert mistake("waktu", "sewajarnya", "sore") is None
    assert mistake("waktu", "larang-main", own="kecuali sesudah belajar") is None


def test_sentences_of_another_age_are_kept_but_do_not_count():
    content = rules("remaja")
    assert SET.judge(content).verdicts[AT["waktu"]].finding.mistake == "empty"
    assert read_rules(content).to_content()["pilihan"] == CHOSEN


def test_without_an_age_the_age_is_asked_for_first():
    report = SET.judge(rules(""))
    assert report.finding_sentence("id") == "Usia anak belum dipilih."
    assert report.points(15) == 0


def test_each_element_is_a_quarter_of_the_points():
    assert SET.judge(rules(chosen={**CHOSEN, "waktu": []})).points(15) == 11.25
    assert SET.judge(rules(chosen={**CHOSEN, "cerita": ["sita", "cerita-orang-tua"]})).points(15) == 13.12


def test_what_must_be_taken_out_ranks_before_what_is_missing():
    kinds = {name: remark.kind for rule in SET.rules for name, remark in rule.mistakes.items()}
    assert {name for name, kind in kinds.items() if kind is MistakeKind.UNDO} == {
        "account",
        "punished",
        "punishment",
    }


@pytest.mark.parametrize(
    "content",
    [
        {},
        rules("bayi"),
        rules(age=3),
        rules(chosen=[]),
        rules(chosen={"hantu": []}),
        rules(chosen={"waktu": ["ruang-keluarga"]}),
        rules(chosen={"waktu": "sore"}),
        rules(chosen={"waktu": [["sore"]]}),
        rules(written={"waktu": 3}),
        rules(written={"hantu": "x"}),
    ],
)
def test_what_is_no_answer_is_refused(content):
    with pytest.raises(ValueError, match=r"choose|open the activity|write them"):
        read_rules(content)
    assert "belum terbaca" in SET.judge(content).finding_sentence("id")


def test_own_words_are_cut_to_what_a_poster_holds():
    assert len(read_rules(rules(written={"waktu": "a" * 900})).own("waktu")) == LONGEST
    assert FamilyRules().with_words("waktu", "sore\x00\n1 jam").own("waktu") == "sore  1 jam"


def test_sentences_are_plain_and_hold_nothing_real():
    told = [part.text for part in parts().values()]
    told += [text for age in AGES for text in age_told(age).values()]
    told += [element_told(one)[key] for one in ELEMENTS for key in ("nama", "tanya", "contoh")]
    for text in told:
        assert [
            one for one in lint_text(text, TextKind.FEEDBACK) if one.severity is StyleSeverity.ERROR
        ] == [], text
        assert list(unreal(Origin("aturan.toml", "kalimat"), "teks", text)) == []


def test_what_the_rules_say_is_plain():
    for rule in SET.rules:
        for remark in rule.mistakes.values():
            for saying in (remark.says, remark.next, rule.holds):
                assert lint_text(saying.id, TextKind.FEEDBACK) == [], saying.id
                assert saying.en

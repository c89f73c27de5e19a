"""A practice phrase: what is strong, what is weak and why, and that nothing of it is kept."""

import pytest

from lentera.literacy.passphrase import known
from lentera.literacy.passphrase.looking import LEAST, LONGEST, Look, look_at
from lentera.literacy.passphrase.person import PEOPLE, person
from lentera.literacy.passphrase.tasks import PHRASE, Kept, Tried
from lentera.literacy.passphrase.weakness import Weakness

RAHMA = PEOPLE[0]


def looked(phrase, others=()) -> Look:
    return look_at(phrase, RAHMA, others)


def judged(*phrases):
    tried = Tried(0)
    for phrase in phrases:
        look = looked(phrase)
        tried = tried.with_result(Kept(look.long, look.not_own, look.not_common, look.strong, look.weakness))
    return tried.to_content()


@pytest.mark.parametrize(
    "phrase",
    [
        "kambing makan rumput di sawah",
        "payung biru di atas sepeda nenek",
        "lemari hijau bernyanyi subuh",
        "tujuh ikan menari pelan",
        "zebra dikasih topi kuning",  # a short name inside another word
        "Gergaji-Nanas-Terbang-Rendah",
        "x7!kQ2#mZp9$Lw4",  # what a password manager makes
        "semut   mencuri   kompor   tetangga",  # several blanks
        "cabai jatuh ke laut ☀ siang",
        "sapi " + "bertopi kuning menunggu bus di halte kosong " * 2,  # long, pasted
    ],
)
def test_a_phrase_of_words_that_seldom_meet_is_strong(phrase):
    seen = looked(phrase)
    assert (seen.holds, seen.weakness, seen.level) == (True, None, 4)


@pytest.mark.parametrize(
    ("phrase", "weakness"),
    [
        ("kopi", Weakness.SHORT),
        ("K@k1!", Weakness.SHORT),  # signs and digits do not make up for length
        ("gajah batik sore"[:14], Weakness.SHORT),
        # data of the example person, in the ways people type them
        ("rahma suka minum kopi susu", Weakness.OWN),
        ("ku sayang DIKA selamanya ya", Weakness.OWN),
        ("kebun bukit raya panen lagi", Weakness.OWN),
        ("kebunbukitraya panen lagi", Weakness.OWN),
        ("lahir 12 mei hujan deras", Weakness.OWN),
        ("dikasayang makan bakso pedas", Weakness.OWN),
        ("dika2015 naik sepeda roda tiga", Weakness.OWN),
        ("payung 12-05-1985 biru tua", Weakness.OWN),
        ("sepeda 1985 nenek terbang", Weakness.OWN),
        ("ular 4417 naik tangga sore", Weakness.OWN),
        # what many people use or know
        ("bismillah", Weakness.COMMON),
        ("S4y4ng123", Weakness.COMMON),
        ("bismillahirrahmanirrahim", Weakness.COMMON),
        ("Sedia payung sebelum hujan!", Weakness.SAYING),
        ("garuda pancasila akulah pendukungmu", Weakness.SAYING),
        ("sediapayungsebelumhujan", Weakness.SAYING),
        ("sedia payung sebelum", Weakness.SAYING),  # most of one
        # long and yet weak
        ("kucing kucing kucing kucing", Weakness.REPEATED),
        ("abcabcabcabcabcabc", Weakness.REPEATED),
        ("123456789012345678", Weakness.ROW),
        ("0987 6543 2109 8765", Weakness.ROW),
        ("11223344556677889900", Weakness.ROW),
        ("aaaaaaaaaaaaaaaaaaaa", Weakness.REPEATED),
        ("abcdefghijklmnopqrst", Weakness.ROW),
        ("aku cinta kamu selamanya", Weakness.FEW_WORDS),
    ],
)
def test_each_weak_phrase_is_told_its_first_weakness(phrase, weakness):
    seen = looked(phrase)
    assert seen.weakness is weakness
    assert not seen.holds


def test_blanks_are_counted_but_make_nothing_hard_to_guess():
    assert looked("satu  dua  tiga").count == LEAST
    assert looked("aku kamu kita dia").level == looked("akukamukitadia").level


def test_signs_that_look_alike_count_once_they_are_brought_together():
    assert looked("ﬁ").count == 2  # one ligature, two letters


def test_her_own_name_must_not_be_in_it_either():
    assert looked("pisang goreng buat hasnah sore").holds
    assert looked("pisang goreng buat hasnah sore", ["Hasnah"]).weakness is Weakness.OWN


def test_sixty_four_signs_and_more_are_taken_and_too_many_are_refused_without_quoting_them():
    assert looked(("kelapa muda jatuh di pasar malam " * 4)[:LONGEST]).count == LONGEST
    with pytest.raises(ValueError) as error:
        looked("rahasiasekali" * 20)
    assert "rahasia" not in str(error.value)


def test_signs_that_stand_for_letters_do_not_multiply_the_work(monkeypatch):
    from zxcvbn import matching

    asked = []
    real = matching.dictionary_match

    def counted(text, *args, **kwargs):
        asked.append(text)
        return real(text, *args, **kwargs)

    monkeypatch.setattr(matching, "dictionary_match", counted)
    looked("4@8({[<3691!|70$5+7%2 2%+75$07|!1963<[{(8@4"[:LONGEST])
    assert 0 < len(asked) < 100  # trying every reading asks some 10,000 times


def test_people_differ_and_none_of_their_words_is_too_common():
    assert {person(seed).name for seed in range(200)} == {one.name for one in PEOPLE}
    for one in PEOPLE:
        assert not set(one.own_words) & {"dan", "ibu", "yang", "di"}
        assert str(one.born.year) in one.own_words


def test_the_lists_are_there_and_clean():
    assert len(known.words()) >= 1500
    assert len(known.passwords()) >= 150
    assert len(known.sayings()) >= 100
    assert all(one == one.lower() and " " not in one for one in (*known.words(), *known.passwords()))


def test_a_strong_phrase_earns_everything():
    report = PHRASE.judge(judged("kambing makan rumput di sawah"))
    assert report.holds
    assert report.share == 1


@pytest.mark.parametrize(
    ("phrase", "share", "said"),
    [
        ("K@k1!", 0.5, "pendek"),
        ("rahma suka minum kopi susu", 0.5, "orang contoh"),
        ("Sedia payung sebelum hujan", 0.5, "peribahasa"),
        ("bismillah", 0.25, "sering dipakai"),
        ("kucing kucing kucing kucing", 0.75, "berulang"),
        ("abcdefghijklmnopqrst", 0.75, "Deretan"),
        ("aku cinta kamu selamanya", 0.75, "mudah ditebak"),
    ],
)
def test_each_mistake_has_its_sentence_and_earns_what_holds(phrase, share, said):
    report = PHRASE.judge(judged(phrase))
    assert report.share == share
    assert said in report.finding_sentence("id")
    assert report.next_step("id")


def test_playing_with_weak_ones_after_a_strong_one_costs_nothing():
    content = judged("kambing makan rumput di sawah", "K@k1!")
    assert PHRASE.judge(content).share < 1
    assert PHRASE.best(content).share == 1


def test_the_answer_holds_yes_and_no_and_comes_back_as_it_was():
    content = judged("kambing makan rumput di sawah")
    assert content["hasil"] == {
        "panjang": True,
        "tanpa_data_diri": True,
        "tidak_umum": True,
        "kuat": True,
        "kelemahan": None,
    }
    assert Tried.from_content(content).to_content() == content


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"orang": "x"},
        {"orang": 1, "hasil": 3},
        {"orang": 1, "hasil": {"panjang": "ya"}},
        {"orang": 1, "hasil": {**judged("kopi")["hasil"], "kelemahan": "lain"}},
    ],
)
def test_nonsense_is_told_as_unreadable(content):
    assert PHRASE.judge(content).without_answer is not None

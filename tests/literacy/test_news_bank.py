"""The news of the course: enough of each kind, a reply to every choice, plain words, nothing that is real."""

import pytest

from lentera.course import Severity, content_root, load_course
from lentera.course.check_scenarios import scenario_faults
from lentera.course.scenarios import Passing, Shape, SourceKind, Verdict, load_bank, read_bank
from lentera.course.scenarios.news import MOST_WORDS, SOURCES
from lentera.literacy.news.looking import CARDS, drawn

NEWS = tuple(one for one in load_bank(content_root()).news.values() if not one.origin.village)


@pytest.fixture
def root(tmp_path):
    (tmp_path / "curriculum/scenarios/kabar").mkdir(parents=True)
    return tmp_path


def put(root, text, name="kabar/uji.toml"):
    path = root / "curriculum/scenarios" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def kinds(root):
    return [(one.kind, one.key) for one in read_bank(root)[1]]


def source_text():
    return (content_root() / "curriculum/scenarios/kabar/benar.toml").read_text(encoding="utf-8")


def test_there_are_enough_news_of_each_verdict_and_shape():
    counted = {verdict: sum(one.verdict is verdict for one in NEWS) for verdict in Verdict}
    assert len(NEWS) >= 10
    assert counted[Verdict.TRUE] >= 3
    assert counted[Verdict.UNCLEAR] >= 2
    assert {one.shape for one in NEWS} == set(Shape)


@pytest.mark.parametrize("news", NEWS, ids=lambda one: one.id)
def test_every_choice_has_a_reply_of_its_own(news):
    replies = [*news.replies.values(), *news.passing.values(), *(one.reply for one in news.sources)]
    assert len(set(replies)) == len(replies) == len(Verdict) + len(Passing) + SOURCES
    assert news.replies[news.verdict].startswith("Tepat.")
    assert [one.decides for one in news.sources] == [one.reply.startswith("Tepat.") for one in news.sources]


@pytest.mark.parametrize("news", NEWS, ids=lambda one: one.id)
def test_news_is_short_enough_to_be_heard_and_signed(news):
    assert news.words <= MOST_WORDS
    assert len(news.picture_words.split()) <= MOST_WORDS


@pytest.mark.parametrize("news", NEWS, ids=lambda one: one.id)
def test_only_true_news_may_be_passed_on(news):
    assert (Passing.YES in news.wise) == (news.verdict is Verdict.TRUE)


def test_a_false_source_of_each_kind_is_met():
    met = {source.kind for one in NEWS for source in one.sources}
    assert met == set(SourceKind)


def test_no_text_departs_from_plain_words_or_names_something_real():
    faults = scenario_faults(content_root(), load_course(content_root()))
    assert [one for one in faults if "/kabar/" in one.file] == []


@pytest.mark.parametrize("seed", range(0, 10_000, 487))
def test_each_learner_meets_true_false_and_unclear_news(seed):
    cards = drawn(seed)
    assert len({one.id for one in cards}) == CARDS
    assert {one.verdict for one in cards} == set(Verdict)
    assert max(sum(one.verdict is verdict for one in cards) for verdict in Verdict) == 2


def test_neighbours_meet_different_news():
    assert len({tuple(one.id for one in drawn(seed)) for seed in range(40)}) > 20


def test_a_news_of_the_course_reads_without_a_fault(root):
    put(root, source_text())
    assert kinds(root) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('macam = "berwenang"', 'macam = "banyak-orang"', ("news_sources", "kabar[0].sumber")),
        ('id = "koperasi"', 'id = "ramai"', ("duplicate_id", "kabar[0].sumber")),
        ('putusan = "benar"', 'putusan = "bohong"', ("news_passed_on", "kabar[0].bijak")),
        ('putusan = "benar"', 'putusan = "mungkin"', ("not_a_choice", "kabar[0].putusan")),
        ('bentuk = "grup"', 'bentuk = "halaman"', ("missing_key", "kabar[0].alamat")),
        ("Bawa buku KIA.", "Bawa buku KIA. " + "kata " * 20, ("message_long", "kabar[0].isi")),
        ('id = "timbangan"', 'id = "naga"', ("not_a_choice", "kabar[0].gambar.id")),
        ('setop = "Kabar', 'setopp = "Kabar', ("missing_key", "kabar[0].setop")),
    ],
)
def test_a_fault_is_told_with_its_place(root, old, new, fault):
    text = source_text()
    assert old in text
    put(root, text.replace(old, new, 1))
    assert fault in kinds(root)


def test_news_of_a_village_with_a_fault_is_left_out_and_the_lesson_stays(root):
    put(root, source_text())
    put(root, source_text().replace('id = "posyandu-pindah"', 'id = "baru"', 1), "desa/kami.toml")
    assert any(one.severity is Severity.ERROR for one in read_bank(root)[1])
    assert set(load_bank(root).news) == {
        "posyandu-pindah",
        "listrik-padam",
        "air-sumur",
        "sekolah-pulang",
    }

"""News to check: how it reaches people, what STOP finds out, what is true, what is said to each choice."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from lentera.course.reader import Reader
from lentera.course.scenarios.origin import Origin
from lentera.course.style import TextKind

MOST_WORDS = 25
"""Longest news, and longest description of its picture [words]: both are read aloud and signed."""
SOURCES = 4
"""How many sources are offered with each news."""


class Verdict(StrEnum):
    """Name the three verdicts; the values stand in answer files."""

    TRUE = "benar"
    UNCLEAR = "belum-jelas"
    FALSE = "bohong"


class Passing(StrEnum):
    """Tell what she does with it: pass it on, ask first, or keep it."""

    YES = "ya"
    ASK = "tanya"
    NO = "tidak"


class Shape(StrEnum):
    """Name how news reaches people."""

    GROUP = "grup"
    POSTER = "poster"
    VIDEO = "video"
    PAGE = "halaman"


class Picture(StrEnum):
    """Name the drawings that news can carry."""

    BRIDGE = "jembatan"
    LEAVES = "daun"
    RICE = "karung"
    EGGS = "telur"
    CAR = "mobil"
    SCALE = "timbangan"
    POLE = "tiang"
    WELL = "sumur"
    SCHOOL = "sekolah"
    ROAD = "jalan"
    RIVER = "sungai"


class SourceKind(StrEnum):
    """Tell what kind of source it is; only the first two can decide."""

    OFFICE = "berwenang"
    CHECKER = "pemeriksa-fakta"
    ITSELF = "kabar-itu"
    CROWD = "banyak-orang"
    SCREENSHOT = "tangkapan-layar"
    ELSEWHERE = "bukan-urusannya"


@dataclass(frozen=True)
class Source:
    """Hold one source that may be asked.

    Attributes
    ----------
    id, name : str
        Stable name, and what it is called.
    told : str
        What it tells when it is asked.
    reply : str
        What is said when she names it as the source that decides.
    """

    id: str
    name: str
    kind: SourceKind
    told: str
    reply: str

    @property
    def decides(self) -> bool:
        """Tell whether it can settle the matter, or say that it is not settled yet."""
        return self.kind in {SourceKind.OFFICE, SourceKind.CHECKER}


@dataclass(frozen=True)
class News:
    """Hold one invented piece of news.

    Attributes
    ----------
    id, name : str
        Stable name, and a short name for its card.
    sender, note : str
        Who passed it on, and what the screen says beside it, such as how often it was forwarded.
    address : str
        Address of a page; empty for the other shapes.
    title, body : str
        Its words.
    picture, picture_words : Picture and str
        Its drawing, and all that can be seen there.
    verdict : Verdict
        The right one.
    pause, traces, talk : str, tuple of str, tuple of (str, str)
        What S, T and O find out: the feeling it presses, its traces, who says what.
    sources : tuple of Source
        What P offers.
    replies, passing : mapping
        What is said to each verdict, and to each way of dealing with it.
    wise : tuple of Passing
        Ways of dealing with it that harm nobody.
    """

    id: str
    name: str
    shape: Shape
    sender: str
    note: str
    address: str
    title: str
    body: str
    picture: Picture
    picture_words: str
    verdict: Verdict
    pause: str
    traces: tuple[str, ...]
    talk: tuple[tuple[str, str], ...]
    sources: tuple[Source, ...]
    replies: Mapping[Verdict, str]
    passing: Mapping[Passing, str]
    wise: tuple[Passing, ...]
    origin: Origin

    @property
    def words(self) -> int:
        """Return how many words are read in it, without its picture."""
        return len(f"{self.title} {self.body}".split())

    def source(self, name: str) -> Source:
        """Return one of its sources.

        Raises
        ------
        ValueError
            When it has none of that id.
        """
        for one in self.sources:
            if one.id == name:
                return one
        raise ValueError(f"the news {self.id!r} has no source {name!r}; choose again")


def read_news(table: Reader, origin: Origin) -> News:
    """Build one piece of news, with everything that can be told of it alone."""
    talk = []
    for row in table.tables("obrolkan"):
        talk.append((row.text("siapa"), row.text("kata")))
        row.finish()
    sources = []
    for row in table.tables("sumber"):
        sources.append(
            Source(
                row.text("id"),
                row.text("nama"),
                row.choice("macam", SourceKind),
                row.text("isi"),
                row.text("balasan"),
            )
        )
        row.finish()
    picture, replies, passing = (table.table(name) for name in ("gambar", "balasan", "teruskan"))
    news = News(
        id=table.text("id"),
        name=table.text("nama"),
        shape=table.choice("bentuk", Shape),
        sender=table.text("pengirim"),
        note=table.text("keterangan"),
        address=table.text("alamat", default=""),
        title=table.text("judul"),
        body=table.text("isi"),
        picture=picture.choice("id", Picture),
        picture_words=picture.text("teks"),
        verdict=table.choice("putusan", Verdict),
        pause=table.text("setop"),
        traces=table.texts("telusuri"),
        talk=tuple(talk),
        sources=tuple(sources),
        replies={one: replies.text(one) for one in Verdict},
        passing={one: passing.text(one) for one in Passing},
        wise=table.choices("bijak", Passing),
        origin=origin,
    )
    for inner in (picture, replies, passing, table):
        inner.finish()
    _look_at(table, news)
    return news


def _look_at(table: Reader, news: News) -> None:
    for key, count in (("isi", news.words), ("gambar.teks", len(news.picture_words.split()))):
        if count > MOST_WORDS:
            table.note("message_long", key, count=count, limit=MOST_WORDS)
    names = [one.id for one in news.sources]
    for name in sorted({name for name in names if names.count(name) > 1}):
        table.note("duplicate_id", "sumber", id=name)
    deciding = sum(one.decides for one in news.sources)
    if len(names) != SOURCES or not 0 < deciding < len(names):
        table.note("news_sources", "sumber", count=SOURCES)
    if news.shape is Shape.PAGE and not news.address:
        table.note("missing_key", "alamat")
    if news.verdict is not Verdict.TRUE and Passing.YES in news.wise:
        table.note("news_passed_on", "bijak", verdict=news.verdict)


def news_texts(news: News) -> Iterator[tuple[str, TextKind, str]]:
    """Yield every text a learner reads, but the news itself: people write as they write."""
    feedback = TextKind.FEEDBACK
    yield "nama", TextKind.LABEL, news.name
    yield "keterangan", TextKind.LABEL, news.note
    yield "gambar.teks", feedback, news.picture_words
    yield "setop", feedback, news.pause
    for index, text in enumerate(news.traces):
        yield f"telusuri[{index}]", feedback, text
    for index, (_who, text) in enumerate(news.talk):
        yield f"obrolkan[{index}].kata", feedback, text
    for index, source in enumerate(news.sources):
        yield f"sumber[{index}].nama", TextKind.LABEL, source.name
        yield f"sumber[{index}].isi", feedback, source.told
        yield f"sumber[{index}].balasan", feedback, source.reply
    for verdict, text in news.replies.items():
        yield f"balasan.{verdict}", feedback, text
    for way, text in news.passing.items():
        yield f"teruskan.{way}", feedback, text


def news_as_written(news: News) -> Iterator[tuple[str, str]]:
    """Yield every text that must hold nothing real."""
    yield from (("pengirim", news.sender), ("judul", news.title), ("isi", news.body))
    yield "alamat", news.address
    yield from ((key, text) for key, _kind, text in news_texts(news))

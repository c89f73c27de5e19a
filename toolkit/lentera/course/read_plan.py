"""Build sessions from their TOML tables."""

from lentera.course.plan import (
    Activity,
    Attendance,
    Card,
    CheckItem,
    CommonMistake,
    Grading,
    Need,
    Phase,
    Question,
    Session,
    Task,
)
from lentera.course.reader import Reader


def read_session(reader: Reader) -> Session:
    """Build one session from the table of its file."""
    access = reader.mapping("access", Reader.text)
    for need in Need:
        if need not in access:
            reader.note("missing_key", f"access.{need}")
    session = Session(
        id=reader.text("id"),
        title=reader.text("title"),
        strand=reader.text("strand"),
        week=reader.whole("week"),
        venue=reader.text("venue"),
        tracks=reader.mapping("tracks", lambda inner, key: inner.choice(key, Attendance)),
        competences=reader.texts("competences"),
        outcomes=reader.texts("outcomes"),
        activities=tuple(_activity(table) for table in reader.tables("activities")),
        tasks=tuple(_task(table) for table in reader.tables("tasks")),
        tools=reader.texts("tools"),
        notebook=reader.text("notebook"),
        assignment=reader.text("assignment"),
        access={need: access[need] for need in Need if need in access},
        card=_card(reader.table("card")),
        answers=reader.texts("answers", optional=True),
        carries=reader.texts("carries", optional=True),
    )
    for name in access:
        if name not in list(Need):
            reader.note("unknown_key", f"access.{name}")
    reader.finish()
    return session


def _activity(reader: Reader) -> Activity:
    activity = Activity(
        minutes=reader.whole("minutes"),
        phase=reader.choice("phase", Phase),
        title=reader.text("title"),
        widgets=reader.texts("widgets", optional=True),
    )
    reader.finish()
    return activity


def _task(reader: Reader) -> Task:
    task = Task(
        id=reader.text("id"),
        title=reader.text("title"),
        text=reader.text("text"),
        points=reader.whole("points"),
        grading=reader.choice("grading", Grading),
        answer=reader.text("answer", default=""),
        items=tuple(_item(table) for table in reader.tables("items", optional=True)),
        note=reader.text("note", default=""),
    )
    reader.finish()
    return task


def _item(reader: Reader) -> CheckItem:
    item = CheckItem(id=reader.text("id"), text=reader.text("text"), points=reader.number("points"))
    reader.finish()
    return item


def _card(reader: Reader) -> Card:
    card = Card(
        say=reader.texts("say"),
        do=reader.texts("do"),
        ask=tuple(_question(table) for table in reader.tables("ask")),
        mistakes=tuple(_mistake(table) for table in reader.tables("mistakes")),
        power_out=reader.text("power_out"),
        dangers=reader.texts("dangers", optional=True),
    )
    reader.finish()
    return card


def _question(reader: Reader) -> Question:
    question = Question(reader.text("question"), reader.text("answer"))
    reader.finish()
    return question


def _mistake(reader: Reader) -> CommonMistake:
    mistake = CommonMistake(reader.text("seen"), reader.text("reply"))
    reader.finish()
    return mistake

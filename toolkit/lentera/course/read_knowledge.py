"""Build facts, kit numbers and competences from their TOML tables."""

from lentera.course.knowledge import Certainty, Competence, Fact, Framework, Kit, Quantity
from lentera.course.reader import Reader


def read_facts(reader: Reader) -> dict[str, Fact]:
    """Build the facts, by id; an id used twice is a fault."""
    facts: dict[str, Fact] = {}
    for table in reader.tables("facts"):
        fact = Fact(
            id=table.text("id"),
            topic=table.text("topic"),
            text=table.text("text"),
            source=table.text("source", default=""),  # its absence is told by the fact's id, not its place
            certainty=table.choice("certainty", Certainty),
            checked_on=table.day("checked_on"),
            expires=table.optional_day("expires"),
        )
        table.finish()
        if fact.id in facts:
            table.note("duplicate_id", "id", id=fact.id)
        facts[fact.id] = fact
    reader.finish()
    return facts


def read_kit(reader: Reader) -> Kit:
    """Build the kit's numbers, by dotted name."""
    values: dict[str, Quantity] = {}
    for part, table in reader.named_tables():
        for name, entry in table.named_tables():
            values[f"{part}.{name}"] = Quantity(
                value=entry.number("value"),
                unit=entry.text("unit"),
                certainty=entry.choice("certainty", Certainty),
                source=entry.text("source"),
                note=entry.text("note", default=""),
            )
            entry.finish()
    return Kit(values)


def read_competences(reader: Reader) -> tuple[dict[str, Framework], dict[str, Competence]]:
    """Build the frameworks and their competences, by id; an id used twice is a fault."""
    frameworks = {name: _framework(name, table) for name, table in reader.table("frameworks").named_tables()}
    competences: dict[str, Competence] = {}
    for table in reader.tables("competences"):
        competence = Competence(
            id=table.text("id"),
            framework=table.text("framework"),
            code=table.text("code"),
            title=table.text("title"),
            source=table.text("source"),
            certainty=table.choice("certainty", Certainty),
            note=table.text("note", default=""),
        )
        table.finish()
        if competence.framework and competence.framework not in frameworks:
            table.note("unknown_reference", "framework", id=competence.framework)
        if competence.id in competences:
            table.note("duplicate_id", "id", id=competence.id)
        competences[competence.id] = competence
    reader.finish()
    return frameworks, competences


def _framework(name: str, reader: Reader) -> Framework:
    framework = Framework(
        id=name,
        title=reader.text("title"),
        source=reader.text("source"),
        certainty=reader.choice("certainty", Certainty),
        claim=reader.text("claim"),
        note=reader.text("note", default=""),
    )
    reader.finish()
    return framework

"""Hold the texts of the curriculum to the plain-language guide."""

from collections.abc import Iterator

from lentera.course.consistency import session_file
from lentera.course.faults import Fault, fault
from lentera.course.plan import Card, Session
from lentera.course.style import StyleFault, StyleSeverity, TextKind, lint_text
from lentera.course.whole import FACT_FILE, GLOSSARY_FILE, PROGRAMME_FILE, Course

EXPLANATION_WORDS = 12
"""Longest explanation of a term [words]."""


def prose_faults(course: Course) -> Iterator[Fault]:
    """Yield every style fault of the texts that learners and trainers read."""
    for session in course.sessions.values():
        file = session_file(session.id)
        for key, kind, text in _session_texts(session):
            yield from _lint(file, key, kind, text)
    for fact in course.facts.values():
        yield from _lint(FACT_FILE, f"facts.{fact.id}.text", TextKind.LESSON, fact.text)
    for key, text in _programme_texts(course):
        yield from _lint(PROGRAMME_FILE, key, TextKind.LABEL, text)
    for term in course.glossary:
        yield from _lint(GLOSSARY_FILE, term.english, TextKind.LESSON, term.explanation)
        count = len(term.explanation.split())
        if count > EXPLANATION_WORDS:
            limit = EXPLANATION_WORDS
            yield fault(
                "term_long", GLOSSARY_FILE, term.english, term=term.indonesian, count=count, limit=limit
            )


def style_as_fault(file: str, key: str, found: StyleFault) -> Fault:
    """Word a style fault as a fault of a file."""
    kind = "style_error" if found.severity is StyleSeverity.ERROR else "style_warning"
    return fault(kind, file, key, advice=found.advice, found=found.found.rstrip("."))


def _lint(file: str, key: str, kind: TextKind, text: str) -> Iterator[Fault]:
    for found in lint_text(text, kind):
        yield style_as_fault(file, key, found)


def _session_texts(session: Session) -> Iterator[tuple[str, TextKind, str]]:
    label, trainer = TextKind.LABEL, TextKind.TRAINER
    yield "title", label, session.title
    for index, outcome in enumerate(session.outcomes):
        yield f"outcomes[{index}]", label, outcome
    for index, activity in enumerate(session.activities):
        yield f"activities[{index}].title", label, activity.title
    for index, task in enumerate(session.tasks):
        yield f"tasks[{index}].title", label, task.title
        yield f"tasks[{index}].text", TextKind.STEP, task.text
        yield f"tasks[{index}].note", trainer, task.note
        for at, item in enumerate(task.items):
            yield f"tasks[{index}].items[{at}].text", TextKind.STEP, item.text
    for need, note in session.access.items():
        yield f"access.{need}", trainer, note
    yield from _card_texts(session.card)


def _card_texts(card: Card) -> Iterator[tuple[str, TextKind, str]]:
    trainer = TextKind.TRAINER
    for index, sentence in enumerate(card.say):
        yield f"card.say[{index}]", TextKind.LESSON, sentence
    for index, question in enumerate(card.ask):
        yield f"card.ask[{index}].question", TextKind.LESSON, question.question
        yield f"card.ask[{index}].answer", TextKind.LESSON, question.answer
    for index, mistake in enumerate(card.mistakes):
        yield f"card.mistakes[{index}].seen", trainer, mistake.seen
        yield f"card.mistakes[{index}].reply", TextKind.FEEDBACK, mistake.reply
    for key, notes in (("do", card.do), ("dangers", card.dangers), ("power_out", (card.power_out,))):
        for index, note in enumerate(notes):
            yield f"card.{key}[{index}]", trainer, note


def _programme_texts(course: Course) -> Iterator[tuple[str, str]]:
    programme = course.programme
    yield "programme.disclaimer", programme.disclaimer
    yield "certificate.disclaimer", programme.certificate.disclaimer
    for module in programme.modules.values():
        yield f"modules.{module.id}.title", module.title
        yield f"modules.{module.id}.product", module.product
        for index, part in enumerate(module.parts):
            yield f"modules.{module.id}.parts[{index}].title", part.title

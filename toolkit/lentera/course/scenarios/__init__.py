"""Scenario banks: messages, news, calls and payments that learners practise on, as typed objects."""

from lentera.course.scenarios.bank import VILLAGE_FOLDER, Bank, load_bank, read_bank
from lentera.course.scenarios.calls import Answer, Call, End, Turn
from lentera.course.scenarios.messages import (
    Attachment,
    Channel,
    Decision,
    Message,
    MessageKind,
    Sign,
    Surface,
)
from lentera.course.scenarios.news import News, Passing, Shape, Source, SourceKind, Verdict
from lentera.course.scenarios.origin import Origin
from lentera.course.scenarios.payments import Method, Outcome, Payment, Reason, ScreenKind, Shown, Side

__all__ = [
    "VILLAGE_FOLDER",
    "Answer",
    "Attachment",
    "Bank",
    "Call",
    "Channel",
    "Decision",
    "End",
    "Message",
    "MessageKind",
    "Method",
    "News",
    "Origin",
    "Outcome",
    "Passing",
    "Payment",
    "Reason",
    "ScreenKind",
    "Shape",
    "Shown",
    "Side",
    "Sign",
    "Source",
    "SourceKind",
    "Surface",
    "Turn",
    "Verdict",
    "load_bank",
    "read_bank",
]

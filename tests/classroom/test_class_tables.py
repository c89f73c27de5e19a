"""What the trainer reads about a mistake, without the answer it was made in."""

import re

import pytest

from lentera.classroom.class_tables import describe_mistake
from lentera.tasks import RULE_SETS


def test_a_mistake_of_the_service_log_is_worded_without_its_details():
    assert describe_mistake("s10.log.decision", "danger") == "Tanda bahaya: …. Pekerjaan ini untuk teknisi."
    assert describe_mistake("s10.log.reading", "comma").startswith("Angka di … terlalu besar.")


@pytest.mark.parametrize("task", RULE_SETS)
@pytest.mark.parametrize("language", ["id", "en"])
def test_no_blank_is_left_open_for_the_trainer(monkeypatch, task, language):
    monkeypatch.setenv("LENTERA_LANG", language)
    for rule in RULE_SETS[task].rules:
        for mistake in rule.mistakes:
            assert not re.search(r"\{(?![sS]apaan)", describe_mistake(rule.id, mistake)), (rule.id, mistake)


def test_an_unknown_mistake_keeps_its_id():
    assert describe_mistake("s10.log.date", "gone") == "gone"
    assert describe_mistake("s99.old", "gone") == "gone"

"""Checking whole pages: right ones are not refused, broken ones are told the cause first."""

import sys
from collections import Counter
from subprocess import run

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.web.pages import FRAME, OTHERS, PICTURES, cases

from lentera.rules import MistakeKind
from lentera.web import Site
from lentera.web.checking import GROUPS, check_page, rules_of

PAGE = "coba.html"
RIGHT = [name for name, case in cases().items() if case.finding is None]
BROKEN = [name for name, case in cases().items() if case.finding is not None]
SIGNS = [
    "<",
    ">",
    "/",
    '"',
    "'",
    "=",
    "&",
    ";",
    " ",
    "\n",
    "<p>",
    "</p>",
    "<h1>",
    "</h1",
    "“",
    "<!--",
    "<ul>",
    "<li>",
    "x",
    "\x00",
    "é",
]


def findings(report):
    return [f"{verdict.rule.id}/{verdict.finding.mistake}" for verdict in report.all_findings]


def test_there_are_enough_pages_of_each_kind():
    assert len(RIGHT) >= 20
    assert len(BROKEN) >= 60
    assert len({case.finding for case in cases().values()}) >= 50


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_page_is_not_refused(name):
    case = cases()[name]
    report = check_page(case.site, PAGE)
    assert [found.rpartition("/")[0] for found in findings(report)] == (
        [case.refused] if case.refused else []
    )
    assert report.holds is (case.refused is None)


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_page_is_told_the_cause_and_its_line(name):
    case = cases()[name]
    report = check_page(case.site, PAGE)
    assert findings(report)[0] == case.finding
    assert report.finding is report.all_findings[0]
    if case.line:
        assert report.finding.finding.details["baris"] == case.line
        assert f" {case.line}" in report.finding_sentence("id") + report.next_step("id")
    if case.only:
        assert findings(report) == [case.finding]


@pytest.mark.parametrize("name", BROKEN)
def test_every_sentence_of_a_finding_is_whole(name):
    for verdict in check_page(cases()[name].site, PAGE).all_findings:
        for language in ("id", "en"):
            said = verdict.sentence(language) + verdict.next_step(language)
            left = said.replace("{sapaan}", "").replace("{Sapaan}", "")
            assert "{" not in left, left
            assert verdict.sentence(language)
            assert verdict.next_step(language)


def test_groups_are_told_in_their_order():
    report = check_page(Site({PAGE: b'<h1>Toko\n<img src="tidak.jpg">\n<h3></h3>'}), PAGE)
    place = {rule.id: at for at, group in enumerate(GROUPS) for rule in rules_of(group)}
    told = [place[verdict.rule.id] for verdict in report.verdicts]
    assert told == sorted(told)
    assert set(told) == set(range(len(GROUPS)))


def test_one_group_can_be_asked_for():
    report = check_page(cases()["no doctype"].site, PAGE, groups=("structure",))
    assert report.holds
    assert {verdict.rule.id for verdict in report.verdicts} == {rule.id for rule in rules_of("structure")}


def test_no_two_rules_share_an_id():
    counts = Counter(rule.id for group in GROUPS for rule in rules_of(group))
    assert max(counts.values()) == 1


def test_a_page_that_is_not_there_is_an_empty_one():
    assert findings(check_page(Site(), "hilang.html")) == ["web.readable.file/empty"]


def test_a_missing_doctype_is_no_mistake_to_take_back():
    report = check_page(cases()["no doctype"].site, PAGE)
    assert report.finding.kind is MistakeKind.IMPROVE


def test_several_of_a_kind_are_counted_in_words(monkeypatch):
    body = "<p>satu\n<p>dua\n<p>tiga\n"
    site = Site({PAGE: FRAME.format(body=body).encode()})
    monkeypatch.setenv("LENTERA_LANG", "id")
    assert "Paragraf di baris 6 belum ditutup. Ada 3 yang seperti ini." in check_page(
        site, PAGE
    ).finding_sentence("id")
    monkeypatch.setenv("LENTERA_LANG", "en")
    assert "The paragraph in line 6 is not closed. There are 3 like this." in check_page(
        site, PAGE
    ).finding_sentence("en")


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=200))
def test_random_bytes_never_crash_the_check(content):
    report = check_page(Site({PAGE: content, **OTHERS}, PICTURES), PAGE)
    assert report.finding_sentence("id") or report.holds


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_mutated_pages_never_crash_the_check(data):
    names = [name for name, case in cases().items() if not case.large]
    text = cases()[data.draw(st.sampled_from(names))].content.decode("utf-8", "replace")
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 8)))
        text = text[:start] + data.draw(st.sampled_from(SIGNS)) + text[end:]
    site = Site({**OTHERS, PAGE: text.encode()}, PICTURES)
    report = check_page(site, PAGE)
    for verdict in report.all_findings:
        assert verdict.sentence("id")
        assert verdict.next_step("id")


def test_loading_the_check_loads_no_rules():
    code = (
        "import sys, lentera.web.checking; "
        "print([name for name in sys.modules if name.startswith('lentera.web.rules_')])"
    )
    done = run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

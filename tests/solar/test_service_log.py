"""The service log: rows that fit are kept for ever, others are refused kindly; the rules of the task."""

import csv
import json
from contextlib import suppress
from datetime import date
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lentera.course.style import TextKind, lint_text
from lentera.rules import MistakeKind
from lentera.solar.maintenance import (
    COLUMNS,
    SERVICE_LOG,
    UNITS,
    Entry,
    EntryError,
    Reading,
    ServiceLog,
    column_name,
    from_json,
    named,
    read_entry,
    schedule,
)
from lentera.solar.maintenance.read_procedures import packaged

TODAY = date(2026, 11, 22)
ROW = {
    "date": "2026-11-20",
    "finding": "Lampu redup, panel kotor",
    "sign": "dirty",
    "readings": [{"place": "battery", "value": "12,6", "unit": "V"}],
    "action": "Panel dibasuh",
    "decision": "self",
    "parts": [],
    "cost": "0",
    "who": "Bu Ani",
    "tasks": ["wash_panel"],
}


def row(**changes):
    return ROW | changes


def reading(value, unit, place="battery"):
    return {"readings": [{"place": place, "value": value, "unit": unit}]}


def entry(day, cost=0, tasks=(), who="Bu Ani"):
    return Entry(
        day, "rutin", "routine", (Reading("battery", 12.6, "V"),), "rawat", "self", (), cost, who, tasks
    )


def test_a_row_is_read():
    found = read_entry(ROW, TODAY)
    assert found.day == date(2026, 11, 20)
    assert found.readings == (Reading("battery", 12.6, "V"),)
    assert (found.cost, found.tasks) == (0, ("wash_panel",))


@pytest.mark.parametrize(
    ("written", "rupiah"),
    [
        (12000, 12000),
        ("12000", 12000),
        ("12.000", 12000),
        ("Rp12.000", 12000),
        ("Rp 1.250.000", 1250000),
        (5000.0, 5000),
        ("0", 0),
        (" 7500 ", 7500),
    ],
)
def test_cost_as_people_write_it(written, rupiah):
    assert read_entry(row(cost=written)).cost == rupiah


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("12,6", 12.6),
        ("12.6", 12.6),
        ("−12,6", -12.6),
        ("-0,41", -0.41),
        (12, 12.0),
        (12.6, 12.6),
        (" 13 ", 13.0),
    ],
)
def test_readings_as_people_write_them(written, value):
    assert read_entry(row(**reading(written, "V"))).readings[0].value == value


def test_small_units_are_brought_to_base():
    value, unit = Reading("lamp", 410, "mA").base
    assert (round(value, 12), unit) == (0.41, "A")
    assert set(UNITS) >= {"V", "A", "ohm", "Ah"}


REFUSED = [
    (row(date="2026-11-23"), "future", "date is 2026-11-23, after 2026-11-22; give today or an earlier day"),
    (row(date="22/11/2026"), "no_date", "give a day such as 2026-11-22"),
    (row(date=""), "no_date", "date is ''"),
    (row(date=20261122), "no_date", "date is ''"),
    (row(finding="  "), "empty", "finding is empty; write a few words"),
    (row(finding="..."), "empty", "finding is empty"),
    (row(action=""), "empty", "action is empty"),
    (row(who=""), "empty", "who is empty"),
    (row(sign="hantu"), "unknown_sign", "sign is 'hantu'; choose one of routine"),
    (row(decision=""), "unknown_decision", "decision is ''; choose one of self, call, replace"),
    (row(readings=[]), "no_reading", "readings is empty"),
    (row(readings="12,6 V"), "no_reading", "readings is empty"),
    (row(readings=["12,6"]), "no_reading", "readings is empty"),
    (row(**reading("dua belas", "V")), "no_number", "value is 'dua belas'; give a number such as 12.6"),
    (row(**reading("", "V")), "no_number", "value is ''"),
    (row(**reading(float("nan"), "V")), "no_number", "value is nan"),
    (row(**reading(10**400, "V")), "no_number", "value is nan"),
    (row(**reading(True, "V")), "no_number", "value is True"),
    (row(**reading("12,6", "")), "no_unit", "unit is ''; choose one of V, mV"),
    (row(**reading("12,6", "liter")), "no_unit", "unit is 'liter'"),
    (row(**reading("12,6", "V", "dapur")), "unknown_place", "place is 'dapur'"),
    (row(parts=["roda"]), "unknown_part", "parts has 'roda'; choose from panel"),
    (row(parts="fuse, roda"), "unknown_part", "parts has 'fuse, roda'"),
    (row(parts=3), "unknown_part", "parts has '3'"),
    (row(tasks=["terbang"]), "unknown_task", "tasks has 'terbang'"),
    (row(cost=-5000), "negative_cost", "cost is -5000; give a number from 0 up"),
    (row(cost="-5.000"), "negative_cost", "cost is -5000"),
    (row(cost=float("nan")), "no_cost", "cost is nan; give whole rupiah, 0 when it cost nothing"),
    (row(cost=float("inf")), "no_cost", "cost is inf"),
    (row(cost=10**400), "no_cost", "cost is 1000"),
    (row(cost=0.5), "no_cost", "cost is 0.5"),
    (row(cost="lima ribu"), "no_cost", "cost is 'lima ribu'"),
    (row(cost="1.25"), "no_cost", "cost is '1.25'"),
    (row(cost=None), "no_cost", "cost is None"),
    (row(cost=True), "no_cost", "cost is True"),
    ("2026-11-20", "not_a_row", "the row is not a table of fields"),
]


@pytest.mark.parametrize(("fields", "fault", "sentence"), REFUSED)
def test_a_row_that_does_not_fit_is_refused_with_one_sentence(fields, fault, sentence):
    with pytest.raises(EntryError) as refused:
        read_entry(fields, TODAY)
    assert refused.value.fault == fault
    assert sentence in str(refused.value)
    for code in ("id", "en"):
        assert "{" not in refused.value.sentence(code)


def test_the_sentence_for_the_learner_names_the_column():
    with pytest.raises(EntryError) as refused:
        read_entry(row(who=""))
    assert (
        refused.value.sentence("id")
        == "Kolom Suku cadang, biaya, dan oleh siapa masih kosong. Tulis beberapa kata."
    )


def test_every_refusal_has_been_seen():
    assert {fault for _fields, fault, _sentence in REFUSED} == set(packaged("service_log.toml")["fault"])


def test_an_entry_made_in_code_is_held_to_the_same():
    with pytest.raises(EntryError, match=r"cost is 1\.0"):
        entry(TODAY, cost=1.0)
    with pytest.raises(EntryError, match="cost is -1; give a number from 0 up"):
        entry(TODAY, cost=-1)
    with pytest.raises(EntryError, match="value is inf"):
        Reading("battery", float("inf"), "V")


def test_the_log_is_sorted_and_only_grows():
    first, second, third = (
        entry(date(2026, 3, 1)),
        entry(date(2026, 1, 1)),
        entry(date(2026, 3, 1), who="Pak Budi"),
    )
    log = ServiceLog().add(first, TODAY).add(second, TODAY)
    longer = log.add(third, TODAY)
    assert longer.entries == (second, first, third)
    assert log.entries == (second, first)
    with pytest.raises(EntryError, match="after 2026-11-22"):
        log.add(entry(date(2026, 11, 23)), TODAY)


def test_costs_and_last_days():
    log = ServiceLog((
        entry(date(2026, 1, 5), 5000, ("wash_panel",)),
        entry(date(2026, 2, 5), 0, ("wash_panel", "tighten")),
        entry(date(2026, 3, 5), 25000),
    ))  # fmt: skip
    assert log.total_cost() == 30000
    assert log.total_cost(since=date(2026, 2, 5)) == 25000
    assert log.total_cost(until=date(2026, 1, 5)) == 5000
    assert ServiceLog().total_cost() == 0
    assert log.last_done() == {"wash_panel": date(2026, 2, 5), "tighten": date(2026, 2, 5)}
    assert log.last_done(date(2026, 1, 31)) == {"wash_panel": date(2026, 1, 5)}


ENTRIES = st.builds(
    Entry,
    day=st.dates(),
    finding=st.text(max_size=30).map(lambda text: f"a{text}z"),
    sign=st.sampled_from(sorted(named("sign"))),
    readings=st.lists(
        st.builds(Reading, st.sampled_from(sorted(named("place"))), st.floats(-9e8, 9e8), st.sampled_from(sorted(UNITS))),
        min_size=1, max_size=3,
    ).map(tuple),
    action=st.text(max_size=30).map(lambda text: f"b{text}z"),
    decision=st.sampled_from(sorted(named("decision"))),
    parts=st.lists(st.sampled_from(sorted(named("part"))), max_size=3).map(tuple),
    cost=st.integers(0, 10**8),
    who=st.text(max_size=30).map(lambda text: f"c{text}z"),
    tasks=st.lists(st.sampled_from(sorted(schedule("b").tasks)), max_size=3).map(tuple),
)  # fmt: skip


@given(st.lists(ENTRIES, max_size=5))
@settings(max_examples=40, deadline=None, derandomize=True)
def test_what_is_written_is_read_back_exactly(entries):
    log = ServiceLog(tuple(entries))
    written = json.dumps(log.to_json())
    assert from_json(json.loads(written)) == log
    assert json.dumps(from_json(json.loads(written)).to_json()) == written


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ([], "the service log has no list of entries"),
        ({"version": 1}, "the service log has no list of entries"),
        ({"version": 2, "entries": []}, "version is 2; this program reads version 1"),
        ({"version": 1, "entries": [row(cost=-1)]}, "cost is -1"),
    ],
)
def test_a_damaged_log_is_refused_whole(content, sentence):
    with pytest.raises(ValueError) as refused:
        from_json(content)
    assert sentence in str(refused.value)


def test_the_table_for_a_spreadsheet():
    log = ServiceLog(
        (read_entry(row(parts=["fuse", "cable"], cost=12500, finding='Kata Bu Ani: "redup"; kotor')),)
    )
    (head, line) = csv.reader(StringIO(log.to_csv()), delimiter=";")
    assert head == [column_name(column) for column in COLUMNS]
    assert line == [
        "2026-11-20", 'Kata Bu Ani: "redup"; kotor', "kutub baterai 12,6 V", "Panel dibasuh (perbaiki sendiri)",
        "sekering, kabel / Rp12.500 / Bu Ani",
    ]  # fmt: skip
    english = list(csv.reader(StringIO(log.to_csv("en"))))
    assert english[1][2] == "battery posts 12.6 V"
    assert english[1][4] == "fuse, cable / Rp12,500 / Bu Ani"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_a_cell_is_never_a_formula(start):
    # A form strips blanks; code that builds an entry itself may not.
    log = ServiceLog(
        (
            Entry(
                TODAY,
                f"{start}1+cmd",
                "routine",
                (Reading("battery", 12.6, "V"),),
                "rawat",
                "self",
                (),
                0,
                "Ani",
            ),
        )
    )
    (_, line) = csv.reader(StringIO(log.to_csv()), delimiter=";")
    assert line[1] == f"'{start}1+cmd"


# --- the rules of s10-buku-servis


def judged(*rows, **more):
    return SERVICE_LOG.judge({"entries": list(rows), **more})


@pytest.mark.parametrize(
    "rows",
    [
        [ROW],
        [
            row(
                sign="blown_fuse",
                finding="Sekering putus, kabel terkelupas",
                readings=[
                    {"place": "fuse", "value": "12.6", "unit": "V"},
                    {"place": "lamp", "value": "0", "unit": "A"},
                ],
                action="Kabel diganti, lalu sekering",
                parts=["fuse", "cable"],
                cost="Rp15.000",
            )
        ],
        [
            row(
                sign="swollen_battery",
                finding="Baterai menggembung",
                decision="call",
                who="Teknisi desa",
                cost=0,
                **reading("12600", "mV"),
            )
        ],
        [row(sign="reversed", finding="Panel terbalik", **reading("−19,9", "V", "panel"))],
        [
            row(
                sign="worn_battery",
                decision="replace",
                parts=["battery"],
                cost=250000,
                **reading("3,1", "Ah"),
            )
        ],
        [{}, ROW, row(finding="")],
    ],
    ids=[
        "dirty panel",
        "fuse, two readings",
        "swollen, millivolts",
        "minus volts",
        "capacity",
        "drafts beside it",
    ],
)
def test_right_rows(rows):
    report = judged(*rows, today="2026-11-22")
    assert report.holds, report.finding_sentence("id")
    assert report.points(20) == 20


MISTAKES = [
    (row(date=""), "date", "empty", 18),
    (row(date="kemarin"), "date", "no_date", 18),
    (row(date="2027-01-01"), "date", "future", 18),
    (row(finding=""), "finding", "empty", 17),
    (row(finding="12"), "finding", "no_words", 17),
    (row(readings=[]), "reading", "no_reading", 16),
    (row(**reading("baik", "V")), "reading", "no_number", 16),
    (row(**reading("12,6", "")), "reading", "no_unit", 18),
    (row(**reading("12,6", "V", "")), "reading", "unknown_place", 18),
    (row(**reading("126", "V")), "reading", "comma", 18),
    (row(**reading("41", "A", "lamp")), "reading", "comma", 18),
    (row(**reading("220000", "V")), "reading", "out_of_range", 18),
    (
        row(readings=[*ROW["readings"], {"place": "panel", "value": "199", "unit": "V"}]),
        "reading",
        "comma",
        18,
    ),
    (row(action=" "), "action", "empty", 17),
    (row(action="---"), "action", "no_words", 17),
    (row(cost=""), "cost", "empty", 17),
    (row(cost="gratis"), "cost", "no_cost", 17),
    (row(cost="-100"), "cost", "negative_cost", 17),
    (row(parts=["roda"]), "cost", "unknown_part", 18.5),
    (row(who=""), "cost", "nobody", 18.5),
    (row(sign=""), "decision", "no_sign", 15),
    (row(decision=""), "decision", "empty", 15),
    (row(decision="replace"), "decision", "wasteful", 17.5),
    (row(sign="blown_fuse", decision="replace"), "decision", "cause_first", 15),
    (row(sign="worn_battery", decision="self"), "decision", "not_repairable", 15),
    (row(sign="swollen_battery", decision="self"), "decision", "danger", 15),
    (row(sign="on_the_roof", decision="replace"), "decision", "danger", 15),
]


@pytest.mark.parametrize(("fields", "rule", "mistake", "points"), MISTAKES)
def test_typical_mistakes(fields, rule, mistake, points):
    report = judged(fields, today="2026-11-22")
    assert (report.finding.rule.id, report.finding.finding.mistake) == (f"s10.log.{rule}", mistake)
    assert report.points(20) == points
    for code in ("id", "en"):
        assert "{" not in report.finding_sentence(code) + report.next_step(code)


def test_every_mistake_of_the_file_has_been_seen():
    written = {
        (rule.id.removeprefix("s10.log."), mistake) for rule in SERVICE_LOG.rules for mistake in rule.mistakes
    }
    assert written == {case[1:3] for case in MISTAKES}


def test_a_full_row_does_not_hide_a_dangerous_decision_in_another():
    report = judged(ROW, {"sign": "swollen_battery", "decision": "self"})
    assert report.finding.kind is MistakeKind.DANGER
    assert report.finding_sentence("id").startswith("Tanda bahaya: baterai menggembung")
    assert report.points(20) == 15


def test_calling_the_technician_is_always_safe_and_opening_a_swollen_battery_never():
    assert all("call" in sign["safe"] for sign in named("sign").values())
    assert named("sign")["swollen_battery"]["safe"] == ["call"]
    remarks = SERVICE_LOG.rules[0].mistakes
    assert all(sign["otherwise"] in remarks for sign in named("sign").values())


def test_an_empty_book_earns_nothing():
    for report in (judged(), judged({}), SERVICE_LOG.judge(None)):
        assert report.points(20) == 0
    assert SERVICE_LOG.judge(None).finding_sentence("id") == "Buku servis masih kosong. Mulai dari tanggal."


@pytest.mark.parametrize(
    "content", [{}, {"entries": "x"}, {"entries": ["x"]}, {"entries": [], "today": "besok"}, []]
)
def test_a_damaged_answer_says_so(content):
    report = SERVICE_LOG.judge(content)
    assert report.points(20) == 0
    assert "belum terbaca" in report.finding_sentence("id")


def test_a_saved_log_can_be_judged_as_it_stands():
    log = ServiceLog((read_entry(ROW),))
    assert SERVICE_LOG.judge(log.to_json()).points(20) == 20


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.sampled_from(["V", "battery", "self", "dirty"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["place", "value", "unit"]), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


@given(st.lists(st.dictionaries(st.sampled_from(sorted(ROW)), JSON_VALUES), max_size=3))
@settings(max_examples=50, deadline=None, derandomize=True)
def test_any_rows_get_a_report_or_a_sentence(rows):
    report = SERVICE_LOG.judge({"entries": rows})
    assert 0 <= report.share <= 1
    for fields in rows:
        with suppress(EntryError):
            assert read_entry(fields, TODAY).to_json()


def words():
    table = packaged("service_log.toml")
    for row in table["fault"].values():
        yield row["id"], TextKind.FEEDBACK
    for name in ("column", "part", "decision"):
        for row in table[name].values():
            yield row["id"], TextKind.LABEL
    for name in ("place", "sign"):
        for row in table[name].values():
            yield row["text"]["id"], TextKind.LABEL
    for rule in SERVICE_LOG.rules:
        yield rule.holds.id, TextKind.FEEDBACK
        for remark in rule.mistakes.values():
            yield remark.says.id, TextKind.FEEDBACK
            yield remark.next.id, TextKind.FEEDBACK


@pytest.mark.parametrize(("text", "kind"), sorted(set(words())))
def test_texts_are_plain(text, kind):
    assert lint_text(text, kind) == []

"""Answer files that were damaged anywhere: a sentence for the learner, and never a crash."""

import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.market.playing import DAY

from lentera.market.mishaps import FOUR, mishap
from lentera.market.rounds import Play
from lentera.market.samples import sample_round
from lentera.market.table import Table
from lentera.tasks import RULE_SETS

ROUND = sample_round(3, DAY)
PLAY = Play(Table.alone("Siti"), (ROUND,)).to_json()
CONTENT = {
    "s11-status": PLAY,
    "s11-stok": PLAY,
    "s11-kas": {
        "putaran": ROUND.to_json(),
        "baris": [{"tanggal": DAY, "keterangan": "pesanan 1", "masuk": "16.000", "keluar": ""}],
        "laba": "1.000",
    },
    "s11-masalah": {
        "benih": 3,
        "masalah": {
            name: {"tindakan": list(mishap(name, 3).steps), "bagian": ["salam-1"], "teks": ""}
            for name in FOUR
        },
    },
}
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2),
    max_leaves=4,
)


def places(node, path=()):
    """Give the way to everything in a file."""
    rows = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, inner in rows:
        yield (*path, key)
        yield from places(inner, (*path, key))


@pytest.mark.parametrize("task", CONTENT)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_file_damaged_anywhere_is_judged_or_told_of(task, data):
    content = copy.deepcopy(CONTENT[task])
    for _ in range(data.draw(st.integers(1, 3))):
        *way, last = data.draw(st.sampled_from(list(places(content)) or [()])) or [None]
        node = content
        for key in way:
            node = node[key]
        if last is None or data.draw(st.booleans()):
            node[last if last is not None else "benih"] = data.draw(VALUES)
        else:
            del node[last]
    report = RULE_SETS[task].judge(content)
    assert 0 <= report.share <= 1
    assert report.holds or report.finding_sentence("id")

"""The messages of the course: enough of each sort, decidable, fair, and nothing to be guessed from outside."""

import re
import shutil
import tomllib
from collections import Counter
from datetime import date, time
from itertools import combinations
from statistics import mean

import pytest

from lentera.course import check_course, content_root
from lentera.course.scenarios import Channel, Decision, Message, Surface, read_bank
from lentera.course.style import TextKind, lint_text
from lentera.literacy.inbox.drawing import draw
from lentera.literacy.inbox.judging import judge_decision, offered_signs

ROOT = content_root()
FILES = tuple(f"curriculum/scenarios/{name}" for name in ("tanda.toml", "jenis.toml", "pesan/"))
BANK, FAULTS = read_bank(ROOT)
OURS = BANK.ours
SCAMS = ["apk", "otp", "qris-palsu", "bukti-palsu", "pinjol", "akun-dibajak", "hadiah", "suara-tiruan"]
HONEST = "jujur"
OFFERED = 5
"""Signs offered with every message, so that their number tells nothing."""
GREETINGS = ("assalamualaikum", "selamat", "shalom", "om swastyastu")


def of_kind(kind: str) -> list[Message]:
    return [message for message in OURS if message.kind == kind]


def told(message: Message) -> str:
    return " ".join([message.subject, message.body, message.attachment.words if message.attachment else ""])


def bare_words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+", text.lower()))


def as_sentences(text: str) -> list[str]:
    return [part for part in re.split(r"[.!?]+(?:\s|$)", text) if part]


# --- enough of each sort -----------------------------------------------------------------------------------------


def test_the_scenarios_have_no_fault():
    assert [fault for fault in FAULTS if fault.file.startswith(FILES)] == []
    found = check_course(ROOT, date(2026, 12, 1))
    assert [fault for fault in found if fault.file.startswith(FILES)] == []


def test_there_are_eight_kinds_of_scam_and_one_honest_kind():
    assert sorted(kind.id for kind in BANK.kinds.values() if kind.scam) == sorted(SCAMS)
    assert [kind.id for kind in BANK.kinds.values() if not kind.scam] == [HONEST]


def test_there_are_enough_messages_of_each_kind():
    assert {kind: len(of_kind(kind)) for kind in SCAMS if len(of_kind(kind)) < 6} == {}
    assert len(of_kind(HONEST)) >= 24
    assert len(OURS) >= 72


def test_some_messages_have_to_be_asked_about_among_scams_and_among_honest_ones():
    doubtful = [message.kind for message in OURS if message.decision is Decision.DOUBT]
    assert len(doubtful) >= 10
    assert set(doubtful) == {*SCAMS, HONEST}


def test_honest_messages_are_mostly_safe_and_scams_never():
    assert Counter(message.decision for message in of_kind(HONEST)).most_common(1)[0][0] is Decision.SAFE
    assert [m.id for m in OURS if m.kind != HONEST and m.decision is Decision.SAFE] == []


def test_looks_deceive_both_ways():
    fine = [message.kind for message in OURS if message.surface is Surface.LOOKS_FINE]
    odd = [message.kind for message in OURS if message.surface is Surface.LOOKS_ODD]
    assert set(fine) == set(SCAMS)
    assert set(odd) == {HONEST}
    assert len(fine) >= 8
    assert len(odd) >= 8


@pytest.mark.parametrize("kind", [*SCAMS, HONEST])
def test_each_kind_has_every_level_and_comes_by_several_channels(kind):
    assert {message.level for message in of_kind(kind)} == {1, 2, 3}
    assert len({message.channel for message in of_kind(kind)}) >= 3


def test_every_channel_and_every_sign_is_in_use():
    assert {message.channel for message in OURS} == set(Channel)
    used = {sign for message in OURS for sign in (*message.signs, *message.decoys)}
    assert set(BANK.signs) - used == set()


# --- each message ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("message", OURS, ids=lambda message: message.id)
def test_a_message_is_short_named_after_its_kind_and_comes_at_a_time_of_day(message):
    assert message.words <= 25
    assert re.fullmatch(rf"{message.kind}-[a-z]+-[1-9]\d*", message.id)
    assert re.fullmatch(r"\d\d\.\d\d", message.time)
    assert time(*map(int, message.time.split(".")))


@pytest.mark.parametrize("message", OURS, ids=lambda message: message.id)
def test_every_decision_gets_its_own_reply_and_only_the_right_one_is_called_right(message):
    assert len(set(message.replies.values())) == len(Decision)
    for decision, reply in message.replies.items():
        assert reply.startswith("Tepat") == (decision is message.decision)
        assert 1 <= len(as_sentences(reply)) <= 3


@pytest.mark.parametrize("message", OURS, ids=lambda message: message.id)
def test_a_reply_to_another_decision_does_not_name_the_right_one(message):
    for decision, reply in message.replies.items():
        if decision is not message.decision:
            assert str(message.decision) not in bare_words(reply)


@pytest.mark.parametrize("message", OURS, ids=lambda message: message.id)
def test_what_is_careful_too_is_never_to_go_ahead(message):
    assert Decision.SAFE not in message.nearly
    if message.decision is Decision.SAFE:
        assert Decision.DANGER not in message.nearly


def test_no_two_messages_say_nearly_the_same():
    sets = {message.id: bare_words(told(message)) for message in OURS}
    alike = [
        (one, other)
        for one, other in combinations(sets, 2)
        if len(sets[one] & sets[other]) / len(sets[one] | sets[other]) > 0.5
    ]
    assert alike == []


def test_no_two_messages_come_from_the_same_invented_number():
    numbers = [match[0] for message in OURS for match in re.finditer(r"08xx-\S+", message.sender)]
    assert [number for number, count in Counter(numbers).items() if count > 1] == []


def test_an_unknown_number_is_no_contact_and_a_group_message_names_its_group():
    assert [message.id for message in OURS if message.sender.startswith("08xx") and message.known] == []
    named = {message.id for message in OURS if " di Grup " in message.sender}
    assert named == {message.id for message in OURS if message.channel is Channel.GROUP}


def test_a_mail_shows_the_address_it_comes_from():
    mails = [message for message in OURS if message.channel is Channel.MAIL]
    assert [one.id for one in mails if not re.search(r"\([\w-]+@[\w-]+\.example\)$", one.sender)] == []


# --- signs -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("message", OURS, ids=lambda message: message.id)
def test_every_message_offers_the_same_number_of_signs(message):
    offered = (*message.signs, *message.decoys)
    assert len(set(offered)) == len(offered) == OFFERED


@pytest.mark.parametrize("kind", SCAMS)
def test_what_is_a_sign_of_a_kind_of_scam_is_nowhere_a_decoy_of_it(kind):
    signs = {sign for message in of_kind(kind) for sign in message.signs}
    decoys = {sign for message in of_kind(kind) for sign in message.decoys}
    assert signs & decoys == set()


# What a sign or a decoy says must be so; these can be told from the message itself.
SEEN = {
    "tidak-dikenal": lambda message: not message.known,
    "berkas-apk": lambda message: ".apk" in f"{told(message)} {message.attachment}",
    "bukti-gambar": lambda message: (
        message.attachment is not None
        and message.attachment.name.endswith((".jpg", ".png"))
        and re.search(r"Transfer|lunas", message.attachment.words) is not None
    ),
}
HELD = {
    "malam-hari": lambda message: message.time >= "18.00",
    "pagi-sekali": lambda message: "03.00" <= message.time < "07.00",
    "ada-lampiran": lambda message: message.attachment is not None,
    "pesan-suara": lambda message: (
        message.attachment is not None and message.attachment.name.endswith(".ogg")
    ),
    "lewat-grup": lambda message: message.channel is Channel.GROUP,
    "lewat-surel": lambda message: message.channel is Channel.MAIL,
    "ada-tautan": lambda message: ".example" in message.body,
    "tanda-seru": lambda message: "!" in told(message),
    "sebut-uang": lambda message: "Rp" in told(message),
    "ada-salam": lambda message: message.body.lower().startswith(GREETINGS),
    "huruf-besar": lambda message: len(re.findall(r"\b[A-Z]{2,}\b", told(message))) >= 3,
    "kalimat-pendek": lambda message: mean(len(one.split()) for one in as_sentences(message.body)) <= 7,
}


@pytest.mark.parametrize("sign", SEEN)
def test_a_danger_sign_is_there_where_it_is_one_and_not_there_where_it_is_a_decoy(sign):
    assert [one.id for one in OURS if sign in one.signs and not SEEN[sign](one)] == []
    assert [one.id for one in OURS if sign in one.decoys and SEEN[sign](one)] == []


@pytest.mark.parametrize("sign", HELD)
def test_a_harmless_trait_is_offered_only_where_it_is_true_and_is_never_a_danger_sign(sign):
    assert [one.id for one in OURS if sign in one.decoys and not HELD[sign](one)] == []
    assert [one.id for one in OURS if sign in one.signs] == []


def test_every_attachment_that_is_an_application_makes_its_message_dangerous():
    apps = [one for one in OURS if one.attachment and one.attachment.name.endswith(".apk")]
    assert len(apps) >= 6
    assert {one.decision for one in apps} == {Decision.DANGER}
    assert [one.id for one in apps if "berkas-apk" not in one.signs] == []


def test_a_picture_a_voice_and_a_video_tell_in_words_what_is_in_them():
    media = (".jpg", ".png", ".ogg", ".mp4")
    hung = [one for one in OURS if one.attachment and one.attachment.name.endswith(media)]
    assert [one.id for one in hung if not one.attachment.words] == []


def test_each_sign_is_offered_with_scams_and_with_honest_messages():
    with_scams = {sign for one in OURS if one.kind != HONEST for sign in (*one.signs, *one.decoys)}
    with_honest = {sign for one in OURS if one.kind == HONEST for sign in (*one.signs, *one.decoys)}
    assert with_scams == with_honest == set(BANK.signs)


def test_true_signs_are_not_told_by_the_length_of_their_names():
    true = [len(BANK.signs[sign].name) for one in OURS for sign in one.signs]
    false = [len(BANK.signs[sign].name) for one in OURS for sign in one.decoys]
    assert abs(mean(true) - mean(false)) < 3


def test_true_signs_stand_in_any_place_of_the_offer():
    places = Counter()
    for seed in range(20):
        for message in OURS:
            for place, sign in enumerate(offered_signs(message, seed)):
                places[place] += sign in message.signs
    assert max(places.values()) < 1.25 * min(places.values())


# --- kinds -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", SCAMS)
def test_a_kind_of_scam_has_five_actions_in_an_order_that_keeps_what_must_come_first(kind):
    actions = [action for action, _text in BANK.kinds[kind].actions]
    assert len(actions) == len(set(actions)) == 5
    for first, then, said in BANK.kinds[kind].before:
        assert actions.index(first) < actions.index(then)
        assert said
    stop = actions[0]
    after = {then for first, then, _said in BANK.kinds[kind].before if first == stop}
    assert after == set(actions[1:]), "to hold still comes before everything"
    assert ("simpan-bukti", "laporkan") in {pair[:2] for pair in BANK.kinds[kind].before}


@pytest.mark.parametrize("kind", SCAMS)
def test_a_kind_of_scam_says_what_to_do_when_it_has_happened_and_where_to_report(kind):
    known = BANK.kinds[kind]
    assert 4 <= len(known.if_done) <= 6
    assert any(step.startswith("Beri tahu") for step in known.if_done)
    assert known.if_done[-1].startswith("Laporkan")
    assert any(fact.startswith("modus-") for fact in known.facts)
    assert any(fact.startswith("lapor-") for fact in known.facts)


def test_numbers_and_addresses_to_report_to_stand_among_the_facts_alone():
    texts = [text for kind in BANK.kinds.values() for text in (*kind.if_done, *dict(kind.actions).values())]
    assert [text for text in texts if re.search(r"\d|\.id\b", text)] == []


def test_an_application_that_was_opened_is_cut_off_before_anything_else():
    steps = BANK.kinds["apk"].if_done
    assert steps[0] == "Matikan data dan Wi-Fi."
    assert "HP lain" in steps[1]


# --- fairness of the twelve --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def inboxes() -> list[list[Message]]:
    return [[BANK.messages[name] for name in draw(seed, BANK)] for seed in range(0, 6000, 100)]


@pytest.mark.parametrize(("always", "most"), [("aman", 0.45), ("curiga", 0.70), ("bahaya", 0.60)])
def test_one_decision_for_everything_does_not_pay(inboxes, always, most):
    shares = [mean(judge_decision(one, Decision(always))[0] for one in twelve) for twelve in inboxes]
    assert mean(shares) < most
    assert max(shares) < 0.8


def test_the_right_decisions_earn_everything(inboxes):
    assert {judge_decision(one, one.decision)[0] for twelve in inboxes for one in twelve} == {1.0}


def test_known_or_unknown_does_not_decide():
    known = Counter(message.decision for message in OURS if message.known)
    unknown = Counter(message.decision for message in OURS if not message.known)
    for counts in (known, unknown):
        assert set(counts) == set(Decision)
        assert max(counts.values()) / counts.total() < 0.7


# --- scenarios of a village --------------------------------------------------------------------------------------


def village_example() -> str:
    text = (ROOT / "curriculum/scenarios/desa/BACA.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```toml\n(.*?)```", text, flags=re.DOTALL)
    return example


@pytest.fixture
def village(tmp_path):
    shutil.copytree(ROOT / "curriculum", tmp_path / "curriculum")
    path = tmp_path / "curriculum/scenarios/desa/sukamaju.toml"
    path.write_text(village_example(), encoding="utf-8")
    return tmp_path


def test_the_example_for_trainers_is_a_whole_message_with_every_entry_explained(village):
    bank, faults = read_bank(village)
    (added,) = [message for message in bank.messages.values() if message.origin.village]
    assert [fault for fault in faults if "desa/" in fault.file] == []
    assert len((*added.signs, *added.decoys)) == OFFERED
    assert added not in bank.ours
    guide = (ROOT / "curriculum/scenarios/desa/BACA.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"^\| `(\w+)`", guide, flags=re.MULTILINE))
    (row,) = tomllib.loads(village_example())["pesan"]
    assert set(row) <= explained


def test_the_example_for_trainers_passes_the_check_of_the_course(village):
    found = check_course(village, date(2026, 12, 1))
    assert [fault for fault in found if "desa/" in fault.file] == []


def test_the_example_for_trainers_is_not_read_as_a_message_itself():
    assert [path.suffix for path in (ROOT / "curriculum/scenarios/desa").iterdir()] == [".md"]


def test_the_guide_for_trainers_keeps_to_plain_words():
    guide = (ROOT / "curriculum/scenarios/desa/BACA.md").read_text(encoding="utf-8")
    assert lint_text(guide, TextKind.TRAINER) == []


def test_the_guide_for_trainers_names_every_kind_and_no_other():
    guide = (ROOT / "curriculum/scenarios/desa/BACA.md").read_text(encoding="utf-8")
    (row,) = [line for line in guide.splitlines() if line.startswith("| `jenis`")]
    assert set(re.findall(r"`([\w-]+)`", row)) - {"jenis"} == set(BANK.kinds)

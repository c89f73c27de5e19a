"""Finding a fault: what each measurement would tell, and whether a conclusion follows from the readings."""

from lentera.solar.diagnosis.actions import Action, action_apart, actions
from lentera.solar.diagnosis.chart import SOUND, Chart, DiagnosisError, chart_of, chart_with
from lentera.solar.diagnosis.evidence import (
    Gain,
    Reading,
    advised,
    gains,
    most_telling,
    posterior,
    remaining,
    twins,
)
from lentera.solar.diagnosis.judging import CASE_RULES, MOST_MEASUREMENTS, Attempt, read_attempt
from lentera.solar.diagnosis.measurement import (
    DISPLAY,
    LAMP_CABLE,
    Kind,
    Measurement,
    currents_of,
    ends_of,
    measurements_of,
    screws_of,
    volts_id,
)
from lentera.solar.diagnosis.part import part_of, parts, parts_of
from lentera.solar.diagnosis.reasoning import Conclusion, Reasoning, Step, Support, review
from lentera.solar.diagnosis.taking import displayed, looks_of, measurement_of, seen_in, take

__all__ = [
    "CASE_RULES",
    "DISPLAY",
    "LAMP_CABLE",
    "MOST_MEASUREMENTS",
    "SOUND",
    "Action",
    "Attempt",
    "Chart",
    "Conclusion",
    "DiagnosisError",
    "Gain",
    "Kind",
    "Measurement",
    "Reading",
    "Reasoning",
    "Step",
    "Support",
    "action_apart",
    "actions",
    "advised",
    "chart_of",
    "chart_with",
    "currents_of",
    "displayed",
    "ends_of",
    "gains",
    "looks_of",
    "measurement_of",
    "measurements_of",
    "most_telling",
    "part_of",
    "parts",
    "parts_of",
    "posterior",
    "read_attempt",
    "remaining",
    "review",
    "screws_of",
    "seen_in",
    "take",
    "twins",
    "volts_id",
]

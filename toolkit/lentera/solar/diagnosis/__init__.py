"""Finding a fault: what each measurement would tell, and whether a conclusion follows from the readings."""

from lentera.solar.diagnosis.actions import Action, action_apart, actions
from lentera.solar.diagnosis.chart import SOUND, Chart, DiagnosisError, chart_of
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
from lentera.solar.diagnosis.measurement import Kind, Measurement, currents_of, measurements_of
from lentera.solar.diagnosis.part import part_of, parts, parts_of
from lentera.solar.diagnosis.reasoning import Conclusion, Reasoning, Step, Support, review

__all__ = [
    "CASE_RULES",
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
    "currents_of",
    "gains",
    "measurements_of",
    "most_telling",
    "part_of",
    "parts",
    "parts_of",
    "posterior",
    "read_attempt",
    "remaining",
    "review",
    "twins",
]

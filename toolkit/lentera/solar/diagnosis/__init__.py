"""Finding a fault: what each measurement would tell, and whether a conclusion follows from the readings."""

from lentera.solar.diagnosis.chart import SOUND, Chart, DiagnosisError, chart_of
from lentera.solar.diagnosis.evidence import Gain, Reading, gains, most_telling, posterior, remaining, twins
from lentera.solar.diagnosis.judging import CASE_RULES, MOST_MEASUREMENTS, Attempt, parts, read_attempt
from lentera.solar.diagnosis.measurement import Kind, Measurement, measurements_of
from lentera.solar.diagnosis.reasoning import Conclusion, Reasoning, Step, Support, part_of, review

__all__ = [
    "CASE_RULES",
    "MOST_MEASUREMENTS",
    "SOUND",
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
    "chart_of",
    "gains",
    "measurements_of",
    "most_telling",
    "part_of",
    "parts",
    "posterior",
    "read_attempt",
    "remaining",
    "review",
    "twins",
]

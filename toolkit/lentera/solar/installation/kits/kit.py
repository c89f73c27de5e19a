"""What a kit is."""

from collections.abc import Mapping
from dataclasses import dataclass

from lentera.solar.installation.model import Installation


@dataclass(frozen=True, slots=True)
class MeasuringPoint:
    """Be a pair of terminals that a learner measures between."""

    id: str
    red: str
    black: str
    name: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Kit:
    """Be a kit: what it is called, how it is put together, and where one measures."""

    id: str
    name: str
    name_en: str
    source: str
    installation: Installation
    test_points: Mapping[str, MeasuringPoint]

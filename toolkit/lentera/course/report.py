"""Tell faults to people and to programs."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from itertools import groupby

from lentera.course.faults import Fault, Severity
from lentera.words import language

_WORDS = {
    "id": {
        Severity.ERROR: "PERBAIKI",
        Severity.WARNING: "PERIKSA",
        Severity.MISSING: "BELUM ADA",
        "none": "Kursus lengkap. Tidak ada yang perlu diperbaiki.",
        "sum": "{error} perlu diperbaiki, {warning} perlu diperiksa, {missing} belum ditulis.",
    },
    "en": {
        Severity.ERROR: "REPAIR",
        Severity.WARNING: "LOOK AT",
        Severity.MISSING: "MISSING",
        "none": "The course is complete. Nothing needs repair.",
        "sum": "{error} to repair, {warning} to look at, {missing} not written yet.",
    },
}


def report_text(faults: Iterable[Fault]) -> str:
    """Return the faults as lines to read, grouped by file, with the totals last."""
    words = _WORDS["en" if language() == "en" else "id"]
    found = sorted(faults)
    if not found:
        return words["none"]
    lines = []
    for file, group in groupby(found, key=lambda fault: fault.file):
        lines.append(file)
        for fault in group:
            place = f"{fault.key}: " if fault.key else ""
            lines.append(f"  {words[fault.severity]}: {place}{fault.message} {fault.next_step}")
    counts = Counter(fault.severity for fault in found)
    lines += ["", words["sum"].format(**{severity.value: counts[severity] for severity in Severity})]
    return "\n".join(lines)


def report_json(faults: Iterable[Fault]) -> str:
    """Return the faults as one JSON document: totals by severity, and a list of all faults."""
    found = sorted(faults)
    counts = Counter(fault.severity for fault in found)
    document = {
        "counts": {severity.value: counts[severity] for severity in Severity},
        "faults": [asdict(fault) for fault in found],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def exit_code(faults: Iterable[Fault]) -> int:
    """Return 1 when anything must be repaired; what is merely missing or doubtful returns 0."""
    return int(any(fault.severity is Severity.ERROR for fault in faults))

"""Jobs step by step: an order of steps, and what the safety rules say of it."""

from typing import Any

from lentera.solar.maintenance import Procedure, Step, judge
from lentera.widgets.care.state import CareState, jobs_of
from lentera.widgets.care.words import told
from lentera.words import _, language


def steps_view(state: CareState) -> dict[str, Any]:
    """Return what the tab of the steps shows; the steps on offer are in the order of the alphabet."""
    jobs = jobs_of(state.kit)
    job, order = jobs[state.job], state.order
    return {
        "jobs": [[name, told(one.title)] for name, one in jobs.items()],
        "job": state.job,
        "offered": [{"id": step.id, "text": told(step.text)} for step in offered(job, order)],
        "order": [
            {"id": name, "text": told(job.steps[name].text), "up": at > 0, "down": at < len(order) - 1}
            for at, name in enumerate(order)
        ],
    }


def offered(job: Procedure, order: tuple[str, ...]) -> list[Step]:
    """Return the steps that can still be chosen: those not in the order, and those that are done again."""
    open_steps = [step for step in job.steps.values() if step.repeatable or step.id not in order]
    return sorted(open_steps, key=lambda step: told(step.text))


def judged(state: CareState) -> dict[str, Any]:
    """Return the rows of feedback on an order: what holds, one finding with its reason, one next step."""
    code = "en" if language() == "en" else "id"
    found = judge(state.job, state.order)
    yet = found.report.finding_sentence(code)
    first = found.violations[0] if found.violations else None
    if first is not None:
        where = _("Step {n}: {step}").format(n=first.position, step=told(first.step.text))
        yet = f"{where} {told(first.rule.says)} {told(first.rule.reason)}"
    return {
        "right": found.praise(code)[:3],
        "yet": yet,
        "next": told(first.rule.next) if first else found.report.next_step(code),
    }

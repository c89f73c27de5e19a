"""What axe finds on a page."""

from typing import Any

from axe_playwright_python.base import AXE_FILE_PATH

WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
_SCRIPT = AXE_FILE_PATH.read_text(encoding="utf-8")


def violations(page: Any, context: str | None = None, tags: tuple[str, ...] = WCAG) -> list[str]:
    """Run the rules of axe that have these tags, on a part of a page or on all of it, and name every violation.

    The script goes into a page once, and only what is wrong comes back: what is right is told at a hundred times the length.
    """
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(f"{_SCRIPT};0")
    found = page.evaluate(
        "([context, options]) => axe.run(context ?? document, options).then((all) => all.violations)",
        [context, {"runOnly": {"type": "tag", "values": list(tags)}, "resultTypes": ["violations"]}],
    )
    return [
        f"{one['id']}: {node['target']} {node['failureSummary']}" for one in found for node in one["nodes"]
    ]

"""The Nu HTML checker: the other opinion on which pages are valid."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

BUILD = Path(__file__).parents[2] / "build" / "vnu"


def find_nu():
    """Return the command of the checker, or None where Java or the jar is missing."""
    java = shutil.which("java")
    named = os.environ.get("VNU_JAR")
    jars = [Path(named)] if named else sorted(BUILD.rglob("vnu.jar"))
    jars = [jar for jar in jars if jar.is_file()]
    return [java, "-jar", str(jars[0])] if java and jars else None


def need_nu():
    """Give the command; skip the test without it, fail it in CI."""
    command = find_nu()
    if command is None:
        sentence = "the Nu checker is missing; install Java and set VNU_JAR, or put vnu.jar below build/vnu"
        if os.environ.get("CI"):
            pytest.fail(sentence)
        pytest.skip(sentence)
    return command


def errors_of(command, paths):
    """Check files in one run; give the messages of each file that is not valid."""
    done = subprocess.run(
        [*command, "--format", "json", "--exit-zero-always", "--stdout", *map(str, paths)],
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    found = {}
    for message in json.loads(done.stdout)["messages"]:
        if message["type"] != "info":
            found.setdefault(Path(message["url"]).name, []).append(message["message"])
    return found

"""Moments, folders and an ordinary person's rights."""

import contextlib
import os
import shutil
import tempfile
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def indonesian(monkeypatch):
    monkeypatch.delenv("LENTERA_LANG", raising=False)


@pytest.fixture
def morning():
    return datetime(2026, 11, 22, 9, 41, tzinfo=timezone(timedelta(hours=8)))


@pytest.fixture
def read_only_folder():
    """Give a function that makes a folder read-only and drops the rights of root, until the test ends."""
    base = Path(tempfile.mkdtemp())
    base.chmod(0o777)

    with contextlib.ExitStack() as restore:
        restore.callback(shutil.rmtree, base)

        def lock():
            for folder in (base, *(path for path in base.rglob("*") if path.is_dir())):
                folder.chmod(0o555)
                restore.callback(folder.chmod, 0o777)
            if os.geteuid() == 0:
                os.seteuid(65534)
                restore.callback(os.seteuid, 0)

        yield base, lock

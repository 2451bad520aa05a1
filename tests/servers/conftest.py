"""A Balise shared by the tests that only talk to it, and one to break."""

import pytest

from tests.running import start, stop


@pytest.fixture
def fresh(tmp_path):
    """A Balise to break: made for one test, late in the evening."""
    running = start(tmp_path / "home", "2026-11-21T23:30")
    yield running
    if running.process.poll() is None:
        stop(running)

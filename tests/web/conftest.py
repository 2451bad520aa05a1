"""A browser that has begun, and a watch on every log: nothing typed is ever in it."""

import logging
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from tests.browsing import Browser


@pytest.fixture
def visitor(client: FlaskClient, caplog: pytest.LogCaptureFixture) -> Iterator[Browser]:
    """A browser without a conversation. When the test is over, no log may hold a word it typed."""
    caplog.set_level(logging.DEBUG)
    browser = Browser(client)
    yield browser
    logged = "\n".join(f"{record.getMessage()} {record.exc_info or ''} {record.args}" for record in caplog.records)
    for text in browser.typed:
        assert len(text) < 8 or text not in logged


@pytest.fixture
def child(visitor: Browser) -> Browser:
    """A browser whose conversation has begun, for 11-14."""
    assert visitor.begin("11-14").status_code == 201
    return visitor

"""`balise check --links` against a real server: what answers, what does not, what has moved."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from bot.proofreading.links import dead_links


class _Site(BaseHTTPRequestHandler):
    def _answer(self) -> None:
        status = {"/gone": 404, "/broken": 500, "/no-head": 405 if self.command == "HEAD" else 200, "/moved": 302}
        self.send_response(status.get(self.path, 200))
        if self.path == "/moved":
            self.send_header("Location", f"http://localhost:{self.server.server_port}/here")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD = _answer

    def log_message(self, *_) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/here", None),
        ("/no-head", None),
        ("/gone", "réponse 404"),
        ("/broken", "réponse 500"),
        ("/moved", "renvoie vers localhost"),
    ],
)
def test_an_address_is_tried(content, site, path, said):
    source = replace(content.sources["a1"], url=site + path)
    found = list(dead_links(replace(content, sources={"a1": source}, lines={}, reporting={})))
    if said is None:
        assert found == []
    else:
        assert (found[0].file, found[0].place) == ("sources.yml", "a1")
        assert said in found[0].message


def test_a_server_that_is_not_there_is_said(content):
    source = replace(content.sources["a1"], url="http://127.0.0.1:9/")
    (problem,) = dead_links(replace(content, sources={"a1": source}, lines={}, reporting={}))
    assert "injoignable" in problem.message


def test_an_address_used_twice_is_tried_once_and_told_for_both(content, site):
    gone = {id: replace(content.sources[id], url=f"{site}/gone") for id in ("a1", "a2")}
    found = list(dead_links(replace(content, sources=gone, lines={}, reporting={})))
    assert [one.place for one in found] == ["a1", "a2"]

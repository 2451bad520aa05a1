"""A real HTTP server in Rasa's place: the channel's protocol, the answers a test wants, the faults it needs."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

HELLO = {"recipient_id": "x", "text": "Bonjour de Rasa", "buttons": [{"title": "Le 3018", "payload": "/ligne_3018"}]}


class FakeRasa:
    """`says` is answered to every message; `heard` holds what was received; `fault` breaks it."""

    def __init__(self, secret: str) -> None:
        self.says: Any = [HELLO]
        self.heard: list[dict[str, Any]] = []
        self.forgotten: list[str] = []
        self.ready: Any = {"ready": True}
        self.fault: str | None = None  # "hangs", "crashes", "talks nonsense", "says nothing"
        self._over = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self, secret))
        self._server.daemon_threads = True
        self.port = self._server.server_port

    def __enter__(self) -> "FakeRasa":
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """Close the door: the next connection is refused."""
        if not self._over.is_set():
            self._over.set()
            self._server.shutdown()
            self._server.server_close()

    def wait(self) -> None:
        """Hang until the test is over."""
        self._over.wait(30)


def _handler(rasa: FakeRasa, secret: str) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            pass

        def do_GET(self) -> None:
            self._answer(200, rasa.ready)

        def do_POST(self) -> None:
            said = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            if self.path.endswith("/forget"):
                rasa.forgotten.append(said["conversation"])
                return self._answer(200, {})
            rasa.heard.append(said)
            if rasa.fault == "hangs":
                return rasa.wait()
            if rasa.fault == "crashes":
                return self._answer(500, {"messages": []})
            if rasa.fault == "talks nonsense":
                return self._send(200, b"<html>nonsense</html>")
            return self._answer(200, {"messages": [] if rasa.fault == "says nothing" else rasa.says})

        def _answer(self, status: int, body: Any) -> None:
            known = self.headers.get("X-Balise-Secret") == secret
            self._send(status if known else 403, json.dumps(body if known else {}).encode())

        def _send(self, status: int, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    return Handler

"""Ports: the taken one is said clearly, before anything starts."""

import socket

import pytest

from bot.launch import LaunchError
from bot.launch.ports import check_port, free_port, reachable
from bot.launch.servers import with_actions_port
from bot.settings import ROOT


def test_a_free_port_can_be_used():
    check_port("127.0.0.1", free_port(), advice="")


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0"])
def test_a_taken_port_is_said_with_what_to_do(host):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(LaunchError, match=f"Le port {port} est déjà pris. make serve PORT=8123"):
            check_port(host, port, advice="make serve PORT=8123")


@pytest.mark.parametrize("port", [0, 65536, 99999])
def test_a_number_that_is_no_port_is_refused(port):
    with pytest.raises(LaunchError, match="n'existe pas"):
        check_port("127.0.0.1", port, advice="")


def test_a_host_that_is_not_this_machine_is_refused():
    with pytest.raises(LaunchError, match="Impossible d'écouter"):
        check_port("nowhere.invalid", 8080, advice="")


def test_a_server_that_listens_everywhere_is_reached_on_loopback():
    assert reachable("0.0.0.0") == "127.0.0.1"


def test_the_port_of_the_actions_is_the_only_change_in_endpoints():
    plain = (ROOT / "endpoints.yml").read_text(encoding="utf-8")
    changed = with_actions_port(plain, 40123)
    assert "http://127.0.0.1:40123/webhook" in changed
    assert with_actions_port(changed, 5055) == plain


def test_endpoints_without_actions_are_refused():
    with pytest.raises(ValueError, match="il faut une seule adresse"):
        with_actions_port("tracker_store: {}", 40123)

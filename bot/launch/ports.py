"""Which ports: the one asked for must be free, the inner ones are any free ones of loopback."""

import socket

from bot.launch.progress import LaunchError

LOOPBACK = "127.0.0.1"


def free_port() -> int:
    """A port of loopback that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return probe.getsockname()[1]


def check_port(host: str, port: int, *, advice: str) -> None:
    """Raises LaunchError, ending in `advice`, where `port` cannot be listened on."""
    if not 0 < port < 65536:
        raise LaunchError(f"Le port {port} n'existe pas : choisis entre 1 et 65535. {advice}")
    if _somebody_answers(host, port):
        raise LaunchError(f"Le port {port} est déjà pris. {advice}")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # else the port just left is refused
        try:
            probe.bind((host, port))
        except PermissionError:
            raise LaunchError(f"Le port {port} est réservé au système. {advice}") from None
        except OSError as error:
            what = f"Impossible d'écouter sur {host}:{port} ({error.strerror})"
            raise LaunchError(f"{what}. {advice}") from None


def _somebody_answers(host: str, port: int) -> bool:
    """macOS lets two listen on one port when their addresses differ: so ask, too."""
    with socket.socket() as probe:
        probe.settimeout(0.5)
        try:
            return probe.connect_ex((reachable(host), port)) == 0
        except OSError:  # a host that cannot be resolved: the bind says so
            return False


def reachable(host: str) -> str:
    """Where this machine finds a server that listens on `host`."""
    return LOOPBACK if host == "0.0.0.0" else host  # noqa: S104

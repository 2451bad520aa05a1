"""What child processes find in their environment: the same settings, and quiet libraries."""

from bot.settings import Settings

_QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "PYTHONUNBUFFERED": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "PYTHONWARNINGS": "ignore",
    "LOG_LEVEL_LIBRARIES": "ERROR",
}
_ONE_THREAD = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")}
# Without bytecode Rasa's imports take 15 s instead of 5; some machines switch it off for containers.
_UNWANTED = ("PYTHONDONTWRITEBYTECODE", "WEB_CONCURRENCY", "GUNICORN_CMD_ARGS")


def training_environment(settings: Settings, base: dict[str, str]) -> dict[str, str]:
    """For `rasa train`. Its cache is off: when to train is decided by bot.launch.sources alone."""
    return _common(settings, base) | {"RASA_MAX_CACHE_SIZE": "0"}


def serving_environment(
    settings: Settings, base: dict[str, str], *, rasa_port: int, actions_port: int
) -> dict[str, str]:
    """For the three servers: loopback, warnings only (messages are logged at lower levels)."""
    return _common(settings, base) | _ONE_THREAD | {
        "BALISE_RASA_PORT": str(rasa_port),
        "BALISE_ACTIONS_PORT": str(actions_port),
        "SANIC_HOST": "127.0.0.1",  # rasa_sdk listens everywhere without it
        "LOG_LEVEL": "WARNING",
    }  # fmt: skip


def _common(settings: Settings, base: dict[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in base.items() if name not in _UNWANTED}
    return kept | _QUIET | {
        "BALISE_HOME": str(settings.home),
        "BALISE_CONTENT": str(settings.content),
        "BALISE_NLU": str(settings.nlu),
        "BALISE_DATABASE_URL": settings.database_url,
        "BALISE_HOST": settings.web_host,
        "BALISE_PORT": str(settings.web_port),
    }  # fmt: skip

"""What children are told: this home, loopback, nothing said to anybody outside, no word in a log."""

from bot.launch.environment import serving_environment, training_environment
from bot.launch.progress import last_lines, lasting, rotate
from bot.launch.servers import servers
from bot.settings import read_settings

SETTINGS = read_settings({"BALISE_HOME": "/tmp/somewhere", "BALISE_PORT": "8123"})


def test_the_children_read_the_settings_of_their_supervisor():
    env = serving_environment(SETTINGS, {"BALISE_PORT": "1"}, rasa_port=5, actions_port=6)
    read = read_settings(env)
    assert (read.home, read.web_port, read.rasa_port, read.actions_port) == (SETTINGS.home, 8123, 5, 6)
    assert read.database_url == SETTINGS.database_url


def test_the_actions_server_listens_on_loopback_alone():
    assert serving_environment(SETTINGS, {}, rasa_port=5, actions_port=6)["SANIC_HOST"] == "127.0.0.1"


def test_telemetry_is_off_for_every_child():
    serving = serving_environment(SETTINGS, {"RASA_TELEMETRY_ENABLED": "true"}, rasa_port=5, actions_port=6)
    training = training_environment(SETTINGS, {})
    assert {serving["RASA_TELEMETRY_ENABLED"], training["RASA_TELEMETRY_ENABLED"]} == {"false"}


def test_a_fixed_moment_reaches_the_children():
    env = serving_environment(SETTINGS, {"BALISE_NOW": "2026-11-21T23:30"}, rasa_port=5, actions_port=6)
    assert read_settings(env).now is not None


def test_no_child_is_started_with_debug_logs_or_the_http_api():
    said = [word for server in servers(SETTINGS, rasa_port=5, actions_port=6) for word in server.command(1)]
    assert not {"--debug", "-vv", "--verbose", "--enable-api"} & set(said)


def test_a_long_log_is_put_aside_and_a_short_one_kept(tmp_path):
    log = tmp_path / "web.log"
    log.write_text("a" * 20)
    rotate(log, limit=20)
    assert log.exists()
    rotate(log, limit=19)
    assert not log.exists()
    assert (tmp_path / "web.old.log").exists()


def test_the_end_of_a_log_is_what_is_shown(tmp_path):
    log = tmp_path / "train.log"
    log.write_text("\n".join(map(str, range(100))))
    assert last_lines(log, 2) == "98\n99"


def test_what_lasts_is_said_while_it_lasts(capsys):
    import time

    with lasting("Apprentissage", every=0.05):
        time.sleep(0.2)
    said = capsys.readouterr().err.splitlines()
    assert said[0] == "Apprentissage…"
    assert "Apprentissage : 0 s…" in said
    assert said[-1] == "Apprentissage : fait en 0 s."

"""The script that makes .venv: it runs on an old Python, and passes on what pip knows of the machine."""

import ast
import importlib.util
import sys

import pytest

from bot.settings import ROOT

SCRIPTS = sorted((ROOT / "setup").glob("*.py"))


@pytest.fixture
def tools():
    spec = importlib.util.spec_from_file_location("setup_tools", ROOT / "setup" / "tools.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_the_script_is_python_3_8(script):
    ast.parse(script.read_text(encoding="utf-8"), feature_version=(3, 8))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_the_script_needs_the_standard_library_alone(script):
    tree = ast.walk(ast.parse(script.read_text(encoding="utf-8")))
    names = [alias.name for node in tree if isinstance(node, ast.Import) for alias in node.names]
    tree = ast.walk(ast.parse(script.read_text(encoding="utf-8")))
    names += [node.module for node in tree if isinstance(node, ast.ImportFrom)]
    assert set(names) - set(sys.stdlib_module_names) <= {"tools"}


def test_the_environment_wins_over_pip_s_files(tools):
    listing = (
        ":env:.index-url='https://c/simple'\nglobal.index-url='https://a/simple'\ninstall.index-url='https://b/simple'"
    )
    assert tools.parse_pip_config(listing) == {"index-url": "https://c/simple"}


def test_uv_uses_the_index_that_pip_uses(tools, monkeypatch):
    monkeypatch.setattr(tools, "_pip_config", lambda: "global.index-url='https://mirror.example/simple'")
    monkeypatch.delenv("UV_INDEX_URL", raising=False)
    monkeypatch.delenv("UV_DEFAULT_INDEX", raising=False)
    assert tools.uv_environment()["UV_INDEX_URL"] == "https://mirror.example/simple"


def test_what_uv_was_told_itself_is_kept(tools, monkeypatch):
    monkeypatch.setattr(tools, "_pip_config", lambda: "global.index-url='https://mirror.example/simple'")
    monkeypatch.setenv("UV_DEFAULT_INDEX", "https://own.example/simple")
    assert "UV_INDEX_URL" not in tools.uv_environment()

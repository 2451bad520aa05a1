# `make` or `make help` says what there is. Every target prepares its own environment first.

# The first that starts and is 3.8 or newer: a pyenv shim may exist and refuse to start.
PYTHONS := python3 python python3.13 python3.12 python3.11 python3.10 python3.9 python3.8 \
	/usr/bin/python3 /usr/local/bin/python3 /opt/homebrew/bin/python3
BIN := .venv/bin

BALISE_HOME ?= $(CURDIR)/var
export BALISE_HOME
ifdef PORT
export BALISE_PORT := $(PORT)
endif
# Without bytecode, Rasa's imports take 15 s instead of 5.
unexport PYTHONDONTWRITEBYTECODE
export RASA_TELEMETRY_ENABLED := false
export SQLALCHEMY_SILENCE_UBER_WARNING := 1
export TF_CPP_MIN_LOG_LEVEL := 3

RASA := PYTHONWARNINGS=ignore LOG_LEVEL=WARNING $(BIN)/python -m rasa
RASA_FILES := --config config.yml --domain domain.yml --data data
RASA_TEST = --e2e --model "$(BALISE_HOME)/models/balise.tar.gz" --stories tests/stories \
	--fail-on-prediction-errors --no-plot --out "$(BALISE_HOME)/results"

.DEFAULT_GOAL := help
.PHONY: help setup serve train test check evaluate tune bench shots lock clean bootstrap
# The steps of a target share one .venv and one model: within a target, one after the other, even with -j.

help: ## dire ce que fait chaque cible
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

setup: bootstrap ## préparer .venv, secrets et base de données, sans rien démarrer
	@$(BIN)/balise setup

serve: bootstrap ## démarrer Balise (make serve PORT=8123 ; Ctrl-C arrête tout)
	@exec $(BIN)/balise serve

train: bootstrap ## entraîner le modèle s'il manque ou si ses sources ont changé
	@exec $(BIN)/balise train

test: bootstrap ## tout vérifier : code, contenus, modèle, conversations, serveurs, navigateur
	@$(BIN)/balise setup
	@$(MAKE) --no-print-directory check
	@$(BIN)/balise train
	@$(call aside,rasa-validate,$(RASA) data validate --fail-on-warnings $(RASA_FILES))
	@$(call aside,rasa-test,$(RASA) test core $(RASA_TEST))
	@$(BIN)/python -m pytest

check: bootstrap ## vérifier le code et les contenus, sans modèle (1 à 2 minutes)
	$(BIN)/ruff check --quiet
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/balise check --sentences

evaluate: bootstrap ## mesurer la compréhension (make evaluate EVAL=fichier.jsonl) et l'écrire dans docs/evaluation.md
	@test -n "$(EVAL)" || { echo "Quel fichier ? make evaluate EVAL=messages.jsonl" >&2; exit 2; }
	@$(BIN)/balise train
	@$(BIN)/balise evaluate "$(EVAL)" --cases tests/cases --out docs/evaluation.md

tune: bootstrap ## choisir les seuils sur des auteurs laissés hors de l'apprentissage (10 minutes)
	@$(BIN)/balise tune

bench: bootstrap ## mesurer vitesse, mémoire et démarrage
	@$(BIN)/balise setup
	@$(BIN)/balise train
	@$(BIN)/python -m bench

shots: bootstrap ## photographier chaque écran dans docs/shots (make shots SCREENS="accueil carte" ; 10 minutes en tout)
	@$(BIN)/balise setup
	@$(BIN)/balise train
	@$(BIN)/python -m bench.shots $(SCREENS)

lock: ## résoudre à nouveau requirements.in
	$(call with_python,setup/bootstrap.py lock)

clean: ## enlever .venv, .uv et les caches (jamais var/ : données, secrets et modèles)
	rm -rf .venv .uv .rasa .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis *.egg-info
	find actions bench bot migrations setup tests -name __pycache__ -type d -prune -exec rm -rf {} +

bootstrap:
	$(call with_python,setup/bootstrap.py)

# Run $(2) with its words put aside in a log; its end is shown where it fails.
define aside
log="$(BALISE_HOME)/logs/$(1).log"; echo "$(1) (environ 30 s)…"; \
$(2) >"$$log" 2>&1 || { tail -n 40 "$$log"; echo "$(1) : échec ; journal entier : $$log" >&2; exit 1; }
endef

define with_python
@for python in $(PYTHONS); do \
	if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 8))' >/dev/null 2>&1; then \
		exec "$$python" $(1); \
	fi; \
done; \
echo "Il faut Python 3.8 ou plus récent (Debian, Ubuntu : apt install python3 python3-venv)." >&2; exit 1
endef

# Every target sets up what it needs; see generator/installation/setup.sh.
SETUP := sh generator/installation/setup.sh
PYTHON_HERE := .venv/bin/python
export PYTHON

.DEFAULT_GOAL := help
.PHONY: help briefs test check check-all format bench fonts lock upgrade clean

help:  ## say what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "make %-10s %s\n", $$1, $$2}' Makefile

briefs:  ## build all briefs to output/
	@$(SETUP) system-pdf locked-runtime fonts
	@.venv/bin/brief build

test:  ## run all tests (TESTS="-k word" for some)
	@$(SETUP) system-pdf system-test locked-test fonts
	@PYTHONDONTWRITEBYTECODE= $(PYTHON_HERE) -m pytest -n auto $(TESTS)

check-all:  ## run all tests, and try every combination where otherwise pairs are enough
	@$(SETUP) system-pdf system-test locked-test fonts
	@PYTHONDONTWRITEBYTECODE= $(PYTHON_HERE) -m pytest -n auto --whole $(TESTS)

check:  ## look for mistakes without running anything
	@$(SETUP) locked-test
	@$(PYTHON_HERE) -m ruff check .
	@$(PYTHON_HERE) -m ruff format --check .
	@$(PYTHON_HERE) -m mypy

format:  ## mend what can be mended by a machine
	@$(SETUP) locked-test
	@$(PYTHON_HERE) -m ruff check --fix-only .
	@$(PYTHON_HERE) -m ruff format .

bench:  ## measure the speed
	@$(SETUP) system-pdf locked-test fonts
	@$(PYTHON_HERE) -m tests.bench

fonts:  ## make the fonts anew
	@$(SETUP) locked-runtime
	@$(PYTHON_HERE) -m generator.fonts

lock:  ## lock what pyproject.toml asks for, keeping what is locked
	@sh generator/installation/lock.sh

upgrade:  ## lock the newest versions
	@sh generator/installation/lock.sh --upgrade

clean:  ## remove the environment and the caches, not what was built
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis dist

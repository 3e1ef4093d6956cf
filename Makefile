# Everything a checkout needs, a command a task; continuous integration calls the same ones.
# `make` lists them. PYTHON=/path/to/python3 names the Python to make .venv with.

BIN = .venv/bin
SETUP = @PYTHON="$(PYTHON)" sh tools/setup.sh
# Passed to pytest: make test ARGS="tests/reading -k footnote"
ARGS ?=

.PHONY: help demo test check format look picture bench requirements clean distclean

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' Makefile

demo: ## Set everything up, build the samples in content/ and say where they are
	$(SETUP) run
	@$(BIN)/pressroom build

test: ## Set everything up and run the tests
	$(SETUP) dev
	@$(BIN)/python -m tests.commonmark_data
	@$(BIN)/python -m tests.python_docx_data
	@$(BIN)/python -m pytest -n auto $(ARGS)

check: ## Formatting, lint and strict types
	$(SETUP) dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: ## Format the code and mend what lint can mend
	$(SETUP) dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

look: ## Every page of every sample on contact sheets in build/look/
	$(SETUP) dev
	@$(BIN)/python -m tools.look

picture: ## The README's picture, docs/outputs.png
	$(SETUP) dev
	@$(BIN)/python -m tools.picture

bench: ## Speed and memory of whole processes, beside pandoc, docxtpl, WeasyPrint, typst and Chromium
	$(SETUP) bench
	@$(BIN)/python -m tools.bench

# One resolution for every platform and every Python from 3.11 on; no index is named, so pip's own setting decides.
PIN = UV_CUSTOM_COMPILE_COMMAND="make requirements" $(BIN)/uv pip compile --quiet --no-config --upgrade --universal \
	--python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links

requirements: ## Pin the newest versions of what pyproject.toml asks for
	$(SETUP) run
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(PIN) --group build pyproject.toml -o requirements.txt
	$(PIN) --group build --group dev --constraint requirements.txt pyproject.toml -o requirements-dev.txt
	$(PIN) --group bench -o requirements-bench.txt

clean: ## Remove what was built, and caches
	rm -rf dist .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find build -mindepth 1 -maxdepth 1 ! -name .gitkeep -exec rm -rf {} +

distclean: clean ## Remove .venv too
	rm -rf .venv

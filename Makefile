# Two commands matter: `make run` opens the app, `make test` passes the tests.
PYTHON ?= python3
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help run test full quick check image geocode screenshots gallery bench

help:  ## print these lines
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

.venv/run.stamp: requirements.txt constraints.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -r requirements.txt
	@touch $@

.venv/dev.stamp: requirements-dev.txt .venv/run.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -r requirements-dev.txt
	@touch $@

run: .venv/run.stamp  ## set up what is missing and open the app
	$(BIN)/mapper run

test: .venv/dev.stamp  ## set up what is missing and run every check and test
	@# the browser waits more than it works: its tests run beside all the others
	$(BIN)/python -m pytest tests/browser > .venv/browser.log 2>&1 & browser=$$!; \
	$(MAKE) --no-print-directory check && $(BIN)/python -m pytest -m "not long" --ignore=tests/browser; others=$$?; \
	wait $$browser; browser=$$?; cat .venv/browser.log; exit $$((others || browser))

full: test  ## the same, and the wide matrices of figures
	$(BIN)/python -m pytest -m long

quick: .venv/dev.stamp  ## the tests without a browser, in seconds
	$(BIN)/python -m pytest -m "not slow"

check: .venv/dev.stamp  ## lint, types and the tables
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mapper check

image: .venv/dev.stamp  ## run the steps of the Dockerfile in a fresh folder and Python, and ask the app
	MAPPER_IMAGE=1 $(BIN)/python -m pytest tests/test_docker.py

geocode: .venv/run.stamp  ## place every event and route of data/, write geo/
	$(BIN)/mapper geocode

screenshots: .venv/dev.stamp  ## take the pictures of docs/images again
	$(BIN)/python tools/screenshots.py

gallery: .venv/run.stamp  ## make the figures of docs/gallery again
	$(BIN)/python tools/gallery.py

bench: .venv/dev.stamp  ## measure start, geocoding, reruns and memory
	$(BIN)/python benchmarks/app.py
	$(BIN)/python benchmarks/map.py
	$(BIN)/python benchmarks/readers.py
	$(BIN)/python benchmarks/places.py gold
	$(BIN)/python benchmarks/places.py speed
	$(BIN)/python benchmarks/figures.py

# Thin names for the commands of the README. `make site` and `make test` set up all they need.
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin
REQUIREMENTS := .github/requirements

.PHONY: site test sweep torture benchmark mutate lint requirements clean

site: $(VENV)/.run
	$(RUN)/transparency build

test: $(VENV)/.test
	@command -v chromium >/dev/null 2>&1 || sh tests/install_browser.sh
	$(RUN)/python -m pytest

# Long runs: every page in every state; kills, faults and fuzzing; times measured side by side.
sweep: $(VENV)/.test
	$(RUN)/python -m pytest -m sweep

torture: $(VENV)/.test
	$(RUN)/python -m pytest -m torture -o faulthandler_timeout=0

# Councils of 1,000 indicators and all 153 councils by argument: see tests/benchmarks/builds.py and national.py.
benchmark: $(VENV)/.test
	$(RUN)/python -m tests.benchmarks.builds
	$(RUN)/python -m tests.benchmarks.check
	$(RUN)/python -m tests.benchmarks.national
	$(RUN)/python -m tests.benchmarks.attack
	$(RUN)/transparency build && $(RUN)/python -m tests.benchmarks.page

# Every constant and comparison of the rules, changed one at a time: prints the changes that no test notices.
mutate: $(VENV)/.test
	$(RUN)/python -m tests.benchmarks.mutate

lint: $(VENV)/.test
	$(RUN)/ruff check .
	$(RUN)/mypy
	$(RUN)/lint-imports
	$(RUN)/zizmor --offline .github/workflows
	$(RUN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; this is $$($(PYTHON) --version)."; exit 3; }
	$(PYTHON) -m venv $(VENV) || { echo "Python's venv module is missing: on Debian, apt-get install python3-venv."; exit 3; }

$(VENV)/.run: $(VENV)/bin/python $(REQUIREMENTS)/run.txt pyproject.toml
	$(RUN)/pip install --quiet --disable-pip-version-check --require-hashes -r $(REQUIREMENTS)/run.txt
	$(RUN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.test: $(VENV)/.run $(REQUIREMENTS)/test.txt
	$(RUN)/pip install --quiet --disable-pip-version-check --require-hashes -r $(REQUIREMENTS)/test.txt
	@touch $@

# Pins every requirement by hash, without the address of any registry. Needs uv.
requirements:
	uv pip compile pyproject.toml --extra install --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet --output-file $(REQUIREMENTS)/run.txt
	uv pip compile pyproject.toml --extra install --extra test --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet --output-file $(REQUIREMENTS)/test.txt

clean:
	rm -rf build $(VENV)

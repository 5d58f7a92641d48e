# Two commands: `make run` serves the program, `make test` proves it. `make install` prepares what both need.
SHELL := /bin/bash
# make install PYTHON=/path/to/python3.12: which one to take, in place of the one scripts/find-python finds
export PYTHON
BIN := .venv/bin
SOURCES := $(shell find docassemble interviews templates translations -type f -not -name '*.pyc' 2>/dev/null | sort)
LIST := $(shell printf '%s\n' $(SOURCES) | sha256sum | cut -c1-16)
# Ready for this list of files: a strict editable install links each file, so a new or renamed one needs a new link.
READY := .venv/.ready-$(LIST)
TEST_READY := .venv/.test-ready-$(LIST)
ARGS ?=

.PHONY: install run test test-rules test-interviews test-server test-server-life test-each-screen test-browser bench soak fresh lint audit release-check fast clean test-deployments test-other-browsers test-two-browsers
install: $(READY)

# Two at once; both have to succeed. Packages of the system are brought while the environment is built.
BESIDE = $(1) & packages=$$!; $(2); built=$$?; wait $$packages && exit $$built
COMMA := ,
$(READY): setup.py pyproject.toml
	@scripts/native-packages --to-build
	@$(call BESIDE,scripts/native-packages,scripts/environment local)
	@rm -f .venv/.ready-* .venv/.test-ready-* && touch $@

# The tests' environment is the program's and more, so one installation serves both.
$(TEST_READY): setup.py pyproject.toml
	@scripts/native-packages --to-build chromium poppler-utils
	@$(call BESIDE,scripts/native-packages chromium poppler-utils,scripts/environment local$(COMMA)test)
	@rm -f .venv/.ready-* .venv/.test-ready-* && touch $(READY) $@

# make run ARGS="--host 0.0.0.0 --port 8080 --data /srv/families"
run: $(READY)
	@exec $(BIN)/selfhelp serve $(ARGS)

# Three at a time on two cores: the server's tests mostly wait, beside two that compute. The longest stand first, so that none runs alone at the end.
EACH_SCREEN := $(addprefix tests/browser/test_,access.py coming_back.py keyboard.py no_script.py)
# Firefox and WebKitGTK (docs/adr/026): three packages of the system more, 90 MB.
OTHER_BROWSERS := tests/browser/test_other_browsers.py
test: $(TEST_READY)
	@$(MAKE) --no-print-directory --jobs=3 --output-sync=target test-server-life test-interviews test-each-screen test-browser test-rules test-server test-two-browsers lint audit
	@$(BIN)/python scripts/audit.py --last-line

fast: lint test-rules

test-rules: $(TEST_READY)
	$(BIN)/pytest tests/house tests/law tests/story tests/workshop tests/documents
	$(BIN)/selfhelp phrases
	$(BIN)/selfhelp phrases --readability

test-interviews: $(TEST_READY)
	$(BIN)/pytest tests/interviews

# What docs/use/deploy.md says of other servers, tried before a release (docs/adr/018): it costs minutes and changes with that page only.
DEPLOYMENTS := $(addprefix tests/server/test_,existing.py nginx.py)
# Servers that are started, stopped, killed and waited for.
LIFE := $(addprefix tests/server/test_,backup.py half_open.py life.py nothing_lost.py power_cut.py private.py refusals.py retention.py several.py)
test-server: $(TEST_READY)
	$(BIN)/pytest tests/server $(addprefix --ignore=,$(DEPLOYMENTS) $(LIFE))

test-server-life: $(TEST_READY)
	$(BIN)/pytest $(LIFE)

test-deployments: $(TEST_READY)
	$(BIN)/pytest $(DEPLOYMENTS)

test-each-screen: $(TEST_READY)
	$(BIN)/pytest $(EACH_SCREEN)

test-browser: $(TEST_READY)
	$(BIN)/pytest tests/browser $(addprefix --ignore=,$(EACH_SCREEN) $(OTHER_BROWSERS))

BROWSER_PACKAGES := firefox-esr webkit2gtk-driver xvfb
test-other-browsers: $(TEST_READY)
	@scripts/native-packages $(BROWSER_PACKAGES)
	$(BIN)/pytest $(OTHER_BROWSERS)

# One whole task to its papers in both. A machine that cannot have the packages says so and goes on; a release does not (release-check).
test-two-browsers: $(TEST_READY)
	@if scripts/native-packages $(BROWSER_PACKAGES); then $(BIN)/pytest $(OTHER_BROWSERS) -k whole_task; \
	else echo 'NOT TRIED in Firefox and WebKit: their packages are not there. `make test-other-browsers` fails without them.'; fi

# Findings that are wrong here, and why:
# W606   i and j are docassemble's own index variables, not fields of the screen. The walks find a name that is really missing.
# IG416  fields of one publisher's web site. WS733: languages for an interpreter have no two-letter code a family would know.
# WS732  nine indigenous languages are too many for radio buttons at 360 px. IS740: dates and choices drawn by Python cannot be counted.
# IS712, IS746  swap single English words ("place" to "put") without the sentence; `selfhelp phrases` measures the whole text.
lint: $(TEST_READY)
	$(BIN)/ruff check .
	$(BIN)/mypy docassemble tests
	$(BIN)/dayamlchecker --style --no-url-check --suppress IG416,IS712,IS740,IS746,WS732,WS733 --max-warnings 0 interviews
	$(BIN)/docassemble-lsp check --strict --ignore-codes W606 interviews
	$(BIN)/docxtpl-lint templates/*.docx

# Known vulnerabilities of what is installed; scripts/audit-exceptions.yml holds those accepted for now.
audit: $(TEST_READY)
	$(BIN)/python scripts/audit.py

# Before a release: everything, and no package without an answer from the advisory service.
release-check: test test-deployments test-other-browsers
	$(BIN)/python scripts/audit.py --release

# All figures, or some parts: make bench ARGS="answers line"
bench: $(TEST_READY)
	$(BIN)/python tests/bench.py $(ARGS)

# Thirty phones for five minutes, with parts of the server killed in between. make soak ARGS="--phones 6 --seconds 40"
soak: $(TEST_READY)
	$(BIN)/python tests/soak.py $(ARGS)

# `make run` and `make test` in clean Debian roots (tests/fresh/roots). As root, with debootstrap. make fresh SUITES=trixie TEST=test-rules
fresh:
	@$(if $(filter undefined,$(origin TEST)),,TEST="$(TEST)") tests/fresh/roots $(SUITES)

clean:
	rm -rf .venv .python build *.egg-info artifacts .pytest_cache .mypy_cache .ruff_cache .hypothesis

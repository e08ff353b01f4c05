# The front door of weir. `make` alone lists what can be made; every recipe longer than a line is a script in scripts/.

PREFIX  ?= /usr/local
DESTDIR ?=

# Each folder of Sources/Filters is a filter, and the name of a link to the one binary. There is no other list.
FILTERS := $(shell ls Sources/Filters | tr '[:upper:]' '[:lower:]')
LINKS   := $(FILTERS:%=bin/weir-%)
# Each folder of Sources/Shore with a command is a cold filter, and a link to the other binary.
COLD    := $(shell ls Sources/Shore/*/*Command.swift | awk -F / 'tolower($$4) == tolower($$3 "Command.swift") { print tolower($$3) }')
COLDS   := $(COLD:%=bin/weir-%)
SOURCES := $(shell find Sources -type f) Package.swift
SWIFT   := Sources Tests Package.swift
SHELLS  := $(filter-out %.py scripts/rivals,$(wildcard scripts/* pipelines/*.sh .ci/run))

# The tests have a debug build of their own, beside the release build.
TEST    := swift test --scratch-path .build-test --disable-xctest --quiet
# make test ONLY=Transcripts
ONLY    ?=

# make torture N=2000 SEED=17
N       ?= 200
SEED    ?=

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup build shore demo test torture bench benchstore fuzz docs generate format lint shellcheck conformance install uninstall clean

help: ## list the targets
	@echo 'usage: make TARGET'
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  %-12s %s\n", $$1, $$2 }' Makefile

setup: ## install the libraries the build needs, if they are missing (apt-get)
	@scripts/setup libpcre2-dev libyaml-dev zlib1g-dev libzstd-dev liblzma-dev libbz2-dev libmaxminddb-dev libsqlite3-dev libcurl4-openssl-dev

build: $(LINKS) ## build the static binary bin/weir and its links bin/weir-tail, bin/weir-parse …

bin/weir: $(SOURCES) scripts/build | setup
	@scripts/build $@

$(LINKS): | bin/weir
	@ln -sf weir $@

shore: $(COLDS) ## build bin/weir-shore, the cold filters: bin/weir-store, -report, -top, -notify

bin/weir-shore: $(SOURCES) scripts/build-shore | setup
	@scripts/build-shore $@

$(COLDS): | bin/weir-shore
	@ln -sf weir-shore $@

demo: build ## show golden signals and an alert from a sample log
	@scripts/demo

test: build shellcheck ## run every test (ONLY=NAME: those whose name matches)
	@scripts/setup mandoc jq
	$(TEST) $(if $(ONLY),--filter '$(ONLY)')

torture: build ## kill a pipeline again and again (N=200 cycles, SEED=n to repeat a run, ONLY=NAME)
	@scripts/torture '$(N)' '$(SEED)' '$(or $(ONLY),TortureTests)' $(TEST)

bench: build ## measure speed, memory and start-up next to cat, grep, jq, DuckDB and others (ONLY="aggregate pipeline": those tables)
	@scripts/setup time jq mawk miller goaccess mtail
	@scripts/oracle duckdb duckdb || echo 'bench: DuckDB cannot be had from PyPI; its rows are left out'
	@scripts/bench 200 $(ONLY)

benchstore: build shore ## measure weir-store and weir-report on 90 days of minutes (6.5 M records; two minutes to make)
	@scripts/setup time
	@scripts/bench-store

fuzz: ## run libFuzzer on what takes bytes from outsiders (SECONDS=60 each)
	@scripts/setup jq
	@scripts/fuzz $(SECONDS)

docs: build ## refresh the OPTIONS of the manual pages from the flags
	@scripts/docs $(TEST)

generate: ## embed the log formats and the advice: Catalogue/*.json -> *+Generated.swift
	@scripts/generate-catalogue

format: ## lay out the Swift code as .swift-format says
	swift format --in-place --parallel --recursive $(SWIFT)

lint: shellcheck ## check the layout of the Swift code, and the shell scripts
	swift format lint --strict --parallel --recursive $(SWIFT)

shellcheck:
	@scripts/setup shellcheck
	shellcheck $(SHELLS)

conformance: build ## hold weir against real data in ../shared/corpora, and against DuckDB, drain3, ua-parser, promtool, Alertmanager, aiosmtpd, Chromium
	@scripts/conformance $(TEST)
	@scripts/conformance-metrics bin/weir-aggregate
	@scripts/setup curl prometheus-alertmanager
	@scripts/conformance-alertmanager .build-test/debug/weir-shore
	@scripts/setup python3-aiosmtpd openssl
	@scripts/conformance-mail .build-test/debug/weir-shore
	@scripts/conformance-templates bin/weir-enrich
	@scripts/setup prometheus
	@scripts/conformance-alerts bin/weir-alert
	@scripts/conformance-agents bin/weir-enrich
	@scripts/conformance-assess bin/weir-assess
	@scripts/setup chromium || echo 'report: no chromium here; the page will not be opened'
	@scripts/conformance-report .build-test/debug/weir-shore

install: build ## install under PREFIX=/usr/local: binary, links, manual, completions (DESTDIR= to stage)
	@scripts/install '$(DESTDIR)$(PREFIX)' $(FILTERS) -- $(COLD)

uninstall: ## remove what install put under PREFIX
	@scripts/uninstall '$(DESTDIR)$(PREFIX)' $(FILTERS) $(COLD)

clean: ## remove everything that was built
	rm -rf .build .build-shore .build-test .build-oracle .build-fuzz bin

# Corpus Explorer: `make` sets the machine up, builds the page and asks it three questions; `make test` runs every test.
# Two toolchains in order (Rust and Node) are more than cargo can say. `make help` lists the rest; V=1 shows all output.

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
# Two steps at a time: the engine and the reader, or an engine and the native tests, each keep one core busy at link time.
ifeq ($(MAKELEVEL),0)
MAKEFLAGS += -j2 --output-sync=line
endif

# What a tool writes, and the files that it reads.
export CARGO_TARGET_DIR := $(CURDIR)/target
cache := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/corpus-explorer
export PATH := $(CURDIR)/node_modules/.bin:$(cache)/bin:$(PATH)
rust := Cargo.toml Cargo.lock build.rs $(shell find src corpus -type f -not -path 'corpus/gold/*')
www := $(shell find www -type f)
npm := node_modules/.package-lock.json

# No path of this machine stays in an engine that is given away.
flags := --remap-path-prefix=$(or $(CARGO_HOME),$(HOME)/.cargo)/registry/src=crates
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS := $(flags)
wasm := RUSTUP_TOOLCHAIN=$$(cat target/setup/wasm-toolchain)
page := --no-default-features --features engine
engine_tests := --no-default-features --features engine,embedded
reader := --no-default-features --features readers
dev := --no-default-features --features engine --features readers
search := --no-default-features --features search

# $(call engine,NAME,TARGET,FOLDER,FEATURES,PROFILE): compiled and bound by wasm-pack.
engine = $(wasm) $(step) "engine $1" wasm-pack build --target $2 --profile $(or $5,wasm) --mode no-install --no-opt --no-pack \
	--no-gitignore --out-dir target/$3 . -- --locked $4
step := tools/step.sh
minify := esbuild --log-level=warning --minify --charset=utf8 --target=es2022
wasm_setup := target/setup/wasm-toolchain target/setup/wasm-pack $(npm)

.PHONY: all setup build packages release dev open serve bench test clean help
.PHONY: lint test-rust test-wasm test-types test-package test-page

## make            set-up, target/site/index.html, and one question of each kind
all: build
	@node tools/ask.mjs target/site/index.html
	@echo
	@echo "Open target/site/index.html by a double click, or: make open"

build: target/site/index.html

## make packages   the npm package, in target/pkg
packages: target/pkg/package.json

## make dev        a page for working on it: the engine compiled quickly, www as it stands; reload to see a change
dev: target/dev/corpus_explorer.js $(npm)
	@node tools/dev.mjs

## make setup      only what the machine needs: wasm32, wasm-pack, wasm-bindgen, npm packages, browsers
setup: $(wasm_setup) target/setup/browsers

target/setup/wasm-toolchain: tools/wasm-target.sh
	@mkdir -p target/setup
	@tools/wasm-target.sh > $@

target/setup/wasm-pack: tools/wasm-pack.sh Cargo.lock
	@mkdir -p target/setup
	@tools/wasm-pack.sh $(cache)
	@touch $@

target/setup/browsers: tools/browsers.sh
	@mkdir -p target/setup
	@tools/browsers.sh > $@

target/setup/lint:
	@mkdir -p target/setup
	@cargo fmt --version >/dev/null 2>&1 || rustup component add rustfmt
	@cargo clippy --version >/dev/null 2>&1 || rustup component add clippy
	@touch $@

$(npm): package.json package-lock.json
	@command -v npm >/dev/null || { echo "  There is no npm. By hand: install Node 20 or newer, https://nodejs.org" >&2; exit 1; }
	@$(step) "npm packages for building and testing" npm ci
	@touch $@

# The engine of pages, which carry their articles beside it, and the reader of all formats, a module of its own that a page
# starts when it needs it. Each has a profile of its own, so that both are compiled at the same time.

packages := target/pkg/web/corpus_explorer.js target/pkg/nodejs/corpus_explorer.js
searches := target/pkg/search/web/corpus_explorer.js target/pkg/search/nodejs/corpus_explorer.js

# Less is copied into callers than by default, but for what Rust marks to be: a tenth smaller, and as fast.
target/engine/page/corpus_explorer.js target/engine/search/corpus_explorer.js $(packages) $(searches): \
	export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS := $(flags) -Cllvm-args=-inline-threshold=50

target/engine/page/corpus_explorer.js: $(rust) $(wasm_setup)
	@$(call engine,of the page,no-modules,engine/page,$(page))

target/engine/reader/corpus_explorer.js: $(rust) $(wasm_setup)
	@$(call engine,that reads files,no-modules,engine/reader,$(reader),wasm-small)

# For npm: the engine of the page, and search alone, each bound for Node and for the web. All targets bind one and the same
# module, so it is optimised once. Should they ever differ, this says so. Both are compiled in one folder of cargo's, under one
# name: each is compiled and bound before the next.

$(packages): target/pkg/%/corpus_explorer.js: target/engine/page/corpus_explorer.js
	@$(call engine,for npm: $*,$*,pkg/$*,$(page))
	@cmp target/engine/page/corpus_explorer_bg.wasm $(@D)/corpus_explorer_bg.wasm

target/engine/search/corpus_explorer.js: $(rust) $(wasm_setup) | $(packages)
	@$(call engine,that searches,no-modules,engine/search,$(search))

$(searches): target/pkg/search/%/corpus_explorer.js: target/engine/search/corpus_explorer.js
	@$(call engine,that searches: $*,$*,pkg/search/$*,$(search))
	@cmp target/engine/search/corpus_explorer_bg.wasm $(@D)/corpus_explorer_bg.wasm

# The parts of a page, which the program carries.

modules := page reader
parts := $(addprefix target/parts/,glue.js reader.js $(modules:=.wasm) main.js worker.js style.css index.html)

# Nothing is copied into callers here, which would be smaller alone and larger packed, by 6 %. The first kilobyte of memory is the
# end of the stack, so no address is computed into it; to know that makes the engine smaller by half a per cent.
$(patsubst %,target/parts/%.wasm,$(modules) search): target/parts/%.wasm: target/engine/%/corpus_explorer.js
	@mkdir -p target/parts
	@$(step) "engine optimised: $*" wasm-opt -Oz --skip-pass=inlining-optimizing --low-memory-unused $(<D)/corpus_explorer_bg.wasm -o $@

target/parts/index.html: www/index.html
	@mkdir -p target/parts
	@cp $< $@

target/parts/glue.js: target/engine/page/corpus_explorer.js $(npm)
	@$(minify) target/engine/page/corpus_explorer.js --outfile=$@

target/parts/reader.js: target/engine/reader/corpus_explorer.js $(npm)
	@$(minify) target/engine/reader/corpus_explorer.js --outfile=$@

target/parts/main.js: $(www) $(npm)
	@$(minify) --bundle --format=iife www/main.js --outfile=$@

target/parts/worker.js: $(www) $(npm)
	@$(minify) --bundle --format=iife www/engine/worker.js --outfile=$@

target/parts/style.css: $(www) $(npm)
	@$(minify) --bundle www/style.css --outfile=$@

# The program that puts the page together: compiled quickly, with the library that the tests use, and kept apart from the
# program without parts that they make.
target/build/corpus-explorer: target/debug/libcorpus_explorer.rlib $(parts)
	@mkdir -p $(@D)
	@$(step) "the program that builds pages" cargo rustc --locked --bin corpus-explorer -- --cfg bundle
	@cp target/debug/corpus-explorer $@

# The library does not know the parts: it is compiled while the engine is.
target/debug/libcorpus_explorer.rlib: $(rust)
	@$(step) "the library, unoptimised" cargo build --locked --lib
	@touch $@

target/site/index.html: target/build/corpus-explorer
	@mkdir -p target/site
	@$< build -o $@

## make release    the binary and the page as they are given away: a little smaller and faster, after minutes more
release: target/dist/corpus-explorer packages
	@$< build -o target/dist/index.html
	@node tools/sizes.mjs $(patsubst %,target/parts/%.wasm,$(modules) search) target/dist/index.html

target/dist/corpus-explorer: $(rust) $(parts)
	@$(step) "the released binary" cargo build --locked --profile dist --features release
	@touch $@

# One npm package over all targets; README and licences come along, and the default articles, opened as they are saved.

target/pkg/package.json: tools/package.mjs tools/section.mjs Cargo.toml $(wildcard README.md LICENSE-*) $(packages) $(searches) \
	target/parts/page.wasm target/parts/search.wasm target/parts/articles.cxpk
	@node tools/package.mjs target/pkg target/parts/page.wasm target/parts/search.wasm target/parts/articles.cxpk

target/parts/articles.cxpk: target/build/corpus-explorer
	@$< pack -o $@

# For working on the page: one engine that also reads files, compiled quickly.

target/dev/corpus_explorer.js: $(rust) $(wasm_setup)
	@$(call engine,for development,no-modules,dev,$(dev),wasm-dev)

## make open       opens the page in the default browser
open: target/site/index.html
	@{ xdg-open $< || open $< || start $<; } 2>/dev/null || echo "Open $(CURDIR)/$< in a browser."

## make serve      serves the page over http under a sub-path, for a look
serve: target/site/index.html
	@node tools/serve.mjs target/site

## make bench      how long opening, asking and reading take in each browser here; how search compares with other engines
bench: build packages target/setup/browsers benches/node_modules/.package-lock.json
	@. target/setup/browsers; export CHROMIUM FIREFOX; node benches/page.mjs
	@node benches/search.mjs

benches/node_modules/.package-lock.json: benches/package.json benches/package-lock.json $(wasm_setup)
	@$(step) "engines to measure beside" npm ci --prefix benches
	@touch $@

## make test       all set-up and every test, with the time of each step
# The engines come first: they are compiled one after the other, and the rest keeps the other core busy.
test: export TIMES := $(CURDIR)/target/times
test: forget-times
	@$(MAKE) --no-print-directory setup
	@$(MAKE) --no-print-directory build packages lint test-types test-rust test-wasm test-package
	@$(MAKE) --no-print-directory test-page
	@echo
	@echo "Where the time went:"
	@sort -rn target/times
	@echo "All tests passed."

.PHONY: forget-times
forget-times:
	@mkdir -p target && rm -f target/times

lint: target/setup/lint $(wasm_setup)
	@$(step) "cargo fmt --check" cargo fmt --check
	@$(step) "clippy, native" cargo clippy --locked --all-targets --features train -- -D warnings
	@$(wasm) $(step) "clippy, wasm" cargo clippy --locked --target wasm32-unknown-unknown --lib --test wasm $(engine_tests) -- -D warnings
	@$(wasm) $(step) "clippy, search alone" cargo clippy --locked --target wasm32-unknown-unknown --lib $(search) -- -D warnings

# The closing lines of the runners, which are shown also when all is well.
summary := '^(test result|. (tests|pass|fail|skipped) )'
wasm_test := cargo test --locked --target wasm32-unknown-unknown $(engine_tests) --test wasm
node_test := node --test --test-reporter=spec

# After the program with its parts, which is linked in the same place as the one that these tests run.
test-rust: | target/build/corpus-explorer
	@$(step) -k $(summary) "cargo test, native" cargo test --locked

# What `wasm-pack test` would do, but for the one test that is meant for WebAssembly, not for all.
test-wasm: export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER := wasm-bindgen-test-runner
# Debug information is large, and the runner would have to read it all.
test-wasm: export CARGO_PROFILE_DEV_DEBUG := false
test-wasm: $(wasm_setup) target/setup/browsers
	@$(wasm) WASM_BINDGEN_TEST_ONLY_NODE=1 $(step) -k $(summary) "wasm tests in Node" $(wasm_test)
	@. target/setup/browsers; export CHROMEDRIVER; \
		$(wasm) WASM_BINDGEN_USE_BROWSER=1 $(step) -k $(summary) "wasm tests in Chromium" $(wasm_test)

test-types: $(npm) target/engine/page/corpus_explorer.js
	@$(step) "types of the page's modules" tsc -p tools/tsconfig.www.json

test-package: packages
	@$(step) -k $(summary) "npm package in Node" $(node_test) tests/package/*.test.mjs

# Two files at a time: a browser waits more than it works.
test-page: build target/setup/browsers
	@. target/setup/browsers; export CHROMIUM FIREFOX; \
		$(step) -k $(summary) "page tests" $(node_test) --test-concurrency=2 tests/page/*.test.mjs

## make clean      removes all that was built; installed tools stay
clean:
	@rm -rf target

help:
	@sed -n 's/^## //p' Makefile

#!/bin/sh
# Are wasm-pack and the wasm-bindgen of the locked version at hand? Installs what is missing, compiled by cargo.
#
# wasm-bindgen must be of exactly the version in Cargo.lock, or wasm-pack would fetch or compile one of its own.
# Usage: wasm-pack.sh FOLDER; a tool that the PATH does not offer in that version goes to FOLDER/bin, so that what a
# person has installed for other projects stays as it is.
set -eu
. "$(dirname "$0")/say.sh"

folder=$1
wasm_pack=0.15.1
wasm_bindgen=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/[^0-9.]/, ""); print; exit }' Cargo.lock)
[ -n "$wasm_bindgen" ] || fail "Cargo.lock names no wasm-bindgen." "cargo generate-lockfile"

# is TOOL VERSION: true when the PATH offers that tool in that version.
is() { [ "$("$1" --version 2>/dev/null | head -n 1)" = "$1 $2" ]; }

# install CRATE VERSION: with the crate's own lock file, or without it where a registry lags behind that file; what the first try
# prints is shown only if the second fails too. The tools only start programs and rewrite a module: they are compiled quickly.
install() {
  say "cargo install $1 $2, once (a minute or two)"
  log=$(mktemp)
  try() {
    CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
      cargo install --quiet "$@" --root "$folder" >>"$log" 2>&1
  }
  try "$1" --version "$2" --locked || try "$1" --version "$2" || {
    cat "$log" >&2
    fail "$1 $2 could not be installed." "cargo install $1 --version $2"
  }
  rm -f "$log"
}

have cargo || fail "There is no cargo; Rust is installed by rustup." "see https://rustup.rs"
is wasm-pack "$wasm_pack" || install wasm-pack "$wasm_pack"
is wasm-bindgen "$wasm_bindgen" || install wasm-bindgen-cli "$wasm_bindgen"
is wasm-bindgen "$wasm_bindgen" || fail "Another wasm-bindgen than $wasm_bindgen comes first on the PATH." "cargo install wasm-bindgen-cli --version $wasm_bindgen"

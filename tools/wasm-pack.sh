#!/bin/sh
# Are wasm-pack and the locked version of wasm-bindgen installed? Installs what is missing with cargo.
#
# wasm-bindgen must have exactly the version in Cargo.lock; otherwise wasm-pack would download or compile another.
# Usage: wasm-pack.sh FOLDER; a tool that is not on the PATH in that version is installed in FOLDER/bin, so that tools
# installed for other projects stay unchanged.
set -eu
. "$(dirname "$0")/say.sh"

folder=$1
wasm_pack=0.15.1
wasm_bindgen=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/[^0-9.]/, ""); print; exit }' Cargo.lock)
[ -n "$wasm_bindgen" ] || fail "Expected wasm-bindgen in Cargo.lock, found none." "cargo generate-lockfile"

# is TOOL VERSION: true if the PATH has that tool in that version.
is() { [ "$("$1" --version 2>/dev/null | head -n 1)" = "$1 $2" ]; }

# install CRATE VERSION [OPTION…]: with the crate's lock file, or without it if the registry lags behind that file; the output
# of the first try is only shown if the second fails too. The tools only start programs and rewrite a module, so they are
# compiled without optimisation.
install() {
  say "Running cargo install $1 $2, once (a minute or two)"
  log=$(mktemp)
  try() {
    CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=256 \
      cargo install --quiet --version "$version" --root "$folder" "$@" >>"$log" 2>&1
  }
  crate=$1
  version=$2
  shift 2
  try "$crate" --locked "$@" || try "$crate" "$@" || {
    cat "$log" >&2
    fail "$crate $version could not be installed." "cargo install $crate --version $version"
  }
  rm -f "$log"
}
have cargo || fail "The build needs cargo, and none was found; install Rust with rustup." "see https://rustup.rs"
is wasm-pack "$wasm_pack" || install wasm-pack "$wasm_pack"
is wasm-bindgen "$wasm_bindgen" || install wasm-bindgen-cli "$wasm_bindgen" --no-default-features # without TLS
is wasm-bindgen "$wasm_bindgen" || fail "Expected wasm-bindgen $wasm_bindgen first on the PATH, found another version." "cargo install wasm-bindgen-cli --version $wasm_bindgen"

#!/bin/sh
# Which Rust toolchain can compile for wasm32-unknown-unknown? Prints its rustup name, and makes one if there is none.
#
# The usual way is `rustup target add`. If rustup's servers cannot be reached, Debian's packages provide a compiler with
# the wasm backend and the sources of the standard library: std is built once, stored beside that compiler, and linked
# into rustup as `debian`, only for wasm; native builds use the default toolchain.
set -eu
. "$(dirname "$0")/say.sh"

target=wasm32-unknown-unknown
linked=debian

# ready RUSTC: true if that compiler has a standard library for the target.
ready() {
  dir=$("$1" --print target-libdir --target "$target" 2>/dev/null) || return 1
  ls "$dir"/libstd-*.rlib >/dev/null 2>&1
}

# toolchain_ready NAME: the same for a toolchain of rustup.
toolchain_ready() {
  compiler=$(RUSTUP_TOOLCHAIN=$1 rustup which rustc 2>/dev/null) && ready "$compiler"
}

by_hand() {
  fail "$1" \
    "rustup target add $target" \
    "or, as root on Debian, tools/wasm-target.sh again, once 'apt-get install rustc-web cargo-web rust-web-src rust-web-clippy lld' works"
}

have rustup || fail "The build needs rustup, and none was found." "see https://rustup.rs"

default=$(rustup show active-toolchain 2>/dev/null | cut -d' ' -f1)
[ -n "$default" ] || fail "rustup has no default toolchain." "rustup default stable"

if toolchain_ready "$default"; then
  echo "$default"
  exit 0
fi
if toolchain_ready "$linked"; then
  echo "$linked"
  exit 0
fi

say "Running rustup target add $target, because the engine of the page is compiled to WebAssembly"
if rustup target add "$target" >&2 && toolchain_ready "$default"; then
  echo "$default"
  exit 0
fi

say "rustup could not download $target. Using Debian's compiler and building its standard library"
apt_allowed || by_hand "No toolchain for $target was found, and this script can only make one as root on Debian."

rustc=/usr/bin/rustc
if ! [ -x "$rustc" ] || ! [ -x /usr/bin/cargo-clippy ] || ! [ -d "$("$rustc" --print sysroot)/lib/rustlib/src/rust/library" ]; then
  apt_install rustc-web cargo-web rust-web-src rust-web-clippy || by_hand "Debian's Rust packages could not be installed."
fi
sysroot=$("$rustc" --print sysroot)
host=$("$rustc" -vV | sed -n 's/^host: //p')
llvm=$("$rustc" -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p')

# The linker must read the output of this LLVM, so it has the same version.
if ! [ -x "/usr/bin/lld-$llvm" ]; then
  apt_install "lld-$llvm" || by_hand "lld-$llvm, the linker of this compiler, could not be installed."
fi
linker=$sysroot/lib/rustlib/$host/bin/rust-lld
if ! [ -x "$linker" ]; then
  mkdir -p "$(dirname "$linker")"
  ln -sf "/usr/bin/lld-$llvm" "$linker"
fi

if ! ready "$rustc"; then
  say "Building the standard library for $target, once (1 to 3 minutes)"
  crate=$(mktemp -d)
  trap 'rm -rf "$crate"' EXIT
  mkdir "$crate/src"
  printf '#![no_std]\n' >"$crate/src/lib.rs"
  printf '[package]\nname = "empty"\nversion = "0.0.0"\nedition = "2021"\n[workspace]\n' >"$crate/Cargo.toml"
  # A library without bitcode cannot be used in builds with link-time optimisation.
  (cd "$crate" && env -u RUSTUP_TOOLCHAIN -u CARGO_TARGET_DIR RUSTFLAGS="-C embed-bitcode=yes" RUSTC="$rustc" RUSTC_BOOTSTRAP=1 \
    /usr/bin/cargo build --quiet --release -Zbuild-std=std,panic_abort,panic_unwind,proc_macro,test --target "$target" >&2) ||
    by_hand "The standard library did not build."
  libdir=$sysroot/lib/rustlib/$target/lib
  mkdir -p "$libdir"
  rm -f "$crate/target/$target/release/deps/"libempty-*
  # std is copied last: its presence means that the library is complete.
  for rlib in "$crate/target/$target/release/deps/"*.rlib; do
    case $rlib in */libstd-*) ;; *) cp "$rlib" "$libdir/" ;; esac
  done
  cp "$crate/target/$target/release/deps/"libstd-*.rlib "$libdir/"
fi

rustup toolchain link "$linked" /usr >&2
toolchain_ready "$linked" || by_hand "The toolchain '$linked' was made, but it cannot compile for $target."
echo "$linked"

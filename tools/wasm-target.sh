#!/bin/sh
# Which Rust toolchain can compile for wasm32-unknown-unknown? Prints its rustup name, making one where there is none.
#
# The ordinary way is `rustup target add`. Where rustup's servers cannot be reached, Debian's packages hold a compiler with
# the wasm backend and the sources of the standard library: std is built once, put beside that compiler, and the
# whole is linked into rustup as `debian`, for wasm alone; native builds stay on the default toolchain.
set -eu
. "$(dirname "$0")/say.sh"

target=wasm32-unknown-unknown
linked=debian

# ready RUSTC: true when that compiler has a standard library for the target.
ready() {
  dir=$("$1" --print target-libdir --target "$target" 2>/dev/null) || return 1
  ls "$dir"/libstd-*.rlib >/dev/null 2>&1
}

# toolchain_ready NAME: the same for a toolchain of rustup's.
toolchain_ready() {
  compiler=$(RUSTUP_TOOLCHAIN=$1 rustup which rustc 2>/dev/null) && ready "$compiler"
}

by_hand() {
  fail "$1" \
    "rustup target add $target" \
    "or, on Debian, as root: tools/wasm-target.sh once 'apt-get install rustc-web cargo-web rust-web-src rust-web-clippy lld' works"
}

have rustup || fail "Rust is installed by rustup, and there is none." "see https://rustup.rs"

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

say "rustup target add $target: the engine of the page is compiled to WebAssembly"
if rustup target add "$target" >&2 && toolchain_ready "$default"; then
  echo "$default"
  exit 0
fi

say "rustup could not download $target; taking Debian's compiler and building its standard library"
apt_allowed || by_hand "There is no toolchain for $target, and only root on Debian can make one here."

rustc=/usr/bin/rustc
if ! [ -x "$rustc" ] || ! [ -x /usr/bin/cargo-clippy ] || ! [ -d "$("$rustc" --print sysroot)/lib/rustlib/src/rust/library" ]; then
  apt_install rustc-web cargo-web rust-web-src rust-web-clippy || by_hand "Debian's Rust packages could not be installed."
fi
sysroot=$("$rustc" --print sysroot)
host=$("$rustc" -vV | sed -n 's/^host: //p')
llvm=$("$rustc" -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p')

# The linker must read what this LLVM writes, so it is of the same version.
if ! [ -x "/usr/bin/lld-$llvm" ]; then
  apt_install "lld-$llvm" || by_hand "lld-$llvm, the linker of this compiler, could not be installed."
fi
linker=$sysroot/lib/rustlib/$host/bin/rust-lld
if ! [ -x "$linker" ]; then
  mkdir -p "$(dirname "$linker")"
  ln -sf "/usr/bin/lld-$llvm" "$linker"
fi

if ! ready "$rustc"; then
  say "building the standard library for $target, once (1 to 3 minutes)"
  crate=$(mktemp -d)
  trap 'rm -rf "$crate"' EXIT
  mkdir "$crate/src"
  printf '#![no_std]\n' >"$crate/src/lib.rs"
  printf '[package]\nname = "empty"\nversion = "0.0.0"\nedition = "2021"\n[workspace]\n' >"$crate/Cargo.toml"
  # Without bitcode in the library no build with link-time optimisation could use it.
  (cd "$crate" && env -u RUSTUP_TOOLCHAIN -u CARGO_TARGET_DIR RUSTFLAGS="-C embed-bitcode=yes" RUSTC="$rustc" RUSTC_BOOTSTRAP=1 \
    /usr/bin/cargo build --quiet --release -Zbuild-std=std,panic_abort,panic_unwind,proc_macro,test --target "$target" >&2) ||
    by_hand "The standard library did not build."
  libdir=$sysroot/lib/rustlib/$target/lib
  mkdir -p "$libdir"
  rm -f "$crate/target/$target/release/deps/"libempty-*
  # std last: its presence says that all is there.
  for rlib in "$crate/target/$target/release/deps/"*.rlib; do
    case $rlib in */libstd-*) ;; *) cp "$rlib" "$libdir/" ;; esac
  done
  cp "$crate/target/$target/release/deps/"libstd-*.rlib "$libdir/"
fi

rustup toolchain link "$linked" /usr >&2
toolchain_ready "$linked" || by_hand "The toolchain '$linked' was made but cannot compile for $target."
echo "$linked"

# How the set-up scripts speak, and the few questions that they all ask. Sourced, never run.
# Messages go to stderr: what a script prints on stdout is its answer.

say() { printf '  %s\n' "$*" >&2; }

# fail WHAT_IS_MISSING COMMAND…: ends the script, naming the way by hand.
fail() {
  printf '\n  %s\n  By hand:\n' "$1" >&2
  shift
  for line in "$@"; do printf '    %s\n' "$line" >&2; done
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# True where packages can be installed unasked: Debian itself, as root.
apt_allowed() {
  have apt-get && [ "$(id -u)" = 0 ] && grep -q '^ID=debian$' /etc/os-release 2>/dev/null
}

# apt_install PACKAGE…: quiet unless it fails.
apt_install() {
  say "apt-get install $*"
  log=$(mktemp)
  if apt-get update >"$log" 2>&1 &&
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >>"$log" 2>&1; then
    rm -f "$log"
  else
    tail -n 20 "$log" >&2
    rm -f "$log"
    return 1
  fi
}

# How do the set-up scripts print messages? Shared functions, to be sourced, not run.
# Messages go to stderr, because a script's stdout is its result.

say() { printf '  %s\n' "$*" >&2; }

# fail PROBLEM COMMAND…: ends the script, and prints the commands that solve the problem by hand.
fail() {
  printf '\n  %s\n  To solve this by hand:\n' "$1" >&2
  shift
  for line in "$@"; do printf '    %s\n' "$line" >&2; done
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# True if packages can be installed without asking: on Debian itself, as root.
apt_allowed() {
  have apt-get && [ "$(id -u)" = 0 ] && grep -q '^ID=debian$' /etc/os-release 2>/dev/null
}

# apt_install PACKAGE…: prints output only if it fails.
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

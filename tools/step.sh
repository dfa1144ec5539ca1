#!/bin/sh
# Runs one step of the build: prints its name and duration, and its output only if it fails.
#
# Usage: step.sh [-k PATTERN] NAME COMMAND…    -k: an extended regex; lines of output that match are always shown.
# With V=1, all output is shown as it is printed. Durations are appended to the file $TIMES, if that is set.
set -u

keep=
if [ "$1" = -k ]; then
  keep=$2
  shift 2
fi
name=$1
shift
start=$(date +%s%N)

# report MARK: prints one line with the name and the seconds since the start.
report() {
  tenths=$((($(date +%s%N) - start) / 100000000))
  printf '%s %-44s %4d.%d s\n' "$1" "$name" $((tenths / 10)) $((tenths % 10))
  [ -z "${TIMES:-}" ] || printf '%6d.%d s  %s\n' $((tenths / 10)) $((tenths % 10)) "$name" >>"$TIMES"
}

if [ -n "${V:-}" ]; then
  "$@"
  code=$?
  [ $code = 0 ] && report ✓ || report ✗
  exit $code
fi

[ -t 1 ] && printf '… %s\r' "$name"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if "$@" >"$log" 2>&1; then
  report ✓
  [ -z "$keep" ] || grep -E "$keep" "$log" | sed 's/^ */    /'
else
  code=$?
  cat "$log"
  report ✗
  exit $code
fi

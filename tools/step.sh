#!/bin/sh
# Runs one step of the build: says its name, how long it took, and all that it printed only if it failed.
#
# Usage: step.sh [-k PATTERN] NAME COMMAND…    -k: the lines of the output to show also when all is well (extended regex).
# With V=1 everything is shown as it comes. Times are appended to the file $TIMES, if it is set.
set -u

keep=
if [ "$1" = -k ]; then
  keep=$2
  shift 2
fi
name=$1
shift
start=$(date +%s%N)

# report MARK: one line with the name and the seconds since the start.
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

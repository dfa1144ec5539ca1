#!/bin/sh
# Which browsers can the tests use? Prints CHROMIUM=…, CHROMEDRIVER=… and, where there is one, FIREFOX=….
#
# They are looked for on the PATH; on Debian, as root, what is missing is installed. The tests need Chromium and its
# driver; without Firefox its tests are skipped, and the set-up says so.
set -eu
. "$(dirname "$0")/say.sh"

# first NAME…: the path of the first of these programs.
first() {
  for name in "$@"; do
    if have "$name"; then
      command -v "$name"
      return
    fi
  done
}
find_chromium() { first chromium chromium-browser google-chrome google-chrome-stable chrome; }
find_chromedriver() { first chromedriver chromium.chromedriver; }
find_firefox() { first firefox-esr firefox; }

missing=
[ -n "$(find_chromium)" ] || missing="$missing chromium"
[ -n "$(find_chromedriver)" ] || missing="$missing chromium-driver"
[ -n "$(find_firefox)" ] || missing="$missing firefox-esr"
if [ -n "$missing" ] && apt_allowed; then
  say "the tests open the page in browsers"
  # shellcheck disable=SC2086 — a list of packages
  apt_install $missing || say "not every browser could be installed"
fi

by_hand="on Debian: apt-get install chromium chromium-driver firefox-esr; elsewhere Chrome with its chromedriver, on the PATH"
[ -n "$(find_chromium)" ] || fail "There is no Chromium for the tests." "$by_hand"
[ -n "$(find_chromedriver)" ] || fail "There is no chromedriver for the tests." "$by_hand"
[ -n "$(find_firefox)" ] || say "There is no Firefox: its tests will be skipped. By hand: apt-get install firefox-esr"

echo "CHROMIUM=$(find_chromium)"
echo "CHROMEDRIVER=$(find_chromedriver)"
echo "FIREFOX=$(find_firefox)"

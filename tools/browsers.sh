#!/bin/sh
# Which browsers can the tests use? Prints CHROMIUM=…, CHROMEDRIVER=… and FIREFOX=…, which is empty if there is none.
#
# They are searched for on the PATH; as root on Debian, missing ones are installed. The tests need Chromium and its
# driver; without Firefox, its tests are skipped, and the set-up reports that.
set -eu
. "$(dirname "$0")/say.sh"

# first NAME…: prints the path of the first of these programs that exists.
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
  say "Installing browsers for the tests of the page"
  # shellcheck disable=SC2086 — a list of packages
  apt_install $missing || say "Some browsers could not be installed."
fi

by_hand="on Debian: apt-get install chromium chromium-driver firefox-esr; elsewhere: install Chrome and its chromedriver, and put both on the PATH"
[ -n "$(find_chromium)" ] || fail "The tests need Chromium, and none was found." "$by_hand"
[ -n "$(find_chromedriver)" ] || fail "The tests need chromedriver, and none was found." "$by_hand"
[ -n "$(find_firefox)" ] || say "No Firefox was found: its tests will be skipped. To install it: apt-get install firefox-esr"

echo "CHROMIUM=$(find_chromium)"
echo "CHROMEDRIVER=$(find_chromedriver)"
echo "FIREFOX=$(find_firefox)"

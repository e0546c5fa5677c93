#!/bin/sh
# The browser tests open real pages in Chromium. Install it where apt-get may; else say what is missing.
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium && exit 0
elif command -v apt-get >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
  sudo apt-get update -qq && sudo apt-get install -y -qq --no-install-recommends chromium && exit 0
fi
echo "Chromium is missing and could not be installed here: install it (on Debian: apt-get install chromium), then run make test again." >&2
exit 3

#!/bin/sh
# Takes the picture of the verdict page that README.md shows. Needs Chromium.
#
#   ./sabring verify --quick && spec/doc/picture.sh
#
# CHROMIUM  the program, if it is not chromium on the path
set -eu
here=$(CDPATH='' cd -P -- "$(dirname "$0")" && pwd)
page=$(CDPATH= cd -P -- "$here/../.." && pwd)/target/verdict/index.html
[ -f "$page" ] || { echo "no $page; run ./sabring verify first" >&2; exit 2; }
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
"${CHROMIUM:-chromium}" --headless --no-sandbox --disable-gpu --hide-scrollbars --no-first-run \
  --user-data-dir="$profile" --window-size=1080,985 --screenshot="$here/verdict.png" \
  "file://$page" 2>/dev/null
echo "$here/verdict.png"

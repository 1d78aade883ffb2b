#!/bin/sh
# Checks rendered pages with HTML Tidy (apt: tidy). Usage: check_page.sh PAGE...
# Muted: attributes newer than Tidy, and letters beyond ASCII in fragments, which the URL standard
# allows. Exit status: 0 no error and no warning, 1 otherwise, 2 tidy is missing.
command -v tidy >/dev/null || exit 2
status=0
for page in "$@"; do
  found=$(tidy -quiet -errors --drop-empty-elements no \
    --mute PROPRIETARY_ATTRIBUTE,ESCAPED_ILLEGAL_URI "$page" 2>&1)
  [ -z "$found" ] || { echo "$page: $found"; status=1; }
done
exit $status

#!/usr/bin/env bash
# CPython 3.11.7 and 3.12.1, `re`. A possessive count on a group, `(?:…){m,n}+`, is described as the atomic group `(?>(?:…){m,n})`, and
# isn't the same: each turn of the group is atomic too. `(?:a|ab){2}+` finds nothing in `aba`, since the first turn takes
# `a` and may not try `ab`; the atomic group around the count finds all of it, and so do the possessive count of PCRE2
# (pcre2 0.7.1) and of regex 2025.11.3.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet pcre2==0.7.1 regex==2025.11.3
"$work/venv/bin/python" - <<'PYTHON'
import re
import sys

import pcre2
import regex

if sys.version_info < (3, 11):
    sys.exit("possessive counts need Python 3.11")

def found(match):
    return match.group() if match else None

possessive, atomic, text = "(?:a|ab){2}+", "(?>(?:a|ab){2})", "aba"
seen = {
    "re, possessive": found(re.search(possessive, text)),
    "re, atomic": found(re.search(atomic, text)),
    "regex, possessive": found(regex.search(possessive, text)),
    "PCRE2, possessive": found(pcre2.compile(possessive).search(text)),
}
for name, text in seen.items():
    print(f"Python {sys.version.split()[0]}: {name}: {text}")
if list(seen.values()) != [None, "aba", "aba", "aba"]:
    sys.exit("this has changed")
PYTHON

#!/usr/bin/env bash
# CPython 3.11.7 and 3.12.1, `re`. A set with a capital letter outside the basic plane and another character does not match that very letter
# when case is ignored: `(?i)[𐐀x]` (U+10400, a Deseret capital) finds neither 𐐀 nor its small form, while `(?i)𐐀`, `(?i)[𐐀]`, `[𐐀x]` without the
# flag and `(?i)[𐐨x]` with the small letter find it. regex 2025.11.3 finds it in all of them.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet regex==2025.11.3
"$work/venv/bin/python" - <<'PYTHON'
import re
import sys

import regex

capital, small = "\U00010400", "\U00010428"
patterns = {
    f"(?i)[{capital}x]": False,
    f"(?i){capital}": True,
    f"(?i)[{capital}]": True,
    f"[{capital}x]": True,
    f"(?i)[{small}x]": True,
}
for pattern, expected in patterns.items():
    own, other = bool(re.search(pattern, capital)), bool(regex.search(pattern, capital))
    print(f"Python {sys.version.split()[0]}: {pattern!a} finds U+10400: re {own}, regex {other}")
    if own != expected or not other:
        sys.exit("this has changed")
PYTHON

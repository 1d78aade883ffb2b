#!/usr/bin/env bash
# IPython 9.6.0. `display` in a plain Python program prints its values on one line as `print` does, rich ones by their repr, and gives None
# even where `display_id` asks for a handle: a program that keeps the handle to update it fails there and runs in Jupyter.
# `update_display` prints as well, also for an identity that nothing was shown under.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet ipython==9.6.0
"$work/venv/bin/python" - <<'PYTHON'
import contextlib
import io
import sys

import IPython
from IPython.display import HTML, display, update_display

out = io.StringIO()
with contextlib.redirect_stdout(out):
    handle = display(1, "a", HTML("<b>x</b>"), display_id="one")
    update_display("new", display_id="nothing was shown here")
seen = out.getvalue()
print(f"IPython {IPython.__version__}: printed {seen!r}, gave {handle}")
if seen != "1 a <IPython.core.display.HTML object>\nnew\n" or handle is not None:
    sys.exit("this has changed")
PYTHON

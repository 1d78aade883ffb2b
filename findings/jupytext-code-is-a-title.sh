#!/usr/bin/env bash
# Jupytext 1.19.6, percent format. `# %% [markdown]` and `# %% [raw]` say what kind of cell follows; `# %% [code]` does
# not: it makes a code cell whose title is the text "[code]", which a notebook then keeps as metadata.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet jupytext==1.19.6
"$work/venv/bin/python" - <<'PYTHON'
import sys

import jupytext

expected = {
    "# %%": ("code", {}),
    "# %% [markdown]": ("markdown", {}),
    "# %% [raw]": ("raw", {}),
    "# %% [code]": ("code", {"title": "[code]"}),
    "# %% Data [code]": ("code", {"title": "Data [code]"}),
}
for marker, wanted in expected.items():
    cell = jupytext.reads(marker + "\n# x = 1\n", fmt="py:percent").cells[0]
    seen = (cell.cell_type, dict(cell.metadata))
    print(f"jupytext {jupytext.__version__}: {marker!r} begins {seen}")
    if seen != wanted:
        sys.exit(f"expected {wanted}")
PYTHON

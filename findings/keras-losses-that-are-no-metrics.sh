#!/usr/bin/env bash
# Keras 3.15.1. Names of losses are not always names of metrics: `loss="huber"` and `loss="log_cosh"` compile, and
# `metrics=["huber"]` raises a ValueError when training begins, while `hinge`, `kl_divergence` and `mean_squared_error`
# are both. Passing the function (`keras.losses.huber`) is accepted.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet keras==3.15.1 numpy==2.2.6 scipy==1.15.3 jax==0.6.2
KERAS_BACKEND=numpy "$work/venv/bin/python" - <<'PYTHON'
import sys

import keras

both = ["hinge", "kl_divergence", "mean_squared_error"]
only_losses = ["huber", "log_cosh"]
for name in both + only_losses:
    keras.losses.get(name)
    try:
        keras.metrics.get(name)
        seen = "a metric too"
    except ValueError as error:
        seen = f"no metric: {error}"
    print(f"keras {keras.__version__}: {name} is a loss, and {seen}")
    if seen.startswith("no metric") != (name in only_losses):
        sys.exit(f"{name} has changed")
    keras.metrics.get(getattr(keras.losses, name))
PYTHON

#!/usr/bin/env bash
# Keras 3.15.1 on TensorFlow 2.21.0 and on JAX 0.6.2. The gradient of an `Embedding` is on TensorFlow a list of rows, one for each word of the batch,
# and optimizers square each row before rows of the same word are added: Adam, RMSprop, Adagrad, Adadelta, Nadam and Ftrl keep the sum of the squares, where JAX and
# PyTorch keep the square of the sum. A word that stands four times in a batch takes a first step with Adam that is twice that on JAX (√n for n
# times). Clipping sees the rows, too: `clipnorm=1` lets a step of 2 pass, `clipvalue=1.5` one of 4. Adamax, Lion and SGD without clipping agree.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet keras==3.15.1 tensorflow-cpu==2.21.0 jax==0.6.2
cat > "$work/step.py" <<'PYTHON'
import json

import keras
import numpy as np

OPTIMIZERS = {
    "Adam": {}, "RMSprop": {}, "Adagrad": {}, "Adadelta": {}, "Nadam": {}, "Ftrl": {}, "Adamax": {}, "Lion": {}, "SGD": {},
    "SGD clipnorm": {"clipnorm": 1.0}, "SGD clipvalue": {"clipvalue": 1.5},
}
steps = {}
for name, options in OPTIMIZERS.items():
    inputs = keras.Input((4,), dtype="int32")
    model = keras.Model(inputs, keras.layers.Flatten()(keras.layers.Embedding(2, 1)(inputs)))
    model.set_weights([np.zeros((2, 1))])
    optimizer = getattr(keras.optimizers, name.split()[0])(1.0, **options)
    # The gradient of each of the four occurrences is 1.
    model.compile(optimizer, lambda true, predicted: keras.ops.sum(predicted, axis=-1))
    model.fit(np.array([[1, 1, 1, 1]]), np.zeros((1, 4)), verbose=0)
    steps[name] = -float(model.get_weights()[0][1, 0])
print(json.dumps(steps))
PYTHON
for backend in tensorflow jax; do
  KERAS_BACKEND=$backend TF_CPP_MIN_LOG_LEVEL=3 CUDA_VISIBLE_DEVICES= "$work/venv/bin/python" "$work/step.py" 2> /dev/null | tail -1 > "$work/$backend.json"
done
"$work/venv/bin/python" - "$work/tensorflow.json" "$work/jax.json" <<'PYTHON'
import json
import sys

rows, sums = (json.load(open(path)) for path in sys.argv[1:])
same = {"Adamax", "Lion", "SGD"}
for name in rows:
    print(f"{name}: a step of {rows[name]:.4f} on TensorFlow, {sums[name]:.4f} on JAX")
    if (abs(rows[name] - sums[name]) < 1e-3) != (name in same):
        sys.exit(f"{name} has changed")
if not (1.99 < rows["Adam"] < 2.01 and 0.99 < sums["Adam"] < 1.01 and rows["SGD clipvalue"] == 4 and sums["SGD clipvalue"] == 1.5):
    sys.exit("the steps have changed")
PYTHON

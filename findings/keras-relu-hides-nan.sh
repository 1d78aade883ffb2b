#!/usr/bin/env bash
# Keras 3.15.1 on TensorFlow 2.21.0 and on PyTorch 2.9.1, x86-64. In a compiled graph oneDNN, which TensorFlow uses by default there, joins a dense layer with
# its relu or relu6, and that joint step gives 0 for NaN. So `predict` gives finite numbers where calling the same model gives NaN, and `fit` goes on with a
# finite loss though the first layer's kernel is NaN after the first step: neither `TerminateOnNaN` nor a look at the history tells. With
# TF_ENABLE_ONEDNN_OPTS=0, with `run_eagerly=True`, with `jit_compile=True`, on PyTorch, and with other activations (leaky_relu, elu, tanh) all is NaN, as one would think.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet keras==3.15.1 tensorflow-cpu==2.21.0
"$work/venv/bin/pip" install --quiet torch==2.9.1
cat > "$work/nan.py" <<'PYTHON'
import json
import math

import keras
import numpy as np

x = np.full((2, 4), np.nan, dtype="float32")


def model(activation):
    return keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation=activation, kernel_initializer="ones"),
                             keras.layers.Dense(1, kernel_initializer="ones")])


def predicted(activation, **how):
    made = model(activation)
    made.compile("sgd", "mse", **how)
    return bool(np.isnan(made.predict(x, verbose=0)).all())


trained = model("relu")
trained.compile("sgd", "mse")
losses = trained.fit(x, np.ones((2, 1)), epochs=2, verbose=0).history["loss"]
print(json.dumps({
    "relu": predicted("relu"), "relu6": predicted("relu6"), "tanh": predicted("tanh"), "eager": predicted("relu", run_eagerly=True),
    "called": bool(np.isnan(keras.ops.convert_to_numpy(model("relu")(x))).all()),
    "losses": [math.isnan(loss) for loss in losses], "kernel": bool(np.isnan(trained.get_weights()[0]).all()),
}))
PYTHON
run() { env TF_CPP_MIN_LOG_LEVEL=3 CUDA_VISIBLE_DEVICES= "$@" "$work/venv/bin/python" "$work/nan.py" 2> /dev/null | tail -1; }
run KERAS_BACKEND=tensorflow TF_ENABLE_ONEDNN_OPTS=1 > "$work/joint.json"
run KERAS_BACKEND=tensorflow TF_ENABLE_ONEDNN_OPTS=0 > "$work/plain.json"
run KERAS_BACKEND=torch > "$work/torch.json"
"$work/venv/bin/python" - "$work/joint.json" "$work/plain.json" "$work/torch.json" <<'PYTHON'
import json
import sys

joint, plain, torch = (json.load(open(path)) for path in sys.argv[1:])
for name, seen in (("oneDNN", joint), ("TensorFlow without oneDNN", plain), ("PyTorch", torch)):
    print(f"{name}: what is NaN: {seen}")
everything = {"relu": True, "relu6": True, "tanh": True, "eager": True, "called": True, "losses": [True, True], "kernel": True}
hidden = everything | {"relu": False, "relu6": False, "losses": [False, False]}
if plain != everything or torch != everything or joint != hidden:
    sys.exit("what is NaN has changed")
PYTHON

"""What Keras makes of cross-entropies behind every kind of last activation.

Usage: keras_crossentropies.py OUTPUT.json

Each case is one loss, one end of a model, `from_logits` and one form of labels: what `evaluate` says,
the gradient of the outputs' sums in the first step, and the weights after two steps of
gradient descent. Cases that Keras refuses say so.
"""
import json
import os
import pathlib
import sys
import warnings

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras  # noqa: E402
import numpy as np  # noqa: E402
import tensorflow as tf  # noqa: E402
from keras import layers  # noqa: E402

from formula import numbers, rounded  # noqa: E402

warnings.simplefilter("ignore")
tf.get_logger().setLevel("ERROR")

ACTIVATIONS = ["softmax", "sigmoid", "linear", "relu", "elu", "softplus", "tanh"]
LOSSES = {
    "BinaryCrossentropy": {}, "CategoricalCrossentropy": {},
    "SparseCategoricalCrossentropy": {}, "KLDivergence": None, "MeanSquaredError": None,
}
RATE = 0.5


def figures(array):
    """Numbers as JSON has them; null for those that are not finite."""
    return [number if np.isfinite(number) else None for number in rounded(array)]


def labels(form, rows, units):
    classes = np.arange(rows) % max(units, 2)
    if form == "one-hot":
        return np.eye(units, dtype="float32")[classes % units]
    if form == "column":
        return classes.reshape(-1, 1)
    return classes.astype(form)


def ends(activation, units, way):
    dense = dict(kernel_initializer="zeros", bias_initializer="zeros")
    if way == "argument":
        return [layers.Dense(units, activation=activation, **dense)]
    first = [layers.Dense(units, **dense), layers.Activation(activation)]
    tail = {"layer": [], "dropout": [layers.Dropout(0.0)],
            "linear": [layers.Activation("linear")], "reshape": [layers.Reshape((units,))],
            "noise": [layers.GaussianNoise(0.5)]}
    return first + tail[way]


def case(loss, activation, units, form, from_logits, way):
    keras.backend.clear_session()
    rows = 4
    x = numbers((rows, 3), 1, 4)
    y = labels(form, rows, units)
    model = keras.Sequential([keras.Input((3,))] + ends(activation, units, way))
    model.set_weights([numbers((3, units), 2, 3), numbers((units,), 3, 1)])
    arguments = {} if LOSSES[loss] is None else {"from_logits": from_logits}
    model.compile(keras.optimizers.SGD(RATE), getattr(keras.losses, loss)(**arguments))
    found = {"loss": loss, "activation": activation, "units": units, "labels": form,
             "fromLogits": from_logits, "way": way}
    try:
        found["evaluated"] = figures([model.evaluate(x, y, verbose=0)])[0]
        if way == "noise":
            return found
        before = model.get_weights()
        found["losses"] = [figures([model.train_on_batch(x, y)])[0]]
        found["gradient"] = figures((before[1] - model.get_weights()[1]) / np.float32(RATE))
        found["losses"].append(figures([model.train_on_batch(x, y)])[0])
        found["weights"] = figures(np.concatenate([w.ravel() for w in model.get_weights()]))
    except Exception as error:
        found["error"] = type(error).__name__
    return found


cases = []
for loss, logits in LOSSES.items():
    for activation in ACTIVATIONS:
        for from_logits in [False] if logits is None else [False, True]:
            for units, form in [(3, "one-hot"), (3, "int64"), (3, "column"), (3, "uint8"),
                                (3, "float32"), (1, "int64"), (1, "column")]:
                cases.append(case(loss, activation, units, form, from_logits, "argument"))
    if logits is None:
        continue
    form = "int64" if loss.startswith("Sparse") else "one-hot"
    for activation in ["softmax", "sigmoid"]:
        for way in ["layer", "dropout", "linear", "reshape", "noise"]:
            cases.append(case(loss, activation, 3, form, False, way))
text = ",\n".join(json.dumps(found) for found in cases)
pathlib.Path(sys.argv[1]).write_text(
    f'{{"keras": "{keras.__version__}", "cases": [\n{text}\n]}}\n')
print(keras.__version__, tf.__version__, len(cases), "cases", file=sys.stderr)

"""Golden values of further layers for Tests/NetworksTests, computed by Keras on TensorFlow.

Needs: pip install keras tensorflow. Usage, from anywhere: networks_keras_layers.py
Writes Tests/NetworksTests/Fixtures/layers_more.json.
"""
import json, os

os.environ["KERAS_BACKEND"] = "tensorflow"
import keras
import tensorflow as tf

from formula import numbers, rounded, weight

FIXTURES = os.path.join(os.path.dirname(__file__), "..", "NetworksTests", "Fixtures")


def case(name, shape, **arguments):
    layer = getattr(keras.layers, name)(**arguments)
    x = tf.constant(numbers(shape, 1, 2))
    layer.build(x.shape)
    weights = layer.trainable_weights
    for index, w in enumerate(weights):
        w.assign(weight(w.name, w.shape, index + 2))
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        y = layer(x, training=False)
        total = tf.reduce_sum(y * numbers(y.shape, 99))
    return {
        "layer": name, "arguments": arguments, "input": list(shape), "training": False,
        "outputShape": list(y.shape), "output": rounded(y),
        "inputGradient": rounded(tape.gradient(total, x)),
        "weightGradients": [rounded(tape.gradient(total, w.value)) for w in weights],
        "state": [],
    }


def moving():
    image, odd = (2, 6, 7, 3), (3, 5, 5, 2)
    return [
        case("Cropping2D", image, cropping=1),
        case("Cropping2D", image, cropping=[2, 1]),
        case("Cropping2D", odd, cropping=[[1, 0], [0, 3]]),
        case("ZeroPadding2D", odd, padding=[[1, 0], [0, 3]]),
        case("RepeatVector", (3, 5), n=4),
    ]


def random():
    """Out of training, where they give what they get."""
    flat, image = (4, 7), (2, 3, 4, 5)
    return [
        case("GaussianNoise", flat, stddev=0.5), case("GaussianDropout", flat, rate=0.5),
        case("AlphaDropout", flat, rate=0.5), case("SpatialDropout2D", image, rate=0.5),
    ]


def rows():
    long = (2, 9, 3)
    return [
        case("Conv1D", long, filters=4, kernel_size=3),
        case("Conv1D", long, filters=5, kernel_size=4, strides=2, padding="same",
             activation="relu", use_bias=False),
        case("Conv1D", long, filters=2, kernel_size=3, dilation_rate=2, activation="tanh"),
        case("Conv1D", long, filters=3, kernel_size=3, padding="causal", dilation_rate=2),
        case("Conv1D", long, filters=2, kernel_size=4, padding="causal", strides=3, use_bias=False),
        case("MaxPooling1D", long), case("MaxPooling1D", long, pool_size=3, strides=1),
        case("AveragePooling1D", long, pool_size=2),
        case("AveragePooling1D", long, pool_size=4, strides=3, padding="same"),
        case("GlobalMaxPooling1D", long), case("GlobalAveragePooling1D", long),
    ]


def learned():
    image, steps = (2, 4, 3, 5), (3, 4, 5)
    return [
        case("LayerNormalization", (3, 7)), case("LayerNormalization", image, epsilon=0.1),
        case("LayerNormalization", steps, center=False),
        case("LayerNormalization", steps, scale=False),
        case("PReLU", (3, 7)), case("PReLU", image), case("PReLU", image, shared_axes=[1, 2]),
        case("PReLU", image, shared_axes=[2]),
        case("SimpleRNN", steps, units=6),
        case("SimpleRNN", steps, units=2, return_sequences=True, activation="relu"),
        case("SimpleRNN", steps, units=3, use_bias=False, return_sequences=True),
    ]


with open(os.path.join(FIXTURES, "layers_more.json"), "w") as file:
    cases = moving() + random() + rows() + learned()
    json.dump({"keras": keras.__version__, "cases": cases}, file, separators=(",", ":"))
    file.write("\n")

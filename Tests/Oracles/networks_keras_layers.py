"""Golden values of further layers for Tests/NetworksTests, computed by Keras on TensorFlow.

Needs: pip install keras tensorflow. Usage, from anywhere: networks_keras_layers.py
Writes Tests/NetworksTests/Fixtures/{layers_more,warps,constraints}.json.
"""
import json, os

os.environ["KERAS_BACKEND"] = "tensorflow"
import keras
import tensorflow as tf

from formula import numbers, rounded, weight

FIXTURES = os.path.join(os.path.dirname(__file__), "..", "NetworksTests", "Fixtures")


def case(name, shape, training=False, **arguments):
    layer = getattr(keras.layers, name)(**arguments)
    x = tf.constant(numbers(shape, 1, 2))
    layer.build(x.shape)
    weights = layer.trainable_weights
    for index, w in enumerate(weights):
        w.assign(weight(w.name, w.shape, index + 2))
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        y = layer(x, training=training)
        total = tf.reduce_sum(tf.cast(y, "float32") * numbers(y.shape, 99))
    return {
        "layer": name, "arguments": arguments, "input": list(shape), "training": training,
        "outputShape": list(y.shape), "output": rounded(y),
        "inputGradient": rounded(tape.gradient(total, x, unconnected_gradients="zero")),
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
        case("Cropping1D", (2, 9, 3)), case("Cropping1D", (2, 9, 3), cropping=[0, 4]),
        case("ZeroPadding1D", (2, 5, 3)), case("ZeroPadding1D", (2, 5, 3), padding=[3, 1]),
        case("UpSampling1D", (2, 5, 3)), case("UpSampling1D", (2, 4, 2), size=3),
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
        case("GlobalMaxPooling1D", long, keepdims=True),
        case("GlobalAveragePooling1D", long, keepdims=True),
        case("GlobalMaxPooling2D", (2, 3, 4, 2), keepdims=True),
        case("GlobalAveragePooling2D", (2, 3, 4, 2), keepdims=True),
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
        case("GRU", steps, units=6), case("GRU", steps, units=2, return_sequences=True),
        case("GRU", (2, 1, 3), units=3),
        case("LSTM", steps, units=3, activation="relu"),
        case("LSTM", steps, units=2, activation="elu", recurrent_activation="hard_sigmoid",
             return_sequences=True),
        case("GRU", steps, units=3, activation="relu"),
        case("GRU", steps, units=2, activation="softsign", recurrent_activation="hard_sigmoid",
             return_sequences=True),
        case("GRU", steps, units=3, reset_after=False),
        case("GRU", steps, units=2, reset_after=False, return_sequences=True, activation="relu",
             recurrent_activation="hard_sigmoid"),
        case("GRU", (2, 1, 3), units=3, reset_after=False),
        case("GRU", steps, units=3, reset_after=False, use_bias=False, go_backwards=True),
        case("GRU", steps, units=3, use_bias=False, unroll=True),
        case("GRU", steps, units=2, go_backwards=True, return_sequences=True),
        case("LSTM", steps, units=2, go_backwards=True, return_sequences=True),
        case("LSTM", steps, units=3, use_bias=False, unit_forget_bias=False),
        case("SimpleRNN", steps, units=2, go_backwards=True, unroll=True),
        case("UnitNormalization", (3, 7)), case("UnitNormalization", image),
        case("GroupNormalization", (3, 8), groups=2), case("GroupNormalization", image, groups=-1),
        case("GroupNormalization", (2, 3, 4, 6), groups=3, epsilon=0.1),
        case("GroupNormalization", (2, 5, 4), groups=1, center=False),
        case("GroupNormalization", (2, 5, 4), groups=4, scale=False),
    ]


def images():
    """Layers that map images, and random ones out of training."""
    image, odd = (2, 6, 7, 3), (3, 5, 5, 2)
    return [
        case("UpSampling2D", image, interpolation="bilinear"),
        case("UpSampling2D", odd, size=[1, 3], interpolation="bilinear"),
        case("Conv2DTranspose", odd, filters=2, kernel_size=3, strides=2, output_padding=1),
        case("Conv2DTranspose", odd, filters=3, kernel_size=3, strides=2, padding="same",
             output_padding=0),
        case("Conv2DTranspose", odd, filters=2, kernel_size=[2, 3], strides=[3, 2],
             padding="same", output_padding=[2, 1]),
        case("CenterCrop", image, height=3, width=4), case("CenterCrop", odd, height=5, width=2),
        case("Resizing", image, height=4, width=9), case("Resizing", odd, height=2, width=3),
        case("Resizing", image, height=4, width=9, interpolation="nearest"),
        case("Normalization", image, mean=0.3, variance=1.7),
        case("RandomFlip", image), case("RandomRotation", image, factor=0.2),
        case("RandomZoom", image, height_factor=0.2),
        case("RandomTranslation", image, height_factor=0.2, width_factor=[0.1, 0.2]),
        case("RandomCrop", odd, height=5, width=5),
        case("RandomCrop", image, True, height=6, width=3),
        case("RandomCrop", image, True, height=9, width=4),
        case("RandomCrop", odd, True, height=2, width=8),
        case("RandomContrast", image, factor=0.2), case("RandomBrightness", image, factor=0.2),
    ]


def coded():
    """Layers that sort numbers into categories; no gradient gets through them."""
    bins = [-0.7, 0.0, 0.0, 0.3]
    return [
        case("CategoryEncoding", (3, 5), num_tokens=2, output_mode="one_hot"),
        case("CategoryEncoding", (3, 1), num_tokens=3, output_mode="one_hot"),
        case("CategoryEncoding", (3, 2, 4), num_tokens=2, output_mode="one_hot"),
    ] + [
        case("Discretization", shape, bin_boundaries=bins, output_mode=mode)
        for mode in ["int", "one_hot", "multi_hot", "count"]
        for shape in [(3, 5), (3, 1), (2, 3, 4)]
    ]


def warps():
    """Images moved by affine maps of their places."""
    matrices = [
        [1, 0, 0, 0, 1, 0], [-1, 0, 6, 0, 1, 0], [0.8, -0.6, 2.5, 0.6, 0.8, -1.25],
        [1.5, 0, -1.6, 0, 0.7, 3.3], [1, 0, -20.25, 0, 1, 13.5],
    ]
    images = tf.constant(numbers((1, 5, 7, 2), 1, 2))
    cases = []
    for fill in ["reflect", "wrap", "constant", "nearest"]:
        for interpolation in ["bilinear", "nearest"]:
            for matrix in matrices:
                moved = keras.ops.image.affine_transform(
                    images, tf.constant([matrix + [0, 0]], "float32"), interpolation=interpolation,
                    fill_mode=fill, fill_value=0.25)
                cases.append({
                    "fill": fill, "isNearest": interpolation == "nearest", "matrix": matrix,
                    "output": rounded(moved)})
    return cases


def constraints():
    """Weights that constraints hold."""
    matrix, kernel = (4, 3), (2, 3, 2, 4)
    makers = [
        ("MaxNorm", {}, matrix), ("MaxNorm", {"max_value": 1.5, "axis": 1}, matrix),
        ("MaxNorm", {"max_value": 3, "axis": [0, 1, 2]}, kernel),
        ("MaxNorm", {"max_value": 3, "axis": [0, -2]}, kernel),
        ("NonNeg", {}, matrix), ("UnitNorm", {}, matrix), ("UnitNorm", {"axis": [0, 1, 2]}, kernel),
        ("MinMaxNorm", {}, matrix),
        ("MinMaxNorm", {"min_value": 4.0, "max_value": 5.0, "rate": 0.5}, matrix),
    ]
    return [
        {"constraint": name, "arguments": arguments, "shape": list(shape),
         "output": rounded(getattr(keras.constraints, name)(**arguments)(
             tf.constant(numbers(shape, 5, 6))))}
        for name, arguments, shape in makers
    ]


with open(os.path.join(FIXTURES, "layers_more.json"), "w") as file:
    cases = moving() + random() + rows() + learned() + images() + coded()
    json.dump({"keras": keras.__version__, "cases": cases}, file, separators=(",", ":"))
    file.write("\n")

with open(os.path.join(FIXTURES, "warps.json"), "w") as file:
    json.dump({"keras": keras.__version__, "cases": warps()}, file, separators=(",", ":"))
    file.write("\n")

with open(os.path.join(FIXTURES, "constraints.json"), "w") as file:
    json.dump({"keras": keras.__version__, "cases": constraints()}, file, separators=(",", ":"))
    file.write("\n")

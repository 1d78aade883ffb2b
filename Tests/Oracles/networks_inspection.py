"""What Keras sees inside of two small models: layers' outputs, gradients of a score by the input, Grad-CAM.

Needs: pip install keras tensorflow. Usage, from anywhere: networks_inspection.py
Writes Tests/NetworksTests/Fixtures/inspection.json.

The score of a class is its number before the last activation, as in Keras' own example of Grad-CAM.
"""
import json, os

os.environ["KERAS_BACKEND"] = "tensorflow"
import keras
import numpy as np
import tensorflow as tf

from formula import image_bytes, rounded, weight

L = keras.layers
FIXTURES = os.path.join(os.path.dirname(__file__), "..", "NetworksTests", "Fixtures")
MODELS = {
    # The layers and the shape of one input.
    "classifier": ([L.Conv2D(4, 3, activation="relu", padding="same"), L.BatchNormalization(), L.MaxPooling2D(),
                    L.Conv2D(5, 3), L.Activation("relu"), L.Dropout(0.25), L.Flatten(),
                    L.Dense(7, activation="tanh"), L.Dense(3, activation="softmax")], (9, 8, 2)),
    "separate": ([L.DepthwiseConv2D(3), L.LeakyReLU(), L.SeparableConv2D(4, 3, activation="relu"),
                  L.GlobalAveragePooling2D(), L.Dense(4), L.Activation("softmax")], (8, 8, 3)),
    "single": ([L.Flatten(), L.Dense(6, activation="relu"), L.Dense(1, activation="sigmoid")], (5, 4, 1)),
    "linear": ([L.Conv2DTranspose(2, 2, strides=2, activation="tanh"), L.Flatten(), L.Dense(3)], (4, 3, 1)),
}


def case(name, layers, shape):
    model = keras.Sequential([keras.Input(shape)] + layers)
    model.set_weights([weight(w.name, w.shape, i + 2) for i, w in enumerate(model.weights)])
    x = tf.constant(image_bytes(2, int(np.prod(shape))).reshape((2, *shape)).astype(np.float32) / np.float32(255))
    every = keras.Model(model.inputs, [layer.output for layer in model.layers])
    outputs = every(x, training=False)
    classes = outputs[-1].shape[1]
    # The numbers before the last activation come from the same layers with a linear one.
    last = model.layers[-1]
    last.activation = keras.activations.linear
    convolutions = [i for i, layer in enumerate(model.layers) if "Conv" in type(layer).__name__]
    place = convolutions[-1] if convolutions else None
    rows = []
    for label in range(max(classes, 2)):
        with tf.GradientTape(persistent=True) as tape:
            tape.watch(x)
            h = x
            for i, layer in enumerate(model.layers):
                h = layer(h, training=False)
                if i == place:
                    maps = h
            score = tf.reduce_sum(h[:, label] if classes > 1 else (h[:, 0] if label else -h[:, 0]))
        row = {"label": label, "inputGradient": rounded(tape.gradient(score, x))}
        if place is not None:
            slope = tape.gradient(score, maps)
            weights = tf.reduce_mean(slope, axis=(1, 2))
            row["mapGradient"] = rounded(slope)
            row["gradCAM"] = rounded(tf.nn.relu(tf.einsum("bhwc,bc->bhw", maps, weights)))
        rows.append(row)
    return {"name": name, "layer": place, "outputs": [rounded(o) for o in outputs], "classes": rows}


if __name__ == "__main__":
    cases = [case(name, *parts) for name, parts in MODELS.items()]
    with open(os.path.join(FIXTURES, "inspection.json"), "w") as file:
        json.dump({"keras": keras.__version__, "cases": cases}, file, separators=(",", ":"))
        file.write("\n")

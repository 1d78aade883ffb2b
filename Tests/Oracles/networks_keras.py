"""Golden values for Tests/NetworksTests, computed by Keras on TensorFlow.

Needs: pip install keras tensorflow. Usage, from anywhere: networks_keras.py
Writes Tests/NetworksTests/Fixtures/{layers,losses,optimizers,initializers,training}.json.
"""
import json, os

os.environ["KERAS_BACKEND"] = "tensorflow"
import keras
import numpy as np
import tensorflow as tf

from formula import image_bytes, numbers, rounded, weight

FIXTURES = os.path.join(os.path.dirname(__file__), "..", "NetworksTests", "Fixtures")


def write(name, value):
    with open(os.path.join(FIXTURES, name + ".json"), "w") as file:
        json.dump({"keras": keras.__version__, "cases": value}, file, separators=(",", ":"))
        file.write("\n")


def layer_case(name, shape, training=False, **arguments):
    layer = getattr(keras.layers, name)(**arguments)
    x = tf.constant(numbers(shape, 1, 2))
    layer.build(x.shape)
    layer.set_weights([weight(w.name, w.shape, i + 2) for i, w in enumerate(layer.weights)])
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        y = layer(x, training=training)
        total = tf.reduce_sum(y * numbers(y.shape, 99))
    trained = layer.trainable_weights
    gradients = [tape.gradient(total, w.value) for w in trained]
    return {
        "layer": name, "arguments": arguments, "input": list(shape), "training": training,
        "outputShape": list(y.shape), "output": rounded(y),
        "inputGradient": rounded(tape.gradient(total, x)),
        "weightGradients": [rounded(g) for g in gradients],
        "state": [rounded(w) for w in layer.non_trainable_weights if "moving" in w.name],
    }


def layers():
    image, odd = (2, 6, 7, 3), (3, 5, 5, 2)
    conv = lambda shape=image, **arguments: layer_case("Conv2D", shape, **arguments)
    cases = [
        conv(filters=4, kernel_size=3),
        conv(filters=5, kernel_size=[2, 3], strides=[2, 1], padding="same"),
        conv(filters=3, kernel_size=3, strides=2, padding="same", activation="relu"),
        conv(odd, filters=17, kernel_size=3, padding="same", use_bias=False),
        conv(filters=2, kernel_size=2, dilation_rate=2, activation="tanh"),
        conv(filters=2, kernel_size=3, dilation_rate=[1, 2], padding="same"),
        conv(odd, filters=3, kernel_size=1, activation="sigmoid"),
        conv(odd, filters=3, kernel_size=4, strides=3, padding="same"),
        conv(odd, filters=4, kernel_size=2, activation="softmax"),
    ]
    for kind in ["MaxPooling2D", "AveragePooling2D"]:
        for extra in [{"pool_size": 2}, {"pool_size": 3, "strides": 1},
                      {"pool_size": [3, 2], "padding": "same"},
                      {"pool_size": 2, "strides": 3, "padding": "same"}]:
            cases.append(layer_case(kind, image, **extra))
            cases.append(layer_case(kind, odd, **extra))
    cases += [
        layer_case("GlobalAveragePooling2D", image),
        layer_case("Flatten", image),
        layer_case("Dense", (4, 7), units=5),
        layer_case("Dense", (4, 7), units=18, activation="relu", use_bias=False),
        layer_case("Dense", (3, 9), units=4, activation="softmax"),
        layer_case("Dense", (2, 3, 4), units=3, activation="sigmoid"),
        layer_case("Dropout", (4, 7), rate=0.5),
        layer_case("BatchNormalization", image, training=True),
        layer_case("BatchNormalization", image),
        layer_case("BatchNormalization", (6, 5), training=True, momentum=0.9, epsilon=0.01),
        layer_case("BatchNormalization", odd, training=True, center=False),
        layer_case("BatchNormalization", odd, scale=False),
    ]
    for name in ["linear", "relu", "softmax", "sigmoid", "tanh"]:
        cases.append(layer_case("Activation", (5, 19), activation=name))
    cases += [
        layer_case("GlobalMaxPooling2D", image),
        layer_case("Reshape", image, target_shape=[6, 21]),
        layer_case("Reshape", image, target_shape=[-1, 3]),
        layer_case("Permute", image, dims=[3, 1, 2]),
        layer_case("Rescaling", image, scale=0.5, offset=-1.0),
        layer_case("ZeroPadding2D", image, padding=2),
        layer_case("ZeroPadding2D", odd, padding=[0, 1]),
        layer_case("UpSampling2D", image),
        layer_case("UpSampling2D", odd, size=[1, 3]),
        layer_case("DepthwiseConv2D", image, kernel_size=3),
        layer_case("DepthwiseConv2D", odd, kernel_size=2, depth_multiplier=3, strides=2,
                   padding="same", activation="relu", use_bias=False),
        layer_case("SeparableConv2D", image, filters=4, kernel_size=3, activation="relu"),
        layer_case("SeparableConv2D", odd, filters=3, kernel_size=3, depth_multiplier=2,
                   strides=2, padding="same"),
        layer_case("Conv2DTranspose", image, filters=4, kernel_size=3),
        layer_case("Conv2DTranspose", odd, filters=2, kernel_size=3, strides=2, padding="same",
                   activation="tanh"),
        layer_case("Conv2DTranspose", odd, filters=2, kernel_size=2, strides=3, use_bias=False),
        layer_case("LSTM", (3, 5, 4), units=6),
        layer_case("LSTM", (2, 4, 3), units=5, return_sequences=True),
    ]
    write("layers", cases)


def loss_case(name, outputs, labels, form, **arguments):
    loss = getattr(keras.losses, name)(reduction=None, **arguments)
    width = outputs.shape[1]
    target = np.eye(width, dtype=np.float32)[labels] if form == "one-hot" else labels
    if form == "integer" and name in ("BinaryCrossentropy", "MeanSquaredError"):
        target = np.asarray(labels, dtype=np.float32).reshape(-1, 1)
    y = tf.constant(outputs)
    with tf.GradientTape() as tape:
        tape.watch(y)
        values = loss(tf.constant(target), y)
        mean = tf.reduce_mean(values)
    return {
        "loss": name, "arguments": arguments, "labelForm": form, "labels": list(labels),
        "shape": list(outputs.shape), "outputs": rounded(outputs), "values": rounded(values),
        "gradient": rounded(tape.gradient(mean, y)),
    }


def losses():
    logits = numbers((6, 5), 3, 8)
    probabilities = tf.nn.softmax(logits).numpy()
    labels, binary = [0, 4, 2, 2, 1, 3], [0, 1, 1, 0, 1, 0]
    single = numbers((6, 1), 4, 6)
    sigmoid = tf.sigmoid(single).numpy()
    cases = []
    for name, form in [("CategoricalCrossentropy", "one-hot"),
                       ("SparseCategoricalCrossentropy", "integer")]:
        cases.append(loss_case(name, probabilities, labels, form))
        cases.append(loss_case(name, logits, labels, form, from_logits=True))
    cases += [
        loss_case("BinaryCrossentropy", sigmoid, binary, "integer"),
        loss_case("BinaryCrossentropy", single, binary, "integer", from_logits=True),
        loss_case("BinaryCrossentropy", probabilities, labels, "one-hot"),
        loss_case("BinaryCrossentropy", logits, labels, "one-hot", from_logits=True),
        loss_case("MeanSquaredError", probabilities, labels, "one-hot"),
        loss_case("MeanSquaredError", single, binary, "integer"),
    ]
    write("losses", cases)


def optimizer_case(name, **arguments):
    optimizer = getattr(keras.optimizers, name)(**arguments)
    variable = keras.Variable(numbers((12,), 5))
    steps = []
    for step in range(6):
        optimizer.apply_gradients([(tf.constant(numbers((12,), 20 + step)), variable)])
        steps.append(rounded(variable))
    return {"optimizer": name, "arguments": arguments, "steps": steps}


def optimizers():
    write("optimizers", [
        optimizer_case("SGD"),
        optimizer_case("SGD", learning_rate=0.1, momentum=0.9),
        optimizer_case("SGD", learning_rate=0.1, momentum=0.9, nesterov=True),
        optimizer_case("RMSprop"),
        optimizer_case("RMSprop", learning_rate=0.01, rho=0.8, epsilon=1e-3),
        optimizer_case("RMSprop", learning_rate=0.01, momentum=0.5),
        optimizer_case("RMSprop", learning_rate=0.01, centered=True),
        optimizer_case("RMSprop", learning_rate=0.01, momentum=0.5, centered=True),
        optimizer_case("Adam"),
        optimizer_case("Adam", learning_rate=0.02, beta_1=0.8, beta_2=0.95, epsilon=1e-4),
        optimizer_case("Adam", learning_rate=0.02, amsgrad=True),
    ])


def initializers():
    cases = []
    for name in ["zeros", "ones", "glorot_uniform", "glorot_normal", "he_uniform", "he_normal"]:
        for shape in [(3, 3, 32, 64), (576, 64)]:
            values = np.asarray(keras.initializers.get(name)(shape))
            cases.append({"initializer": name, "shape": list(shape), "mean": float(values.mean()),
                          "deviation": float(values.std()), "smallest": float(values.min()),
                          "largest": float(values.max())})
    write("initializers", cases)


def lesson():
    L = keras.layers
    return keras.Sequential([
        L.Input((28, 28, 1)), L.Conv2D(32, 3, activation="relu"), L.MaxPooling2D(),
        L.Conv2D(64, 3, activation="relu"), L.MaxPooling2D(), L.Conv2D(64, 3, activation="relu"),
        L.Flatten(), L.Dense(64, activation="relu"), L.Dense(10, activation="softmax")])


def normalized():
    L = keras.layers
    return keras.Sequential([
        L.Input((9, 8, 2)), L.Conv2D(6, 3, padding="same", use_bias=False),
        L.BatchNormalization(momentum=0.9), L.Activation("relu"), L.AveragePooling2D(2),
        L.Conv2D(5, 2, strides=2, activation="tanh"), L.GlobalAveragePooling2D(), L.Dense(4)])


def training_case(name, model, optimizer, loss, classes, one_hot, every):
    model.set_weights([weight(w.name, w.shape, i + 2) for i, w in enumerate(model.weights)])
    model.compile(optimizer=optimizer, loss=loss, metrics=["accuracy"])
    shape = model.input_shape[1:]
    x = image_bytes(8, int(np.prod(shape))).reshape((8,) + shape).astype("float32") / 255
    labels = np.arange(8) * 3 % classes
    y = np.eye(classes, dtype=np.float32)[labels] if one_hot else labels
    steps = []
    for _ in range(3):
        model.reset_metrics()
        result = model.train_on_batch(x, y, return_dict=True)
        steps.append({"loss": float(result["loss"]), "accuracy": float(result["accuracy"]),
                      "weights": [rounded(np.ravel(w)[::every]) for w in model.get_weights()]})
    model.reset_metrics()
    after = model.evaluate(x, y, verbose=0, return_dict=True)
    return {"name": name, "every": every, "labels": labels.tolist(), "steps": steps,
            "parameters": model.count_params(),
            "layers": [layer.name for layer in model.layers],
            "loss": float(after["loss"]), "accuracy": float(after["accuracy"]),
            "outputs": rounded(model.predict(x, verbose=0))}


def training():
    keras.backend.clear_session()
    cases = [training_case("lesson", lesson(), "rmsprop", "categorical_crossentropy", 10, True, 61)]
    keras.backend.clear_session()
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    cases.append(training_case("normalized", normalized(), "adam", loss, 4, False, 1))
    write("training", cases)


layers()
losses()
optimizers()
initializers()
training()

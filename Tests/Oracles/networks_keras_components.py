"""Golden values of single components for Tests/NetworksTests, computed by Keras on TensorFlow.

Needs: pip install keras tensorflow. Usage, from anywhere: networks_keras_components.py
Writes Tests/NetworksTests/Fixtures/components_*.json, which stand beside what networks_keras.py
writes for the components that came first.
"""
import json, os

os.environ["KERAS_BACKEND"] = "tensorflow"
import keras
import numpy as np
import tensorflow as tf

from formula import numbers, rounded, weight

FIXTURES = os.path.join(os.path.dirname(__file__), "..", "NetworksTests", "Fixtures")


def write(name, value):
    with open(os.path.join(FIXTURES, "components_" + name + ".json"), "w") as file:
        json.dump({"keras": keras.__version__, "cases": value}, file, separators=(",", ":"))
        file.write("\n")


def optimizer_case(name, shape=(12,), path=None, **arguments):
    """Six steps; Keras 3 has no `decay`, but InverseTimeDecay is the same formula.

    Muon looks at a variable's shape and path.
    """
    theirs = dict(arguments)
    if "decay" in theirs:
        rate = theirs.pop("learning_rate")
        theirs["learning_rate"] = keras.optimizers.schedules.InverseTimeDecay(
            rate, 1, theirs.pop("decay"))
    optimizer = getattr(keras.optimizers, name)(**theirs)
    variable = keras.Variable(numbers(shape, 5), name="kernel")
    if path:
        variable._path = path
    steps = []
    for step in range(6):
        optimizer.apply_gradients([(tf.constant(numbers(shape, 20 + step)), variable)])
        steps.append(rounded(variable))
    return {"optimizer": name, "arguments": arguments, "shape": shape, "path": path or "dense/kernel", "steps": steps}


def optimizers():
    cases = []
    # Keras' float32 has few digits left in 1 - 0.999^t, which shows where the steps are large.
    short = {"beta_2": 0.95}
    for name in ["Adagrad", "Adadelta", "Adamax", "Nadam", "AdamW"]:
        more = short if name in ["Nadam", "AdamW"] else {}
        cases.append(optimizer_case(name))
        cases.append(optimizer_case(name, learning_rate=0.3, epsilon=1e-3, **more))
        cases.append(
            optimizer_case(name, learning_rate=0.3, weight_decay=0.2, clipvalue=0.25, **more))
    cases += [
        optimizer_case("Adagrad", learning_rate=0.2, initial_accumulator_value=0.5),
        optimizer_case("Adadelta", learning_rate=1.0, rho=0.8),
        optimizer_case("Adamax", learning_rate=0.05, beta_1=0.7, beta_2=0.9),
        optimizer_case("Nadam", learning_rate=0.05, beta_1=0.7, beta_2=0.9),
        optimizer_case("AdamW", learning_rate=0.05, weight_decay=0.1, amsgrad=True, **short),
    ]
    for name in ["SGD", "RMSprop", "Adam"]:
        more = short if name == "Adam" else {}
        cases.append(optimizer_case(name, learning_rate=0.05, weight_decay=0.2, **more))
        cases.append(optimizer_case(name, learning_rate=0.05, clipvalue=0.125, **more))
    for name in ["SGD", "RMSprop", "Adam", "Adagrad", "Adadelta", "Adamax"]:
        more = short if name == "Adam" else {}
        cases.append(
            optimizer_case(name, learning_rate=0.05, decay=0.5, weight_decay=0.1, **more))
    averaged = {"learning_rate": 0.1, "use_ema": True, "ema_overwrite_frequency": 2}
    cases += [
        optimizer_case("SGD", momentum=0.9, ema_momentum=0.75, **averaged),
        optimizer_case("Adagrad", clipvalue=0.25, ema_momentum=0.5, **averaged),
        optimizer_case("RMSprop", weight_decay=0.1, **averaged),
    ]
    cases += [
        optimizer_case("Lion"),
        optimizer_case("Lion", learning_rate=0.05, beta_1=0.5, beta_2=0.75, weight_decay=0.1),
        optimizer_case("Lion", learning_rate=0.05, beta_1=1.0, clipvalue=0.25),
        optimizer_case("Ftrl"),
        optimizer_case("Ftrl", learning_rate=0.3, l1_regularization_strength=0.1,
                       l2_regularization_strength=0.2, beta=0.5),
        optimizer_case("Ftrl", learning_rate=0.3, learning_rate_power=-0.75, initial_accumulator_value=0.5,
                       l2_shrinkage_regularization_strength=0.1, weight_decay=0.1),
        optimizer_case("Lamb", **short),
        optimizer_case("Lamb", shape=(3, 4), learning_rate=0.1, epsilon=1e-3, **short),
        optimizer_case("Lamb", learning_rate=0.1, weight_decay=0.2, clipvalue=0.25, **short),
    ]
    # 12 numbers each: no matrix, wide, high, one row; then those that Adam moves, and other arguments.
    slow = {"adam_beta_2": 0.95}
    for shape in [(12,), (3, 4), (4, 3), (1, 12), (2, 2, 3)]:
        cases.append(optimizer_case("Muon", shape=shape, **slow))
        cases.append(optimizer_case(
            "Muon", shape=shape, learning_rate=0.1, weight_decay=0.2, adam_weight_decay=0.1, adam_lr_ratio=0.5, **slow))
    cases += [
        optimizer_case("Muon", (3, 4), "embedding/embeddings", learning_rate=0.1, **slow),
        optimizer_case("Muon", (3, 4), "embedding/embeddings", learning_rate=0.1, exclude_embeddings=False),
        optimizer_case("Muon", (3, 4), "last/kernel", learning_rate=0.1, exclude_layers=["first", "last"], **slow),
        optimizer_case("Muon", (3, 4), "dense/kernel", learning_rate=0.1, exclude_layers=["last"], **slow),
        optimizer_case("Muon", (3, 4), learning_rate=0.1, nesterov=False, momentum=0.5, ns_steps=3, rms_rate=None),
        optimizer_case("Muon", (3, 4), learning_rate=0.1, muon_a=3.0, muon_b=-3.5, muon_c=1.5, clipvalue=0.25),
        optimizer_case("Muon", (3, 4), learning_rate=0.1, weight_decay=None, adam_weight_decay=None),
    ]
    write("optimizers", cases)


def schedule_case(name, **arguments):
    schedule = getattr(keras.optimizers.schedules, name)(**arguments)
    steps = [0, 1, 2, 5, 9, 10, 11, 20, 21, 39, 40, 41, 100, 1000]
    return {"schedule": name, "arguments": arguments, "steps": steps,
            "rates": [float(schedule(step)) for step in steps]}


def schedules():
    fast = {"initial_learning_rate": 0.5, "decay_steps": 10}
    cases = []
    for name in ["ExponentialDecay", "InverseTimeDecay"]:
        cases += [schedule_case(name, **fast, decay_rate=0.96),
                  schedule_case(name, **fast, decay_rate=0.7, staircase=True),
                  schedule_case(name, initial_learning_rate=0.5, decay_steps=7.5, decay_rate=0.3)]
    cases += [
        schedule_case("PolynomialDecay", **fast),
        schedule_case("PolynomialDecay", **fast, end_learning_rate=0.1, power=0.5),
        schedule_case("PolynomialDecay", **fast, power=2.0, cycle=True),
        schedule_case("PiecewiseConstantDecay", boundaries=[10, 40], values=[0.5, 0.25, 0.125]),
        schedule_case("PiecewiseConstantDecay", boundaries=[2.5], values=[1.0, 0.5]),
        schedule_case("CosineDecay", **fast),
        schedule_case("CosineDecay", initial_learning_rate=0.5, decay_steps=100, alpha=0.1),
        schedule_case("CosineDecay", initial_learning_rate=0.0, decay_steps=30,
                      warmup_target=0.5, warmup_steps=10),
        schedule_case("CosineDecayRestarts", initial_learning_rate=0.5, first_decay_steps=13),
        schedule_case("CosineDecayRestarts", initial_learning_rate=0.5, first_decay_steps=8,
                      t_mul=1.0, m_mul=0.9, alpha=0.2),
        schedule_case("CosineDecayRestarts", initial_learning_rate=0.5, first_decay_steps=8.5,
                      t_mul=1.5, m_mul=0.75, alpha=0.01),
    ]
    write("schedules", cases)


def loss_case(name, outputs, labels, form, rows=None, **arguments):
    """Targets are classes, or rows of numbers."""
    loss = getattr(keras.losses, name)(reduction=None, **arguments)
    target = np.asarray(labels, dtype=np.float32).reshape(-1, 1)
    if rows is not None:
        target = rows
    elif form == "one-hot":
        target = np.eye(outputs.shape[1], dtype=np.float32)[labels]
    y = tf.constant(outputs)
    with tf.GradientTape() as tape:
        tape.watch(y)
        values = loss(tf.constant(target), y)
        mean = tf.reduce_mean(values)
    return {
        "loss": name, "arguments": arguments, "labelForm": form, "labels": list(labels),
        "shape": list(outputs.shape), "outputs": rounded(outputs), "values": rounded(values),
        "gradient": rounded(tape.gradient(mean, y)),
        "rows": None if rows is None else rounded(rows),
    }


def losses():
    logits, single = numbers((6, 5), 3, 8), numbers((6, 1), 4, 6)
    probabilities = tf.nn.softmax(logits).numpy()
    above = np.abs(single) + np.float32(0.3)
    labels, binary, counts = [0, 4, 2, 2, 1, 3], [0, 1, 1, 0, 1, 0], [1, 4, 2, 2, 1, 3]
    cases = []
    for name in ["MeanAbsoluteError", "MeanAbsolutePercentageError", "KLDivergence", "Huber",
                 "MeanSquaredLogarithmicError", "LogCosh", "CosineSimilarity", "Hinge",
                 "SquaredHinge", "CategoricalHinge"]:
        cases.append(loss_case(name, probabilities, labels, "one-hot"))
        cases.append(loss_case(name, logits, labels, "one-hot"))
        if name != "CategoricalHinge":
            cases.append(loss_case(name, single, binary, "integer"))
            cases.append(loss_case(name, single, counts, "integer"))
    cases += [
        loss_case("Poisson", probabilities, labels, "one-hot"),
        loss_case("Poisson", above, counts, "integer"),
        loss_case("Huber", logits, labels, "one-hot", delta=2.5),
        loss_case("CategoricalCrossentropy", probabilities, labels, "one-hot",
                  label_smoothing=0.1),
        loss_case("CategoricalCrossentropy", logits, labels, "one-hot", label_smoothing=0.3,
                  from_logits=True),
        loss_case("BinaryCrossentropy", probabilities, labels, "one-hot", label_smoothing=0.1),
        loss_case("BinaryCrossentropy", single, binary, "integer", label_smoothing=0.3,
                  from_logits=True),
    ]
    rows = np.abs(numbers((6, 5), 11, 2))
    shares = rows / rows.sum(axis=1, keepdims=True)
    for name in ["MeanSquaredError", "MeanAbsoluteError", "MeanAbsolutePercentageError",
                 "MeanSquaredLogarithmicError", "Huber", "LogCosh", "CosineSimilarity", "Hinge",
                 "SquaredHinge"]:
        cases.append(loss_case(name, logits, labels, "one-hot", rows))
    for name in ["KLDivergence", "Poisson", "BinaryCrossentropy", "CategoricalCrossentropy"]:
        cases.append(loss_case(name, probabilities, labels, "one-hot", shares))
    for name in ["BinaryCrossentropy", "CategoricalCrossentropy"]:
        cases.append(loss_case(name, logits, labels, "one-hot", shares, from_logits=True,
                               label_smoothing=0.1))
    for name in ["BinaryFocalCrossentropy", "CategoricalFocalCrossentropy"]:
        cases += [
            loss_case(name, probabilities, labels, "one-hot"),
            loss_case(name, probabilities, labels, "one-hot", shares, gamma=1.5, alpha=0.6),
            loss_case(name, logits, labels, "one-hot", from_logits=True, label_smoothing=0.2),
            loss_case(name, logits, labels, "one-hot", shares, from_logits=True, gamma=0.0),
        ]
    cases += [
        loss_case("BinaryFocalCrossentropy", tf.sigmoid(single).numpy(), binary, "integer",
                  apply_class_balancing=True, gamma=1.0),
        loss_case("BinaryFocalCrossentropy", single, binary, "integer", from_logits=True,
                  apply_class_balancing=True, alpha=0.7, gamma=3.0),
    ]
    write("losses", cases)


def activation_case(call, scale=12, **arguments):
    """`call` is the function's name, or the name of a layer that is given as an activation."""
    is_layer = call[0].isupper()
    function = getattr(keras.layers if is_layer else keras.activations, call)
    x = tf.constant(numbers((5, 19), 1, scale))
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = function(**arguments)(x) if is_layer else function(x, **arguments)
        total = tf.reduce_sum(y * numbers((5, 19), 99))
    return {"activation": call, "arguments": arguments, "shape": [5, 19], "scale": scale,
            "output": rounded(y),
            "gradient": rounded(tape.gradient(total, x))}


def activations():
    names = ["leaky_relu", "relu6", "elu", "selu", "softplus", "softsign", "exponential",
             "hard_sigmoid", "log_softmax", "silu", "hard_silu", "mish", "gelu"]
    write("activations", [activation_case(name) for name in names] + [
        activation_case("leaky_relu", negative_slope=0.05),
        activation_case("LeakyReLU"),
        activation_case("LeakyReLU", negative_slope=0.1),
        activation_case("elu", alpha=0.5),
        activation_case("ELU", alpha=2.0),
        activation_case("ReLU", max_value=1.5), activation_case("ReLU", max_value=6),
        activation_case("ReLU", negative_slope=0.2), activation_case("ReLU", threshold=1.0),
        activation_case("ReLU", max_value=4.0, negative_slope=0.1, threshold=0.5),
        # Keras loses digits of 1 + tanh where x is far below 0.
        activation_case("gelu", scale=7, approximate=True),
    ])


def initializer_case(name, shape=(576, 64), **arguments):
    """The extremes are left out where the distribution has none."""
    values = np.asarray(getattr(keras.initializers, name)(**arguments)(shape))
    case = {"initializer": name, "arguments": arguments, "shape": list(shape),
            "mean": float(values.mean()), "deviation": float(values.std())}
    unbounded = name in ("RandomNormal", "Orthogonal") or "untruncated_normal" in arguments.values()
    if not unbounded:
        case.update(smallest=float(values.min()), largest=float(values.max()))
    return case


def initializers():
    keras.utils.set_random_seed(1)
    cases = []
    for name in ["LecunUniform", "LecunNormal", "RandomNormal", "RandomUniform",
                 "TruncatedNormal", "VarianceScaling", "Orthogonal"]:
        for shape in [(3, 3, 32, 64), (576, 64), (64, 300)]:
            cases.append(initializer_case(name, shape))
    cases += [
        initializer_case("RandomNormal", mean=1.5, stddev=0.25),
        initializer_case("RandomUniform", minval=-1.0, maxval=3.0),
        initializer_case("TruncatedNormal", mean=-2.0, stddev=0.5),
        initializer_case("Orthogonal", gain=3.0),
        initializer_case("Constant"), initializer_case("Constant", value=0.75),
        initializer_case("Identity", (5, 5)), initializer_case("Identity", (4, 7), gain=2.0),
    ]
    for mode in ["fan_in", "fan_out", "fan_avg"]:
        for distribution in ["uniform", "truncated_normal", "untruncated_normal"]:
            cases.append(initializer_case(
                "VarianceScaling", scale=2.5, mode=mode, distribution=distribution))
    write("initializers", cases)


def metric_case(name, outputs, targets, form, **arguments):
    """What Keras shows after two batches; targets are classes, or rows of numbers."""
    metric = getattr(keras.metrics, name)(**arguments)
    truth = np.asarray(targets, dtype=np.float32)
    if form == "one-hot" and truth.ndim == 1:
        truth = np.eye(outputs.shape[1], dtype=np.float32)[targets]
    elif truth.ndim == 1 and not name.startswith("Sparse") and "sparse_y_pred" not in arguments:
        truth = truth.reshape(-1, 1)
    metric.update_state(truth[:2], outputs[:2])
    metric.update_state(truth[2:], outputs[2:])
    return {"metric": name, "arguments": arguments, "labelForm": form,
            "targets": [[float(x) for x in np.ravel(row)] for row in np.asarray(targets)],
            "shape": list(outputs.shape), "outputs": rounded(outputs),
            "value": float(metric.result())}


def metrics():
    logits, single = numbers((6, 5), 3, 8), numbers((6, 1), 4, 6)
    probabilities = tf.nn.softmax(logits).numpy()
    labels, binary, counts = [0, 4, 2, 2, 1, 3], [0, 1, 1, 0, 1, 0], [1, 4, 2, 2, 1, 3]
    sigmoid = tf.sigmoid(single).numpy()
    rows = np.abs(numbers((6, 5), 11, 2))
    cases = []
    for name in ["MeanSquaredError", "RootMeanSquaredError", "MeanAbsoluteError",
                 "MeanAbsolutePercentageError", "MeanSquaredLogarithmicError", "KLDivergence",
                 "CosineSimilarity"]:
        cases.append(metric_case(name, probabilities, labels, "one-hot"))
        cases.append(metric_case(name, logits, rows.tolist(), "one-hot"))
        cases.append(metric_case(name, single, counts, "integer"))
    cases += [
        metric_case("Poisson", probabilities, rows.tolist(), "one-hot"),
        metric_case("Hinge", logits, labels, "one-hot"),
        metric_case("SquaredHinge", single, binary, "integer"),
        metric_case("CategoricalHinge", logits, labels, "one-hot"),
        metric_case("CategoricalAccuracy", logits, labels, "one-hot"),
        metric_case("SparseCategoricalAccuracy", logits, labels, "integer"),
        metric_case("BinaryAccuracy", sigmoid, binary, "integer"),
        metric_case("BinaryAccuracy", sigmoid, binary, "integer", threshold=0.3),
        metric_case("CategoricalCrossentropy", probabilities, labels, "one-hot"),
        metric_case("CategoricalCrossentropy", logits, labels, "one-hot", from_logits=True,
                    label_smoothing=0.2),
        metric_case("SparseCategoricalCrossentropy", probabilities, labels, "integer"),
        metric_case("SparseCategoricalCrossentropy", logits, labels, "integer",
                    from_logits=True),
        metric_case("BinaryCrossentropy", sigmoid, binary, "integer"),
        metric_case("BinaryCrossentropy", probabilities, labels, "one-hot",
                    label_smoothing=0.1),
    ]
    for k in [1, 2, 3, 5, 9]:
        cases.append(metric_case("TopKCategoricalAccuracy", logits, labels, "one-hot", k=k))
        cases.append(
            metric_case("SparseTopKCategoricalAccuracy", logits, labels, "integer", k=k))
    many, flags = numbers((6, 5), 17, 2), [1, 0, 1, 1, 0, 0]
    single = tf.sigmoid(numbers((6, 1), 9, 4)).numpy()
    shares = tf.sigmoid(many).numpy()
    sets = (np.abs(numbers((6, 5), 23, 2)) > 0.8).astype(np.float32)
    for name in ["Precision", "Recall", "TruePositives", "TrueNegatives", "FalsePositives",
                 "FalseNegatives", "AUC"]:
        cases.append(metric_case(name, single, flags, "integer"))
        cases.append(metric_case(name, shares, sets.tolist(), "one-hot"))
        cases.append(metric_case(name, probabilities, labels, "one-hot"))
        if name != "AUC":
            cases.append(metric_case(name, shares, sets.tolist(), "one-hot", thresholds=0.3))
    for name in ["Precision", "Recall"]:
        cases += [metric_case(name, shares, sets.tolist(), "one-hot", top_k=2),
                  metric_case(name, shares, sets.tolist(), "one-hot", class_id=3),
                  metric_case(name, shares, sets.tolist(), "one-hot", top_k=3, class_id=1)]
    for curve in ["ROC", "PR", "PRGAIN"]:
        for method in ["interpolation", "majoring", "minoring"]:
            cases.append(metric_case("AUC", shares, sets.tolist(), "one-hot", curve=curve,
                                     summation_method=method))
    cases += [
        metric_case("AUC", many, sets.tolist(), "one-hot", from_logits=True),
        metric_case("AUC", shares, sets.tolist(), "one-hot", num_thresholds=7),
        metric_case("AUC", shares, sets.tolist(), "one-hot", thresholds=[0.7, 0.2, 0.55]),
        metric_case("AUC", shares, sets.tolist(), "one-hot", thresholds=[0.25, 0.5, 0.75]),
        metric_case("AUC", shares, sets.tolist(), "one-hot", multi_label=True),
        metric_case("AUC", shares, sets.tolist(), "one-hot", multi_label=True, num_labels=5,
                    label_weights=[1.0, 2.0, 0.5, 0.0, 3.0], curve="PR"),
        metric_case("AUC", shares, sets.tolist(), "one-hot",
                    label_weights=[1.0, 2.0, 0.5, 0.25, 3.0]),
    ]
    for name, limit in [("SensitivityAtSpecificity", "specificity"),
                        ("SpecificityAtSensitivity", "sensitivity"),
                        ("PrecisionAtRecall", "recall"), ("RecallAtPrecision", "precision")]:
        cases += [metric_case(name, single, flags, "integer", **{limit: 0.5}),
                  metric_case(name, shares, sets.tolist(), "one-hot", **{limit: 0.6}),
                  metric_case(name, shares, sets.tolist(), "one-hot", **{limit: 0.4},
                              num_thresholds=9, class_id=2),
                  metric_case(name, shares, sets.tolist(), "one-hot", **{limit: 0.7},
                              num_thresholds=1)]
    for average in ["micro", "macro", "weighted"]:
        cases += [metric_case("F1Score", probabilities, labels, "one-hot", average=average),
                  metric_case("F1Score", shares, sets.tolist(), "one-hot", average=average,
                              threshold=0.4),
                  metric_case("FBetaScore", shares, sets.tolist(), "one-hot", average=average,
                              beta=2.0)]
    for more in [{}, {"class_aggregation": "variance_weighted_average"}, {"num_regressors": 2}]:
        cases += [metric_case("R2Score", logits, rows.tolist(), "one-hot", **more),
                  metric_case("R2Score", single, counts, "integer", **more)]
    for name in ["PearsonCorrelation", "ConcordanceCorrelation", "LogCoshError"]:
        cases.append(metric_case(name, logits, rows.tolist(), "one-hot"))
    whole, classes = np.asarray([[0], [1], [2], [2], [1], [3]], np.float32), [0, 4, 2, 2, 1, 3]
    cases += [
        metric_case("MeanIoU", whole, labels, "integer", num_classes=5),
        metric_case("MeanIoU", probabilities, classes, "integer", num_classes=5,
                    sparse_y_pred=False),
        metric_case("MeanIoU", probabilities, classes, "integer", num_classes=5,
                    sparse_y_pred=False, ignore_class=2),
        metric_case("IoU", whole, labels, "integer", num_classes=5, target_class_ids=[2, 3]),
        metric_case("IoU", probabilities, labels, "one-hot", num_classes=5,
                    target_class_ids=[0, 2], sparse_y_true=False, sparse_y_pred=False),
        metric_case("BinaryIoU", single, flags, "integer"),
        metric_case("BinaryIoU", single, flags, "integer", target_class_ids=[1], threshold=0.3),
        metric_case("OneHotIoU", probabilities, labels, "one-hot", num_classes=5,
                    target_class_ids=[2]),
        metric_case("OneHotMeanIoU", probabilities, labels, "one-hot", num_classes=5),
    ]
    tied = np.asarray([[1, 2, 2, 0, 2]] * 6, dtype=np.float32)
    cases.append(metric_case("SparseTopKCategoricalAccuracy", tied, labels, "integer", k=2))
    write("metrics", cases)


def made(module, call, **more):
    """What a call makes: its name, then its arguments, which can be calls of schedules."""
    name, arguments = call[0], dict(call[1], **more)
    schedules = keras.optimizers.schedules
    for key, value in arguments.items():
        if isinstance(value, list) and isinstance(value[0], str):
            arguments[key] = made(schedules, value)
    if "decay" in arguments:
        arguments["learning_rate"] = schedules.InverseTimeDecay(
            arguments["learning_rate"], 1, arguments.pop("decay"))
    return getattr(module, name)(**arguments)


def training_case(layers, optimizer, loss, metrics, targets):
    """Two epochs over ten samples of five numbers in batches of four, in order."""
    keras.backend.clear_session()
    model = keras.Sequential(
        [keras.layers.Input((5,))] + [made(keras.layers, call) for call in layers])
    model.set_weights([weight(w.name, w.shape, i + 2) for i, w in enumerate(model.weights)])
    model.compile(optimizer=made(keras.optimizers, optimizer), loss=made(keras.losses, loss),
                  metrics=[made(keras.metrics, call) for call in metrics])
    x, width = numbers((10, 5), 1, 2), model.output_shape[-1]
    classes = np.arange(10) * 3 % width
    y = {"numbers": numbers((10, width), 7, 2), "shares": np.abs(numbers((10, width), 7)),
         "one-hot": np.eye(width, dtype=np.float32)[classes], "integer": classes}[targets]
    if targets == "shares":
        y = y / y.sum(axis=1, keepdims=True)
    history = model.fit(x, y, batch_size=4, epochs=2, shuffle=False, verbose=0).history
    names = ["loss"] + [metric.name for m in model.metrics[1:] for metric in m.metrics]
    shown = model.evaluate(x, y, batch_size=4, verbose=0, return_dict=True)
    return {"layers": layers, "optimizer": optimizer, "loss": loss, "metrics": metrics,
            "targets": targets, "names": names,
            "rows": [] if targets in ["one-hot", "integer"] else rounded(y),
            "labels": classes.tolist(),
            "history": [[history[name][epoch] for name in names] for epoch in range(2)],
            "evaluated": [float(shown[name]) for name in names],
            "weights": [rounded(w) for w in model.get_weights()]}


def training():
    def dense(units, activation):
        return ["Dense", {"units": units, "activation": activation}]
    write("training", [
        training_case(
            [dense(16, "selu"), dense(8, "elu"), dense(3, "linear")],
            ["Nadam", {"beta_2": 0.95, "learning_rate": ["ExponentialDecay", {
                "initial_learning_rate": 0.02, "decay_steps": 2, "decay_rate": 0.8}]}],
            ["Huber", {"delta": 0.5}],
            [["MeanAbsoluteError", {}], ["RootMeanSquaredError", {"name": "rmse"}]], "numbers"),
        training_case(
            [dense(6, "silu"), dense(5, "sigmoid")],
            ["Adadelta", {"learning_rate": 1.0}], ["BinaryCrossentropy", {}],
            [["MeanSquaredError", {"name": "mse"}], ["CosineSimilarity", {}]], "shares"),
        training_case(
            [dense(12, "gelu"), dense(4, "softmax")],
            ["Adamax", {"learning_rate": 0.02, "decay": 0.25}],
            ["CategoricalCrossentropy", {"label_smoothing": 0.1}],
            [["CategoricalAccuracy", {"name": "acc"}], ["TopKCategoricalAccuracy", {"k": 2}],
             ["CategoricalCrossentropy", {}]], "one-hot"),
        training_case(
            [dense(10, "mish"), dense(4, "softmax")],
            ["AdamW", {"beta_2": 0.95, "weight_decay": 0.1, "learning_rate": [
                "PiecewiseConstantDecay", {"boundaries": [1, 3], "values": [0.02, 0.05, 0.01]}]}],
            ["SparseCategoricalCrossentropy", {}],
            [["SparseTopKCategoricalAccuracy", {"k": 2}]], "integer"),
        training_case(
            [dense(7, "softplus"), dense(6, "softmax")],
            ["Adagrad", {"learning_rate": 0.1, "clipvalue": 0.01, "weight_decay": 0.2}],
            ["KLDivergence", {}], [["KLDivergence", {}], ["Poisson", {}]], "shares"),
        training_case(
            [dense(9, "leaky_relu"), dense(8, "hard_silu"), dense(2, "tanh")],
            ["SGD", {"momentum": 0.9, "nesterov": True, "learning_rate": ["CosineDecay", {
                "initial_learning_rate": 0.1, "decay_steps": 5}]}],
            ["LogCosh", {}], [["MeanSquaredError", {}]], "numbers"),
        training_case(
            [dense(9, "relu"), dense(3, "linear")], ["SGD", {"learning_rate": 0.5, "clipnorm": 0.2}],
            ["MeanSquaredError", {}], [], "numbers"),
        training_case(
            [["Dense", {"units": 9, "kernel_regularizer": "l2"}], dense(3, "linear")],
            ["SGD", {"learning_rate": 0.5, "global_clipnorm": 0.2}],
            ["MeanSquaredError", {}], [], "numbers"),
        training_case(
            [dense(9, "tanh"), dense(3, "linear")],
            ["Muon", {"learning_rate": 0.05, "adam_beta_2": 0.95, "global_clipnorm": 0.5}],
            ["MeanSquaredError", {}], [], "numbers"),
        training_case(
            [dense(9, "tanh"), dense(3, "linear")],
            ["Lamb", {"learning_rate": 0.1, "beta_2": 0.95, "weight_decay": 0.05}],
            ["MeanSquaredError", {}], [], "numbers"),
        training_case(
            [["Dense", {"units": 9, "kernel_regularizer": "l2"}], dense(3, "linear")],
            ["Lion", {"learning_rate": 0.01}], ["MeanSquaredError", {}], [], "numbers"),
    ])


optimizers()
schedules()
losses()
activations()
initializers()
metrics()
training()

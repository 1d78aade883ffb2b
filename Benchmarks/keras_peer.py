"""Trains a described model in Keras on TensorFlow. `peers.py` is the program."""
import keras
import numpy as np
import tensorflow as tf

EVALUATION_BATCH = 256


class Clock(keras.callbacks.Callback):
    """Seconds of each epoch."""

    def __init__(self, timer):
        super().__init__()
        self.timer, self.epochs = timer, []

    def on_epoch_begin(self, epoch, logs=None):
        self.start = self.timer()

    def on_epoch_end(self, epoch, logs=None):
        self.epochs.append(self.timer() - self.start)


def data(model, count):
    """Inputs and targets as NumPy arrays of float32."""
    random = np.random.default_rng(0)
    shape = (count, *model["shape"])
    if model["inputs"] == "words":
        inputs = random.integers(0, model["vocabulary"], shape).astype("float32")
    else:
        inputs = random.random(shape, dtype="float32")
    if model["targets"] == "inputs":
        return inputs, inputs
    classes = np.arange(count) % 10
    if model["targets"] == "yesOrNo":
        return inputs, (classes % 2).astype("float32").reshape(-1, 1)
    return inputs, keras.utils.to_categorical(classes, 10)


def run(model, options):
    import time
    tf.config.threading.set_intra_op_parallelism_threads(options.threads)
    tf.config.threading.set_inter_op_parallelism_threads(options.threads)
    keras.utils.set_random_seed(0)
    inputs, targets = data(model, options.images)
    layers = [eval(call, vars(keras.layers)) for call in model["layers"]]
    network = keras.Sequential([keras.layers.Input(tuple(model["shape"])), *layers])
    network.compile(optimizer=model["optimizer"], loss=model["loss"], metrics=model["metrics"])
    clock = Clock(time.perf_counter)
    network.fit(inputs, targets, batch_size=options.batch, epochs=options.epochs + 1, verbose=0,
                callbacks=[clock])
    network.evaluate(inputs, targets, batch_size=EVALUATION_BATCH, verbose=0)
    evaluation = options.seconds(
        lambda: network.evaluate(inputs, targets, batch_size=EVALUATION_BATCH, verbose=0))
    return f"Keras {keras.__version__}", (clock.epochs[1:], evaluation)

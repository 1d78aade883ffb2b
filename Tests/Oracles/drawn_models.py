"""Small models drawn from a seed, as programs for Keras: what `random_models.py` trains."""
import random

PREAMBLE = """import json
import numpy as np
import keras
from keras import layers

def wave(shape, phase, scale=1.0):
    size = int(np.prod(shape)) if shape else 1
    numbers = np.sin(np.arange(size, dtype='float64') * 1.7 + phase) * np.cos(np.arange(size, dtype='float64') * 0.37)
    return (numbers * scale).reshape(shape).astype('float32')

def listed(value):
    return np.asarray(value, dtype='float64').reshape(-1).tolist()

def fix(model):
    fixed = []
    for place, weight in enumerate(model.get_weights()):
        fan = max(1, int(np.prod(weight.shape[:-1]))) if len(weight.shape) > 1 else 1
        numbers = wave(weight.shape, place + 0.5, 1.0 / fan ** 0.5)
        fixed.append(np.abs(numbers) + 0.5 if len(weight.shape) == 1 and place % 4 == 3 else numbers)
    model.set_weights(fixed)
"""
PROBE = "\nNUDGE = {nudge}\n"

ACTIVATIONS = ["relu", "tanh", "sigmoid", "elu", "selu", "softplus", "softsign", "gelu", "silu", "relu6", "hard_sigmoid", "leaky_relu",
               "exponential", "mish", "log_softmax", "softmax", "linear", None]


class Draw:
    """One model's program."""

    def __init__(self, number):
        self.pick = random.Random(number)
        self.lines = []

    def activation(self, share=0.7):
        return repr(self.pick.choice(ACTIVATIONS)) if self.pick.random() < share else "None"

    def program(self):
        pick = self.pick
        kind = pick.choice(["image", "image", "image", "series", "vector", "vector", "words"])
        rows = pick.choice([4, 5, 6])
        shape = {"image": (pick.randint(4, 8), pick.randint(4, 8), pick.randint(1, 3)),
                 "series": (pick.randint(4, 7), pick.randint(1, 3)), "vector": (pick.randint(2, 6),),
                 "words": (pick.randint(3, 6),)}[kind]
        if kind == "words":
            # No word twice: TensorFlow squares the gradients of each occurrence on its own (findings/keras-repeated-words-have-larger-steps.sh).
            self.say(f"x = (np.arange({rows * shape[0]}) * 7 % 40).reshape({(rows, *shape)}).astype('int32')")
        else:
            self.say(f"x = wave(({rows},) + {shape}, 0.3, 2.0) * np.float32(1 + NUDGE)")
        self.say(f"inputs = keras.Input({shape}{', dtype=' + repr('int32') if kind == 'words' else ''})")
        self.say("h = inputs")
        body = {"image": self.image, "series": self.series, "vector": self.vector, "words": self.words}[kind]
        body()
        self.ending(rows)
        return "\n".join(self.lines)

    def say(self, line):
        self.lines.append(line)

    def layer(self, call):
        self.say(f"h = layers.{call}(h)")

    def image(self):
        pick = self.pick
        for _ in range(pick.randint(1, 4)):
            padding = repr(pick.choice(["same", "valid"])) if pick.random() < 0.5 else "'same'"
            size, stride = pick.choice([1, 2, 3]), pick.choice([1, 1, 2])
            bias = pick.choice([", use_bias=False", "", ""])
            self.layer(pick.choice([
                f"Conv2D({pick.randint(1, 5)}, {size}, strides={stride}, padding={padding}, activation={self.activation()}{bias})",
                f"Conv2D({pick.randint(1, 5)}, ({size}, {pick.choice([1, 2, 3])}), padding='same', activation={self.activation()})",
                f"Conv2D({pick.randint(1, 4)}, 3, padding='same', dilation_rate=2, kernel_regularizer={self.regularizer()})",
                f"DepthwiseConv2D({size}, strides={stride}, padding={padding}, depth_multiplier={pick.choice([1, 2])}{bias})",
                f"SeparableConv2D({pick.randint(1, 4)}, {size}, padding='same', activation={self.activation()})",
                f"Conv2DTranspose({pick.randint(1, 3)}, {size}, strides={stride}, padding='same', activation={self.activation()})",
                f"MaxPooling2D(2, strides={pick.choice([1, 2])}, padding='same')",
                f"AveragePooling2D({pick.choice([2, 3])}, strides={pick.choice([1, 2])}, padding='same')",
                f"BatchNormalization(momentum={pick.choice([0.9, 0.99, 0.5])}, epsilon={pick.choice([1e-3, 1e-2])})",
                "LayerNormalization()", f"Activation({self.activation(1)!s})".replace("(None)", "('relu')"),
                f"LeakyReLU(negative_slope={pick.choice([0.1, 0.3])})", "ELU(alpha=0.7)", "PReLU()",
                "PReLU(shared_axes=[1, 2])", f"ZeroPadding2D({pick.choice(['1', '(1, 2)', '((1, 0), (0, 2))'])})",
                f"UpSampling2D({pick.choice(['2', '(1, 2)'])})", "Dropout(0.0)", "Permute((2, 1, 3))", "ReLU(max_value=1.5)",
                "Cropping2D(((0, 1), (1, 0)))", "GaussianNoise(0.0)", "GroupNormalization(groups=-1)", "SpatialDropout2D(0.0)",
                "GroupNormalization(groups=1, scale=False)", "UnitNormalization()", "ReLU(max_value=2.0, negative_slope=0.1, threshold=0.2)",
                f"Conv2D(2, 2, padding='same', activation={self.activation()}, activity_regularizer={self.regularizer()})",
                f"DepthwiseConv2D(2, padding='same', depthwise_constraint={self.constraint()}, depthwise_regularizer={self.regularizer()})",
                f"SeparableConv2D(2, 2, padding='same', pointwise_constraint={self.constraint()}, bias_regularizer={self.regularizer()})",
                f"BatchNormalization(gamma_constraint={self.constraint()}, beta_regularizer={self.regularizer()}, beta_initializer='ones')",
            ]))
            if pick.random() < 0.2:
                self.join("Conv2D(int(h.shape[-1]), 3, padding='same')")
        self.layer(pick.choice(["Flatten()", "GlobalAveragePooling2D()", "GlobalMaxPooling2D()", "Flatten()", "GlobalMaxPooling2D(keepdims=True)"]))
        self.say("h = h if len(h.shape) == 2 else layers.Flatten()(h)")

    def series(self):
        pick = self.pick
        for _ in range(pick.randint(1, 2)):
            self.layer(pick.choice([
                f"Conv1D({pick.randint(1, 5)}, {pick.choice([1, 2, 3])}, padding={pick.choice(['same', 'causal'])!r}, activation={self.activation()})",
                f"SimpleRNN({pick.randint(1, 4)}, return_sequences=True, activation={pick.choice(['tanh', 'relu'])!r})",
                f"LSTM({pick.randint(1, 4)}, return_sequences=True)", f"GRU({pick.randint(1, 4)}, return_sequences=True)",
                "MaxPooling1D(2, padding='same')", "AveragePooling1D(2, padding='same')", f"Dense({pick.randint(1, 4)}, activation={self.activation()})",
                "BatchNormalization()", "LayerNormalization()", "ZeroPadding1D(1)", "UpSampling1D(2)", "Permute((2, 1))",
                "ZeroPadding1D((0, 2))", "Cropping1D((1, 0))", "UnitNormalization()", f"Dense({pick.randint(1, 4)}, activity_regularizer={self.regularizer()})",
                f"Conv1D(2, 2, padding='same', kernel_constraint={self.constraint()}, bias_regularizer={self.regularizer()})",
                f"LSTM(2, return_sequences=True, recurrent_constraint={self.constraint()}, kernel_regularizer={self.regularizer()})",
                f"GRU(2, return_sequences=True, kernel_constraint={self.constraint()}, recurrent_regularizer={self.regularizer()})",
            ]))
        self.layer(pick.choice(["Flatten()", "GlobalAveragePooling1D()", "GlobalMaxPooling1D()", f"LSTM({pick.randint(1, 4)})",
                                f"SimpleRNN({pick.randint(1, 4)})", f"GRU({pick.randint(1, 4)})"]))

    def words(self):
        pick = self.pick
        self.layer(f"Embedding(40, {pick.randint(1, 4)})")
        self.layer(pick.choice(["Flatten()", "GlobalAveragePooling1D()", f"LSTM({pick.randint(1, 4)})", f"SimpleRNN({pick.randint(1, 4)})"]))

    def vector(self):
        pick = self.pick
        for _ in range(pick.randint(1, 3)):
            self.layer(pick.choice([
                f"Dense({pick.randint(1, 6)}, activation={self.activation()}, kernel_regularizer={self.regularizer()})",
                f"Dense({pick.randint(1, 6)}, activation={self.activation()}, use_bias=False)",
                f"Dense({pick.randint(1, 6)}, activation={self.activation()}, bias_regularizer={self.regularizer()})",
                "BatchNormalization()", "BatchNormalization(scale=False)", "BatchNormalization(center=False)", "LayerNormalization(epsilon=1e-2)",
                f"Activation({self.activation(1)!s})".replace("(None)", "('tanh')"), "Dropout(0.0)", "PReLU()", "UnitNormalization()", "Softmax()",
                "Rescaling(0.5, offset=0.1)", "ReLU(negative_slope=0.2)", "ActivityRegularization(l1=0.02, l2=0.01)",
                f"Dense({pick.randint(1, 6)}, activation={self.activation()}, activity_regularizer={self.regularizer()}, kernel_constraint={self.constraint()})",
            ]))
            if pick.random() < 0.25:
                self.join("Dense(int(h.shape[-1]), activation='tanh')")

    def join(self, beside):
        way = self.pick.choice(["Add", "Multiply", "Average", "Maximum", "Minimum", "Subtract", "Concatenate", "Dot"])
        if way == "Dot":
            normalized = self.pick.choice(["", ", normalize=True"])
            self.say(f"h = layers.Concatenate()([layers.Flatten()(h), layers.Flatten()(layers.Dot(axes=-1{normalized})([h, layers.{beside}(h)]))])"
                     if "Dense" in beside else f"h = layers.Add()([h, layers.{beside}(h)])")
            return
        self.say(f"h = layers.{way}()([h, layers.{beside}(h)])")

    def regularizer(self):
        return self.pick.choice(["None", "'l2'", "'l1'", "keras.regularizers.L2(0.03)", "keras.regularizers.L1L2(0.01, 0.02)"])

    def constraint(self):
        return self.pick.choice(["None", "'non_neg'", "keras.constraints.MaxNorm(0.7)", "keras.constraints.UnitNorm()"])

    def ending(self, rows):
        pick = self.pick
        goal = pick.choice(["classes", "onehot", "binary", "numbers"])
        units = 1 if goal == "binary" else pick.choice([2, 3, 4])
        last = {"classes": ["softmax", "softmax", None, "relu", "sigmoid"], "onehot": ["softmax", "softmax", None, "sigmoid"],
                "binary": ["sigmoid", "sigmoid", None, "tanh"], "numbers": [None, None, "relu", "tanh", "softplus"]}[goal]
        activation = pick.choice(last)
        self.say(f"outputs = layers.Dense({units}, activation={activation!r})(h)")
        self.say("model = keras.Model(inputs, outputs)")
        logits = activation is None and pick.random() < 0.7
        if goal == "classes":
            self.say(f"y = np.arange({rows}) % {units}")
            loss = f"keras.losses.SparseCategoricalCrossentropy(from_logits={logits})" if logits else "'sparse_categorical_crossentropy'"
            metrics = ["'accuracy'", "'sparse_categorical_accuracy'", "keras.metrics.SparseTopKCategoricalAccuracy(k=2)"]
        elif goal == "onehot":
            self.say(f"y = keras.utils.to_categorical(np.arange({rows}) % {units}, {units})")
            loss = pick.choice(["'categorical_crossentropy'", "'mse'", "'kl_divergence'", "'categorical_hinge'",
                                "keras.losses.CategoricalCrossentropy(label_smoothing=0.1)", "'binary_crossentropy'",
                                "keras.losses.CategoricalFocalCrossentropy(gamma=1.5)"])
            if logits:
                loss = "keras.losses.CategoricalCrossentropy(from_logits=True)"
            metrics = ["'accuracy'", "'categorical_accuracy'", "'mse'", "keras.metrics.TopKCategoricalAccuracy(k=2)",
                       "keras.metrics.Precision()", "keras.metrics.Recall()", "keras.metrics.AUC()"]
        elif goal == "binary":
            self.say(f"y = (np.arange({rows}) % 2).astype('float32')")
            loss = pick.choice(["'binary_crossentropy'", "'hinge'", "'squared_hinge'", "'mse'", "keras.losses.BinaryFocalCrossentropy()",
                                "keras.losses.BinaryCrossentropy(label_smoothing=0.2)"])
            if logits:
                loss = "keras.losses.BinaryCrossentropy(from_logits=True)"
            metrics = ["'accuracy'", "'binary_accuracy'", "'mae'", "keras.metrics.Precision()", "keras.metrics.Recall()", "keras.metrics.AUC()"]
        else:
            self.say(f"y = wave(({rows}, {units}), 2.0)")
            loss = pick.choice(["'mse'", "'mae'", "'huber'", "'log_cosh'", "keras.losses.Huber(delta=0.3)", "'cosine_similarity'",
                                "'mean_squared_logarithmic_error'", "'mean_absolute_percentage_error'", "'poisson'"])
            metrics = ["'mae'", "'mse'", "keras.metrics.RootMeanSquaredError()", "'cosine_similarity'", "'mape'"]
        chosen = pick.sample(metrics, pick.randint(0, 2))
        optimizer = pick.choice([
            "keras.optimizers.SGD(0.05)", "keras.optimizers.SGD(0.05, momentum=0.9)", "keras.optimizers.SGD(0.02, momentum=0.8, nesterov=True)",
            "keras.optimizers.Adam(0.01)", "keras.optimizers.Adam(0.01, amsgrad=True)", "keras.optimizers.RMSprop(0.01)",
            "keras.optimizers.RMSprop(0.01, momentum=0.5, centered=True)", "keras.optimizers.Adagrad(0.05)", "keras.optimizers.Adamax(0.01)",
            "keras.optimizers.Nadam(0.01)", "keras.optimizers.AdamW(0.01, weight_decay=0.1)", "keras.optimizers.Adadelta(0.5)",
            "keras.optimizers.SGD(0.05, clipnorm=0.5)", "keras.optimizers.Adam(0.01, clipvalue=0.05)",
            "keras.optimizers.SGD(0.05, use_ema=True, ema_momentum=0.8)", "keras.optimizers.Adam(0.01, use_ema=True, ema_overwrite_frequency=2)", "keras.optimizers.SGD(0.05, global_clipnorm=0.3)",
            "keras.optimizers.SGD(keras.optimizers.schedules.ExponentialDecay(0.1, 1, 0.5))", "'adam'", "'sgd'", "'rmsprop'",
        ])
        self.say("fix(model)")
        self.say(f"model.compile(optimizer={optimizer}, loss={loss}, metrics=[{', '.join(chosen)}])")
        self.say("result = {'count': model.count_params(), 'names': [w.path.split('/')[-1] for w in model.weights],"
                 " 'shapes': [list(w.shape) for w in model.weights]}")
        self.say("result['before'] = listed(model.predict(x, verbose=0))")
        callbacks = pick.choice(["", "", "", "keras.callbacks.ReduceLROnPlateau(monitor='loss', patience=1, factor=0.5, min_delta=10)",
                                 "keras.callbacks.EarlyStopping(monitor='loss', patience=1, min_delta=10)",
                                 "keras.callbacks.LearningRateScheduler(lambda epoch, rate: rate * 0.5)", "keras.callbacks.TerminateOnNaN()"])
        weights = pick.choice(["", "", "", f", sample_weight=np.arange({rows}, dtype='float32') % 3 + 0.5"])
        size = rows if pick.random() < 0.7 else 3
        epochs = 3 if size == rows else 2
        validation = ", validation_data=(x, y)" if pick.random() < 0.3 else ""
        self.say(f"history = model.fit(x, y, batch_size={size}, epochs={epochs}, shuffle=False, verbose=0,"
                 f" callbacks=[{callbacks}]{weights}{validation})")
        self.say("result['history'] = {name: listed(values) for name, values in history.history.items()}")
        self.say("result['evaluated'] = listed(model.evaluate(x, y, verbose=0))")
        self.say("result['after'] = listed(model.predict(x, verbose=0))")
        self.say("result['weights'] = [listed(w) for w in model.get_weights()]")


def source(number, nudge):
    return PREAMBLE + PROBE.format(nudge=nudge) + Draw(number).program() + "\nprint(json.dumps(result))\n"

"""Trains a described model in PyTorch, eagerly. `peers.py` is the program.

A model is built layer by layer from calls in Keras notation; each of the functions of `LAYERS` gives
the modules for one kind. Channels come first, as PyTorch has them, and a loss takes logits, so that a
last softmax or sigmoid is left out.
"""
import ast

import torch
from torch import nn
from torch.nn import functional

EVALUATION_BATCH = 256
ACTIVATIONS = {"relu": nn.ReLU, "sigmoid": nn.Sigmoid, "tanh": nn.Tanh,
               "softmax": lambda: nn.Softmax(-1)}


class Swap(nn.Module):
    """Steps and channels change places."""

    def forward(self, x):
        return x.transpose(1, 2)


class Words(nn.Module):
    """Whole numbers to rows of a table."""

    def __init__(self, count, width):
        super().__init__()
        self.table = nn.Embedding(count, width)

    def forward(self, x):
        return self.table(x)


class LastState(nn.Module):
    """The state of a recurrent layer after its last step."""

    def __init__(self, layer):
        super().__init__()
        self.layer = layer

    def forward(self, x):
        return self.layer(x)[0][:, -1]


class Largest(nn.Module):
    def forward(self, x):
        return x.amax(-1)


class Mean(nn.Module):
    def forward(self, x):
        return x.mean(tuple(range(2, x.ndim)))


def padded(padding, kernel, strides, dilation=1):
    """PyTorch's padding for Keras'; where a stride is taken, of the same cost."""
    if padding == "valid":
        return 0
    return "same" if strides == 1 else (dilation * (kernel - 1) + 1) // 2


def convolution(module):
    def build(x, filters, kernel, strides=1, padding="valid", dilation_rate=1, use_bias=True):
        return [module(x.shape[1], filters, kernel, strides,
                       padded(padding, kernel, strides, dilation_rate), dilation_rate,
                       bias=use_bias)]
    return build


def depthwise(x, kernel, strides=1, padding="valid", use_bias=True):
    channels = x.shape[1]
    return [nn.Conv2d(channels, channels, kernel, strides, padded(padding, kernel, strides),
                      groups=channels, bias=use_bias)]


def separable(x, filters, kernel, strides=1, padding="valid"):
    return depthwise(x, kernel, strides, padding, use_bias=False) + [
        nn.Conv2d(x.shape[1], filters, 1)]


def transposed(x, filters, kernel, strides=1, padding="valid"):
    """With `same` padding an output is `strides` times as large as its input."""
    spare = max(kernel - strides, 0)
    same = {"padding": (spare + 1) // 2, "output_padding": spare % 2}
    return [nn.ConvTranspose2d(x.shape[1], filters, kernel, strides,
                               **(same if padding == "same" else {}))]


def dense(x, units):
    return [nn.Linear(x.shape[-1], units)]


def normalization(x):
    return [nn.BatchNorm2d(x.shape[1], eps=1e-3, momentum=0.01)]


LAYERS = {
    "Conv1D": convolution(nn.Conv1d), "Conv2D": convolution(nn.Conv2d),
    "DepthwiseConv2D": depthwise, "SeparableConv2D": separable, "Conv2DTranspose": transposed,
    "Dense": dense, "BatchNormalization": normalization,
    "MaxPooling1D": lambda x: [nn.MaxPool1d(2)], "MaxPooling2D": lambda x: [nn.MaxPool2d(2)],
    "AveragePooling2D": lambda x, size: [nn.AvgPool2d(size)],
    "GlobalMaxPooling1D": lambda x: [Largest()], "GlobalAveragePooling2D": lambda x: [Mean()],
    "UpSampling2D": lambda x: [nn.Upsample(scale_factor=2)], "Flatten": lambda x: [nn.Flatten()],
    "Dropout": lambda x, rate: [nn.Dropout(rate)],
    "Activation": lambda x, name: [ACTIVATIONS[name]()],
    "Embedding": lambda x, count, width: [Words(count, width), Swap()],
    "LSTM": lambda x, units: [LastState(nn.LSTM(x.shape[-1], units, batch_first=True))],
    "SimpleRNN": lambda x, units: [LastState(nn.RNN(x.shape[-1], units, batch_first=True))],
}


def call(text):
    """A call's name, its arguments and its keywords."""
    node = ast.parse(text, mode="eval").body
    return (node.func.id, [ast.literal_eval(value) for value in node.args],
            {word.arg: ast.literal_eval(word.value) for word in node.keywords})


def build(model, inputs):
    """The network without its last activation, whose shapes are seen from some inputs."""
    modules, x = [], inputs
    for place, text in enumerate(model["layers"]):
        name, arguments, keywords = call(text)
        activation = keywords.pop("activation", None)
        added = LAYERS[name](x, *arguments, **keywords)
        if activation and place + 1 < len(model["layers"]):
            added.append(ACTIVATIONS[activation]())
        for module in added:
            x = module(x)
        modules += added
    return nn.Sequential(*modules)


def data(model, count, layout):
    """Inputs with channels in front of what they are channels of, and targets."""
    shape = model["shape"]
    recurrent = model["layers"][0].startswith(("LSTM", "SimpleRNN"))
    if len(shape) > 1 and not recurrent:
        shape = [shape[-1], *shape[:-1]]
    if model["inputs"] == "words":
        inputs = torch.randint(0, model["vocabulary"], (count, *shape))
    else:
        inputs = torch.rand(count, *shape).contiguous(memory_format=layout)
    if model["targets"] == "inputs":
        return inputs, inputs
    classes = torch.arange(count) % 10
    if model["targets"] == "yesOrNo":
        return inputs, (classes % 2).float().reshape(-1, 1)
    return inputs, classes


def optimizer(model, network):
    if model["optimizer"] == "adam":
        return torch.optim.Adam(network.parameters(), lr=1e-3, eps=1e-7, fused=True)
    return torch.optim.RMSprop(network.parameters(), lr=1e-3, alpha=0.9, eps=1e-7, foreach=True)


class Training:
    def __init__(self, model, options, layout):
        torch.manual_seed(0)
        self.size = options.batch
        self.inputs, self.targets = data(model, options.images, layout)
        network = build(model, self.inputs[:2])
        self.network = network.to(memory_format=layout)
        self.optimizer = optimizer(model, self.network)
        self.counts = "accuracy" in model["metrics"]
        self.loss = (functional.cross_entropy if model["targets"] == "classes"
                     else functional.binary_cross_entropy_with_logits)

    def epoch(self, limit=None):
        """Trains once over all inputs in a new order, with the figures that a history shows."""
        self.network.train()
        order = torch.randperm(len(self.inputs))[:limit]
        loss_sum = right = 0
        for rows in order.split(self.size):
            targets = self.targets[rows]
            outputs = self.network(self.inputs[rows])
            loss = self.loss(outputs, targets)
            self.optimizer.zero_grad(set_to_none=True)
            loss.backward()
            self.optimizer.step()
            loss_sum += loss.item() * len(rows)
            if self.counts:
                right += (outputs.argmax(1) == targets).sum().item()
        return loss_sum / len(order), right / len(order)

    @torch.inference_mode()
    def evaluate(self, limit=None):
        self.network.eval()
        loss_sum = right = 0
        for inputs, targets in zip(self.inputs[:limit].split(EVALUATION_BATCH),
                                   self.targets[:limit].split(EVALUATION_BATCH)):
            outputs = self.network(inputs)
            loss_sum += self.loss(outputs, targets).item() * len(inputs)
            if self.counts:
                right += (outputs.argmax(1) == targets).sum().item()
        return loss_sum, right


def run(model, options):
    """A name and the times for each order of memory."""
    torch.set_num_threads(options.threads)
    layouts = {"contiguous": torch.contiguous_format}
    if len(model["shape"]) == 3:
        layouts["channels_last"] = torch.channels_last
    for name, layout in layouts.items():
        training = Training(model, options, layout)
        training.epoch(4 * options.batch)
        epochs = [options.seconds(training.epoch) for _ in range(options.epochs)]
        training.evaluate(EVALUATION_BATCH)
        yield f"PyTorch {torch.__version__} {name}", (epochs, options.seconds(training.evaluate))

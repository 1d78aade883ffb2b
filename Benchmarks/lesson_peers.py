#!/usr/bin/env python3
"""Trains the lesson's network on MNIST in PyTorch or Keras; prints one line of JSON.

Usage: lesson_peers.py torch|keras FOLDER [EPOCHS]. FOLDER has the four IDX files, gzipped or not.
Needs `pip install torch`, or `pip install keras tensorflow-cpu`.
"""
import gzip
import json
import pathlib
import sys
import time

import numpy


def idx(folder, name, offset, shape):
    path = pathlib.Path(folder) / name
    data = path.read_bytes() if path.exists() else gzip.open(f"{path}.gz").read()
    return numpy.frombuffer(data, numpy.uint8)[offset:].reshape(shape)


def mnist(folder):
    for part in ("train", "t10k"):
        yield idx(folder, f"{part}-images-idx3-ubyte", 16, (-1, 28, 28, 1))
        yield idx(folder, f"{part}-labels-idx1-ubyte", 8, (-1,))


def torch_epochs(images, labels, test, truths, epochs):
    import torch
    from torch import nn
    from torch.nn import functional

    def tensors(images):
        x = torch.from_numpy(images.transpose(0, 3, 1, 2).astype("float32") / 255)
        return x.contiguous(memory_format=torch.channels_last)

    model = nn.Sequential(
        nn.Conv2d(1, 32, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(32, 64, 3), nn.ReLU(),
        nn.MaxPool2d(2), nn.Conv2d(64, 64, 3), nn.ReLU(), nn.Flatten(), nn.Linear(576, 64),
        nn.ReLU(), nn.Linear(64, 10)).to(memory_format=torch.channels_last)
    optimizer = torch.optim.RMSprop(model.parameters(), lr=1e-3, alpha=0.9, eps=1e-7)
    x, y = tensors(images), torch.from_numpy(labels.astype("int64"))
    seen, truth = tensors(test), torch.from_numpy(truths.astype("int64"))
    for _ in range(epochs):
        start = time.perf_counter()
        model.train()
        for batch in torch.randperm(len(x)).split(64):
            optimizer.zero_grad(set_to_none=True)
            functional.cross_entropy(model(x[batch]), y[batch]).backward()
            optimizer.step()
        yield time.perf_counter() - start
    start = time.perf_counter()
    model.eval()
    with torch.inference_mode():
        right = sum((model(a).argmax(1) == b).sum().item()
                    for a, b in zip(seen.split(256), truth.split(256)))
    yield right / len(truth), time.perf_counter() - start


def keras_epochs(images, labels, test, truths, epochs):
    import keras
    from keras import layers

    model = keras.Sequential([
        layers.Input((28, 28, 1)), layers.Conv2D(32, 3, activation="relu"),
        layers.MaxPooling2D(), layers.Conv2D(64, 3, activation="relu"), layers.MaxPooling2D(),
        layers.Conv2D(64, 3, activation="relu"), layers.Flatten(),
        layers.Dense(64, activation="relu"), layers.Dense(10, activation="softmax")])
    model.compile("rmsprop", "sparse_categorical_crossentropy", metrics=["accuracy"])
    x, seen = images.astype("float32") / 255, test.astype("float32") / 255
    for _ in range(epochs):
        start = time.perf_counter()
        model.fit(x, labels, batch_size=64, epochs=1, verbose=0)
        yield time.perf_counter() - start
    model.evaluate(seen[:256], truths[:256], batch_size=256, verbose=0)
    start = time.perf_counter()
    accuracy = model.evaluate(seen, truths, batch_size=256, verbose=0)[1]
    yield float(accuracy), time.perf_counter() - start


def main():
    peer, folder = sys.argv[1:3]
    epochs = int(sys.argv[3]) if len(sys.argv) > 3 else 2
    data = [*mnist(folder)]
    train = {"torch": torch_epochs, "keras": keras_epochs}[peer]
    *seconds, (accuracy, evaluation) = train(data[0], data[1], data[2], data[3], epochs)
    print(json.dumps({"epochs": seconds, "evaluation": evaluation, "accuracy": accuracy}))


main()

#!/usr/bin/env python3
"""Trains the models of `caderno bench` in PyTorch, and prints their speed as one line of JSON.

Needs `pip install torch`. Images are random bytes, scaled as they are read; tensors are in
channels_last, the order of memory that PyTorch's own CPU kernels like best.
"""
import argparse
import json
import resource
import statistics
import time

import torch
from torch import nn
from torch.nn import functional


def lesson(width):
    return nn.Sequential(
        nn.Conv2d(1, width, 3), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(width, 2 * width, 3), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(2 * width, 2 * width, 3), nn.ReLU(), nn.Flatten(),
        nn.LazyLinear(64), nn.ReLU(), nn.Linear(64, 10))


def vgg(width):
    def padded(before, after):
        return [nn.Conv2d(before, after, 3, padding=1), nn.ReLU()]

    return nn.Sequential(
        *padded(3, width), *padded(width, width), nn.MaxPool2d(2),
        *padded(width, 2 * width), *padded(2 * width, 2 * width), nn.MaxPool2d(2),
        *padded(2 * width, 4 * width), nn.Flatten(),
        nn.LazyLinear(128), nn.ReLU(), nn.Linear(128, 10))


def dense(width):
    return nn.Sequential(nn.Flatten(), nn.Linear(784, 16 * width), nn.ReLU(),
                         nn.Linear(16 * width, 10))


def strided(width):
    layers, before = [], 3
    for after in (width, 2 * width, 4 * width):
        layers += [nn.Conv2d(before, after, 3, stride=2, padding=1, bias=False),
                   nn.BatchNorm2d(after, eps=1e-3, momentum=0.01), nn.ReLU()]
        before = after
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(before, 10))


MODELS = {"lesson": (lesson, (1, 28, 28)), "vgg": (vgg, (3, 32, 32)),
          "dense": (dense, (1, 28, 28)), "strided": (strided, (3, 32, 32))}


def epoch(model, optimizer, pixels, labels, size):
    """Trains once over all images in a new order, with the figures that a history shows."""
    model.train()
    order = torch.randperm(len(labels))
    loss_sum = right = 0
    for rows in order.split(size):
        inputs = pixels[rows]
        outputs = model(inputs)
        loss = functional.cross_entropy(outputs, labels[rows])
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        loss_sum += loss.item() * len(rows)
        right += (outputs.argmax(1) == labels[rows]).sum().item()
    return loss_sum / len(labels), right / len(labels)


@torch.inference_mode()
def evaluate(model, pixels, labels, size=256):
    model.eval()
    return sum((model(x).argmax(1) == y).sum().item()
               for x, y in zip(pixels.split(size), labels.split(size)))


def seconds(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", choices=MODELS, default="lesson")
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--images", type=int, default=6000)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--threads", type=int)
    parser.add_argument("--channels", type=int, default=32)
    options = parser.parse_args()
    if options.threads:
        torch.set_num_threads(options.threads)
    torch.manual_seed(0)
    build, shape = MODELS[options.model]
    layout = torch.channels_last
    data = torch.randint(0, 256, (options.images, *shape), dtype=torch.uint8)
    pixels = (data.float() / 255).contiguous(memory_format=layout)
    labels = torch.arange(options.images) % 10
    model = build(options.channels)
    model(pixels[:2])
    model = model.to(memory_format=layout)
    optimizer = torch.optim.RMSprop(model.parameters(), lr=1e-3, alpha=0.9, eps=1e-7, foreach=True)
    # One short epoch first: the peer chooses its kernels on first use.
    epoch(model, optimizer, pixels[:4 * options.batch], labels[:4 * options.batch], options.batch)
    epochs = [seconds(lambda: epoch(model, optimizer, pixels, labels, options.batch))
              for _ in range(options.epochs)]
    evaluate(model, pixels[:256], labels[:256])
    evaluation = seconds(lambda: evaluate(model, pixels, labels))
    print(json.dumps({
        "peer": f"PyTorch {torch.__version__}", "model": options.model, "batch": options.batch,
        "threads": torch.get_num_threads(), "epochs": epochs,
        "fit_images_per_second": options.images / statistics.median(epochs),
        "evaluation_images_per_second": options.images / evaluation,
        "peak_memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


main()

#!/usr/bin/env python3
"""Trains a model of `caderno bench` in PyTorch or Keras, and prints its speed as one line of JSON.

Reads what the models are from `caderno bench --describe`, on standard input. Data are random and in
memory; one short epoch goes before those that count, since peers choose their kernels on first use.
PyTorch runs eagerly, in each order of memory that it knows for the data: an answer for each.

Needs `pip install torch`, or `pip install tensorflow-cpu keras`.
"""
import argparse
import json
import os
import resource
import statistics
import sys
import time


def seconds(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def answer(peer, images, epochs, evaluation):
    return {"peer": peer, "epochs": epochs,
            "fit_images_per_second": images / statistics.median(epochs),
            "evaluation_images_per_second": images / evaluation,
            "peak_memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def torch_answers(model, options):
    import torch_peer
    return [answer(peer, options.images, *times) for peer, times in torch_peer.run(model, options)]


def keras_answers(model, options):
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    import keras_peer
    peer, times = keras_peer.run(model, options)
    return [answer(peer, options.images, *times)]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("peer", choices=["torch", "keras"])
    parser.add_argument("--model", required=True)
    parser.add_argument("--batch", type=int)
    parser.add_argument("--images", type=int)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    options = parser.parse_args()
    model = {model["name"]: model for model in json.load(sys.stdin)}[options.model]
    options.batch = options.batch or model["batches"][0]
    options.images = options.images or model["images"]
    options.seconds = seconds
    answers = {"torch": torch_answers, "keras": keras_answers}[options.peer]
    print(json.dumps(answers(model, options)))


main()

#!/usr/bin/env python3
"""Draws small models from a seed, trains them with Keras and with Caderno, and says where the two differ.

Usage: random_models.py CADERNO [COUNT [FIRST]], or random_models.py --show N. Models FIRST to FIRST + COUNT - 1 (500 from 0)
with fixed weights make three steps;
500 take half an hour on two busy cores. With --show the program of one model is printed, and nothing runs.
Outputs and losses may differ by 1e-5, weights after the steps by 1e-4 of the largest number beside them; counts, names and the
places of NaN are exact. What Keras itself changes by more than that where inputs move by 1e-7 says nothing and is counted apart, as are
models that both refuse, those with something that Caderno says it doesn't have, and those where Keras in double precision gives
what Caderno gives: there Keras' own rounding differs. Ends with 1 where there is a difference.
Keras runs in processes of a few models, since TensorFlow ends with a fault of memory after some dozens; a model that ends the process that
began with it is told and counted.
"""
import collections
import contextlib
import io
import json
import math
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import warnings

from drawn_models import source

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

NOT_OFFERED = re.compile(r" here \[unknown-(attribute|argument)\]$")
MODELS_A_PROCESS = 15


def of_keras(number, nudge, precision="float32"):
    import keras
    keras.config.disable_traceback_filtering()
    keras.backend.clear_session()
    keras.config.set_floatx(precision)
    keras.config.set_dtype_policy(precision)
    # Without compiled graphs a model takes a tenth of the time.
    text = source(number, nudge).replace("model.compile(", "model.compile(run_eagerly=True, ")
    written = io.StringIO()
    with contextlib.redirect_stdout(written), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            exec(compile(text, "<model>", "exec"), {"__name__": "__main__"})
        except Exception as error:  # what Keras says of it is the result
            return f"{type(error).__name__}: {error}".splitlines()[0]
    return json.loads(written.getvalue().splitlines()[-1])


def tell_of_keras(numbers):
    """What a process of `keras_results` prints: a line a model, as soon as it is known."""
    for number in numbers:
        results = [of_keras(number, 0.0), of_keras(number, 1e-7), of_keras(number, 0.0, "float64")]
        print(json.dumps([number, results]), flush=True)


def keras_results(numbers):
    """Each model's results in Keras: plain, with moved inputs and in double precision; None where it ends TensorFlow's process."""
    left = collections.deque(numbers)
    while left:
        piece = list(left)[:MODELS_A_PROCESS]
        command = [sys.executable, __file__, "--keras", *map(str, piece)]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False)
        lines = [line for line in done.stdout.splitlines() if line.startswith("[") and line.endswith("]")]
        for line in lines:
            number, results = json.loads(line)
            left.remove(number)
            yield number, results
        if not lines:
            yield left.popleft(), None


def of_caderno(program, number, folder):
    file = pathlib.Path(folder) / "model.py"
    file.write_text(source(number, 0.0))
    done = subprocess.run([program, "run", file, "--quiet", "--no-cache"], capture_output=True, text=True, timeout=300, check=False)
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if done.returncode or not lines:
        said = [line.strip() for line in (done.stderr + done.stdout).splitlines() if "error" in line.lower()]
        return re.sub(r"^.*?: error: ", "", said[0]) if said else f"ended with {done.returncode}"
    return json.loads(lines[-1])


def distance(left, right):
    """The largest difference, beside the largest number; infinite where lengths or places of NaN differ."""
    if len(left) != len(right):
        return math.inf
    if any(math.isfinite(a) != math.isfinite(b) or (math.isnan(a) != math.isnan(b)) for a, b in zip(left, right)):
        return math.inf
    pairs = [(a, b) for a, b in zip(left, right) if math.isfinite(a)]
    scale = max([abs(a) for a, _ in pairs] + [1e-3])
    return max([abs(a - b) / scale for a, b in pairs] + [0.0])


def parts(result):
    """Name, numbers and tolerance of all that is compared."""
    yield "before", result["before"], 1e-5
    for name, values in result["history"].items():
        yield f"history {name}", values, 1e-5 if name != "learning_rate" else 1e-6
    yield "evaluated", result["evaluated"], 1e-5
    yield "after", result["after"], 1e-4
    for place, values in enumerate(result["weights"]):
        yield f"weights {place} {result['names'][place]}", values, 1e-4


def differences(keras, nudged, ours):
    for name in ("count", "names", "shapes"):
        if keras[name] != ours[name]:
            yield f"{name}: {keras[name]} in Keras, {ours[name]} here"
    if list(keras["history"]) != list(ours["history"]):
        yield f"history: {list(keras['history'])} in Keras, {list(ours['history'])} here"
        return
    if len(keras["weights"]) != len(ours["weights"]):
        return
    for (name, right, tolerance), (_, other, _), (_, here, _) in zip(parts(keras), parts(nudged), parts(ours)):
        own = distance(right, other)
        if math.isinf(own) or own > tolerance / 4:
            yield None
            return
        away = distance(right, here)
        if away > tolerance:
            yield f"{name}: {away:.2g} apart; {[round(v, 6) for v in right[:4]]} in Keras, {[round(v, 6) for v in here[:4]]} here"
            return


def verdict(results, ours):
    """The outcome of one model, and what differs in it."""
    if results is None:
        return "end TensorFlow", ["ends TensorFlow's process"]
    right, nudged, double = results
    if isinstance(right, str) or isinstance(ours, str):
        if isinstance(right, str) and isinstance(ours, str):
            return "both refuse", []
        return "differ", [f"Keras: {right if isinstance(right, str) else 'runs'}; here: {ours if isinstance(ours, str) else 'runs'}"]
    if isinstance(nudged, str):
        return "say nothing", []
    found = list(differences(right, nudged, ours))
    if None in found:
        return "say nothing", []
    if found and not isinstance(double, str) and not list(differences(double, double, ours)):
        return "equal in double precision", [f"{text} (as here in double precision)" for text in found]
    return "differ" if found else "equal", found


def main():
    if sys.argv[1] == "--show":
        print(source(int(sys.argv[2]), 0.0))
        return 0
    if sys.argv[1] == "--keras":
        tell_of_keras(map(int, sys.argv[2:]))
        return 0
    program = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 500
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    totals = collections.Counter({"equal": 0, "differ": 0})
    missing = collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        ours = {}
        for number in range(first, first + count):
            result = of_caderno(program, number, folder)
            if isinstance(result, str) and NOT_OFFERED.search(result):
                missing[NOT_OFFERED.sub("", result)] += 1
                totals["not offered"] += 1
            else:
                ours[number] = result
    for place, (number, results) in enumerate(keras_results(ours)):
        if place and place % 50 == 0:
            print(f"{place} of {len(ours)}", file=sys.stderr, flush=True)
        outcome, found = verdict(results, ours[number])
        totals[outcome] += 1
        for text in found:
            print(f"model {number}: {text}", flush=True)
    for name, times in missing.most_common():
        print(f"{times} with {name}")
    print(", ".join(f"{number} {name}" for name, number in totals.items()))
    return 1 if totals["differ"] or totals["end TensorFlow"] else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Makes programs that draw from NumPy's generators, from a seed, and records what NumPy prints for them.

Usage: random_numpy.py OUTPUT. Each program seeds a generator, makes a few calls with scalars, sizes and arrays
of parameters, and prints what it gets with all digits; its last line tells where the stream stands then.
"""
import contextlib
import io
import json
import random
import sys
import warnings

import numpy as np

from snippets import run_cell

warnings.simplefilter("ignore")
pick = random.Random(20)
SIZES = ["", ", size=3", ", size=(2, 3)", ", size=()", ", size=7", ", size=None", ", size=0", ", size=40"]
# Parameters of each distribution: expressions, the last with an array.
DISTRIBUTIONS = {
    "normal": ["", "5, 2", "loc=[0, 10]", "[[1.0], [2.0]], [0.5, 1.5]"],
    "uniform": ["", "-1, 1", "low=2, high=5", "[0, 10], [1, 20]"],
    "exponential": ["", "2.5", "scale=[1, 2, 3]"],
    "gamma": ["2.0", "0.5, 2.0", "1.0", "[0.3, 1, 4]"],
    "standard_gamma": ["3.5", "0.7", "[1, 2]"],
    "beta": ["2, 5", "0.5, 0.5", "[0.5, 2], [0.5, 3]"],
    "chisquare": ["3", "[1, 2]"],
    "f": ["3, 4", "[1, 2], 5"],
    "standard_t": ["4", "[2, 10]"],
    "lognormal": ["", "0.5, 0.25", "[0, 1]"],
    "laplace": ["", "1, 2", "[0, 1]"],
    "logistic": ["", "1, 2", "[0, 1]"],
    "gumbel": ["", "1, 2", "[0, 1]"],
    "pareto": ["3", "[1, 2]"],
    "power": ["3", "[1, 2]"],
    "weibull": ["1.5", "[0, 2]"],
    "rayleigh": ["", "2", "[1, 2]"],
    "triangular": ["0, 1, 3", "[0, 1], 2, 5"],
    "binomial": ["1, 0.5", "10, 0.3", "20, 0.9", "1000, 0.4", "500, 0.77", "100000, 0.01", "[5, 500], [0.5, 0.4]"],
    "poisson": ["", "3.5", "50", "lam=[1, 20, 300]"],
    "geometric": ["0.5", "0.05", "[0.2, 0.8]"],
    "negative_binomial": ["3, 0.5", "[1, 4], 0.3"],
    "multinomial": ["20, [0.2, 0.3, 0.5]", "500, [0.5, 0.5]"],
    "dirichlet": ["[1, 2, 3]", "[0.05, 0.02]"],
    "standard_normal": [""],
    "standard_exponential": [""],
    "standard_cauchy": [""],
}
DTYPES = ["bool", "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64"]


def distribution():
    name = pick.choice(list(DISTRIBUTIONS))
    parameters = pick.choice(DISTRIBUTIONS[name])
    size = "" if "[" in parameters and name not in ("multinomial", "dirichlet") else pick.choice(SIZES)
    return f"{name}({(parameters + size).removeprefix(', ')})"


def integers(name):
    if pick.random() < 0.2:
        bounds = pick.choice(["[3, 50, 700]", "0, [3, 300, 2 ** 40]", "[[1], [5]], [10, 200]"])
        dtype = pick.choice(["", ", dtype='int16'", ", dtype='int32'"]) if "2 **" not in bounds else ""
        return f"{name}({bounds}{dtype})"
    dtype = pick.choice(DTYPES)
    info = (0, 1) if dtype == "bool" else (np.iinfo(dtype).min, np.iinfo(dtype).max)
    low = int(pick.choice([0, 0, 0, 1 if dtype != "bool" else 0, info[0]]))
    most = info[1] - low
    spread = pick.choice([1, 2, 3, 10, 100, 200, 1000, 60000, 2 ** 31, 2 ** 32, 2 ** 40, most, most + 1])
    high = low + max(1, min(spread, most + 1))
    if high > 2 ** 63 - 1:
        high = 2 ** 63 - 1
    size = pick.choice(SIZES[1:])
    given = "" if dtype == "int64" and pick.random() < 0.5 else f", dtype='{dtype}'"
    return f"{name}({low}, {high}{size}{given})"


def order(is_legacy):
    calls = [
        "permutation(9)", "permutation([3, 4, 5, 6])", "permutation(np.arange(12).reshape(4, 3))", "choice(10)",
        "choice(10, 4)", "choice([5, 6, 7])", "choice(6, size=(2, 2))", "choice(10, 4, replace=False)",
        "choice(20000, 5, replace=False)", "choice(20000, 900, replace=False)[:9]",
        "choice(5, 3, replace=False, p=[0.1, 0.2, 0.3, 0.2, 0.2])", "choice(3, 6, p=[0.1, 0.2, 0.7])",
        "permutation(['a', 'b', 'c', 'd'])", "choice(['a', 'b'], 3)",
    ]
    if not is_legacy:
        calls += [
            "choice([[1, 2], [3, 4], [5, 6]], 2)", "choice(12, 5, replace=False, shuffle=False)",
            "permutation(np.arange(12).reshape(4, 3), axis=1)", "choice([[1, 2, 3], [4, 5, 6]], 2, axis=1)",
            "random(5, dtype=np.float32)", "standard_normal(300, dtype=np.float32)", "random(dtype='float32')",
            "standard_normal((2, 2), dtype='float32')", "integers(5, size=4, endpoint=True)",
            "standard_normal(2000)[-3:]", "standard_exponential(2000)[-3:]",
        ]
    else:
        calls += ["rand(3)", "rand()", "randn(2, 2)", "randn()", "random_sample(2)", "random_integers(4, size=3)"]
    return pick.choice(calls)


def statement(is_legacy):
    kind = pick.random()
    if kind < 0.1:
        made = pick.choice(["np.arange(9)", "list(range(7))", "np.arange(12).reshape(4, 3)", "['a', 'b', 'c', 'd']"])
        axis = ", axis=1" if not is_legacy and "reshape" in made and pick.random() < 0.5 else ""
        return f"x = {made}\ng.shuffle(x{axis})\nprint(np.asarray(x).tolist())"
    name = "randint" if is_legacy else "integers"
    call = distribution() if kind < 0.45 else integers(name) if kind < 0.8 else order(is_legacy)
    return f"print(np.asarray(g.{call}).tolist())"


def program():
    seed = pick.choice(["0", "42", "7", "123456", "[1, 2, 3]", "2 ** 32 - 1", "(5, 6)", "np.arange(6)"])
    kind = pick.randrange(3)
    if kind == 2 and pick.random() < 0.3:
        seed = pick.choice(["2 ** 40 + 3", "[2 ** 33, 1, 2, 3, 4, 5]", "2 ** 62"])
    lines = ["import numpy as np"]
    lines += [[f"g = np.random", f"g.seed({seed})"], [f"g = np.random.RandomState({seed})"],
              [f"g = np.random.default_rng({seed})"]][kind]
    for _ in range(pick.randint(2, 6)):
        lines.append(statement(kind < 2))
    # What small draws leave of a word, of a pair of normal numbers and of the stream.
    lines.append(f"print(g.{'randint' if kind < 2 else 'integers'}(1000), g.normal(), g.random())")
    return "\n".join(lines)


def run(source):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        run_cell(source, {"__name__": "__main__"})
    return out.getvalue()


cases = [{"source": source, "output": run(source)} for source in (program() for _ in range(int(sys.argv[2]) if len(sys.argv) > 2 else 250))]
with open(sys.argv[1], "w", encoding="utf-8") as file:
    json.dump(cases, file, ensure_ascii=False, indent=1)
    file.write("\n")
print("NumPy", np.__version__, len(cases), "programs")

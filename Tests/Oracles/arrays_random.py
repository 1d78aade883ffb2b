"""Writes random snippets for arrays_numpy.py: printing, indexing, arithmetic and reductions.

Usage: arrays_random.py COUNT SEED > snippets.txt
"""
import random
import sys

count, seed = int(sys.argv[1]), int(sys.argv[2])
r = random.Random(seed)
DTYPES = ["bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "float32", "float64"]


def number():
    kind = r.randrange(7)
    if kind == 0:
        return repr(r.randint(-5, 5))
    if kind == 1:
        return repr(round(r.uniform(-10, 10), r.randint(0, 12)))
    if kind == 2:
        return repr(r.uniform(-1, 1) * 10 ** r.randint(-12, 12))
    if kind == 3:
        return r.choice(["np.nan", "np.inf", "-np.inf", "0.0", "-0.0"])
    if kind == 4:
        return repr(r.randint(0, 99999) / 1000)
    return repr(float(r.randint(-3, 300)))


def shape(most=24):
    while True:
        extents = [r.randint(1, 5) for _ in range(r.randint(1, 4))]
        size = 1
        for extent in extents:
            size *= extent
        if size <= most:
            return extents, size


def array(name, most=24):
    extents, size = shape(most)
    kind = r.random()
    if kind < 0.4:
        dtype = r.choice(["float32", "float64"])
        values = ", ".join(number() for _ in range(size))
        text = f"np.array([{values}], dtype='{dtype}').reshape({tuple(extents)})"
    elif kind < 0.8:
        dtype = r.choice(DTYPES[:-2])
        low, high = (0, 1) if dtype == "bool" else (0, 120) if dtype[0] == "u" else (-100, 100)
        values = ", ".join(str(r.randint(low, high)) for _ in range(size))
        text = f"np.array([{values}], dtype='{dtype}').reshape({tuple(extents)})"
    else:
        text = f"np.arange({size}).reshape({tuple(extents)})"
    return f"{name} = {text}", extents


def index(extents):
    parts = []
    for extent in extents[:r.randint(1, len(extents))]:
        kind = r.randrange(8)
        if kind == 0:
            parts.append(str(r.randint(-extent, extent - 1)))
        elif kind == 1:
            parts.append(":")
        elif kind == 2:
            parts.append(f"[{', '.join(str(r.randint(-extent, extent - 1)) for _ in range(2))}]")
        elif kind == 3:
            parts.append("None")
            parts.append(":")
        elif kind == 4:
            marks = [r.choice(["True", "False"]) for _ in range(extent)]
            parts.append(f"[{', '.join(marks)}]" if r.random() < 0.5 else "::-1")
        else:
            bounds = [r.choice(["", str(r.randint(-7, 7))]) for _ in range(2)]
            parts.append(":".join(bounds) + r.choice(["", f":{r.choice([-2, -1, 1, 2, 3])}"]))
    if r.random() < 0.2:
        parts.append("...")
    return ", ".join(parts)


def snippet():
    line, extents = array("x")
    kind = r.randrange(9)
    axis = r.choice(["", f"axis={r.randint(-len(extents), len(extents) - 1)}"])
    if kind == 0:
        return f"{line}\nprint(x)\nx"
    if kind == 1:
        return f"{line}\nx[{index(extents)}]"
    if kind == 2:
        return f"{line}\nx[{index(extents)}] = {r.randint(0, 9)}\nx"
    if kind == 3:
        other, _ = array("y", 6)
        symbol = r.choice(["+", "-", "*", "<", "==", ">=", "!="])
        return f"{line}\n{other}\nx {symbol} y"
    if kind == 4:
        symbol = r.choice(["+", "-", "*", "//", "%", "**", "/", "<", "=="])
        # Other powers of float32 differ in the last digit by the processor that NumPy runs on.
        other = r.choice([2, 0.5] if symbol == "**" else [2, 3, 7, 100, 0.5, 1.5, True])
        return f"{line}\nx {symbol} {other}"
    if kind == 5:
        name = r.choice(["sum", "mean", "max", "min", "argmax", "argmin", "any", "all", "std", "cumsum", "prod"])
        return f"{line}\nx.{name}({axis})"
    if kind == 6:
        call = r.choice(["np.sort(x)", "np.argsort(x.ravel(), kind='stable')", "np.unique(x)", "x.T",
                         "np.flip(x)", "x.astype('float32')", "x.astype('int64') if x.dtype == 'int8' else x",
                         "np.round(x, 2)", "np.clip(x, 1, 5)", "np.where(x > 1, x, 0)", "x.tolist()",
                         "np.concatenate([x, x])", "np.stack([x, x], axis=-1)", "np.abs(x)", "np.nonzero(x)",
                         "np.expand_dims(x, -1)", "x.reshape(-1)", "np.median(x)", "np.diff(x)",
                         "np.repeat(x, 2)", "np.tile(x, 2)", "np.roll(x, 1)", "np.squeeze(x)"])
        return f"{line}\n{call}"
    if kind == 7:
        options = [f"precision={r.randint(0, 9)}", "suppress=True", f"linewidth={r.randint(20, 90)}",
                   f"threshold={r.randint(0, 20)}", f"edgeitems={r.randint(1, 4)}",
                   f"floatmode='{r.choice(['fixed', 'unique', 'maxprec', 'maxprec_equal'])}'"]
        return f"np.set_printoptions({', '.join(r.sample(options, r.randint(1, 3)))})\n{line}\nprint(x)\nx"
    return f"{line}\ny = x[{index(extents)}]\ny[...] = 0\nx"


print("\n\n".join(snippet() for _ in range(count)))

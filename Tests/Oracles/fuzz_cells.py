#!/usr/bin/env python3
"""Runs mutated programs as Keras cells and says which of them crash, hang or take too much memory.

Usage: fuzz_cells.py CADERNO SEED SECONDS FOLDER. Programs are the differential snippets with tokens left out, put
in, swapped and replaced, and calls of numpy, keras and pyplot with odd values. A find is kept in FOLDER: a program
that ends by a signal, takes longer than LONGEST seconds of processor time, or more memory than MOST_MEMORY. Endless loops
end at the limit of steps, which takes minutes, so a long run alone is no find yet: look at it.
"""
import os
import random
import re
import resource
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
LITERALS = """0 -1 1 2**63 -2**63 2**64 1e308 float('nan') float('inf') '' 'a'*1000 [] None () {} 10**30 True [[]]
np.zeros(0) np.zeros((0,3)) np.array(1) range(0) slice(None) '%s' -0.0 b'' ... np.uint8(255) np.int64(2**62)
np.float32(1e38) [1,[2,[3]]] 'é' 65536 -65536 1000000007""".split()
CALLS = """model.compile('adam','mse')
model.summary()
model.fit(np.zeros((5,4)), np.zeros((5,3)), verbose=0)
model.predict(np.zeros((2,4)), verbose=0)
model.evaluate(np.zeros((5,4)), np.zeros((5,3)))
plt.plot([1,2,3])
plt.imshow(np.zeros((3,3)))
plt.hist([1,2,3], bins=3)
plt.bar([1,2],[3,4])
plt.scatter([1],[2])
plt.subplot(2,2,1)
plt.figure(figsize=(3,3))
plt.text(1,2,'a')
keras.utils.to_categorical([0,1,2])
keras.layers.Conv2D(3, 3, input_shape=(8,8,1))
keras.layers.LSTM(3)
keras.optimizers.Adam(0.1)
random.randint(1,5)
math.floor(2.5)
np.random.choice(5,3)""".split("\n")
HEAD = """import numpy as np, math, random, itertools, keras
import matplotlib.pyplot as plt
model = keras.Sequential([keras.layers.Dense(3, input_shape=(4,))])
"""
# Processor seconds; an endless loop reaches the limit of steps (2e9) before that.
LONGEST = 1200
# Kibibytes. A program may make 4 GiB in all; the data of a fit and the program itself come on top.
MOST_MEMORY = 5 << 20
TOKEN = re.compile(r"\w+|[^\w\s]|\s+")


def snippets():
    texts = []
    for name in ("cells_snippets.txt", "library_snippets.txt", "arrays_numpy_snippets.txt"):
        with open(os.path.join(HERE, name), encoding="utf-8") as file:
            texts += [s for s in file.read().split("\n---\n") if s.strip()]
    return texts


def mutated(text, lines):
    tokens = TOKEN.findall(text)
    for _ in range(random.randint(1, 4)):
        if not tokens:
            break
        kind, place = random.random(), random.randrange(len(tokens))
        if kind < 0.2:
            del tokens[place]
        elif kind < 0.35:
            tokens.insert(place, random.choice(tokens))
        elif kind < 0.75:
            numbers = [i for i, t in enumerate(tokens) if t[0].isdigit()]
            tokens[random.choice(numbers) if numbers else place] = random.choice(LITERALS)
        elif kind < 0.85:
            tokens[place] = random.choice(TOKEN.findall(random.choice(lines)))
        else:
            other = random.randrange(len(tokens))
            tokens[place], tokens[other] = tokens[other], tokens[place]
    return "".join(tokens)


def program(texts, lines):
    if random.random() < 0.5:
        return HEAD + mutated(random.choice(texts), lines)
    tries = [mutated(random.choice(CALLS + lines), lines).strip() for _ in range(6)]
    return HEAD + "\n".join(f"try:\n    {t}\nexcept Exception as e: print(e)" for t in tries)


def bounded():
    resource.setrlimit(resource.RLIMIT_CPU, (LONGEST, LONGEST))


def ending(command):
    """How a command ended, where that is a find; None for a fair end."""
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=bounded)
    _, status, usage = os.wait4(process.pid, 0)
    if usage.ru_maxrss > MOST_MEMORY:
        return f"took {usage.ru_maxrss >> 10} MiB"
    if os.WIFSIGNALED(status):
        return f"ended by signal {os.WTERMSIG(status)}"
    code = os.WEXITSTATUS(status)
    return None if code in (0, 1, 2, 3) else f"ended with {code}"


def main():
    caderno, seed, seconds, folder = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    random.seed(seed)
    os.makedirs(folder, exist_ok=True)
    texts = snippets()
    lines = [line for text in texts for line in text.split("\n") if line.strip()]
    end, count, finds = time.time() + seconds, 0, 0
    while time.time() < end:
        source = program(texts, lines)
        if "```" in source:
            continue
        count += 1
        path = os.path.join(folder, f"fuzz-{seed}.md")
        with open(path, "w", encoding="utf-8") as file:
            file.write(f"---\ncaderno:\n  python: keras\n---\n\n```python\n{source}\n```\n")
        command = [caderno, "run", path, "--no-cache", "--quiet", "--offline", "--max-epochs", "1"]
        find = ending(command)
        if find:
            finds += 1
            os.replace(path, os.path.join(folder, f"find-{seed}-{finds}.md"))
            print(f"program {count}: {find}, find-{seed}-{finds}.md", flush=True)
    print(f"{count} programs, {finds} finds")


main()

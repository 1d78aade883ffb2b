import math
import re

import numpy as np


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def far(self, other):
        return math.hypot(self.x - other.x, self.y - other.y)


def primes(last):
    found = []
    for number in range(2, last):
        if all(number % prime for prime in found if prime * prime <= number):
            found.append(number)
    return found


words = "the quick brown fox jumps over the lazy dog".split() * 20
counts = {}
for word in words:
    counts[word] = counts.get(word, 0) + 1
points = [Point(number % 7, number % 5) for number in range(100)]
print(len(primes(600)), sorted(counts.items())[:3], len(re.findall(r"\bt\w+", " ".join(words))))
print(f"{sum(a.far(b) for a, b in zip(points, points[1:])):.3f}")
matrix = np.arange(400.0).reshape(20, 20)
for _ in range(50):
    matrix = (matrix @ matrix.T) / np.abs(matrix).max() + np.eye(20)
print(round(float(matrix.sum()), 3))

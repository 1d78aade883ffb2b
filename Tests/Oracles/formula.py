"""Numbers that this folder's scripts and the Swift tests both make, so that none need storing."""
import numpy as np


def numbers(shape, salt, scale=1.0):
    """Values in [-scale/2, scale/2): ((7919 i + 104729 salt) mod 1009) / 1009 - 1/2, scaled."""
    index = np.arange(int(np.prod(shape)), dtype=np.int64)
    values = ((index * 7919 + salt * 104729) % 1009).astype(np.float32) / np.float32(1009)
    return ((values - np.float32(0.5)) * np.float32(scale)).reshape(shape)


def weight(name, shape, salt):
    """A weight's values; variances are kept positive, kernels small as initializers make them."""
    if "variance" in name:
        return np.abs(numbers(shape, salt)) + np.float32(0.5)
    scale = 2 * np.sqrt(3 / max(np.prod(shape[:-1]), 1)) if len(shape) > 1 else 1
    return numbers(shape, salt, np.float32(scale))


def image_bytes(count, size):
    """Images as bytes: ((7919 i) mod 1009) mod 256."""
    return ((np.arange(count * size, dtype=np.int64) * 7919) % 1009 % 256).astype(np.uint8)


def rounded(array):
    """Nine significant digits, which name a float32 exactly."""
    return [float(f"{v:.9g}") for v in np.asarray(array, dtype=np.float32).ravel()]

"""Reliability diagrams' numbers by scikit-learn's `calibration_curve`.

Needs: pip install scikit-learn. Usage, from anywhere: calibration_sklearn.py
Writes Tests/Fixtures/figures/calibration.json: confidences, whether each prediction was right, and the mean confidence and
accuracy of the bins that have any. Some confidences lie on edges of bins.
"""
import json, os

import numpy as np
import sklearn
from sklearn.calibration import calibration_curve

FIXTURES = os.path.join(os.path.dirname(__file__), "..", "Fixtures", "figures")


def case(seed, count, bins):
    random = np.random.default_rng(seed)
    sure = np.round(random.uniform(0.05 if seed % 2 else 0.5, 1, count), 2 if seed % 3 else 6)
    hits = random.uniform(size=count) < sure ** 1.5
    right, mean = calibration_curve(hits, sure, n_bins=bins)
    edges = np.linspace(0, 1, bins + 1)[1:-1]
    counts = np.bincount(np.searchsorted(edges, sure), minlength=bins)
    error = float(np.sum(counts[counts > 0] * np.abs(right - mean)) / count)
    return {"bins": bins, "confidences": sure.tolist(), "hits": hits.tolist(), "counts": counts.tolist(),
            "confidence": mean.tolist(), "accuracy": right.tolist(), "error": error}


if __name__ == "__main__":
    cases = [case(seed, count, bins) for seed, (count, bins) in
             enumerate([(200, 10), (60, 5), (1, 2), (300, 15), (40, 100), (500, 20), (97, 3)])]
    os.makedirs(FIXTURES, exist_ok=True)
    with open(os.path.join(FIXTURES, "calibration.json"), "w") as file:
        json.dump({"sklearn": sklearn.__version__, "cases": cases}, file, separators=(",", ":"))
        file.write("\n")

"""What metrics that a program feeds itself give in Keras, for Tests/KerasModuleTests.

Needs: pip install keras tensorflow. Usage, from anywhere: keras_metrics.py
Writes Tests/Fixtures/KerasModule/metrics.json: calls, the arrays that they are fed with one after the
other (targets, outputs, weights), and the result.
"""
import json
import os
import pathlib

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras  # noqa: E402
import numpy as np  # noqa: E402

TARGET = pathlib.Path(__file__).parent / ".." / "Fixtures" / "KerasModule" / "metrics.json"
rng = np.random.RandomState(11)
cases = []


def case(call, *updates):
    """Updates are pairs of targets and outputs, or have weights as well."""
    metric = eval("keras.metrics." + call)
    for update in updates:
        arrays = [np.asarray(part) for part in update]
        metric.update_state(*[a.astype("float32") if a.dtype == float else a for a in arrays])
    result = np.ravel(np.array(metric.result(), dtype=float))
    cases.append({
        "call": call, "updates": [[np.asarray(part).tolist() for part in u] for u in updates],
        "values": [float("%.7g" % value) for value in result]})


def share(*shape):
    return np.round(rng.rand(*shape), 2)


def flags(*shape):
    return (rng.rand(*shape) > 0.5).astype(int)


def counted(n, k):
    """Metrics of outputs above thresholds."""
    y, p, w = flags(n, k), share(n, k), share(n)
    more, one = (flags(4, k), share(4, k)), (flags(n), share(n))
    for name in ["Precision", "Recall", "AUC", "TruePositives", "TrueNegatives",
                 "FalsePositives", "FalseNegatives"]:
        case(name + "()", one)
        case(name + "()", (y, p, w), more)
        case(name + "()", (one[0], one[1].reshape(-1, 1), w))
        case(name + "()", (y, p, share(n, k)))
        case(name + "(thresholds=[0.2, 0.5, 0.71])", (y, p))
        case(name + "(thresholds=[0, 0.5, 1])", (y, p, w))
    for given in ["top_k=1", "top_k=2", "class_id=1", "top_k=2, class_id=0",
                  "thresholds=0.3, class_id=1", "thresholds=0.6, top_k=1"]:
        case(f"Precision({given})", (y, p, w), more)
        case(f"Recall({given})", (y, p), more)
    for curve in ["ROC", "PR", "PRGAIN"]:
        for method in ["interpolation", "majoring", "minoring"]:
            given = f"curve='{curve}', summation_method='{method}'"
            case(f"AUC(num_thresholds=20, {given})", (y, p, w))
            case(f"AUC({given}, multi_label=True)", (y, p), more)
    case("AUC(from_logits=True)", (y, np.round(rng.randn(n, k), 2)))
    case("AUC(thresholds=[0.3, 0.1, 0.8])", (y, p))
    for name in ["SensitivityAtSpecificity", "SpecificityAtSensitivity", "PrecisionAtRecall",
                 "RecallAtPrecision"]:
        for least in [0.25, 0.5, 0.8]:
            case(f"{name}({least})", one)
            case(f"{name}({least}, num_thresholds=5)", (y, p), more)


def scored(n, k):
    """Metrics of columns and of classes."""
    y, p, w = flags(n, k), share(n, k), share(n)
    labels, said = rng.randint(0, k, n), rng.randint(0, k, n)
    hot, whole = np.eye(k, dtype=int)[labels], rng.randint(0, 3, n)
    for average in [None, "micro", "macro", "weighted"]:
        case(f"F1Score(average={average!r})", (hot, p, w), (y, p))
        case(f"F1Score(average={average!r}, threshold=0.5)", (y, p))
        case(f"FBetaScore(average={average!r}, beta=2.0)", (hot, p))
    for given in ["", "class_aggregation='variance_weighted_average'", "class_aggregation=None",
                  "num_regressors=2"]:
        case(f"R2Score({given})", (share(n, k), p, w), (share(4, k), share(4, k)))
    case(f"MeanIoU(num_classes={k})", (labels, said, whole), (labels, said))
    case(f"MeanIoU(num_classes={k}, sparse_y_pred=False)", (labels, p))
    case(f"MeanIoU({k}, ignore_class=0)", (labels, said))
    case(f"IoU({k}, [0, 1])", (labels, said))
    case("BinaryIoU(target_class_ids=[1], threshold=0.3)", (y, p))
    case(f"OneHotIoU({k}, [1])", (hot, p))
    case(f"OneHotMeanIoU({k})", (hot, p))
    case(f"OneHotMeanIoU({k}, sparse_y_pred=True)", (hot, said))


def meant(n, k):
    """Metrics that are means over samples."""
    p, w, labels = share(n, k) + 0.01, share(n), rng.randint(0, k, n)
    hot, y = np.eye(k, dtype=int)[labels], flags(n, k)
    for name in ["MeanSquaredError", "RootMeanSquaredError", "MeanAbsoluteError", "LogCoshError",
                 "MeanAbsolutePercentageError", "MeanSquaredLogarithmicError", "Poisson",
                 "CosineSimilarity", "KLDivergence", "Hinge", "SquaredHinge", "CategoricalHinge",
                 "ConcordanceCorrelation", "BinaryCrossentropy", "CategoricalCrossentropy",
                 "BinaryAccuracy", "CategoricalAccuracy", "TopKCategoricalAccuracy", "Accuracy",
                 "PearsonCorrelation"]:
        case(name + "()", (hot, p, w), (hot[:3], p[:3]))
        case(name + "()", (hot, p, w.reshape(-1, 1)))
        case(name + "()", (y if "Cat" not in name and "Pearson" not in name else hot, p, 0.5),
             (hot, p))
    for name in ["SparseCategoricalAccuracy", "SparseCategoricalCrossentropy",
                 "SparseTopKCategoricalAccuracy"]:
        case(name + "()", (labels, p, w), (labels.reshape(-1, 1), p))
    for name in ["Mean", "Sum"]:
        for weights in [w, share(n, k), 2.0]:
            case(name + "()", (p, weights), ([1.0, 2.0],), (p[0], w[:k]))


for size in [(6, 3), (9, 4)]:
    counted(*size)
    scored(*size)
    meant(*size)
TARGET.write_text(json.dumps(
    {"keras": keras.__version__, "cases": cases}, separators=(",", ":")) + "\n")

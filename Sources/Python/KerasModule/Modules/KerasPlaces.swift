internal import PythonRuntime

/// Where Keras 3 keeps its classes and functions, as their texts show it.
enum KerasPlaces {
  /// The module of an optimizer, loss, metric and so on, by the name of its part of Keras.
  static func component(_ name: String, _ part: String) -> String {
    switch part {
    case "optimizers": "keras.src.optimizers.\(name.lowercased())"
    case "optimizers.schedules": "keras.src.optimizers.schedules.learning_rate_schedule"
    case "initializers":
      ["Constant", "Identity", "Ones", "Zeros"].contains(name)
        ? "keras.src.initializers.constant_initializers"
        : "keras.src.initializers.random_initializers"
    case "constraints": "keras.src.constraints.constraints"
    case "regularizers": "keras.src.regularizers.regularizers"
    case "metrics": "keras.src.metrics.\(metricFile(name))"
    default: "keras.src.\(part).\(part)"
    }
  }

  private static func metricFile(_ name: String) -> String {
    if name.hasSuffix("Accuracy") { return "accuracy_metrics" }
    if name.hasSuffix("Hinge") { return "hinge_metrics" }
    if name.hasSuffix("Crossentropy") || ["KLDivergence", "Poisson"].contains(name) {
      return "probabilistic_metrics"
    }
    if name.hasSuffix("IoU") { return "iou_metrics" }
    if name.hasSuffix("Correlation") { return "correlation_metrics" }
    if ["F1Score", "FBetaScore"].contains(name) { return "f_score_metrics" }
    let confusion = ["AUC", "Precision", "Recall", "Positives", "Negatives", "At"]
    return confusion.contains(where: name.contains) ? "confusion_metrics" : "regression_metrics"
  }

  /// The module of a callback.
  static func callback(_ name: String) -> String {
    let files = ["TensorBoard": "tensorboard", "TerminateOnNaN": "terminate_on_nan"]
    return "keras.src.callbacks.\(files[name] ?? SnakeCase.of(name))"
  }
}

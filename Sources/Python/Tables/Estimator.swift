internal import NumPyModule
internal import PythonRuntime
internal import Arrays

/// An object of scikit-learn's that learns from data and is shown as the call that made it.
class Estimator: HostObject {
  /// What it was made with and that isn't the default, as it was written.
  private let shown: [(name: String, text: String)]

  init(_ call: Call, _ names: [String]) throws(PyError) {
    var shown: [(name: String, text: String)] = []
    for name in names {
      guard let value = call[name] else { continue }
      shown.append((name, try call.machine.repr(value)))
    }
    self.shown = shown
  }

  override func repr(_ machine: Machine) throws(PyError) -> String {
    let parts = shown.map { "\($0.name)=\($0.text)" }
    return "\(hostType.name)(\(parts.joined(separator: ", ")))"
  }

  func unfitted(_ machine: Machine) -> PyError {
    machine.error(
      "NotFittedError",
      "This \(hostType.name) instance is not fitted yet. Call 'fit' with appropriate arguments before using this estimator."
    )
  }

  /// A matrix of samples, as floats of its own precision.
  static func matrix(
    _ value: Value, _ name: String, _ machine: Machine
  ) throws(PyError) -> NumericArray {
    let array = try TableNumbers.array(value, machine)
    guard array.ndim == 2 else {
      if array.ndim == 1 {
        let real = try machine.raising { () throws(ArrayError) in try array.astype(.float64) }
        let text = try machine.str(TableNumbers.value(real, machine))
        throw machine.error(
          "ValueError", "Expected 2D array, got 1D array instead:\narray=\(text).\n\(advice)")
      }
      throw machine.error(
        "ValueError",
        "Found array with dim \(array.ndim), while dim <= 2 is required by \(name).")
    }
    return array.dtype.isFloating
      ? array : try machine.raising { () throws(ArrayError) in try array.astype(.float64) }
  }

  /// What scikit-learn tells who hands it one axis too few.
  static let advice =
    "Reshape your data either using array.reshape(-1, 1) if your data has a single feature or array.reshape(1, -1) if it contains a single sample."

  func check(_ array: NumericArray, _ width: Int, _ machine: Machine) throws(PyError) {
    guard array.shape[1] == width else {
      throw machine.error(
        "ValueError",
        "X has \(array.shape[1]) features, but \(hostType.name) is expecting \(width) features as input."
      )
    }
  }

  /// `fit_transform` as a method made of the two others.
  static func fitTransform(_ parameters: String) -> Method {
    .method("fit_transform", parameters) { (estimator: Estimator, call) throws(PyError) in
      let first = parameters.hasPrefix("X") ? "X" : "y"
      let machine = call.machine
      let fit = try machine.attribute(.object(estimator), "fit")
      _ = try machine.call(fit, Arguments([call.required(first)]))
      let transform = try machine.attribute(.object(estimator), "transform")
      return try machine.call(transform, Arguments([call.required(first)]))
    }
  }
}

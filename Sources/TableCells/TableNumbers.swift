internal import ArrayCells
internal import Cells
internal import NumPyModule
internal import NumericArrays

/// Values of a program as arrays and back.
enum TableNumbers {
  static func array(_ value: Value, _ machine: Machine) throws(PyError) -> NumericArray {
    if let array = value.asObject(NumPyObject.self)?.array { return array }
    let given = try NumPyValue(value, machine)
    let made = try machine.raising { () throws(ArrayError) in
      try NumPyCells.session(of: machine).call("asarray", [given], [])
    }
    switch made {
    case .array(let array), .scalar(let array): return array
    default: throw machine.error("ValueError", "these values are no numbers")
    }
  }

  /// Class numbers; one-hot rows are refused as scikit-learn refuses them beside numbers.
  static func labels(_ name: String, _ call: Call) throws(PyError) -> [Int] {
    let array = try array(call.required(name), call.machine)
    guard array.ndim == 1 || array.shape.last == 1 else {
      throw call.error(
        "ValueError",
        "Classification metrics can't handle a mix of multiclass and multilabel-indicator targets")
    }
    let numbers = array.reals()
    guard numbers.allSatisfy({ $0 == $0.rounded() && abs($0) < 1e9 }) else {
      throw call.error(
        "ValueError",
        "Classification metrics can't handle a mix of multiclass and continuous targets")
    }
    return numbers.map { Int($0) }
  }

  /// Two lists of class numbers of one length.
  static func pair(_ call: Call) throws(PyError) -> (true: [Int], said: [Int]) {
    let (labels, said) = (try labels("y_true", call), try labels("y_pred", call))
    guard labels.count == said.count else {
      throw call.error(
        "ValueError",
        "Found input variables with inconsistent numbers of samples: [\(labels.count), \(said.count)]"
      )
    }
    return (labels, said)
  }

  static func value(_ array: NumericArray, _ machine: Machine) -> Value {
    Value(.result(array), NumPyCells.session(of: machine))
  }
}

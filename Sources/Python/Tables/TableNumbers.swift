internal import NumPyModule
internal import PythonRuntime
internal import NumPy
internal import Arrays

/// Values of a program as arrays and back.
enum TableNumbers {
  /// A number as Python shows it, without a point where it is a whole one.
  static func text(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? "\(number)"
  }

  static func array(_ value: Value, _ machine: Machine) throws(PyError) -> NumericArray {
    if let array = value.asObject(NumPyObject.self)?.array { return array }
    let given = try NumPyValue(value, machine)
    let made = try machine.raising { () throws(ArrayError) in
      try NumPyLibrary.session(of: machine).call("asarray", [given], [])
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

  /// Two lists of numbers of one length.
  static func realPair(_ call: Call) throws(PyError) -> ([Double], [Double]) {
    for (name, plain) in [("sample_weight", nil), ("multioutput", "uniform_average")] {
      guard let value = call.given(name) else { continue }
      if case .string(let word) = value, word == plain { continue }
      throw call.unsupported(name, value)
    }
    let truth = try array(call.required("y_true"), call.machine)
    let said = try array(call.required("y_pred"), call.machine)
    guard truth.size == said.size, truth.size > 0 else {
      throw call.error(
        "ValueError",
        "Found input variables with inconsistent numbers of samples: [\(truth.shape.first ?? 0), \(said.shape.first ?? 0)]"
      )
    }
    guard truth.ndim == 1 || truth.shape.last == 1 else {
      throw call.error(
        "NotImplementedError", "\(call.name)() of several outputs is not supported by Caderno")
    }
    return (truth.reals(), said.reals())
  }

  /// The sum as NumPy adds it.
  static func sum(_ values: [Double], _ machine: Machine) throws(PyError) -> Double {
    try machine.raising { () throws(ArrayError) in
      try NumericArray(reals: values).sum().item().real
    }
  }

  /// Classes of samples as numbers, equal ones for equal labels.
  static func classes(_ value: Value, _ machine: Machine) throws(PyError) -> [Int] {
    let given = try NumPyValue(value, machine)
    let texts = try machine.raising { () throws(ArrayError) -> [Int]? in
      try given.asTexts()?.places.integers()
    }
    if let texts { return texts }
    let array = try array(value, machine)
    guard array.ndim == 1 || array.shape.last == 1 else {
      throw machine.error(
        "ValueError", "Supported target types are: ('binary', 'multiclass')")
    }
    let numbers = array.reals()
    let places = Dictionary(
      uniqueKeysWithValues: Set(numbers).sorted().enumerated().map { ($1, $0) })
    return numbers.map { places[$0] ?? 0 }
  }

  static func value(_ array: NumericArray, _ machine: Machine) -> Value {
    Value(.result(array), NumPyLibrary.session(of: machine))
  }
}

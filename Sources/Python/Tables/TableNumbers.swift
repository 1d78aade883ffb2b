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

  /// The columns of two matrices of numbers, or the two lists, of one size.
  static func realColumns(_ call: Call) throws(PyError) -> [([Double], [Double])] {
    for (name, plain) in [("sample_weight", nil), ("multioutput", "uniform_average")] {
      guard let value = call.given(name) else { continue }
      if case .string(let word) = value, word == plain { continue }
      throw call.unsupported(name, value)
    }
    let truth = try array(call.required("y_true"), call.machine)
    let said = try array(call.required("y_pred"), call.machine)
    let counts = [truth, said].map { $0.shape.first ?? 1 }
    guard counts[0] == counts[1] else { throw ClassTargets.inconsistent(counts, call) }
    guard truth.size > 0 else {
      throw call.error(
        "ValueError",
        "Found array with 0 sample(s) (shape=(0,)) while a minimum of 1 is required.")
    }
    let widths = [truth, said].map { $0.ndim > 1 ? $0.shape[1] : 1 }
    guard widths[0] == widths[1] else {
      throw call.error(
        "ValueError",
        "y_true and y_pred have different number of output (\(widths[0])!=\(widths[1]))")
    }
    let (first, second) = (truth.reals(), said.reals())
    return (0..<widths[0]).map { column in
      let places = stride(from: column, to: first.count, by: widths[0])
      return (places.map { first[$0] }, places.map { second[$0] })
    }
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
    guard array.ndim < 2 || array.shape[1] == 1 else { return rowClasses(array) }
    let numbers = array.reals()
    let places = Dictionary(
      uniqueKeysWithValues: Set(numbers).sorted().enumerated().map { ($1, $0) })
    return numbers.map { places[$0] ?? 0 }
  }

  /// Rows as classes, equal ones for equal rows, in the order of their texts.
  private static func rowClasses(_ array: NumericArray) -> [Int] {
    let (numbers, width) = (array.reals(), array.shape[1])
    let rows = stride(from: 0, to: numbers.count, by: width).map { start in
      numbers[start..<start + width].map { "\($0)" }.joined(separator: " ")
    }
    let places = Dictionary(
      uniqueKeysWithValues: Set(rows).sorted().enumerated().map { ($1, $0) })
    return rows.map { places[$0] ?? 0 }
  }

  static func value(_ array: NumericArray, _ machine: Machine) -> Value {
    Value(.result(array), NumPyLibrary.session(of: machine))
  }
}

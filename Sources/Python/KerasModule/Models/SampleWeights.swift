internal import PythonRuntime
internal import Networks
internal import Arrays
internal import Tensors

/// `sample_weight` and `class_weight` as numbers for each sample.
struct SampleWeights {
  let machine: Machine

  init(_ machine: Machine) { self.machine = machine }

  /// The array of weights for all outputs, or one for each of several: nil for None, which weighs nothing.
  ///
  /// - Parameter y: the targets, which several arrays have to be like.
  func arrays(_ value: Value, for y: Value, outputs: Int) throws(PyError) -> [NumericArray?] {
    let isList =
      value.asObject(ListObject.self) != nil || value.asObject(TupleObject.self) != nil
    let isDict = value.asObject(DictObject.self) != nil
    guard outputs > 1, isList || isDict else {
      return [try array(outputs > 1 ? value : GivenData.single(value))]
    }
    guard try isAlike(value, y) else {
      throw machine.error(
        "ValueError",
        "You should provide one `sample_weight` array per output in `y`. The two structures did not match:\n- y: \(try machine.str(y))\n- sample_weight: \(try machine.str(value))\n"
      )
    }
    // Keras looks the outputs of a list up by their numbers.
    if isDict { throw machine.error("KeyError", of: .int(0)) }
    var arrays: [NumericArray?] = []
    for item in try machine.array(value) {
      arrays.append(try item.unlessNone.map { value throws(PyError) in try array(value) })
    }
    return arrays
  }

  /// Whether weights are a list as long as the targets', or a dictionary of the same names.
  private func isAlike(_ weights: Value, _ y: Value) throws(PyError) -> Bool {
    if let dict: DictObject = weights.asObject() {
      guard let targets: DictObject = y.asObject(), targets.pairs.count == dict.pairs.count else {
        return false
      }
      for pair in targets.pairs where try dict.value(pair.key, machine) == nil { return false }
      return true
    }
    let isTuple = weights.asObject(TupleObject.self) != nil
    guard isTuple ? y.asObject(TupleObject.self) != nil : y.asObject(ListObject.self) != nil else {
      return false
    }
    return try machine.array(weights).count == machine.array(y).count
  }

  private func array(_ value: Value) throws(PyError) -> NumericArray {
    try KerasTensors.array(value, machine)
  }

  /// Weighs the samples' losses, those of several outputs each by its own array.
  func weighted(_ samples: Samples, by arrays: [NumericArray?]) throws(PyError) -> Samples {
    guard !arrays.isEmpty else { return samples }
    var columns: [[Float]?] = []
    for array in arrays {
      columns.append(
        try array.map { array throws(PyError) in try numbers(array, count: samples.count) })
    }
    let weights = (0..<samples.count).flatMap { row -> [Float] in
      columns.map { $0?[row] ?? 1 }
    }
    return samples.weighted(by: weights, perSample: columns.count)
  }

  /// One number for each of `count` samples, from an array `[count]` or `[count, 1]`.
  private func numbers(_ array: NumericArray, count: Int) throws(PyError) -> [Float] {
    guard array.size == count else {
      let shape = array.shape.map(String.init).joined(separator: ", ")
      throw machine.error(
        "ValueError", "sample_weight must be one number for each sample, not of shape (\(shape))")
    }
    return array.floats()
  }

  /// Weighs each sample as its class says; 1 for classes that aren't named.
  func weighted(_ samples: Samples, byClass value: Value) throws(PyError) -> Samples {
    if case .parts = samples.targets {
      throw machine.error(
        "ValueError", "`class_weight` is only supported for Models with a single output.")
    }
    guard let dict: DictObject = value.asObject() else {
      throw machine.error(
        "AttributeError", "'\(machine.typeName(value))' object has no attribute 'get'")
    }
    var weights: [Int: Float] = [:]
    for (key, weight) in dict.pairs {
      if case .string = key { continue }
      let number = try machine.number(key, "class_weight")
      guard let label = Int(exactly: number) else { continue }
      weights[label] = Float(try machine.number(weight, "class_weight"))
    }
    return samples.weighted(by: try classes(of: samples).map { $0.flatMap { weights[$0] } ?? 1 })
  }

  /// The class of each sample: its number, or the place of the largest of its row; nil for a number
  /// that is too large for one.
  private func classes(of samples: Samples) throws(PyError) -> [Int?] {
    switch samples.targets {
    case .none, .parts: return samples.rows.map { _ in 0 }
    case .classes(let labels, _): return samples.rows.map { Int(labels[$0]) }
    case .rows(let numbers, let width, _):
      if width == 1 {
        var classes: [Int?] = []
        for row in samples.rows { classes.append(try rounded(numbers[row])) }
        return classes
      }
      return samples.rows.map { row in
        let part = numbers[row * width..<(row + 1) * width]
        let largest = part.indices.max { part[$0] < part[$1] } ?? part.startIndex
        return largest - part.startIndex
      }
    }
  }

  private func rounded(_ label: Float) throws(PyError) -> Int? {
    if label.isNaN {
      throw machine.error("ValueError", "cannot convert float NaN to integer")
    }
    if label.isInfinite {
      throw machine.error("OverflowError", "cannot convert float infinity to integer")
    }
    return Int(exactly: label.rounded(.toNearestOrEven))
  }
}

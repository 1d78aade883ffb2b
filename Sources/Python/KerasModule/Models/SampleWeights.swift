internal import PythonRuntime
internal import Networks
internal import Arrays
internal import Tensors

/// `sample_weight` and `class_weight` as numbers for each sample.
struct SampleWeights {
  let machine: Machine

  init(_ machine: Machine) { self.machine = machine }

  /// One number for each of `count` samples, from an array `[count]` or `[count, 1]`.
  func numbers(_ value: Value, count: Int) throws(PyError) -> [Float] {
    let array = try KerasTensors.array(value, machine)
    guard array.shape.first == count else {
      throw machine.error(
        "ValueError",
        "Data cardinality is ambiguous. Make sure all arrays contain the same number of samples.'x' sizes: \(count)\n'y' sizes: \(count)\n'sample_weight' sizes: \(array.shape.first ?? 0)\n"
      )
    }
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

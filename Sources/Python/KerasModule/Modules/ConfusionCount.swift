internal import NumPyModule
internal import PythonRuntime
internal import Arrays

/// How often each class was taken for each: rows are true classes, columns what was said.
enum ConfusionCount {
  static func value(
    _ labels: [Int], _ said: [Int], _ classes: Int?, _ call: Call
  ) throws(PyError) -> Value {
    let (following, _) = max(labels.max() ?? 0, said.max() ?? 0).addingReportingOverflow(1)
    let count = classes ?? following
    guard labels.count == said.count, count > 0, count <= 4096,
      (labels + said).allSatisfy({ $0 >= 0 && $0 < count })
    else {
      throw call.error("ValueError", "labels and predictions don't fit each other")
    }
    var cells = [Int](repeating: 0, count: count * count)
    for (label, guess) in zip(labels, said) { cells[label * count + guess] += 1 }
    return EagerTensor.value(
      try call.machine.raising { () throws(ArrayError) in
        try NumericArray(integers: cells, shape: [count, count], dtype: .int32)
      }, call.machine)
  }
}

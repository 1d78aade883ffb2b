internal import Memory

/// f(x)_i = x_i - log Σ_j exp(x_j) along the last axis, with the largest x subtracted first.
struct LogSoftmax: ActivationFunction {
  static let signature = Signature("LogSoftmax")
  static let aliases = ["log_softmax"]
  static var mapsRows: Bool { true }

  init() {}

  func apply(_ values: MutableElements<Float>, rowLength: Int) {
    withSpareElements(of: Float.self, count: rowLength) { powers in
      for start in stride(from: 0, to: values.count, by: max(rowLength, 1)) {
        let row = values[start..<start + rowLength]
        let top = row.reduce(-Float.infinity) { $1 > $0 || $1.isNaN ? $1 : $0 }
        for index in row.indices { powers[index] = row[index] - top }
        BlockMath.exp(powers)
        let logarithm = ScalarMath.log(LaneSum.of(Elements(powers)))
        for index in row.indices { row[index] = (row[index] - top) - logarithm }
      }
    }
  }

  /// g_i - exp(f_i) Σ_j g_j.
  func applyGradient(
    _ gradient: MutableElements<Float>, outputs: Elements<Float>,
    rowLength: Int
  ) {
    for start in stride(from: 0, to: gradient.count, by: max(rowLength, 1)) {
      let row = gradient[start..<start + rowLength]
      let total = LaneSum.of(Elements(row))
      for index in row.indices { row[index] -= ScalarMath.exp(outputs[start + index]) * total }
    }
  }
}

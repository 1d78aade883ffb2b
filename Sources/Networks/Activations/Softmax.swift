/// f(x)_i = exp(x_i) / Σ_j exp(x_j) along the last axis, with the largest x subtracted first.
public struct Softmax: ActivationFunction {
  public static let signature = Signature("Softmax")
  public static let aliases = ["softmax"]

  public init() {}

  public func apply(_ values: UnsafeMutableBufferPointer<Float>, rowLength: Int) {
    for start in stride(from: 0, to: values.count, by: max(rowLength, 1)) {
      let row = UnsafeMutableBufferPointer(rebasing: values[start..<start + rowLength])
      let top = row.reduce(-Float.infinity) { $1 > $0 ? $1 : $0 }
      for index in row.indices { row[index] = ScalarMath.exp(row[index] - top) }
      let total = LaneSum.of(UnsafeBufferPointer(row))
      for index in row.indices { row[index] /= total }
    }
  }

  public func applyGradient(
    _ gradient: UnsafeMutableBufferPointer<Float>, outputs: UnsafeBufferPointer<Float>,
    rowLength: Int
  ) {
    for start in stride(from: 0, to: gradient.count, by: max(rowLength, 1)) {
      let row = UnsafeMutableBufferPointer(rebasing: gradient[start..<start + rowLength])
      let output = UnsafeBufferPointer(rebasing: outputs[start..<start + rowLength])
      let products = zip(row, output).map { $0 * $1 }
      let mean = products.withUnsafeBufferPointer { LaneSum.of($0) }
      for index in row.indices { row[index] = (row[index] - mean) * output[index] }
    }
  }
}

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Activations in double precision, for arrays that have it; the engine computes in single.
enum DoubleActivation {
  /// The activation of each number; rows matter to `softmax` only.
  ///
  /// - Returns: nil for an activation that is known in single precision only.
  static func values(_ name: String, _ numbers: [Double], row: Int) -> [Double]? {
    if name == "softmax" || name == "log_softmax" {
      return stride(from: 0, to: numbers.count, by: max(row, 1)).flatMap { start in
        softmax(numbers[start..<start + row], isLog: name == "log_softmax")
      }
    }
    return functions[name].map { function in numbers.map(function) }
  }

  private static let functions: [String: @Sendable (Double) -> Double] = [
    "linear": { $0 }, "relu": { max($0, 0) }, "relu6": { min(max($0, 0), 6) },
    "sigmoid": { 1 / (1 + exp(-$0)) }, "tanh": { tanh($0) }, "exponential": { exp($0) },
    "elu": { $0 > 0 ? $0 : expm1($0) }, "softplus": { log1p(exp(-abs($0))) + max($0, 0) },
    "softsign": { $0 / (1 + abs($0)) }, "silu": { $0 / (1 + exp(-$0)) },
    "swish": { $0 / (1 + exp(-$0)) }, "leaky_relu": { $0 > 0 ? $0 : 0.2 * $0 },
    "gelu": { $0 * (1 + erf($0 / 2.0.squareRoot())) / 2 },
    "hard_sigmoid": { min(max($0 / 6 + 0.5, 0), 1) },
  ]

  private static func softmax(_ row: ArraySlice<Double>, isLog: Bool) -> [Double] {
    let largest = row.max() ?? 0
    let total = row.map { exp($0 - largest) }.reduce(0, +)
    return row.map { isLog ? $0 - largest - log(total) : exp($0 - largest) / total }
  }
}

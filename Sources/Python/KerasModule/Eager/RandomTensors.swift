internal import PythonRuntime
internal import Networks
internal import Arrays

extension TensorFunctions {
  /// `tf.random`: streams of our own, which begin anew with each seed.
  var random: [BuiltinFunction] {
    let session = session
    func drawn(
      _ name: String, _ parameters: String,
      _ next: @escaping (RandomGenerator, Double, Double) -> Double,
      _ ends: (first: String, second: String), _ defaults: (Double, Double)
    ) -> BuiltinFunction {
      Self.function(name, parameters) { call throws(PyError) in
        let (shape, dtype) = (try call.shape(), try call.dtype() ?? .float32)
        guard dtype.isFloating else {
          throw call.call.unsupported("dtype", .string(dtype.rawValue))
        }
        let first = try call.call.double(ends.first, or: defaults.0)
        let second = try call.call.double(ends.second, or: defaults.1)
        let generator = session.nextGenerator(try call.call.int("seed"))
        return try call.raising { () throws(ArrayError) in
          try generator.array(shape, dtype: dtype) { next($0, first, second) }
        }
      }
    }
    return [
      drawn(
        "normal", "shape, mean=0.0, stddev=1.0, dtype=None, seed=None, name=None",
        { $1 + $2 * $0.normal() }, ("mean", "stddev"), (0, 1)),
      drawn(
        "uniform", "shape, minval=0, maxval=None, dtype=None, seed=None, name=None",
        { $1 + ($2 - $1) * $0.unit() }, ("minval", "maxval"), (0, 1)),
    ]
  }
}

extension KerasSession {
  /// Sets the seed; random tensors begin anew.
  func begin(with number: Int) {
    seed = UInt64(bitPattern: Int64(number))
    draws = 0
    models.reset()
  }

  /// The generator of the next random tensor.
  func nextGenerator(_ own: Int?) -> RandomGenerator {
    draws += 1
    let mixed = seed &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(draws)
    return RandomGenerator(seed: mixed &+ UInt64(bitPattern: Int64(own ?? 0)) &* 0x632B_E59B)
  }
}

internal import Kernels
internal import Memory

/// Functions of many numbers at once, by the kernels: the same bits as ``ScalarMath``, sooner.
enum BlockMath {
  typealias Floats = MutableElements<Float>

  private static let blockSize = 512

  /// Hands on each number's index, the number, and what `function` makes of it in place.
  @inline(__always)
  static func forEach(
    _ values: Elements<Float>, _ function: (Floats) -> Void,
    _ body: (_ index: Int, _ x: Float, _ y: Float) -> Void
  ) {
    withSpareElements(of: Float.self, count: blockSize) { results in
      for start in stride(from: 0, to: values.count, by: blockSize) {
        let count = min(blockSize, values.count - start)
        for offset in 0..<count { results[offset] = values[start + offset] }
        function(results[0..<count])
        for offset in 0..<count { body(start + offset, values[start + offset], results[offset]) }
      }
    }
  }

  /// Replaces each number x by `body(x)`.
  @inline(__always)
  static func map(_ values: Floats, _ body: (_ x: Float) -> Float) {
    for index in values.indices { values[index] = body(values[index]) }
  }

  /// Replaces each number x by `body(x, function(x))`.
  @inline(__always)
  static func map(
    _ values: Floats, _ function: (Floats) -> Void, _ body: (_ x: Float, _ y: Float) -> Float
  ) {
    forEach(Elements(values), function) { values[$0] = body($1, $2) }
  }

  static func exp(_ values: Floats) { KernelSet.active.exp(values) }
  static func log(_ values: Floats) { KernelSet.active.log(values) }
  static func sigmoid(_ values: Floats) { KernelSet.active.sigmoid(values) }
  static func erf(_ values: Floats) { KernelSet.active.erf(values) }
  static func tanh(_ values: Floats) { KernelSet.active.tanh(values) }

  /// exp(x) - 1.
  static func expMinusOne(_ values: Floats) {
    withPowers(of: values, exponent: { $0 }, base: { $0 }) { index, power, logarithm in
      values[index] = ScalarMath.expMinusOne(values[index], power: power, logarithm: logarithm)
    }
  }

  /// log(1 + exp(x)).
  static func softplus(_ values: Floats) {
    withPowers(of: values, exponent: { -abs($0) }, base: { 1 + $0 }) { index, power, logarithm in
      let tail = ScalarMath.logOnePlus(power, logarithm: logarithm)
      values[index] = max(values[index], 0) + tail
    }
  }

  /// Hands on p = exp(exponent(x)) and log(base(p)) for each number x.
  @inline(__always)
  private static func withPowers(
    of values: Floats, exponent: (Float) -> Float, base: (Float) -> Float,
    _ body: (_ index: Int, _ power: Float, _ logarithm: Float) -> Void
  ) {
    let count = values.count
    withSpareElements(of: Float.self, count: 2 * count) { spare in
      let powers = spare[0..<count]
      let logarithms = spare[count...]
      for index in 0..<count { powers[index] = exponent(values[index]) }
      KernelSet.active.exp(powers)
      for index in 0..<count { logarithms[index] = base(powers[index]) }
      KernelSet.active.log(logarithms)
      for index in 0..<count { body(index, powers[index], logarithms[index]) }
    }
  }
}

internal import Memory

/// The engine's elementary functions: the same bits on every machine.
///
/// Errors in units in the last place over the whole range, as the tests measure them: `exp` 1.0,
/// `log` 1.0, `tanh` 2.0, `sigmoid` 2.1, `erf` 2.5, `rsqrt` 1.5. Infinities and NaN go in and out
/// as IEEE 754 recommends, subnormal numbers included.
public enum ElementwiseMath {
  /// eˣ; 0 and infinity beyond what a float holds.
  public static func exp(_ x: Float) -> Float { one(x) { KernelSet.active.exp($0) } }
  /// The natural logarithm; -infinity at 0, NaN below.
  public static func log(_ x: Float) -> Float { one(x) { KernelSet.active.log($0) } }
  /// The hyperbolic tangent, in ±1.
  public static func tanh(_ x: Float) -> Float { one(x) { KernelSet.active.tanh($0) } }
  /// `1 / (1 + exp(-x))`
  public static func sigmoid(_ x: Float) -> Float { one(x) { KernelSet.active.sigmoid($0) } }
  /// The error function `2/√π ∫₀ˣ exp(-t²) dt`, in ±1.
  public static func erf(_ x: Float) -> Float { one(x) { KernelSet.active.erf($0) } }
  /// `1 / sqrt(x)`
  public static func rsqrt(_ x: Float) -> Float { one(x) { KernelSet.active.rsqrt($0) } }

  private static func one(
    _ x: Float, _ apply: (KernelSet.Floats) -> Void
  ) -> Float {
    var value = x
    withUnsafeMutablePointer(to: &value) { apply(KernelSet.Floats(start: $0, count: 1)) }
    return value
  }
}

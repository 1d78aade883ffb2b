#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The engine's exponential, logarithm and what is made of them, one number at a time.
enum ScalarMath {
  static func exp(_ x: Float) -> Float { expf(x) }
  static func log(_ x: Float) -> Float { logf(x) }
  static func tanh(_ x: Float) -> Float { tanhf(x) }
  static func sigmoid(_ x: Float) -> Float { 1 / (1 + expf(-x)) }
}

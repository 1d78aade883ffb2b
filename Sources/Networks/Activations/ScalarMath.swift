internal import Kernels

/// The engine's exponential, logarithm and what is made of them, one number at a time.
enum ScalarMath {
  static func exp(_ x: Float) -> Float { ElementwiseMath.exp(x) }
  static func log(_ x: Float) -> Float { ElementwiseMath.log(x) }
  static func tanh(_ x: Float) -> Float { ElementwiseMath.tanh(x) }
  static func sigmoid(_ x: Float) -> Float { ElementwiseMath.sigmoid(x) }
}

internal import Glibc
public enum ElementwiseMath {
  public static func exp(_ x: Float) -> Float { expf(x) }
  public static func log(_ x: Float) -> Float { logf(x) }
  public static func tanh(_ x: Float) -> Float { tanhf(x) }
  public static func sigmoid(_ x: Float) -> Float { 1 / (1 + expf(-x)) }
}

/// How arrays are shown, as `numpy.set_printoptions` has it.
public struct PrintOptions: Hashable, Sendable {
  public var precision = 8
  /// Elements from which on an array is shown by its edges only.
  public var threshold = 1000
  /// Elements at each edge.
  public var edgeItems = 3
  public var lineWidth = 75
  /// Never switches to exponents because of small numbers.
  public var suppress = false
  public var nan = "nan"
  public var infinity = "inf"
  public var floatMode = FloatMode.maxPrecision

  /// How many places floats get.
  public enum FloatMode: String, Sendable {
    case fixed
    case unique
    case maxPrecision = "maxprec"
    case maxPrecisionEqual = "maxprec_equal"
  }

  public init() {}
}

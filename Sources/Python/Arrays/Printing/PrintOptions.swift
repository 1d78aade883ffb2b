/// How arrays are shown, as `numpy.set_printoptions` has it.
public struct PrintOptions: Hashable, Sendable {
  /// The most digits behind the point, or so many, as `floatMode` says.
  public var precision = 8
  /// Elements from which on an array is shown by its edges only.
  public var threshold = 1000
  /// Elements at each edge.
  public var edgeItems = 3
  /// Characters in a line before it is broken.
  public var lineWidth = 75
  /// Never switches to exponents because of small numbers.
  public var suppress = false
  /// What stands for NaN.
  public var nan = "nan"
  /// What stands for infinity; a minus stands in front of the negative one.
  public var infinity = "inf"
  /// How `precision` is meant.
  public var floatMode = FloatMode.maxPrecision

  /// How many places floats get.
  public enum FloatMode: String, Sendable {
    case fixed
    case unique
    case maxPrecision = "maxprec"
    case maxPrecisionEqual = "maxprec_equal"
  }

  /// NumPy's defaults.
  public init() {}
}

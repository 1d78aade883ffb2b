/// How arrays are shown, as `numpy.set_printoptions` has it.
package struct PrintOptions: Hashable, Sendable {
  /// The most digits behind the point, or so many, as `floatMode` says.
  package var precision = 8
  /// Elements from which on an array is shown by its edges only.
  package var threshold = 1000
  /// Elements at each edge.
  package var edgeItems = 3
  /// Characters in a line before it is broken.
  package var lineWidth = 75
  /// Never switches to exponents because of small numbers.
  package var suppress = false
  /// What stands for NaN.
  package var nan = "nan"
  /// What stands for infinity; a minus stands in front of the negative one.
  package var infinity = "inf"
  /// How `precision` is meant.
  package var floatMode = FloatMode.maxPrecision

  /// How many places floats get.
  package enum FloatMode: String, Sendable {
    case fixed
    case unique
    case maxPrecision = "maxprec"
    case maxPrecisionEqual = "maxprec_equal"
  }

  /// NumPy's defaults.
  package init() {}
}

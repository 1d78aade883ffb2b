#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension UnaryFunction {
  /// `numpy.negative`: integers wrap around, booleans are refused.
  package static let negative = UnaryFunction("negative", .same, refusesBool: true) {
    0 &- $0
  } real: {
    -$0
  }
  /// `numpy.absolute`: the smallest integer of a dtype stays as it is.
  package static let absolute = UnaryFunction("absolute", .same) {
    $0 < 0 ? 0 &- $0 : $0
  } real: {
    $0.magnitude
  }
  /// `numpy.square`: integers wrap around.
  package static let square = UnaryFunction("square", .same) {
    $0 &* $0
  } real: {
    $0 * $0
  }
  /// `numpy.sqrt`: floats; NaN for negative numbers.
  package static let sqrt = UnaryFunction("sqrt", .floating) { $0.squareRoot() }
  /// `numpy.exp`: floats.
  package static let exponential = UnaryFunction("exp", .floating) { exp($0) }
  /// `numpy.logical_not`: booleans, true for zero only.
  package static let logicalNot = UnaryFunction("logical_not", .bool) {
    $0 == 0 ? 1 : 0
  } real: {
    $0 == 0 ? 1 : 0
  }
  /// `numpy.isnan`: booleans, false for all integers.
  package static let isnan = UnaryFunction("isnan", .bool) { _ in
    0
  } real: {
    $0.isNaN ? 1 : 0
  }
  /// `numpy.reciprocal`: integers are truncated, and 0 gives 0.
  package static let reciprocal = UnaryFunction("reciprocal", .same) {
    $0 == 0 ? 0 : 1 / $0
  } real: {
    1 / $0
  }
  /// `numpy.rint`: floats; halves go to the even neighbor.
  package static let rint = UnaryFunction("rint", .floating) { $0.rounded(.toNearestOrEven) }

  /// Every function of one array, by NumPy's name.
  package static let all: [UnaryFunction] = [
    negative, absolute, square, sqrt, exponential, logicalNot, isnan, rint, reciprocal,
    UnaryFunction("positive", .same) {
      $0
    } real: {
      $0
    },
    UnaryFunction("sign", .same) {
      $0.signum()
    } real: {
      $0.isNaN ? $0 : $0 > 0 ? 1 : $0 < 0 ? -1 : 0
    },
    UnaryFunction("exp2", .floating) { exp2($0) },
    UnaryFunction("expm1", .floating) { expm1($0) },
    UnaryFunction("log", .floating) { log($0) },
    UnaryFunction("log2", .floating) { log2($0) },
    UnaryFunction("log10", .floating) { log10($0) },
    UnaryFunction("log1p", .floating) { log1p($0) },
    UnaryFunction("sin", .floating) { sin($0) },
    UnaryFunction("cos", .floating) { cos($0) },
    UnaryFunction("tan", .floating) { tan($0) },
    UnaryFunction("arcsin", .floating) { asin($0) },
    UnaryFunction("arccos", .floating) { acos($0) },
    UnaryFunction("arctan", .floating) { atan($0) },
    UnaryFunction("sinh", .floating) { sinh($0) },
    UnaryFunction("cosh", .floating) { cosh($0) },
    UnaryFunction("tanh", .floating) { tanh($0) },
    UnaryFunction("cbrt", .floating) { cbrt($0) },
    UnaryFunction("floor", .same) {
      $0
    } real: {
      $0.rounded(.down)
    },
    UnaryFunction("ceil", .same) {
      $0
    } real: {
      $0.rounded(.up)
    },
    UnaryFunction("trunc", .same) {
      $0
    } real: {
      $0.rounded(.towardZero)
    },
    UnaryFunction("isinf", .bool) { _ in
      0
    } real: {
      $0.isInfinite ? 1 : 0
    },
    UnaryFunction("isfinite", .bool) { _ in
      1
    } real: {
      $0.isFinite ? 1 : 0
    },
    UnaryFunction("signbit", .bool) {
      $0 < 0 ? 1 : 0
    } real: {
      $0.sign == .minus ? 1 : 0
    },
    UnaryFunction("deg2rad", .floating) { $0 * (Double.pi / 180) },
    UnaryFunction("rad2deg", .floating) { $0 * (180 / Double.pi) },
  ]
}

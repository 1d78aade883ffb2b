#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension BinaryFunction {
  /// `numpy.add`: integers wrap around, booleans are or-ed.
  package static let add = BinaryFunction("add", .arithmetic) {
    $0 &+ $1
  } real: {
    $0 + $1
  }
  /// `numpy.subtract`: integers wrap around, booleans are refused.
  package static let subtract = BinaryFunction("subtract", .arithmetic) {
    $0 &- $1
  } real: {
    $0 - $1
  }
  /// `numpy.multiply`: integers wrap around, booleans are and-ed.
  package static let multiply = BinaryFunction("multiply", .arithmetic) {
    $0 &* $1
  } real: {
    $0 * $1
  }
  /// `numpy.divide`: floats, also of integers.
  package static let divide = BinaryFunction("divide", .division, nil) { $0 / $1 }
  /// `numpy.equal`: booleans; NaN equals nothing.
  package static let equal = BinaryFunction("equal", .comparison) {
    $0 == $1 ? 1 : 0
  } real: {
    $0 == $1 ? 1 : 0
  }
  /// `numpy.not_equal`: booleans; NaN differs from all.
  package static let notEqual = BinaryFunction("not_equal", .comparison) {
    $0 != $1 ? 1 : 0
  } real: {
    $0 != $1 ? 1 : 0
  }
  /// `numpy.maximum`: NaN where either is.
  package static let maximum = BinaryFunction("maximum", .arithmetic) {
    max($0, $1)
  } real: {
    $0.isNaN || $0 > $1 ? $0 : $1
  }
  /// `numpy.minimum`: NaN where either is.
  package static let minimum = BinaryFunction("minimum", .arithmetic) {
    min($0, $1)
  } real: {
    $0.isNaN || $0 < $1 ? $0 : $1
  }
  /// `numpy.power`: integers wrap around; negative exponents of them are refused.
  package static let power = BinaryFunction("power", .number) {
    integerPower($0, $1)
  } real: {
    pow($0, $1)
  }

  /// Every function of two arrays, by NumPy's name.
  package static let all: [BinaryFunction] = [
    add, subtract, multiply, divide, equal, maximum, minimum, power,
    BinaryFunction("floor_divide", .number) {
      floorDivided($0, $1)
    } real: {
      floorDivided($0, $1)
    },
    BinaryFunction("remainder", .number) {
      modulo($0, $1)
    } real: {
      modulo($0, $1)
    },
    BinaryFunction("fmod", .number) {
      $1 == 0 || $1 == -1 ? 0 : $0 % $1
    } real: {
      fmod($0, $1)
    },
    BinaryFunction("fmax", .arithmetic) {
      max($0, $1)
    } real: {
      $0 > $1 || $1.isNaN ? $0 : $1
    },
    BinaryFunction("fmin", .arithmetic) {
      min($0, $1)
    } real: {
      $0 < $1 || $1.isNaN ? $0 : $1
    },
    notEqual,
    BinaryFunction("less", .comparison) {
      $0 < $1 ? 1 : 0
    } real: {
      $0 < $1 ? 1 : 0
    },
    BinaryFunction("less_equal", .comparison) {
      $0 <= $1 ? 1 : 0
    } real: {
      $0 <= $1 ? 1 : 0
    },
    BinaryFunction("greater", .comparison) {
      $0 > $1 ? 1 : 0
    } real: {
      $0 > $1 ? 1 : 0
    },
    BinaryFunction("greater_equal", .comparison) {
      $0 >= $1 ? 1 : 0
    } real: {
      $0 >= $1 ? 1 : 0
    },
    BinaryFunction("logical_and", .logical) {
      $0 != 0 && $1 != 0 ? 1 : 0
    } real: {
      $0 != 0 && $1 != 0 ? 1 : 0
    },
    BinaryFunction("logical_or", .logical) {
      $0 != 0 || $1 != 0 ? 1 : 0
    } real: {
      $0 != 0 || $1 != 0 ? 1 : 0
    },
    BinaryFunction("logical_xor", .logical) {
      ($0 != 0) != ($1 != 0) ? 1 : 0
    } real: {
      ($0 != 0) != ($1 != 0) ? 1 : 0
    },
    BinaryFunction("bitwise_and", .bitwise) {
      $0 & $1
    } real: {
      $0 + $1
    },
    BinaryFunction("bitwise_or", .bitwise) {
      $0 | $1
    } real: {
      $0 + $1
    },
    BinaryFunction("bitwise_xor", .bitwise) {
      $0 ^ $1
    } real: {
      $0 + $1
    },
    BinaryFunction("left_shift", .bitwise) {
      $0 << $1
    } real: {
      $0 + $1
    },
    BinaryFunction("right_shift", .bitwise) {
      $0 >> $1
    } real: {
      $0 + $1
    },
    BinaryFunction("arctan2", .division, nil) { atan2($0, $1) },
    BinaryFunction("hypot", .division, nil) { hypot($0, $1) },
    BinaryFunction("logaddexp", .division, nil) {
      // The difference of two infinite numbers is none.
      $0 == $1 ? $0 + log(2) : max($0, $1) + log1p(exp(-($0 - $1).magnitude))
    },
  ]
}

/// Python's `//` of integers; 0 where the divisor is 0, as NumPy has it.
private func floorDivided(_ a: Int, _ b: Int) -> Int {
  if b == 0 { return 0 }
  if b == -1 { return 0 &- a }
  return (a % b != 0 && (a < 0) != (b < 0)) ? a / b - 1 : a / b
}

/// Python's `%` of integers, with the divisor's sign; 0 where the divisor is 0.
private func modulo(_ a: Int, _ b: Int) -> Int {
  if b == 0 || b == -1 { return 0 }
  let rest = a % b
  return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest
}

/// Python's `//` of real numbers; infinite or NaN where the divisor is 0.
private func floorDivided(_ a: Double, _ b: Double) -> Double {
  if b == 0 { return a / b }
  let rest = fmod(a, b)
  let quotient = (a - rest) / b - (rest != 0 && (rest < 0) != (b < 0) ? 1 : 0)
  // A quotient of zero keeps its sign.
  if quotient == 0 { return (a / b).sign == .minus ? -0.0 : 0 }
  let floored = quotient.rounded(.down)
  return quotient - floored > 0.5 ? floored + 1 : floored
}

/// Python's `%` of real numbers, with the divisor's sign.
private func modulo(_ a: Double, _ b: Double) -> Double {
  let rest = fmod(a, b)
  if rest == 0 { return b < 0 ? -0.0 : 0 }
  return (rest < 0) != (b < 0) ? rest + b : rest
}

/// A power by squaring, wrapped around; negative exponents are refused before.
private func integerPower(_ base: Int, _ exponent: Int) -> Int {
  var (result, factor, rest) = (1, base, exponent)
  while rest > 0 {
    if rest & 1 == 1 { result = result &* factor }
    factor = factor &* factor
    rest >>= 1
  }
  return result
}

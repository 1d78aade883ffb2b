internal import PythonRuntime
internal import BigInt

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// `math`.
enum MathModule {
  static var members: [String: Value] {
    var all = PythonRuntime.members(
      reals.map { name, body in
        BuiltinFunction(name, "x") { call throws(PyError) in
          try checked(body(try number(call, "x")), of: [try number(call, "x")], call)
        }
      } + others)
    all["pi"] = .float(.pi)
    all["e"] = .float(2.718281828459045)
    all["tau"] = .float(2 * .pi)
    all["inf"] = .float(.infinity)
    all["nan"] = .float(.nan)
    return all
  }

  private static let reals: [(String, @Sendable (Double) -> Double)] = [
    ("exp", { exp($0) }), ("expm1", { expm1($0) }), ("sqrt", { $0.squareRoot() }),
    ("sin", { sin($0) }), ("cos", { cos($0) }), ("tan", { tan($0) }), ("asin", { asin($0) }),
    ("acos", { acos($0) }), ("atan", { atan($0) }), ("sinh", { sinh($0) }),
    ("cosh", { cosh($0) }), ("tanh", { tanh($0) }), ("log2", { log2($0) }),
    ("log10", { log10($0) }), ("log1p", { log1p($0) }), ("erf", { erf($0) }),
    ("fabs", { abs($0) }), ("degrees", { $0 * (180 / .pi) }), ("radians", { $0 * (.pi / 180) }),
    ("gamma", { tgamma($0) }), ("lgamma", { lgamma($0) }),
  ]

  private static var others: [BuiltinFunction] {
    [
      BuiltinFunction("log", "x, base=None") { call throws(PyError) in
        let x = try number(call, "x")
        guard x > 0 else { throw call.error("ValueError", "math domain error") }
        guard let base = call.given("base")?.double else { return .float(log(x)) }
        return .float(log(x) / log(base))
      },
      BuiltinFunction("pow", "x, y") { call throws(PyError) in
        let (x, y) = (try number(call, "x"), try number(call, "y"))
        return try checked(pow(x, y), of: [x, y], call)
      },
      BuiltinFunction("atan2", "y, x") { call throws(PyError) in
        .float(atan2(try number(call, "y"), try number(call, "x")))
      },
      BuiltinFunction("hypot", "*coordinates") { call throws(PyError) in
        var sum = 0.0
        for value in call.rest { sum += try square(value, call) }
        return .float(sum.squareRoot())
      },
      BuiltinFunction("floor", "x") { call throws(PyError) in try whole(call, .down) },
      BuiltinFunction("ceil", "x") { call throws(PyError) in try whole(call, .up) },
      BuiltinFunction("trunc", "x") { call throws(PyError) in try whole(call, .towardZero) },
      BuiltinFunction("isnan", "x") { call throws(PyError) in
        .bool(try number(call, "x").isNaN)
      },
      BuiltinFunction("isinf", "x") { call throws(PyError) in
        .bool(try number(call, "x").isInfinite)
      },
      BuiltinFunction("isfinite", "x") { call throws(PyError) in
        .bool(try number(call, "x").isFinite)
      },
      BuiltinFunction("isclose", "a, b, *, rel_tol=1e-09, abs_tol=0.0") { call throws(PyError) in
        let (a, b) = (try number(call, "a"), try number(call, "b"))
        let (relative, absolute) = (
          try call.double("rel_tol", or: 1e-9), try call.double("abs_tol", or: 0)
        )
        return .bool(a == b || abs(a - b) <= max(relative * max(abs(a), abs(b)), absolute))
      },
      BuiltinFunction("fmod", "x, y") { call throws(PyError) in
        .float(fmod(try number(call, "x"), try number(call, "y")))
      },
      BuiltinFunction("copysign", "x, y") { call throws(PyError) in
        .float(copysign(try number(call, "x"), try number(call, "y")))
      },
      BuiltinFunction("factorial", "n") { call throws(PyError) in
        let n = try call.int("n", or: 0)
        guard n >= 0 else {
          throw call.error("ValueError", "factorial() not defined for negative values")
        }
        // log₂ n! is less than n log₂ n.
        try call.machine.checkInteger(
          bits: n > 1 << 32 ? .max : n * (n.bitWidth - n.leadingZeroBitCount))
        return .integer((1...max(n, 1)).reduce(BigInt(1)) { $0 * BigInt($1) })
      },
      BuiltinFunction("gcd", "*integers") { call throws(PyError) in
        .integer(
          call.rest.compactMap(\.bigInt).reduce(BigInt(0)) { $0.greatestCommonDivisor(with: $1) })
      },
      BuiltinFunction("prod", "iterable, *, start=1") { call throws(PyError) in
        var product = call["start"] ?? .int(1)
        for value in try call.machine.array(call.required("iterable")) {
          product = try call.machine.binary(.multiply, product, value)
        }
        return product
      },
      BuiltinFunction("comb", "n, k") { call throws(PyError) in
        let (n, k) = (try call.int("n", or: 0), try call.int("k", or: 0))
        guard k >= 0, k <= n else { return .int(0) }
        // A binomial coefficient has less than k log₂ n bits.
        let few = min(k, n - k)
        try call.machine.checkInteger(
          bits: few > 1 << 32 ? .max : few * (n.bitWidth - n.leadingZeroBitCount))
        var result = BigInt(1)
        for i in 0..<few { result = result * BigInt(n - i) / BigInt(i + 1) }
        return .integer(result)
      },
    ]
  }

  private static func square(_ value: Value, _ call: Call) throws(PyError) -> Double {
    let number = try call.machine.number(value, "x")
    return number * number
  }

  private static func number(_ call: Call, _ name: String) throws(PyError) -> Double {
    try call.machine.real(call.required(name))
  }

  private static func whole(
    _ call: Call, _ rule: FloatingPointRoundingRule
  ) throws(PyError) -> Value {
    if let number = call.required("x").plain.bigInt { return .integer(number) }
    return try Builtins.integer(try number(call, "x").rounded(rule), call.machine)
  }

  /// Not a number from numbers is an error of Python's.
  private static func checked(
    _ result: Double, of inputs: [Double], _ call: Call
  ) throws(PyError) -> Value {
    if result.isNaN, !inputs.contains(where: \.isNaN) {
      throw call.error("ValueError", "math domain error")
    }
    if result.isInfinite, inputs.allSatisfy(\.isFinite) {
      throw call.name.hasPrefix("log")
        ? call.error("ValueError", "math domain error")
        : call.error("OverflowError", "math range error")
    }
    return .float(result)
  }
}

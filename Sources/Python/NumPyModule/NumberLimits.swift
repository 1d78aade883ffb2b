internal import PythonRuntime
internal import NumPy
internal import Arrays

/// `np.iinfo` and `np.finfo`: what a dtype's numbers can be.
final class NumberLimits: HostObject {
  private let dtype: DType
  private let session: NumPySession

  private init(_ dtype: DType, _ session: NumPySession) {
    (self.dtype, self.session) = (dtype, session)
  }

  override var hostType: TypeObject { dtype.isFloating ? Self.reals : Self.integers }

  /// The largest number, the distance from 1 to the next, the smallest normal one.
  private var real: (max: Double, eps: Double, tiny: Double, resolution: Double) {
    dtype == .float32
      ? (
        Double(Float.greatestFiniteMagnitude), Double(Float.ulpOfOne),
        Double(Float.leastNormalMagnitude), 1e-6
      )
      : (.greatestFiniteMagnitude, .ulpOfOne, .leastNormalMagnitude, 1e-15)
  }

  private func scalar(_ number: Double) -> NumPyValue {
    .scalar(NumericArray(scalar: .real(number), dtype: dtype))
  }

  override func property(_ name: String, _ machine: Machine) throws(PyError) -> Value? {
    switch name {
    case "bits": return .int(dtype.size * 8)
    case "dtype": return Value(.dtype(dtype), session)
    default: break
    }
    guard dtype.isFloating else {
      guard let range = dtype.integerRange else { return nil }
      switch name {
      case "min": return .int(range.lowerBound)
      case "max" where dtype == .uint64:
        throw machine.error(
          "NotImplementedError", "iinfo(uint64).max is not supported by Caderno")
      case "max": return .int(range.upperBound)
      default: return nil
      }
    }
    switch name {
    case "max": return Value(scalar(real.max), session)
    case "min": return Value(scalar(-real.max), session)
    case "eps": return Value(scalar(real.eps), session)
    case "tiny", "smallest_normal": return Value(scalar(real.tiny), session)
    case "resolution": return Value(scalar(real.resolution), session)
    default: return nil
    }
  }

  override func repr(_ machine: Machine) throws(PyError) -> String {
    guard dtype.isFloating else {
      let (low, high) = try bounds(machine)
      return "iinfo(min=\(low), max=\(high), dtype=\(dtype.rawValue))"
    }
    func text(_ number: Double) -> String { NumPyText.str(scalar(number), PrintOptions()) }
    return "finfo(resolution=\(text(real.resolution)), min=\(text(-real.max)), "
      + "max=\(text(real.max)), dtype=\(dtype.rawValue))"
  }

  private func bounds(_ machine: Machine) throws(PyError) -> (String, String) {
    (
      try machine.str(property("min", machine) ?? .none),
      try machine.str(property("max", machine) ?? .none)
    )
  }

  override func str(_ machine: Machine) throws(PyError) -> String {
    guard !dtype.isFloating else {
      throw machine.error(
        "NotImplementedError", "print() of finfo is not supported by Caderno; repr() is")
    }
    let line = String(repeating: "-", count: 63)
    let (low, high) = try bounds(machine)
    return
      "Machine parameters for \(dtype.rawValue)\n\(line)\nmin = \(low)\nmax = \(high)\n\(line)\n"
  }

  static func members(_ session: NumPySession) -> [String: Value] {
    func function(_ name: String, isFloating: Bool) -> Value {
      .object(
        BuiltinFunction(name, "type") { call throws(PyError) in
          let given = try NumPyValue(call.required("type"), call.machine)
          let dtype = try call.machine.raising { () throws(ArrayError) -> DType in
            switch given {
            case .array(let array), .scalar(let array): return array.dtype
            case .int: return .int64
            case .float: return .float64
            default: return try session.dtype(given)
            }
          }
          guard dtype.isFloating == isFloating, dtype != .bool else {
            throw call.error(
              "ValueError",
              isFloating
                ? "data type <class 'numpy.\(dtype.rawValue)'> not inexact"
                : "Invalid integer data type '\(dtype.kind)'.")
          }
          return .object(NumberLimits(dtype, session))
        })
    }
    return [
      "iinfo": function("iinfo", isFloating: false), "finfo": function("finfo", isFloating: true),
    ]
  }

  private static let integers = SharedType(
    "iinfo", module: "numpy", properties: ["bits", "dtype", "min", "max"])
  private static let reals = SharedType(
    "finfo", module: "numpy",
    properties: ["bits", "dtype", "min", "max", "eps", "tiny", "smallest_normal", "resolution"])
}

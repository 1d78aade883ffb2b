/// How the elements of one array are shown: all equally wide.
struct ElementFormat {
  private enum Form {
    case bool(padded: Bool)
    case integer(width: Int)
    case positional(left: Int, right: Int, precision: Int?, isFixed: Bool)
    case scientific(left: Int, places: Int, exponent: Int)
  }

  private let form: Form
  private let dtype: DType
  private let options: PrintOptions

  /// - Parameter values: the elements that will be shown.
  init(_ values: [ScalarValue], _ dtype: DType, isScalar: Bool, _ options: PrintOptions) {
    (self.dtype, self.options) = (dtype, options)
    switch dtype {
    case .bool: form = .bool(padded: !isScalar)
    case .float32, .float64:
      form = Self.floatForm(values.map(\.real), dtype, options)
    default:
      form = .integer(width: values.map { dtype.text(of: $0.integer).count }.max() ?? 0)
    }
  }

  func callAsFunction(_ value: ScalarValue) -> String {
    switch form {
    case .bool(let padded): value.integer != 0 ? (padded ? " True" : "True") : "False"
    case .integer(let width): Self.padded(dtype.text(of: value.integer), width)
    case .positional(let left, let right, _, _) where !value.real.isFinite:
      Self.padded(special(value.real), left + right + 1)
    case .scientific(let left, let places, let exponent) where !value.real.isFinite:
      Self.padded(special(value.real), left + places + exponent + 3)
    case .positional(let left, let right, let precision, let isFixed):
      positional(value.real, left, right, precision, isFixed)
    case .scientific(let left, let places, let exponent):
      Self.padded(
        Self.scientific(value.real, places, exponent), left + places + exponent + 3)
    }
  }

  private func special(_ value: Double) -> String {
    value.isNaN ? options.nan : (value < 0 ? "-" : "") + options.infinity
  }

  private func positional(
    _ value: Double, _ left: Int, _ right: Int, _ precision: Int?, _ isFixed: Bool
  ) -> String {
    if isFixed {
      let text = FloatDigits.fixed(value, right)
      return Self.padded(right == 0 ? text + "." : text, left + right + 1)
    }
    let text = FloatDigits.positional(value, dtype, precision: precision)
    let places = text.split(separator: ".", omittingEmptySubsequences: false).last?.count ?? 0
    return Self.padded(text + String(repeating: " ", count: right - places), left + right + 1)
  }

  /// Mantissa with a point always, exponent with at least `exponent` digits.
  private static func scientific(_ value: Double, _ places: Int, _ exponent: Int) -> String {
    let parts = FloatDigits.scientific(value, places).split(separator: "e")
    let mantissa = parts[0].contains(".") ? String(parts[0]) : parts[0] + "."
    let digits = String(repeating: "0", count: max(0, exponent - parts[1].count + 1))
    return "\(mantissa)e\(parts[1].prefix(1))\(digits)\(parts[1].dropFirst())"
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}

extension ElementFormat {
  private static func floatForm(
    _ values: [Double], _ dtype: DType, _ options: PrintOptions
  ) -> Form {
    let finite = values.filter(\.isFinite)
    let precision = options.floatMode == .unique ? nil : options.precision
    var form =
      usesExponents(finite, dtype, options)
      ? scientificForm(finite, dtype, precision, options)
      : positionalForm(finite, dtype, precision, options)
    guard finite.count < values.count else { return form }
    let least = values.contains(-.infinity) ? options.infinity.count + 1 : options.infinity.count
    let width = max(options.nan.count, least)
    switch form {
    case .positional(let left, let right, let precision, let isFixed):
      form = .positional(
        left: max(left, width - right - 1), right: right, precision: precision, isFixed: isFixed)
    case .scientific(let left, let places, let exponent):
      form = .scientific(
        left: max(left, width - places - exponent - 3), places: places, exponent: exponent)
    default: break
    }
    return form
  }

  private static func usesExponents(
    _ values: [Double], _ dtype: DType, _ options: PrintOptions
  ) -> Bool {
    let sizes = values.filter { $0 != 0 }.map(\.magnitude)
    guard let largest = sizes.max(), let least = sizes.min() else { return false }
    if largest >= (dtype == .float32 ? 1e6 : 1e8) { return true }
    return !options.suppress && (least < 0.0001 || dtype.rounded(largest / least) > 1000)
  }

  private static func scientificForm(
    _ values: [Double], _ dtype: DType, _ precision: Int?, _ options: PrintOptions
  ) -> Form {
    let places =
      options.floatMode == .fixed
      ? options.precision
      : values.map { value in
        let places = FloatDigits.mantissaPlaces(value, dtype)
        guard let precision, places > precision else { return places }
        let mantissa = FloatDigits.scientific(value, precision).split(separator: "e")[0]
        return FloatDigits.trimmed(String(mantissa)).split(separator: ".").dropFirst().first?.count
          ?? 0
      }.max() ?? 0
    let texts = values.map { FloatDigits.scientific($0, places).split(separator: "e") }
    return .scientific(
      left: texts.map { $0[0].prefix { $0 != "." }.count }.max() ?? 0, places: places,
      exponent: texts.map { $0[1].count - 1 }.max() ?? 2)
  }

  private static func positionalForm(
    _ values: [Double], _ dtype: DType, _ precision: Int?, _ options: PrintOptions
  ) -> Form {
    let isFixed = options.floatMode == .fixed
    let texts = values.map {
      isFixed
        ? FloatDigits.fixed($0, options.precision)
        : FloatDigits.positional($0, dtype, precision: precision)
    }
    let halves = texts.map { $0.split(separator: ".", omittingEmptySubsequences: false) }
    let right = halves.map { $0.count > 1 ? $0[1].count : 0 }.max() ?? 0
    return .positional(
      left: halves.map(\.[0].count).max() ?? 0, right: right, precision: precision,
      isFixed: isFixed || options.floatMode == .maxPrecisionEqual)
  }
}

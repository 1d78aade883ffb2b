#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Floats in decimal, the same on every machine.
public enum FloatText {
  /// Digits without a sign, and where their point stands: the number is `0.digits · 10^point`.
  public typealias Digits = (digits: String, point: Int)

  /// The shortest digits that read back as the same bits, for a finite number; "0" has its point behind it.
  public static func digits(of value: Double) -> Digits { digits(in: value.magnitude.description) }

  /// The same for single precision.
  public static func digits(of value: Float) -> Digits { digits(in: value.magnitude.description) }

  /// Swift's own description has the digits in another form.
  private static func digits(in description: String) -> Digits {
    let parts = description.split(separator: "e")
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let halves = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    var digits = halves.joined()[...]
    var point = halves[0].utf8.count + exponent
    while digits.utf8.count > 1, digits.first == "0" {
      digits.removeFirst()
      point -= 1
    }
    while digits.utf8.count > 1, digits.last == "0" { digits.removeLast() }
    return digits == "0" ? ("0", 1) : (String(digits), point)
  }

  /// As CPython's `repr` writes it: `0.5`, `3.0`, `1e-05`, `inf`, `nan`.
  public static func repr(_ value: Double) -> String {
    repr(value, value.isFinite ? digits(of: value) : ("", 0), powersFrom: 16)
  }

  /// - Parameters:
  ///   - digits: the number's own, which may be those of another precision.
  ///   - highest: the power of ten of the first digit from which on the number is written with it.
  public static func repr(_ value: Double, _ digits: Digits, powersFrom highest: Int) -> String {
    if value.isNaN { return "nan" }
    let sign = value.sign == .minus ? "-" : ""
    if value.isInfinite { return sign + "inf" }
    let exponent = digits.point - 1
    guard (-4..<highest).contains(exponent) else {
      let rest = digits.digits.dropFirst()
      return sign + digits.digits.prefix(1) + (rest.isEmpty ? "" : "." + rest)
        + (exponent < 0 ? "e-" : "e+") + DigitText.padded(Int(exponent.magnitude), to: 2)
    }
    let text = sign + plain(digits)
    return text.hasSuffix(".") ? text + "0" : text
  }

  /// Digits without a power of ten; the point stays: `0.5`, `30.`.
  public static func plain(_ digits: Digits) -> String {
    let (text, point) = digits
    if point <= 0 { return "0." + String(repeating: "0", count: -point) + text }
    let zeros = String(repeating: "0", count: max(0, point - text.utf8.count))
    return text.prefix(point) + zeros + "." + text.dropFirst(point)
  }

  /// How C's `printf` writes a float.
  public enum Notation: String, Sendable {
    case fixed = "f"
    case scientific = "e"
    case general = "g"
  }

  /// C's own `%.*f`, `%.*e` or `%.*g`, rounded from the exact value.
  ///
  /// - Parameter alternate: C's `#`, which keeps the point and the zeros of `g`.
  public static func printed(
    _ value: Double, _ notation: Notation, precision: Int, alternate: Bool = false
  ) -> String {
    let format = "%" + (alternate ? "#" : "") + ".*" + notation.rawValue
    let digits = max(0, precision)
    // 309 digits before the point, a sign, a point, a power, the end.
    let capacity = 330 + digits
    return String(unsafeUninitializedCapacity: capacity) { buffer in
      withVaList([Int32(clamping: digits), value]) { list in
        let count = buffer.withMemoryRebound(to: CChar.self) { buffer in
          vsnprintf(buffer.baseAddress, capacity, format, list)
        }
        return max(0, min(Int(count), capacity - 1))
      }
    }
  }

  /// So many digits behind the point.
  public static func fixed(_ value: Double, _ digits: Int) -> String {
    printed(value, .fixed, precision: digits)
  }

  /// One digit, so many behind the point, and a power of ten.
  public static func scientific(_ value: Double, _ digits: Int) -> String {
    printed(value, .scientific, precision: digits)
  }

  /// A coordinate of a drawing: up to two digits behind the point, 0 for what is no number.
  ///
  /// - Parameter limit: the largest that a drawing has.
  public static func coordinate(_ value: Double, limit: Double = 1e9) -> String {
    guard value.isFinite else { return "0" }
    let cents = Int((max(-limit, min(limit, value)) * 100).rounded())
    let (whole, rest) = cents.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = cents < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    let digits = rest % 10 == 0 ? "\(rest / 10)" : DigitText.padded(Int(rest), to: 2)
    return "\(sign)\(whole).\(digits)"
  }
}

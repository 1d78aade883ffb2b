#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Floats as CPython writes them.
enum FloatText {
  /// `repr`: the shortest decimals that read back as the same bits.
  static func repr(_ value: Double) -> String {
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    let sign = value.sign == .minus ? "-" : ""
    if value == 0 { return sign + "0.0" }
    let (digits, exponent) = shortest(abs(value))
    guard (-4..<16).contains(exponent) else {
      let rest = digits.dropFirst()
      let power = exponent < 0 ? "-" : "+"
      let size = String(abs(exponent))
      return sign + digits.prefix(1) + (rest.isEmpty ? "" : "." + rest) + "e" + power
        + (size.count < 2 ? "0" + size : size)
    }
    if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits }
    let padded = digits + String(repeating: "0", count: max(0, exponent + 1 - digits.count))
    let rest = padded.dropFirst(exponent + 1)
    return sign + padded.prefix(exponent + 1) + "." + (rest.isEmpty ? "0" : rest)
  }

  /// The shortest digits of a positive number, and the power of ten of the first.
  private static func shortest(_ value: Double) -> (digits: String, exponent: Int) {
    // Swift's own description has the same digits in another form.
    let text = "\(value)"
    let parts = text.split(separator: "e")
    let point = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let whole = point[0]
    let fraction = point.count > 1 && point[1] != "0" ? point[1] : ""
    let power = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let all = String(whole + fraction)
    let leading = all.prefix { $0 == "0" }.count
    var digits = String(all.dropFirst(leading))
    while digits.count > 1, digits.hasSuffix("0") { digits.removeLast() }
    return (digits, whole.count - 1 - leading + power)
  }

  /// C's own `%.*f`, `%.*e` or `%.*g`.
  static func printed(_ value: Double, _ letter: Character, precision: Int, alternate: Bool)
    -> String
  {
    let format = "%" + (alternate ? "#" : "") + ".*" + String(letter)
    let capacity = 400 + precision
    return String(unsafeUninitializedCapacity: capacity) { buffer in
      withVaList([Int32(clamping: precision), value]) { list in
        let count = buffer.withMemoryRebound(to: CChar.self) { buffer in
          vsnprintf(buffer.baseAddress, capacity, format, list)
        }
        return max(0, min(Int(count), capacity - 1))
      }
    }
  }
}

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Digits of numbers, the same on every machine.
enum DecimalDigits {
  /// A number that is finite and not negative, decimals behind a point.
  ///
  /// - Parameter digits: how many decimals; nil for as many as tell it from any other double.
  static func text(_ value: Double, digits: Int?) -> String {
    let digits = Int32(min(max(digits ?? shortest(value), 0), mostDigits))
    // 309 digits before the point, the point, the end.
    var buffer = [CChar](repeating: 0, count: 312 + Int(digits))
    let count = withVaList([digits, value]) { vsnprintf(&buffer, buffer.count, "%.*f", $0) }
    let bytes = buffer.prefix(Int(max(0, count))).map { UInt8(bitPattern: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// No double has more decimals.
  private static let mostDigits = 1074

  /// The decimals of the shortest text that reads back as the value.
  private static func shortest(_ value: Double) -> Int {
    let parts = "\(value)".split(separator: "e")
    let decimals = parts[0].split(separator: ".").dropFirst().first ?? ""
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    return max(0, (decimals == "0" ? 0 : decimals.count) - exponent)
  }
}

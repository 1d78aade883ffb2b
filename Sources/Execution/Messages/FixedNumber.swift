/// A number in fixed notation, rounded half away from zero, without the system's locale.
enum FixedNumber {
  static func text(_ value: Double, digits: Int) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "\(value)" }
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    guard let scaled = Int(exactly: (abs(value) * scale).rounded()) else { return "\(value)" }
    let all = String(scaled)
    let padded = String(repeating: "0", count: max(0, digits + 1 - all.count)) + all
    let sign = value < 0 && scaled != 0 ? "-" : ""
    return digits == 0
      ? sign + padded : "\(sign)\(padded.dropLast(digits)).\(padded.suffix(digits))"
  }
}

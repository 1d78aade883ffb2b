internal import ArgumentParser

/// A number of bytes as people write it: "500M", "2G", "1.5 MB".
struct ByteCount: ExpressibleByArgument, CustomStringConvertible {
  let bytes: Int

  init(_ bytes: Int) { self.bytes = bytes }

  /// Digits, then K, M or G (powers of 1000), with or without a B.
  init?(argument: String) {
    var text = argument.uppercased()[...]
    if text.hasSuffix("B") { text = text.dropLast() }
    let units: [Character: Int] = ["K": 1000, "M": 1_000_000, "G": 1_000_000_000]
    var unit = 1
    if let last = text.last, let found = units[last] {
      unit = found
      text = text.dropLast()
    }
    guard let number = Int(text), number >= 0 else { return nil }
    let (bytes, overflows) = number.multipliedReportingOverflow(by: unit)
    if overflows { return nil }
    self.bytes = bytes
  }

  var description: String {
    if bytes < 1000 { return "\(bytes) B" }
    for (unit, size) in [("kB", 1000), ("MB", 1_000_000)] where bytes < size * 1000 {
      return Self.text(bytes, size, unit)
    }
    return Self.text(bytes, 1_000_000_000, "GB")
  }

  private static func text(_ bytes: Int, _ size: Int, _ unit: String) -> String {
    let tenths = (bytes * 10 + size / 2) / size
    return "\(tenths / 10).\(tenths % 10) \(unit)"
  }
}

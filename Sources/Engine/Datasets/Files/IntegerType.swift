/// A whole-number element type in NumPy's notation: byte order, `u` or `i`, size in bytes.
struct IntegerType {
  let size: Int
  private let isBigEndian: Bool
  private let isSigned: Bool

  /// Understands "|u1", "<i8", ">u2" and the like.
  init?(_ notation: String) {
    let parts = Array(notation)
    guard parts.count == 3, "<>|=".contains(parts[0]), parts[1] == "u" || parts[1] == "i",
      let size = parts[2].wholeNumberValue, [1, 2, 4, 8].contains(size)
    else { return nil }
    self.size = size
    isBigEndian = parts[0] == ">"
    isSigned = parts[1] == "i"
  }

  /// The value of `size` bytes; unsigned values beyond `Int.max` give `Int.max`.
  func value(_ bytes: ArraySlice<UInt8>) -> Int {
    var bits: UInt64 = 0
    for byte in isBigEndian ? Array(bytes) : bytes.reversed() { bits = bits << 8 | UInt64(byte) }
    guard isSigned else { return Int(clamping: bits) }
    let unused = UInt64(64 - 8 * size)
    return Int(Int64(bitPattern: bits << unused) >> Int64(unused))
  }
}

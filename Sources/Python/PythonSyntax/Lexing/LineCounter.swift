/// Line numbers for messages.
enum LineCounter {
  /// The 1-based line that holds `offset`, with LF, CRLF and CR as ends. Linear in the offset.
  static func line(of offset: Int, in bytes: [UInt8]) -> Int {
    var line = 1
    var index = 0
    while index < min(offset, bytes.count) {
      let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
      if (bytes[index] == 0x0A || bytes[index] == 0x0D) && !isPair { line += 1 }
      index += 1
    }
    return line
  }
}

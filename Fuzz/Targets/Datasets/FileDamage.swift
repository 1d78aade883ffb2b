/// What can happen to a file: other bytes, missing ones, more of them.
enum FileDamage {
  /// The file, or now and then one with up to three faults.
  static func damaged(_ file: [UInt8], _ choices: inout Choices) -> [UInt8] {
    choices.happens(onceIn: 3) ? faulty(file, &choices) : file
  }

  /// The file with one to three faults.
  static func faulty(_ file: [UInt8], _ choices: inout Choices) -> [UInt8] {
    var bytes = file
    for _ in 0..<1 + choices.below(3) where !bytes.isEmpty {
      // Headers stand in front, those of a zip at the end.
      let near = choices.below(257)
      let place = choices.pick([
        min(near, bytes.count - 1), max(0, bytes.count - 1 - near),
        choices.below(65_535) % bytes.count,
      ])
      switch choices.below(6) {
      case 0: bytes[place] = UInt8(choices.below(256))
      case 1: bytes[place] ^= 1 << choices.below(8)
      case 2: bytes.removeSubrange(place...)
      case 3: bytes.insert(UInt8(choices.below(256)), at: place)
      case 4:
        let odd = choices.pick([0, 0xFF, 0x7F, 0x80]) as UInt8
        for index in place..<min(place + choices.pick([2, 4, 8]), bytes.count) {
          bytes[index] = odd
        }
      default: bytes.remove(at: place)
      }
    }
    return bytes
  }
}

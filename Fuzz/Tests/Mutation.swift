import FuzzTargets

/// Changed inputs, as libFuzzer makes them.
enum Mutation {
  static func changed(
    _ seed: [UInt8], _ seeds: [[UInt8]], _ words: [String], _ random: inout SeedBytes
  ) -> [UInt8] {
    var bytes = seed
    for _ in 0...random.below(4) {
      let place = random.below(bytes.count + 1)
      switch random.below(6) {
      case 0 where place < bytes.count: bytes[place] = random.take(1)[0]
      case 1 where place < bytes.count: bytes.remove(at: place)
      case 2: bytes.insert(contentsOf: random.take(1 + random.below(8)), at: place)
      case 3: bytes.removeSubrange(place...)
      case 4: bytes = bytes[..<place] + seeds[random.below(seeds.count)].suffix(random.below(64))
      default:
        guard !words.isEmpty else { continue }
        bytes.insert(contentsOf: words[random.below(words.count)].utf8, at: place)
      }
    }
    return bytes
  }
}

extension SeedBytes {
  fileprivate mutating func below(_ limit: Int) -> Int {
    let bytes = take(2)
    return (Int(bytes[0]) << 8 + Int(bytes[1])) % limit
  }
}

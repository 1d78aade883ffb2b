internal import Digests

/// A result with its address and checksum, as it lies in a file.
///
/// A line of text, `caderno-result 1 KIND KEY PART COUNT SHA256`, then `COUNT` bytes.
enum CacheEntry {
  private static let magic = "caderno-result"
  private static let version = "1"
  /// Longer than any first line.
  private static let longest = 512

  static func encode(_ payload: [UInt8], at address: CacheAddress) -> [UInt8] {
    Array((header(address, payload) + "\n").utf8) + payload
  }

  /// The result in a file's bytes.
  static func decode(
    _ bytes: [UInt8], at address: CacheAddress
  ) -> Result<[UInt8], CacheDefect> {
    let start = bytes.prefix(longest)
    guard let end = start.firstIndex(of: UInt8(ascii: "\n")) else {
      return .failure(.init(.foreign))
    }
    let words = String(decoding: bytes[..<end], as: UTF8.self).split(separator: " ").map(
      String.init)
    guard words.count == 7, words[0] == magic, words[1] == version else {
      return .failure(.init(.foreign))
    }
    guard Array(words[2...4]) == Self.words(address) else { return .failure(.init(.renamed)) }
    let payload = Array(bytes[(end + 1)...])
    guard words[5] == "\(payload.count)", words[6] == SHA256Digest(of: payload).description else {
      return .failure(.init(.damaged))
    }
    return .success(payload)
  }

  private static func header(_ address: CacheAddress, _ payload: [UInt8]) -> String {
    let words =
      [magic, version] + words(address) + ["\(payload.count)", "\(SHA256Digest(of: payload))"]
    return words.joined(separator: " ")
  }

  private static func words(_ address: CacheAddress) -> [String] {
    [address.kind, address.key, address.part.map { "\($0)" } ?? "-"]
  }
}

/// A defect as an error that has no path yet.
struct CacheDefect: Error {
  let defect: CacheProblem.Defect

  init(_ defect: CacheProblem.Defect) { self.defect = defect }
}

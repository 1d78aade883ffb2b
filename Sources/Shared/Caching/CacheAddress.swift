/// Where a result is kept.
public struct CacheAddress: Hashable, Sendable {
  /// What kind of result it is: "training", "outputs".
  public let kind: String
  /// Hexadecimal digits: a hash of all that the result depends on.
  public let key: String
  /// One of several results under a key, such as the number of an epoch.
  public let part: Int?

  /// - Precondition: the kind is a plain word, and the key has at least 8 hexadecimal digits.
  public init(_ kind: String, key: String, part: Int? = nil) {
    precondition(
      kind.allSatisfy { $0.isLetter || $0 == "-" } && !kind.isEmpty && key.utf8.count >= 8
        && key.allSatisfy(\.isHexDigit) && (part ?? 0) >= 0,
      "CacheAddress: \(kind) \(key)")
    self.kind = kind
    self.key = key
    self.part = part
  }

  /// The folder that holds all parts of a key, below the cache's.
  var folder: String { "\(kind)/\(key.prefix(2))" }

  /// The name of the entry's file in its folder.
  var fileName: String {
    part.map { "\(key)-\($0)\(Self.ending)" } ?? "\(key)\(Self.ending)"
  }

  static let ending = ".result"

  /// Whether a file is named as a result is, in the folder of its kind and the beginning of its key.
  static func isName(_ name: String, in kind: String, _ group: String) -> Bool {
    guard name.hasSuffix(ending) else { return false }
    let parts = name.dropLast(ending.count).split(separator: "-", omittingEmptySubsequences: false)
    let isKey = parts[0].utf8.count >= 8 && parts[0].allSatisfy(\.isHexDigit)
    return isKey && parts[0].prefix(2) == group && parts.count <= 2
      && (parts.count == 1 || Int(parts[1]) != nil)
      && kind.allSatisfy { $0.isLetter || $0 == "-" }
  }

  /// The part that a file's name tells of, if the file is one of this key's.
  func part(ofFile name: String) -> Int? {
    guard name.hasPrefix("\(key)-"), name.hasSuffix(Self.ending) else { return nil }
    return Int(name.dropFirst(key.count + 1).dropLast(Self.ending.count))
  }
}

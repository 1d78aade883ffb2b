/// How far a download has come.
public struct TransferProgress: Hashable, Codable, Sendable {
  /// What is being fetched, for people.
  public var name: String
  /// Bytes so far.
  public var received: Int
  /// All bytes; nil where the server does not say.
  public var expected: Int?

  /// Progress of a download in bytes.
  public init(name: String, received: Int, expected: Int?) {
    self.name = name
    self.received = received
    self.expected = expected
  }
}

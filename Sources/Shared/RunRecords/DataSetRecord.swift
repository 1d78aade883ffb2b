/// A data set that a run used.
public struct DataSetRecord: Hashable, Codable, Sendable {
  /// The name in the catalog of data sets, such as "mnist".
  public var name: String
  /// Where it came from, for people.
  public var source: String
  /// SHA-256 of the decompressed content as 64 hexadecimal digits.
  public var sha256: String
  /// Its parts, training first.
  public var splits: [Split]
  /// The data set that the notebook asked for, where this one stood in for it.
  public var substituteFor: String?

  /// A data set with the digest of what the run read.
  public init(
    name: String, source: String, sha256: String, splits: [Split], substituteFor: String? = nil
  ) {
    self.name = name
    self.source = source
    self.sha256 = sha256
    self.splits = splits
    self.substituteFor = substituteFor
  }

  /// A part of the data set: its name and the shape of its examples, `[count, height, width,
  /// channels]`.
  public struct Split: Hashable, Codable, Sendable {
    /// The part's name, "train" or "test".
    public var name: String
    /// The extents with the count of examples first; `[count, height, width, channels]` for images.
    public var shape: [Int]

    /// A part and the shape of all its examples.
    public init(name: String, shape: [Int]) {
      self.name = name
      self.shape = shape
    }
  }
}

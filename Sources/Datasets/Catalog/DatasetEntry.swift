public import Diagnostics
public import Tensors

/// What is known of a data set before any of it is read.
public struct DatasetEntry: Sendable {
  public let name: String
  /// One sentence for people.
  public let summary: Message
  /// The licence, or what its publishers say of its use.
  public let license: String
  /// `(height, width, channels)` of one image.
  public let imageShape: Shape
  public let classNames: [String]
  public let trainCount: Int
  public let testCount: Int

  public init(
    name: String, summary: Message, license: String, imageShape: Shape, classNames: [String],
    trainCount: Int, testCount: Int
  ) {
    self.name = name
    self.summary = summary
    self.license = license
    self.imageShape = imageShape
    self.classNames = classNames
    self.trainCount = trainCount
    self.testCount = testCount
  }
}

extension DatasetEntry {
  /// Whether a model made for `other` also fits this data set.
  func canStandIn(for other: DatasetEntry) -> Bool {
    imageShape == other.imageShape && classNames.count == other.classNames.count
  }
}

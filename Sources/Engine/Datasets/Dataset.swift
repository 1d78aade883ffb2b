public import Digests
public import Tensors

/// A data set that was found: its bytes, and where they came from.
public struct Dataset: Sendable {
  /// The catalog's name: "mnist"; "digits" where digits stood in for something else.
  public let name: String
  /// Where it came from, for people: a path, an address, "built in".
  public let source: String
  /// SHA-256 over the content: training images, training labels, test images, test labels.
  public let sha256: SHA256Digest
  /// What is trained with.
  public let train: Split
  /// What is tested with.
  public let test: Split
  /// The name of each class by its number.
  public let classNames: [String]

  /// A data set by its parts; `sha256` is of their content.
  public init(
    name: String, source: String, sha256: SHA256Digest, train: Split, test: Split,
    classNames: [String]
  ) {
    self.name = name
    self.source = source
    self.sha256 = sha256
    self.train = train
    self.test = test
    self.classNames = classNames
  }

  /// `(height, width, channels)` of one image.
  public var imageShape: Shape { train.imageShape }
}

public import Diagnostics
public import Tensors

/// What is known of a data set before any of it is read.
public struct DatasetEntry: Sendable {
  /// The name that lessons use, such as "mnist".
  public let name: String
  /// One sentence for people.
  public let summary: Message
  /// The licence, or what its publishers say of its use.
  public let license: String
  /// `(height, width, channels)` of one image.
  public let imageShape: Shape
  /// The name of each class by its number.
  public let classNames: [String]
  /// How many images there are to train with. Tests of this package put fewer here.
  public package(set) var trainCount: Int
  /// How many images there are to test with.
  public package(set) var testCount: Int
  let origin: DatasetOrigin
  /// What Keras says of it; nil where Keras has none of the name.
  public let keras: KerasDataset?

  init(
    name: String, summary: Message, license: String, imageShape: Shape, classNames: [String],
    trainCount: Int, testCount: Int, origin: DatasetOrigin, keras: KerasDataset? = nil
  ) {
    self.name = name
    self.summary = summary
    self.license = license
    self.imageShape = imageShape
    self.classNames = classNames
    self.trainCount = trainCount
    self.testCount = testCount
    (self.origin, self.keras) = (origin, keras)
  }

  /// SHA-256 of the whole content as it was published, as `Dataset.sha256` has it; nil for sets that
  /// no publisher gave out.
  public var publishedDigest: String? { files?.content }

  /// What is known of its files; nil for a set that is made.
  var files: DatasetFiles? {
    if case .files(let files) = origin { return files }
    return nil
  }
}

/// Where the examples of a data set come from.
enum DatasetOrigin: Sendable {
  case files(DatasetFiles)
  /// Each example is a function of its number; those for testing come behind those for training.
  case made(@Sendable (Range<Int>) -> Split)
}

/// What Keras says of a data set.
public struct KerasDataset: Sendable {
  /// The parameters of `load_data` as Python writes them.
  public let parameters: String
  /// Whether labels are columns and images follow the order of channels that the program set.
  public let isInColor: Bool

  init(parameters: String, isInColor: Bool = false) {
    (self.parameters, self.isInColor) = (parameters, isInColor)
  }
}

extension DatasetEntry {
  /// Whether a model made for `other` also fits this data set.
  func canStandIn(for other: DatasetEntry) -> Bool {
    imageShape == other.imageShape && classNames.count == other.classNames.count
  }
}

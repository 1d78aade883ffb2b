/// How many examples of each part are needed: a data set that is made, not read, makes no more.
public struct ExampleLimits: Hashable, Sendable {
  /// At most so many images to train with.
  public var train: Int
  /// At most so many images to test with.
  public var test: Int

  /// Limits; none where nothing is said.
  public init(train: Int = .max, test: Int = .max) {
    self.train = train
    self.test = test
  }
}

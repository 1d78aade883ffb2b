/// How many examples of each part are needed: a data set that is made, not read, makes no more.
public struct ExampleLimits: Hashable, Sendable {
  public var train: Int
  public var test: Int

  public init(train: Int = .max, test: Int = .max) {
    self.train = train
    self.test = test
  }
}

public import Caching
public import Datasets
public import Diagnostics

/// What the user asked for on the command line; nothing in it comes from the notebook.
public struct RunSettings: Sendable {
  /// Threads for the engine; results never depend on it.
  public var threads: Int
  /// Overrides the seed of the front matter.
  public var seed: Int?
  /// `-P name=value`, as written.
  public var parameters: [String: String]
  /// Where data sets are looked for.
  public var locator: DatasetLocator
  /// The language of messages where the notebook names none.
  public var language: Language
  /// Where results are kept between runs; nil for neither reading nor writing any.
  public var cache: ResultCache?
  /// The most epochs that a `fit` in a cell trains; nil for what it asks for.
  public var maxEpochs: Int?
  /// The lines of a script that lines of the notebook come from; empty where there is no script.
  public var scriptLines: [Int: Int] = [:]
  /// Keys that stand with outputs in the notebook, by directive, where it is to be known which version of
  /// the engine's arithmetic made them.
  public var writtenKeys: [String: String] = [:]
  /// The version of the program: outputs that another one wrote are not taken from the cache, since
  /// their words may have changed; trained weights are.
  public var program: String

  /// Settings without a script, and without outputs that stand in the notebook already.
  public init(
    threads: Int, seed: Int? = nil, parameters: [String: String] = [:], locator: DatasetLocator,
    language: Language = .english, cache: ResultCache? = nil,
    maxEpochs: Int? = nil, program: String = ""
  ) {
    self.threads = threads
    self.seed = seed
    self.parameters = parameters
    self.locator = locator
    self.language = language
    self.cache = cache
    self.maxEpochs = maxEpochs
    self.program = program
  }
}

package import Caching
package import Datasets
package import Diagnostics

/// What the user asked for on the command line; nothing in it comes from the notebook.
package struct RunSettings: Sendable {
  /// Threads for the engine; results never depend on it.
  package var threads: Int
  /// Overrides the seed of the front matter.
  package var seed: Int?
  /// `-P name=value`, as written.
  package var parameters: [String: String]
  /// Where data sets are looked for.
  package var locator: DatasetLocator
  /// The language of messages where the notebook names none.
  package var language: Language
  /// Where results are kept between runs; nil for neither reading nor writing any.
  package var cache: ResultCache?
  /// The most epochs that a `fit` in a cell trains; nil for what it asks for.
  package var maxEpochs: Int?
  /// The lines of a script that lines of the notebook come from; empty where there is no script.
  package var scriptLines: [Int: Int] = [:]
  /// Keys that stand with outputs in the notebook, by directive, where it is to be known which version of
  /// the engine's arithmetic made them.
  package var writtenKeys: [String: String] = [:]
  /// The version of the program: outputs that another one wrote are not taken from the cache, since
  /// their words may have changed; trained weights are.
  package var program: String

  /// Settings without a script, and without outputs that stand in the notebook already.
  package init(
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

internal import ArgumentParser
internal import Datasets
internal import Diagnostics
internal import Execution
internal import FoundationEssentials
internal import Kernels

/// Options of everything that executes directives.
struct RunOptions: ParsableArguments {
  @Option(help: "Threads for the engine. Results never depend on it. (default: all cores)")
  var threads: Int?

  @Option(help: "Overrides the seed of the front matter.")
  var seed: Int?

  @Option(
    name: [.customShort("P")], help: "Overrides a parameter of the front matter.",
    transform: ParameterArgument.init)
  var parameter: [ParameterArgument] = []

  @Option(help: "A folder with data sets, looked at first.")
  var dataDir: String?

  @Option(help: "A data set that may stand in for one that is missing, such as digits.")
  var fallbackData: String?

  @Flag(help: "Never download anything.")
  var offline = false

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads must be from 1 to 1024, not \(threads)")
    }
    if let seed, !(0...Int(Int32.max)).contains(seed) {
      throw ValidationError("--seed must be from 0 to \(Int32.max), not \(seed)")
    }
    let known = DatasetCatalog.all.map(\.name)
    if let fallbackData, !known.contains(fallbackData) {
      let names = known.joined(separator: ", ")
      throw ValidationError("--fallback-data: no data set '\(fallbackData)'; there are \(names)")
    }
  }

  /// The settings for a run.
  func settings(language: Language) -> RunSettings {
    RunSettings(
      threads: threads ?? ThreadPool.available, seed: seed,
      parameters: Dictionary(parameter.map { ($0.name, $0.value) }) { $1 },
      locator: DatasetLocator(
        dataDirectory: dataDir, environment: ProcessInfo.processInfo.environment,
        fallback: fallbackData, isOffline: offline),
      language: language)
  }
}

/// `name=value` after `-P`.
struct ParameterArgument: Sendable {
  var name: String
  var value: String

  init(_ text: String) throws {
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
      throw ValidationError("-P needs NAME=VALUE, not '\(text)'")
    }
    name = String(text[..<equals])
    value = String(text[text.index(after: equals)...])
  }
}

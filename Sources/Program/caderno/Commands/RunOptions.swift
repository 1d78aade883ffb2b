internal import ArgumentParser
internal import Caching
internal import Datasets
internal import Diagnostics
internal import Execution
internal import FoundationEssentials
internal import Kernels
internal import Sandbox

/// Options of everything that executes directives.
struct RunOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Threads for the engine. Results never depend on it. (default: all cores)",
      valueName: "count"))
  var threads: Int?

  @Option(help: ArgumentHelp("Overrides the seed of the front matter.", valueName: "number"))
  var seed: Int?

  @Option(
    name: [.customShort("P")],
    help: ArgumentHelp("Overrides a parameter of the front matter.", valueName: "name=value"),
    transform: ParameterArgument.init)
  var parameter: [ParameterArgument] = []

  @Option(help: ArgumentHelp("A folder with data sets, looked at first.", valueName: "folder"))
  var dataDir: String?

  @Option(
    help: ArgumentHelp(
      "A data set that may stand in for one that is missing, such as digits.", valueName: "name"))
  var fallbackData: String?

  @Flag(help: "Never download anything.")
  var offline = false

  @Option(
    help: ArgumentHelp(
      "Train at most so many epochs in each fit of a Keras cell; the outputs say so.",
      valueName: "count"))
  var maxEpochs: Int?

  @Option(
    help: ArgumentHelp(
      "End the run after so much time as Ctrl-C does: 90, 90s, 10m, 1h.", valueName: "time"))
  var timeout: TimeLimit?

  @OptionGroup var cache: CacheOptions
  @OptionGroup var sandbox: SandboxOptions

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads must be from 1 to 1024, not \(threads)")
    }
    if let seed, !(0...Int(Int32.max)).contains(seed) {
      throw ValidationError("--seed must be from 0 to \(Int32.max), not \(seed)")
    }
    if let maxEpochs, maxEpochs < 1 {
      throw ValidationError("--max-epochs must be at least 1, not \(maxEpochs)")
    }
    do {
      _ = try InstructionSet.chosen(environment: ProcessInfo.processInfo.environment)
    } catch {
      throw ValidationError("\(error)")
    }
    let known = DatasetCatalog.all.map(\.name)
    if let fallbackData, !known.contains(fallbackData) {
      let names = known.joined(separator: ", ")
      throw ValidationError("--fallback-data: no data set '\(fallbackData)'; there are \(names)")
    }
  }

  /// The same options for a process that shares the machine with others.
  func arguments(sharing jobs: Int) -> [String] {
    var words = ["--threads", "\(threads ?? max(1, ThreadPool.available / jobs))"]
    if let seed { words += ["--seed", "\(seed)"] }
    for item in parameter { words += ["-P", "\(item.name)=\(item.value)"] }
    if let dataDir { words += ["--data-dir", dataDir] }
    if let fallbackData { words += ["--fallback-data", fallbackData] }
    if offline { words.append("--offline") }
    if let maxEpochs { words += ["--max-epochs", "\(maxEpochs)"] }
    if let left = Interrupt.timeLeft {
      words += ["--timeout", "\(max(left / .seconds(1), 0.001))"]
    }
    return words + cache.arguments + sandbox.arguments
  }

  /// Starts what downloads, then puts the fence up.
  ///
  /// - Parameter fence: what the rest of the command line grants.
  /// - Returns: what finds data sets from here on.
  /// - Throws: `Problem` where the fence is required and can't be had.
  func enter(_ fence: Fence, _ console: Console) throws -> DatasetLocator {
    var (fence, locator) = (fence, locator)
    if sandbox.noSandbox { return locator }
    fence.allowCache(cache)
    if fence.allowData(locator) {
      locator.fetcher = Broker.start(BrokerService(locator: locator))?.fetcher
    }
    try sandbox.enter(fence, console, saysSo: true)
    return locator
  }

  private var locator: DatasetLocator {
    DatasetLocator(
      dataDirectory: dataDir, environment: ProcessInfo.processInfo.environment,
      fallback: fallbackData, isOffline: offline)
  }

  /// The settings for a run of the notebook at a path.
  func settings(
    language: Language, notebook path: String, locator: DatasetLocator
  ) -> RunSettings {
    return RunSettings(
      threads: threads ?? ThreadPool.available, seed: seed,
      parameters: Dictionary(parameter.map { ($0.name, $0.value) }) { $1 },
      locator: locator, language: language, cache: cache.results(beside: path),
      maxEpochs: maxEpochs, program: Version.text)
  }
}

internal import ArgumentParser
internal import Datasets
internal import FoundationEssentials

/// Which data set, and where to look.
struct DataSearchOptions: ParsableArguments {
  @Argument(help: "A data set's name, such as mnist.")
  var name: String

  @Option(help: "A folder with data sets, looked at first.")
  var dataDir: String?

  @Flag(help: "Never download anything.")
  var offline = false

  /// Loads the data set; says what is wrong and throws an exit code where it can't.
  func load(console: Console) throws -> Dataset {
    let locator = DatasetLocator(
      dataDirectory: dataDir, environment: ProcessInfo.processInfo.environment,
      isOffline: offline)
    var line = TransferLine(console: console)
    do throws(DatasetError) {
      let dataset = try locator.load(name, onProgress: { line.show($0) })
      line.finish()
      return dataset
    } catch {
      line.finish()
      var exitCode = ExitCodes.world
      if case .unknown = error { exitCode = ExitCodes.notebook }
      console.fail(Problem(exitCode, code: error.code, error.message, hint: error.hint))
      throw exitCode
    }
  }
}

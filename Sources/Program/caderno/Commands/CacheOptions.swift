internal import ArgumentParser
internal import Caching
internal import Files
internal import FoundationEssentials

/// Where results are kept between runs.
struct CacheOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Where results are kept. (default: CADERNO_CACHE, else .caderno/cache beside the notebook)",
      valueName: "folder"))
  var cacheDir: String?

  @Flag(help: "Neither use results of earlier runs nor keep any.")
  var noCache = false

  func validate() throws {
    if noCache, cacheDir != nil {
      throw ValidationError("--no-cache and --cache-dir exclude each other")
    }
  }

  /// The same options for another process.
  var arguments: [String] {
    (cacheDir.map { ["--cache-dir", $0] } ?? []) + (noCache ? ["--no-cache"] : [])
  }

  /// The cache for a notebook; nil where none is wanted.
  func results(beside path: String) -> ResultCache? { noCache ? nil : cache(beside: path) }

  /// The cache that is used for a notebook at a path.
  func cache(beside path: String) -> ResultCache {
    if let namedFolder { return ResultCache(folder: namedFolder) }
    return ResultCache(".caderno/cache", below: PathText.folder(of: path))
  }

  /// The folder that the command line or the environment names; nil where each notebook has its own.
  var namedFolder: String? {
    if let cacheDir { return cacheDir }
    let variable = ProcessInfo.processInfo.environment["CADERNO_CACHE"] ?? ""
    return variable.isEmpty ? nil : variable
  }
}

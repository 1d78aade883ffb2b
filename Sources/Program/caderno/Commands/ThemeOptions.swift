internal import ArgumentParser
internal import Files
internal import Sandbox

/// The option of commands that make pages.
struct ThemeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A CSS file whose rules pages have behind their own. (default: the front matter's 'theme:')",
      valueName: "file"))
  var theme: String?

  /// Where themes come from.
  var file: ThemeFile { ThemeFile(named: theme) }

  /// The same options for another process.
  var arguments: [String] { theme.map { ["--theme", $0] } ?? [] }

  /// Lets the file be read.
  func allow(_ fence: inout Fence) {
    if let theme { fence.reads.insert(NamedPlace.end(of: theme)) }
  }
}

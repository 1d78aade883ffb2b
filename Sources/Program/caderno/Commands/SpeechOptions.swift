internal import ArgumentParser
internal import FoundationEssentials

/// How the program speaks.
struct SpeechOptions: ParsableArguments {
  @Flag(help: "Say nothing but errors.")
  var quiet = false

  @Option(
    help: ArgumentHelp(
      "Use color: auto, always or never. NO_COLOR counts where this says auto.",
      valueName: "when"))
  var color = ColorChoice.auto

  /// The console where no options are known.
  static var usual: Console {
    Console(color: .auto, isQuiet: false, environment: ProcessInfo.processInfo.environment)
  }

  /// The console that these options and the environment ask for.
  var console: Console {
    Console(color: color, isQuiet: quiet, environment: ProcessInfo.processInfo.environment)
  }

  /// The same options for another process, whose words go through a pipe.
  var arguments: [String] { quiet ? ["--quiet"] : [] }
}

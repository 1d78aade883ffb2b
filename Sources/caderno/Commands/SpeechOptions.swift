internal import ArgumentParser
internal import FoundationEssentials

/// How the program speaks.
struct SpeechOptions: ParsableArguments {
  @Flag(help: "Say nothing but errors.")
  var quiet = false

  @Option(help: "Use color: auto, always or never.")
  var color = ColorChoice.auto

  /// The console that these options and the environment ask for.
  var console: Console {
    Console(color: color, isQuiet: quiet, environment: ProcessInfo.processInfo.environment)
  }
}

internal import ArgumentParser
internal import Execution
internal import FoundationEssentials

/// Events of one notebook as JSON lines on standard output, for programs: `--json`.
///
/// Each line is one object with an `event` name; keys are sorted. The last line of a notebook is
/// always `finished`.
final class EventStream: ProgressDisplay {
  private let console: Console
  private let notebook: String
  private let encoder: JSONEncoder

  init(console: Console, notebook: String) {
    self.console = console
    self.notebook = notebook
    encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
  }

  func show(_ event: RunEvent) {
    var line = EventLine(event, language: console.language)
    if case .runStarted = event { line.notebook = notebook }
    write(line)
  }

  /// Writes one line that tells of something besides the run's own events.
  func write(_ line: EventLine) {
    guard let bytes = try? encoder.encode(line) else { return }
    console.print(json: String(decoding: bytes, as: UTF8.self) + "\n")
  }

  /// Writes the line that tells how the notebook ended.
  func finish(exitCode: ExitCode) {
    var line = EventLine(event: "finished")
    (line.notebook, line.exitCode) = (notebook, Int(exitCode.rawValue))
    write(line)
  }

  func finish() {}
}

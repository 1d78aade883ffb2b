internal import Execution
internal import FoundationEssentials

/// Events as JSON lines on standard output, for programs: `--json`.
///
/// Each line is one object with an `event` name; keys are sorted.
final class EventStream: ProgressDisplay {
  private let console: Console
  private let encoder: JSONEncoder

  init(console: Console) {
    self.console = console
    encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
  }

  func show(_ event: RunEvent) { write(EventLine(event, language: console.language)) }

  /// Writes one line that tells of something besides the run's own events.
  func write(_ line: EventLine) {
    guard let bytes = try? encoder.encode(line) else { return }
    console.print(String(decoding: bytes, as: UTF8.self) + "\n")
  }

  func finish() {}
}

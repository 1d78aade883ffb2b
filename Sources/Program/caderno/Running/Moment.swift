internal import FoundationEssentials
internal import Texts

/// A time, for records alone: no output depends on it.
struct Moment {
  private let date: Date

  init(_ date: Date = .now) { self.date = date }

  /// ISO 8601 in UTC with seconds.
  var text: String { date.formatted(.iso8601) }

  /// A name for a run that begins now; names sort by time.
  var runID: String {
    let digits = text.filter(\.isNumber)
    let seconds = date.timeIntervalSince1970
    // Rounded down before 1970, too.
    let micros = DigitText.padded(Int((seconds - seconds.rounded(.down)) * 1e6), to: 6)
    let random = DigitText.hex(UInt16.random(in: 0 ... .max), to: 4)
    return "\(digits.prefix(8))-\(digits.dropFirst(8).prefix(6))-\(micros)-\(random)"
  }
}

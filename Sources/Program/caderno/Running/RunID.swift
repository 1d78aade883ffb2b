/// The name of a run: `YYYYMMDD-HHMMSS-UUUUUU-RRRR`, its time in UTC to the microsecond and four random
/// digits, so that names sort in the order of the runs.
struct RunID: Equatable {
  let text: String

  /// Nil for a text that names no run.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [8, 6, 6, 4], parts.joined().allSatisfy(\.isHexDigit),
      parts[..<3].joined().utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
    else { return nil }
    self.text = text
  }

  /// This name; where it sorts before `newest`, since the clock was set back, the first one after that.
  func after(_ newest: RunID?) -> RunID {
    guard let newest, newest.time >= time else { return self }
    var time = Array(newest.time)
    for index in time.indices.reversed() where time[index] != "-" {
      guard time[index] == "9" else {
        time[index] = Character("\(time[index].wholeNumberValue.map { $0 + 1 } ?? 0)")
        break
      }
      time[index] = "0"
    }
    return RunID(String(time) + text.suffix(5)) ?? self
  }

  /// All but the random digits.
  private var time: Substring { text.dropLast(5) }
}

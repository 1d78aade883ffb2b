internal import ArgumentParser

/// A length of time as people write it: "90", "90s", "1.5m", "1h".
struct TimeLimit: ExpressibleByArgument, CustomStringConvertible {
  let duration: Duration

  init(_ duration: Duration) { self.duration = duration }

  /// A number, then s, m or h; seconds where none stands.
  init?(argument: String) {
    var text = argument.lowercased()[...]
    let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600]
    var unit = 1.0
    if let last = text.last, let found = units[last] {
      unit = found
      text = text.dropLast()
    }
    guard let number = Double(text), number * unit > 0, number * unit <= Self.longest else {
      return nil
    }
    duration = .seconds(number * unit)
  }

  /// A year, in seconds.
  private static let longest = 366.0 * 24 * 3600

  /// Seconds: "90 s", "1.5 s".
  var description: String {
    let seconds = (duration / .milliseconds(1)).rounded() / 1000
    return seconds == seconds.rounded() ? "\(Int(seconds)) s" : "\(seconds) s"
  }
}

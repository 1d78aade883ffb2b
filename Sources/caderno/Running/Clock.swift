internal import FoundationEssentials

/// The time, for records alone: no output depends on it.
enum Clock {
  /// Now, as ISO 8601 in UTC with seconds.
  static var now: String { Date.now.formatted(.iso8601) }
}

internal import PythonRuntime
internal import Texts
#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// `time`: the clock of the machine; `sleep` doesn't wait.
enum TimeModule {
  static var members: [String: Value] {
    PythonRuntime.members(
      ["time", "perf_counter", "monotonic", "process_time"].map { name in
        BuiltinFunction(name, "") { _ in .float(name == "time" ? now : steady) }
      } + [
        BuiltinFunction("sleep", "secs") { _ in .none },
        BuiltinFunction("strftime", "format, t=None") { call throws(PyError) in
          .string(DateText(seconds: now).text(try call.string("format") ?? ""))
        },
        BuiltinFunction("ctime", "secs=None") { call throws(PyError) in
          .string(try text(of: try call.double("secs", or: now), call.machine))
        },
      ])
  }

  /// A moment that a program gives.
  ///
  /// - Throws: CPython's exceptions for what is none.
  private static func text(of seconds: Double, _ machine: Machine) throws(PyError) -> String {
    if seconds.isNaN { throw machine.error("ValueError", "Invalid value NaN (not a number)") }
    guard time_t(exactly: seconds.rounded(.down)) != nil else {
      throw machine.error("OverflowError", "timestamp out of range for platform time_t")
    }
    let moment = DateText(seconds: seconds)
    guard moment.hasYear else {
      throw machine.error("OSError", "[Errno 75] Value too large for defined data type")
    }
    return moment.text("%a %b %e %H:%M:%S %Y")
  }

  static var now: Double { seconds(CLOCK_REALTIME) }
  private static var steady: Double { seconds(CLOCK_MONOTONIC) }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// A moment as text, in universal time.
struct DateText {
  /// Since 1970; a whole number of them is one of `time_t`.
  let seconds: Double

  /// Whether the system can count the year.
  var hasYear: Bool {
    var time = time_t(seconds.rounded(.down))
    var result = tm()
    return gmtime_r(&time, &result) != nil
  }

  /// A part by the name that Python's moments have for it.
  func part(_ name: String) -> Int? {
    let parts = parts
    switch name {
    case "year": return Int(parts.tm_year) + 1900
    case "month": return Int(parts.tm_mon) + 1
    case "day": return Int(parts.tm_mday)
    case "hour": return Int(parts.tm_hour)
    case "minute": return Int(parts.tm_min)
    case "second": return Int(parts.tm_sec)
    default: return nil
    }
  }

  private var parts: tm {
    var time = time_t(seconds.rounded(.down))
    var result = tm()
    gmtime_r(&time, &result)
    return result
  }

  func text(_ format: String) -> String {
    var parts = parts
    let micro = Int((seconds - seconds.rounded(.down)) * 1e6)
    let full = format.replacing("%f", with: DigitText.padded(micro, to: 6))
    guard !full.isEmpty else { return "" }
    var buffer = [CChar](repeating: 0, count: 4 * full.utf8.count + 256)
    let count = strftime(&buffer, buffer.count, full, &parts)
    return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

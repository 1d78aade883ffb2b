/// `datetime`: moments in universal time and what lies between them.
enum DateModule {
  static var members: [String: Value] {
    [
      "datetime": .object(DateObject.dateType), "timedelta": .object(SpanObject.spanType),
      "date": .object(DateObject.dateType),
    ]
  }
}

/// `datetime.datetime`.
final class DateObject: HostObject {
  let seconds: Double
  init(_ seconds: Double) { self.seconds = seconds }

  override var hostType: TypeObject { Self.dateType }
  override func str(_ machine: Machine) -> String {
    DateText(seconds: seconds).text("%Y-%m-%d %H:%M:%S.%f")
  }
  override func format(_ spec: String, _ machine: Machine) -> String? {
    spec.isEmpty ? str(machine) : DateText(seconds: seconds).text(spec)
  }

  override func property(_ name: String, _ machine: Machine) -> Value? {
    DateText(seconds: seconds).part(name).map(Value.int)
  }

  override func binary(
    _ operation: Operation, _ other: Value, reflected: Bool, _ machine: Machine
  ) -> Value? {
    guard operation == .subtract, !reflected, let start: DateObject = other.asObject() else {
      return nil
    }
    return .object(SpanObject(seconds - start.seconds))
  }

  static let dateType = SharedType(
    "datetime", module: "datetime", isImmutable: true,
    properties: ["year", "month", "day", "hour", "minute", "second"],
    methods: [
      Method("now", "tz=None", binds: false) { _ in .object(DateObject(TimeModule.now)) },
      Method("today", "", binds: false) { _ in .object(DateObject(TimeModule.now)) },
      Method("utcnow", "", binds: false) { _ in .object(DateObject(TimeModule.now)) },
      .method("strftime", "format") { (date: DateObject, call) throws(PyError) in
        .string(DateText(seconds: date.seconds).text(try call.string("format") ?? ""))
      },
      .method("timestamp") { (date: DateObject, _) throws(PyError) in .float(date.seconds) },
      .method("isoformat") { (date: DateObject, _) throws(PyError) in
        .string(DateText(seconds: date.seconds).text("%Y-%m-%dT%H:%M:%S.%f"))
      },
    ])
}

/// `datetime.timedelta`.
final class SpanObject: HostObject {
  let seconds: Double
  init(_ seconds: Double) { self.seconds = seconds }

  override var hostType: TypeObject { Self.spanType }
  override func str(_ machine: Machine) -> String {
    let whole = Int(seconds.rounded(.down))
    let micro = Int(((seconds - Double(whole)) * 1e6).rounded())
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let digits = String(micro)
    let fraction = micro == 0 ? "" : "." + String(repeating: "0", count: 6 - digits.count) + digits
    return "\(whole / 3600):\(two(whole / 60 % 60)):\(two(whole % 60))\(fraction)"
  }
  override func property(_ name: String, _ machine: Machine) -> Value? {
    switch name {
    case "seconds": .int(Int(seconds.rounded(.down)) % 86_400)
    case "days": .int(Int(seconds.rounded(.down)) / 86_400)
    case "microseconds": .int(Int((seconds - seconds.rounded(.down)) * 1e6))
    default: nil
    }
  }

  static let spanType = SharedType(
    "timedelta", module: "datetime",
    "days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0",
    isImmutable: true,
    properties: ["seconds", "days", "microseconds"],
    methods: [
      .method("total_seconds") { (span: SpanObject, _) throws(PyError) in .float(span.seconds) }
    ]
  ) { call throws(PyError) in
    let days = 86_400 * (try call.double("days", or: 0))
    let hours = 3600 * (try call.double("hours", or: 0)) + 60 * (try call.double("minutes", or: 0))
    return .object(SpanObject(days + hours + (try call.double("seconds", or: 0))))
  }
}

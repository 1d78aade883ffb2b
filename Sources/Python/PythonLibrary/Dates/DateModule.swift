internal import PythonRuntime

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
  ) throws(PyError) -> Value? {
    guard operation == .subtract, !reflected, let start: DateObject = other.asObject() else {
      return nil
    }
    return .object(try SpanObject([(seconds - start.seconds, 1_000_000)], machine))
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

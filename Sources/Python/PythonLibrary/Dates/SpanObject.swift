internal import PythonRuntime
internal import Texts

/// `datetime.timedelta`: whole microseconds, as CPython counts them.
final class SpanObject: HostObject {
  let days: Int
  /// Of the day: from 0 to below 86,400 million.
  private let rest: Int

  private static let day = 86_400_000_000
  private static let mostDays = 999_999_999

  /// - Parameter parts: numbers and how many microseconds one of each is.
  /// - Throws: CPython's exceptions for what is no number of days.
  init(_ parts: [(Double, Int)], _ machine: Machine) throws(PyError) {
    var whole: Int128 = 0
    var fraction = 0.0
    for (value, unit) in parts {
      if value.isNaN { throw machine.error("ValueError", "cannot convert float NaN to integer") }
      if value.isInfinite {
        throw machine.error("OverflowError", "cannot convert float infinity to integer")
      }
      guard value.magnitude < 1e18 else { throw Self.tooLarge(machine) }
      whole += Int128(value) * Int128(unit)
      fraction += value.truncatingRemainder(dividingBy: 1) * Double(unit)
    }
    whole += Int128(fraction.rounded(.toNearestOrEven))
    let (quotient, remainder) = whole.quotientAndRemainder(dividingBy: Int128(Self.day))
    let isBefore = remainder < 0
    guard let days = Int32(exactly: isBefore ? quotient - 1 : quotient) else {
      throw Self.tooLarge(machine)
    }
    guard days.magnitude <= Self.mostDays else {
      throw machine.error("OverflowError", "days=\(days); must have magnitude <= \(Self.mostDays)")
    }
    self.days = Int(days)
    rest = Int(remainder) + (isBefore ? Self.day : 0)
  }

  private static func tooLarge(_ machine: Machine) -> PyError {
    machine.error("OverflowError", "Python int too large to convert to C int")
  }

  /// Whole seconds are exact as doubles; with parts of them the quotient is, up to 2⁵³ microseconds.
  private var totalSeconds: Double {
    let whole = Double(days * 86_400 + seconds)
    guard microseconds != 0 else { return whole }
    return days.magnitude < 100_000
      ? Double(days * Self.day + rest) / 1e6 : whole + Double(microseconds) / 1e6
  }

  private var seconds: Int { rest / 1_000_000 }
  private var microseconds: Int { rest % 1_000_000 }

  override var hostType: TypeObject { Self.spanType }

  override func str(_ machine: Machine) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let fraction = microseconds == 0 ? "" : "." + DigitText.padded(microseconds, to: 6)
    return (days == 0 ? "" : "\(days) day\(days.magnitude == 1 ? "" : "s"), ")
      + "\(seconds / 3600):\(two(seconds / 60 % 60)):\(two(seconds % 60))\(fraction)"
  }

  override func repr(_ machine: Machine) -> String {
    let parts = [("days", days), ("seconds", seconds), ("microseconds", microseconds)]
      .filter { $0.1 != 0 }.map { "\($0.0)=\($0.1)" }
    return "datetime.timedelta(\(parts.isEmpty ? "0" : parts.joined(separator: ", ")))"
  }

  override func property(_ name: String, _ machine: Machine) -> Value? {
    switch name {
    case "days": .int(days)
    case "seconds": .int(seconds)
    case "microseconds": .int(microseconds)
    default: nil
    }
  }

  private static let units = [
    "days": day, "seconds": 1_000_000, "microseconds": 1, "milliseconds": 1000,
    "minutes": 60_000_000, "hours": 3_600_000_000, "weeks": 7 * day,
  ]

  static let spanType = SharedType(
    "timedelta", module: "datetime",
    "days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0",
    isImmutable: true,
    properties: ["seconds", "days", "microseconds"],
    methods: [
      .method("total_seconds") { (span: SpanObject, _) throws(PyError) in
        .float(span.totalSeconds)
      }
    ]
  ) { call throws(PyError) in
    var parts: [(Double, Int)] = []
    for (name, unit) in units { parts.append((try call.double(name, or: 0), unit)) }
    return .object(try SpanObject(parts, call.machine))
  }
}

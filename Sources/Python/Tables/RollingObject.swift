internal import NumPyModule
internal import PythonRuntime
internal import Arrays

/// What `rolling` and `expanding` give: windows over a Series or over each column of a frame.
final class RollingObject: HostObject {
  private let source: WindowSource
  /// The rows of a window; nil where it grows from the first row on.
  private let size: Int?
  private let least: Int
  private let isCentered: Bool
  /// As pandas shows it.
  private let text: String

  private init(_ source: WindowSource, _ call: Call) throws(PyError) {
    self.source = source
    let isRolling = call.name == "rolling"
    size = isRolling ? try Self.size(call) : nil
    least = try call.int("min_periods") ?? size ?? 1
    isCentered = try call.bool("center", or: false)
    guard least >= 0 else { throw call.error("ValueError", "min_periods must be >= 0") }
    if let size, least > size {
      throw call.error("ValueError", "min_periods \(least) must be <= window \(size)")
    }
    let given = try call.int("min_periods")
    let parts =
      [
        size.map { "window=\($0)" }, (given ?? (isRolling ? nil : 1)).map { "min_periods=\($0)" },
        isRolling ? "center=\(isCentered ? "True" : "False")" : nil, "method=single",
      ] as [String?]
    text =
      "\(isRolling ? "Rolling" : "Expanding") [\(parts.compactMap(\.self).joined(separator: ","))]"
  }

  private static func size(_ call: Call) throws(PyError) -> Int {
    guard let size = call.required("window").smallInt, size >= 0 else {
      throw call.error("ValueError", "window must be an integer 0 or greater")
    }
    return size
  }

  override var hostType: TypeObject { size == nil ? Self.expandingType : Self.rollingType }
  override func repr(_ machine: Machine) -> String { text }

  private func made(
    _ call: Call, _ numbers: ([Double], ColumnWindows) -> [Double]
  ) throws(PyError) -> Value {
    try source.mapped(call) { values in
      numbers(
        values,
        ColumnWindows(count: values.count, size: size, isCentered: isCentered, least: least))
    }
  }

  private static var methods: [Method] {
    [
      number("mean") { $1.numbers($0, MovingTotal(isMean: true)) },
      number("sum") { $1.numbers($0, MovingTotal(isMean: false)) },
      number("min") { $1.numbers($0) { $0.min() ?? .nan } },
      number("max") { $1.numbers($0) { $0.max() ?? .nan } },
      number("median") { $1.numbers($0, middle) },
      number("count") { $1.counts($0) },
    ]
      + ["var", "std"].map { name in
        .method(name, "ddof=1") { (rolling: RollingObject, call) throws(PyError) in
          let freedom = try call.int("ddof", or: 1)
          return try rolling.made(call) { values, windows in
            let variances = windows.numbers(values, MovingVariance(freedom: freedom))
            return name == "var" ? variances : variances.map { $0 < 0 ? 0 : $0.squareRoot() }
          }
        }
      }
  }

  private static func number(
    _ name: String, _ numbers: @escaping @Sendable ([Double], ColumnWindows) -> [Double]
  ) -> Method {
    .method(name) { (rolling: RollingObject, call) throws(PyError) in
      try rolling.made(call, numbers)
    }
  }

  @Sendable private static func middle(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let half = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
  }

  private static let rollingType = SharedType(
    "Rolling", module: "pandas.api.typing", methods: methods)
  private static let expandingType = SharedType(
    "Expanding", module: "pandas.api.typing", methods: methods)

  /// `rolling` and `expanding` of a Series or a frame.
  static func starters<Receiver: Object>(
    _ source: @escaping @Sendable (Receiver) -> WindowSource
  ) -> [Method] {
    [
      ("rolling", "window, min_periods=None, center=False"), ("expanding", "min_periods=1"),
    ].map { name, parameters in
      .method(name, parameters) { (receiver: Receiver, call) throws(PyError) in
        .object(try RollingObject(source(receiver), call))
      }
    }
  }
}

/// What windows move over.
enum WindowSource {
  case series(SeriesObject)
  case frame(FrameObject)

  /// The same with what a function makes of each column's numbers; infinite ones count as missing.
  func mapped(
    _ call: Call, _ numbers: ([Double]) -> [Double]
  ) throws(PyError) -> Value {
    func column(_ given: TableColumn) throws(PyError) -> TableColumn {
      guard let array = given.numbers else {
        let name = given.dtypeName
        throw call.error(
          "DataError",
          isFrame
            ? "Cannot aggregate non-numeric type: \(name)" : "No numeric types to aggregate")
      }
      return try .reals(numbers(array.reals().map { $0.isInfinite ? .nan : $0 }), call.machine)
    }
    switch self {
    case .series(let series): return .object(series.with(try column(series.column)))
    case .frame(let frame):
      return .object(
        try frame.mapped(call.machine) { _, given throws(PyError) in try column(given) })
    }
  }

  private var isFrame: Bool { if case .frame = self { true } else { false } }
}

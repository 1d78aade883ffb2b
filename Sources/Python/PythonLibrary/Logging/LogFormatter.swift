internal import PythonRuntime

/// `logging.Formatter`.
final class LogFormatter: HostObject {
  private let format: String
  private let dateFormat: String?
  private let usesBraces: Bool

  init(_ format: String = "%(message)s", dates: String? = nil, usesBraces: Bool = false) {
    (self.format, dateFormat, self.usesBraces) = (format, dates, usesBraces)
  }

  /// From the arguments `fmt`, `datefmt` and `style` of a call, by the names that it has for them.
  init(_ call: Call, _ format: String, otherwise: String) throws(PyError) {
    let style = try call.string("style") ?? "%"
    guard style == "%" || style == "{" else {
      throw call.unsupported("style", .string(style))
    }
    usesBraces = style == "{"
    self.format =
      try call.string(format)
      ?? (usesBraces ? otherwise.replacing("%(", with: "{").replacing(")s", with: "}") : otherwise)
    dateFormat = try call.string("datefmt")
    if self.format.contains("funcName") { throw call.unsupported(format, .string(self.format)) }
  }

  func text(of record: LogRecord, _ machine: Machine) throws(PyError) -> String {
    let fields = DictObject()
    for (name, value) in values(of: record) { try fields.set(.string(name), value, machine) }
    var text: String
    do throws(PyError) {
      let named = fields.pairs.compactMap { pair -> (name: String, value: Value)? in
        if case .string(let name) = pair.key { (name, pair.value) } else { nil }
      }
      text =
        usesBraces
        ? try machine.str(
          machine.callMethod(.string(format), "format", Arguments(keywords: named)))
        : try machine.percentFormat(format, .object(fields))
    } catch {
      guard error.kind == "KeyError" else { throw error }
      throw machine.error(
        "ValueError", "Formatting field not found in record: \(error.text(machine))")
    }
    if let traceback = record.traceback { text += "\n\(traceback)" }
    return text
  }

  private func values(of record: LogRecord) -> [(String, Value)] {
    let now = TimeModule.now
    let milliseconds = Int((now - now.rounded(.down)) * 1000)
    let date = DateText(seconds: now)
    let digits = String(milliseconds + 1000).dropFirst()
    let time = dateFormat.map { date.text($0) } ?? "\(date.text("%Y-%m-%d %H:%M:%S")),\(digits)"
    let file = record.place.file.split(separator: "/").last.map(String.init) ?? ""
    let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    return [
      ("name", .string(record.logger)), ("levelname", .string(LogLevel.name(record.level))),
      ("levelno", .int(record.level)), ("message", .string(record.message)),
      ("asctime", .string(time)), ("created", .float(now)), ("msecs", .float(Double(milliseconds))),
      ("pathname", .string(record.place.file)), ("filename", .string(file)),
      ("module", .string(stem)), ("lineno", .int(record.place.line)),
      ("process", .int(1)), ("processName", .string("MainProcess")), ("thread", .int(1)),
      ("threadName", .string("MainThread")),
    ]
  }

  override var hostType: TypeObject { Self.formatterType }
  static let formatterType = SharedType(
    "Formatter", module: "logging", "fmt=None, datefmt=None, style='%', validate=True",
    properties: []
  ) { call throws(PyError) in .object(try LogFormatter(call, "fmt", otherwise: "%(message)s")) }
}

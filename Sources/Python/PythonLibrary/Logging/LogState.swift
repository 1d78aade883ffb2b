internal import PythonRuntime
internal import Texts

/// The loggers of one run.
final class LogState {
  /// What `disable` turned off: all up to this level.
  var disabled = 0
  private(set) var loggers: [String: LoggerObject] = [:]
  private(set) var root: LoggerObject

  init() {
    root = LoggerObject("root", parent: nil)
    root.level = LogLevel.warning
    root.state = self
  }

  /// The logger of a name. Its parent is the nearest one above it that a program asked for.
  func logger(_ name: String) -> LoggerObject {
    if name.isEmpty || name == "root" { return root }
    if let known = loggers[name] { return known }
    var above = name
    while let point = above.lastIndex(of: ".") {
      above = String(above[..<point])
      if loggers[above] != nil { break }
    }
    let parent = loggers[above] ?? root
    let made = LoggerObject(name, parent: parent)
    made.state = self
    for logger in loggers.values
    where logger.parent === parent && logger.name.hasPrefix("\(name).") {
      logger.parent = made
    }
    loggers[name] = made
    return made
  }
}

/// Levels as numbers, and their names.
enum LogLevel {
  static let (warning, error, critical) = (30, 40, 50)
  static let names: [(name: String, level: Int)] = [
    ("NOTSET", 0), ("DEBUG", 10), ("INFO", 20), ("WARNING", 30), ("ERROR", 40), ("CRITICAL", 50),
  ]
  /// Other names of the same levels.
  static let others: [(name: String, level: Int)] = [("WARN", 30), ("FATAL", 50)]

  static func name(_ level: Int) -> String {
    names.first { $0.level == level }?.name ?? "Level \(level)"
  }

  /// A level that a program gives, as a number or by its name.
  static func read(_ value: Value, _ machine: Machine) throws(PyError) -> Int {
    if let number = value.smallInt { return number }
    guard case .string(let name) = value else {
      throw machine.error(
        "TypeError", "Level not an integer or a valid string: \(try machine.repr(value))")
    }
    guard let known = (names + others).first(where: { $0.name == name }) else {
      throw machine.error("ValueError", "Unknown level: \(TextLiteral.repr(name))")
    }
    return known.level
  }
}

/// What was logged.
struct LogRecord {
  let logger: String
  let level: Int
  let message: String
  /// The traceback below the message, without its last line break.
  var traceback: String?
  /// Where it was logged.
  let place: (file: String, line: Int)
}

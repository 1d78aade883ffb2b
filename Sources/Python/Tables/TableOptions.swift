internal import PythonRuntime

/// What `pd.set_option` sets: how much of a frame is shown.
final class TableOptions: Object {
  /// The most columns; 0 for as many as a terminal of 80 characters has room for, nil for all.
  private(set) var maxColumns: Int?
  /// The most rows; nil for all.
  private(set) var maxRows: Int? = 60
  private let usual: Int

  /// - Parameter isScript: whether what is shown goes to a terminal, as a script's does.
  init(isScript: Bool) {
    usual = isScript ? 0 : 20
    maxColumns = usual
  }

  /// Those of a machine's `pandas`.
  static func of(_ machine: Machine) -> TableOptions {
    machine.modules["pandas"]?.members["__options__"]?.asObject() ?? TableOptions(isScript: false)
  }

  /// The places of the columns that are shown, and how many of them stand before the dots.
  func shownColumns(_ count: Int) -> (places: [Int], gap: Int?) {
    let limit = maxColumns == 0 ? 80 : maxColumns ?? count
    return count > limit ? Self.ends(count, limit) : (Array(0..<count), nil)
  }

  /// The first and the last of so many columns.
  static func ends(_ count: Int, _ shown: Int) -> (places: [Int], gap: Int?) {
    let half = max(1, shown / 2)
    return (Array(0..<half) + Array(count - half..<count), half)
  }

  /// Which rows are shown: of too many the first five and the last five.
  func shownRows(_ count: Int) -> (rows: [Int], gap: Int?) {
    guard let limit = maxRows, limit > 0, count > limit else { return (Array(0..<count), nil) }
    let half = max(1, min(limit, 10) / 2)
    return (Array(0..<half) + Array(count - half..<count), half)
  }

  // MARK: Functions

  var functions: [BuiltinFunction] {
    [
      BuiltinFunction("set_option", "pat, value") { [self] call throws(PyError) in
        try set(call.required("pat"), to: call["value"]?.smallInt, call)
        return .none
      },
      BuiltinFunction("reset_option", "pat") { [self] call throws(PyError) in
        let name = try Self.name(call.required("pat"), call)
        if name == "max_columns" { maxColumns = usual } else { maxRows = 60 }
        return .none
      },
      BuiltinFunction("get_option", "pat") { [self] call throws(PyError) in
        let name = try Self.name(call.required("pat"), call)
        return (name == "max_columns" ? maxColumns : maxRows).map(Value.int) ?? .none
      },
    ]
  }

  private func set(_ name: Value, to value: Int?, _ call: Call) throws(PyError) {
    let name = try Self.name(name, call)
    guard value ?? 0 >= 0 else {
      throw call.error("ValueError", "Value must be a nonnegative integer or None")
    }
    if name == "max_columns" { maxColumns = value } else { maxRows = value }
  }

  private static func name(_ value: Value, _ call: Call) throws(PyError) -> String {
    let name = try call.machine.str(value)
    let short = name.hasPrefix("display.") ? String(name.dropFirst(8)) : name
    guard short == "max_columns" || short == "max_rows" else {
      throw call.unsupported("pat", value)
    }
    return short
  }
}

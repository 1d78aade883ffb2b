internal import PythonRuntime

extension ModelSummaryText.Form {
  /// What `summary(line_length, positions, expand_nested, show_trainable)` asks for.
  ///
  /// - Throws: Python's `ValueError` for columns that have no room.
  init(_ call: Call, isRow: Bool) throws(PyError) {
    showsTrainable = try call.bool("show_trainable", or: false)
    expandsNested = try call.bool("expand_nested", or: false)
    length = try call.int("line_length")
    if let value = call.given("positions") {
      var ends: [Double] = []
      for item in try call.machine.array(value) {
        ends.append(try call.machine.number(item, "positions"))
      }
      positions = ends
    }
    let least = showsTrainable ? 40 : 20
    guard length.map({ least...10_000 ~= $0 }) ?? true, fits else {
      throw call.error("ValueError", "Insufficient console width to print summary.")
    }
  }

  /// Whether each column has four characters at least.
  private var fits: Bool {
    guard let positions else { return true }
    let line = Double(length ?? 76)
    let ends = [0] + positions.map { ($0 * line).rounded(.down) }
    return positions.count >= 3 && positions.allSatisfy { 0...1 ~= $0 }
      && zip(ends, ends.dropFirst()).allSatisfy { $1 - $0 >= 4 }
  }
}

internal import PythonRuntime

extension ModelSummaryText.Form {
  /// What `summary(line_length, positions, expand_nested, show_trainable, layer_range)` asks for.
  ///
  /// - Throws: Python's `ValueError` for columns that have no room, and names that no layer has.
  init(_ call: Call, of model: ModelObject) throws(PyError) {
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
    if let value = call.given("layer_range") {
      let names = try call.machine.strings(value, "layer_range")
      guard names.count == 2,
        names.allSatisfy({ name in model.layers.contains { $0.name.hasPrefix(name) } })
      else {
        throw call.error(
          "ValueError",
          "Passed layer_names do not match the layer names in the model. Received: \(try call.machine.str(value))"
        )
      }
      range = names
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

internal import PythonRuntime

extension AxesGrid {
  /// As NumPy shows an array of objects, in lines of at most 75 letters.
  func shown(_ machine: Machine) throws(PyError) -> String {
    let body =
      shape.count == 2
      ? try (0..<shape[0]).map { (index) throws(PyError) in
        "[" + (try line(row(index), indent: 8, room: 73, machine)) + "]"
      }.joined(separator: ",\n       ") : try line(.object(self), indent: 7, room: 74, machine)
    let text = "array([\(body)],"
    let last = text.split(separator: "\n").last?.count ?? 0
    return text + (last + " dtype=object)".count > 75 ? "\n      dtype=object)" : " dtype=object)")
  }

  private func line(
    _ row: Value, indent: Int, room: Int, _ machine: Machine
  ) throws(PyError) -> String {
    var lines = [""]
    for item in try machine.array(row) {
      let word = try machine.repr(item)
      let old = lines[lines.count - 1]
      let used = indent + old.count + (old.isEmpty ? 0 : 2)
      if !old.isEmpty, used + word.count > room {
        lines[lines.count - 1] += ","
        lines.append(word)
      } else {
        lines[lines.count - 1] += (old.isEmpty ? "" : ", ") + word
      }
    }
    return lines.joined(separator: "\n" + String(repeating: " ", count: indent))
  }
}

internal import Diagnostics
internal import Notebooks
internal import RunRecords

/// Says by name what a task's key is made of, so that a comparison can say why it changed.
struct TaskInputs {
  let planned: PlannedTask
  let plan: Plan
  let session: Session

  init(_ planned: PlannedTask, _ plan: Plan, _ session: Session) {
    self.planned = planned
    self.plan = plan
    self.session = session
  }

  /// Options and parameters as they are, and short hashes of what was read, by name.
  func inputs(of task: any DirectiveTask) -> [String: String] {
    var inputs = SourceInputs.inputs(of: planned.directive, parameters: plan.parameterRecords)
    inputs["seed"] = "\(planned.common.seed ?? session.seed)"
    inputs["language"] = session.language.rawValue
    addData(to: &inputs)
    addResults(read: task.keyParts(in: session), to: &inputs)
    return inputs
  }

  /// The content of the data set that the directive itself loaded, or of those that a cell names.
  private func addData(to inputs: inout [String: String]) {
    for name in session.scope.mentionedData {
      guard let sha256 = session.cellData[name], !sha256.isEmpty else { continue }
      inputs["dataset \(name)"] = String(sha256.prefix(12))
    }
    guard let own = session.data[planned.directive.id] else { return }
    let name = own.facts.dataset
    guard let record = session.dataSets.first(where: { $0.name == name }) else { return }
    inputs["dataset \(name)"] = String(record.sha256.prefix(12))
  }

  /// Whatever earlier directives left whose hash is part of the key.
  private func addResults(read parts: [String], to inputs: inout [String: String]) {
    for key in Set(parts.flatMap(KeyScanner.keys)) {
      for (kind, ids) in [
        ("model", session.models.ids(of: key)), ("data", session.data.ids(of: key)),
        ("result", session.keys.ids(of: key)),
      ] {
        for id in read(ids) { inputs["\(kind) \(id)"] = String(key.prefix(12)) }
      }
    }
  }

  /// Of directives that left the same those that this one names; the first where it names none.
  private func read(_ ids: Set<String>) -> Set<String> {
    if ids.count < 2 { return ids.subtracting([planned.directive.id]) }
    // What the directive made itself, others only made too.
    if ids.contains(planned.directive.id) { return [] }
    let named = ids.intersection(SourceInputs.words(in: planned.directive))
    return named.isEmpty ? Set(ids.min().map { [$0] } ?? []) : named
  }
}

/// Finds the keys in a part of a key: each stands there as 64 hexadecimal digits.
enum KeyScanner {
  static func keys(in part: String) -> [String] {
    let bytes = Array(part.utf8)
    var keys: [String] = []
    var start = 0
    for index in 0...bytes.count where index == bytes.count || !isDigit(bytes[index]) {
      for first in start..<max(start, index - length + 1) {
        keys.append(String(decoding: bytes[first..<first + length], as: UTF8.self))
      }
      start = index + 1
    }
    return keys
  }

  private static let length = 64

  private static func isDigit(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || 0x61...0x66 ~= byte
  }
}

internal import Diagnostics
internal import Notebooks
internal import RunRecords

/// Says by name what a step's key is made of, so that a comparison can say why it changed.
struct StepInputs {
  let planned: PlannedStep
  let plan: Plan
  let session: Session

  init(_ planned: PlannedStep, _ plan: Plan, _ session: Session) {
    self.planned = planned
    self.plan = plan
    self.session = session
  }

  /// Options and parameters as they are, and short hashes of what was read, by name.
  func inputs(of step: any Step) -> [String: String] {
    var inputs = ["seed": "\(planned.common.seed ?? session.seed)"]
    inputs["language"] = session.language.rawValue
    for option in planned.directive.options where !Self.unread.contains(option.name) {
      inputs["option \(option.name)"] = String(option.value.text.prefix(200))
    }
    addParameters(to: &inputs)
    addData(to: &inputs)
    addResults(read: step.keyParts(in: session), to: &inputs)
    return inputs
  }

  /// Options that no output depends on.
  private static let unread: Set<String> = ["tolerance", "hide", "skip", "expect_error"]

  /// The parameters that the directive's source names.
  private func addParameters(to inputs: inout [String: String]) {
    let source = planned.directive.body + planned.directive.options.map(\.value.text).joined()
    let words = Set(source.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
    for parameter in plan.parameters where words.contains(parameter.name) {
      inputs["parameter \(parameter.name)"] = parameter.value.text
    }
  }

  /// The content of the data set that the directive itself loaded.
  private func addData(to inputs: inout [String: String]) {
    guard let own = session.data[planned.directive.id] else { return }
    let name = own.facts.dataset
    guard let record = session.dataSets.first(where: { $0.name == name }) else { return }
    inputs["dataset \(name)"] = String(record.sha256.prefix(12))
  }

  /// Whatever earlier directives left whose hash is part of the key.
  private func addResults(read parts: [String], to inputs: inout [String: String]) {
    func add(_ kind: String, _ keys: [(id: String, key: String)]) {
      for (id, key) in keys where id != planned.directive.id {
        if parts.contains(where: { $0.contains(key) }) {
          inputs["\(kind) \(id)"] = String(key.prefix(12))
        }
      }
    }
    add("model", session.models.map { ($0.key, $0.value.key) })
    add("data", session.data.map { ($0.key, $0.value.key) })
    add("result", session.keys.map { ($0.key, $0.value) })
  }
}

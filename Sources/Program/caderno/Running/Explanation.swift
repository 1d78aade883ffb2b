internal import Comparison
internal import Diagnostics
internal import RunRecords

/// Why each directive of a run was executed, or was not.
struct Explanation {
  private let record: RunRecord
  private let causes: [String: [Cause]]
  private let hasPrevious: Bool
  private let language: Language
  /// Directives whose results are worth keeping.
  private static let kept: Set<String> = ["fit", "evaluate", "predict", "figure"]

  /// - Parameter previous: the run of the same notebook before; nil for the first.
  init(_ record: RunRecord, after previous: RunRecord?, language: Language) {
    self.record = record
    self.language = language
    hasPrevious = previous != nil
    let tasks = previous.map { RunComparison($0, record).tasks } ?? []
    causes = Dictionary(tasks.map { ($0.id, $0.causes) }) { first, _ in first }
  }

  var text: String {
    record.tasks.map { "\($0.id): \(reason($0).text(in: language))\n" }.joined()
  }

  private func reason(_ task: TaskRecord) -> Message {
    switch task.status {
    case .cached: return Message("taken from the cache", pt: "tirado do cache")
    case .skipped: return Message("skipped", pt: "pulado")
    case .error: return Message("failed", pt: "falhou")
    case .ok: break
    }
    let found = (causes[task.id] ?? []).map(\.message)
    if !found.isEmpty {
      return Message(
        "ran: " + found.map(\.english).joined(separator: "; "),
        pt: "executado: " + found.map(\.portuguese).joined(separator: "; "))
    }
    guard hasPrevious, causes[task.id] != nil else {
      return Message("ran: for the first time here", pt: "executado: pela primeira vez aqui")
    }
    guard Self.kept.contains(task.kind) else {
      return Message(
        "ran, as always: it takes no longer than reading a kept result",
        pt: "executado, como sempre: não demora mais que ler um resultado guardado")
    }
    return Message(
      "ran: nothing changed, but there was no kept result to take",
      pt: "executado: nada mudou, mas não havia resultado guardado")
  }
}

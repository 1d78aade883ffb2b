internal import RunRecords

extension TaskComparison {
  /// The second run's task, made of the first's outputs and the reported changes.
  func applied(to task: TaskRecord?) -> TaskRecord? {
    guard var result = b else { return nil }
    var rest = task?.outputs ?? []
    for comparison in outputs {
      let index = rest.firstIndex { $0.name == comparison.name }
      let old = index.map { rest.remove(at: $0) }
      if let output = comparison.applied(to: old) { result.outputs.append(output) }
    }
    return result
  }
}

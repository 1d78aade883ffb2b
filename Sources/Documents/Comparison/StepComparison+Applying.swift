internal import RunRecords

extension StepComparison {
  /// The second run's step, made of the first's outputs and the reported changes.
  func applied(to step: StepRecord?) -> StepRecord? {
    guard var result = b else { return nil }
    var rest = step?.outputs ?? []
    for comparison in outputs {
      let index = rest.firstIndex { $0.name == comparison.name }
      let old = index.map { rest.remove(at: $0) }
      if let output = comparison.applied(to: old) { result.outputs.append(output) }
    }
    return result
  }
}

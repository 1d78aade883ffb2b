internal import Memory

extension MemoryBlock {
  /// Puts a weight's numbers where the plan has them.
  func fill(_ parameter: PlanParameter, _ values: [Element]) {
    values.withElements { elements[parameter.range].update(from: $0) }
  }

  /// A weight's numbers.
  func numbers(of parameter: PlanParameter) -> [Element] { Array(elements[parameter.range]) }
}

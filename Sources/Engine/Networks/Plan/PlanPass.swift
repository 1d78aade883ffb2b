/// A piece of work on a chunk.
enum PlanWork: Hashable, Sendable {
  case input, loss
  case forward(step: Int, phase: Int)
  case backward(step: Int, phase: Int)
}

/// What one thread does with a chunk without waiting for others, and the join behind it.
struct PlanPass: Sendable {
  var work: [PlanWork] = []
  /// The phase whose chunks' results one thread joins when all are through; nil for none.
  var join: PlanWork?

  /// The passes of a training batch: one where no step mixes images.
  ///
  /// - Parameter isTrained: for each step whether a gradient behind it moves any weight.
  static func training(_ steps: [any PlanStep], isTrained: [Bool]) -> [PlanPass] {
    var works: [(PlanWork, joins: Bool)] = [(.input, false)]
    for (index, step) in steps.enumerated() {
      let count = step.forwardPhases
      works += (0..<count).map { (.forward(step: index, phase: $0), $0 < count - 1) }
    }
    works.append((.loss, false))
    for (index, step) in steps.enumerated().reversed() where isTrained[index] {
      let count = step.backwardPhases
      works += (0..<count).map { (.backward(step: index, phase: $0), $0 < count - 1) }
    }
    return split(works)
  }

  private static func split(_ works: [(PlanWork, joins: Bool)]) -> [PlanPass] {
    var passes = [PlanPass()]
    for (work, joins) in works {
      passes[passes.count - 1].work.append(work)
      guard joins else { continue }
      passes[passes.count - 1].join = work
      passes.append(PlanPass())
    }
    return passes
  }
}

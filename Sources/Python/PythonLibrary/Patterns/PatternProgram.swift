internal import PythonRuntime

/// A regular expression as instructions for ``PatternMatcher``.
struct PatternProgram {
  enum Instruction {
    case test(ScalarTest)
    case any(takesNewlines: Bool)
    case place(PatternNode.Place, isASCII: Bool)
    /// Goes on at the first place, and at the second one where that fails.
    case split(Int, Int)
    case jump(Int)
    /// Notes the place in the text.
    case save(Int)
    /// Leaves a loop whose last turn took nothing.
    case turn(slot: Int, exit: Int)
    case reference(Int, ignoresCase: Bool)
    /// The instructions up to `end` must hold here, or must not.
    case look(end: Int, width: Int?, isNegated: Bool)
    case atomic(end: Int)
    case accept
  }

  private(set) var instructions: [Instruction] = []
  /// Two for each group, and one for each loop.
  private(set) var slotCount: Int
  let groupCount: Int

  /// More than any pattern of a lesson takes.
  private static let limit = 50_000

  init(_ node: PatternNode, groupCount: Int) throws(PatternProblem) {
    self.groupCount = groupCount
    slotCount = 2 * (groupCount + 1)
    try emit(node)
    instructions.append(.accept)
  }

  private mutating func add(_ instruction: Instruction) throws(PatternProblem) {
    guard instructions.count < Self.limit else {
      throw PatternProblem("the pattern is too large for Caderno", nil)
    }
    instructions.append(instruction)
  }

  private mutating func emit(_ node: PatternNode) throws(PatternProblem) {
    switch node {
    case .empty: break
    case .test(let test): try add(.test(test))
    case .any(let takesNewlines): try add(.any(takesNewlines: takesNewlines))
    case .place(let place, let isASCII): try add(.place(place, isASCII: isASCII))
    case .sequence(let nodes): for node in nodes { try emit(node) }
    case .either(let nodes): try emit(either: nodes)
    case .group(let number, let inner):
      try add(.save(2 * number))
      try emit(inner)
      try add(.save(2 * number + 1))
    case .reference(let number, let ignoresCase):
      try add(.reference(number, ignoresCase: ignoresCase))
    case .repeated(let inner, let range, .all):
      try emit(.atomic(.repeated(inner, range, .most)))
    case .repeated(let inner, let range, let greed):
      try emit(repeated: inner, range, isGreedy: greed == .most)
    case .look(let inner, let isAhead, let isNegated):
      let start = try hole()
      try emit(inner)
      try add(.accept)
      instructions[start] = .look(
        end: instructions.count, width: isAhead ? nil : inner.width, isNegated: isNegated)
    case .atomic(let inner):
      let start = try hole()
      try emit(inner)
      try add(.accept)
      instructions[start] = .atomic(end: instructions.count)
    }
  }

  /// A place for an instruction that is known later.
  private mutating func hole() throws(PatternProblem) -> Int {
    try add(.accept)
    return instructions.count - 1
  }

  private mutating func emit(either nodes: [PatternNode]) throws(PatternProblem) {
    var ends: [Int] = []
    for (place, node) in nodes.enumerated() {
      guard place < nodes.count - 1 else {
        try emit(node)
        break
      }
      let split = try hole()
      try emit(node)
      ends.append(try hole())
      instructions[split] = .split(split + 1, instructions.count)
    }
    for end in ends { instructions[end] = .jump(instructions.count) }
  }

  private mutating func emit(
    repeated node: PatternNode, _ range: ClosedRange<Int>, isGreedy: Bool
  ) throws(PatternProblem) {
    for _ in 0..<range.lowerBound { try emit(node) }
    func split(_ place: Int, _ exit: Int) -> Instruction {
      isGreedy ? .split(place + 1, exit) : .split(exit, place + 1)
    }
    let slot = slotCount
    slotCount += 1
    var (splits, turns): ([Int], [Int]) = ([], [])
    /// One turn more; where it may take nothing, it is the last one then.
    func another(_ program: inout PatternProgram) throws(PatternProblem) {
      splits.append(try program.hole())
      if (node.width ?? 0) > 0 { return try program.emit(node) }
      try program.add(.save(slot))
      try program.emit(node)
      turns.append(try program.hole())
    }
    if range.upperBound == .max {
      let start = instructions.count
      try another(&self)
      try add(.jump(start))
    } else {
      for _ in range.lowerBound..<range.upperBound { try another(&self) }
    }
    for place in turns { instructions[place] = .turn(slot: slot, exit: instructions.count) }
    for place in splits { instructions[place] = split(place, instructions.count) }
  }
}

import Comparison
import RunRecords
import Testing

/// Edits whose outcome is known: the generator is the oracle.
struct `Directives of two runs` {
  /// Steps with and without names; some have the same source.
  private static func steps(_ seed: Int) -> [StepRecord] {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var steps: [StepRecord] = []
    for place in 0..<3 + seed % 7 {
      var step = BaseRecord.record.steps[0]
      step.isNamed = next(2) == 0
      step.id = step.isNamed == true ? "n\(place)" : ""
      step.kind = ["value", "figure"][next(2)]
      step.sourceSHA256 = BaseRecord.hash(Character("\(place)"))
      steps.append(step)
    }
    return numbered(steps)
  }

  /// Unnamed directives are called by kind and number.
  private static func numbered(_ steps: [StepRecord]) -> [StepRecord] {
    var counts: [String: Int] = [:]
    return steps.map { step in
      var step = step
      if step.isNamed == false {
        counts[step.kind, default: 0] += 1
        step.id = "\(step.kind)-\(counts[step.kind] ?? 0)"
      }
      return step
    }
  }

  /// What a comparison says of each step, in the order of the second run: `+`, `-`, `~` for moved, `=`.
  private static func marks(_ a: [StepRecord], _ b: [StepRecord]) -> String {
    var (first, second) = (BaseRecord.record, BaseRecord.record)
    (first.steps, second.steps) = (numbered(a), numbered(b))
    return RunComparison(first, second).steps.map { step in
      if step.fate == .added { return "+" }
      if step.fate == .removed { return "-" }
      return step.isMoved ? "~" : step.isEdited ? "e" : "="
    }.joined()
  }

  private static func new(_ isNamed: Bool) -> StepRecord {
    var step = BaseRecord.record.steps[0]
    (step.id, step.isNamed, step.kind) = ("new", isNamed, "value")
    step.sourceSHA256 = BaseRecord.hash("f")
    return step
  }

  @Test(arguments: 0..<60) func `have one more where one was put in`(seed: Int) {
    let steps = Self.steps(seed)
    for place in 0...steps.count {
      for isNamed in [false, true] {
        var changed = steps
        changed.insert(Self.new(isNamed), at: place)
        let expected = steps.map { _ in "=" }.joined()
        let marks = Self.marks(steps, changed)
        #expect(marks == "\(expected.prefix(place))+\(expected.dropFirst(place))")
      }
    }
  }

  @Test(arguments: 0..<60) func `have one less where one was taken out`(seed: Int) {
    let steps = Self.steps(seed)
    for place in steps.indices {
      var changed = steps
      changed.remove(at: place)
      #expect(Self.marks(steps, changed) == changed.map { _ in "=" }.joined() + "-")
    }
  }

  @Test(arguments: 0..<60) func `have two moved where two changed places`(seed: Int) {
    let steps = Self.steps(seed)
    for (a, b) in steps.indices.flatMap({ a in steps.indices.map { (a, $0) } }) where a < b {
      var changed = steps
      changed.swapAt(a, b)
      let expected = steps.indices.map { $0 == a || $0 == b ? "~" : "=" }.joined()
      #expect(Self.marks(steps, changed) == expected, "\(a) \(b)")
    }
  }

  @Test(arguments: 0..<60) func `are the same where one got a name, lost it or changed it`(
    seed: Int
  ) {
    let steps = Self.steps(seed)
    for place in steps.indices {
      for isNamed in [false, true] {
        var changed = steps
        (changed[place].id, changed[place].isNamed) = ("other", isNamed)
        #expect(Self.marks(steps, changed) == steps.map { _ in "=" }.joined())
      }
    }
  }

  @Test(arguments: 0..<60) func `are the same where one was edited`(seed: Int) {
    let steps = Self.steps(seed)
    for place in steps.indices {
      var changed = steps
      changed[place].sourceSHA256 = BaseRecord.hash("e")
      let expected = steps.indices.map { $0 == place ? "e" : "=" }.joined()
      #expect(Self.marks(steps, changed) == expected)
    }
  }

  /// Steps of Keras cells without names.
  private static func cells(_ sources: [String], ids: [String?]? = nil) -> [StepRecord] {
    let steps = sources.enumerated().map { place, source in
      var step = BaseRecord.record.steps[0]
      (step.id, step.isNamed, step.kind) = ("", false, "keras")
      (step.source, step.cellID) = (source, ids?[place])
      step.sourceSHA256 = "\(source.utf8.reduce(into: 5381) { $0 = $0 &* 33 &+ Int($1) })"
      return step
    }
    return numbered(steps)
  }

  private static let old = ["import numpy", "for i in range(3):\n    print(i)", "y = 4\ny"]

  /// What nbdime 4.0.4 says of these: without ids by texts, with them by ids.
  @Test(arguments: [
    (["import numpy", "new1 = 87\nprint('new', new1)", "y = 4\ny"], "=+=-"),
    (["import numpy", "for i in range(5):\n    print(i)", "y = 4\ny"], "=e="),
    (["import numpy", "a = 1", "for i in range(9):\n    print(i)", "y = 4\ny"], "=+e="),
    (
      [
        "import numpy", "for i in range(4):\n    print(i)", "for k in range(9):\n    print(k)",
        "y = 4\ny",
      ],
      "=e+="
    ), (["y = 4\ny"], "=--"), (["import numpy", "y = 5\ny"], "=e-"),
  ])
  func `are one that was edited where their sources are alike, else one less and one more`(
    sources: [String], marks: String
  ) {
    #expect(Self.marks(Self.cells(Self.old), Self.cells(sources)) == marks)
  }

  @Test func `are known by the ids of Jupyter's cells, whatever stands in them`() {
    let old = Self.cells(Self.old, ids: ["a", "b", "c"])
    let rewritten = ["import numpy", "[n ** 2 for n in (7, 8)]", "y = 4\ny"]
    #expect(Self.marks(old, Self.cells(rewritten, ids: ["a", "b", "c"])) == "=e=")
    #expect(Self.marks(old, Self.cells(rewritten, ids: ["a", "d", "c"])) == "=+=-")
    #expect(Self.marks(old, Self.cells(Self.old, ids: ["c", "b", "a"])) == "~=~")
  }

  @Test func `are compared one by one where very many were edited`() {
    let old = Self.cells((0..<200).map { "print('the number of the cell is', \($0))" })
    let new = Self.cells((0..<200).map { "print('the number of the cell is', \($0 + 500))" })
    #expect(Self.marks(old, new) == String(repeating: "e", count: 200))
  }

  @Test func `have names that older records tell by their form`() {
    var step = BaseRecord.record.steps[0]
    step.isNamed = nil
    for (kind, id, name) in [
      ("value", "value-12", nil), ("value", "value-", "value-"), ("value", "values-1", "values-1"),
      ("fit", "value-1", "value-1"), ("value", "value-1a", "value-1a"),
    ] as [(String, String, String?)] {
      (step.kind, step.id) = (kind, id)
      #expect(step.givenName == name)
    }
  }
}

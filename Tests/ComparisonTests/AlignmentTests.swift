import Comparison
import RunRecords
import Testing

/// Edits whose outcome is known: the generator is the oracle.
struct `Directives of two runs` {
  /// Tasks with and without names; some have the same source.
  private static func tasks(_ seed: Int) -> [TaskRecord] {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var tasks: [TaskRecord] = []
    for place in 0..<3 + seed % 7 {
      var task = BaseRecord.record.tasks[0]
      task.isNamed = next(2) == 0
      task.id = task.isNamed == true ? "n\(place)" : ""
      task.kind = ["value", "figure"][next(2)]
      task.sourceSHA256 = BaseRecord.hash(Character("\(place)"))
      tasks.append(task)
    }
    return numbered(tasks)
  }

  /// Unnamed directives are called by kind and number.
  private static func numbered(_ tasks: [TaskRecord]) -> [TaskRecord] {
    var counts: [String: Int] = [:]
    return tasks.map { task in
      var task = task
      if task.isNamed == false {
        counts[task.kind, default: 0] += 1
        task.id = "\(task.kind)-\(counts[task.kind] ?? 0)"
      }
      return task
    }
  }

  /// What a comparison says of each task, in the order of the second run: `+`, `-`, `~` for moved, `=`.
  private static func marks(_ a: [TaskRecord], _ b: [TaskRecord]) -> String {
    var (first, second) = (BaseRecord.record, BaseRecord.record)
    (first.tasks, second.tasks) = (numbered(a), numbered(b))
    return RunComparison(first, second).tasks.map { task in
      if task.fate == .added { return "+" }
      if task.fate == .removed { return "-" }
      return task.isMoved ? "~" : task.isEdited ? "e" : "="
    }.joined()
  }

  private static func new(_ isNamed: Bool) -> TaskRecord {
    var task = BaseRecord.record.tasks[0]
    (task.id, task.isNamed, task.kind) = ("new", isNamed, "value")
    task.sourceSHA256 = BaseRecord.hash("f")
    return task
  }

  @Test(arguments: 0..<60) func `have one more where one was put in`(seed: Int) {
    let tasks = Self.tasks(seed)
    for place in 0...tasks.count {
      for isNamed in [false, true] {
        var changed = tasks
        changed.insert(Self.new(isNamed), at: place)
        let expected = tasks.map { _ in "=" }.joined()
        let marks = Self.marks(tasks, changed)
        #expect(marks == "\(expected.prefix(place))+\(expected.dropFirst(place))")
      }
    }
  }

  @Test(arguments: 0..<60) func `have one less where one was taken out`(seed: Int) {
    let tasks = Self.tasks(seed)
    for place in tasks.indices {
      var changed = tasks
      changed.remove(at: place)
      #expect(Self.marks(tasks, changed) == changed.map { _ in "=" }.joined() + "-")
    }
  }

  @Test(arguments: 0..<60) func `have two moved where two changed places`(seed: Int) {
    let tasks = Self.tasks(seed)
    for (a, b) in tasks.indices.flatMap({ a in tasks.indices.map { (a, $0) } }) where a < b {
      var changed = tasks
      changed.swapAt(a, b)
      let expected = tasks.indices.map { $0 == a || $0 == b ? "~" : "=" }.joined()
      #expect(Self.marks(tasks, changed) == expected, "\(a) \(b)")
    }
  }

  @Test(arguments: 0..<60) func `are the same where one got a name, lost it or changed it`(
    seed: Int
  ) {
    let tasks = Self.tasks(seed)
    for place in tasks.indices {
      for isNamed in [false, true] {
        var changed = tasks
        (changed[place].id, changed[place].isNamed) = ("other", isNamed)
        #expect(Self.marks(tasks, changed) == tasks.map { _ in "=" }.joined())
      }
    }
  }

  @Test(arguments: 0..<60) func `are the same where one was edited`(seed: Int) {
    let tasks = Self.tasks(seed)
    for place in tasks.indices {
      var changed = tasks
      changed[place].sourceSHA256 = BaseRecord.hash("e")
      let expected = tasks.indices.map { $0 == place ? "e" : "=" }.joined()
      #expect(Self.marks(tasks, changed) == expected)
    }
  }

  /// Tasks of Keras cells without names.
  private static func cells(_ sources: [String], ids: [String?]? = nil) -> [TaskRecord] {
    let tasks = sources.enumerated().map { place, source in
      var task = BaseRecord.record.tasks[0]
      (task.id, task.isNamed, task.kind) = ("", false, "keras")
      (task.source, task.cellID) = (source, ids?[place])
      task.sourceSHA256 = "\(source.utf8.reduce(into: 5381) { $0 = $0 &* 33 &+ Int($1) })"
      return task
    }
    return numbered(tasks)
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
    var task = BaseRecord.record.tasks[0]
    task.isNamed = nil
    for (kind, id, name) in [
      ("value", "value-12", nil), ("value", "value-", "value-"), ("value", "values-1", "values-1"),
      ("fit", "value-1", "value-1"), ("value", "value-1a", "value-1a"),
    ] as [(String, String, String?)] {
      (task.kind, task.id) = (kind, id)
      #expect(task.givenName == name)
    }
  }
}

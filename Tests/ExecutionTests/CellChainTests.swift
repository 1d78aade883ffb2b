import PythonRuntime
import Diagnostics
import Notebooks
import Testing

@testable import Execution

/// Lessons of many small cells that share some names, and what their keys are made of.
struct `The cells that a cell depends on` {
  /// Cells that bind, read and rename a few variables, and sometimes a function that all programs have.
  static func lesson(_ seed: Int, count: Int) -> [CellSource] {
    var chance = Chance(seed)
    let code = (0..<count).map { _ -> String in
      let (a, b) = (chance.below(12), chance.below(12))
      return ["a\(a) = a\(b)", "a\(a) = 1", "print(a\(b))", "print(1)", "len = a\(a)", "len('')"][
        chance.below(6)]
    }
    return cells(code)
  }

  static func cells(_ code: [String]) -> [CellSource] {
    let text = code.enumerated().map { "```python {.keras #c\($0.offset)}\n\($0.element)\n```\n\n" }
    let source = SourceText(file: "a.md", bytes: Array(text.joined().utf8))
    let plan = Plan(Notebook(source: source, vocabulary: DirectiveCatalog.vocabulary))
    return plan.tasks.compactMap { task in
      if case .run(let work) = task.action { (work as? KerasTask)?.cell } else { nil }
    }
  }

  /// All earlier cells that share a variable with a cell, or with one that does, and so on.
  private func reached(_ cell: CellSource, _ earlier: ArraySlice<CellSource>) -> Set<String> {
    let bound = Set((earlier + [cell]).flatMap(\.bound))
    let free = ProgramNames.builtins.subtracting(bound)
    var (names, reached) = (cell.names.subtracting(free), Set<String>())
    while true {
      let more = earlier.filter { !reached.contains($0.id) && !names.isDisjoint(with: $0.names) }
      if more.isEmpty { return reached }
      for other in more {
        reached.insert(other.id)
        names.formUnion(other.names.subtracting(free))
      }
    }
  }

  @Test(arguments: 1...30)
  func `are those that share variables, one behind the other`(seed: Int) {
    let cells = Self.lesson(seed, count: 40)
    #expect(cells.count == 40)
    var chain = CellChain()
    var covered: [String: Set<String>] = [:]
    for (place, cell) in cells.enumerated() {
      chain.add(cell)
      // What a key stands for: the cells that it is made of, and what theirs stand for.
      let own = chain.links.reduce(into: Set<String>()) { all, link in
        all.formUnion(covered[link, default: []].union([link]))
      }
      covered[cell.id] = own
      #expect(own == reached(cell, cells[..<place]), "\(cell.id): \(cell.code)")
    }
  }

  @Test(arguments: ["x += 1", "print(1)", "a = 1"])
  func `are named a few times each`(code: String) {
    var chain = CellChain()
    var links = 0
    for cell in Self.cells(Array(repeating: code, count: 300)) {
      chain.add(cell)
      links += chain.links.count
    }
    #expect(links <= 300)
  }

  @Test func `are all tied by a name that all read and one binds`() {
    var chain = CellChain()
    for cell in Self.cells(["print(1)", "print(2)", "print = 3"]) { chain.add(cell) }
    #expect(chain.links == ["c0", "c1"])
  }
}

struct `Keys in the parts of a key` {
  private let key = String(repeating: "0a", count: 32)

  @Test func `are found wherever they stand`() {
    let other = String(repeating: "f", count: 64)
    #expect(KeyScanner.keys(in: "cell \(key) and \(other)") == [key, other])
    #expect(KeyScanner.keys(in: key + "0") == [key, String(key.dropFirst()) + "0"])
    #expect(KeyScanner.keys(in: String(key.dropLast())) == [])
    #expect(KeyScanner.keys(in: key.uppercased()) == [])
  }

  @Test func `lead to those that left them`() {
    var results = KeyedResults(key: \String.self)
    results["a"] = "1"
    results["b"] = "1"
    #expect(results.ids(of: "1") == ["a", "b"])
    results["a"] = "2"
    #expect(results.ids(of: "1") == ["b"])
    #expect(results.ids(of: "2") == ["a"])
    results["b"] = nil
    #expect(results.ids(of: "1") == [])
  }
}

import PythonSyntax
import Testing
import TestSupport

/// A row of sources that want to exhaust something.
struct Hostile: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let source: String

  init(_ name: String, _ source: String) { (testDescription, self.source) = (name, source) }

  init(_ name: String, repeating piece: String, _ count: Int = 100_000, then end: String = "") {
    self.init(name, String(repeating: piece, count: count) + end)
  }

  static let rejected = [
    Hostile("parentheses", repeating: "("),
    Hostile("closed parentheses", repeating: "(", then: String(repeating: ")", count: 100_000)),
    Hostile("brackets and braces", repeating: "[{("),
    Hostile("calls", repeating: "f("), Hostile("subscripts", repeating: "a["),
    Hostile("signs", repeating: "-", then: "1"), Hostile("not", repeating: "not ", then: "1"),
    Hostile("lambdas", repeating: "lambda: ", then: "1"),
    Hostile("conditionals", repeating: "a if b else ", then: "1"),
    Hostile("powers", repeating: "2**", then: "1"),
    Hostile("attributes", repeating: "a.", then: "a"),
    Hostile("sums", repeating: "1+", then: "1"),
    Hostile("call chain", repeating: "f()", then: "()"),
    Hostile("f-strings", repeating: "f'{"), Hostile("quotes", repeating: "f\"{f'{", then: "x"),
    Hostile("formats", "f'" + String(repeating: "{x:", count: 100_000) + "'"),
    Hostile(
      "indents", (0..<500).map { String(repeating: " ", count: $0) + "if x:\n" }.joined()),
    Hostile("one-line blocks", repeating: "if x: "), Hostile("decorators", repeating: "@a\n"),
    Hostile("stars", repeating: "*", then: "a"), Hostile("walrus", repeating: "(a:=", then: "1"),
    Hostile("with", repeating: "with (", then: "a"), Hostile("dots", repeating: "x = ."),
    Hostile("contexts", "with " + String(repeating: "a, ", count: 100_000) + "a: pass"),
  ]

  static let accepted = [
    Hostile("statements", repeating: "x = f(1, a=2)\n", 20_000),
    Hostile(
      "elif",
      "if x: y\n"
        + String(repeating: "elif x: y\n", count: 20_000)),
    Hostile("arguments", "f(" + String(repeating: "a, ", count: 50_000) + ")"),
    Hostile("chain of targets", repeating: "a = ", 50_000, then: "1"),
    Hostile("comparisons", repeating: "a < ", 50_000, then: "1"),
    Hostile("and", repeating: "a and ", 50_000, then: "1"),
    Hostile("a sum", repeating: "1+", 2900, then: "1"),
    Hostile("an attribute's attribute", repeating: "a.", 2900, then: "a"),
    Hostile("calls of calls", "f" + String(repeating: "()", count: 2900)),
    Hostile("items of items", "a" + String(repeating: "[0]", count: 2900)),
    Hostile("literals", repeating: "'a' ", 50_000), Hostile("comments", repeating: "# a\n"),
    Hostile("blank lines", repeating: " \n"), Hostile("semicolons", repeating: "x;", 50_000),
    Hostile("a long name", repeating: "a"), Hostile("a long number", repeating: "9"),
    Hostile("with", repeating: "with (yield): x\n", 20_000),
    Hostile("decorated", repeating: "@a\n", 20_000, then: "def f(): x"),
  ]
}

@Suite struct HostileTests {
  @Test(arguments: Hostile.rejected)
  func `what nests without end is an error, not a crash`(_ row: Hostile) {
    #expect(throws: SyntaxError.self) { try parseModule(row.source) }
    #expect(throws: SyntaxError.self) { try parseExpression(row.source) }
  }

  @Test(arguments: Hostile.accepted)
  func `what is only long is read`(_ row: Hostile) throws {
    _ = try parseModule(row.source)
  }

  @Test func `a hundred thousand parentheses are too many`() throws {
    let source = String(repeating: "(", count: 100_000)
    let error = try #require(throws: SyntaxError.self) { try parseModule(source) }
    #expect(error.english == "too many nested parentheses")
    #expect(error.portuguese == "parênteses aninhados demais")
    #expect(error.range == 200..<201)
  }

  @Test func `two hundred parentheses are not too many`() throws {
    let source = String(repeating: "(", count: 200) + "x" + String(repeating: ")", count: 200)
    #expect(try parseExpression(source).kind == .name("x"))
  }

  @Test(arguments: 0..<64)
  func `damaged sources neither crash nor point outside themselves`(_ seed: Int) throws {
    let seeds = PythonCase.all.map { Array($0.source.utf8) }
    var stream = SplitMix(seed: UInt64(seed))
    for _ in 0..<100 {
      let source = stream.damaged(seeds)
      guard case .rejected(let error) = Verdict(source) else { continue }
      #expect(error.range.upperBound <= source.utf8.count)
      #expect(!error.english.isEmpty && !error.portuguese.isEmpty)
    }
  }
}

extension SplitMix {
  /// The start of one source and the end of another, some bytes changed; UTF-8 repaired.
  fileprivate mutating func damaged(_ seeds: [[UInt8]]) -> String {
    guard let first = seeds.randomElement(using: &self),
      let second = seeds.randomElement(using: &self)
    else { return "" }
    var bytes =
      Array(first.prefix(Int.random(in: 0...first.count, using: &self)))
      + second.suffix(Int.random(in: 0...second.count, using: &self))
    for _ in 0..<Int.random(in: 0...4, using: &self) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &self)
      bytes[place] = UInt8.random(in: 0...127, using: &self)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

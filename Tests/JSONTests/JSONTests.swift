import Diagnostics
import Testing

@testable import JSON

/// Values of generated texts: the same at every run.
private struct ValueMaker {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  mutating func text() -> String {
    let marks = ["a", "\"", "\\", "\n", "\u{1}", "\u{7F}", "é", "\u{301}", "𝄞", "/", "{", "NaN"]
    return (0..<below(5)).map { _ in marks[below(marks.count)] }.joined()
  }

  mutating func value(depth: Int = 0) -> JSONValue {
    let numbers = ["0", "-0", "1.0", "1e-7", "-12.50E+3", "NaN", "-Infinity", "Infinity"]
    switch below(depth > 4 ? 4 : 6) {
    case 0: return .null
    case 1: return .bool(below(2) == 0)
    case 2: return .number(numbers[below(numbers.count)])
    case 3: return .string(text())
    case 4: return .array((0..<below(4)).map { _ in value(depth: depth + 1) })
    default:
      return .object(
        JSONObject((0..<below(4)).map { _ in JSONObject.Member(text(), value(depth: depth + 1)) }))
    }
  }
}

@Suite struct JSONTests {
  @Test(arguments: [JSONWriter.Layout.compact, .lines(unit: " "), .lines(unit: "\t")])
  func `what is written is read as the same, in the same order`(layout: JSONWriter.Layout) throws {
    for seed in UInt64(0)..<300 {
      var maker = ValueMaker(state: seed)
      let value = maker.value()
      var writer = JSONWriter(layout: layout, sortsNames: false)
      writer.isASCII = seed.isMultiple(of: 2)
      let text = writer.text(value)
      let (root, surrogates) = try JSONNode.read(Array(text.utf8))
      #expect(surrogates.isEmpty)
      #expect(writer.text(root.value) == text)
      #expect(root.value == value)
    }
  }

  @Test func `each value has its place`() throws {
    for seed in UInt64(0)..<300 {
      var maker = ValueMaker(state: seed)
      let bytes = Array(JSONWriter().text(maker.value()).utf8)
      var nodes = [try JSONNode.read(bytes).root]
      while let node = nodes.popLast() {
        #expect(JSONValue(json: Array(bytes[node.range])) == node.value)
        for member in node.members ?? [] {
          #expect(JSONValue(json: Array(bytes[member.nameRange])) == .string(member.name))
          nodes.append(member.node)
        }
        nodes += node.elements ?? []
      }
    }
  }

  @Test func `a text that is cut or has a byte changed is read, or refused in its place`() throws {
    for seed in UInt64(0)..<300 {
      var maker = ValueMaker(state: seed)
      var bytes = Array(JSONWriter().text(maker.value()).utf8)
      let place = maker.below(bytes.count)
      if seed.isMultiple(of: 2) {
        bytes.removeSubrange(place...)
      } else {
        bytes[place] = Array("{}[],:\"\\0e.-n \u{1}".utf8)[maker.below(15)]
      }
      do {
        _ = try JSONNode.read(bytes)
      } catch {
        #expect(error.range.lowerBound >= 0 && error.range.upperBound <= bytes.count)
        #expect(error.diagnostic.code.hasPrefix("json-"))
      }
    }
  }

  @Test(arguments: [
    ("", 0..<0, "json-syntax"), ("[1,]", 3..<4, "json-syntax"), ("[1 2]", 3..<4, "json-syntax"),
    ("{\"a\" 1}", 5..<6, "json-syntax"), ("{a}", 1..<2, "json-syntax"),
    ("\"abc", 0..<1, "json-syntax"), ("1.", 0..<2, "json-syntax"), ("1 2", 2..<3, "json-syntax"),
    ("\"\\x\"", 1..<3, "json-syntax"), ("\"\\u12\"", 1..<3, "json-syntax"),
    ("\"\t\"", 1..<2, "json-syntax"), ("{\"a\":1,\"a\":2}", 7..<10, "json-duplicate-name"),
    (String(repeating: "[", count: 300), 201..<202, "json-too-deep"),
  ])
  func `what is wrong first is told with its place`(text: String, place: Range<Int>, code: String) {
    #expect {
      try JSONNode.read(Array(text.utf8))
    } throws: { error in
      guard let problem = error as? JSONProblem else { return false }
      return problem.range == place && problem.diagnostic.code == code
    }
  }

  @Test func `half a surrogate pair is told, and read as the sign for what is unknown`() throws {
    let (root, places) = try JSONNode.read(Array("[\"\\ud834\", \"\\ud834\\udd1e\"]".utf8))
    #expect(root.value == .array([.string("\u{FFFD}"), .string("𝄞")]))
    #expect(places == [2..<8])
  }
}

import Testing
import YAML

struct `A YAML document` {
  /// A node as a line: texts in marks, with the source that each came from.
  private static func shown(_ node: YAMLNode, _ source: String) -> String {
    let own = source.utf8.dropFirst(node.range.lowerBound).prefix(node.range.count)
    let place = String(decoding: own, as: UTF8.self)
    switch node.content {
    case .scalar(let text, let isPlain): return (isPlain ? "" : "=") + "\(text)<\(place)>"
    case .sequence(let nodes):
      return "[" + nodes.map { shown($0, source) }.joined(separator: ", ") + "]<\(place)>"
    case .mapping(let pairs):
      return "{"
        + pairs.map { "\(shown($0.key, source)): \(shown($0.value, source))" }
        .joined(separator: ", ") + "}<\(place)>"
    }
  }

  @Test(arguments: [
    ("a: 1", "{a<a>: 1<1>}<a: 1>"),
    ("a: 1  # one\n", "{a<a>: 1<1>}<a: 1>"),
    ("a:\nb: ~", "{a<a>: <>, b<b>: ~<~>}<a:\nb: ~>"),
    ("'a''b'", "=a'b<'a''b'>"),
    ("\"\\u00e9 \\\"\" # c", "=é \"<\"\\u00e9 \\\"\">"),
    (
      "- ä: [x, \"y\" ]\n- 𝒳",
      "[{ä<ä>: [x<x>, =y<\"y\">]<[x, \"y\" ]>}<ä: [x, \"y\" ]>, 𝒳<𝒳>]<- ä: [x, \"y\" ]\n- 𝒳>"
    ),
    ("{a: {}, b: []}", "{a<a>: {}<{}>, b<b>: []<[]>}<{a: {}, b: []}>"),
    ("a: one\n  two\nb: 2", "{a<a>: one two<one\n  two>, b<b>: 2<2>}<a: one\n  two\nb: 2>"),
    ("a: |\n  x\n  y\nb: 2", "{a<a>: =x\ny\n<|>, b<b>: 2<2>}<a: |\n  x\n  y\nb: 2>"),
    ("a: &n 5\r\nb: *n", "{a<a>: 5<&n 5>, b<b>: 5<&n 5>}<a: &n 5\r\nb: *n>"),
    ("# nothing", nil), ("", nil), ("---\n", "<>"),
  ])
  func `gives its nodes with their places`(source: String, expected: String?) throws {
    let root = try YAMLReader.root(of: source)
    #expect(root.map { Self.shown($0, source) } == expected)
  }

  @Test(arguments: [
    ("a: 1\nä: 2\nä: 3", YAMLError.duplicateKey("ä", range: 11..<13)),
    ("a: [1, 2", .invalid("did not find expected ',' or ']'", offset: 8)),
    ("é: *b", .invalid("found undefined alias", offset: 4)),
    ("a\n---\nb", .invalid("but found another document", offset: 2)),
    ("é: \u{1}", .invalid("control characters are not allowed", offset: 4)),
    ("a: \"x", .invalid("found unexpected end of stream", offset: 5)),
    (String(repeating: "[", count: 65), .limit(.tooDeep, offset: 64)),
    (String(repeating: "- &a b\n", count: 17), .limit(.tooManyAliases, offset: 114)),
    (String(repeating: "#", count: 70_000), .limit(.tooLong, offset: 65_536)),
  ])
  func `that can't be read says why and where`(source: String, expected: YAMLError) {
    #expect(throws: expected) { try YAMLReader.root(of: source) }
  }

  /// Each prefix of a document with all kinds of nodes is read, or refused at a place within it.
  @Test func `is never read beyond its end`() throws {
    let source = "a: &x [1, 'b', \"\\x41é\"]\nb: {c: *x, ? [d] : |\n  e\n}\n- f\n"
    for count in 0...source.unicodeScalars.count {
      let prefix = String(String.UnicodeScalarView(source.unicodeScalars.prefix(count)))
      do {
        guard let root = try YAMLReader.root(of: prefix) else { continue }
        #expect(root.range.upperBound <= prefix.utf8.count)
      } catch .invalid(_, let offset) {
        #expect(offset <= prefix.utf8.count)
      }
    }
  }
}

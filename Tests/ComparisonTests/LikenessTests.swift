import Testing

@testable import Comparison

struct `Two sources` {
  /// Whether `difflib.SequenceMatcher(None, a, b, autojunk=False).ratio() > 0.7` in Python 3.11, with its value.
  static let cases: [(a: String, b: String, ratio: Double)] = [
    ("for i in range(3):\n    print(i, math.sqrt(i))", "for i in range(3):\n    print(i * 2)", 0.8),
    ("x = np.arange(12).reshape(3, 4)\nx", "x = np.ones(12).reshape(4, 3)\nx", 0.84375),
    ("print('sum', x.sum())", "total = x.sum()\nmean = x.mean()\ntotal, mean", 0.3125),
    ("print('sum', x.sum())", "print('the sum is', x.sum())", 0.8571428571428571),
    ("print('done')", "new1 = 87\nprint('new', new1)", 0.5365853658536586),
    ("model.fit(x, y, epochs=5)", "model.fit(x, y, epochs=10, batch_size=64)", 0.7272727272727273),
    ("model.fit(x, y, epochs=5)", "model.evaluate(x_test, y_test)", 0.5454545454545454),
    ("import numpy as np\nimport math", "import json", 0.3902439024390244),
    ("abcabcabcabc", "cbacbacbacba", 0.5),
    ("aaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaab", 0.8648648648648649),
    ("x = 1\nx + 1\nx + 2", "x = 1\nx + 2\nx + 1", 0.8823529411764706),
    (" accbaaac\n ab\n\n  ", "d acbaaa\nab\n\nd  ", 0.8484848484848485),
    ("\n c\nbbbc a\n ", "\n c\ndbcbbc a\nc ", 0.8888888888888888),
    ("bb  aaac \n\nc bbacbc b c\n", "b b a\nc \nd\nc bbacbc db \n", 0.8333333333333334),
    ("   bc\na \nb", " bbddab \nb", 0.6),
    ("a\nc\nb aa\n cbcbbcccabccbcbcbaa", "a\nc\nb caa \nbacbcccabccbcbcba", 0.8421052631578947),
    ("b\nb  c c\nb  cca bac\nb a", "b\nb  b cb  ccac bac\nb \na", 0.8936170212765957),
    (
      "cb\nabb\n \nc\ncaaa\nac\n \nba a\na  aa\nccb",
      "cb\nabbb \nc\ncaaa\nac\nc \nba c\nac  aa\ncccb", 0.9041095890410958
    ),
    ("a\nb bbb c  \naba a\nac\nc\n", "a\nb babb c \naba \nac\nc", 0.9090909090909091),
    (
      " \nc\n \nc\n\nccb \n  bca\nb\nb  b\n \naacb   b a",
      " a\nc\n \n\n\ncb \n  bca\nb\na\nb bb\nc \nadbaacb   bd a", 0.8571428571428571
    ),
  ]

  @Test(arguments: cases.indices)
  func `are alike where more than seven tenths of them are the same`(index: Int) {
    let (a, b, ratio) = Self.cases[index]
    #expect(SourceLikeness(a).isLike(SourceLikeness(b), 0.7) == (ratio > 0.7))
    let stretches = SharedStretches(Array(a.utf8), Array(b.utf8)) { _ in 1 }
    let own = 2 * Double(stretches.size) / Double(a.utf8.count + b.utf8.count)
    #expect(abs(own - ratio) < 1e-9)
  }

  @Test(arguments: [("x = 1", "print()", true), ("", "x", false), ("", "", true)])
  func `of a few characters are alike where both have any`(a: String, b: String, isLike: Bool) {
    #expect(SourceLikeness(a).isLike(SourceLikeness(b), 0.7) == isLike)
  }

  @Test func `that are long are compared by lines`() {
    let lines = (0..<400).map { "print(\($0 * 7919 % 1000))" }
    let source = SourceLikeness(lines.joined(separator: "\n"))
    var (edited, other) = (lines, lines)
    for line in 0..<100 { edited[line * 4] = "x = \(line)" }
    for line in 0..<160 { other[line * 2] = "raise ValueError(\(line))" }
    #expect(source.isLike(SourceLikeness(edited.joined(separator: "\n")), 0.7))
    #expect(!source.isLike(SourceLikeness(other.joined(separator: "\n")), 0.7))
  }
}

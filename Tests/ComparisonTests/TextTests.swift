import Comparison
import Testing

struct `The edits of a list` {
  private static let lists: [[String]] = [
    [], ["a"], ["b"], ["a", "b"], ["b", "a"], ["a", "a"], ["a", "b", "a"],
    ["a", "b", "c", "d"], ["d", "c", "b", "a"], ["x", "b", "c", "y"],
  ]

  @Test(arguments: lists, lists)
  func `make the second of the first`(a: [String], b: [String]) {
    var (first, second): ([String], [String]) = ([], [])
    for edit in SequenceEdit.edits(a, b) {
      switch edit {
      case .kept(let item):
        first.append(item)
        second.append(item)
      case .removed(let item): first.append(item)
      case .added(let item): second.append(item)
      }
    }
    #expect(first == a)
    #expect(second == b)
  }

  @Test(arguments: ["", " ", "one", "one two", "  one\ttwo  ", "é 中 👩‍👩‍👧 x"])
  func `are of words that join to the line again`(line: String) {
    #expect(SequenceEdit.words(line).joined() == line)
  }
}

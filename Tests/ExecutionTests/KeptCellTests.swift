import Diagnostics
import Execution
import Foundation
import RunRecords
import Testing

/// Cells whose outputs were kept, and that run again for what later ones need of them.
extension `Keras cells` {
  /// A data set that no name in the code tells of, so that the key stays when it goes.
  private static let loading =
    "from keras import datasets\n(x, y), _ = getattr(datasets, 'mn' + 'ist').load_data()"

  private func removeData() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasSuffix("ubyte") {
      try FileManager.default.removeItem(atPath: "\(folder.path)/\(name)")
    }
  }

  @Test(arguments: ["python", "python {.keras expect_error=FileNotFoundError}"])
  func `a kept cell that fails now is told, whatever the cell that needs it expects`(
    fence: String
  ) throws {
    let text = cells(Self.loading, "x.shape", "print(1)")
    #expect(try run(text, cached: true).tasks.map(\.status) == [.ok, .ok, .ok])
    try removeData()
    let edited = text.replacing("```python\nx.shape", with: "```\(fence)\nx.shape[0]")
    let result = try run(edited, cached: true)
    let failure = try #require(result.failure?.failure)
    #expect(failure.code == "kept-cell-fails" && failure.cause == .world)
    #expect(failure.message.english.hasPrefix("the cell 'keras-1', whose outputs were kept, fails"))
    #expect(failure.message.portuguese.hasPrefix("a célula 'keras-1', cujas saídas estavam"))
    let start = try #require(failure.place?.lowerBound)
    #expect(String(decoding: Array(text.utf8)[start...], as: UTF8.self).hasPrefix("(x, y), _ ="))
    #expect(result.tasks.map(\.status) == [.cached, .error])
  }

  @Test func `a kept cell that fails now doesn't matter to those that it can't reach`() throws {
    let text = cells(Self.loading, "x.shape", "print(1)")
    _ = try run(text, cached: true)
    try removeData()
    let result = try run(text.replacing("print(1)", with: "print(2)"), cached: true)
    #expect(result.failure == nil)
    #expect(texts(result, "keras-3") == "2\n")
  }

  /// Parts of messages that have words of their own in the lesson's language.
  @Test(arguments: [
    "outline", "line", "in", "baseline_in_error", "sample", "layer", "names", "linha", "em",
  ])
  func `names of the author's stay as they are in another language`(word: String) throws {
    let name = word == "in" ? "in_" : word
    let source = "def \(name)(x):\n    raise ValueError('\(word): line 1, in \(word)')\n\(name)(1)"
    let text = cells(source).replacing("---\ncaderno", with: "---\nlang: pt-BR\ncaderno")
    let result = try run(text)
    let message = try #require(result.failure?.failure.message.portuguese)
    #expect(
      message == "\(word): line 1, in \(word) (keras-1 linha 3; keras-1 linha 2, in \(name))")
  }
}

import Execution
import Foundation
import Testing

struct `The page on Keras cells` {
  private static let marker =
    "<!-- From here on the page is made from the program's own modules. -->\n"

  /// With CADERNO_RECORD set the list is written anew, and the test fails on purpose.
  @Test func `lists what the program has`() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("docs/keras.md")
    let page = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let head = try #require(page.components(separatedBy: Self.marker).first)
    let made = head + Self.marker + "\n" + CellReference.markdown
    if ProcessInfo.processInfo.environment["CADERNO_RECORD"] != nil {
      try Data(made.utf8).write(to: file)
      Issue.record("recorded")
    }
    #expect(page == made)
  }
}

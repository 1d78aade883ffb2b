import Execution
import Foundation
import Testing
import TestSupport

struct `The page on Keras cells` {
  private static let marker =
    "<!-- From here on the page is made from the program's own modules. -->\n"

  /// With CADERNO_RECORD set the list is written anew, and the test fails on purpose.
  @Test func `lists what the program has`() throws {
    let file = Project.file("docs/keras.md")
    let page = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let head = try #require(page.components(separatedBy: Self.marker).first)
    let made = head + Self.marker + "\n" + CellReference.markdown
    try GoldenFile.expect(made, at: file)
  }
}

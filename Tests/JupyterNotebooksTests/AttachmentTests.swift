import JSON
import Testing

@testable import JupyterNotebooks

@Suite struct AttachmentTests {
  private static let kept: JSONObject = [
    "a.png": .object(["file": .string("l.files/c-a.png"), "type": .string("image/png")]),
    "a.png2": .object(["file": .string("l.files/c-a.png2"), "type": .string("image/png")]),
    "b c": .object([
      "file": .string("l.files/c-b-c.png"), "type": .string("image/png"), "as": .string("b%20c"),
    ]),
    "missing": .object(["file": .string("l.files/none.png"), "type": .string("image/png")]),
    "whole": .object(["image/png": .string("AA==")]),
  ]

  @Test(arguments: [
    ("", ""), ("l.files/c-a.png", "attachment:a.png"),
    ("x l.files/c-b-c.png", "x attachment:b%20c"),
    ("l.files/c-a.pngl.files/c-a.png é", "attachment:a.pngattachment:a.png é"),
    ("l.files/c-l.files/c-a.png", "l.files/c-attachment:a.png"),
    ("l.files/c-a.pn", "l.files/c-a.pn"),
    // The first of the list counts where several begin at one place.
    ("l.files/c-a.png2", "attachment:a.png2"),
  ])
  func `paths become attachments again, and parts say which`(source: String, cell: String) {
    let restored = AttachmentFiles.restore(Self.kept, in: source) {
      $0 == "l.files/none.png" ? nil : [0]
    }
    #expect(restored.source == cell)
    #expect(restored.missing == ["l.files/none.png"])
    #expect(restored.attachments["whole"] == Self.kept["whole"])
    let parts = AttachmentFiles.parts(of: source, Self.kept)
    #expect(parts.map(\.text).joined() == source)
    #expect(parts.map(\.count).reduce(0, +) == cell.utf8.count)
  }

  @Test func `finding paths costs as much as the text is long, however many there are`() {
    func steps(_ count: Int) -> (steps: Int, bytes: Int) {
      let paths = (0..<count).map { "lesson.files/cell-picture-\($0).png" }
      let text = (paths + paths).map { "![a picture](\($0)) and words\n" }.joined()
      var finder = PathFinder(paths)
      let parts = finder.parts(of: text)
      #expect(parts.compactMap(\.path) == Array(0..<count) + Array(0..<count))
      return (finder.steps, text.utf8.count)
    }
    for count in [1, 10, 100, 1000] {
      let (steps, bytes) = steps(count)
      #expect(steps <= 2 * bytes)
    }
  }
}

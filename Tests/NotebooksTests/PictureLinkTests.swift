import Diagnostics
import Testing

@testable import Notebooks

/// Pictures that prose names.
@Suite struct PictureLinkTests {
  private func pictures(_ text: String) -> [PictureLink] {
    Notebook(
      source: SourceText(file: "l.md", bytes: Array(text.utf8)),
      vocabulary: vocabulary
    ).pictures
  }

  private func text(_ range: Range<Int>, _ text: String) -> String {
    String(decoding: Array(text.utf8)[range], as: UTF8.self)
  }

  @Test(arguments: [
    ("![a](x.png)", "x.png", "![a](x.png)", ""),
    (
      "a `![no](y.png)` ![b *c*](<a b.png> \"t (1)\") d", "a b.png",
      "![b *c*](<a b.png> \"t (1)\")", ""
    ),
    ("- x\n  ![a](x.png){width=50%} y", "x.png", "![a](x.png)", "{width=50%}"),
    ("![a][r]\n\n[r]: x.png", "x.png", "![a][r]", ""),
    ("![r]\n\n[r]: x.png", "x.png", "![r]", ""),
    ("\\![no](y.png) [![in](x.png)](z)", "x.png", "![in](x.png)", ""),
    ("![a(](x(1).png) {not=these}", "x(1).png", "![a(](x(1).png)", ""),
    // What isn't found one by one stands for the paragraph's first line.
    ("![no](<y ![a](x.png)", "x.png", "![no](<y ![a](x.png)", ""),
  ])
  func `are found where they stand`(
    _ markdown: String, _ address: String, _ place: String, _ attributes: String
  ) throws {
    let found = pictures(markdown)
    #expect(found.map(\.address) == [address])
    let link = try #require(found.first)
    #expect(text(link.range, markdown) == place)
    #expect(link.attributes.map { text($0, markdown) } ?? "" == attributes)
  }

  @Test func `among outputs are none of the author's`() {
    let text = """
      ![a](x.png)

      ```yaml {.d #a}
      ```

      <!-- caderno:out id=a key=0 -->
      ![figure](l.files/a.svg)
      <!-- /caderno:out sum=0 -->

      """
    #expect(!pictures(text).isEmpty)
  }

  @Test func `cost linear time where brackets never close`() {
    let hostile = String(repeating: "![a](", count: 20_000)
    #expect(pictures(hostile).isEmpty)
  }
}

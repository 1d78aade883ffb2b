import Testing
import TestSupport

@Suite(.enabled(if: SpecificationExample.areThere))
struct `Writing over the CommonMark specification` {
  @Test(arguments: SpecificationExample.all)
  func `changes no byte of an example alone`(example: SpecificationExample) throws {
    try checkLaws(Array(example.markdown.utf8))
  }

  @Test(arguments: SpecificationExample.all)
  func `changes no byte with a directive before and after it`(
    example: SpecificationExample
  ) throws {
    let before = "```yaml {.fit #before}\nepochs: 5\n```\n"
    let after = "~~~yaml {.fit #after}\n~~~"
    for gap in ["", "\n"] {
      let text = before + gap + example.markdown + gap + after
      try checkLaws(Array(text.utf8))
      let windows = text.split(separator: "\n", omittingEmptySubsequences: false)
      try checkLaws(Array(windows.joined(separator: "\r\n").utf8))
    }
  }
}

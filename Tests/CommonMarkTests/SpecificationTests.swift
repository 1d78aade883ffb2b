import CommonMark
import Testing
import TestSupport

@Suite(.enabled(if: SpecificationExample.areThere))
struct `The CommonMark specification` {
  @Test
  func `has all its 652 examples`() {
    #expect(SpecificationExample.all.count == 652)
  }

  @Test(arguments: SpecificationExample.all)
  func `gives the HTML of each example`(example: SpecificationExample) {
    var renderer = HTMLRenderer()
    renderer.isSafe = false
    renderer.hasExtensions = false
    #expect(renderer.html(example.markdown) == example.html)
  }
}

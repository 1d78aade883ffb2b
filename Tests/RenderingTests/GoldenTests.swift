import Testing

@testable import Rendering

@Suite struct `Golden lessons` {
  @Test(arguments: RendererCatalog.all.map { $0.name })
  func `every format renders what is expected`(format: String) throws {
    let golden = try GoldenCase("lesson")
    for file in try golden.files(format) {
      let expected = try golden.expected(file)
      #expect(file.bytes == expected, "\(file.path) differs; CADERNO_RECORD=1 records it anew")
    }
    #expect(!GoldenCase.isRecording, "recorded, not compared")
  }

  @Test(arguments: RendererCatalog.all.map { $0.name })
  func `rendering twice gives the same bytes`(format: String) throws {
    let golden = try GoldenCase("lesson")
    #expect(try golden.files(format) == golden.files(format))
  }

  @Test func `names of formats are unique`() {
    #expect(Set(RendererCatalog.all.map { $0.name }).count == RendererCatalog.all.count)
  }
}

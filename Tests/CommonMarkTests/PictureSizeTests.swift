import Testing

@testable import CommonMark

/// Sizes behind pictures, whose lengths are those of Pandoc 3.9.
@Suite struct PictureSizeTests {
  @Test(
    arguments: [
      ("{width=50%}", PictureSize.Length.percent(50), nil), ("{width=\"50%\"}", .percent(50), nil),
      ("{width=300}", .pixels(300), nil),
      ("{ width=300px height=2in .left #a }", .pixels(300), .pixels(192)),
      ("{width=2.54cm}", .pixels(96), nil), ("{width=10mm}", .pixels(38), nil),
      ("{height=10em}", nil, .pixels(160)), ("{width=0%}", .percent(1), nil),
      ("{width=500%}", .percent(100), nil), ("{width=1e9}", nil, nil),
      ("{width=9999999}", .pixels(10_000), nil),
      ("{width=3furlong}", nil, nil), ("{.left}", nil, nil),
    ] as [(String, PictureSize.Length?, PictureSize.Length?)])
  func `are lengths`(
    _ text: String, _ width: PictureSize.Length?, _ height: PictureSize.Length?
  ) throws {
    let size = try #require(PictureSize(text))
    #expect(size.width == width)
    #expect(size.height == height)
  }

  @Test(arguments: ["{}", "{ }", "{a}", "{width}", "width=50%", "{width=50%", "{see (1)}"])
  func `are nothing else in braces`(_ text: String) { #expect(PictureSize(text) == nil) }

  @Test(arguments: [
    ("![a](x){width=50%}", "<p>[a 50]</p>\n"), ("![a](x){width=50%} b", "<p>[a 50] b</p>\n"),
    ("![a](x) {width=50%}", "<p>[a -] {width=50%}</p>\n"),
    ("![a](x){b}", "<p>[a -]{b}</p>\n"), ("![a](x)", "<p>[a -]</p>\n"),
    ("![a](x){width=50%}![b](y){width=20%}", "<p>[a 50][b 20]</p>\n"),
    ("*![a](x){width=50%}*", "<p><em>[a 50]</em></p>\n"),
    ("# ![a](x){width=50%}", "<h1 id=\"section\">[a 50]</h1>\n"),
    ("| a |\n|---|\n| ![a](x){width=50%} |", "<td>[a 50]</td>"),
  ])
  func `belong to the picture before them`(_ markdown: String, _ html: String) {
    var renderer = HTMLRenderer()
    renderer.image = { picture in
      if case .percent(let share) = picture.size.width { return "[\(picture.alt) \(share)]" }
      return "[\(picture.alt) -]"
    }
    #expect(renderer.html(markdown).contains(html))
  }
}

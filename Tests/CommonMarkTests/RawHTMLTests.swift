import CommonMark
import Testing

@Suite struct `An author's HTML` {
  @Test(arguments: [
    HTMLCase(
      "goes on over Markdown", "<details>\n<summary>S *x*</summary>\n\n**m**\n\n</details>\n\nend",
      "<details>\n<summary>S *x*</summary>\n<p><strong>m</strong></p>\n</details>\n<p>end</p>\n"),
    HTMLCase(
      "ends with the node it began in", "- <div>\n\n  a <b>b *c <i>d* e\n\nf</div>",
      "<ul>\n<li>\n<div>\n<p>a <b>b <em>c <i>d</i></em> e</b></p>\n</div></li>\n</ul>\n<p>f</p>\n"),
    HTMLCase(
      "closes nothing of Markdown's", "</p></blockquote>\n\n> </blockquote>\n\n*a</em> b*",
      "<p></p>\n<blockquote>\n</blockquote>\n<p><em>a b</em></p>\n"),
    HTMLCase(
      "has tables with Markdown in them",
      "<table><tr><td align=CENTER colspan=2 rowspan=x>\n\n*a*\n\n</td></tr></table>",
      "<table><tbody><tr><td class=\"center\" colspan=\"2\">\n<p><em>a</em></p>\n"
        + "</td></tr></tbody></table>\n"),
    HTMLCase(
      "has no Markdown between a table and its rows", "<table>\n\na\n\n</table>",
      "<table>\n</table>\n<p>a</p>\n"),
    HTMLCase(
      "ends a table that it can't stand in", "<table>\n\n<div>a</div>\n\n</table>",
      "<table>\n</table><div>a</div>\n"),
    HTMLCase(
      "is text where it isn't shown", "<form><button name=x>go</button></form>\n\na <font>b</font>",
      "go\n<p>a b</p>\n"),
    HTMLCase(
      "says nothing in scripts and style sheets",
      "<style>a</style><svg><script>b</script><text>c</text></svg>\n\nd<script>*e* <b></script>f",
      "c\n<p>df</p>\n"),
    HTMLCase(
      "has ids that nothing else has",
      "<div><a id=x></a><p id=x>a</p><p id='out:y'>b</p></div>\n\n# x",
      "<div><a id=\"x\"></a><p>a</p><p>b</p></div>\n<h1 id=\"x-1\">x</h1>\n"),
    HTMLCase(
      "has harmless addresses alone",
      "<a href='java&#9;script:x' title=t>a</a> <img src=data:text/html,x alt=b width=9 height=8px>",
      "<p><a title=\"t\">a</a> <img width=\"9\" src=\"\" alt=\"b\" /></p>\n"),
    HTMLCase(
      "has no link within a link", "<a href=/a>b [c](/d)</a> [e <a href=/f>g</a>](/h)",
      "<p><a href=\"/a\">b c</a> <a href=\"/h\">e g</a></p>\n"),
    HTMLCase(
      "leads to sounds and films beside the page",
      "<video src=a.mp4>x</video> <audio src=//b></audio>",
      "<p><a href=\"a.mp4\">Video: a.mp4</a>x Audio: //b</p>\n"),
    HTMLCase(
      "is centered by a class", "<center><b>a</b></center>",
      "<div class=\"center\"><b>a</b></div>\n"),
  ])
  func `is shown as far as it does no harm`(example: HTMLCase) {
    var renderer = HTMLRenderer()
    let html = renderer.html(example.markdown)
    #expect(html + renderer.closeHTML() == example.html)
  }

  @Test func `goes on over several pieces, and ends with the page`() {
    var renderer = HTMLRenderer()
    #expect(renderer.html("<details>\n<summary>a</summary>\n\n").hasPrefix("<details>"))
    #expect(renderer.htmlApart("b</details> <div>\n\n<div>") == "<p>b </p>\n<div>\n</div>")
    #expect(renderer.html("</details>\n\n<div>").contains("</details>"))
    #expect(renderer.closeHTML() == "</div>")
  }

  @Test func `asks the hook for images, and gives them their size`() {
    var renderer = HTMLRenderer()
    renderer.image = { "<img src=\"\($0.address)!\" alt=\"\($0.alt)|\($0.title)\">" }
    #expect(
      renderer.html("<img src=a.png alt=b title=c width=20>")
        == "<img width=\"20\" src=\"a.png!\" alt=\"b|c\">\n")
  }

  /// What would cost the parser too much is shown as text, as all HTML once was.
  @Test(arguments: [
    String(repeating: "<div>", count: 513),
    "<div " + (0..<300).map { "a\($0)=b" }.joined(separator: " ") + ">",
    "<div>" + String(repeating: "x", count: 1 << 20),
    "<p>" + (0..<400).map { "<b a=\($0)>" }.joined() + String(repeating: "<p>x", count: 20_000),
  ])
  func `is text where it costs too much`(html: String) {
    var renderer = HTMLRenderer()
    #expect(renderer.html(html).hasPrefix("<p class=\"raw\">"))
  }

  /// Whatever stands there, tags are balanced.
  @Test(arguments: 0..<200)
  func `is balanced`(seed: Int) {
    let parts = [
      "<details>", "</details>", "<b>", "</b>", "<p>", "</p>", "<table>", "<td>", "</table>",
      "<li>",
      "</li>", "<script>", "</script>", "<template>", "<a href=x>", "</a>", "<svg>", "\n\n",
      "\n\n- ",
      "\n\n> ", "*", "[", "](/u)", "a", "<!-- ", "-->", "[^1]", "<select>", "<div>", "<tr>",
      "<textarea>", "\n\n[^1]: ", "<video>",
    ]
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    let markdown = (0..<30).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return parts[Int(state >> 33) % parts.count]
    }.joined()
    var renderer = HTMLRenderer()
    let html = renderer.html(markdown) + renderer.closeHTML() + renderer.footnoteSection()
    var open: [Substring] = []
    for match in html.matches(of: #/<(\/?)([a-z0-9]+)[^<>]*?(\/?)>/#) {
      if match.output.1 == "/" {
        #expect(open.popLast() == match.output.2, "\(markdown)")
      } else if match.output.3 != "/", match.output.2 != "input" {
        open.append(match.output.2)
      }
    }
    #expect(open.isEmpty, "\(markdown)")
  }
}

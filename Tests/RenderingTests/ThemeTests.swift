import Diagnostics
import Digests
import Foundation
import Testing
import TestSupport
import Texts

@testable import Rendering

@Suite struct `A page's theme` {
  private static func findings(_ css: String) -> [String] {
    let source = SourceText(file: "t.css", bytes: Array(css.utf8))
    return ThemeReader.findings(in: source).map {
      "\(source.position(at: $0.range.lowerBound).line): \($0.message.english) [\($0.code)]"
    }
  }

  private static func page(_ css: String) throws -> String {
    var lesson = Sample.lesson("# A lesson\n\n> quoted\n")
    lesson.theme = try Theme(SourceText(file: "t.css", bytes: Array(css.utf8)))
    return String(decoding: HTMLPageRenderer().files(for: lesson)[0].bytes, as: UTF8.self)
  }

  private static func sheet(of page: String) throws -> Substring {
    let start = try #require(page.firstRange(of: "<style>")).upperBound
    return page[start..<(try #require(page.firstRange(of: "</style>"))).lowerBound]
  }

  @Test func `stands behind the page's own rules, and the policy has the digest of both`() throws {
    let page = try Self.page(":root{--link:#a00}\n")
    let sheet = try Self.sheet(of: page)
    #expect(sheet.hasSuffix(":root{--link:#a00}\n"))
    let digest = Base64.text(SHA256Digest(of: String(sheet)).bytes)
    #expect(page.contains("style-src 'sha256-\(digest)';"))
  }

  @Test func `has line ends as browsers read them, and no byte order mark`() throws {
    let sheet = try Self.sheet(of: try Self.page("\u{FEFF}a{}\r\nb{}\rc{}\n"))
    #expect(sheet.hasSuffix("\na{}\nb{}\nc{}\n"))
  }

  @Test(arguments: [
    "p::before{content:\"url(x) @import \\\" \\3C/a\"}", "a{b:'\\75\n url(x)'}",
    "a{b:'\\\n url(x)'}",
    "/* url(x) @font-face */ p{color:red}", "a{--src:1;--url:2}", ".url (a){}", ".image{width:1px}",
    "@media (width < 40rem){p{margin:0}}", "p{width:calc(1px + var(--url))}", "\u{1F600}{}", "",
    "p{background:linear-gradient(red,blue)}", "@keyframes import{from{top:0}}", "/* open",
    "\"open",
  ])
  func `may be whatever loads nothing`(css: String) throws {
    #expect(Self.findings(css) == [])
    #expect(try Self.sheet(of: try Self.page(css)).hasSuffix(css))
  }

  @Test(arguments: [
    ("a{\n  b: URL( x )}", "2: 'url()' can't stand in a theme: a page loads nothing [theme-loads]"),
    (
      "a{b:'\\75\n' url(x) '}",
      "2: 'url()' can't stand in a theme: a page loads nothing [theme-loads]"
    ),
    ("a{b:'\n url(x) '}", "2: 'url()' can't stand in a theme: a page loads nothing [theme-loads]"),
    ("@IMPORT 'x'", "1: '@import' can't stand in a theme: a page loads nothing [theme-loads]"),
    ("@font-face{}", "1: '@font-face' can't stand in a theme: a page loads nothing [theme-loads]"),
    (
      "a{b:-webkit-image-set('x' 1x)}",
      "1: '-webkit-image-set()' can't stand in a theme: a page loads nothing [theme-loads]"
    ),
    ("a{b:\\75 r\\6C(x)}", "1: 'url()' can't stand in a theme: a page loads nothing [theme-loads]"),
    (
      "/* </STYLE> */",
      "1: '</' can't stand in a theme: it ends a page's style sheet [theme-markup]"
    ),
    ("a\0", "1: a theme has no character U+0000 [theme-character]"),
    (
      String(repeating: "a", count: 65_537),
      "1: this has 65 KiB, and a theme has at most 64 [theme-too-large]"
    ),
  ])
  func `is refused with the place and the reason`(css: String, finding: String) {
    #expect(Self.findings(css) == [finding])
    #expect(throws: ThemeRefusal.self) {
      try Theme(SourceText(file: "t.css", bytes: Array(css.utf8)))
    }
  }

  /// What loads is found in whatever spelling and surroundings; in strings and comments it is text.
  @Test func `is refused for what loads, however it is spelled, and for nothing else`() {
    var random = SplitMix(seed: 17)
    for _ in 0..<3000 {
      let name =
        ["url", "src", "image", "image-set", "cross-fade", "@import", "@font-face"]
        .randomElement(using: &random) ?? ""
      let isRule = name.hasPrefix("@")
      let spelled =
        (isRule ? "@" : "")
        + name.drop { $0 == "@" }.map { Self.spelled($0, &random) }.joined()
        + (isRule ? " 'x'" : "(x)")
      let harmless = ["a{b:\(spelled.count)}", "", "/* \" */", "'/*'", "\"\\\"\"", "a[b='c']{}"]
      let before = harmless.randomElement(using: &random) ?? ""
      let (around, loads) =
        [(("", ""), true), (("/*", "*/"), false), (("'", "'"), false), (("\"\\'", "\""), false)]
        .randomElement(using: &random) ?? (("", ""), true)
      let text = spelled.replacing("'", with: loads ? "'" : "")
      let css = "\(before) \(around.0)\(text)\(around.1)\n\(harmless[0])"
      #expect(Self.findings(css).isEmpty != loads, "\(css)")
    }
  }

  /// The variables of which the documentation tells are those that pages have.
  @Test func `may set the variables that are documented`() throws {
    let text = try String(contentsOf: Project.file("docs/notebook-format.md"), encoding: .utf8)
    let start = try #require(text.range(of: "\n## Themes\n")).upperBound
    let part = text[start..<(try #require(text.range(of: "\n## Formulas\n"))).lowerBound]
    let named = part.matches(of: /`(--[a-z0-9]+)`/).map { String($0.1) }
    let own = try Self.sheet(of: try Self.page("")).matches(of: /(--[a-z0-9]+):/)
      .map { String($0.1) }
    let colors = Palette.terminal.indices.map { "--t\($0)" }
    #expect(named.contains("--t0") && named.contains("--t\(colors.count - 1)"))
    #expect(Set(named).union(colors) == Set(own))
  }

  private static func spelled(_ letter: Character, _ random: inout SplitMix) -> String {
    let code = letter.unicodeScalars.first?.value ?? 0
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return letter.uppercased()
    case 1: return "\\" + String(code, radix: 16) + [" ", "\n", "\t", "\r\n"][Int(code % 4)]
    case 2:
      let digits = String(code, radix: 16)
      return "\\" + String(repeating: "0", count: 6 - digits.count) + digits
    default: return String(letter)
    }
  }
}

import Foundation
import Testing

/// Where a page's theme comes from, and what keeps it from being one.
struct `A lesson's theme` {
  private static func lesson(_ theme: String, lang: String = "en") -> String {
    "---\nlang: \(lang)\ntheme: \(theme)\n---\n\n\(Lessons.summary)"
  }

  private static let red = "h1{color:#b00}\n"
  private static let blue = "h1{color:#00b}\n"

  @Test func `is a file of the lesson's folder, in pages alone`() throws {
    let folder = try LessonFolder(["l.md": Self.lesson("css/own.css"), "css/own.css": Self.red])
    #expect(folder.caderno("run", "l.md").status == 0)
    #expect(folder.caderno("render", "l.md").status == 0)
    #expect(try folder.text("l.html").contains(Self.red + "</style>"))
    #expect(folder.caderno("run", "l.md", "-o", "out/", "--to", "html,md").status == 0)
    #expect(try folder.text("out/l.html").contains(Self.red + "</style>"))
    #expect(try !folder.text("out/l.md").contains(Self.red))
  }

  @Test func `is that of the command line first, wherever it lies`() throws {
    let other = try LessonFolder(["school.css": Self.blue])
    let folder = try LessonFolder(["l.md": Self.lesson("own.css"), "own.css": Self.red])
    let theme = other.path + "/school.css"
    #expect(folder.caderno("run", "l.md", "-o", "l.html", "--theme", theme).status == 0)
    #expect(try folder.text("l.html").contains(Self.blue + "</style>"))
    #expect(folder.caderno("render", "l.md", "-o", "r.html", "--theme", theme).status == 0)
    #expect(try folder.text("r.html").contains(Self.blue + "</style>"))
    let refused = folder.caderno("run", "l.md", "--theme", theme)
    #expect(refused.status == 64 && refused.errors.contains("--theme needs --output"))
  }

  @Test func `is another program's where it is no CSS file`() throws {
    let folder = try LessonFolder(["l.md": Self.lesson("gaia")])
    #expect(folder.caderno("lint", "l.md").status == 0)
    #expect(folder.caderno("run", "l.md", "-o", "l.html").status == 0)
  }

  @Test func `is named by a rule for make`() throws {
    let folder = try LessonFolder(["l.md": Self.lesson("own.css"), "own.css": Self.red])
    #expect(folder.caderno("run", "l.md", "-o", "l.html", "--depfile", "l.d").status == 0)
    #expect(try folder.text("l.d") == "l.html: l.md \\\n  own.css\n")
  }

  @Test(arguments: [
    (
      "none.css",
      "l.md:3:8: error: the theme 'none.css' is not read: No such file or directory [file-missing]"
    ),
    (
      "../up.css",
      "l.md:3:8: error: the theme '../up.css' is not read: only what is inside the lesson's folder is used, "
        + "by a path without '..' [outside-folder]"
    ),
    (
      "link.css",
      "l.md:3:8: error: the theme 'link.css' is not read: this is a link, and none is followed beside a lesson "
        + "[link-in-the-way]"
    ),
    (
      "large.css",
      "l.md:3:8: error: the theme 'large.css' is not read: this has more than 64 KiB [file-too-large]"
    ),
    (
      "loads.css",
      "loads.css:2:17: error: 'url()' can't stand in a theme: a page loads nothing [theme-loads]"
    ),
    (
      "ends.css",
      "ends.css:1:1: error: '</' can't stand in a theme: it ends a page's style sheet [theme-markup]"
    ),
  ])
  func `is refused before anything runs`(name: String, finding: String) throws {
    let folder = try LessonFolder([
      "l.md": Self.lesson(name), "large.css": String(repeating: "a{}\n", count: 20_000),
      "loads.css": "p{color:red}\nbody{background:url(x.png)}\n", "ends.css": "</style>",
    ])
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link.css", withDestinationPath: "loads.css")
    for arguments in [["lint", "l.md"], ["run", "l.md", "-o", "l.html"]] {
      let result = folder.start(arguments).finish()
      #expect(result.status == 2)
      #expect(result.errors.components(separatedBy: "\n").first == finding)
    }
    #expect(!folder.exists("l.html") && !folder.exists(".caderno/runs"))
    // In the lesson itself there is no page.
    #expect(folder.caderno("run", "l.md").status == 0)
    #expect(folder.caderno("render", "l.md").status == 2)
  }

  @Test func `is refused in the lesson's language`() throws {
    let folder = try LessonFolder([
      "l.md": Self.lesson("t.css", lang: "pt"), "t.css": "@import 'x';",
    ])
    let errors = folder.caderno("lint", "l.md").errors
    #expect(
      errors.hasPrefix(
        "t.css:1:1: erro: '@import' não pode estar num tema: uma página não carrega nada [theme-loads]\n"
      ))
  }
}

import Foundation
import Testing

/// Files that a stranger ships beside a lesson: nothing outside the lesson's folder is written, removed
/// or read, and whatever stands in the way is named.
struct `A stranger's folder` {
  private static let words = "this is a link, and none is followed beside a lesson"

  @Test func `keeps its records apart from what their ids say`() throws {
    let hostile = try HostileFolder()
    hostile.caderno("run", "lesson/lesson.md")
    let id = hostile.folder.shell("ls lesson/.caderno/runs").output.dropLast()
    let record = try hostile.folder.text("lesson/.caderno/runs/\(id)/record.json")
      .replacingOccurrences(of: id, with: "../../../victim")
    for number in 100..<218 {
      try hostile.ship(record, as: ".caderno/runs/20000101-000000-000\(number)-0000/record.json")
    }
    let result = hostile.caderno("run", "lesson/lesson.md")
    #expect(result.status == 0)
    #expect(hostile.isUnharmed)
    let message =
      "is passed over: the run record is damaged at id: its folder has another name [record-malformed]"
    #expect(result.errors.contains(message))
    #expect(hostile.folder.shell("ls lesson/.caderno/runs | wc -l").output.contains("120"))
  }

  @Test(arguments: [".caderno", ".caderno/runs", ".caderno/cache"])
  func `costs a run its record and its cache where they are links`(name: String) throws {
    let hostile = try HostileFolder(Lessons.drawing)
    try hostile.link(name, to: "victim")
    for command in ["run", "check", "accept", "history", "render"] {
      let result = hostile.caderno(command, "lesson/lesson.md")
      #expect(result.errors.contains("lesson/\(name)") || name.hasSuffix("cache"), "\(command)")
      #expect(
        result.status == (["run", "check"].contains(command) ? 0 : 2) || name.hasSuffix("cache"))
    }
    #expect(hostile.caderno("run", "lesson/lesson.md").errors.contains(Self.words))
    let cache = hostile.caderno("cache", "lesson", "--clear")
    let error = "caderno: error: lesson/\(name): \(Self.words) [link-in-the-way]\n"
    #expect(cache.errors == error || name.hasSuffix("runs"))
    #expect(hostile.isUnharmed)
  }

  @Test func `takes no lock through a link`() throws {
    let hostile = try HostileFolder()
    try hostile.link(".caderno/lesson.md.lock", to: "victim/new.lock")
    #expect(hostile.caderno("run", "lesson/lesson.md").status == 0)
    #expect(hostile.isUnharmed)
  }

  @Test(arguments: [
    ("lesson.files", "victim"), ("lesson.files", "victim/none"),
    ("lesson.files/p-figure.svg", "victim/keep.txt"), ("lesson.files/p-figure.svg", "victim/none"),
  ])
  func `gets no figure through a link`(name: String, target: String) throws {
    let hostile = try HostileFolder(Lessons.drawing)
    try hostile.link(name, to: target)
    let error =
      "caderno: error: lesson/\(name): cannot be written: \(Self.words) [link-in-the-way]\n"
    let result = hostile.caderno("run", "lesson/lesson.md")
    #expect(result.status == 3)
    #expect(result.errors.hasSuffix(error))
    #expect(try hostile.folder.text("lesson/lesson.md") == Lessons.drawing)
    #expect(hostile.isUnharmed)
  }

  @Test(arguments: ["page.html", "out"])
  func `gets no page through a link`(name: String) throws {
    let hostile = try HostileFolder(Lessons.drawing)
    hostile.caderno("run", "lesson/lesson.md")
    try hostile.link("lesson.html", to: "victim/keep.txt")
    try hostile.link("page.html", to: "victim/none.html")
    try hostile.link("out", to: "victim")
    let path = name == "out" ? "lesson/out/page.html" : "lesson/\(name)"
    for command in [["render"], ["render", "-o", path], ["run", "-o", path]] {
      let result = hostile.folder.start(command + ["lesson/lesson.md"]).finish()
      #expect(result.status == 3, "\(command)")
      #expect(result.errors.hasSuffix(": \(Self.words) [link-in-the-way]\n"), "\(command)")
    }
    for options in [
      ["history", "lesson/lesson.md", "--plot", path],
      ["check", "lesson/lesson.md", "--junit", path],
      ["diff", "lesson/lesson.md", "lesson/lesson.md", "--html", path],
      ["run", "lesson/lesson.md", "--depfile", path],
      ["convert", "lesson/lesson.md", path.replacingOccurrences(of: ".html", with: ".ipynb")],
    ] {
      if name == "out" || options[0] != "convert" {
        #expect(hostile.folder.start(options).finish().status == 3, "\(options)")
      }
    }
    #expect(hostile.isUnharmed)
  }

  @Test(arguments: ["run", "clean"])
  func `loses nothing that its regions name as theirs`(command: String) throws {
    let names = ["Docs", "notes.txt", "x-1.svg", "m-1.svg/..", "../victim/m-1.svg", "m-2.svg"]
    let hostile = try HostileFolder(
      Lessons.withRegion(
        names.map { "lesson.files/\($0)" }.joined(separator: ")\n![b]("), "/etc/hosts"))
    try hostile.ship("mine", as: "lesson.files/Docs/a.txt")
    try hostile.ship("mine", as: "lesson.files/notes.txt")
    try hostile.ship("mine", as: "lesson.files/x-1.svg")
    try hostile.ship("mine", as: "lesson.files/m-1.svg/a.txt")
    try hostile.link("lesson.files/m-2.svg", to: "victim/m-1.svg")
    let before = hostile.folder.shell("ls -R lesson/lesson.files").output
    #expect(hostile.caderno(command, "--force", "lesson/lesson.md").status == 0)
    #expect(hostile.folder.shell("ls -R lesson/lesson.files").output == before)
    #expect(hostile.isUnharmed)
  }

  @Test func `shows nothing from outside in a comparison`() throws {
    let hostile = try HostileFolder()
    let outside = [
      "../victim/keep.txt", "\(hostile.folder.path)/victim/keep.txt", "link.svg", "way/keep.svg",
      "%2e%2e/victim/keep.txt",
    ]
    for (name, text) in [("a", "A"), ("b", "B")] {
      let lesson = Lessons.withRegion(outside.joined(separator: ")\n![\(text)]("))
      try hostile.ship(lesson, as: "\(name).md")
    }
    try hostile.link("link.svg", to: "victim/keep.txt")
    try hostile.link("way", to: "victim/Docs")
    let result = hostile.caderno("diff", "lesson/a.md", "lesson/b.md", "--html", "page.html")
    #expect(result.status == 1)
    let inside = "only what is inside the lesson's folder is used, by a path without '..'"
    let place = "lesson/a.md:7:1: warning: the figure '"
    #expect(
      result.errors.contains(
        "\(place)../victim/keep.txt' is not read: \(inside) [outside-folder]\n"))
    #expect(
      result.errors.contains("\(place)link.svg' is not read: \(Self.words) [link-in-the-way]\n"))
    #expect(result.errors.split(separator: "\n").count { $0.contains(" is not read: ") } == 10)
    let page = try hostile.folder.text("page.html")
    #expect(!page.contains("<img"))
    #expect(!(page + result.output).contains(HostileFolder.secret))
    let check = hostile.caderno("check", "lesson/a.md")
    #expect(!(check.output + check.errors).contains(HostileFolder.secret))
  }

  @Test(arguments: ["../victim/m-1.svg", "link.svg", "way/keep.svg", "/etc/hosts"])
  func `puts nothing from outside into pages and notebooks`(path: String) throws {
    let hostile = try HostileFolder()
    try hostile.link("link.svg", to: "victim/m-1.svg")
    try hostile.link("way", to: "victim/Docs")
    let marker = """
      <!-- cell id=a {"attachments":{"a.svg":{"file":"\(path)","type":"image/svg+xml"}}} -->

      ![alternative](\(path))

      """
    try hostile.ship(marker + "\n" + Lessons.summary, as: "lesson.md")
    let words = "the attachment '\(path)' is not in the notebook's folder"
    let converted = hostile.caderno("convert", "lesson/lesson.md", "lesson/out.ipynb")
    #expect(converted.status == 2)
    #expect(
      converted.errors.contains("lesson/lesson.md:1:1: error: \(words) [attachment-missing]\n"))
    let run = hostile.caderno("run", "lesson/lesson.md", "-o", "page.html")
    #expect(run.status == 0)
    #expect(run.errors.contains("lesson/lesson.md:1:1: warning: \(words) [attachment-missing]\n"))
    let page = try hostile.folder.text("page.html")
    #expect(page.contains("alternative</span>"))
    #expect(!page.contains("<img"))
  }

  @Test func `gives up results alone when its cache is cleared`() throws {
    let hostile = try HostileFolder()
    let key = "0123456789abcdef"
    try hostile.ship("a result", as: ".caderno/cache/outputs/01/\(key).result")
    try hostile.ship("mine", as: ".caderno/cache/outputs/01/\(key)-1.result/a.txt")
    try hostile.ship("mine", as: ".caderno/cache/outputs/01/letter.result")
    try hostile.link(".caderno/cache/outputs/01/\(key)-2.result", to: "victim/keep.txt")
    try hostile.link(".caderno/cache/outputs/02", to: "victim")
    try hostile.link(".caderno/cache/training", to: "victim")
    let result = hostile.caderno("cache", "lesson", "--clear")
    #expect(result == ProgramResult(status: 0, errors: "gave up 1 of 1 results, 8 B\n"))
    #expect(
      hostile.folder.shell("ls lesson/.caderno/cache/outputs/01").output
        == "\(key)-1.result\n\(key)-2.result\nletter.result\n")
    #expect(hostile.isUnharmed)
  }

  @Test(arguments: ["../../../victim", "..", "/", "latest/../../../../victim"])
  func `names no run by a path`(id: String) throws {
    let hostile = try HostileFolder()
    hostile.caderno("run", "lesson/lesson.md")
    let result = hostile.caderno("diff", "lesson/lesson.md@\(id)", "lesson/lesson.md")
    #expect(result.status == 2)
    #expect(result.errors.contains("[unknown-run]"))
  }

  @Test func `has none of its linked lessons run`() throws {
    let hostile = try HostileFolder()
    try hostile.folder.write(Lessons.drawing, to: "victim/other.md")
    try hostile.link("other.md", to: "victim/other.md")
    let result = hostile.caderno("run", "lesson")
    #expect(result.status == 0)
    #expect(result.errors.contains("lesson.md") && !result.errors.contains("other.md"))
    #expect(try hostile.folder.text("victim/other.md") == Lessons.drawing)
  }

  @Test func `keeps temporary files that are no files of ours`() throws {
    let hostile = try HostileFolder()
    let name = ".caderno-99999999-1.tmp"
    try hostile.ship("mine", as: "\(name)/a.txt")
    try hostile.link(".caderno-99999999-2.tmp", to: "victim/keep.txt")
    _ = hostile.folder.shell("touch -h -d 2001-01-01T00:00:00 lesson/.caderno-*")
    hostile.caderno("run", "lesson/lesson.md")
    #expect(hostile.folder.exists("lesson/\(name)/a.txt"))
    #expect(hostile.folder.exists("lesson/.caderno-99999999-2.tmp"))
    #expect(hostile.isUnharmed)
  }
}

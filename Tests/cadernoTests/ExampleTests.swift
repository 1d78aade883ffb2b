import Foundation
import Testing

/// What the README and the documentation show is what works when it is copied.
struct `An example` {
  /// The lessons in fences of Markdown, by file and number; a region alone is no lesson.
  static let lessons: [(name: String, text: String)] = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let docs = (try? FileManager.default.contentsOfDirectory(atPath: root.path + "/docs")) ?? []
    let files = ["README.md"] + docs.filter { $0.hasSuffix(".md") }.sorted().map { "docs/\($0)" }
    return files.flatMap { file -> [(String, String)] in
      let text = (try? String(contentsOf: root.appendingPathComponent(file), encoding: .utf8)) ?? ""
      return text.matches(of: /(?ms)^````markdown\n(.*?)^````$/).enumerated().map {
        ("\(file) \($0 + 1)", String($1.1))
      }
    }
  }()

  @Test func `stands in the README and in the documentation`() {
    #expect(Self.lessons.map(\.name) == ["README.md 1", "docs/notebook-format.md 1"])
  }

  @Test(arguments: lessons.map(\.name))
  func `passes lint and runs`(name: String) throws {
    let text = try #require(Self.lessons.first { $0.name == name }?.text)
    let folder = try LessonFolder(["lesson.md": text])
    let count = text.split(separator: "{.").count - 1
    #expect(
      folder.caderno("lint", "lesson.md")
        == ProgramResult(status: 0, errors: "lesson.md: fine (\(count) directives)\n"))
    #expect(folder.caderno("run", "lesson.md", "--quiet") == ProgramResult(status: 0))
    #expect(try folder.text("lesson.md").contains("<!-- caderno:out id=treino key="))
    #expect(folder.caderno("check", "lesson.md", "--quiet").status == 0)
  }
}

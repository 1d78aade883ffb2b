import Foundation
import Testing
import TestSupport

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Lessons that caderno 0.1.0 wrote with numerics 2, kept as they were: directives, cells, a Jupyter notebook.
struct `A lesson of older arithmetic` {
  private static let fixture = Project.file("Tests/Fixtures/older-numerics")

  private static func text(_ name: String) throws -> String {
    try String(contentsOf: fixture.appendingPathComponent(name), encoding: .utf8)
  }

  /// - Parameter record: whether the record of the run that wrote it is there; a checkout has none.
  private func folder(_ files: [String], record: Bool = false) throws -> LessonFolder {
    let folder = try LessonFolder()
    for name in files {
      try folder.write(try Self.text(name), to: name)
    }
    if record {
      let json = try Self.text("record.json")
      try folder.write(json, to: ".caderno/runs/20261129-160120-316905-fbc7/record.json")
    }
    return folder
  }

  private static let lesson = ["lesson.md", "lesson.files/training-curves.svg"]

  private static func notice(_ file: String) -> String {
    "the engine's arithmetic changed since these outputs were written (numerics version 2, now 4): "
      + "caderno accept \(file) takes the new ones"
  }

  @Test(arguments: [true, false])
  func `is said to be one, once and first, and accepted`(hasRecord: Bool) throws {
    let folder = try folder(Self.lesson, record: hasRecord)
    let before = try folder.contents()
    let result = folder.caderno("check", "lesson.md", "--quiet")
    #expect(
      result
        == ProgramResult(
          status: 1,
          output: """
            lesson.md: \(Self.notice("lesson.md"))
            training (fit): different
              region (text)
                text:
                  ~ | 2 | [-1.9161-]{+1.9162+} | 0.3450 |
            value-1 (value): different
            \(hasRecord ? "  because: 'test' before it changed\n" : "")  region (text)
                text:
                  ~ | [-1963.763-]{+1963.764+} |
            4 equal, 2 different

            """))
    #expect(try folder.contents() == before)
    try accept(folder, "lesson.md")
  }

  /// Cells are known by the keys of all cells before them, trained or not.
  @Test(arguments: ["cells.md", "lesson.ipynb"])
  func `is known by its keys, as cells and in a Jupyter notebook too`(file: String) throws {
    let folder = try folder([file])
    let result = folder.caderno("check", file, "--quiet")
    #expect(result.status == 1)
    #expect(result.output.hasPrefix("\(file): \(Self.notice(file))\n"))
    #expect(result.output.matches(of: /arithmetic|umerics/).count == 2)
    #expect(!result.output.contains("there is no record"))
    try accept(folder, file)
  }

  private func accept(_ folder: LessonFolder, _ file: String) throws {
    #expect(folder.caderno("accept", file, "--quiet").status == 0)
    let after = folder.caderno("check", file, "--quiet")
    #expect(after.status == 0)
    #expect(after.output.hasSuffix(" equal, 0 different\n"))
    #expect(!after.output.contains("arithmetic"))
  }

  @Test func `is said to be one in Portuguese`() throws {
    let folder = try folder(Self.lesson, record: true)
    let result = folder.caderno(
      "check", "lesson.md", "--quiet", environment: ["LC_ALL": "pt_BR.UTF-8"])
    #expect(
      result.output.hasPrefix(
        "lesson.md: a aritmética do motor mudou desde que estes resultados foram gravados "
          + "(versão numérica 2, agora 4): caderno accept lesson.md aceita os novos\n"))
  }

  @Test func `is said to be one in JSON, JUnit and annotations, once`() throws {
    let folder = try folder(Self.lesson)
    let json = folder.caderno(
      "check", "lesson.md", "--quiet", "--json", "--junit", "out.xml"
    ).output
    #expect(json.contains("\"notice\" : \"\(Self.notice("lesson.md"))\""))
    #expect(json.contains("\"kind\" : \"numerics\""))
    let junit = try folder.text("out.xml")
    #expect(junit.matches(of: /arithmetic/).count == 1)
    let suite = try XMLDocument(xmlString: junit).rootElement()?.elements(forName: "testsuite")
      .first
    let properties = suite?.elements(forName: "properties").first
    let property = properties?.elements(forName: "property").first
    #expect(property?.attribute(forName: "name")?.stringValue == "notice")
    #expect(property?.attribute(forName: "value")?.stringValue == Self.notice("lesson.md"))
    let lines = folder.caderno("check", "lesson.md", "--quiet", "--annotations", "github").output
      .split(separator: "\n").map(String.init)
    #expect(
      lines.first
        == "::warning file=lesson.md,line=1,title=numerics::\(Self.notice("lesson.md"))")
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("::error ") && !$0.contains("umerics") })
  }

  /// Where all its outputs come out all the same there is nothing to say.
  @Test func `is not said to be one where nothing differs`() throws {
    let folder = try folder(Self.lesson)
    let result = folder.caderno("check", "lesson.md", "--quiet", "--atol", "0.002")
    #expect(
      result == ProgramResult(status: 0, output: result.output))
    #expect(!result.output.contains("arithmetic"))
  }
}

import Foundation
import Testing
import TestSupport

/// The written schemas, checked by an implementation that isn't ours.
struct `The schemas of JSON for programs` {
  private static let hasOracle: Bool = {
    let folder = try? LessonFolder(["empty.json": "[]"])
    return folder.map { $0.validate("check.schema.json", "empty.json").status == 0 } ?? false
  }()

  @Test(
    .enabled(if: hasOracle, "needs python3 with jsonschema"),
    arguments: ["diff a.md b.md", "diff latest~1 latest", "diff latest~1 b.md --atol 0.01"])
  func `hold for a diff`(command: String) throws {
    let folder = try Self.lessons()
    _ = folder.shell("\"$CADERNO\" \(command) --json > out.json")
    #expect(try folder.text("out.json").contains("\"verdict\" : \"different\""))
    #expect(folder.validate("diff.schema.json", "out.json") == ProgramResult(status: 0))
  }

  @Test(.enabled(if: hasOracle, "needs python3 with jsonschema"))
  func `hold for a check, also of what can't be run`() throws {
    let folder = try Self.lessons()
    try folder.edit("b.md", "Dense(8)", "Dense(9)")
    _ = folder.shell("\"$CADERNO\" check a.md b.md missing.md --json > out.json")
    #expect(try folder.text("out.json").contains("\"verdict\" : \"different\""))
    #expect(folder.validate("check.schema.json", "out.json") == ProgramResult(status: 0))
  }

  @Test(.enabled(if: hasOracle, "needs python3 with jsonschema"))
  func `don't hold for anything else`() throws {
    let folder = try LessonFolder(["out.json": "{\"version\": 2}"])
    let result = folder.validate("diff.schema.json", "out.json")
    #expect(result.status == 1)
    #expect(result.output.contains("$.version"))
  }

  /// Two lessons that were run, with outputs that differ.
  private static func lessons() throws -> LessonFolder {
    let folder = try LessonFolder(["a.md": Lessons.training(), "b.md": Lessons.training()])
    folder.caderno("run", "a.md", "--quiet")
    folder.caderno("run", "b.md", "--quiet", "--seed", "7")
    return folder
  }
}

extension LessonFolder {
  /// What the oracle says of a file here.
  fileprivate func validate(_ schema: String, _ file: String) -> ProgramResult {
    let script = Project.file("Tests/Oracles/validate_json.py").path
    return shell("PATH=\"$PATH:/usr/local/bin\" exec python3 '\(script)' \(schema) \(file)")
  }
}

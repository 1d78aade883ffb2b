import Foundation
import RunRecords
import Testing

struct `Comparing runs` {
  private let folder: LessonFolder

  init() throws { folder = try LessonFolder(["lesson.md": Lessons.training("epochs: 2")]) }

  private func edit(_ old: String, _ new: String, in name: String = "lesson.md") throws {
    let text = try folder.text(name)
    #expect(text.contains(old))
    try folder.write(text.replacingOccurrences(of: old, with: new), to: name)
  }

  @Test func `finds nothing between equal runs`() throws {
    folder.caderno("run", "lesson.md")
    folder.caderno("run", "lesson.md", "--no-cache", "--threads", "2")
    let result = folder.caderno("diff", "latest~1", "latest")
    #expect(result == ProgramResult(status: 0, output: "4 equal, 0 different\n"))
    #expect(folder.caderno("diff", "lesson.md", "lesson.md@latest").status == 0)
  }

  @Test func `names the cause before the effect`() throws {
    folder.caderno("run", "lesson.md")
    try edit("epochs: 2", "epochs: 3")
    folder.caderno("run", "lesson.md")
    let result = folder.caderno("diff", "latest~1", "latest")
    #expect(result.status == 1)
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(lines[0] == "t (fit): different, edited")
    #expect(lines[1] == "  because: option epochs: 2 → 3")
    #expect(lines.contains("e (evaluate): different"))
    #expect(lines.contains("  because: 't' before it changed"))
    #expect(lines.last == "2 equal, 2 different")
    #expect(
      folder.caderno("diff", "latest~1", "latest", "--summary").output == """
        d (data): equal
        m (model): equal
        t (fit): different, edited
        e (evaluate): different
        2 equal, 2 different

        """)
    #expect(folder.caderno("diff", "latest~1", "latest", "--atol", "10").status == 1)
    let page = folder.caderno("diff", "latest~1", "latest", "--html", "page.html")
    #expect(page.status == 1)
    let html = try folder.text("page.html")
    #expect(html.contains("<h2>t</h2>") && !html.contains("<script"))
    let json = folder.caderno("diff", "latest~1", "latest", "--json").output
    let read = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect(read?["verdict"] as? String == "different")
  }

  @Test func `allows what a tolerance allows`() throws {
    folder.caderno("run", "lesson.md")
    let text = try folder.text("lesson.md")
    try folder.write(
      text.replacingOccurrences(of: "#e}", with: "#e tolerance=1}"), to: "other.md")
    folder.caderno("run", "other.md", "--seed", "9")
    let result = folder.caderno("diff", "lesson.md@latest", "other.md@latest", "--summary")
    #expect(result.output.contains("e (evaluate): within tolerance, edited\n"))
    #expect(result.output.contains("t (fit): different\n"))
  }

  @Test func `reads a notebook at a revision`() throws {
    folder.caderno("run", "lesson.md")
    let made = folder.shell(
      """
      export GIT_CONFIG_GLOBAL=/dev/null; git init -q . && git add lesson.md lesson.files && \
      git -c user.name=a -c user.email=a@b.c commit -qm a
      """)
    try #require(made.status == 0, "\(made.errors)")
    #expect(folder.caderno("diff", "git:HEAD:lesson.md", "lesson.md").status == 0)
    let missing = folder.caderno("diff", "git:HEAD:other.md", "lesson.md")
    #expect(missing.status == 2)
    #expect(
      missing.errors
        == "caderno: error: git has no 'other.md' at revision 'HEAD' [unknown-revision]\n")
  }

  @Test func `says what it does not know`() {
    let result = folder.caderno("diff", "nothing", "lesson.md")
    #expect(result.status == 2)
    #expect(
      result.errors == """
        caderno: error: no run, notebook or record 'nothing' [unknown-run]
          hint: a run's id, latest, latest~1, lesson.md, lesson.md@latest~1, record.json, \
        git:REV:PATH

        """)
  }

  @Test func `reads a record of its own and refuses another file`() throws {
    folder.caderno("run", "lesson.md")
    let id = try #require(
      FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/.caderno/runs").first)
    let record = ".caderno/runs/\(id)/record.json"
    #expect(folder.caderno("diff", record, id).status == 0)
    #expect(folder.caderno("diff", record, String(id.prefix(8))).status == 0)
    try folder.write("{}", to: "no.json")
    let refused = folder.caderno("diff", "no.json", record)
    #expect(refused.status == 2)
    #expect(
      refused.errors == "caderno: error: no.json: the run record is damaged at schemaVersion: "
        + "missing [record-malformed]\n")
  }
}

import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct `The history of a notebook` {
  @Test func `has a line for each run with its metrics`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.training()])
    folder.caderno("run", "lesson.md")
    folder.caderno("run", "lesson.md")
    let result = folder.caderno("history", "lesson.md")
    #expect(result.status == 0)
    let rows = result.output.split(separator: "\n").map {
      $0.split(separator: " ").map(String.init)
    }
    #expect(
      rows.first
        == ["run", "seed", "exit", "seconds", "t.loss", "t.accuracy", "e.loss", "e.accuracy"])
    #expect(rows.count == 3)
    #expect(rows[1][4...] == rows[2][4...])
    #expect(rows[1][0] < rows[2][0])
    let last = folder.caderno("history", "lesson.md", "--last", "1", "--metric", "e.loss")
    #expect(
      last.output.hasPrefix(
        "run                          seed  exit  seconds  e.loss\n\(rows[2][0])"))
  }

  @Test func `is drawn as an SVG`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.training()])
    folder.caderno("run", "lesson.md")
    let result = folder.caderno("history", "lesson.md", "--metric", "e.loss", "--plot", "plot.svg")
    #expect(result.status == 0)
    let svg = try XMLDocument(xmlString: try folder.text("plot.svg"))
    #expect(svg.rootElement()?.name == "svg")
  }

  @Test func `says which metrics there are`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.training()])
    folder.caderno("run", "lesson.md")
    #expect(
      folder.caderno("history", "lesson.md", "--metric", "e.f1")
        == ProgramResult(
          status: 2,
          errors: """
            caderno: error: no run has a metric 'e.f1' [unknown-metric]
              hint: there are t.loss, t.accuracy, e.loss, e.accuracy

            """))
  }

  @Test func `needs a run`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.summary])
    #expect(
      folder.caderno("history", "lesson.md")
        == ProgramResult(
          status: 2,
          errors: """
            caderno: error: lesson.md: no run is recorded [no-record]
              hint: run it first: caderno run lesson.md

            """))
  }

  @Test func `is cut to 100 runs and the one that made what stands in the notebook`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.summary])
    folder.caderno("run", "lesson.md")
    let id = String(folder.shell("ls .caderno/runs").output.dropLast())
    let made = "19990101-000000-000000-0000"
    let record = try folder.text(".caderno/runs/\(id)/record.json")
    let key = try #require(record.firstMatch(of: /"key" : "(\w+)"/)).1
    for number in 0..<118 {
      let name = "20000101-000000-\(100000 + number)-0000"
      let copy = record.replacingOccurrences(of: id, with: name)
        .replacingOccurrences(of: key, with: "000000000000")
      try folder.writeRecord(copy, name)
    }
    try folder.writeRecord(record.replacingOccurrences(of: id, with: made), made)
    _ = folder.shell("rm -r .caderno/runs/\(id)")
    #expect(folder.caderno("run", "lesson.md", "--seed", "7", "-o", "page.html").status == 0)
    let left = folder.shell("ls .caderno/runs").output.split(separator: "\n").map(String.init)
    #expect(left.count == 101)
    #expect(left.first == made)
    #expect(left[1] == "20000101-000000-100019-0000")
  }
}

extension LessonFolder {
  /// Puts a record where the runs of the lessons here stand.
  fileprivate func writeRecord(_ text: String, _ id: String) throws {
    try FileManager.default.createDirectory(
      atPath: "\(path)/.caderno/runs/\(id)", withIntermediateDirectories: true)
    try write(text, to: ".caderno/runs/\(id)/record.json")
  }
}

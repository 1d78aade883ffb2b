import Foundation
import Testing

@testable import caderno

struct `A run's name` {
  @Test(arguments: [
    (-1.25, "19691231-235958-750000-"), (-86400.5, "19691230-235959-500000-"),
    (0, "19700101-000000-000000-"), (1.5, "19700101-000001-500000-"),
  ])
  func `is its time, before 1970 too`(seconds: Double, start: String) throws {
    let id = Moment(Date(timeIntervalSince1970: seconds)).runID
    #expect(id.hasPrefix(start))
    #expect(RunID(id)?.text == id)
  }

  @Test func `sorts after the newest one, wherever the clock was set`() throws {
    var newest: RunID?
    for text in [
      "20260101-000000-999999-aaaa", "20250101-000000-000000-0000", "20250101-000000-000000-ffff",
      "20260101-000001-000000-1111", "20991231-235959-999999-ffff", "20260102-000000-000000-0000",
    ] {
      let id = try #require(RunID(text)).after(newest)
      #expect(newest.map { $0.text.dropLast(5) < id.text.dropLast(5) } ?? true)
      newest = id
    }
    #expect(newest?.text == "20991231-235960-000000-0000")
  }

  @Test(arguments: [
    "", "../../../victim", "2026", "20260101-000000-000000", "20260101-000000-000000-xyzw",
  ])
  func `is nothing else`(text: String) { #expect(RunID(text) == nil) }

  @Test func `is the latest after the clock went back`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.summary])
    folder.caderno("run", "lesson.md", "--seed", "1")
    let id = String(folder.shell("ls .caderno/runs").output.dropLast())
    let later = "2999\(id.dropFirst(4))"
    let path = ".caderno/runs/\(id)/record.json"
    try folder.write(folder.text(path).replacingOccurrences(of: id, with: later), to: path)
    _ = folder.shell("mv .caderno/runs/\(id) .caderno/runs/\(later)")
    folder.caderno("run", "lesson.md", "--seed", "2")
    let rows = folder.caderno("history", "lesson.md").output.split(separator: "\n")
    #expect(rows.map { $0.split(separator: " ")[1] } == ["seed", "1", "2"])
  }
}

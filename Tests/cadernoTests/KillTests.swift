import Foundation
import Testing

/// A short form of Benchmarks/stress: fits that are killed again and again end as if nothing had been.
struct `A fit that is killed` {
  private static let lesson = Lessons.training("epochs: 6")

  private static let calm = Result {
    let folder = try LessonFolder(["lesson.md": lesson])
    folder.caderno("run", "lesson.md")
    return try folder.text("lesson.md")
  }

  @Test(arguments: 1...5)
  func `goes on from its last epoch, to the same bytes`(epochs: Int) throws {
    let folder = try LessonFolder(["lesson.md": Self.lesson])
    let program = folder.start(["run", "lesson.md", "--json"])
    for _ in 0..<epochs { program.readLine(containing: #""event":"epoch-finished""#) }
    program.send(SIGKILL)
    _ = program.finish()
    let result = folder.caderno("run", "lesson.md", "--json")
    #expect(result.status == 0)
    let again = result.output.split(separator: "\n").count {
      $0.contains(#""event":"epoch-finished""#)
    }
    // The checkpoint is written before the event, so that whoever hears of an epoch has it.
    #expect(again <= 6 - epochs + 1)
    #expect(try folder.text("lesson.md") == Self.calm.get())
  }

  @Test func `explains what it took from the cache`() throws {
    let folder = try LessonFolder(["lesson.md": Self.lesson])
    folder.caderno("run", "lesson.md", "--quiet")
    let text = try folder.text("lesson.md")
    try folder.write(
      text.replacingOccurrences(of: "The end.", with: "The very end."), to: "lesson.md")
    let result = folder.caderno("run", "lesson.md", "--quiet", "--explain")
    #expect(
      result.errors == """
        d: ran, as always: it takes no longer than reading a kept result
        m: ran, as always: it takes no longer than reading a kept result
        t: taken from the cache
        e: taken from the cache

        """)
  }

  @Test func `has a cache that can be looked at and cleared`() throws {
    let folder = try LessonFolder(["lesson.md": Self.lesson])
    folder.caderno("run", "lesson.md", "--quiet")
    let shown = folder.caderno("cache").output.split(separator: "\n").map(String.init)
    #expect(shown.first == ".caderno/cache")
    #expect(shown.last?.hasPrefix("total") == true)
    let cleared = folder.caderno("cache", "--clear")
    #expect(cleared.status == 0 && cleared.errors.hasPrefix("gave up "))
    #expect(folder.caderno("cache").output == ".caderno/cache\ntotal           0  0 B\n")
  }

  @Test func `keeps results elsewhere, or not at all`() throws {
    let folder = try LessonFolder(["lesson.md": Self.lesson])
    folder.caderno("run", "lesson.md", "--quiet", "--no-cache")
    #expect(!folder.exists(".caderno/cache"))
    folder.caderno("run", "lesson.md", "--quiet", environment: ["CADERNO_CACHE": "there"])
    #expect(folder.exists("there/training") && !folder.exists(".caderno/cache"))
    folder.caderno("run", "lesson.md", "--quiet", "--cache-dir", "here")
    #expect(folder.exists("here/training"))
  }
}

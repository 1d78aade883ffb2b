import Foundation
import Testing

struct `A run` {
  @Test func `changes no byte when it is repeated, or after a clean`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.training()])
    #expect(folder.caderno("run", "lesson.md").status == 0)
    let first = try folder.contents()
    #expect(Set(first.keys) == ["lesson.md", "lesson.files/t-curves.svg"])
    folder.caderno("run", "lesson.md")
    #expect(try folder.contents() == first)
    #expect(folder.caderno("clean", "lesson.md") == ProgramResult(status: 0))
    #expect(!folder.exists("lesson.files"))
    folder.caderno("run", "lesson.md")
    #expect(try folder.contents() == first)
  }

  @Test func `is undone by a clean`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.summary])
    folder.caderno("run", "lesson.md")
    #expect(try folder.text("lesson.md") != Lessons.summary)
    folder.caderno("clean", "lesson.md")
    #expect(try folder.contents() == ["lesson.md": Data(Lessons.summary.utf8)])
  }

  @Test func `gives the same bytes on any number of threads`() throws {
    let lesson = Lessons.training("epochs: 2")
    let (one, two) = (try LessonFolder(["a.md": lesson]), try LessonFolder(["a.md": lesson]))
    #expect(one.caderno("run", "a.md", "--threads", "1").status == 0)
    #expect(two.caderno("run", "a.md", "--threads", "2").status == 0)
    #expect(try one.contents() == two.contents())
  }

  @Test func `gives other numbers for another seed`() throws {
    let folder = try LessonFolder(["a.md": Lessons.training(), "b.md": Lessons.training()])
    folder.caderno("run", "a.md")
    folder.caderno("run", "b.md", "--seed", "7")
    let named = try folder.text("b.md").replacingOccurrences(of: "b.files", with: "a.files")
    #expect(try folder.text("a.md") != named)
  }

  @Test func `into a folder leaves the notebook alone`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.training()])
    let result = folder.caderno(
      "run", "lesson.md", "--output", "build/", "--to", "md,html", "--quiet")
    #expect(result == ProgramResult(status: 0))
    #expect(try folder.text("lesson.md") == Lessons.training())
    #expect(
      try Set(folder.contents().keys) == [
        "lesson.md", "build/lesson.md", "build/lesson.html", "build/lesson.files/t-curves.svg",
      ])
  }

  @Test func `into a file says where it is`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.summary])
    let result = folder.caderno("run", "lesson.md", "-o", "pages/page.html")
    #expect(result.status == 0)
    #expect(result.errors.hasSuffix("wrote pages/page.html\n"))
    #expect(try folder.text("pages/page.html").contains("7,850"))
  }

  @Test func `can be rendered later without running`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.summary])
    let hint = "  hint: run it first: caderno run lesson.md\n"
    #expect(
      folder.caderno("render", "lesson.md")
        == ProgramResult(
          status: 2,
          errors: "caderno: error: lesson.md: no run is recorded [no-record]\n\(hint)"))
    folder.caderno("run", "lesson.md", "-o", "page.html")
    let said = ProgramResult(status: 0, errors: "wrote lesson.html\n")
    #expect(folder.caderno("render", "lesson.md") == said)
    #expect(try folder.text("lesson.html").contains("7,850"))
  }

  @Test func `keeps the line ends of the notebook`() throws {
    let lesson = Lessons.training().replacingOccurrences(of: "\n", with: "\r\n")
    let folder = try LessonFolder(["lesson.md": lesson])
    #expect(folder.caderno("run", "lesson.md").status == 0)
    let after = try folder.text("lesson.md")
    #expect(after.utf8.count > lesson.utf8.count)
    #expect(after.replacingOccurrences(of: "\r\n", with: "").contains("\n") == false)
    folder.caderno("run", "lesson.md")
    #expect(try folder.text("lesson.md") == after)
  }

  @Test func `writes the numbers in the prose`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.training("epochs: 5")])
    folder.caderno("run", "lesson.md")
    let text = try folder.text("lesson.md")
    let percent = try #require(text.firstMatch(of: /After \[(\d+) %\]\(run:t\.accuracy\)/))
    #expect(Int(percent.1).map { $0 > 10 } == true)
  }
}

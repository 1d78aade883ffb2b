import Foundation
import Testing

struct `A lesson's name` {
  @Test(arguments: ["a b(c#d'e&f%g%20h", "[a]<b>*c*`d`", "a\\b\"c;d?e:f|g+h$i"])
  func `may have any marks: nothing differs from itself, and nothing is left behind`(
    name: String
  ) throws {
    let folder = try LessonFolder(["\(name).md": Lessons.drawing])
    #expect(folder.caderno("run", "\(name).md", "--quiet") == ProgramResult(status: 0))
    #expect(folder.exists("\(name).files/p-figure.svg"))
    #expect(
      folder.caderno("check", "\(name).md", "--quiet")
        == ProgramResult(status: 0, output: "\(name).md: 1 equal, 0 different\n"))
    let same = ProgramResult(status: 0, output: "1 equal, 0 different\n")
    #expect(folder.caderno("diff", "\(name).md", "\(name).md@latest") == same)
    #expect(folder.caderno("clean", "\(name).md") == ProgramResult(status: 0))
    #expect(try folder.contents() == ["\(name).md": Data(Lessons.drawing.utf8)])
  }
}

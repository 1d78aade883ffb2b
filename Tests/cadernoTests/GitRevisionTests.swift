import Testing

@testable import caderno

/// What a broker reads in git for a process that has opened a lesson.
struct `A file in git` {
  @Test func `is named by a revision and a path`() {
    let revision = GitRevision("git:v1.0:lessons/a.md")
    #expect(revision?.name == "v1.0" && revision?.path == "lessons/a.md")
    #expect(GitRevision("git:HEAD:a:b.md")?.path == "a:b.md")
    for text in ["git:HEAD", "lesson.md", "latest~1", "GIT:HEAD:a.md"] {
      #expect(GitRevision(text) == nil)
    }
  }

  @Test(arguments: [
    ("lessons/a.md", ["lessons/a.md", "lessons/a.files/x.svg", "lessons/b/c.svg"]),
    ("a.md", ["a.md", "a.files/x.svg", "b.md"]),
    ("./sub/a.md", ["./sub/a.md", "./sub/x.svg"]),
  ])
  func `gives itself and what is beside it, and nothing else`(
    path: String, allowed: [String]
  ) throws {
    let revision = try #require(GitRevision("git:HEAD:\(path)"))
    for path in allowed { #expect(revision.allows(path)) }
    let above = ["../a.md", "lessons/../secret", "/etc/passwd", "", "x/../../y", "lessons/./../x"]
    for path in above { #expect(!revision.allows(path)) }
    if revision.folder == "lessons" {
      for path in ["secret", "lessonsx/a.svg", "other/a.md"] { #expect(!revision.allows(path)) }
    }
  }
}

import Foundation
import Testing

struct `A stranger's repository` {
  /// Every setting and file by which git can be told to start a program for showing a file.
  @Test func `starts nothing when a revision is compared`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.summary])
    folder.caderno("run", "lesson.md")
    let canary = "\(folder.path)/canary"
    let command = "touch \(canary)"
    let settings = [
      "core.fsmonitor=\(command)", "core.pager=\(command)", "pager.show=\(command)",
      "pager.cat-file=\(command)", "diff.external=\(command)", "diff.x.textconv=\(command)",
      "diff.x.command=\(command)", "filter.x.smudge=\(command)", "filter.x.process=\(command)",
      "core.sshCommand=\(command)", "core.askPass=\(command)", "credential.helper=!\(command)",
      "alias.show=!\(command)", "alias.cat-file=!\(command)", "core.editor=\(command)",
      "gpg.program=\(command)", "log.showSignature=true", "core.hooksPath=\(folder.path)/hooks",
      "remote.origin.url=ext::\(command)", "remote.origin.uploadpack=\(command)",
      "remote.origin.promisor=true", "remote.origin.partialCloneFilter=blob:none",
      "extensions.partialClone=origin", "core.repositoryFormatVersion=1", "protocol.allow=always",
      "protocol.ext.allow=always",
    ]
    let git = "git -c user.name=n -c user.email=e@example.org"
    let setUp = folder.shell(
      """
      git init -q . && echo '*.md diff=x filter=x' > .git/info/attributes
      git add lesson.md && \(git) commit -qm one && git rev-parse HEAD:lesson.md
      mkdir hooks && for hook in post-index-change reference-transaction post-checkout; do
        printf '#!/bin/sh\\n\(command)\\n' > hooks/$hook && chmod +x hooks/$hook; done
      """)
    try #require(setUp.status == 0, "\(setUp.errors)")
    let blob = setUp.output.dropLast()
    var config = try folder.text(".git/config")
    for setting in settings {
      let (name, value) = (setting.prefix { $0 != "=" }, setting.drop { $0 != "=" }.dropFirst())
      let parts = name.split(separator: ".")
      let section = parts.count == 3 ? "\(parts[0]) \"\(parts[1])\"" : "\(parts[0])"
      config += "[\(section)]\n\t\(parts[parts.count - 1]) = \(value)\n"
    }
    try folder.write(config, to: ".git/config")
    let equal = folder.caderno("diff", "git:HEAD:lesson.md", "lesson.md")
    #expect(equal == ProgramResult(status: 0, output: "1 equal, 0 different\n"))
    #expect(!folder.exists("canary"))
    // An object that isn't here would have to be fetched.
    _ = folder.shell("rm -f .git/objects/\(blob.prefix(2))/\(blob.dropFirst(2))")
    let missing = folder.caderno("diff", "git:HEAD:lesson.md", "lesson.md")
    #expect(
      missing
        == ProgramResult(
          status: 2,
          errors: "caderno: error: git has no 'lesson.md' at revision 'HEAD' [unknown-revision]\n"))
    #expect(!folder.exists("canary"))
  }

  @Test(arguments: ["--help", "-p", "--textconv", ""])
  func `gets no option in the place of a revision`(revision: String) throws {
    let folder = try LessonFolder(["lesson.md": Lessons.summary])
    let message = "git has no 'lesson.md' at revision '\(revision)' [unknown-revision]"
    #expect(
      folder.caderno("diff", "git:\(revision):lesson.md", "lesson.md")
        == ProgramResult(status: 2, errors: "caderno: error: \(message)\n"))
  }

  @Test func `shows no file from outside of the lesson's folder in it`() throws {
    let folder = try LessonFolder(["secret.svg": "<svg>secret</svg>"])
    _ = folder.shell("mkdir lesson")
    try folder.write(Lessons.withRegion("../secret.svg"), to: "lesson/a.md")
    let git = "git -c user.name=n -c user.email=e@example.org"
    let setUp = folder.shell("git init -q . && git add . && \(git) commit -qm one")
    try #require(setUp.status == 0, "\(setUp.errors)")
    let result = folder.caderno(
      "diff", "git:HEAD:lesson/a.md", "lesson/a.md", "--html", "page.html")
    #expect(result.status == 0)
    #expect(!(try folder.text("page.html")).contains("secret</svg>"))
  }
}

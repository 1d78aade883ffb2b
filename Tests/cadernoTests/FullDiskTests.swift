import Foundation
import Testing

struct `A full disk` {
  /// Whether the system lets a test have a small disk of its own.
  private static let isPossible: Bool = {
    guard let folder = try? LessonFolder() else { return false }
    return folder.shell("unshare -rm mount -t tmpfs -o size=1m none .").status == 0
  }()

  @Test(.enabled(if: isPossible, "no file system can be mounted here"))
  func `costs the cache, not the run`() throws {
    let folder = try LessonFolder()
    let outside = try LessonFolder(["lesson.md": Lessons.training()])
    let entry = ".caderno/cache/outputs/01/0123456789abcdef"
    let script = """
      cd "$1" && mount -t tmpfs -o size=1m none . && cd "$1" && cp "$2/lesson.md" . || exit 9
      mkdir -p .caderno/cache/outputs/01
      for part in 1 2 3; do head -c 250000 /dev/zero > \(entry)-$part.result; done
      cat /dev/zero > \(entry).result 2> /dev/null
      "$CADERNO" run lesson.md --quiet && "$CADERNO" history lesson.md | wc -l
      grep -c caderno:out lesson.md; ls
      """
    try outside.write(script, to: "script.sh")
    let result = folder.shell(
      "unshare -rm sh \(outside.path)/script.sh \(folder.path) \(outside.path)")
    #expect(result.status == 0)
    #expect(result.output == "2\n6\nlesson.files\nlesson.md\n")
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full"),
    arguments: [
      "run lesson.md --json", "lint lesson.md --json", "--help", "--version", "history lesson.md",
    ])
  func `is no success where words of the program's own get lost`(arguments: String) throws {
    let folder = try LessonFolder(["lesson.md": Lessons.summary])
    folder.caderno("run", "lesson.md")
    let result = folder.shell("\"$CADERNO\" \(arguments) > /dev/full")
    let message =
      "caderno: error: standard output: cannot be written: No space left on device [cannot-write]\n"
    #expect(result.status == 3)
    #expect(result.errors.hasSuffix(message))
  }

  @Test func `is nothing to those who stopped reading`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.summary])
    let result = folder.shell("(\"$CADERNO\" --help; echo $? >&2) | true")
    #expect(result.errors == "0\n")
  }
}

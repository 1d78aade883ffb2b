import Foundation
import Testing

#if os(Linux)
  struct `The fence` {
    /// What a command line does in a folder: its words, its exit code, all files.
    private struct Trace: Equatable {
      var result: ProgramResult
      var files: [String: String]
    }

    private func trace(_ line: String, _ options: String) throws -> Trace {
      let outer = try LessonFolder()
      try #require(outer.shell("mkdir lessons away").status == 0)
      try outer.write(Lessons.summary, to: "lessons/a.md")
      try outer.write(Lessons.training(), to: "lessons/b.md")
      try outer.write(Lessons.summary, to: "away/real.md")
      let words = line.replacingOccurrences(of: "RUN", with: "$CADERNO run \(options)")
        .replacingOccurrences(of: "OPTIONS", with: options)
      var result = outer.shell("cd lessons && \(words)")
      result.errors = Self.timeless(result.errors)
      let files = try outer.contents().filter { !$0.key.contains(".caderno/") }.map { name, data in
        // What is kept of a training tells how long it took.
        let isText = !name.hasPrefix("results/")
        return (name, isText ? Self.timeless(String(decoding: data, as: UTF8.self)) : "")
      }
      return Trace(result: result, files: Dictionary(uniqueKeysWithValues: files))
    }

    private static func timeless(_ text: String) -> String {
      text.replacing(/[0-9.]+ (ms|s)\b/, with: "TIME").replacing(/time="[^"]*"/, with: "TIME")
    }

    /// All that a command line may name, each in a form that lies elsewhere than the lesson.
    @Test(arguments: [
      "RUN a.md b.md --quiet", "RUN . --quiet", "RUN . --jobs 2 --quiet",
      "ln -s ../away/real.md link.md; RUN link.md",
      "RUN ../lessons/a.md -o ../pages/deep/a.html", "RUN a.md -o ../pages/ --to md,html,txt,ipynb",
      "RUN b.md -o ../pages/b.md --quiet --depfile ../rules/b.d", "RUN a.md -o /dev/full --to html",
      "RUN a.md --quiet -o ../pages/all.txt > ../printed",
      "RUN b.md --quiet --cache-dir ../results",
      "CADERNO_CACHE=../results RUN b.md --quiet", "RUN nothing.md", "RUN nowhere/nothing.md",
      "RUN b.md --quiet; $CADERNO check OPTIONS b.md --junit ../reports/b.xml > /dev/null",
      "RUN b.md --quiet; $CADERNO render OPTIONS b.md -o ../pages/ --to html,md",
      "RUN b.md --quiet; $CADERNO render OPTIONS b.md; $CADERNO clean OPTIONS b.md",
      "$CADERNO check OPTIONS b.md --quiet; $CADERNO accept OPTIONS b.md",
      "RUN b.md --quiet; $CADERNO history OPTIONS b.md --plot ../plots/b.svg > /dev/null",
      "RUN a.md b.md --quiet; $CADERNO diff OPTIONS a.md b.md --html ../pages/diff.html",
      "RUN b.md --quiet; $CADERNO diff OPTIONS latest b.md",
      "ln -s ../away/real.md link.md; $CADERNO lint OPTIONS a.md ../away/real.md link.md",
      "$CADERNO convert OPTIONS a.md ../away/a.ipynb",
      "RUN a.md --quiet; $CADERNO clean OPTIONS a.md; $CADERNO lint OPTIONS a.md --json",
    ])
    func `changes nothing of what a command line asks for`(line: String) throws {
      let fenced = try trace(line, "")
      #expect(fenced == (try trace(line, "--no-sandbox")))
      // The same lines must have said or written something.
      #expect(fenced.result != ProgramResult(status: 0) || fenced.files.count > 3)
    }

    @Test(.enabled(if: Kernel.hasSandbox, "this kernel has no Landlock, or no seccomp"))
    func `is around each thread of a run`() throws {
      let folder = try LessonFolder(["lesson.md": Lessons.training("epochs: 100000")])
      for (option, expected) in [("--require-sandbox", "2"), ("--no-sandbox", "0")] {
        let program = folder.start([
          "run", "lesson.md", "--json", option, "--threads", "3", "--no-cache",
        ])
        program.readLine(containing: "epoch-finished")
        let tasks = "/proc/\(program.number)/task"
        let filters = try FileManager.default.contentsOfDirectory(atPath: tasks).map { task in
          let status = try String(contentsOfFile: "\(tasks)/\(task)/status", encoding: .utf8)
          return status.split(separator: "\n").first { $0.hasPrefix("Seccomp:") }.map(String.init)
        }
        program.send(SIGINT)
        _ = program.finish()
        #expect(filters.count >= 3)
        #expect(filters.allSatisfy { $0 == "Seccomp:\t\(expected)" })
      }
    }

    @Test func `downloads nothing by itself, and tells what came of it`() throws {
      let lesson = Lessons.training().replacingOccurrences(
        of: "dataset: digits", with: "dataset: mnist")
      let folder = try LessonFolder(["lesson.md": lesson])
      // Nobody listens on the proxy's port.
      let environment = ["HOME": folder.path, "https_proxy": "http://127.0.0.1:9"]
      let results = [[], ["--no-sandbox"]].map { options in
        folder.start(["run", "lesson.md", "--quiet"] + options, environment: environment).finish()
      }
      #expect(results[0] == results[1])
      #expect(results[0].status == 3)
      #expect(results[0].errors.contains("the data set mnist was not found; tried:"))
      #expect(results[0].errors.contains("https://"))
    }

    @Test(.enabled(if: Kernel.hasSandbox, "this kernel has no Landlock, or no seccomp"))
    func `is said to be missing by a kernel that has none, and is required`() throws {
      let folder = try LessonFolder(["lesson.md": Lessons.summary])
      let without = "\(Program.disobedientPath) without-landlock $CADERNO"
      let run = folder.shell("\(without) run lesson.md --quiet")
      #expect(run == ProgramResult(status: 0))
      let note = "note: the system's kernel keeps no whole fence around this command: seccomp\n"
      #expect(folder.shell("\(without) run lesson.md").errors.hasPrefix(note))
      #expect(folder.shell("\(without) lint lesson.md").errors == "lesson.md: fine (1 directive)\n")
      let error = """
        caderno: error: the system's kernel can keep no whole fence around the command: seccomp \
        [no-sandbox]
          hint: Linux 5.13 and newer have Landlock; see caderno doctor

        """
      for command in ["run", "lint", "check", "accept", "clean", "render", "history"] {
        let result = folder.shell("\(without) \(command) lesson.md --require-sandbox")
        #expect(result == ProgramResult(status: 3, errors: error))
      }
      let doctor = folder.shell("\(without) doctor").output
      #expect(doctor.contains("\nsandbox            seccomp\n"))
    }

    @Test(.enabled(if: Kernel.hasSandbox, "this kernel has no Landlock, or no seccomp"))
    func `lets no link of a folder lead out of it`() throws {
      let outer = try LessonFolder()
      try #require(
        outer.shell("mkdir lessons && ln -s ../outside.md lessons/link.md").status == 0)
      try outer.write(Lessons.summary, to: "outside.md")
      for jobs in ["", "--jobs 2"] {
        let result = outer.shell("$CADERNO run lessons \(jobs)")
        #expect(result.status == 2)
        #expect(result.errors.contains("lessons: no lesson in this folder [no-lessons]"))
      }
      #expect(try outer.text("outside.md") == Lessons.summary)
    }

    @Test func `can't be both left out and required`() throws {
      let result = try LessonFolder().caderno("lint", "a.md", "--no-sandbox", "--require-sandbox")
      #expect(result.status == 64)
      #expect(result.errors.contains("--no-sandbox and --require-sandbox exclude each other"))
    }
  }

  /// What this machine's kernel has.
  enum Kernel {
    static let hasSandbox: Bool =
      (try? LessonFolder().caderno("doctor").output.contains(/sandbox +Landlock .*, seccomp/))
      ?? false
  }
#endif

internal import ArgumentParser

/// The command `caderno`.
@main
struct Caderno: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "caderno", abstract: "Runs machine-learning lessons written in Markdown.",
    discussion: """
      A lesson holds prose and directives: load data, build a model, train it, measure it. \
      Caderno checks the whole lesson first, executes it, and writes the outputs into it.

        caderno run lesson.md            run, and write the outputs into it
        caderno run lesson.md -o build/  run, and write pages elsewhere
        caderno lint lesson.md           find mistakes, run nothing
        caderno check lesson.md          run, and compare with the outputs in it
        caderno diff a.md b.md           what changed between two runs, and why

      Exit codes: 0 fine; 1 outputs differ; 2 the lesson is at fault; 3 the world failed (data missing, disk \
      full); 64 wrong use of the command; 130 interrupted.
      """,
    version: Version.text,
    subcommands: [
      RunCommand.self, LintCommand.self, CheckCommand.self, AcceptCommand.self, DiffCommand.self,
      HistoryCommand.self, CleanCommand.self, RenderCommand.self, ConvertCommand.self,
      CacheCommand.self,
      DataCommand.self, DoctorCommand.self, BenchCommand.self,
    ])

  static func main() {
    ProcessSignals.ignoreThoseOfFailedWrites()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      end(with: error)
    }
  }

  /// Says what was wrong with the arguments, or the help that was asked for, and ends the program.
  private static func end(with error: any Error) -> Never {
    let code = exitCode(for: error)
    let text = fullMessage(for: error)
    if !text.isEmpty {
      let console = Console(color: .never, isQuiet: false, environment: [:])
      if code == .success { console.print(text + "\n") } else { console.write(text + "\n") }
    }
    exit(withError: code)
  }
}

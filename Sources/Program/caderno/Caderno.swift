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
    version: Version.full,
    subcommands: [
      RunCommand.self, LintCommand.self, CheckCommand.self, AcceptCommand.self, DiffCommand.self,
      HistoryCommand.self, CleanCommand.self, RenderCommand.self, ConvertCommand.self,
      SplitCommand.self, MergeCommand.self, CacheCommand.self, DataCommand.self, DoctorCommand.self,
      BenchCommand.self,
    ])

  static func main() {
    ProcessSignals.ignoreThoseOfFailedWrites()
    exit(withError: outcome())
  }

  /// What the work of the command line ended with; an exit code where it was done.
  private static func outcome() -> any Error {
    var outcome: any Error = ExitCode.success
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      outcome = error
    }
    // What was wrong with the arguments, or the help that was asked for.
    let text = fullMessage(for: outcome)
    let console = SpeechOptions.usual
    let code = exitCode(for: outcome)
    if !text.isEmpty {
      if code.isSuccess { console.print(text + "\n") } else { console.write(text + "\n") }
    }
    do {
      try console.showingProblems(StandardOutput.check)
    } catch {
      return exitCode(for: error).rawValue > code.rawValue ? error : code
    }
    return code
  }
}

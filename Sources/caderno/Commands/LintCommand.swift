internal import ArgumentParser
internal import Diagnostics
internal import Execution

/// `caderno lint`: plans notebooks; reads no data and runs nothing.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Checks syntax, names, options and shapes; reads no data and runs nothing.")

  @Argument(help: "Notebooks.")
  var notebooks: [String]

  @Flag(help: "Write findings as JSON lines on standard output.")
  var json = false

  @OptionGroup var speech: SpeechOptions

  func run() throws {
    let console = speech.console
    let loading = NotebookLoading(
      console: console, events: json ? EventStream(console: console) : nil)
    var failed = false
    for path in notebooks {
      do {
        let plan = try loading.plan(path, parameters: [:])
        loading.show(plan.diagnostics, of: plan.notebook)
        failed = failed || plan.diagnostics.hasErrors
        if !json, !plan.diagnostics.hasErrors { sayFine(path, plan, console) }
      } catch is ExitCode {
        failed = true
      }
    }
    if failed { throw ExitCodes.notebook }
  }

  private func sayFine(_ path: String, _ plan: Plan, _ console: Console) {
    let count = plan.steps.count
    console.say(
      Message("\(path): fine (\(count) directives)", pt: "\(path): tudo certo (\(count) blocos)"))
  }
}

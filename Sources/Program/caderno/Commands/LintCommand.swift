internal import ArgumentParser
internal import Diagnostics
internal import Execution
internal import Notebooks
internal import Rendering
internal import Sandbox

/// `caderno lint`: plans notebooks; reads no data and runs nothing.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Checks syntax, names, options and shapes; reads no data and runs nothing.")

  @Argument(help: ArgumentHelp("Lessons, or folders with lessons.", valueName: "notebook"))
  var notebooks: [String]

  @Flag(help: "Write findings as JSON lines on standard output.")
  var json = false

  @OptionGroup var sandbox: SandboxOptions
  @OptionGroup var speech: SpeechOptions

  func run() throws {
    let console = speech.console
    try console.showingProblems { try work(console) }
  }

  private func work(_ console: Console) throws {
    try sandbox.enter(.reading(notebooks), console)
    try NotebookLoop(console: console, json: json).run(try NotebookList(notebooks)) {
      lesson, events in
      let loading = NotebookLoading(console: console, events: events)
      let plan = Plan(try loading.notebook(lesson.path))
      let pictures = LessonPictures(of: plan.notebook, at: lesson.path, console, extent: .beginning)
      let findings =
        plan.diagnostics + pictures.findings + LessonPictures.hints(plan.notebook)
        + plan.notebook.proseNotes
      let located = plan.notebook.withStrayOutputs(findings)
      loading.show(plan.notebook.withFormulas(located), of: plan.notebook)
      if plan.diagnostics.hasErrors { throw ExitCodes.notebook }
      _ = try ThemeFile().theme(of: plan.notebook, at: lesson.path, loading)
      if !json { console.speaking(plan.notebook).say(.fine(lesson.path, count: plan.tasks.count)) }
    }
  }
}

extension Message {
  fileprivate static func fine(_ path: String, count: Int) -> Message {
    Message(
      "\(path): fine (\(count) \(count == 1 ? "directive" : "directives"))",
      pt: "\(path): tudo certo (\(count) \(count == 1 ? "bloco" : "blocos"))")
  }
}

internal import ArgumentParser
internal import Diagnostics
internal import Notebooks
internal import Sandbox

/// `caderno split`: a lesson for students, and its solutions in a file of their own.
struct SplitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split", abstract: "Takes a lesson's solutions out into a file of their own.",
    discussion: """
      Nothing runs. The student's lesson keeps every other byte, outputs too; 'merge' puts the \
      solutions back. To hand out pages with their figures, 'render --student' is there.
      """)

  @Argument(help: ArgumentHelp("The lesson, in Markdown.", valueName: "lesson"))
  var lesson: String

  @Argument(help: ArgumentHelp("Where the student's lesson goes.", valueName: "student"))
  var student: String

  @Argument(help: ArgumentHelp("Where the solutions go, as JSON.", valueName: "solutions"))
  var solutions: String

  @Flag(help: "Overwrite files that are there.")
  var force = false

  @OptionGroup var sandbox: SandboxOptions
  @OptionGroup var speech: SpeechOptions

  func validate() throws {
    if NotebookLoading.isJupyter(lesson) || NotebookLoading.isScript(lesson) {
      throw ValidationError("split takes Markdown apart, not \(lesson): convert it first")
    }
  }

  func run() throws {
    let console = speech.console
    try console.showingProblems { try work(console) }
  }

  private func work(_ console: Console) throws {
    var fence = Fence.reading([lesson])
    let outputs = [student, solutions].map { NamedOutput($0, lessons: [lesson]) }
    for output in outputs { try fence.allowOutput(output.path, of: [lesson]) }
    try sandbox.enter(fence, console)
    let loading = NotebookLoading(console: console, events: nil)
    let notebook = try loading.notebook(lesson)
    let made = try parts(of: notebook, loading)
    for output in outputs {
      try output.check()
      if !force { try output.checkNew() }
    }
    try outputs[1].write(SolutionsFile(made).json())
    try outputs[0].write(made.student)
    console.speaking(notebook).say(
      .taken(notebook.parts.count { $0.kind == .solution }, solutions))
  }

  private func parts(of notebook: Notebook, _ loading: NotebookLoading) throws -> TeachingSplit {
    do {
      return try StudentNotebook(of: notebook).split
    } catch {
      loading.show(error.diagnostics, of: notebook)
      throw ExitCodes.notebook
    }
  }
}

/// `caderno merge`: the lesson that `caderno split` took apart.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Puts the solutions back that 'split' took out.")

  @Argument(help: ArgumentHelp("The student's lesson, as it was made.", valueName: "student"))
  var student: String

  @Argument(help: ArgumentHelp("The file of its solutions.", valueName: "solutions"))
  var solutions: String

  @Argument(help: ArgumentHelp("Where the whole lesson goes.", valueName: "lesson"))
  var lesson: String

  @Flag(help: "Overwrite a file that is there.")
  var force = false

  @OptionGroup var sandbox: SandboxOptions
  @OptionGroup var speech: SpeechOptions

  func run() throws {
    let console = speech.console
    try console.showingProblems { try work(console) }
  }

  private func work(_ console: Console) throws {
    var fence = Fence.reading([student, solutions])
    try fence.allowOutput(lesson, of: [student])
    try sandbox.enter(fence, console)
    let loading = NotebookLoading(console: console, events: nil)
    let bytes = try loading.source(student).bytes
    let file = try SolutionsFile(at: solutions)
    let target = NamedOutput(lesson, lessons: [student])
    try target.check()
    if !force { try target.checkNew() }
    try target.write(try file.merged(into: bytes, of: student))
    console.say(Message("wrote \(lesson)", pt: "gravado: \(lesson)"))
  }
}

extension Message {
  fileprivate static func taken(_ count: Int, _ path: String) -> Message {
    Message(
      "\(count) \(count == 1 ? "solution" : "solutions") in \(path)",
      pt: "\(count) \(count == 1 ? "solução" : "soluções") em \(path)")
  }
}

internal import ArgumentParser
internal import Diagnostics
internal import Execution
internal import Sandbox

/// `caderno run`: plans, executes, writes outputs.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Executes notebooks and writes their outputs back.",
    discussion: """
      The whole notebook is checked before its first directive runs. Ctrl-C stops at once; the \
      outputs of the directives that had finished are kept.
      """)

  @Argument(help: ArgumentHelp("Lessons, or folders with lessons.", valueName: "notebook"))
  var notebooks: [String]

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Write to this file or folder; the notebook stays as it is.", valueName: "path"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Formats for --output, separated by commas: md, html, txt, ipynb.", valueName: "formats"))
  var to: FormatList?

  @Flag(help: "Leave solutions out of what --output names.")
  var student = false

  @Flag(
    help:
      "Overwrite outputs that were edited by hand, and files of others in the output folder.")
  var force = false

  @Flag(help: "Write events as JSON lines on standard output.")
  var json = false

  @Flag(help: "Say why each directive ran or was taken from the cache.")
  var explain = false

  @Option(
    help: ArgumentHelp("Run so many notebooks at once, with a summary.", valueName: "count"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "Write what the output depends on as a rule for make or ninja.", valueName: "file"))
  var depfile: String?

  @OptionGroup var theme: ThemeOptions
  @OptionGroup var options: RunOptions
  @OptionGroup var speech: SpeechOptions

  func validate() throws {
    if to != nil, output == nil { throw ValidationError("--to needs --output") }
    if student, output == nil { throw ValidationError("--student needs --output") }
    if theme.theme != nil, output == nil { throw ValidationError("--theme needs --output") }
    try RunTarget.check(output, for: notebooks)
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs must be from 1 to 1024, not \(jobs)")
    }
    if jobs != nil, json { throw ValidationError("--jobs and --json exclude each other") }
    if depfile != nil, notebooks.count > 1 {
      throw ValidationError("--depfile is of one notebook")
    }
  }

  func run() throws {
    Interrupt.listen(timeLimit: options.timeout?.duration)
    try speech.console.showingProblems { try work(speech.console) }
  }

  private func work(_ console: Console) throws {
    if let jobs, try runJobs(jobs, console) { return }
    let target = try RunTarget(output: output, formats: to)
    let locator = try options.enter(try fence(target), console)
    let list = try NotebookList(notebooks, except: output)
    try check(list, target)
    try NotebookLoop(console: console, json: json).run(list) { lesson, events in
      let path = lesson.path
      if list.entries.count > 1 { console.say(Message("\(path):", pt: "\(path):")) }
      var run = NotebookRun(
        path: path, target: target.below(lesson.subfolder), force: force, options: options,
        locator: locator, console: console, events: events)
      run.explains = explain
      run.isForStudents = student
      run.theme = theme.file
      run.depfile = depfile
      try run.execute()
    }
  }

  /// All that this command line grants.
  private func fence(_ target: RunTarget) throws -> Fence {
    var fence = Fence.running(notebooks)
    try fence.allowOutput(target, of: notebooks)
    try fence.allowOutput(depfile, of: notebooks)
    theme.allow(&fence)
    return fence
  }

  private func check(_ list: NotebookList, _ target: RunTarget) throws {
    try RunTarget.check(output, for: list.paths)
    if depfile != nil, list.entries.count > 1 { throw Problem.oneDependencyFile }
    try OutputClash.check(list) { target.below($0.subfolder) }
  }

  /// Runs notebooks in processes of their own. This one opens none, and so needs no fence.
  ///
  /// - Returns: false where there is one notebook only.
  private func runJobs(_ jobs: Int, _ console: Console) throws -> Bool {
    try options.sandbox.check()
    let list = try NotebookList(
      notebooks, except: output, probe: LessonProbe(options.sandbox))
    let target = try RunTarget(output: output, formats: to)
    try check(list, target)
    guard list.entries.count > 1 else { return false }
    try JobRunner(entries: list.entries, jobs: jobs, console: console).run { entry in
      jobArguments(entry.path, target.below(entry.subfolder), jobs)
    }
    return true
  }

  /// The command line of one notebook's own process.
  private func jobArguments(_ path: String, _ target: RunTarget, _ jobs: Int) -> [String] {
    var words = ["run", path]
    if case .folder(let folder, _) = target { words += ["--output", "\(folder)/"] }
    if let to { words += ["--to", to.names.joined(separator: ",")] }
    if force { words.append("--force") }
    if student { words.append("--student") }
    if explain { words.append("--explain") }
    return words + theme.arguments + options.arguments(sharing: jobs) + speech.arguments
  }
}

extension Problem {
  fileprivate static var oneDependencyFile: Problem {
    Problem(
      ExitCodes.notebook, code: "many-notebooks",
      Message(
        "--depfile is of one notebook, and this folder has more",
        pt: "--depfile é de um só caderno, e esta pasta tem mais"))
  }
}

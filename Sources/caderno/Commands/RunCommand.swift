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

  @Flag(help: "Overwrite outputs that were edited by hand.")
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

  @OptionGroup var options: RunOptions
  @OptionGroup var speech: SpeechOptions

  func validate() throws {
    if to != nil, output == nil { throw ValidationError("--to needs --output") }
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
    let paths = try paths(NotebookList(notebooks))
    try NotebookLoop(console: console, json: json).run(paths) { path, events in
      if paths.count > 1 { console.say(Message("\(path):", pt: "\(path):")) }
      var run = NotebookRun(
        path: path, target: target, force: force, options: options, locator: locator,
        console: console, events: events)
      run.explains = explain
      run.depfile = depfile
      try run.execute()
    }
  }

  /// All that this command line grants.
  private func fence(_ target: RunTarget) throws -> Fence {
    var fence = Fence.running(notebooks)
    try fence.allowOutput(target, of: notebooks)
    try fence.allowOutput(depfile, of: notebooks)
    return fence
  }

  private func paths(_ list: NotebookList) throws -> [String] {
    try RunTarget.check(output, for: list.paths)
    if depfile != nil, list.paths.count > 1 { throw Problem.oneDependencyFile }
    return list.paths
  }

  /// Runs notebooks in processes of their own. This one opens none, and so needs no fence.
  ///
  /// - Returns: false where there is one notebook only.
  private func runJobs(_ jobs: Int, _ console: Console) throws -> Bool {
    try options.sandbox.check()
    let paths = try paths(NotebookList(notebooks, probe: LessonProbe(options.sandbox)))
    guard paths.count > 1 else { return false }
    try JobRunner(paths: paths, jobs: jobs, console: console).run { jobArguments($0, jobs) }
    return true
  }

  /// The command line of one notebook's own process.
  private func jobArguments(_ path: String, _ jobs: Int) -> [String] {
    var words = ["run", path]
    if let output { words += ["--output", output] }
    if let to { words += ["--to", to.names.joined(separator: ",")] }
    if force { words.append("--force") }
    if explain { words.append("--explain") }
    return words + options.arguments(sharing: jobs) + speech.arguments
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

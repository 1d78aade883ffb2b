internal import ArgumentParser
internal import Diagnostics
internal import Execution

/// `caderno run`: plans, executes, writes outputs.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Executes notebooks and writes their outputs back.",
    discussion: """
      The whole notebook is checked before its first directive runs. Ctrl-C stops at once; the \
      outputs of the directives that had finished are kept.
      """)

  @Argument(help: ArgumentHelp("Lessons: Markdown files.", valueName: "notebook"))
  var notebooks: [String]

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Write to this file or folder; the notebook stays as it is.", valueName: "path"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Formats for --output, separated by commas: md, html, txt.", valueName: "formats"))
  var to: FormatList?

  @Flag(help: "Overwrite outputs that were edited by hand.")
  var force = false

  @Flag(help: "Write events as JSON lines on standard output.")
  var json = false

  @OptionGroup var options: RunOptions
  @OptionGroup var speech: SpeechOptions

  func validate() throws {
    if to != nil, output == nil { throw ValidationError("--to needs --output") }
    try RunTarget.check(output, for: notebooks)
  }

  func run() throws {
    Interrupt.listen()
    let console = speech.console
    let target = try RunTarget(output: output, formats: to)
    try NotebookLoop(console: console, json: json).run(notebooks) { path, events in
      if notebooks.count > 1 { console.say(Message("\(path):", pt: "\(path):")) }
      try NotebookRun(
        path: path, target: target, force: force, options: options, console: console,
        events: events
      ).execute()
    }
  }
}

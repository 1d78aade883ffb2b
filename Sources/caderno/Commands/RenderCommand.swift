internal import ArgumentParser
internal import Diagnostics
internal import Execution
internal import Rendering

/// `caderno render`: pages from the outputs of the last run; nothing runs.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Makes pages from the outputs of the last run.")

  @Argument(help: "Notebooks.")
  var notebooks: [String]

  @Option(name: [.short, .long], help: "A file or a folder. (default: beside the notebook)")
  var output: String?

  @Option(help: "Formats, separated by commas: md, html, txt.")
  var to = FormatList(["html"])

  @OptionGroup var speech: SpeechOptions

  func run() throws {
    let console = speech.console
    var worst: ExitCode = .success
    for path in notebooks {
      do {
        try render(path, console)
      } catch let code as ExitCode {
        worst = code
      }
    }
    if worst != .success { throw worst }
  }

  private func render(_ path: String, _ console: Console) throws {
    let loading = NotebookLoading(console: console, events: nil)
    let plan = try loading.plan(path, parameters: [:])
    guard let record = RecordStore(notebookPath: path, console: console).latest() else {
      console.fail(
        code: "no-record",
        Message("\(path): no run is recorded", pt: "\(path): nenhuma execução registrada"),
        hint: Message("run it first: caderno run \(path)", pt: "execute antes: caderno run \(path)")
      )
      throw ExitCodes.notebook
    }
    let target = try RunTarget(output: output ?? PathText.folder(of: path) + "/", formats: to)
    let writer = OutputWriter(path: path, target: target, force: true, console: console)
    try writer.write(RunResult(record), record, plan.notebook)
  }
}

internal import ArgumentParser
internal import Diagnostics
internal import Execution
internal import Files
internal import FoundationEssentials
internal import JSON
internal import JupyterNotebooks
internal import Notebooks
internal import Sandbox
internal import Stacks

/// `caderno convert`: Jupyter notebooks and scripts to Markdown and back.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Turns Markdown, Jupyter notebooks and scripts into each other.",
    discussion: """
      Reads and writes .ipynb, .md and .py (cells begin at '# %%'). Nothing runs; outputs are left \
      out, run makes them anew. Comments in the Markdown keep what only Jupyter knows, so that \
      converting back gives the same cells.
      """)

  @Argument(help: ArgumentHelp("The notebook or script to read.", valueName: "in"))
  var input: String

  @Argument(help: ArgumentHelp("The file to write.", valueName: "out"))
  var output: String

  @Flag(help: "Leave out the ids and metadata that only Jupyter needs.")
  var plain = false

  @Flag(help: "Turn directives into plain Keras cells, which run in Jupyter without Caderno.")
  var toKeras = false

  @Flag(help: "Overwrite a file that is there.")
  var force = false

  @OptionGroup var sandbox: SandboxOptions
  @OptionGroup var speech: SpeechOptions

  func validate() throws {
    let known = ["ipynb": "ipynb", "md": "md", "markdown": "md", "py": "py"]
    guard let from = known[PathText.fileExtension(of: input)] else {
      throw ValidationError("convert reads .ipynb, .md and .py, not \(input)")
    }
    guard let to = known[PathText.fileExtension(of: output)] else {
      throw ValidationError("convert writes .md, .ipynb and .py, not \(output)")
    }
    if from == to, to != "ipynb", !(toKeras && to == "md") {
      let kind = to == "md" ? "Markdown" : "scripts"
      throw ValidationError("\(input) and \(output) are both \(kind)")
    }
  }

  func run() throws {
    let console = speech.console
    try console.showingProblems { try work(console) }
  }

  private func work(_ console: Console) throws {
    var fence = Fence.reading([input])
    try fence.allowOutput(output, of: [input])
    try sandbox.enter(fence, console)
    try DeepStack.run { try convert(console) }
  }

  private func convert(_ console: Console) throws {
    let export = toKeras ? try KerasExport(input, to: output, console: console) : nil
    let notebook =
      try export?.notebook ?? NotebookInput(path: input, console: console).notebook()
    let target = NamedOutput(output, lessons: [input])
    try target.check()
    if !force { try target.checkNew() }
    try write(export?.files() ?? [])
    if NotebookLoading.isJupyter(output) {
      try target.write(notebook.json())
    } else if NotebookLoading.isScript(output) {
      try target.write(Array(PercentWriter(notebook).text.utf8))
      let lost = notebook.cells.reduce(0) { $0 + ($1.attachments?.members.count ?? 0) }
      if lost > 0 { console.say(.lost(lost, in: output)) }
    } else {
      let form = MarkdownForm(
        notebook, name: PathText.lessonName(of: output), vocabulary: DirectiveCatalog.vocabulary,
        isPlain: plain || toKeras)
      try write(form.files)
      try target.write(Array(form.text.utf8))
    }
    console.say(Message("wrote \(output)", pt: "gravado: \(output)"))
  }

  /// Writes files beside the output.
  private func write(_ files: [CellFile]) throws {
    let folder = PathText.folder(of: output)
    for file in files {
      let path = PathText.join(folder, file.path)
      try NamedOutput(path, below: [PathText.folder(of: input), folder]).write(file.bytes)
    }
  }
}

extension Message {
  /// A script has no place for a notebook's own images.
  fileprivate static func lost(_ count: Int, in path: String) -> Message {
    Message(
      "\(path): a script holds no attachments, \(count) \(count == 1 ? "is" : "are") left out",
      pt:
        "\(path): um script não contém anexos, \(count) \(count == 1 ? "fica" : "ficam") de fora")
  }
}

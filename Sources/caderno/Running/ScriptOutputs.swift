internal import ArgumentParser
internal import Diagnostics
internal import Files
internal import JupyterNotebooks
internal import RunRecords

/// Prints what a script printed, as Python does: nothing is written into a script.
struct ScriptOutputs {
  let path: String
  let record: RunRecord
  let console: Console

  /// Texts go to standard output; where there are figures, words say how to see them.
  func show() throws {
    let source = try NotebookLoading(console: console, events: nil).source(path)
    let isPercent = NotebookLoading(console: console, events: nil).script(source).script.isPercent
    var figures = 0
    for output in record.steps.flatMap(\.outputs) {
      switch output {
      case .text(let text) where isPercent || !text.name.hasPrefix("value"):
        console.print(text.text + (text.text.hasSuffix("\n") ? "" : "\n"))
      case .figure: figures += 1
      default: break
      }
    }
    if figures > 0 { console.say(.figures(figures, of: path)) }
  }
}

extension Message {
  fileprivate static func figures(_ count: Int, of path: String) -> Message {
    let page = PathText.stem(of: path) + ".html"
    return Message(
      "\(count) \(count == 1 ? "figure" : "figures"): caderno run \(path) -o \(page) shows \(count == 1 ? "it" : "them")",
      pt:
        "\(count) \(count == 1 ? "figura" : "figuras"): caderno run \(path) -o \(page) \(count == 1 ? "a mostra" : "as mostra")"
    )
  }
}

internal import Diagnostics
internal import Files
internal import RunRecords

/// Says where a script's figures can be seen. What it printed went to standard output as it was printed, and
/// nothing is written into a script.
struct ScriptOutputs {
  let path: String
  let record: RunRecord
  let console: Console

  func show() {
    let figures = record.tasks.flatMap(\.outputs).count { output in
      if case .figure = output { true } else { false }
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

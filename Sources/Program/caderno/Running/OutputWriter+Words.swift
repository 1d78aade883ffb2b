internal import Diagnostics
internal import Notebooks

/// What is said of what was written.
extension OutputWriter {
  func sayWhere(_ paths: [String]) {
    for path in paths { console.say(Message("wrote \(path)", pt: "gravado: \(path)")) }
  }

  /// What became of the notebook itself, and how many files of figures are new.
  func sayWritten(_ isNew: Bool, figures: Int) {
    guard isTold else { return }
    var names = isNew ? [Message(path, pt: path)] : []
    let folder = OutputFiles(notebookPath: path).name + ".files"
    if figures > 0 {
      names.append(
        Message(
          "\(figures) \(figures == 1 ? "figure" : "figures") in \(folder)",
          pt: "\(figures) \(figures == 1 ? "figura" : "figuras") em \(folder)"))
    }
    guard !names.isEmpty else {
      return console.say(Message("\(path): nothing changed", pt: "\(path): nada mudou"))
    }
    console.say(
      Message(
        "wrote " + names.map(\.english).joined(separator: ", "),
        pt: "gravado: " + names.map(\.portuguese).joined(separator: ", ")))
  }

  func sayEdited(_ fresh: Freshness) {
    for id in fresh.edited {
      console.say(
        Message(
          "'\(id)' was edited after the run began; its outputs were not written",
          pt:
            "'\(id)' foi editado depois que a execução começou; seus resultados não foram gravados"
        ))
    }
    for id in fresh.dependent {
      console.say(
        Message(
          "'\(id)' depends on what was edited after the run began; its outputs were not written",
          pt: "'\(id)' depende do que foi editado depois que a execução começou; "
            + "seus resultados não foram gravados"))
    }
  }
}

extension Message {
  /// A single file's pictures stay where they are.
  static func notCopied(_ count: Int) -> Message {
    Message(
      "its \(count == 1 ? "picture was" : "\(count) pictures were") not copied: "
        + "name a folder after --output to have them there",
      pt: "\(count == 1 ? "a imagem não foi copiada" : "as \(count) imagens não foram copiadas"): "
        + "dê uma pasta depois de --output para tê-las lá")
  }

  static func removed(_ region: OutputRegion) -> Message {
    let (id, line) = (region.id, region.lines.lowerBound)
    return Message(
      "removed the outputs of '\(id)' in line \(line): they belonged to no directive",
      pt: "retirada a saída de '\(id)' na linha \(line): ela não era de nenhuma diretiva")
  }
}

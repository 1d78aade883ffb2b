internal import Diagnostics
internal import Files

/// Outputs that would be written over one another, or over a lesson: found before anything runs.
enum OutputClash {
  /// - Parameter target: where a lesson's outputs go.
  /// - Throws: `Problem` for the first clash.
  static func check(
    _ list: NotebookList, _ target: (NotebookList.Entry) throws -> RunTarget
  ) throws {
    let lessons = Dictionary(list.paths.map { (PathText.components(of: $0), $0) }) { first, _ in
      first
    }
    var taken: [[String]: String] = [:]
    for entry in list.entries {
      let target = try target(entry)
      if case .notebook = target { continue }
      for file in target.files(of: entry.path) {
        let place = PathText.components(of: file)
        if let lesson = lessons[place] { throw Problem.overLesson(file, of: entry.path, lesson) }
        if let other = taken.updateValue(entry.path, forKey: place) {
          throw Problem.sameOutput(other, entry.path, file)
        }
      }
    }
  }
}

extension Problem {
  fileprivate static func sameOutput(_ a: String, _ b: String, _ file: String) -> Problem {
    Problem(
      ExitCodes.notebook, code: "output-clash",
      Message(
        "\(a) and \(b) would both be written to \(file)",
        pt: "\(a) e \(b) seriam ambos gravados em \(file)"),
      hint: Message(
        "run them one by one, each with an --output of its own",
        pt: "execute-os um a um, cada qual com seu próprio --output"))
  }

  fileprivate static func overLesson(_ file: String, of path: String, _ lesson: String) -> Problem {
    Problem(
      ExitCodes.notebook, code: "output-clash",
      Message(
        "the outputs of \(path) would be written over the lesson \(lesson)",
        pt: "os resultados de \(path) seriam gravados sobre a aula \(lesson)"),
      hint: Message(
        "name another folder or file after --output",
        pt: "indique outra pasta ou outro arquivo em --output"))
  }
}

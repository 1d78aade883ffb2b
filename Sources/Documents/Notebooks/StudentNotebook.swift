internal import Diagnostics

/// A notebook as students get it: without its solutions and their outputs.
public struct StudentNotebook: Sendable {
  /// What students get, and what was taken out.
  public let split: TeachingSplit
  /// What students get, read anew.
  public let notebook: Notebook
  /// What the directives that stay are called there, by their ids in the whole notebook.
  public let names: [String: String]

  /// - Throws: `WriteRefusal` for errors about solutions, and where a number in prose would lead to another directive
  ///   than before; the places are those in the whole notebook.
  public init(of whole: Notebook) throws(WriteRefusal) {
    let found = whole.diagnostics.filter {
      $0.severity == .error && $0.code.hasSuffix("-division")
    }
    guard found.isEmpty else { throw WriteRefusal(diagnostics: found) }
    split = TeachingSplit(whole)
    let source = SourceText(file: whole.source.file, bytes: split.student)
    notebook = Notebook(source: source, vocabulary: whole.vocabulary)
    let solutions = whole.solutionIDs
    let kept = whole.directives.map(\.id).filter { !solutions.contains($0) }
    names = Dictionary(zip(kept, notebook.directives.map(\.id))) { first, _ in first }
    let shifted = Self.shifted(whole, names)
    guard shifted.isEmpty else { throw WriteRefusal(diagnostics: shifted) }
  }

  /// Directives without a name are counted: one behind a solution has another number without it.
  private static func shifted(_ whole: Notebook, _ names: [String: String]) -> [Diagnostic] {
    let solutions = whole.parts.filter { $0.kind == .solution }.map(\.range)
    return whole.runLinks.compactMap { link in
      let target = String(link.target.prefix { $0 != "." && $0 != "[" })
      guard let name = names[target], name != target,
        !solutions.contains(where: { $0.contains(link.range.lowerBound) })
      else { return nil }
      return Diagnostic(
        code: "shifted-name", at: link.targetRange,
        Message(
          "without the solutions '\(target)' is '\(name)', and this number another's",
          pt: "sem as soluções '\(target)' é '\(name)', e este número, de outra"),
        hint: Message(
          "give the directive a name of its own, as {#\(target)}",
          pt: "dê um nome próprio à diretiva, como {#\(target)}"))
    }
  }
}

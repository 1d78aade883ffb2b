internal import Diagnostics
public import Notebooks
internal import RunRecords

extension Lesson {
  /// The lesson as students get it: without solutions, their outputs, figures and records.
  ///
  /// - Parameter links: the numbers in a notebook's prose, as the run of the whole lesson gave them.
  /// - Throws: `WriteRefusal` for errors about solutions, and where a number in prose would lead to another directive
  ///   than before; the places are those in the whole lesson.
  public func withoutSolutions(
    links: (Notebook) -> [FilledLink]
  ) throws(WriteRefusal) -> Lesson {
    let found = notebook.diagnostics.filter {
      $0.severity == .error && $0.code.hasSuffix("-division")
    }
    guard found.isEmpty else { throw WriteRefusal(diagnostics: found) }
    let solutions = notebook.solutionIDs
    let source = SourceText(file: notebook.source.file, bytes: TeachingSplit(notebook).student)
    let student = Notebook(source: source, vocabulary: notebook.vocabulary)
    let kept = notebook.directives.map(\.id).filter { !solutions.contains($0) }
    let names = Dictionary(zip(kept, student.directives.map(\.id))) { first, _ in first }
    try check(names)
    var lesson = self
    lesson.notebook = student
    lesson.links = links(student)
    lesson.record.tasks = record.tasks.compactMap { task in
      guard let name = names[task.id] else { return nil }
      var task = task
      task.id = name
      return task
    }
    lesson.leftAlone = Dictionary(
      leftAlone.compactMap { id, cell in names[id].map { ($0, cell) } }
    ) { first, _ in first }
    let shown = Set(student.pictures.map(\.address))
    let figures = Set(student.regions.flatMap(\.figureFiles))
    lesson.pictures = pictures.filter { shown.contains($0.key) || figures.contains($0.value.path) }
    return lesson
  }

  /// Directives without a name are counted: one behind a solution has another number without it.
  private func check(_ names: [String: String]) throws(WriteRefusal) {
    let solutions = notebook.parts.filter { $0.kind == .solution }.map(\.range)
    let shifted = notebook.runLinks.filter { link in
      let target = String(link.target.prefix { $0 != "." && $0 != "[" })
      return names[target].map { $0 != target } ?? false
        && !solutions.contains { $0.contains(link.range.lowerBound) }
    }
    guard !shifted.isEmpty else { return }
    throw WriteRefusal(
      diagnostics: shifted.map { link in
        let target = String(link.target.prefix { $0 != "." && $0 != "[" })
        return Diagnostic(
          code: "shifted-name", at: link.targetRange,
          Message(
            "without the solutions '\(target)' is '\(names[target] ?? "")', and this number another's",
            pt: "sem as soluções '\(target)' é '\(names[target] ?? "")', e este número, de outra"),
          hint: Message(
            "give the directive a name of its own, as {#\(target)}",
            pt: "dê um nome próprio à diretiva, como {#\(target)}"))
      })
  }
}

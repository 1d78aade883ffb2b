public import Notebooks
internal import RunRecords

extension Lesson {
  /// The lesson as students get it: without solutions, their outputs, figures and records.
  ///
  /// - Parameter links: the numbers in a notebook's prose, as the run of the whole lesson gave them.
  /// - Throws: `WriteRefusal` where a notebook can't be without its solutions.
  public func withoutSolutions(
    links: (Notebook) -> [FilledLink]
  ) throws(WriteRefusal) -> Lesson {
    let student = try StudentNotebook(of: notebook)
    var lesson = self
    lesson.notebook = student.notebook
    lesson.links = links(student.notebook)
    lesson.record.tasks = record.tasks.compactMap { task in
      guard let name = student.names[task.id] else { return nil }
      var task = task
      task.id = name
      return task
    }
    lesson.leftAlone = Dictionary(
      leftAlone.compactMap { id, cell in student.names[id].map { ($0, cell) } }
    ) { first, _ in first }
    let shown = Set(student.notebook.pictures.map(\.address))
    // What is drawn anew has another name where directives before it are left out.
    let drawn = Set(lesson.record.tasks.filter { !$0.isLeftAlone }.map(\.id))
    let kept = student.notebook.regions.filter { !($0.owner.map(drawn.contains) ?? false) }
    let figures = Set(kept.flatMap(\.figureFiles))
    lesson.pictures = pictures.filter { shown.contains($0.key) || figures.contains($0.value.path) }
    return lesson
  }
}

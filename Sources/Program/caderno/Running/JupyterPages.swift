internal import Diagnostics
internal import JupyterNotebooks
internal import Notebooks
internal import Rendering
internal import RunRecords

/// Pages of a Jupyter notebook with the outputs that stand in it.
struct JupyterPages {
  /// The notebook's path as the user gave it.
  let path: String
  let lesson: JupyterLesson
  let shown: ShownJupyter
  /// The pictures of the prose and of outputs, by their addresses.
  let pictures: [String: Picture]
  var picturePlace: PicturePlace
  /// What pages have behind their own style sheet.
  let theme: Theme?
  /// Whether solutions are left out.
  let isForStudents: Bool

  /// The files of a format, the main one first.
  ///
  /// - Throws: `WriteRefusal` where a format can't be made.
  func files(_ renderer: any Renderer, name: String) throws -> [RenderedFile] {
    let facts = type(of: renderer).facts
    var record = shown.record
    record.cadernoVersion = Version.text
    // Images and tables from elsewhere are no typed outputs; their regions are shown instead.
    if facts.showsRegions {
      let exact = Set(lesson.notebook.directives.filter(isExact).map(\.id))
      record.tasks.removeAll { !exact.contains($0.id) }
    }
    var page = Lesson(
      notebook: shown.notebook, record: record, name: name,
      pictures: pictures)
    page.showsRegions = true
    page.picturePlace = picturePlace
    page.theme = theme
    if facts.showsImages { page.findLinkedLessons(beside: path) }
    if isForStudents { page = try page.withoutSolutions { _ in [] } }
    let files = try renderer.files(for: page)
    guard facts.hasFilesBeside else { return files }
    let made = Set(files.map(\.path))
    let named = Set(page.pictures.values.map(\.path))
    return files + shown.files.filter { !made.contains($0.path) && named.contains($0.path) }
  }

  /// Whether a directive's outputs are all as Caderno's own types have them.
  private func isExact(_ directive: Directive) -> Bool {
    guard let cell = lesson.cell(of: directive) else { return false }
    return lesson.file.notebook.cells[cell].outputs.allSatisfy(JupyterOutputReader.isTyped)
  }
}

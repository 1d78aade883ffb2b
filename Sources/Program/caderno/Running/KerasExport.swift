internal import Datasets
internal import Diagnostics
internal import Execution
internal import Files
internal import JupyterNotebooks
internal import Notebooks

/// A lesson with its directives as plain Keras cells, and the data sets that go with it.
struct KerasExport {
  let console: Console
  /// The file that the lesson goes to.
  let output: String
  /// Where the files of data sets go, from the lesson's folder.
  private let folder: String
  private let lesson: KerasLesson

  /// Checks the lesson and writes its cells; reads no data and runs nothing.
  ///
  /// - Throws: `Problem`, or an exit code with the lesson's errors shown.
  init(_ path: String, to output: String, console: Console) throws {
    (self.output, self.console) = (output, console)
    folder = PathText.lessonName(of: output) + ".files"
    let loading = NotebookLoading(console: console, events: nil)
    let plan = Plan(try loading.notebook(path))
    if plan.diagnostics.hasErrors {
      loading.show(plan.diagnostics, of: plan.notebook)
      throw ExitCodes.notebook
    }
    lesson = KerasLesson(
      plan, filesFolder: folder, isTitled: !NotebookLoading.isJupyter(output))
    loading.show(lesson.findings, of: plan.notebook)
  }

  /// The cells.
  var notebook: JupyterNotebook {
    let text = SourceText(file: output, bytes: Array(lesson.text.utf8))
    let notebook = Notebook(source: text, vocabulary: DirectiveCatalog.vocabulary)
    // No directive is left that had attachments of its own.
    return JupyterForm(notebook, readFile: LessonFiles(beside: output).bytes).notebook
  }

  /// The data sets that Keras doesn't have, as files of NumPy's.
  ///
  /// - Throws: `Problem` where one can't be made.
  func files() throws -> [CellFile] {
    try lesson.datasets.flatMap { wanted in
      let limits = ExampleLimits(train: wanted.train, test: wanted.test)
      let dataset: Dataset
      do throws(DatasetError) {
        dataset = try DatasetLocator(isOffline: true).load(wanted.name, limits: limits)
      } catch {
        throw Problem(ExitCodes.world, code: error.code, error.message)
      }
      return dataset.arrays.map {
        CellFile(path: "\(folder)/\(wanted.fileName(of: $0.name))", bytes: $0.content)
      }
    }
  }
}
